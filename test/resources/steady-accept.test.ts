/**
 * B-01: however many sessions send at once, within what one address may have, nobody hears an error, and every
 * message that was accepted is there. How long answers take is reported; the bench row `latency-70` judges it.
 *
 * Control: one session more than an address may have is told so.
 */
import { LIMITS } from '../../src/config/limits.js';
import { figure, report } from '../support/figures.js';
import { LedgerDriver } from '../support/ledger-driver.js';
import { Ledger } from '../support/ledger.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { SmtpSubmitter } from '../support/submitters.js';
import type { Tenant } from '../support/tenant.js';
import { TimedSubmitter } from '../support/timed-submitter.js';
import { startWorld, type World } from '../support/world.js';

const MOST = LIMITS.smtpConnectionsPerAddress;
const SESSIONS = figure({ t0: [1, MOST], long: [1, 2, 5, 10, 20, 50, 100, MOST] });
const MESSAGES_EACH = figure({ t0: 2, long: 20 });
const LEAST = figure({ t0: 100, long: 2_000 });

describe('B-01 steady acceptance', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api', 'smtp'] });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  });
  afterAll(() => world.stop());

  it.each(SESSIONS)('of %i sessions has no errors', async (sessions) => {
    const messages = Math.max(LEAST, sessions * MESSAGES_EACH);
    const times: number[] = [];
    const ledger = new Ledger(`steady-${sessions}`, false, { bodyBytes: 4_096 });
    const open = () => new TimedSubmitter(new SmtpSubmitter(world, shop), times);
    const before = await countMessages();
    const began = performance.now();
    await new LedgerDriver(ledger, { messages, sessions, open }).ended();
    const perSecond = (messages / (performance.now() - began)) * 1_000;
    times.sort((one, other) => one - other);
    const share = (part: number) => times[Math.floor(times.length * part)]?.toFixed(0);
    report(
      `B-01: ${sessions} sessions: ${perSecond.toFixed(0)}/s, p50 ${share(0.5)} ms, p99 ${share(0.99)} ms`,
    );

    expect(ledger.acked).toBe(messages);
    expect((await countMessages()) - before).toBe(messages);
  });

  it('control: one more than an address may have is turned away', async () => {
    const target = world.address('SUBMISSION_LISTEN');
    const peers = await Promise.all(
      Array.from({ length: MOST + 1 }, () => SmtpPeer.connect(target)),
    );
    const greetings = await Promise.all(peers.map((peer) => peer.next()));
    for (const peer of peers) peer.close();
    expect(greetings.filter((reply) => reply?.code === 421)).toHaveLength(1);
  });

  async function countMessages(): Promise<number> {
    const [row] = await world.database.query<{ n: bigint }[]>('SELECT COUNT(*) n FROM messages');
    return Number(row?.n);
  }
});
