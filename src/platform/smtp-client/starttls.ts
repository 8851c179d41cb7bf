import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';

/**
 * A TLS handshake over an open connection (RFC 3207). The certificate is not verified: without a policy of the
 * receiving domain there is nothing to verify it against, and mail in clear would be worse. Rejects when it fails.
 */
export async function upgrade(socket: Socket, host: string, timeoutMs: number): Promise<TLSSocket> {
  const secure = connect({ socket, servername: serverName(host), rejectUnauthorized: false });
  // The pair stays guarded for good: an error after the handshake must not end the process either.
  socket.on('error', () => secure.destroy());
  secure.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      secure.destroy();
      reject(new Error(`no TLS handshake within ${timeoutMs} ms`));
    }, timeoutMs);
    const settle = (end: () => void) => {
      clearTimeout(timer);
      end();
    };
    secure.once('secureConnect', () => settle(resolve));
    secure.once('error', (error: Error) => settle(() => reject(error)));
    secure.once('close', () => settle(() => reject(new Error('closed during the TLS handshake'))));
  });
  return secure;
}

/** `TLSv1.3 TLS_AES_256_GCM_SHA384`. */
export function describeTls(socket: TLSSocket): string {
  return `${socket.getProtocol() ?? 'TLS'} ${socket.getCipher().standardName}`;
}

/** SNI carries names only (RFC 6066 §3). */
function serverName(host: string): string | undefined {
  return /^[\w.-]+$/.test(host) && isIP(host) === 0 ? host : undefined;
}
