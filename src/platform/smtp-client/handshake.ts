import { failpoint } from '#failpoint';
import { DialogueFailed, type Dialogue } from './dialogue.js';
import { extensionsOf, type Extensions } from './extensions.js';
import { isPositive, type Reply } from './reply.js';
import { describeTls, upgrade } from './starttls.js';
import type { FailureKind, Stage } from './transaction.js';
import type { Transcript } from './transcript.js';

/** `opportunistic`: TLS when offered, unverified. `required`: the same, but never without. */
export type TlsUse = 'none' | 'opportunistic' | 'required';

export interface HandshakeOptions {
  readonly host: string;
  readonly helo: string;
  readonly tls: TlsUse;
  readonly greetingMs: number;
  readonly commandMs: number;
}

export interface Greeted {
  readonly extensions: Extensions;
  /** Protocol and cipher, or null in clear. */
  readonly tls: string | null;
}

/** Why a connection did not come to be; carried by an exception within this folder only. */
export class HandshakeFailed extends Error {
  constructor(
    readonly stage: Stage,
    readonly failure: FailureKind | null,
    readonly reply: Reply | null,
    reason: string,
  ) {
    super(reason);
  }
}

/** Greeting, EHLO, STARTTLS, EHLO: from a bare connection to one that takes messages. */
export class Handshake {
  private stage: Stage = 'greeting';

  constructor(
    private readonly dialogue: Dialogue,
    private readonly options: HandshakeOptions,
    private readonly transcript: Transcript,
  ) {}

  /** Rejects with HandshakeFailed. */
  async run(): Promise<Greeted> {
    try {
      const greeted = await this.greet();
      await failpoint('courier.connected');
      return greeted;
    } catch (error) {
      if (!(error instanceof DialogueFailed)) throw error;
      const { kind, reason } = error.failure;
      this.transcript.note(reason);
      throw new HandshakeFailed(this.stage, kind, null, reason);
    }
  }

  private async greet(): Promise<Greeted> {
    const greeting = await this.ask('greeting', '');
    if (greeting.code !== 220) throw this.refused(greeting);
    const extensions = await this.hello();
    if (this.options.tls === 'none') return { extensions, tls: null };
    const tls = await this.secure(extensions);
    return tls === null ? { extensions, tls } : { extensions: await this.hello(), tls };
  }

  /** RFC 5321 §3.2: a server that does not know EHLO gets HELO. */
  private async hello(): Promise<Extensions> {
    const reply = await this.ask('ehlo', `EHLO ${this.options.helo}`);
    if (isPositive(reply)) return extensionsOf(reply);
    if (reply.code < 500) throw this.refused(reply);
    const plain = await this.ask('ehlo', `HELO ${this.options.helo}`);
    if (!isPositive(plain)) throw this.refused(plain);
    return extensionsOf(null);
  }

  /** The protocol and cipher, or null where the connection stays in clear. */
  private async secure(extensions: Extensions): Promise<string | null> {
    const isRequired = this.options.tls === 'required';
    if (!extensions.startTls) {
      if (isRequired) throw this.failed('tls', 'tls', 'the server does not offer STARTTLS');
      return null;
    }
    const reply = await this.ask('tls', 'STARTTLS');
    if (reply.code === 220) return this.upgrade();
    if (isRequired) throw this.refused(reply);
    return null;
  }

  private async upgrade(): Promise<string> {
    // What came in clear behind the 220 would be taken for the server's first secure words (RFC 3207 §6).
    if (this.dialogue.failure || !this.dialogue.isQuiet) {
      throw this.failed(
        'tls',
        'protocol',
        'the server sent plain text after its reply to STARTTLS',
      );
    }
    const { host, greetingMs } = this.options;
    const plain = this.dialogue.release();
    try {
      const secure = await upgrade(plain, host, greetingMs);
      this.dialogue.adopt(secure);
      this.transcript.note(describeTls(secure));
      return describeTls(secure);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw this.failed('tls', 'tls', `TLS failed: ${reason}`);
    }
  }

  private async ask(stage: Stage, command: string): Promise<Reply> {
    this.stage = stage;
    if (command) this.transcript.client(command);
    const { greetingMs, commandMs } = this.options;
    const reply = await this.dialogue.ask(command, command ? commandMs : greetingMs);
    this.transcript.server(reply.lines);
    return reply;
  }

  private refused(reply: Reply): HandshakeFailed {
    if (reply.code < 400) {
      return this.failed(this.stage, 'protocol', `the server answered ${reply.code}`);
    }
    return new HandshakeFailed(this.stage, null, reply, reply.text);
  }

  private failed(stage: Stage, failure: FailureKind, reason: string): HandshakeFailed {
    this.transcript.note(reason);
    return new HandshakeFailed(stage, failure, null, reason);
  }
}
