import type { AddressInfo, ListenOptions, Server } from 'node:net';

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** `host:port` of the configuration; an IPv6 host comes in brackets. */
export function parseListenAddress(text: string): ListenAddress {
  const colon = text.lastIndexOf(':');
  const host = text.slice(0, colon).replace(/^\[(.*)\]$/, '$1');
  return { host, port: Number(text.slice(colon + 1)) };
}

/** Resolves to where the server listens; port 0 becomes a number. With `reusePort` processes share it. */
export async function listen(
  server: Server,
  address: ListenAddress,
  reusePort: boolean,
): Promise<ListenAddress> {
  await listenOnce(server, { ...address, reusePort });
  const { address: host, port } = server.address() as AddressInfo; // a TCP server has one
  return { host, port };
}

function listenOnce(server: Server, options: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error) => {
      server.off('listening', settle);
      server.off('error', settle);
      if (error) reject(error);
      else resolve();
    };
    server.once('listening', settle).once('error', settle);
    server.listen(options);
  });
}
