import { failpoint } from '#failpoint';
import { IdempotencyConflict, type Refusal } from '../../platform/refusal.js';
import type { BulkSql } from '../../platform/database/sql.js';
import type { Event } from '../events/event.entity.js';
import { claimKeys, type KeyAnswer, type KeyClaim } from './idempotency-keys.js';
import { recordMessages, type NewMessage } from './message-writer.js';

/** A submission that was found acceptable, ready for its transaction. */
export interface Prepared extends NewMessage {
  readonly key: KeyClaim | null;
}

export interface Written {
  readonly messageId: bigint;
  readonly replayed: boolean;
  readonly refusal: Refusal | null;
  /** What the whole group has to announce after COMMIT; the first of a group carries it all. */
  readonly events: readonly Event[];
  readonly bells: readonly string[];
}

/**
 * Writes a group of submissions in the given transaction: idempotency keys, then what is new, the
 * events last. May run again after a deadlock, so it keeps nothing in memory.
 */
export async function writeAccepted(
  sql: BulkSql,
  group: readonly Prepared[],
): Promise<readonly Written[]> {
  const claims = group.flatMap(({ key }) => (key === null ? [] : [key]));
  const answers = await claimKeys(sql, claims, newest(group));
  const fresh = group.filter(({ key }) => key === null || answers.get(key)?.kind === 'owned');
  const events = fresh.length === 0 ? [] : await recordMessages(sql, fresh);
  const bells = fresh.flatMap(bellsOf);
  await failpoint('accept.beforeCommit');

  return group.map((item, index) => ({
    ...outcomeOf(item, item.key === null ? undefined : answers.get(item.key)),
    events: index === 0 ? events : [],
    bells: index === 0 ? bells : [],
  }));
}

function newest(group: readonly Prepared[]): Date {
  return new Date(Math.max(...group.map(({ message }) => message.acceptedAt.getTime())));
}

function bellsOf({ deliveries }: NewMessage): string[] {
  return deliveries
    .filter(({ status }) => status === 'QUEUED')
    .map(({ serverId, id }) => `${serverId}.${id}`);
}

function outcomeOf(
  { message }: Prepared,
  answer: KeyAnswer | undefined,
): Pick<Written, 'messageId' | 'replayed' | 'refusal'> {
  if (answer?.kind === 'conflict')
    return { messageId: message.id, replayed: false, refusal: new IdempotencyConflict() };
  if (answer?.kind === 'taken')
    return { messageId: answer.messageId, replayed: true, refusal: null };
  return { messageId: message.id, replayed: false, refusal: null };
}
