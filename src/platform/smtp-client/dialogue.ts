import type { Socket } from 'node:net';
import { LIMITS } from '../../config/limits.js';
import type { Reply } from './reply.js';
import { ReplyReader } from './reply-reader.js';
import type { FailureKind } from './transaction.js';

export interface DialogueFailure {
  readonly kind: FailureKind;
  readonly reason: string;
}

/** Rejects `ask`; everything else learns of the failure by `onFailure`. */
export class DialogueFailed extends Error {
  constructor(readonly failure: DialogueFailure) {
    super(failure.reason);
  }
}

/** One awaited reply. */
export interface Waiter {
  /** The command that it answers, for people. */
  readonly command: string;
  readonly timeoutMs: number;
  onReply(reply: Reply): void;
  onFailure?(failure: DialogueFailure): void;
}

const SERVICE_CLOSING = 421;

/**
 * Commands out, replies in, in order (RFC 2920): each reply goes to the oldest waiter, the oldest waiter
 * alone has a running timeout, and a reply that nobody awaits ends the connection. So does 421, once its
 * waiter has seen it.
 */
export class Dialogue {
  failure: DialogueFailure | null = null;
  onFailure: (failure: DialogueFailure) => void = () => undefined;
  private reader = new ReplyReader(LIMITS.replyBytes);
  private readonly waiters: Waiter[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private socket: Socket) {
    this.attach();
  }

  /** Writes all pieces at once; nothing when the connection has failed. */
  say(...pieces: readonly (Buffer | string)[]): void {
    if (this.failure) return;
    this.socket.cork();
    for (const piece of pieces) if (piece.length > 0) this.socket.write(piece);
    this.socket.uncork();
  }

  expect(waiter: Waiter): void {
    this.waiters.push(waiter);
    if (this.failure) return;
    if (this.waiters.length === 1) this.extend(waiter.timeoutMs);
  }

  /** Says a command, or nothing, and resolves with the reply whatever it is. Rejects with DialogueFailed. */
  ask(command: string, timeoutMs: number): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.failure) {
        reject(new DialogueFailed(this.failure));
        return;
      }
      this.expect({
        command: command || 'the connection',
        timeoutMs,
        onReply: resolve,
        onFailure: (failure) => reject(new DialogueFailed(failure)),
      });
      if (command) this.say(`${command}\r\n`);
    });
  }

  /** Gives the oldest waiter this long from now. */
  extend(timeoutMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const command = this.waiters[0]?.command ?? 'a command';
      this.fail('timeout', `no reply to ${command} within ${timeoutMs} ms`);
    }, timeoutMs);
  }

  /** Resolves when what was said has left this process, or never will. */
  async drained(): Promise<void> {
    const { socket } = this;
    if (this.failure || !socket.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        socket.off('drain', done).off('close', done);
        resolve();
      };
      socket.on('drain', done).on('close', done);
    });
  }

  /** Whether the server has said nothing beyond the replies that were awaited. */
  get isQuiet(): boolean {
    return this.reader.isEmpty && this.waiters.length === 0;
  }

  /** Hands over the socket, for a TLS handshake. */
  release(): Socket {
    clearTimeout(this.timer);
    this.socket.off('data', this.onData).off('end', this.onEnd).off('close', this.onEnd);
    return this.socket.off('error', this.onError);
  }

  /** Goes on over another socket, with nothing remembered of what came over the first (RFC 3207 §4.2). */
  adopt(socket: Socket): void {
    this.reader = new ReplyReader(LIMITS.replyBytes);
    this.socket = socket;
    this.attach();
  }

  /** Ends the connection at once; the first reason stands. */
  fail(kind: FailureKind, reason: string): void {
    if (this.failure) return;
    this.failure = { kind, reason };
    clearTimeout(this.timer);
    this.socket.destroy();
    for (const waiter of this.waiters.splice(0)) waiter.onFailure?.(this.failure);
    this.onFailure(this.failure);
  }

  private attach(): void {
    this.socket.on('error', this.onError);
    this.socket.on('data', this.onData).on('end', this.onEnd).on('close', this.onEnd);
  }

  private readonly onData = (chunk: Buffer): void => {
    const { reader } = this;
    for (const reply of reader.push(chunk)) this.hear(reply);
    if (reader.fault !== null) this.fail('protocol', reader.fault);
  };

  private readonly onEnd = (): void => {
    this.fail('closed', 'the server closed the connection');
  };

  private readonly onError = (error: Error): void => {
    this.fail('closed', `the connection broke: ${error.message}`);
  };

  private hear(reply: Reply): void {
    if (this.failure) return;
    const waiter = this.waiters.shift();
    clearTimeout(this.timer);
    const [next] = this.waiters;
    if (next) this.extend(next.timeoutMs);
    waiter?.onReply(reply);
    if (reply.code === SERVICE_CLOSING) this.fail('closed', `the server closed: ${reply.text}`);
    else if (!waiter) this.fail('protocol', 'the server replied to nothing');
  }
}
