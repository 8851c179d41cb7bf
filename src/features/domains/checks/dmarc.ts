import { getDomain } from 'tldts';
import { invalid, missing, ok, recordsIn, type CheckSubject, type DnsCheck } from './dns-check.js';

/** DMARC policy (RFC 7489 §6.6.3): of the domain itself, or else of its organizational domain. */
export const dmarc: DnsCheck = async (subject, record) => {
  const answer = recordsIn(await subject.lookup.txt(record.name), record.value);
  if ('unknown' in answer) return answer.unknown;
  const own = policiesIn(answer.records);
  const inherited = own.length === 0 ? await inheritedFrom(subject) : null;
  if (inherited && 'unknown' in inherited) return inherited.unknown;

  const policies = inherited ? policiesIn(inherited.records) : own;
  const [policy] = policies;
  if (policy === undefined) return missing(record);
  if (policies.length > 1) {
    return invalid(record.value, policies, `Keep only one TXT record at ${record.name}`);
  }
  if (isUsable(policy)) return ok(record.value, policies);
  return invalid(
    record.value,
    policies,
    `The record must begin v=DMARC1; p=none (or quarantine, reject), such as: ${record.value}`,
  );
};

async function inheritedFrom({ domain, lookup, records }: CheckSubject) {
  const organizational = getDomain(domain.name, { allowPrivateDomains: true });
  if (organizational === null || organizational === domain.name) return { records: [] };
  const expected = records.find(({ purpose }) => purpose === 'DMARC')?.value ?? '';
  return recordsIn(await lookup.txtElsewhere(`_dmarc.${organizational}`), expected);
}

function policiesIn(records: readonly string[]): string[] {
  return records.filter((text) => /^\s*v\s*=\s*DMARC1\s*(;|$)/.test(text));
}

function isUsable(text: string): boolean {
  return /;\s*p\s*=\s*(none|quarantine|reject)\s*(;|$)/i.test(text);
}
