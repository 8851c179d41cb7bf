import { createServer, type Server, type Socket } from 'node:net';

/** What a receiver does in place of its usual answer; a text is said, with CR LF behind it. */
export type Act = (socket: Socket) => string | undefined;

/** Where it misbehaves; `content` is right behind 354, before any of it is read. */
export type Stage =
  'connect' | 'EHLO' | 'HELO' | 'STARTTLS' | 'MAIL' | 'RCPT' | 'DATA' | 'content' | 'dot';

export type Manners = Readonly<Partial<Record<Stage, Act>>>;

/** A receiving server without manners, on so many connections; on later ones it is decent. */
export class BadReceiver {
  readonly recipients: string[] = [];
  connections = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly manners: Manners,
    private readonly badConnections: number,
  ) {
    server.on('connection', (socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      new Talk(socket, this.connections <= this.badConnections ? manners : {}, this.recipients);
    });
  }

  static async start(
    place: { readonly host: string; readonly port: number },
    manners: Manners,
    badConnections = Infinity,
  ): Promise<BadReceiver> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(place.port, place.host, resolve));
    return new BadReceiver(server, manners, badConnections);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

const USUAL: Readonly<Record<Stage, string>> = {
  connect: '220 bad.test',
  EHLO: '250-bad.test\r\n250-STARTTLS\r\n250 PIPELINING',
  HELO: '250 bad.test',
  STARTTLS: '454 4.7.0 not today',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  content: '',
  dot: '250 2.0.0 taken',
};

const OTHERS = new Map([
  ['RSET', '250 2.0.0 ok'],
  ['QUIT', '221 2.0.0 bye'],
]);

class Talk {
  private buffered = '';
  private inContent = false;
  private recipient = '';

  constructor(
    private readonly socket: Socket,
    private readonly manners: Manners,
    private readonly recipients: string[],
  ) {
    socket.on('data', (chunk: Buffer) => this.hear(chunk.toString('latin1')));
    this.act('connect');
  }

  private hear(text: string): void {
    this.buffered += text;
    for (let end = this.buffered.indexOf('\r\n'); end >= 0; end = this.buffered.indexOf('\r\n')) {
      const line = this.buffered.slice(0, end);
      this.buffered = this.buffered.slice(end + 2);
      if (this.inContent) this.read(line);
      else this.obey(line);
    }
  }

  private read(line: string): void {
    if (line !== '.') return;
    this.inContent = false;
    this.recipients.push(this.recipient);
    this.act('dot');
  }

  private obey(line: string): void {
    const verb = line.split(/[ :]/, 1)[0]?.toUpperCase() ?? '';
    const other = OTHERS.get(verb);
    if (other) this.say(other);
    else this.act(verb as Stage); // our client says nothing else
    if (verb === 'RCPT') this.recipient = /<(.*)>/.exec(line)?.[1] ?? '';
    if (verb !== 'DATA' || this.manners.DATA) return;
    this.inContent = true;
    this.act('content');
  }

  private act(stage: Stage): void {
    const { manners, socket } = this;
    const act = manners[stage];
    const text = act ? act(socket) : USUAL[stage];
    if (text) this.say(text);
  }

  private say(text: string): void {
    if (!this.socket.destroyed) this.socket.write(`${text}\r\n`);
  }
}

/** Nothing, for ever. */
export const silence: Act = () => undefined;

export const hangUp: Act = (socket) => void socket.destroy();

export const reset: Act = (socket) => void socket.resetAndDestroy();

export function say(text: string): Act {
  return () => text;
}

/** A word, and a reset right behind it. */
export function sayAndReset(text: string): Act {
  return (socket) => {
    socket.write(`${text}\r\n`, () => setImmediate(() => socket.resetAndDestroy()));
  };
}

/** One byte after the other, slowly, as long as somebody listens. */
export function trickle(text: string): Act {
  return (socket) => {
    let sent = 0;
    const timer = setInterval(() => {
      if (socket.destroyed || sent >= text.length) clearInterval(timer);
      else socket.write(text[sent++] ?? '');
    }, 1_000);
  };
}

/** As fast as it is read, until somebody hangs up: how much that was, is counted. */
export function flood(text: string, counter: { bytes: number }): Act {
  return (socket) => {
    const block = text.repeat(Math.ceil(65_536 / text.length));
    const pour = () => {
      while (!socket.destroyed && counter.bytes < MOST_FLOOD_BYTES) {
        counter.bytes += block.length;
        if (!socket.write(block)) return void socket.once('drain', pour);
      }
    };
    pour();
  };
}

const MOST_FLOOD_BYTES = 67_108_864;

/** Reads on, but so little at a time that it would take for ever. */
export const readSlowly: Act = (socket) => {
  socket.pause();
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.read(65_536);
  }, 300);
};

/** Takes nothing more off the line. */
export const stopReading: Act = (socket) => void socket.pause();
