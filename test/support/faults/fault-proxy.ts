import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Line, reset } from './line.js';
import { Weather, type Faults } from './weather.js';

/** A TCP server or a unix socket. */
export type Target = { readonly host: string; readonly port: number } | { readonly path: string };

export type Direction = 'both' | 'toTarget' | 'toClient';

/**
 * A proxy on TCP that makes connections suffer: MariaDB, Redis, a receiving mail server or anything
 * else behind it. Every fault can be set, changed and healed while connections are open.
 */
export class FaultProxy {
  /** Connections so far. */
  connections = 0;
  /** While it is on, whoever connects is reset at once. */
  isRefusing = false;
  private readonly weather = { toTarget: new Weather(), toClient: new Weather() };
  private readonly pairs = new Set<Pair>();

  private constructor(
    private readonly server: Server,
    private readonly target: Target,
    readonly host: string,
    readonly port: number,
  ) {
    server.on('connection', (client) => void this.serve(client));
  }

  /** Listens on a free port of 127.0.0.1, unless told otherwise. */
  static async start(
    target: Target,
    { host = '127.0.0.1', port = 0 }: { host?: string; port?: number } = {},
  ): Promise<FaultProxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    server.listen(port, host);
    await once(server, 'listening');
    const address = server.address() as AddressInfo; // a TCP server has an AddressInfo
    return new FaultProxy(server, target, host, address.port);
  }

  /** Connections that are open just now. */
  get open(): number {
    return this.pairs.size;
  }

  /** Bytes that have arrived over the connections that are open just now. */
  get carried(): { readonly toTarget: number; readonly toClient: number } {
    const sum = (direction: 'toTarget' | 'toClient') =>
      [...this.pairs].reduce((total, pair) => total + (pair[direction]?.carried ?? 0), 0);
    return { toTarget: sum('toTarget'), toClient: sum('toClient') };
  }

  /** From now on, in place of what was set before; also for connections that are open. */
  set(faults: Faults, direction: Direction = 'both'): void {
    if (direction !== 'toClient') this.weather.toTarget.set(faults);
    if (direction !== 'toTarget') this.weather.toClient.set(faults);
  }

  /** No fault any more; what a black hole held back arrives. */
  heal(): void {
    this.isRefusing = false;
    this.set({});
  }

  /** RST to both sides of every open connection. */
  reset(): void {
    for (const { client, upstream } of this.pairs) {
      reset(client);
      if (upstream) reset(upstream);
    }
  }

  /** Ends one direction of every open connection, so that its reader sees the end; the other goes on. */
  halfClose(direction: 'toTarget' | 'toClient'): void {
    for (const pair of this.pairs) pair[direction]?.end();
  }

  async stop(): Promise<void> {
    this.isRefusing = true;
    this.heal();
    for (const { client, upstream } of this.pairs) {
      client.destroy();
      upstream?.destroy();
    }
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async serve(client: Socket): Promise<void> {
    this.connections += 1;
    client.on('error', () => client.destroy());
    if (this.isRefusing) {
      reset(client);
      return;
    }
    const pair: Pair = { client };
    this.pairs.add(pair);
    client.once('close', () => this.forget(pair));
    await this.weather.toTarget.passable(this.weather.toTarget.arrival());
    if (!client.destroyed) this.join(pair);
  }

  private join(pair: Pair): void {
    const { client } = pair;
    const { target } = this;
    const place =
      'path' in target ? { path: target.path } : { host: target.host, port: target.port };
    const upstream = connect({ ...place, allowHalfOpen: true, noDelay: true });
    pair.upstream = upstream;
    upstream.once('close', () => this.forget(pair));
    upstream.on('error', () => upstream.destroy());
    pair.toTarget = new Line(client, upstream, this.weather.toTarget);
    pair.toClient = new Line(upstream, client, this.weather.toClient);
  }

  /** A pair is forgotten when both of its sides have closed. */
  private forget(pair: Pair): void {
    const { client, upstream } = pair;
    if (client.destroyed && (upstream?.destroyed ?? true)) this.pairs.delete(pair);
  }
}

interface Pair {
  readonly client: Socket;
  upstream?: Socket;
  toTarget?: Line;
  toClient?: Line;
}
