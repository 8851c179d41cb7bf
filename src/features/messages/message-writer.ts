import { failpoint } from '#failpoint';
import { insertRows, type BulkSql } from '../../platform/database/sql.js';
import type { Event, NewEvent } from '../events/event.entity.js';
import { recordEvents } from '../events/event-log.js';
import type { Delivery } from './delivery.entity.js';
import type { Message } from './message.entity.js';
import { storedContent } from './stored-content.js';

/** A message to be accepted: everything is known, nothing is written yet. */
export interface NewMessage {
  readonly message: Message;
  readonly content: Buffer;
  readonly deliveries: readonly Delivery[];
}

/**
 * Writes messages with their contents, deliveries and (for QUEUED ones) queue rows in the given
 * transaction; resolves to the events that the transaction must record.
 */
export async function insertMessages(
  sql: BulkSql,
  batch: readonly NewMessage[],
): Promise<NewEvent[]> {
  const inserted = insertAllButContents(sql, batch);
  await Promise.all([afterTheRest(() => insertContents(sql, batch)), inserted]);
  return batch.flatMap(eventsOf);
}

/** The same, with the events recorded: no statement waits for the answer of another. */
export async function recordMessages(
  sql: BulkSql,
  batch: readonly NewMessage[],
): Promise<readonly Event[]> {
  const inserted = insertAllButContents(sql, batch);
  const [events] = await Promise.all([afterTheRest(() => record(sql, batch)), inserted]);
  return events;
}

async function afterTheRest<T>(work: () => Promise<T>): Promise<T> {
  await failpoint('accept.betweenInserts');
  return work();
}

/** The events last: the clock of a mail server is locked from then on. */
async function record(sql: BulkSql, batch: readonly NewMessage[]): Promise<readonly Event[]> {
  const contents = insertContents(sql, batch);
  const [events] = await Promise.all([recordEvents(sql, batch.flatMap(eventsOf)), contents]);
  return events;
}

/** It leaves at once: the database works on it while contents are compressed. */
async function insertAllButContents(sql: BulkSql, batch: readonly NewMessage[]): Promise<void> {
  const deliveries = batch.flatMap((item) => item.deliveries);
  const inserted = [
    insertRows(
      sql,
      'messages (server_id, id, direction, credential_id, domain_id, mail_from, header_from, subject, message_id_header, tag, metadata, size_bytes, door, client_ip, dsn_ret, dsn_envid, smtputf8, eight_bit, expires_on, accepted_at)',
      batch.map(({ message }) => messageRow(message)),
    ),
    insertRows(
      sql,
      'deliveries (server_id, id, message_id, recipient, destination, status, held_because, attempts, next_attempt_at, dsn_notify, dsn_orcpt, delay_reported, settled_at, created_at)',
      deliveries.map(deliveryRow),
    ),
    insertRows(
      sql,
      'queue (server_id, delivery_id, message_id, destination, due_at)',
      deliveries.filter(({ status }) => status === 'QUEUED').map(queueRow),
    ),
  ];
  sql.send();
  await Promise.all(inserted);
}

async function insertContents(sql: BulkSql, batch: readonly NewMessage[]): Promise<void> {
  await sql.insertBytes(
    'message_contents (server_id, message_id, expires_on, encoding, content)',
    batch.map(contentRow),
  );
}

function messageRow(message: Message): unknown[] {
  return [
    message.serverId,
    message.id,
    message.direction,
    message.credentialId,
    message.domainId,
    message.mailFrom,
    message.headerFrom,
    message.subject,
    message.messageIdHeader,
    message.tag,
    message.metadata === null ? null : JSON.stringify(message.metadata),
    message.sizeBytes,
    message.door,
    message.clientIp,
    message.dsnRet,
    message.dsnEnvid,
    message.smtputf8,
    message.eightBit,
    message.expiresOn,
    message.acceptedAt,
  ];
}

function contentRow({ message, content }: NewMessage): unknown[] {
  const { encoding, bytes } = storedContent(content);
  return [message.serverId, message.id, message.expiresOn, encoding, bytes];
}

function deliveryRow(delivery: Delivery): unknown[] {
  return [
    delivery.serverId,
    delivery.id,
    delivery.messageId,
    delivery.recipient,
    delivery.destination,
    delivery.status,
    delivery.heldBecause,
    delivery.attempts,
    delivery.nextAttemptAt,
    delivery.dsnNotify === null ? null : delivery.dsnNotify.join(','),
    delivery.dsnOrcpt,
    delivery.delayReported,
    delivery.settledAt,
    delivery.createdAt,
  ];
}

function queueRow(delivery: Delivery): unknown[] {
  const { serverId, id, messageId, destination, nextAttemptAt, createdAt } = delivery;
  return [serverId, id, messageId, destination, nextAttemptAt ?? createdAt];
}

function eventsOf({ message, deliveries }: NewMessage): NewEvent[] {
  const { serverId, id: messageId, acceptedAt: at } = message;
  const held = deliveries.filter(({ status }) => status === 'HELD');
  return [
    { serverId, kind: 'ACCEPTED', messageId, data: {}, at },
    ...held.map(({ id, recipient, heldBecause }): NewEvent => ({
      serverId,
      kind: 'HELD',
      messageId,
      deliveryId: id,
      data: { recipient, reason: heldBecause ?? '' },
      at,
    })),
  ];
}
