import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { NUMBER_FIELD } from './letters.js';

const END = '\r\n.\r\n';
const NUMBER = new RegExp(`^${NUMBER_FIELD}: (\\d+)\r$`, 'm');
const REPLIES: Readonly<Record<string, string>> = {
  EHLO: '250-mx.timed.example\r\n250-PIPELINING\r\n250 8BITMIME\r\n',
  DATA: '354 go on\r\n',
  QUIT: '221 bye\r\n',
};
const FINE = '250 fine\r\n';

/** Receives numbered messages and notes when each was there as a whole. */
export class TimedSink {
  private readonly arrivals = new Map<number, number>();
  private readonly awaited = new Map<number, (at: number) => void>();
  private readonly sockets = new Set<Socket>();
  /** Messages that came more than once. */
  doubles = 0;

  private constructor(private readonly server: Server) {}

  static async start(host: string, port: number): Promise<TimedSink> {
    const server = createServer({ noDelay: true });
    const sink = new TimedSink(server);
    server.on('connection', (socket) => {
      sink.serve(socket);
    });
    await once(server.listen(port, host), 'listening');
    return sink;
  }

  get received(): number {
    return this.arrivals.size;
  }

  /** On the clock of `performance.now()`. */
  arrivalOf(number: number): number | null {
    return this.arrivals.get(number) ?? null;
  }

  /** Resolves when it is there. */
  arrival(number: number): Promise<number> {
    const known = this.arrivals.get(number);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve) => this.awaited.set(number, resolve));
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined); // 'close' follows
    socket.setEncoding('latin1');
    const dialogue = new Dialogue((header) => {
      this.note(header);
    });
    socket.write('220 mx.timed.example\r\n');
    socket.on('data', (text: string) => socket.write(dialogue.answersTo(text)));
  }

  private note(header: string): void {
    const number = Number(NUMBER.exec(header)?.[1] ?? Number.NaN);
    if (this.arrivals.has(number)) this.doubles += 1;
    const now = performance.now();
    this.arrivals.set(number, now);
    this.awaited.get(number)?.(now);
    this.awaited.delete(number);
  }
}

/** One side of an SMTP session; everything is fine with it. */
class Dialogue {
  private pending = '';
  private isContent = false;

  constructor(private readonly receive: (content: string) => void) {}

  /** One write for all that a pipelining client asked. */
  answersTo(text: string): string {
    const searched = Math.max(0, this.pending.length - END.length);
    this.pending += text;
    let replies = '';
    for (let from = searched; ; from = 0) {
      const mark = this.isContent ? END : '\r\n';
      const end = this.pending.indexOf(mark, from);
      if (end < 0) return replies;
      const part = this.pending.slice(0, end);
      this.pending = this.pending.slice(end + mark.length);
      replies += this.isContent ? this.takeContent(part) : this.take(part);
    }
  }

  private take(command: string): string {
    const verb = command.slice(0, 4).toUpperCase();
    this.isContent = verb === 'DATA';
    return REPLIES[verb] ?? FINE;
  }

  private takeContent(content: string): string {
    this.isContent = false;
    this.receive(content);
    return FINE;
  }
}
