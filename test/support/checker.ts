import { audit, type Rows } from './audit.js';
import type { Copy } from './copies.js';
import { explained, isOf, type Entry } from './ledger.js';
import type { Crash } from './running-world.js';

export interface Evidence {
  /** What clients were told. */
  readonly entries: readonly Entry[];
  /** What receivers took: `copiesAt(sink)`, or a SinkLedger's. */
  readonly copies: readonly Copy[];
  /** What Posthouse says about itself. */
  readonly database: Rows;
  /** When workers were killed, which alone excuses a double. */
  readonly crashes?: readonly Crash[];
  /** Every copy must have a verdict of `pass`. */
  readonly needsDkim?: boolean;
}

/**
 * The checker: compares the three sides of the truth once nothing is left in the queue. One line for
 * each thing that is wrong, which begins with the invariant that is broken:
 *
 * - I1 what was acknowledged has ended, for every recipient; what was delivered has arrived
 * - I2 what was refused has not arrived
 * - I3 what may have been taken was taken once, or once for each such submission of a client without key
 * - I4 a double came from a worker that was killed while it held the delivery
 * - I5 what arrived is what was sent, and its signatures verify
 * - I6 every delivery has exactly one terminal event, and events have no gap
 * - I7 counters equal a recount
 * - I8 no lease is left behind
 */
export async function check(evidence: Evidence): Promise<string[]> {
  const { entries, copies, database, crashes = [], needsDkim = false } = evidence;
  const statuses = await readStatuses(database);
  const copiesOf = Map.groupBy(copies, ({ recipient }) => recipient);
  const found = entries.flatMap((entry) => [
    ...partsOf(entry, statuses),
    ...entry.recipients.flatMap((recipient) =>
      checkRecipient({
        ...{ entry, recipient, crashes, needsDkim },
        statuses: statuses.get(recipient) ?? [],
        copies: copiesOf.get(recipient) ?? [],
      }),
    ),
  ]);
  const broken = await audit(database);
  return [...found, ...broken.map(({ invariant, text }) => `${invariant} ${text}`)];
}

/** How often each recipient was delivered to, as Posthouse says. */
export async function deliveredTo(database: Rows): Promise<Map<string, number>> {
  const statuses = await readStatuses(database);
  return new Map([...statuses].map(([recipient, all]) => [recipient, countDelivered(all)]));
}

interface Case {
  readonly entry: Entry;
  readonly recipient: string;
  /** Of each delivery to this recipient. */
  readonly statuses: readonly string[];
  readonly copies: readonly Copy[];
  readonly crashes: readonly Crash[];
  readonly needsDkim: boolean;
}

type Rule = (one: Case) => string | false;

const TERMINAL = new Set(['DELIVERED', 'BOUNCED', 'EXPIRED', 'CANCELLED']);

const RULES: readonly Rule[] = [
  ({ entry, statuses }) =>
    entry.verdict === 'acked' && statuses.length === 0 && 'I1 acknowledged, and there is no trace',
  ({ statuses }) => statuses.some((status) => !TERMINAL.has(status)) && 'I1 has not ended',
  ({ statuses, copies }) =>
    copies.length < countDelivered(statuses) && 'I1 delivered, and did not arrive',
  ({ entry, statuses, copies }) =>
    entry.verdict === 'nacked' &&
    statuses.length + copies.length > 0 &&
    'I2 refused, and taken all the same',
  ({ entry, statuses }) =>
    entry.verdict !== 'nacked' &&
    statuses.length > (entry.key === null ? entry.mayBeTaken : 1) &&
    'I3 taken more often than it was submitted',
  ({ statuses, copies, crashes }) =>
    copies.length - countDelivered(statuses) > explained(copies, crashes).length &&
    'I4 a double that no crash explains',
  ({ entry, copies }) =>
    copies.some((copy) => !isOf(entry, copy)) && 'I5 arrived with other content',
  ({ copies, needsDkim }) =>
    needsDkim && copies.some(({ dkim }) => dkim !== 'pass') && 'I5 a signature does not verify',
];

function checkRecipient(one: Case): string[] {
  const broken = RULES.map((rule) => rule(one)).filter((text) => text !== false);
  return broken.map((text) => `${text}: ${one.recipient}`);
}

/** A message is there for all of its recipients or for none. */
function partsOf(entry: Entry, statuses: Map<string, readonly string[]>): string[] {
  const counts = entry.recipients.map((recipient) => statuses.get(recipient)?.length ?? 0);
  return new Set(counts).size === 1 ? [] : [`I1 taken for a part of its recipients: ${entry.id}`];
}

function countDelivered(statuses: readonly string[]): number {
  return statuses.filter((status) => status === 'DELIVERED').length;
}

async function readStatuses(database: Rows): Promise<Map<string, readonly string[]>> {
  const rows = await database.query<{ recipient: string; status: string }[]>(
    'SELECT recipient, status FROM deliveries',
  );
  const grouped = Map.groupBy(rows, ({ recipient }) => recipient);
  return new Map([...grouped].map(([recipient, all]) => [recipient, all.map((row) => row.status)]));
}

/** What became of everything that clients wanted delivered, for a report. */
export interface Tally {
  readonly acked: number;
  readonly nacked: number;
  readonly unknown: number;
  readonly delivered: number;
  readonly bounced: number;
  readonly queued: number;
  readonly lost: number;
  /** Copies beyond the first of each delivery. */
  readonly doubled: number;
}

export async function tally({ entries, copies, database }: Evidence): Promise<Tally> {
  const statuses = await readStatuses(database);
  const copiesOf = Map.groupBy(copies, ({ recipient }) => recipient);
  const of = (verdict: string) => entries.filter((entry) => entry.verdict === verdict).length;
  const everyone = entries.flatMap((entry) =>
    entry.recipients.map((recipient) => ({
      isAcked: entry.verdict === 'acked',
      statuses: statuses.get(recipient) ?? [],
      copies: copiesOf.get(recipient)?.length ?? 0,
    })),
  );
  const sum = (count: (one: (typeof everyone)[number]) => number) =>
    everyone.reduce((total, one) => total + count(one), 0);
  return {
    acked: of('acked'),
    nacked: of('nacked'),
    unknown: of('unknown'),
    delivered: sum((one) => countDelivered(one.statuses)),
    bounced: sum(({ statuses: all }) => all.filter(isFailed).length),
    queued: sum(({ statuses: all }) => all.filter((status) => !TERMINAL.has(status)).length),
    lost: sum((one) => Number(isLost(one))),
    doubled: sum((one) => Math.max(0, one.copies - Math.max(1, countDelivered(one.statuses)))),
  };
}

function isLost(one: { isAcked: boolean; statuses: readonly string[]; copies: number }): boolean {
  if (one.copies < countDelivered(one.statuses)) return true;
  return one.isAcked && one.statuses.length === 0;
}

function isFailed(status: string): boolean {
  return TERMINAL.has(status) && status !== 'DELIVERED';
}
