import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What the server says to a line; null says nothing. Content is never a line. */
export type Answer = (line: string, socket: Socket) => string | null;

/** A server that speaks as badly as a test wants, and remembers in which pieces it was spoken to. */
export interface RawServer {
  readonly port: number;
  readonly pieces: string[];
  stop(): Promise<void>;
}

const USUAL: Readonly<Record<string, string>> = {
  EHLO: '250-raw.test\r\n250-PIPELINING\r\n250 SIZE',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  RSET: '250 ok',
  QUIT: '221 bye',
  '.': '250 taken',
};

/** The reply that a decent server gives to a line. */
export function usual(line: string): string {
  return USUAL[line.split(/[ :]/)[0]?.toUpperCase() ?? ''] ?? '500 what?';
}

export async function rawServer(
  answer: Answer,
  greeting: string | null = '220 raw',
): Promise<RawServer> {
  const pieces: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (greeting !== null) socket.write(`${greeting}\r\n`);
    listen(socket, pieces, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an AddressInfo
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, pieces, stop };
}

function listen(socket: Socket, pieces: string[], answer: Answer): void {
  let buffered = '';
  let inContent = false;
  socket.on('data', (chunk) => {
    pieces.push(chunk.toString('latin1'));
    buffered += chunk.toString('latin1');
    for (let end = buffered.indexOf('\r\n'); end >= 0; end = buffered.indexOf('\r\n')) {
      const line = buffered.slice(0, end);
      buffered = buffered.slice(end + 2);
      if (inContent && line !== '.') continue;
      inContent = false;
      const reply = answer(line, socket);
      if (reply !== null) socket.write(`${reply}\r\n`);
      if (line === 'DATA' && reply?.startsWith('354')) inContent = true;
    }
  });
}
