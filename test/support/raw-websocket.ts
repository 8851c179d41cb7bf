import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Bits of the first byte of a frame (RFC 6455 §5.2). */
export const FIN = 0x80;
export const RSV1 = 0x40;
export const OPCODE = { continuation: 0x0, text: 0x1, binary: 0x2, close: 0x8, ping: 0x9 } as const;

/** A WebSocket client that may break every rule: it sends the frames that it is told to. */
export class RawWebSocket {
  private readonly ended: Promise<Buffer>;

  private constructor(private readonly socket: Socket) {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    this.ended = new Promise((resolve) =>
      socket.once('close', () => resolve(Buffer.concat(chunks))),
    );
  }

  /** Asks for the upgrade with these header fields beside the necessary ones. */
  static async open(url: string, fields: Readonly<Record<string, string>>): Promise<RawWebSocket> {
    const { hostname, port, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    const raw = new RawWebSocket(socket);
    await once(socket, 'connect');
    const head = {
      Host: `${hostname}:${port}`,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      ...fields,
    };
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`);
    return raw;
  }

  /** One frame with this first byte; masked as clients must, unless it is told not to. */
  frame(first: number, payload: Buffer, isMasked = true): void {
    const size =
      payload.length < 126 ? [payload.length] : [126, payload.length >> 8, payload.length & 0xff];
    const [length = 0, ...extended] = size;
    const mask = isMasked ? randomBytes(4) : Buffer.alloc(0);
    const body = isMasked ? payload.map((byte, n) => byte ^ (mask[n % 4] ?? 0)) : payload;
    const header = Buffer.from([first, (isMasked ? 0x80 : 0) | length, ...extended]);
    this.socket.write(Buffer.concat([header, mask, body]));
  }

  /** The status of the upgrade and the code of the close frame, once the other side has ended. */
  async end(): Promise<{ status: number; code: number | null }> {
    const heard = await this.ended;
    const head = heard.indexOf('\r\n\r\n');
    const status = Number(heard.subarray(9, 12).toString());
    return { status, code: closeCodeIn(heard.subarray(head + 4)) };
  }
}

/** Frames of a server are short here, and never masked. */
function closeCodeIn(frames: Buffer): number | null {
  for (let at = 0; at + 2 <= frames.length;) {
    const [first = 0, length = 0] = frames.subarray(at, at + 2);
    if ((first & 0x0f) === OPCODE.close) return length >= 2 ? frames.readUInt16BE(at + 2) : null;
    at += 2 + length;
  }
  return null;
}
