import type { ChainVerdict } from '../features/accounts/audit-check.service.js';
import type { Posthouse } from './posthouse.js';

/**
 * Checks every audit log and says what it found: one line for each that is wrong, and one in all. True when
 * nothing is. The hashes at the ends are worth keeping elsewhere: only they tell later whether the whole
 * database was put back to an earlier day.
 */
export async function verifyAudit(
  { services }: Pick<Posthouse, 'services'>,
  print: (line: string) => void,
): Promise<boolean> {
  let [logs, entries, wrong] = [0, 0, 0];
  for await (const verdict of services.auditCheck.checkAll()) {
    logs += 1;
    entries += verdict.checkedEntries;
    if (verdict.flaw) wrong += 1;
    print(lineOf(verdict));
  }
  print(`${logs} audit logs, ${entries} entries checked, ${wrong} logs were tampered with`);
  return wrong === 0;
}

const MEANINGS = {
  MISSING: 'is missing',
  CHANGED: 'was changed',
  INSERTED: 'was put in',
  ANCHOR_CHANGED: 'is the end by the anchor, which was changed',
} satisfies Record<NonNullable<ChainVerdict['flaw']>['kind'], string>;

function lineOf({ organizationId, checkedEntries, end, flaw }: ChainVerdict): string {
  const log = organizationId === null ? 'installation' : `organization ${organizationId}`;
  if (!flaw) {
    return `${log}: intact, ${checkedEntries} entries up to ${end.position}, ${end.hash.toString('hex')}`;
  }
  const entry = flaw.entryId === null ? '' : ` (id ${flaw.entryId})`;
  return `${log}: entry ${flaw.position ?? 'without position'}${entry} ${MEANINGS[flaw.kind]}`;
}
