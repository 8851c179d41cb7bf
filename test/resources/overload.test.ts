/**
 * B-02 in small: a process that cannot take more says so at once, at every door, while what it has let in comes to
 * its end; and when there is room again, it takes mail by itself.
 *
 * Control: one message that waits, whatever for, shuts nobody out. Without the look at itself (seen once) whoever
 * comes while nothing is committed waits until the time for it is over. Where the connection is closed with the refusal
 * (seen once), who is still sending is cut off.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createConnection, type Connection } from 'mariadb';
import { parseDatabaseUrl } from '../../src/platform/database/connection-url.js';
import { beginData, SmtpHouse } from '../smtp/smtp-house.js';
import { eventually } from '../support/eventually.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';

const CONTENT = 'From: app@shop.test\r\n\r\nhello\r\n.\r\n';
const WAITING = 8;
const SEND = `mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }`;
const MESSAGE = { from: 'app@shop.test', to: ['ann@example.test'], subject: 'Hello', text: 'x' };

describe('B-02 commits that do not keep up', () => {
  let house: SmtpHouse;
  let rival: Connection;
  beforeAll(async () => {
    house = await SmtpHouse.start({ LEASE: '1m' }); // so that locks are waited for
    await house.shop.send(); // so that its event clock exists
    rival = await createConnection({ ...parseDatabaseUrl(house.world.database.url) });
  });
  afterAll(async () => {
    await rival.end();
    await house.stop();
  });

  /** Sessions whose message waits for a row that somebody else holds; then `work`; then what they hear. */
  async function whileHeld(sessions: number, work: () => Promise<void>): Promise<void> {
    const peers = await Promise.all(Array.from({ length: sessions }, () => house.submitter()));
    for (const peer of peers) await beginData(peer);
    await rival.query('START TRANSACTION');
    await rival.query('SELECT position FROM event_clocks FOR UPDATE');
    try {
      for (const peer of peers) {
        await peer.send(CONTENT);
        await new Promise((resolve) => setTimeout(resolve, 20)); // a transaction of its own
      }
      await work();
    } finally {
      await rival.query('ROLLBACK');
    }
    for (const peer of peers) await peer.hears(250);
    for (const peer of peers) peer.close();
  }

  const shortOf = () => house.world.services.admission.shortOf;

  it('are told at every door, and nothing that was let in is lost', async () => {
    const before = await house.countMessages();
    const early = await house.submitter();

    await whileHeld(WAITING, async () => {
      await eventually(shortOf, (names) => names.includes('commits'));

      const late = await house.connect('SUBMISSION_LISTEN');
      await late.hears(421, '4.3.2');
      await late.hearsTheEnd();
      await early.asks('MAIL FROM:<app@shop.test>', 452, '4.3.1');

      const sent = await house.shop.api.ask(SEND, { input: MESSAGE });
      expect(sent.status).toBe(503);
      expect(sent.headers.get('retry-after')).toBe('5');
      expect(sent.errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retryAfter: 5 });
      const large = await house.shop.api.ask(SEND, {
        input: { ...MESSAGE, text: 'x'.repeat(100_000) },
      });
      expect(large.status).toBe(503);
      expect(large.headers.get('retry-after')).toBe('5');
      const door = house.world.address('HTTP_LISTEN');
      const { authorization = '' } = house.shop.api.headers;
      expect(await whileSending(door, `Authorization: ${authorization}\r\n`)).toMatch(
        /^HTTP\/1\.1 503 /,
      );
      expect(await whileSending(door)).toMatch(/^HTTP\/1\.1 413 /); // a stranger's is too large at any time
      expect((await house.shop.api.ask('{ __typename }')).status).toBe(200);
    });

    await eventually(shortOf, (names) => names.length === 0);
    await early.asks('MAIL FROM:<app@shop.test>', 250);
    early.close();
    const late = await house.submitter();
    late.close();
    await house.shop.send();
    expect(await house.countMessages()).toBe(before + WAITING + 1);
  });

  it('control: one that waits shuts nobody out', async () => {
    await whileHeld(1, async () => {
      await new Promise((resolve) => setTimeout(resolve, 4_000)); // twice what is too long for a queue
      expect(shortOf()).toEqual([]);
      const other = await house.submitter();
      await other.asks('MAIL FROM:<app@shop.test>', 250);
      other.close();
    });
  });
});

describe('B-02 memory that is used up', () => {
  let world: RunningWorld;
  beforeAll(async () => {
    world = await RunningWorld.start({ settings: { MEMORY_LIMIT_BYTES: '16777216' } });
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  it('is what operators read', async () => {
    await eventually(
      async () => {
        const peer = await SmtpPeer.connect(world.address('SUBMISSION_LISTEN'));
        const reply = await peer.next();
        peer.close();
        return reply?.code;
      },
      (code) => code === 421,
    );
    const { ops } = world.posthouse.addresses;
    const ready = await (await fetch(`${ops}/readyz`)).text();
    expect(ready).toContain('"degraded"');
    expect(ready).toContain('overloaded, takes no new mail: memory');
    const metrics = await (await fetch(`${ops}/metrics`)).text();
    expect(metrics).toMatch(/posthouse_overload\{resource="memory",role="smtp",.*\} 1/);
    expect(metrics).toMatch(
      /posthouse_refused_for_load_total\{what="session",role="smtp",.*\} [1-9]/,
    );
    expect(metrics).toMatch(/posthouse_resource_use\{resource="commits",role="smtp",.*\} 0/);
    expect(world.posthouse.text).toMatch(/"resource":"memory".*no new mail is taken/);
  });
});

/** What somebody hears who goes on sending a large body when the answer is there; fails when they are cut off. */
async function whileSending(
  door: { readonly host: string; readonly port: number },
  headers = '',
): Promise<string> {
  const socket = connect(door);
  const cut = once(socket, 'close').then(() => Promise.reject(new Error('cut off')));
  cut.catch(() => undefined);
  socket.write(`POST /graphql HTTP/1.1\r\nHost: test\r\n${headers}Content-Length: 4000000\r\n\r\n`);
  socket.write(Buffer.alloc(100_000));
  const [answer] = (await Promise.race([once(socket, 'data'), cut])) as [Buffer];
  for (let piece = 0; piece < 5; piece++) {
    socket.write(Buffer.alloc(1_000));
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 50)), cut]);
  }
  socket.destroy();
  return answer.toString();
}
