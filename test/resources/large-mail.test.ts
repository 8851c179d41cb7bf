/**
 * B-08: many large messages at once are kept in files, not in memory, and committed one after the other: all of them
 * are taken, byte for byte, and memory stays bounded however many there are.
 *
 * Control: the bytes that wait for their final dot are more than the process has grown by. With memory without end for
 * incoming content (seen once) it grows by all of them.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LIMITS } from '../../src/config/limits.js';
import { beginData } from '../smtp/smtp-house.js';
import { figure, isLong, report } from '../support/figures.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import type { Tenant } from '../support/tenant.js';

const MIB = 1_048_576;
const MESSAGES = figure({ t0: 40, long: 100 });
const MESSAGE_BYTES = figure({ t0: 5 * MIB, long: 25 * MIB - 1_000 });
const HEADER = 'From: app@shop.test\r\nSubject: large\r\n\r\n';
/** Beside the content: what is read and written just now, and garbage. */
const SLACK = 112 * MIB;

describe('B-08 large messages at once', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    world = await RunningWorld.start({ settings: { WORKER_PROCESSES: '0' } });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  function memoryOf(what: 'VmRSS' | 'VmHWM'): number {
    const status = readFileSync(`/proc/${world.pidOf('smtp-1') ?? 0}/status`, 'utf8');
    return Number(new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1_024;
  }

  async function submitter(): Promise<SmtpPeer> {
    const { username, password } = await shop.smtpLogin();
    const peer = await SmtpPeer.connect(world.address('SUBMISSION_LISTEN'));
    await peer.greets();
    await peer.logsIn(username, password);
    return peer;
  }

  it(
    'are taken whole, and memory stays bounded',
    async () => {
      const body = bodyOf(MESSAGE_BYTES - HEADER.length);
      const peers = await Promise.all(Array.from({ length: MESSAGES }, submitter));
      await loopDelay(world);
      const before = memoryOf('VmRSS');
      const began = performance.now();
      await Promise.all(
        peers.map(async (peer) => {
          await beginData(peer);
          await peer.send(HEADER);
          await peer.send(body, 65_536);
        }),
      );
      const sentMs = performance.now() - began;
      const whileSent = await loopDelay(world);
      const waiting = memoryOf('VmRSS') - before;
      await Promise.all(peers.map((peer) => peer.send('.\r\n')));
      const replies = await Promise.all(peers.map((peer) => peer.next(120_000)));
      const peak = memoryOf('VmHWM');
      for (const peer of peers) peer.close();
      report(
        `B-08: ${MESSAGES} × ${MESSAGE_BYTES / MIB} MiB: sent in ${sentMs} ms, taken in ${performance.now() - began} ms; RSS ${before / MIB} MiB, + ${waiting / MIB} waiting, peak ${peak / MIB}; event loop p99 ${whileSent} s, then ${await loopDelay(world)} s`,
      );

      expect(replies.map((reply) => reply?.code)).toEqual(replies.map(() => 250));
      expect(waiting).toBeLessThan(LIMITS.contentMemoryBytes + SLACK);
      expect(MESSAGES * MESSAGE_BYTES).toBeGreaterThan(waiting); // control
      if (isLong) expect(peak).toBeLessThan(256 * MIB + MESSAGES * 2 * MIB);
      expect(await storedBodies(world)).toEqual([
        { hash: createHash('sha256').update(body).digest('hex'), n: BigInt(MESSAGES) },
      ]);
    },
    figure({ t0: 60_000, long: 600_000 }),
  );
});

/** Lines of all kinds of bytes but those that lines may not hold; some begin with a dot, which is stuffed. */
function bodyOf(bytes: number): Buffer {
  const line = randomBytes(96).map((byte) =>
    byte === 0 || byte === 10 || byte === 13 ? 46 : byte,
  );
  const lines = Buffer.concat([Buffer.from('x'), line, Buffer.from('\r\n')]);
  return Buffer.alloc(bytes - (bytes % lines.length), lines);
}

/** 99 of 100 turns of the event loop of the SMTP process since the last time came no later than this. */
async function loopDelay({ posthouse }: RunningWorld): Promise<number> {
  const text = await (await fetch(`${posthouse.addresses.ops}/metrics`)).text();
  return Number(
    /^posthouse_nodejs_eventloop_lag_p99_seconds\{role="smtp".*\} (\S+)$/m.exec(text)?.[1],
  );
}

function storedBodies(world: RunningWorld): Promise<{ hash: string; n: bigint }[]> {
  const body = `SUBSTRING(content, LOCATE('\\r\\n\\r\\n', content) + 4)`;
  return world.query(
    `SELECT SHA2(${body}, 256) AS hash, COUNT(*) AS n FROM message_contents GROUP BY hash`,
  );
}
