import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SinkScripts } from './sink-script.js';
import { SinkSession } from './sink-session.js';

/** One mail that the sink took responsibility for. */
export interface ReceivedMail {
  readonly mailFrom: string;
  readonly mailParameters: string;
  readonly recipient: string;
  readonly recipientParameters: string;
  readonly raw: Buffer;
  readonly helo: string;
  readonly tls: string | null;
  readonly peerAddress: string;
  /** Which connection it came over, counted from 1. */
  readonly connection: number;
  readonly at: Date;
}

export interface SinkOptions {
  readonly host: string;
  readonly port?: number;
  readonly hostname?: string;
  /** PEM key and certificate; with them the sink offers STARTTLS. */
  readonly tls?: { readonly key: string; readonly cert: string } | null;
  /** Keywords of the EHLO reply beside STARTTLS. */
  readonly extensions?: readonly string[];
  /** Keep the bodies; the demo does not. */
  readonly keep?: boolean;
  /** Told of each mail; the answer to its final dot waits for it. */
  readonly record?: ((mail: ReceivedMail) => Promise<void>) | null;
}

const DEFAULT_EXTENSIONS = [
  'PIPELINING',
  'SIZE 52428800',
  '8BITMIME',
  'SMTPUTF8',
  'ENHANCEDSTATUSCODES',
  'DSN',
];

/** A receiving mail server for the demo and the tests: takes everything, unless a script says otherwise. */
export class MailSink {
  readonly received: ReceivedMail[] = [];
  readonly scripts = new SinkScripts();
  /** Connections so far, and the most commands that arrived in one piece (evidence of pipelining). */
  connections = 0;
  mostCommandsInOnePiece = 0;
  accepted = 0;
  private readonly sessions = new Set<SinkSession>();
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly server: Server,
    readonly options: Required<SinkOptions>,
  ) {
    server.on('connection', (socket) => {
      this.connections += 1;
      const session = new SinkSession(socket, this, this.connections);
      this.sessions.add(session);
      socket.once('close', () => this.sessions.delete(session));
    });
  }

  static async start(options: SinkOptions): Promise<MailSink> {
    const server = createServer();
    server.listen(options.port ?? 0, options.host);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // a TCP server has an AddressInfo
    return new MailSink(server, {
      hostname: 'sink.test',
      tls: null,
      extensions: DEFAULT_EXTENSIONS,
      keep: true,
      record: null,
      ...options,
      port,
    });
  }

  get host(): string {
    return this.options.host;
  }

  get port(): number {
    return this.options.port;
  }

  /** Called by a session for a mail that it is about to answer, or keeps although its answer gets lost. */
  async take(mail: ReceivedMail): Promise<void> {
    await this.options.record?.(mail);
    this.accepted += 1;
    if (this.options.keep) this.received.push(mail);
    for (const wake of this.waiting) wake();
  }

  mailsTo(recipient: string): readonly ReceivedMail[] {
    return this.received.filter((mail) => mail.recipient === recipient);
  }

  /** Waits until `done` holds for what has been received; fails loudly when it does not in time. */
  async until(done: () => boolean, timeoutMs = 60_000, what = 'mail'): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!done()) {
      const left = deadline - Date.now();
      if (left <= 0)
        throw new Error(`the sink waited ${timeoutMs} ms for ${what}; it has ${this.accepted}`);
      await new Promise<void>((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          this.waiting.delete(finish);
          resolve();
        };
        const timer = setTimeout(finish, Math.min(left, 500));
        this.waiting.add(finish);
      });
    }
  }

  /** Ends every open connection, as a crash of the receiver would. */
  dropAll(): void {
    for (const session of this.sessions) session.destroy();
  }

  async stop(): Promise<void> {
    this.dropAll();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
