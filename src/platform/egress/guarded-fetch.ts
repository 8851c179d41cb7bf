import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Dns } from '../dns/dns.js';
import type { EgressGuard } from './egress-guard.js';
import { guardedConnect } from './guarded-connect.js';
import { parseAddress } from './public-addresses.js';

export interface GuardedFetchParts {
  readonly guard: EgressGuard;
  readonly dns: Pick<Dns, 'addresses4' | 'addresses6'>;
  /** For one request, from the name to the last byte. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** There is no answer, or none of a size and at an address that we take. */
export class FetchFailed extends Error {}

const ADDRESSES_TRIED = 3;

/**
 * Asks a web server like the `fetch` of the platform, but only where the guard lets it, at the very address that
 * was judged. Without TLS it speaks to loopback alone; it follows no redirect, and bounds time and size.
 */
export class GuardedFetch {
  constructor(private readonly parts: GuardedFetchParts) {}

  readonly fetch = async (url: string, asked: Asked = {}): Promise<Response> => {
    const target = new URL(url);
    const timeUp = AbortSignal.timeout(this.parts.timeoutMs);
    try {
      const socket = await this.open(target, timeUp);
      return await this.exchange(target, asked, { socket, timeUp });
    } catch (error) {
      throw new FetchFailed(`${target.origin} did not answer`, { cause: error });
    }
  };

  private async open(target: URL, timeUp: AbortSignal): Promise<Socket> {
    const isSecure = target.protocol === 'https:';
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const port = Number(target.port) || (isSecure ? 443 : 80);
    const socket = await this.reach(await this.addressesOf(host), port, isSecure);
    socket.on('error', () => undefined); // told by the request
    return isSecure ? secured(socket, host, timeUp) : socket;
  }

  private async addressesOf(host: string): Promise<readonly string[]> {
    if (parseAddress(host)) return [host];
    if (host === 'localhost') return ['127.0.0.1'];
    const { dns } = this.parts;
    const answers = await Promise.all([dns.addresses4(host), dns.addresses6(host)]);
    const found = answers.flatMap((answer) => (answer.kind === 'found' ? answer.records : []));
    return found.slice(0, ADDRESSES_TRIED);
  }

  private async reach(addresses: readonly string[], port: number, isSecure: boolean) {
    let reason = 'the name has no address';
    for (const address of addresses) {
      if (!isSecure && !isLoopback(address)) {
        reason = `${address} needs TLS`;
        continue;
      }
      const { guard, timeoutMs } = this.parts;
      const result = await guardedConnect(guard, { address, port, timeoutMs });
      if (result.ok) return result.socket;
      reason = result.reason;
    }
    throw new Error(reason);
  }

  private exchange(
    { host, pathname, search }: URL,
    { method = 'GET', headers = {}, body }: Asked,
    { socket, timeUp }: { readonly socket: Socket; readonly timeUp: AbortSignal },
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      const asking: ClientRequest = request({
        method,
        path: `${pathname}${search}`,
        headers: { ...headers, host },
        createConnection: () => socket,
        signal: timeUp,
      });
      asking.once('error', reject);
      asking.once('response', (answer) => {
        this.read(answer).then(resolve, (error: unknown) => {
          asking.destroy();
          reject(error instanceof Error ? error : new Error('unreadable'));
        });
      });
      asking.end(textOf(body));
    });
  }

  private async read(answer: IncomingMessage): Promise<Response> {
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of answer as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > this.parts.maxBytes) throw new Error('the answer is too long');
      parts.push(part);
    }
    const { statusCode: status = 502, headersDistinct } = answer;
    const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    const hasNoBody = status === 204 || status === 205 || status === 304;
    return new Response(hasNoBody ? null : Buffer.concat(parts), { status, headers });
  }
}

/** Resolves when the certificate is proved to be that of the host. */
function secured(socket: Socket, host: string, timeUp: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const tls = connectTls({ socket, host, ...(parseAddress(host) ? {} : { servername: host }) });
    const onTimeUp = () => tls.destroy(new Error('no TLS in time'));
    timeUp.addEventListener('abort', onTimeUp, { once: true });
    tls.on('error', reject);
    tls.once('secureConnect', () => {
      timeUp.removeEventListener('abort', onTimeUp);
      resolve(tls);
    });
  });
}

function isLoopback(address: string): boolean {
  return parseAddress(address)?.range() === 'loopback';
}

function textOf(body: unknown): string | undefined {
  if (body == null) return undefined;
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('Only text can be sent');
}
