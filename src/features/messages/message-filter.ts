import type { KeyPages } from '../../platform/database/key-pages.js';
import { firstIdAt } from '../../platform/ids.js';
import type { DeliveryStatus } from './delivery.entity.js';
import type { Message } from './message.entity.js';

/** Which messages of a list are meant; all given conditions hold. */
export interface MessageFilter {
  readonly direction?: Message['direction'] | null;
  /** Messages with at least one delivery of this status. */
  readonly status?: DeliveryStatus | null;
  readonly tag?: string | null;
  /** Messages with a delivery to this address. */
  readonly recipient?: string | null;
  /** Address in the From header field. */
  readonly from?: string | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
}

/** Where the messages of a filter are read in their order, and what else is asked of each row there. */
export type FilteredRows = Pick<KeyPages, 'table' | 'key' | 'index' | 'isDistinct'> & {
  readonly sql: string;
  readonly parameters: readonly unknown[];
};

interface Condition {
  readonly sql: string;
  readonly value: unknown;
}

/**
 * A page is read along one index that has the rows in the order of the list, the one of the condition that
 * fewest messages meet as a rule; the other conditions are asked of what it passes. Of two that are named MariaDB
 * takes that in which it finds fewer.
 */
export function rowsOf(filter: MessageFilter): FilteredRows {
  const { status, recipient } = filter;
  if (recipient != null) return alongDeliveries(filter, 'deliveries_by_recipient');
  if (status != null && status !== 'DELIVERED') {
    return alongDeliveries(filter, 'deliveries_by_status');
  }
  const own = [
    ...(filter.tag == null ? [] : ['messages_by_tag']),
    ...(filter.from == null ? [] : ['messages_by_sender']),
  ];
  if (own.length > 0) return alongMessages(filter, own.join(', '));
  if (status != null) return alongDeliveries(filter, 'deliveries_by_status');
  return alongMessages(filter, 'PRIMARY');
}

function alongMessages(filter: MessageFilter, index: string): FilteredRows {
  const own = [...ofMessage('t', filter), ...ofTime('t.id', filter)];
  const deliveries = ofDelivery(filter).map(({ sql, value }) => ({
    sql: isThere(
      `deliveries d WHERE d.server_id = t.server_id AND d.message_id = t.id AND d.${sql}`,
    ),
    value,
  }));
  return { table: 'messages', key: 'id', index, ...allOf([...own, ...deliveries]) };
}

/** One condition on a delivery leads the way; the other may be met by another delivery of the message. */
function alongDeliveries(filter: MessageFilter, index: string): FilteredRows {
  const [first, ...others] = ofDelivery(filter);
  const leading = first ? [{ sql: `t.${first.sql}`, value: first.value }] : [];
  const other = others.map(({ sql, value }) => ({
    sql: isThere(
      `deliveries d WHERE d.server_id = t.server_id AND d.message_id = t.message_id AND d.${sql}`,
    ),
    value,
  }));
  const message = ofMessage('m', filter).map(({ sql, value }) => ({
    sql: isThere(`messages m WHERE m.server_id = t.server_id AND m.id = t.message_id AND ${sql}`),
    value,
  }));
  return {
    ...{ table: 'deliveries', key: 'message_id', index, isDistinct: true },
    ...allOf([...leading, ...ofTime('t.message_id', filter), ...other, ...message]),
  };
}

/** In the order of the indexes above: the first is the one that leads. */
function ofDelivery({ recipient, status }: MessageFilter): Condition[] {
  return given([
    { sql: 'recipient = ?', value: recipient },
    { sql: 'status = ?', value: status },
  ]);
}

function ofMessage(alias: string, filter: MessageFilter): Condition[] {
  return given([
    { sql: `${alias}.tag = ?`, value: filter.tag },
    { sql: `${alias}.header_from = ?`, value: filter.from },
    { sql: `${alias}.direction = ?`, value: filter.direction },
    { sql: `${alias}.accepted_at >= ?`, value: filter.since },
    { sql: `${alias}.accepted_at < ?`, value: filter.until },
  ]);
}

/** Ids have the order of time, and so bound what is read. */
function ofTime(column: string, { since, until }: MessageFilter): Condition[] {
  return given([
    { sql: `${column} >= ?`, value: since && firstIdAt(new Date(since.getTime() - SLACK_MS)) },
    { sql: `${column} < ?`, value: until && firstIdAt(new Date(until.getTime() + SLACK_MS)) },
  ]);
}

/** An id and the time of its message are read from the clock one after the other; ids never go back with it. */
const SLACK_MS = 60_000;

/** Counts, for an EXISTS may be turned into a join that begins with all rows of the other table. */
function isThere(rows: string): string {
  return `0 < (SELECT COUNT(*) FROM ${rows})`;
}

function given(conditions: readonly Condition[]): Condition[] {
  return conditions.filter(({ value }) => value != null);
}

function allOf(conditions: readonly Condition[]): Pick<FilteredRows, 'sql' | 'parameters'> {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.map(({ value }) => value),
  };
}
