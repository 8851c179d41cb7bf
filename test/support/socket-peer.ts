import WebSocket from 'ws';
import type { ApiClient } from './api-client.js';

/** A client of the WebSocket door that says exactly what it is told to. */
export class SocketPeer {
  /** The close code and reason, once the door has closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  private readonly heard: unknown[] = [];
  private readonly waiting: ((message: unknown) => void)[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const message: unknown = JSON.parse(data.toString());
      const next = this.waiting.shift();
      if (next) next(message);
      else this.heard.push(message);
    });
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    );
  }

  /** Connected, but not introduced. */
  static async open(
    url: string,
    headers: Readonly<Record<string, string>> = {},
    protocols: string | string[] = 'graphql-transport-ws',
  ): Promise<SocketPeer> {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), protocols, { headers });
    const peer = new SocketPeer(socket);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return peer;
  }

  /** Introduced as the caller of a client. */
  static async ready({ url, headers }: ApiClient): Promise<SocketPeer> {
    const peer = await SocketPeer.open(url, headers['cookie'] ? { cookie: headers['cookie'] } : {});
    const { authorization } = headers;
    peer.say({ type: 'connection_init', payload: authorization ? { authorization } : {} });
    const answer = await peer.hears();
    if (JSON.stringify(answer) !== '{"type":"connection_ack"}') {
      throw new Error(`the door answered ${JSON.stringify(answer)}`);
    }
    return peer;
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, payload: object): void {
    this.say({ id, type: 'subscribe', payload });
  }

  /** The next message. */
  hears(): Promise<unknown> {
    return new Promise((resolve) => {
      const message = this.heard.shift();
      if (message === undefined) this.waiting.push(resolve);
      else resolve(message);
    });
  }

  /** Everything said before was read and its subscriptions run, as far as a later operation can tell. */
  async settled(): Promise<void> {
    this.subscribe('settled', { query: '{ __typename }' });
    for (;;) {
      const message = (await this.hears()) as { id?: string; type: string };
      if (message.id === 'settled' && message.type === 'complete') break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
