import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { ApiClient } from '../support/api-client.js';
import { freePort } from './free-port.js';
import { House } from './house.js';

const API_ONLY = { POSTHOUSE_SMTP_PROCESSES: '0', POSTHOUSE_WORKER_PROCESSES: '0' };
const API_PORT = 8025;

describe('ports and data folder of a start', () => {
  const neighbours: Server[] = [];
  let house: House;
  beforeAll(async () => (house = await House.build()));
  afterAll(async () => {
    await house.tearDown();
    for (const neighbour of neighbours) neighbour.close();
  });

  /** Afterwards somebody listens there. */
  async function occupy(port: number): Promise<number> {
    const neighbour = createServer().listen(port, '127.0.0.1');
    await Promise.race([once(neighbour, 'listening'), once(neighbour, 'error')]).catch(() => null);
    if (!neighbour.listening) return port; // another program was first
    neighbours.push(neighbour);
    return (neighbour.address() as AddressInfo).port; // a TCP server has an AddressInfo
  }

  it('moves from a default port that is taken to the next free one, and says so', async () => {
    await occupy(API_PORT);
    const posthouse = await house.start({ settings: { ...API_ONLY, POSTHOUSE_HTTP_LISTEN: '' } });

    const note = posthouse.lines.find((line) => line.includes('POSTHOUSE_HTTP_LISTEN')) ?? '';
    expect(note).toMatch(/port 8025 \(POSTHOUSE_HTTP_LISTEN\) is taken, using \d+/);
    const { graphql } = posthouse.addresses;
    expect(note).toContain(`using ${new URL(graphql).port}`);
    expect(posthouse.text).not.toContain('SMTP  '); // nothing listens there
    expect((await new ApiClient(graphql).ask('{ __typename }')).data).toEqual({
      __typename: 'Query',
    });
    await posthouse.stop();
  });

  it('refuses to start when a port that was set explicitly is taken', async () => {
    const taken = `127.0.0.1:${await occupy(0)}`;
    const posthouse = house.spawn({ settings: { POSTHOUSE_SUBMISSION_LISTEN: taken } });

    expect(await posthouse.ended()).toBe(2);
    expect(posthouse.text).toBe(
      'posthouse: POSTHOUSE_SUBMISSION_LISTEN: another program or listener is there\n',
    );
  });

  it('refuses two listeners on one address', async () => {
    const free = `127.0.0.1:${await freePort()}`;
    const posthouse = house.spawn({
      settings: { POSTHOUSE_SMTP_LISTEN: free, POSTHOUSE_OPS_LISTEN: free },
    });

    expect(await posthouse.ended()).toBe(2);
    expect(posthouse.text).toMatch(/^posthouse: POSTHOUSE_\w+_LISTEN: .+\n$/);
  });

  it('lets one supervisor work on a data folder, and refuses the second', async () => {
    const first = await house.start({ settings: API_ONLY });
    const second = house.spawn({ settings: API_ONLY });

    expect(await second.ended()).toBe(2);
    expect(second.text).toBe(
      `posthouse: another Posthouse (process ${first.pidOf('supervisor')}) is running on this POSTHOUSE_DATA_DIR\n`,
    );
    expect((await fetch(`${first.addresses.ops}/readyz`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });
});
