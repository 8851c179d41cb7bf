import { createHash } from 'node:crypto';
import { canonicalize } from '../../mail/line-ends.js';
import { receivedField } from '../../mail/received.js';
import type { Clock } from '../../platform/clock.js';
import type { Caller } from '../accounts/caller.js';
import type { MailServer } from '../servers/mail-server.entity.js';
import type { ServerService } from '../servers/servers.service.js';
import { composed, placed, type ComposedMessage, type MessageText } from './composed.js';
import type { MessageIntake } from './intake.service.js';
import { InvalidMessage, NoRecipients } from './messages.refusals.js';
import type { Accepted, Recipient, Submission } from './submission.js';

/** A request to send, whatever the message. */
export interface SendRequest {
  readonly caller: Caller;
  readonly serverId: bigint;
  readonly clientIp: string | null;
  readonly requestId: string;
  /** Where the message stands in the input, for refusals that name a place. */
  readonly path: readonly string[];
  /** All that was asked for: a repeated idempotency key must come with the same. */
  readonly input: unknown;
  readonly labels: {
    readonly tag?: string | null;
    readonly metadata?: Record<string, unknown> | null;
    readonly dsn?: {
      readonly notify?: Recipient['notify'];
      readonly ret?: 'FULL' | 'HDRS' | null;
      readonly envid?: string | null;
    } | null;
    readonly idempotencyKey?: string | null;
  };
}

/** A message that is written already, with its envelope. */
export interface RawMessage {
  readonly mailFrom: string;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

/** The GraphQL door's way to the intake. */
export class SendService {
  constructor(
    private readonly servers: ServerService,
    private readonly intake: MessageIntake,
    private readonly clock: Clock,
    private readonly hostname: string,
  ) {}

  /** Writes the message and takes responsibility for it. */
  async send(request: SendRequest, text: MessageText): Promise<Accepted> {
    const server = await this.requireServer(request);
    return this.accept(request, server, await composed(text, request.path, this.clock.now()));
  }

  /** Takes responsibility for a message that is written already. */
  async sendRaw(request: SendRequest, { raw, ...envelope }: RawMessage): Promise<Accepted> {
    const server = await this.requireServer(request);
    if (envelope.recipients.length === 0) throw new NoRecipients('recipients');
    const canonical = canonicalize(raw);
    if (canonical.problem === null) {
      const recipients = placed(envelope.recipients, 'recipients');
      return this.accept(request, server, { ...envelope, recipients, raw: canonical.raw });
    }
    const { kind, line } = canonical.problem;
    const what = kind === 'nul' ? 'holds a NUL octet' : 'is longer than 998 octets';
    throw new InvalidMessage(`Line ${line} of the message ${what}`, [...request.path, 'raw']);
  }

  private requireServer({ caller, serverId }: SendRequest): Promise<MailServer> {
    return this.servers.requireUsable(caller, serverId, 'messages:send');
  }

  private accept(
    request: SendRequest,
    server: MailServer,
    message: ComposedMessage,
  ): Promise<Accepted> {
    const { caller, clientIp, labels, input } = request;
    const { tag, metadata, dsn, idempotencyKey: key } = labels;
    const { identity } = caller;
    const submission: Submission = {
      server,
      credential:
        identity.kind === 'credential' ? { id: identity.credentialId, hold: identity.hold } : null,
      door: 'GRAPHQL',
      mailFrom: message.mailFrom,
      recipients: message.recipients.map((one) => ({ ...one, notify: dsn?.notify })),
      raw: message.raw,
      clientIp,
      received: this.received(request, server),
      tag,
      metadata,
      dsn: dsn ? { ret: dsn.ret, envid: dsn.envid } : undefined,
      idempotency: key == null ? null : { key, fingerprint: fingerprintOf(input) },
    };
    return this.intake.accept(submission);
  }

  private received({ clientIp, requestId }: SendRequest, server: MailServer): string | null {
    if (clientIp === null) return null;
    return receivedField({
      heloName: 'unknown',
      clientIp,
      byHostname: this.hostname,
      protocol: 'HTTP',
      id: requestId,
      date: this.clock.now(),
      privacy: server.privacyMode,
    });
  }
}

/** The same input in another order of fields is the same input. */
function fingerprintOf(input: unknown): Buffer {
  const canonical = JSON.stringify(input, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  });
  return createHash('sha256').update(canonical).digest();
}
