import type { Socket } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The other end of the TCP connection itself; nothing that a peer says changes it. */
export interface Peer {
  /** IPv4 in dotted form also where the listener is IPv6. */
  readonly ip: string;
  readonly isLoopback: boolean;
}

export function peerOf(socket: Socket): Peer | null {
  if (!socket.remoteAddress) return null; // gone already
  const address = ipaddr.process(socket.remoteAddress);
  return { ip: address.toString(), isLoopback: address.range() === 'loopback' };
}
