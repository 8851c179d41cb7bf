import { Dialogue, type DialogueFailure } from './dialogue.js';
import { unsuitable } from './commands.js';
import { Exchange, type Carrier } from './exchange.js';
import type { Extensions } from './extensions.js';
import type { SendResult, Transaction } from './transaction.js';
import { Transcript } from './transcript.js';

export interface Timeouts {
  /** Connection, greeting and TLS handshake, each. */
  readonly connectMs: number;
  /** Reply to a command, and progress of each block of content. */
  readonly commandMs: number;
  /** All of the content, however steadily it trickles. */
  readonly contentMs: number;
  /** Reply to the final dot. */
  readonly dataMs: number;
}

/** Whom a connection reached, and how. */
export interface Session {
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly sourceAddress: string | null;
  readonly helo: string;
  readonly tls: string | null;
  readonly extensions: Extensions;
}

const QUIT_MS = 2_000;

/**
 * A connection that takes messages one after the other. With PIPELINING the envelope of a message that
 * waits leaves together with the final dot of the one before (RFC 2920 §3.1), so that a busy connection costs
 * one round trip each. When it fails, the message in turn gets the reason; those behind it were never begun.
 */
export class SmtpConnection {
  /** Resolves when the connection has ended, for whatever reason. */
  readonly closed: Promise<void>;
  /** Messages given to this connection so far. */
  messages = 0;
  private readonly queue: Exchange[] = [];
  /** Oldest first; a second one only while the first awaits the reply to its dot. */
  private readonly active: Exchange[] = [];
  private needsReset = false;
  private isQuitting = false;
  private readonly carrier: Carrier;

  constructor(
    private readonly dialogue: Dialogue,
    readonly session: Session,
    timeouts: Timeouts,
    private readonly opening: string,
  ) {
    this.carrier = {
      dialogue,
      extensions: session.extensions,
      commandMs: timeouts.commandMs,
      contentMs: timeouts.contentMs,
      dataMs: timeouts.dataMs,
      nextEnvelope: () => (session.extensions.pipelining ? this.beginNext() : null),
      settled: (exchange, needsReset) => this.onSettled(exchange, needsReset),
    };
    this.closed = new Promise((resolve) => {
      dialogue.onFailure = (failure) => {
        this.failAll(failure);
        resolve();
      };
      if (dialogue.failure) resolve();
    });
  }

  get isReusable(): boolean {
    return this.dialogue.failure === null && !this.isQuitting;
  }

  /** Messages that were given and have no result yet. */
  get pending(): number {
    return this.active.length + this.queue.length;
  }

  /**
   * Resolves with what became of the message, whatever that is; rejects only on a fault of ours. May be called
   * again before it resolves.
   */
  send(transaction: Transaction): Promise<SendResult> {
    const problem = unsuitable(transaction, this.session.extensions);
    if (problem) return Promise.resolve({ ...problem, transcript: problem.reason });
    const transcript = new Transcript();
    if (this.messages === 0) transcript.quote(this.opening);
    const exchange = new Exchange(transaction, this.carrier, transcript);
    if (!this.isReusable) {
      exchange.fail(behind(this.dialogue.failure ?? CLOSING));
      return exchange.result;
    }
    this.messages += 1;
    this.queue.push(exchange);
    this.pump();
    return exchange.result;
  }

  /** Takes no more messages, finishes those it has, says QUIT and resolves when the connection has ended. */
  async quit(): Promise<void> {
    if (!this.isQuitting) {
      this.isQuitting = true;
      if (this.pending === 0) this.sayQuit();
    }
    await this.closed;
  }

  /** Ends the connection at once. */
  destroy(reason: string): void {
    this.dialogue.fail('closed', reason);
  }

  private pump(): void {
    const [first] = this.active;
    const isBehindDot = this.active.length === 1 && first?.isDotSent === true;
    if (first && !(isBehindDot && this.session.extensions.pipelining)) return;
    const envelope = this.beginNext();
    if (envelope) this.dialogue.say(envelope);
  }

  private beginNext(): Buffer | null {
    const exchange = this.queue.shift();
    if (!exchange) return null;
    this.active.push(exchange);
    const reset = this.needsReset;
    this.needsReset = false;
    return exchange.begin(reset);
  }

  private onSettled(exchange: Exchange, needsReset: boolean): void {
    const index = this.active.indexOf(exchange);
    if (index >= 0) this.active.splice(index, 1);
    if (this.dialogue.failure) return;
    this.needsReset ||= needsReset;
    this.pump();
    if (this.isQuitting && this.pending === 0) this.sayQuit();
  }

  private failAll(failure: DialogueFailure): void {
    const [inTurn, ...others] = [...this.active.splice(0), ...this.queue.splice(0)];
    inTurn?.fail(failure);
    for (const exchange of others) exchange.fail(behind(failure));
  }

  private sayQuit(): void {
    const end = () => this.dialogue.fail('closed', 'we closed the connection');
    this.dialogue.expect({ command: 'QUIT', timeoutMs: QUIT_MS, onReply: end });
    this.dialogue.say('QUIT\r\n');
  }
}

const CLOSING: DialogueFailure = { kind: 'closed', reason: 'the connection is closing' };

/** What a failure means for those behind the one in turn. At a fence none has begun: envelopes follow only a dot. */
function behind({ kind, reason }: DialogueFailure): DialogueFailure {
  return { kind: kind === 'fenced' ? 'unbegun' : 'closed', reason };
}
