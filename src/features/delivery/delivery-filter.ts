import type { Belonging } from '../../platform/database/key-pages.js';
import type { DeliveryStatus } from '../messages/delivery.entity.js';

/** Which deliveries of a list are meant; all given conditions hold. */
export interface DeliveryFilter {
  readonly status?: DeliveryStatus | null;
  readonly recipient?: string | null;
  /** Domain of the recipient. */
  readonly destination?: string | null;
}

/** What is asked of a row of deliveries `t`, and of its message where that is given. */
export function conditionOf(filter: DeliveryFilter, messageId: bigint | null = null): Belonging {
  const { status, recipient, destination } = filter;
  const conditions = [
    { sql: 't.message_id = ?', value: messageId },
    { sql: 't.status = ?', value: status },
    { sql: 't.recipient = ?', value: recipient },
    { sql: 't.destination = ?', value: destination?.toLowerCase() },
  ].filter(({ value }) => value != null);
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.map(({ value }) => value),
  };
}

/** Those that have the rows in the order of the list; of several MariaDB takes that in which it finds fewest. */
export function indexFor({ status, recipient, destination }: DeliveryFilter): string {
  const fitting = [
    { value: recipient, index: 'deliveries_by_recipient' },
    { value: destination, index: 'deliveries_by_destination' },
    { value: status, index: 'deliveries_by_status' },
  ].filter(({ value }) => value != null);
  if (fitting.length === 0) return 'deliveries_by_message';
  return fitting.map(({ index }) => index).join(', ');
}
