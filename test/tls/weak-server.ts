import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { TlsEntrance } from '../support/handshake.js';

export interface WeakServer {
  readonly entrance: TlsEntrance;
  stop(): Promise<void>;
}

/** An SMTP server that speaks every TLS that its library has, as the control of what finds weak TLS. */
export async function startWeakServer(pem: string): Promise<WeakServer> {
  const server = createServer({
    key: pem,
    cert: pem,
    minVersion: 'TLSv1',
    ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0',
    dhparam: 'auto',
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('secureConnection', (socket) => {
    socket.on('error', () => socket.destroy());
    socket.write('220 weak.test ESMTP\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has one
  return {
    entrance: { host: '127.0.0.1', port, begins: 'implicit' },
    stop: async () => {
      server.close();
      for (const socket of sockets) socket.destroy(); // a scanner may leave some half-open
      await once(server, 'close');
    },
  };
}
