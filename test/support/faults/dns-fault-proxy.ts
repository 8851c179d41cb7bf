import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { FaultProxy, type Direction } from './fault-proxy.js';
import { Weather, type Faults } from './weather.js';

/**
 * A proxy in front of a DNS server, for UDP and TCP on one port. A datagram is late or lost: over UDP
 * a black hole swallows for good.
 */
export class DnsFaultProxy {
  /** Datagrams that were swallowed. */
  lost = 0;
  private readonly weather = { toTarget: new Weather(), toClient: new Weather() };
  private readonly upstreams = new Map<string, Socket>();

  private constructor(
    private readonly udp: Socket,
    private readonly tcp: FaultProxy,
    private readonly target: { readonly host: string; readonly port: number },
  ) {
    udp.on('message', (message, peer) => void this.forward(message, peer));
  }

  static async start(target: { host: string; port: number }): Promise<DnsFaultProxy> {
    for (let attempt = 1; ; attempt += 1) {
      const tcp = await FaultProxy.start(target);
      const udp = createSocket('udp4');
      try {
        await new Promise<void>((resolve, reject) => {
          udp.once('error', reject).bind(tcp.port, tcp.host, resolve);
        });
        return new DnsFaultProxy(udp, tcp, target);
      } catch (error) {
        udp.close();
        await tcp.stop();
        if (attempt === 10) throw error;
      }
    }
  }

  get address(): string {
    return `${this.tcp.host}:${this.tcp.port}`;
  }

  get port(): number {
    return this.tcp.port;
  }

  set(faults: Faults, direction: Direction = 'both'): void {
    if (direction !== 'toClient') this.weather.toTarget.set(faults);
    if (direction !== 'toTarget') this.weather.toClient.set(faults);
    this.tcp.set(faults, direction);
  }

  heal(): void {
    this.set({});
  }

  async stop(): Promise<void> {
    for (const upstream of this.upstreams.values()) upstream.close();
    this.upstreams.clear();
    await Promise.all([
      this.tcp.stop(),
      new Promise<void>((resolve) => this.udp.close(() => resolve())),
    ]);
  }

  private async forward(message: Buffer, peer: RemoteInfo): Promise<void> {
    const upstream = this.upstreamOf(peer);
    if (await this.arrives(this.weather.toTarget)) {
      upstream.send(message, this.target.port, this.target.host, () => undefined);
    }
  }

  /** One socket for each client, so that answers find their way back. */
  private upstreamOf(peer: RemoteInfo): Socket {
    const key = `${peer.address}:${peer.port}`;
    const known = this.upstreams.get(key);
    if (known) return known;
    const upstream = createSocket('udp4');
    upstream.on('error', () => undefined); // as if the datagram were lost
    upstream.on('message', (answer) => void this.answer(answer, peer));
    this.upstreams.set(key, upstream);
    return upstream;
  }

  private async answer(message: Buffer, peer: RemoteInfo): Promise<void> {
    if (await this.arrives(this.weather.toClient)) {
      this.udp.send(message, peer.port, peer.address, () => undefined);
    }
  }

  private async arrives(weather: Weather): Promise<boolean> {
    const lateMs = weather.arrival() - performance.now();
    if (!weather.now.isBlackHole && lateMs > 0) await weather.change(lateMs);
    if (weather.now.isBlackHole) this.lost += 1;
    return !weather.now.isBlackHole;
  }
}
