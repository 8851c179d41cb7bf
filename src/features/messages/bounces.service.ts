import { timingSafeEqual } from 'node:crypto';
import { isAscii } from 'node:buffer';
import type { Config } from '../../config/config.js';
import { LIMITS } from '../../config/limits.js';
import { parseAddressList } from '../../mail/address-list.js';
import { parseAddress } from '../../mail/addresses.js';
import { decodeWords } from '../../mail/encoded-words.js';
import { scanHeader, type Header } from '../../mail/header.js';
import { decodeVerp, VERP_MAC_BYTES, VERP_PURPOSE } from '../../mail/verp.js';
import type { Clock } from '../../platform/clock.js';
import { Deadline } from '../../platform/deadline.js';
import type { BulkPool } from '../../platform/database/bulk-pool.js';
import type { IdSource } from '../../platform/ids.js';
import type { Secrets } from '../../platform/secrets.js';
import { recordEvents } from '../events/event-log.js';
import type { NewEvent } from '../events/event.entity.js';
import type { EventPublisher } from '../events/event-publisher.service.js';
import { insertMessages, type NewMessage } from './message-writer.js';
import { Message } from './message.entity.js';
import { LoopDetected, UnknownReturnPath } from './messages.refusals.js';
import type { Accepted } from './submission.js';

/** Mail that came to the return path of one of our own deliveries. */
export interface ReceivedBounce {
  readonly returnPaths: readonly string[];
  readonly mailFrom: string;
  readonly raw: Buffer;
  readonly clientIp: string;
  readonly received: string;
}

interface BounceParts {
  readonly config: Pick<
    Config,
    'RETURN_PATH_DOMAIN' | 'RETURN_PATH_LABEL' | 'RETENTION_DAYS' | 'ACCEPT_TIMEOUT'
  >;
  readonly secrets: Pick<Secrets, 'mac'>;
  readonly pool: Pick<BulkPool, 'transaction' | 'read'>;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly publisher: EventPublisher;
}

/** What comes back to the return paths (VERP) of our deliveries. */
export class BounceService {
  constructor(private readonly parts: BounceParts) {}

  /** Whether we made this address; nobody else can. */
  isReturnPath(address: string): boolean {
    return this.deliveryOf(address) !== null;
  }

  /** Stores the mail for each mail server it concerns and announces it; resolves after COMMIT. */
  async receive(bounce: ReceivedBounce): Promise<Accepted> {
    const header = scanHeader(bounce.raw);
    if (header.all('received').length > LIMITS.receivedFields) throw new LoopDetected();
    const deadline = new Deadline(this.parts.config.ACCEPT_TIMEOUT);
    const located = Promise.all(bounce.returnPaths.map((address) => this.locate(address)));
    const about = await deadline.bound(located, 'Looking for the delivery');
    const news = about.map((place) => ({
      place,
      ...this.incoming(bounce, header, place),
    }));
    const events = await this.parts.pool.transaction(async (sql) => {
      await insertMessages(sql, news);
      return recordEvents(sql, news.map(announcementOf));
    }, deadline.leftMs);
    this.parts.publisher.publish(events);
    const [first] = news;
    if (!first) throw new Error('a bounce needs a return path');
    return {
      serverId: first.message.serverId,
      messageId: first.message.id,
      replayed: false,
      message: null,
    };
  }

  private deliveryOf(address: string): bigint | null {
    const { RETURN_PATH_DOMAIN, RETURN_PATH_LABEL } = this.parts.config;
    const parsed = parseAddress(address);
    const domain = parsed?.asciiDomain;
    if (!domain || (domain !== RETURN_PATH_DOMAIN && !domain.startsWith(`${RETURN_PATH_LABEL}.`)))
      return null;
    const token = decodeVerp(parsed.localPart);
    const isOurs = token && timingSafeEqual(token.mac, this.macOf(token.deliveryId));
    return isOurs ? token.deliveryId : null;
  }

  /** Ids of deliveries are unique in the installation, so only their own server has this one. */
  private async locate(address: string): Promise<Place> {
    const deliveryId = this.deliveryOf(address);
    const [row] = await this.parts.pool.read<LocatedRow>(
      `/* bounces.locate */ SELECT d.server_id, d.recipient, s.content_retention_days AS days FROM mail_servers s
       JOIN deliveries d ON d.server_id = s.id AND d.id = ?`,
      [deliveryId],
    );
    if (!row || deliveryId === null) throw new UnknownReturnPath();
    const days = row.days ?? this.parts.config.RETENTION_DAYS;
    return { serverId: row.server_id, deliveryId, recipient: row.recipient, days };
  }

  private incoming(bounce: ReceivedBounce, header: Header, place: Place): NewMessage {
    const { ids, clock } = this.parts;
    const acceptedAt = clock.now();
    const expiresAt = acceptedAt.getTime() + place.days * DAY_MS;
    const content = Buffer.concat([Buffer.from(`${bounce.received}\r\n`), bounce.raw]);
    const message = Object.assign(new Message(), {
      serverId: place.serverId,
      id: ids.next(),
      direction: 'INCOMING' as const,
      credentialId: null,
      domainId: null,
      mailFrom: bounce.mailFrom,
      headerFrom: cut(senderOf(header), 320),
      subject: cut(decodeWords(header.first('subject')?.value ?? ''), 500),
      messageIdHeader: cut(header.first('message-id')?.value ?? '', 500),
      tag: null,
      metadata: null,
      sizeBytes: content.length,
      door: 'SMTP' as const,
      clientIp: bounce.clientIp,
      dsnRet: null,
      dsnEnvid: null,
      smtputf8: !isAscii(bounce.raw.subarray(0, header.end)),
      eightBit: !isAscii(content),
      expiresOn: new Date(expiresAt).toISOString().slice(0, 10),
      acceptedAt,
    });
    return { message, content, deliveries: [] };
  }

  private macOf(deliveryId: bigint): Buffer {
    const id = Buffer.alloc(8);
    id.writeBigUInt64BE(deliveryId);
    return this.parts.secrets.mac(VERP_PURPOSE, id).subarray(0, VERP_MAC_BYTES);
  }
}

const DAY_MS = 86_400_000;

interface Place {
  readonly serverId: bigint;
  readonly deliveryId: bigint;
  readonly recipient: string;
  /** That its content is kept. */
  readonly days: number;
}

interface LocatedRow {
  readonly server_id: bigint;
  readonly recipient: string;
  /** Null where the mail server follows the installation. */
  readonly days: number | null;
}

function announcementOf({ message, place }: NewMessage & { readonly place: Place }): NewEvent {
  return {
    serverId: message.serverId,
    kind: 'BOUNCE_RECEIVED',
    messageId: message.id,
    deliveryId: place.deliveryId,
    data: { recipient: place.recipient },
    at: message.acceptedAt,
  };
}

/** Whatever wrote a bounce may have written anything: an unreadable From is no reason to lose it. */
function senderOf(header: Header): string {
  const [mailbox] = parseAddressList(header.first('from')?.value ?? '') ?? [];
  return mailbox?.address.address ?? '';
}

/** Characters as the database counts them, so that none is cut in two. */
function cut(text: string, characters: number): string {
  return Array.from(text).slice(0, characters).join('');
}
