import { connect, isIPv4, type Socket } from 'node:net';
import type { EgressGuard } from './egress-guard.js';
import { parseAddress } from './public-addresses.js';

export interface ConnectTarget {
  /** A literal IP address, taken from the answer that was checked. */
  readonly address: string;
  readonly port: number;
  /** Source address; ignored where it is of the other family. */
  readonly localAddress?: string;
  readonly timeoutMs: number;
}

export type ConnectResult =
  | { readonly ok: true; readonly socket: Socket }
  | {
      readonly ok: false;
      readonly kind: 'egress' | 'unreachable' | 'timeout';
      readonly reason: string;
    };

/**
 * Opens a TCP connection to exactly the address that the guard allowed, without asking a resolver,
 * and looks once more at whom it reached. Never rejects; the socket has no error listener yet.
 */
export async function guardedConnect(
  guard: EgressGuard,
  target: ConnectTarget,
): Promise<ConnectResult> {
  const verdict = guard.check(target.address, target.port);
  if (!verdict.allowed) return { ok: false, kind: 'egress', reason: verdict.reason };
  const result = await open(target);
  if (!result.ok || isTarget(result.socket, target)) return result;
  const reached = String(result.socket.remoteAddress);
  result.socket.destroy();
  return { ok: false, kind: 'egress', reason: `reached ${reached} instead of ${target.address}` };
}

function open(target: ConnectTarget): Promise<ConnectResult> {
  const { address, port, timeoutMs } = target;
  const socket = connect({
    host: address,
    port,
    localAddress: sourceFor(target),
    noDelay: true,
    autoSelectFamily: false,
  });
  return new Promise((resolve) => {
    const finish = (result: ConnectResult) => {
      clearTimeout(timer);
      socket.off('connect', onConnect);
      socket.off('error', onError);
      if (!result.ok) socket.on('error', () => undefined).destroy();
      resolve(result);
    };
    const onConnect = () => finish({ ok: true, socket });
    const onError = (error: Error) =>
      finish({ ok: false, kind: 'unreachable', reason: error.message });
    const timer = setTimeout(() => {
      const reason = `no connection to ${address} port ${port} within ${timeoutMs} ms`;
      finish({ ok: false, kind: 'timeout', reason });
    }, timeoutMs);
    socket.once('connect', onConnect).once('error', onError);
  });
}

function sourceFor({ address, localAddress }: ConnectTarget): string | undefined {
  if (localAddress === undefined) return undefined;
  return isIPv4(address) === isIPv4(localAddress) ? localAddress : undefined;
}

function isTarget(socket: Socket, { address, port }: ConnectTarget): boolean {
  const reached = parseAddress(socket.remoteAddress ?? '');
  const wanted = parseAddress(address);
  return (
    socket.remotePort === port &&
    reached !== null &&
    reached.toNormalizedString() === wanted?.toNormalizedString()
  );
}
