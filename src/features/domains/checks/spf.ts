import { LIMITS } from '../../../config/limits.js';
import { invalid, ok, recordsIn, type DnsCheck } from './dns-check.js';
import type { DomainLookup } from './domain-lookup.js';
import { isSpf, parseSpf, withInclude, type SpfRecord } from './spf-record.js';

type Verdict = 'allows' | 'does not' | 'no answer' | 'too many';

/** The SPF record of the domain (RFC 7208): exactly one, and it lets our hosts send, directly or further down. */
export const spf: DnsCheck = async ({ settings, lookup }, record) => {
  const answer = recordsIn(await lookup.txt(record.name), record.value);
  if ('unknown' in answer) return answer.unknown;
  const records = answer.records.filter(isSpf);
  const [text] = records;
  const better = withInclude(records, settings.SPF_INCLUDE);
  const publish = `TXT ${record.name} with: `;
  if (text === undefined) {
    const fix = `Publish ${publish}${record.value}`;
    return { status: 'MISSING', expected: record.value, found: [], fix };
  }
  if (records.length > 1) {
    return invalid(better, records, `Keep one SPF record only, ${publish}${better}`);
  }

  const parsed = parseSpf(text);
  if (!parsed) {
    const fix = `The record is not valid SPF; publish ${publish}${record.value}`;
    return invalid(record.value, records, fix);
  }
  const verdict = await new SpfWalk(lookup, settings.SPF_INCLUDE).verdictOf(parsed);
  if (verdict === 'allows') return ok(text, records);
  if (verdict === 'does not') return invalid(better, records, `Change ${publish}${better}`);
  if (verdict === 'too many') {
    const fix = `The record leads to more than ${LIMITS.spfLookups} look-ups; change ${publish}${better}`;
    return invalid(better, records, fix);
  }
  const fix =
    'DNS gave no answer for a record that this one includes; this check runs again by itself';
  return { status: 'UNKNOWN', expected: better, found: records, fix };
};

/** Follows include and redirect until ours is found, within the number of look-ups that receivers allow. */
class SpfWalk {
  private lookups = 0;

  constructor(
    private readonly lookup: DomainLookup,
    private readonly wanted: string,
  ) {}

  async verdictOf({ mechanisms, redirect }: SpfRecord): Promise<Verdict> {
    const all = mechanisms.findIndex(({ name }) => name === 'all');
    const deciding = all === -1 ? mechanisms : mechanisms.slice(0, all);
    const includes = deciding
      .filter(({ name, qualifier }) => name === 'include' && qualifier === '+')
      .map(({ value }) => value);
    if (all === -1 && redirect !== null) includes.push(redirect);
    if (includes.includes(this.wanted)) return 'allows';

    let worst: Verdict = 'does not';
    for (const name of includes) {
      const verdict = await this.follow(name);
      if (verdict === 'allows') return verdict;
      if (verdict !== 'does not') worst = verdict;
    }
    return worst;
  }

  private async follow(name: string): Promise<Verdict> {
    if (name.includes('%')) return 'does not'; // macros depend on the message
    this.lookups += 1;
    if (this.lookups > LIMITS.spfLookups) return 'too many';
    const answer = await this.lookup.txtElsewhere(name);
    if (answer.kind === 'failed') return 'no answer';
    const [text, ...more] = answer.kind === 'found' ? answer.records.filter(isSpf) : [];
    const record = text === undefined || more.length > 0 ? null : parseSpf(text);
    return record ? this.verdictOf(record) : 'does not';
  }
}
