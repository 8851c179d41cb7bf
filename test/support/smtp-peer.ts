import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

export interface HeardReply {
  readonly code: number;
  readonly enhanced: string | null;
  /** Text of every line, without codes. */
  readonly lines: readonly string[];
}

export interface SmtpPeerOptions {
  readonly host: string;
  readonly port: number;
  readonly isTls?: boolean;
  /** Where to come from, on a clear connection. */
  readonly localAddress?: string;
  /** Everything is sent in pieces of so many bytes; by default in one. */
  readonly pieceBytes?: number;
}

/** An SMTP client that says exactly what a test tells it to, right or wrong. */
export class SmtpPeer {
  private readonly replies: HeardReply[] = [];
  private buffered = '';
  private lines: string[] = [];
  private isClosed = false;
  private wake: () => void = () => undefined;

  private constructor(
    private socket: Socket,
    private readonly pieceBytes: number,
  ) {
    this.attach();
  }

  static async connect(options: SmtpPeerOptions): Promise<SmtpPeer> {
    const { host, port, localAddress, isTls = false, pieceBytes = Infinity } = options;
    const socket = isTls
      ? connectTls({ host, port, rejectUnauthorized: false })
      : connectTcp({ host, port, localAddress, noDelay: true });
    await new Promise<void>((resolve, reject) => {
      socket.once(isTls ? 'secureConnect' : 'connect', resolve).once('error', reject);
    });
    return new SmtpPeer(socket, pieceBytes);
  }

  get hasEnded(): boolean {
    return this.isClosed;
  }

  /** Sends one line, with its CR LF. */
  say(line: string): Promise<void> {
    return this.send(`${line}\r\n`);
  }

  /** Sends bytes as they are; a string is UTF-8. */
  async send(data: string | Buffer, pieceBytes = this.pieceBytes): Promise<void> {
    const bytes = Buffer.from(data);
    const size = Math.min(pieceBytes, Math.max(bytes.length, 1));
    for (let start = 0; start < bytes.length; start += size) {
      if (!this.socket.writable) return;
      const hasRoom = this.socket.write(bytes.subarray(start, start + size));
      if (!hasRoom) await this.drained();
      if (size < bytes.length) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** The next reply, which must have this code and, where given, this enhanced code. */
  async hears(code: number, enhanced?: string): Promise<HeardReply> {
    const reply = await this.next();
    const heard = reply ? `${reply.code} ${reply.enhanced ?? ''}` : 'the end';
    const isExpected = reply?.code === code && (enhanced ?? reply.enhanced) === reply.enhanced;
    if (!reply || !isExpected)
      throw new Error(
        `expected ${code} ${enhanced ?? ''}, heard ${heard} ${reply?.lines.join(' / ') ?? ''}`,
      );
    return reply;
  }

  async asks(line: string, code: number, enhanced?: string): Promise<HeardReply> {
    await this.say(line);
    return this.hears(code, enhanced);
  }

  /** The next reply; null when the connection ended instead. */
  async next(timeoutMs = 10_000): Promise<HeardReply | null> {
    const until = Date.now() + timeoutMs;
    while (this.replies.length === 0 && !this.isClosed) {
      const left = until - Date.now();
      if (left <= 0) throw new Error('no reply in time');
      await this.change(left);
    }
    return this.replies.shift() ?? null;
  }

  /** Every reply until the other side closes. */
  async rest(timeoutMs = 10_000): Promise<HeardReply[]> {
    const all: HeardReply[] = [];
    for (;;) {
      const reply = await this.next(timeoutMs);
      if (!reply) return all;
      all.push(reply);
    }
  }

  /** Resolves when the other side has closed without another word. */
  async hearsTheEnd(): Promise<void> {
    const rest = await this.rest();
    if (rest.length > 0) throw new Error(`expected the end, heard ${rest[0]?.code ?? ''}`);
  }

  /** Greeting and EHLO. */
  async greets(name = 'peer.test'): Promise<HeardReply> {
    await this.hears(220);
    return this.asks(`EHLO ${name}`, 250);
  }

  async logsIn(username: string, password: string): Promise<void> {
    const token = Buffer.from(`\0${username}\0${password}`).toString('base64');
    await this.asks(`AUTH PLAIN ${token}`, 235, '2.7.0');
  }

  /** STARTTLS and the handshake; EHLO is the caller's. */
  async startsTls(): Promise<void> {
    await this.asks('STARTTLS', 220, '2.0.0');
    await this.shakesHands();
  }

  /** The handshake alone. */
  async shakesHands(): Promise<void> {
    const clear = this.socket;
    clear.removeAllListeners('data').removeAllListeners('close').removeAllListeners('end');
    const secure = connectTls({ socket: clear, rejectUnauthorized: false });
    await new Promise<void>((resolve, reject) => {
      secure.once('secureConnect', resolve).once('error', reject);
      secure.once('close', () => reject(new Error('closed in the handshake')));
    });
    this.socket = secure;
    this.attach();
  }

  /** Sends no more, but still listens. */
  stopsTalking(): void {
    this.socket.end();
  }

  close(): void {
    this.socket.destroy();
  }

  private attach(): void {
    this.socket.on('data', (chunk: Buffer) => this.receive(chunk.toString()));
    this.socket.on('error', () => this.socket.destroy());
    this.socket.on('end', () => this.finish());
    this.socket.on('close', () => this.finish());
  }

  private receive(text: string): void {
    const parts = (this.buffered + text).split('\r\n');
    this.buffered = parts.pop() ?? '';
    for (const line of parts) this.take(line);
    this.wake();
  }

  private take(line: string): void {
    this.lines.push(line);
    if (line[3] === '-') return;
    const [first = ''] = this.lines;
    const code = Number(first.slice(0, 3));
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3}) /.exec(first)?.[1] ?? null;
    const from = enhanced === null ? 4 : enhanced.length + 5;
    this.replies.push({ code, enhanced, lines: this.lines.map((each) => each.slice(from)) });
    this.lines = [];
  }

  private finish(): void {
    this.isClosed = true;
    this.wake();
  }

  private change(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private drained(): Promise<void> {
    const { socket } = this;
    return new Promise((resolve) => {
      const done = () => {
        socket.off('drain', done).off('close', done);
        resolve();
      };
      socket.on('drain', done).on('close', done);
    });
  }
}
