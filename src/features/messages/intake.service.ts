import { isAscii } from 'node:buffer';
import { LIMITS } from '../../config/limits.js';
import type { Config } from '../../config/config.js';
import { domainOf, parseAddress } from '../../mail/addresses.js';
import type { Clock } from '../../platform/clock.js';
import { Deadline } from '../../platform/deadline.js';
import type { DiskReserve } from '../../platform/database/disk-reserve.js';
import type { IdSource } from '../../platform/ids.js';
import type { DomainService } from '../domains/domains.service.js';
import type { MailServer } from '../servers/mail-server.entity.js';
import type { ServerService } from '../servers/servers.service.js';
import type { Prepared } from './accept-writer.js';
import { completedContent } from './completed-content.js';
import type { DurableAccept } from './durable-accept.service.js';
import { keyClaim } from './idempotency-keys.js';
import { Message } from './message.entity.js';
import {
  InvalidEnvelopeSender,
  MessageTooLarge,
  MetadataTooLarge,
  ServerSuspended,
} from './messages.refusals.js';
import { distinctRecipients, newDeliveries, type DistinctRecipient } from './recipients.js';
import type { Accepted, Submission } from './submission.js';
import { readSubmittedHeader, type SubmittedHeader } from './submitted-header.js';

export interface IntakeParts {
  readonly servers: Pick<ServerService, 'stateOf'>;
  readonly domains: Pick<DomainService, 'requireAuthenticated' | 'findVerified'>;
  readonly durable: DurableAccept;
  readonly disk: Pick<DiskReserve, 'requireRoom'>;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly config: Pick<
    Config,
    'MAX_RECIPIENTS' | 'MAX_MESSAGE_BYTES' | 'RETENTION_DAYS' | 'ACCEPT_TIMEOUT'
  >;
}

/**
 * The one way in, for every door: checks a submission, completes its header and takes
 * responsibility for it. Refusals say what is wrong; CommitUnknown that nobody knows; anything else means
 * that nothing was taken.
 */
export class MessageIntake {
  constructor(private readonly parts: IntakeParts) {}

  /** Resolves once message, content, deliveries and events are committed. */
  async accept(submission: Submission): Promise<Accepted> {
    const { config, durable } = this.parts;
    const deadline = new Deadline(config.ACCEPT_TIMEOUT);
    const checked = await deadline.bound(this.check(submission), 'Checking the message');
    return durable.commit(this.prepare(submission, checked), deadline);
  }

  /** Fails while the disk has no room for a message of so many bytes: a door may say so early. */
  requireRoom(bytes: number): Promise<void> {
    return this.parts.disk.requireRoom(bytes);
  }

  private async check(submission: Submission): Promise<Checked> {
    const { config } = this.parts;
    await this.requireRoom(submission.raw.length);
    const server = await this.requireOpenServer(submission);
    requireWithinLimits(submission, config.MAX_MESSAGE_BYTES);
    const recipients = distinctRecipients(submission.recipients, config.MAX_RECIPIENTS);
    const header = readSubmittedHeader(submission.raw);
    const domainId = await this.authenticate(submission, server, header);
    return { server, recipients, header, domainId };
  }

  private async requireOpenServer(submission: Submission): Promise<MailServer> {
    if (submission.door === 'SYSTEM') return submission.server;
    const state = await this.parts.servers.stateOf(submission.server.id);
    if (state === null) throw new ServerSuspended('it no longer exists');
    if (state.suspension !== null) throw new ServerSuspended(state.suspension);
    return state.server;
  }

  /** The verified domain that answers for the message; mail of the system itself may do without. */
  private async authenticate(
    { door }: Submission,
    server: MailServer,
    { from, sender }: SubmittedHeader,
  ): Promise<bigint | null> {
    if (door === 'SYSTEM') return (await this.parts.domains.findVerified(server, from))?.id ?? null;
    const senders = sender === null ? [] : [sender];
    const domain = await this.parts.domains.requireAuthenticated(server, {
      from: [from],
      sender: senders,
    });
    return domain.id;
  }

  private prepare(submission: Submission, checked: Checked): Prepared {
    const { ids, clock } = this.parts;
    const id = ids.next();
    const at = clock.now();
    const { server, header, recipients } = checked;
    const givenId = header.messageId;
    const messageId = givenId ?? `<${id.toString(36)}@${domainOf(header.from) ?? 'localhost'}>`;
    const content = completedContent(submission.raw, header.header, {
      received: submission.received,
      messageId: givenId === null ? messageId : null,
      date: header.hasDate ? null : at,
    });
    const { idempotency } = submission;
    return {
      message: this.message(submission, checked, { id, at, messageId, content }),
      content,
      deliveries: newDeliveries(
        recipients,
        { serverId: server.id, messageId: id, heldBecause: reasonToHold(submission, server), at },
        ids,
      ),
      key: idempotency ? keyClaim(server.id, idempotency.key, idempotency.fingerprint, id) : null,
    };
  }

  private daysOf({ contentRetentionDays }: MailServer): number {
    return contentRetentionDays ?? this.parts.config.RETENTION_DAYS;
  }

  private message(
    submission: Submission,
    { server, header, domainId }: Checked,
    made: { id: bigint; at: Date; messageId: string; content: Buffer },
  ): Message {
    const { raw, mailFrom, door, clientIp, dsn } = submission;
    return Object.assign(new Message(), {
      serverId: server.id,
      id: made.id,
      direction: 'OUTGOING' as const,
      credentialId: submission.credential?.id ?? null,
      domainId,
      mailFrom,
      headerFrom: header.from,
      subject: header.subject,
      messageIdHeader: made.messageId,
      tag: submission.tag ?? header.tag,
      metadata: submission.metadata ?? null,
      sizeBytes: made.content.length,
      door,
      clientIp,
      dsnRet: dsn?.ret ?? null,
      dsnEnvid: dsn?.envid ?? null,
      smtputf8: !isAscii(raw.subarray(0, header.header.end)),
      eightBit: !isAscii(made.content),
      expiresOn: dayAfter(made.at, submission.retentionDays ?? this.daysOf(server)),
      acceptedAt: made.at,
    });
  }
}

interface Checked {
  readonly server: MailServer;
  readonly header: SubmittedHeader;
  readonly recipients: readonly DistinctRecipient[];
  readonly domainId: bigint | null;
}

function requireWithinLimits({ raw, mailFrom, metadata }: Submission, maxBytes: number): void {
  if (raw.length > maxBytes) throw new MessageTooLarge(maxBytes);
  if (mailFrom !== '' && parseAddress(mailFrom) === null) throw new InvalidEnvelopeSender(mailFrom);
  if (metadata && Buffer.byteLength(JSON.stringify(metadata)) > LIMITS.metadataBytes)
    throw new MetadataTooLarge(LIMITS.metadataBytes);
}

function reasonToHold({ credential }: Submission, server: MailServer): string | null {
  if (server.mode === 'SANDBOX') return 'The mail server is in SANDBOX mode';
  if (credential?.hold) return 'The credential holds its messages';
  return null;
}

function dayAfter(at: Date, days: number): string {
  return new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
