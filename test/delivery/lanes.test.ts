import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

describe('lanes', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    const settings = {
      DELIVERY_CONCURRENCY: '40',
      CONNECTIONS_PER_LANE: '3',
      MESSAGES_PER_CONNECTION: '50',
      SMTP_CONNECT_TIMEOUT: '3s',
    };
    world = await startWorld({ settings });
    shop = await world.aServer({ verifiedDomain: 'lanes.test' });
  });
  afterAll(() => world.stop());

  const people = (count: number, domain: string) =>
    Array.from({ length: count }, (_, number) => `person-${number}@${domain}`);

  it('send many messages over few connections, the next envelope with the dot before', async () => {
    const sink = await MailSink.start({ host: nextLoopbackAddress(), port: world.sink.port });
    world.receiver('reuse.test', sink);

    const id = await shop.send({ to: people(100, 'reuse.test') });

    await sink.until(() => sink.accepted === 100);
    await shop.settles(id, 'DELIVERED');
    expect(sink.connections).toBeGreaterThanOrEqual(2); // 50 messages each
    expect(sink.connections).toBeLessThanOrEqual(5);
    expect(sink.mostCommandsInOnePiece).toBeGreaterThanOrEqual(3);
    expect(sink.mostCommandsInOnePiece).toBeLessThan(10);
    await sink.stop();
  });

  it('of a receiver that never answers do not hold up mail for others', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined));
    await once(silent.listen(world.sink.port, nextLoopbackAddress()), 'listening');
    const { address } = silent.address() as AddressInfo; // a TCP server has an AddressInfo
    world.dns.zone('silent.test').set('silent.test', 'A', address);

    await shop.send({ to: people(100, 'silent.test') });
    const began = performance.now();
    const id = await shop.send({ to: people(30, 'example.test') });
    await shop.settles(id, 'DELIVERED');

    expect(performance.now() - began).toBeLessThan(2_900); // before the first time-out there
    silent.close();
  });

  it('of an unreachable receiver settle all who wait with one finding', async () => {
    world.dns.zone('down.test').set('down.test', 'A', nextLoopbackAddress());

    const id = await shop.send({ to: people(10, 'down.test') });

    const message = await shop.tried(id, 1);
    expect(message.deliveries.nodes[0]?.attempts.nodes[0]?.outcome).toMatchObject({
      kind: 'DEFERRED',
      enhancedCode: '4.4.1',
      stage: 'CONNECT',
    });
  });
});
