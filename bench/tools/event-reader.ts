import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { BenchError } from '../bench-error.js';
import { clientFrame, FrameReader, OPCODES } from './websocket-frames.js';

export interface Subscription {
  readonly endpoint: string;
  readonly apiKey: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A subscriber over a WebSocket of its own (graphql-transport-ws) that only counts what it hears. */
export class EventReader {
  private readonly frames = new FrameReader((opcode, payload) => {
    this.take(opcode, payload);
  });
  private acknowledged: () => void = () => undefined;
  /** Events so far. */
  heard = 0;
  /** What came instead of an event, and ended the subscription. */
  complaint: string | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.frames.take(chunk);
    });
    socket.once('close', () => (this.complaint ??= 'the socket was closed'));
    socket.on('error', () => undefined); // 'close' follows
  }

  static async start({ endpoint, apiKey, ...payload }: Subscription): Promise<EventReader> {
    const { hostname, port, pathname } = new URL(endpoint);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    await upgrade(socket, pathname);
    const reader = new EventReader(socket);
    const authorization = `Bearer ${apiKey}`;
    reader.say({ type: 'connection_init', payload: { authorization } });
    await new Promise<void>((resolve) => {
      reader.acknowledged = resolve;
      socket.once('close', resolve);
    });
    reader.say({ id: '1', type: 'subscribe', payload });
    return reader;
  }

  close(): void {
    this.socket.destroy();
  }

  private say(message: object): void {
    this.socket.write(clientFrame(OPCODES.text, Buffer.from(JSON.stringify(message))));
  }

  private take(opcode: number, payload: Buffer): void {
    if (opcode === OPCODES.ping) this.socket.write(clientFrame(OPCODES.pong, payload));
    else if (opcode === OPCODES.close) this.complaint ??= payload.subarray(2).toString();
    else if (payload.includes('"type":"next"') && !payload.includes('"errors":')) this.heard += 1;
    else if (payload.includes('"type":"connection_ack"')) this.acknowledged();
    else this.complaint ??= payload.toString();
  }
}

/** The handshake of RFC 6455 §4.1; resolves when frames may go. */
async function upgrade(socket: Socket, path: string): Promise<void> {
  const fields = [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
  ];
  socket.write(`${fields.join('\r\n')}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer]; // a socket without an encoding
  if (answer.toString('latin1').startsWith('HTTP/1.1 101')) return;
  throw new BenchError(`no WebSocket: ${answer.toString('latin1').slice(0, 200)}`);
}
