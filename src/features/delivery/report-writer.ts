import { isAscii } from 'node:buffer';
import type { Config } from '../../config/config.js';
import { parseAddress, type Address } from '../../mail/addresses.js';
import { buildReport, type ReportKind } from '../../mail/dsn.js';
import { subjectOf } from '../../mail/dsn-text.js';
import type { IdSource } from '../../platform/ids.js';
import { Delivery } from '../messages/delivery.entity.js';
import { Message } from '../messages/message.entity.js';
import type { NewMessage } from '../messages/message-writer.js';
import type { Outcome } from './outcome.js';
import type { Finding } from './settlement.js';
import type { Work } from './work.js';

/** What a report is about. */
export interface ReportSubject {
  readonly work: Work;
  readonly finding: Finding;
  readonly outcome: Outcome;
  readonly at: Date;
  readonly original: Buffer;
  readonly postmaster: string;
  /** That content is kept; null follows the installation. */
  readonly keptDays: number | null;
}

type Settings = Pick<
  Config,
  'RETURN_PATH_DOMAIN' | 'RETENTION_DAYS' | 'HELO_HOSTNAME' | 'SMTP_HOSTNAME'
>;

/** Writes reports as messages of the same mail server: from us, with the null sender, to the submitter. */
export class ReportWriter {
  constructor(
    private readonly ids: IdSource,
    private readonly config: Settings,
  ) {}

  /** Null when there is no address to report to. */
  write(kind: ReportKind, subject: ReportSubject): NewMessage | null {
    const to = parseAddress(subject.work.message.mailFrom);
    const from = parseAddress(`mailer-daemon@${this.config.RETURN_PATH_DOMAIN}`);
    if (!to || !from) return null;
    const id = this.ids.next();
    const messageId = `${id}@${this.config.RETURN_PATH_DOMAIN}`;
    const content = this.content(kind, subject, { from, to, messageId });
    const message = this.message(kind, subject, { id, from, to, messageId, content });
    return { message, content, deliveries: [this.delivery(message, to)] };
  }

  private content(kind: ReportKind, subject: ReportSubject, { from, to, messageId }: Ends): Buffer {
    const { work, finding, outcome, at, original, postmaster } = subject;
    return buildReport({
      kind,
      reportingMta: this.config.HELO_HOSTNAME ?? this.config.SMTP_HOSTNAME,
      envid: work.message.envid,
      arrivalAt: work.message.acceptedAt,
      recipients: [
        {
          finalRecipient: work.recipient,
          orcpt: work.orcpt,
          status: outcome.enhancedCode ?? '4.0.0',
          diagnostic: outcome.code === null ? outcome.reply : `${outcome.code} ${outcome.reply}`,
          remoteMta: finding.decision.host,
          lastAttemptAt: finding.startedAt,
        },
      ],
      original,
      ret: work.message.ret ?? 'HDRS',
      from: { name: 'Mail Delivery System', address: from },
      to,
      messageId,
      postmaster,
      date: at,
    });
  }

  private message(
    kind: ReportKind,
    { work, at, keptDays }: ReportSubject,
    { id, from, to, messageId, content }: Ends & { id: bigint; content: Buffer },
  ): Message {
    const lastDay = new Date(at.getTime() + (keptDays ?? this.config.RETENTION_DAYS) * DAY_MS);
    return Object.assign(new Message(), {
      serverId: work.serverId,
      id,
      direction: 'OUTGOING' as const,
      credentialId: null,
      domainId: null,
      mailFrom: '',
      headerFrom: from.address,
      subject: subjectOf(kind),
      messageIdHeader: `<${messageId}>`,
      tag: null,
      metadata: null,
      sizeBytes: content.length,
      door: 'SYSTEM' as const,
      clientIp: null,
      dsnRet: null,
      dsnEnvid: null,
      smtputf8: to.needsSmtputf8,
      eightBit: !isAscii(content),
      expiresOn: lastDay.toISOString().slice(0, 10),
      acceptedAt: at,
    });
  }

  private delivery({ serverId, id: messageId, acceptedAt }: Message, to: Address): Delivery {
    return Object.assign(new Delivery(), {
      serverId,
      id: this.ids.next(),
      messageId,
      recipient: to.address,
      destination: to.asciiDomain ?? to.domain,
      status: 'QUEUED' as const,
      heldBecause: null,
      attempts: 0,
      scheduleBase: 0,
      nextAttemptAt: acceptedAt,
      dsnNotify: null,
      dsnOrcpt: null,
      delayReported: false,
      settledAt: null,
      createdAt: acceptedAt,
    });
  }
}

interface Ends {
  readonly from: Address;
  readonly to: Address;
  readonly messageId: string;
}

const DAY_MS = 86_400_000;
