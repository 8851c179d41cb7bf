import { failpoint } from '#failpoint';
import type { BulkSql } from '../../platform/database/sql.js';
import { recordEvents } from '../events/event-log.js';
import type { Event, NewEvent } from '../events/event.entity.js';
import { insertMessages } from '../messages/message-writer.js';
import { compareKeys } from './keys.js';
import {
  insertAttempts,
  leaveQueue,
  lockOwned,
  markDelayReported,
  postpone,
  settleStatus,
} from './settle.queries.js';
import { forgetSystemContent } from './system-content.queries.js';
import type { Settled, Settlement } from './settlement.js';

/**
 * Writes a group of settlements in the given transaction: attempts, statuses, queue rows, reports,
 * and the events last. The fence is the lease token of each queue row: a delivery whose token has
 * changed is left out entirely. Rows are locked in the order of their keys, queue before deliveries,
 * as everywhere. May run again after a deadlock, so it keeps nothing in memory.
 */
export async function writeSettlements(
  sql: BulkSql,
  group: readonly Settlement[],
): Promise<readonly Settled[]> {
  const owned = [...(await lockOwned(sql, group))].sort(compareSettlements);
  const events = owned.length > 0 ? await write(sql, owned) : [];

  const settled = new Set(owned);
  return group.map((settlement, index) => ({
    result: settled.has(settlement) ? 'settled' : 'fenced',
    events: index === 0 ? events : [],
  }));
}

/** What follows the lock needs no answers: it goes over the wire at once. */
async function write(sql: BulkSql, owned: readonly Settlement[]): Promise<readonly Event[]> {
  const again = owned.filter(({ dueAt }) => dueAt !== null);
  if (again.length > 0) {
    await postpone(sql, again);
    await failpoint('settle.postponed');
  }
  const reported = await insertReports(sql, owned);
  const recorded = [
    insertAttempts(sql, owned),
    ...endings(
      sql,
      owned.filter(({ dueAt }) => dueAt === null),
    ),
    markDelayReported(
      sql,
      owned.filter(({ isDelayReport }) => isDelayReport),
    ),
  ];
  const news = [...owned.map(({ event }) => event), ...reported];
  const [events] = await Promise.all([recordEvents(sql, news), ...recorded]);
  return events;
}

function endings(sql: BulkSql, ended: readonly Settlement[]): Promise<void>[] {
  const isOver = ({ outcome }: Settlement) => outcome.kind !== 'HELD';
  return [
    ...bySameEnd(ended).map((alike) => settleStatus(sql, alike)),
    leaveQueue(sql, ended),
    forgetSystemContent(
      sql,
      ended.filter(isOver).map(({ work }) => work),
    ),
  ];
}

/** Reports are messages of their own: they are accepted in the transaction that needs them. */
async function insertReports(sql: BulkSql, owned: readonly Settlement[]): Promise<NewEvent[]> {
  const reports = owned.flatMap(({ report }) => (report ? [report] : []));
  if (reports.length === 0) return [];
  const accepted = await insertMessages(sql, reports);
  await failpoint('settle.reported');
  return accepted;
}

/** Settlements that one UPDATE can end: same kind and, for held ones, the same words. */
function bySameEnd(settlements: readonly Settlement[]): Settlement[][] {
  const groups = new Map<string, Settlement[]>();
  for (const settlement of settlements) {
    const { kind, reply } = settlement.outcome;
    const end = kind === 'HELD' ? `HELD ${reply}` : kind;
    const group = groups.get(end);
    if (group) group.push(settlement);
    else groups.set(end, [settlement]);
  }
  return [...groups.values()];
}

function compareSettlements(one: Settlement, other: Settlement): number {
  return compareKeys(one.work, other.work);
}
