import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A proxy that passes requests and WebSockets, and gives no answer to who wants an event stream. */
export class WithoutSse {
  blocked = 0;
  upgraded = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start({ hostname, port }: URL): Promise<WithoutSse> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new WithoutSse(server, (server.address() as AddressInfo).port);
    server.on('request', (incoming, outgoing) => {
      if (incoming.headers.accept === 'text/event-stream') {
        proxy.blocked += 1;
        outgoing.writeHead(502).end('Bad gateway');
        return;
      }
      const { method, headers, url: path } = incoming;
      const asked = request({ hostname, port, method, headers, path }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(asked);
    });
    server.on('upgrade', (incoming: IncomingMessage, client: Socket, head: Buffer) => {
      proxy.upgraded += 1;
      const upstream = connect({ host: hostname, port: Number(port) });
      for (const socket of [client, upstream]) {
        proxy.sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
      const fields = incoming.rawHeaders.flatMap((name, index, all) =>
        index % 2 === 0 ? [`${name}: ${all[index + 1] ?? ''}`] : [],
      );
      upstream.write([`GET ${incoming.url ?? '/'} HTTP/1.1`, ...fields, '', ''].join('\r\n'));
      upstream.write(head);
      client.pipe(upstream).pipe(client);
    });
    return proxy;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
