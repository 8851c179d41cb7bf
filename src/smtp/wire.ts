import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { LIMITS } from '../config/limits.js';
import { CommandReader, type CommandLine } from './command-reader.js';
import type { DataReader } from './data-reader.js';
import { format, type Reply } from './reply.js';

/** Why no more input comes. */
export type Interruption = 'closed' | 'idle' | 'slow' | 'stopping' | 'revoked' | 'endless';

/** How long a peer may take. */
export interface Patience {
  /** For a whole command line, and to be silent within a message. */
  readonly idleMs: number;
  /** For the whole content of a message. */
  readonly messageMs: number;
}

/** Lines answered in one go before other connections get their turn. */
const LINES_PER_TURN = 64;
const LINGER_MS = 5_000;
const UNREAD_LINGER_MS = 1_000;

/**
 * The byte side of one SMTP connection: input in order and bounded, replies in order and together,
 * waits bounded: neither silence nor a trickle holds a place for long. Knows nothing of commands.
 */
export class Wire {
  private readonly reader = new CommandReader();
  private outgoing = '';
  private linesThisTurn = 0;
  private isStopping = false;
  private isWaitingForCommand = false;
  private hasEnded = false;
  private isFlooded = false;
  private wake: ((why: 'input' | Interruption) => void) | null = null;
  private detach: () => void = () => undefined;

  constructor(
    private socket: Socket,
    private readonly patience: Patience,
    private readonly onError: (error: Error) => void,
  ) {
    this.attach();
  }

  get isOpen(): boolean {
    return !this.socket.destroyed && !this.hasEnded;
  }

  /** Protocol and cipher of the connection; null when it is clear. */
  get tls(): string | null {
    const { socket } = this;
    return socket instanceof TLSSocket
      ? `${socket.getProtocol() ?? 'TLS'} ${socket.getCipher().name}`
      : null;
  }

  /** Whether the peer sent more than was read so far. */
  get hasInput(): boolean {
    return this.reader.pendingBytes > 0;
  }

  /** Queues a reply; it leaves when the next input is awaited, together with its neighbours. */
  send(reply: Reply): void {
    this.outgoing += format(reply);
  }

  /** True when the peer kept silent for so long. */
  async quietFor(ms: number): Promise<boolean> {
    const timer = setTimeout(() => this.wake?.('idle'), ms);
    const why = this.hasInput ? 'input' : await this.wait();
    clearTimeout(timer);
    return why === 'idle';
  }

  async nextLine(): Promise<CommandLine | Interruption> {
    const until = performance.now() + this.patience.idleMs;
    for (;;) {
      if (this.isStopping) return 'stopping';
      const line = this.reader.takeLine();
      if (line) {
        if (++this.linesThisTurn >= LINES_PER_TURN) await this.yieldTurn();
        return line;
      }
      if (this.reader.isEndless) return this.giveUp();
      this.isWaitingForCommand = true;
      const why = await this.waitUntil(until, 'idle');
      this.isWaitingForCommand = false;
      if (why !== 'input') return why;
    }
  }

  /** Feeds the reader until the end of data; what follows it stays for the next command. */
  async readData(data: DataReader): Promise<'complete' | Interruption> {
    const until = performance.now() + this.patience.messageMs;
    for (;;) {
      const chunk = this.reader.takeAll();
      const end = data.push(chunk);
      if (data.content.isPressed) await data.content.settle();
      if (end !== -1) {
        if (end < chunk.length) this.reader.push(chunk.subarray(end));
        return 'complete';
      }
      if (data.isEndless) return this.giveUp();
      if (this.hasInput) continue; // it came while the content was put away
      const why = await this.waitUntil(until, 'slow');
      if (why !== 'input') return why;
    }
  }

  /** A session that waits for a command ends now, others after the reply that they are working on. */
  stop(): void {
    this.isStopping = true;
    this.dismiss('stopping');
  }

  /** Ends a session that waits for a command; any other sees for itself when it goes on. */
  dismiss(why: 'stopping' | 'revoked'): void {
    if (this.isWaitingForCommand) this.wake?.(why);
  }

  /**
   * Sends `ready`, then hands the socket to `secure` and goes on with what that returns (RFC 3207 §4.2).
   * Nothing that was received in clear is ever read as a command afterwards.
   */
  async upgrade(ready: Reply, secure: (socket: Socket) => Promise<Socket>): Promise<void> {
    this.detach();
    const { socket } = this;
    socket.pause();
    socket.on('error', this.onError);
    this.reader.takeAll();
    while (socket.read() !== null) continue;
    this.send(ready);
    await new Promise<void>((resolve) => socket.write(this.takeOutgoing(), () => resolve()));
    this.socket = await secure(socket);
    this.attach();
  }

  /** Says what is still to be said and closes; what the peer sends meanwhile is thrown away. */
  end(): void {
    const { socket } = this;
    this.detach();
    socket.on('error', this.onError);
    socket.end(this.takeOutgoing());
    if (this.isFlooded) socket.pause();
    else socket.resume();
    closeAfter(socket, this.isFlooded ? UNREAD_LINGER_MS : LINGER_MS);
  }

  destroy(): void {
    this.socket.destroy();
  }

  private attach(): void {
    const { socket } = this;
    const listeners = {
      data: (chunk: Buffer) => this.receive(chunk),
      drain: () => this.wake?.('input'),
      end: () => this.finish(),
      close: () => this.finish(),
      error: this.onError,
      timeout: () => this.expire(),
    };
    for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener);
    this.detach = () => {
      for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener);
      socket.setTimeout(0);
    };
    socket.setTimeout(this.patience.idleMs);
  }

  private receive(chunk: Buffer): void {
    this.reader.push(chunk);
    // Also when it is about to be read: more would come before that turn. The next wait resumes.
    if (this.reader.pendingBytes >= LIMITS.pendingInputBytes) this.socket.pause();
    if (!this.socket.writableNeedDrain) this.wake?.('input');
  }

  private finish(): void {
    this.hasEnded = true;
    this.wake?.('closed');
  }

  /** While we work on a command the peer is not idle; while it does not read our replies it is. */
  private expire(): void {
    if (this.wake) this.wake('idle');
    else if (this.socket.writableNeedDrain) this.socket.destroy();
  }

  /** What trickles in does not put the moment off. */
  private async waitUntil(until: number, late: 'idle' | 'slow'): Promise<'input' | Interruption> {
    const leftMs = until - performance.now();
    if (leftMs <= 0) return late;
    const timer = setTimeout(() => this.wake?.(late), leftMs);
    const why = await this.wait();
    clearTimeout(timer);
    return why;
  }

  private async wait(): Promise<'input' | Interruption> {
    this.linesThisTurn = 0;
    this.flush();
    if (!this.isOpen) return 'closed';
    if (!this.socket.writableNeedDrain) this.socket.resume();
    const why = await new Promise<'input' | Interruption>((resolve) => (this.wake = resolve));
    this.wake = null;
    return why;
  }

  /** The peer does not stop sending: nothing more of it is read. */
  private giveUp(): 'endless' {
    this.isFlooded = true;
    return 'endless';
  }

  private async yieldTurn(): Promise<void> {
    this.linesThisTurn = 0;
    this.flush();
    await new Promise((resolve) => setImmediate(resolve));
  }

  private flush(): void {
    if (this.outgoing !== '' && this.socket.writable) this.socket.write(this.takeOutgoing());
  }

  private takeOutgoing(): string {
    const text = this.outgoing;
    this.outgoing = '';
    return text;
  }
}

function closeAfter(socket: Socket, ms: number): void {
  if (socket.destroyed) return;
  const timer = setTimeout(() => socket.destroy(), ms).unref();
  socket.once('close', () => clearTimeout(timer));
}
