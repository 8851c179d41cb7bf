import { failpoint } from '#failpoint';
import type { Sql } from '../../platform/database/sql.js';
import { recordEvents } from '../events/event-log.js';
import type { NewEvent } from '../events/event.entity.js';
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
  sql: Sql,
  group: readonly Settlement[],
): Promise<readonly Settled[]> {
  const owned = await lockOwned(sql, group);
  if (owned.length > 0) await write(sql, [...owned].sort(compareSettlements));
  const events = owned.length > 0 ? await recordEvents(sql, await announce(sql, owned)) : [];

  const settled = new Set(owned);
  return group.map((settlement, index) => ({
    result: settled.has(settlement) ? 'settled' : 'fenced',
    events: index === 0 ? events : [],
  }));
}

async function write(sql: Sql, owned: readonly Settlement[]): Promise<void> {
  await insertAttempts(sql, owned);
  const again = owned.filter(({ dueAt }) => dueAt !== null);
  if (again.length > 0) {
    await postpone(sql, again);
    await failpoint('settle.postponed');
  }
  for (const alike of bySameEnd(owned.filter(({ dueAt }) => dueAt === null))) {
    await settleStatus(sql, alike);
  }
  await leaveQueue(
    sql,
    owned.filter(({ dueAt }) => dueAt === null),
  );
  await forgetSystemContent(
    sql,
    owned.flatMap(({ work, dueAt, outcome }) =>
      dueAt === null && outcome.kind !== 'HELD' ? [work] : [],
    ),
  );
  await markDelayReported(
    sql,
    owned.filter(({ isDelayReport }) => isDelayReport),
  );
}

/** Reports are messages of their own: they are accepted in the transaction that needs them. */
async function announce(sql: Sql, owned: readonly Settlement[]): Promise<NewEvent[]> {
  const reports = owned.flatMap(({ report }) => (report ? [report] : []));
  const accepted = reports.length > 0 ? await insertMessages(sql, reports) : [];
  if (accepted.length > 0) await failpoint('settle.reported');
  return [...owned.map(({ event }) => event), ...accepted];
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
