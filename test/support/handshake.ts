import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';

/** Where TLS is spoken: from the first byte on, or after STARTTLS. */
export interface TlsEntrance {
  readonly host: string;
  readonly port: number;
  readonly begins: 'implicit' | 'starttls';
}

/** A TLS connection made as the options say; fails when the handshake does. */
export async function shakeHands(
  { host, port, begins }: TlsEntrance,
  options: ConnectionOptions = {},
): Promise<TLSSocket> {
  const socket = connectTcp({ host, port });
  if (begins === 'starttls') await startTls(socket);
  const secure = connectTls({ socket, rejectUnauthorized: false, ...options });
  await new Promise((resolve, reject) => {
    secure.once('secureConnect', resolve).once('error', reject);
    secure.once('close', () => reject(new Error('closed in the handshake')));
  });
  return secure;
}

async function startTls(socket: Socket): Promise<void> {
  for (const line of ['', 'EHLO peer.test\r\n', 'STARTTLS\r\n']) {
    if (line !== '') socket.write(line);
    await hearsTheLastLine(socket);
  }
}

async function hearsTheLastLine(socket: Socket): Promise<void> {
  let heard = '';
  while (!/^2\d\d .*\r\n$/m.test(heard)) {
    const [chunk] = (await once(socket, 'data')) as [Buffer]; // what a socket emits
    heard += chunk.toString();
  }
}
