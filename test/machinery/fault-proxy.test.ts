import { once } from 'node:events';
import { Resolver } from 'node:dns/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { LoopbackDns } from '../../src/demo/loopback-dns.js';
import { eventually } from '../support/eventually.js';
import { DnsFaultProxy } from '../support/faults/dns-fault-proxy.js';
import { FaultProxy } from '../support/faults/fault-proxy.js';

describe('the fault proxy', () => {
  let echo: Server;
  let served: Socket[];
  let proxy: FaultProxy;
  let client: Client;
  beforeEach(async () => {
    served = [];
    echo = createServer({ allowHalfOpen: true }, (socket) => {
      served.push(socket);
      socket.on('error', () => socket.destroy());
      socket.on('data', (chunk) => socket.write(chunk));
      socket.on('end', () => socket.end());
    }).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    const { port } = echo.address() as AddressInfo;
    proxy = await FaultProxy.start({ host: '127.0.0.1', port });
    client = await Client.connect(proxy.port);
  });
  afterEach(async () => {
    client.socket.destroy();
    await proxy.stop();
    echo.close();
  });

  it('passes bytes and ends', async () => {
    client.socket.write('hello');
    await client.hears('hello');
    client.socket.end();
    await eventually(
      () => client.hasEnded,
      (hasEnded) => hasEnded,
    );
    await eventually(
      () => proxy.open,
      (open) => open === 0,
    );
  });

  it('makes everything late', async () => {
    proxy.set({ delayMs: 100, jitterMs: 50 });
    const before = performance.now();
    client.socket.write('late');
    await client.hears('late');
    expect(performance.now() - before).toBeGreaterThanOrEqual(195);
  });

  it('is late without being narrow, and keeps the order', async () => {
    proxy.set({ delayMs: 50, jitterMs: 50 }, 'toTarget');
    let sent = '';
    for (let piece = 0; piece < 50; piece += 1) {
      sent += `${piece} `;
      client.socket.write(`${piece} `);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await client.hears(sent);
  });

  it('lets only so many bytes through', async () => {
    proxy.set({ bytesPerSecond: 1_000 }, 'toTarget');
    const before = performance.now();
    client.socket.write('x'.repeat(300));
    await client.hears('x'.repeat(300));
    expect(performance.now() - before).toBeGreaterThan(240);
  });

  it('lets them trickle one by one', async () => {
    proxy.set({ bytesPerSecond: 100, pieceBytes: 1 }, 'toClient');
    client.socket.write('trickle');
    await client.hears('trickle');
    expect(client.pieces).toBeGreaterThan(3);
  });

  it.each(['toTarget', 'toClient', 'both'] as const)('swallows %s until healed', async (way) => {
    proxy.set({ isBlackHole: true }, way);
    client.socket.write('held');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(client.text).toBe('');
    proxy.heal();
    await client.hears('held');
  });

  it('keeps an end from being seen while there is a black hole', async () => {
    client.socket.write('x');
    await client.hears('x');
    proxy.set({ isBlackHole: true });
    client.socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(served[0]?.readableEnded).toBe(false);
    proxy.heal();
    await eventually(
      () => served[0]?.readableEnded ?? false,
      (hasEnded) => hasEnded,
    );
  });

  it('holds back a new connection in a black hole', async () => {
    proxy.set({ isBlackHole: true });
    const late = await Client.connect(proxy.port);
    late.socket.write('new');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(served).toHaveLength(1);
    proxy.heal();
    await late.hears('new');
    late.socket.destroy();
  });

  it('resets, and refuses', async () => {
    client.socket.write('x');
    await client.hears('x');
    proxy.reset();
    await eventually(
      () => client.error,
      (error) => error === 'ECONNRESET',
    );
    proxy.isRefusing = true;
    const refused = connect(proxy.port, '127.0.0.1');
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
  });

  it('ends one direction alone', async () => {
    client.socket.write('x');
    await client.hears('x');
    proxy.halfClose('toClient');
    await eventually(
      () => client.hasEnded,
      (hasEnded) => hasEnded,
    );
    client.socket.write('still');
    await eventually(
      () => served[0]?.bytesRead,
      (bytes) => bytes === 6,
    );
  });

  it('does not hold more than a window for who does not read', async () => {
    proxy.set({ isBlackHole: true }, 'toTarget');
    const before = process.memoryUsage().arrayBuffers;
    for (let count = 0; count < 50; count += 1) client.socket.write(Buffer.alloc(1_048_576));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(client.socket.writableLength).toBeGreaterThan(20_000_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });
});

describe('the fault proxy of DNS', () => {
  it.each(['UDP', 'TCP'])('delays and swallows over %s', async (transport) => {
    const dns = await LoopbackDns.start();
    const proxy = await DnsFaultProxy.start({ host: dns.host, port: dns.port });
    const resolver = new Resolver({ timeout: 3_000, tries: 1 });
    resolver.setServers([proxy.address]);
    dns.set('there.test', 'A', '127.1.2.3');
    if (transport === 'TCP') dns.fail('there.test', 'truncate');
    expect(await resolver.resolve4('there.test')).toEqual(['127.1.2.3']);

    proxy.set({ delayMs: 60 });
    const before = performance.now();
    expect(await resolver.resolve4('there.test')).toEqual(['127.1.2.3']);
    expect(performance.now() - before).toBeGreaterThanOrEqual(115);

    proxy.set({ isBlackHole: true }, 'toClient');
    await expect(resolver.resolve4('there.test')).rejects.toMatchObject({ code: 'ETIMEOUT' });
    expect(proxy.lost).toBeGreaterThan(0);
    proxy.heal();
    expect(await resolver.resolve4('there.test')).toEqual(['127.1.2.3']);
    await proxy.stop();
    await dns.stop();
  });
});

/** A connection that remembers what it heard. */
class Client {
  text = '';
  pieces = 0;
  hasEnded = false;
  error: string | null = null;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk) => {
      this.text += chunk.toString();
      this.pieces += 1;
    });
    socket.on('end', () => (this.hasEnded = true));
    socket.on('error', (error: NodeJS.ErrnoException) => (this.error = error.code ?? ''));
  }

  static async connect(port: number): Promise<Client> {
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    await once(socket, 'connect');
    return new Client(socket);
  }

  async hears(text: string): Promise<void> {
    await eventually(
      () => this.text,
      (heard) => heard === text,
    );
  }
}
