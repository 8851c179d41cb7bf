/**
 * receivers that are slow, silent, rude, or go away in the middle. The state of the message is exact in
 * each case, and no place stays taken.
 *
 * Control: by hand, with the three time-outs at an hour, every case that waits for one is red.
 */
import { eventually } from '../support/eventually.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { LIMITS } from '../../src/config/limits.js';
import {
  BadReceiver,
  flood,
  hangUp,
  readSlowly,
  reset,
  say,
  sayAndReset,
  silence,
  stopReading,
  trickle,
  type Manners,
  type Stage,
} from './bad-receiver.js';

/** More than the buffers of both sides take, so that somebody has to read it. */
const LONG_TEXT = 'All work and no play makes Jack a dull boy.\r\n'.repeat(250_000);

/** Where the message ends up; `later`: at the same receiver, in another attempt. */
type End = 'next MX' | 'here' | 'later' | 'bounced';

interface Case {
  readonly name: string;
  readonly manners: Manners;
  readonly end: End;
  /** Copies that the bad receiver took, if not one: what it did not say it had taken, comes again. */
  readonly copies?: number;
  /** Of the first attempt, where it is not the last. */
  readonly outcome?: Readonly<Record<string, unknown>>;
  readonly text?: string;
}

const LOST_AFTER_DOT = { kind: 'DEFERRED', code: null, enhancedCode: '4.4.2', stage: 'CONTENT' };

const CASES: readonly Case[] = [
  // Before MAIL was answered it is the connection's trouble: another host, in the same attempt.
  { name: 'says nothing', manners: { connect: silence }, end: 'next MX' },
  { name: 'greets one byte at a time', manners: { connect: trickle('220 slow') }, end: 'next MX' },
  { name: 'hangs up at once', manners: { connect: hangUp }, end: 'next MX' },
  { name: 'resets at once', manners: { connect: reset }, end: 'next MX' },
  { name: 'greets with 554', manners: { connect: say('554 5.3.2 no') }, end: 'next MX' },
  { name: 'greets with 421', manners: { connect: say('421 4.3.2 busy') }, end: 'next MX' },
  { name: 'greets in HTTP', manners: { connect: say('HTTP/1.1 400 Bad') }, end: 'next MX' },
  { name: 'says 421 to EHLO', manners: { EHLO: say('421 4.3.2 busy') }, end: 'next MX' },
  { name: 'says nothing to EHLO', manners: { EHLO: silence }, end: 'next MX' },
  {
    name: 'knows neither EHLO nor HELO',
    manners: { EHLO: say('502 what?'), HELO: say('502 what?') },
    end: 'next MX',
  },
  { name: 'says 421 to MAIL', manners: { MAIL: say('421 4.3.2 busy') }, end: 'next MX' },
  { name: 'hangs up at MAIL', manners: { MAIL: hangUp }, end: 'next MX' },

  // A refused or failing STARTTLS: in clear, to the same host.
  { name: 'refuses STARTTLS', manners: {}, end: 'here' },
  { name: 'resets in the handshake', manners: { STARTTLS: sayAndReset('220 go') }, end: 'here' },
  { name: 'talks on in clear', manners: { STARTTLS: say('220 go\r\n250 hi') }, end: 'next MX' },
  { name: 'is silent in the handshake', manners: { STARTTLS: say('220 go') }, end: 'here' },

  // Once MAIL was answered, no other host in this attempt.
  {
    name: 'says 421 to RCPT',
    manners: { RCPT: say('421 4.3.2 busy') },
    end: 'later',
    outcome: { kind: 'DEFERRED', code: 421, stage: 'RCPT' },
  },
  {
    name: 'hangs up at RCPT',
    manners: { RCPT: hangUp },
    end: 'later',
    outcome: { kind: 'DEFERRED', enhancedCode: '4.4.2', stage: 'RCPT' },
  },
  {
    name: 'says 421 to DATA',
    manners: { DATA: say('421 4.3.2 busy') },
    end: 'later',
    outcome: { kind: 'DEFERRED', code: 421, stage: 'DATA' },
  },
  {
    name: 'says nothing to DATA',
    manners: { DATA: silence },
    end: 'later',
    outcome: { kind: 'DEFERRED', enhancedCode: '4.4.2', stage: 'DATA' },
  },
  {
    name: 'hangs up in the content',
    manners: { content: hangUp },
    end: 'later',
    outcome: { kind: 'DEFERRED', enhancedCode: '4.4.2', stage: 'CONTENT' },
  },
  {
    name: 'reads no content',
    manners: { content: stopReading },
    end: 'later',
    text: LONG_TEXT,
    outcome: { kind: 'DEFERRED', enhancedCode: '4.4.2', stage: 'CONTENT' },
  },
  {
    name: 'reads the content at a trickle',
    manners: { content: readSlowly },
    end: 'later',
    text: LONG_TEXT,
    outcome: { kind: 'DEFERRED', enhancedCode: '4.4.2', stage: 'CONTENT' },
  },
  {
    name: 'says 250 in the middle of the content',
    manners: { content: say('250 2.0.0 taken') },
    end: 'later',
    text: LONG_TEXT,
    outcome: { kind: 'DEFERRED', enhancedCode: '4.4.2', stage: 'CONTENT' },
  },
  {
    name: 'says 421 to the dot',
    manners: { dot: say('421 4.3.2 busy') },
    end: 'later',
    copies: 2,
    outcome: { kind: 'DEFERRED', code: 421, stage: 'CONTENT' },
  },
  { name: 'says 554 to the dot', manners: { dot: say('554 5.6.0 no') }, end: 'bounced' },
  {
    name: 'hangs up after the dot',
    manners: { dot: hangUp },
    end: 'later',
    copies: 2,
    outcome: LOST_AFTER_DOT,
  },
  {
    name: 'says nothing to the dot',
    manners: { dot: silence },
    end: 'later',
    copies: 2,
    outcome: LOST_AFTER_DOT,
  },
  {
    name: 'says 250 to the dot, one byte at a time',
    manners: { dot: trickle('250 2.0.0 taken at last\r\n') },
    end: 'later',
    copies: 2,
    outcome: LOST_AFTER_DOT,
  },
  { name: 'says 250 and resets', manners: { dot: sayAndReset('250 2.0.0 ok') }, end: 'here' },
];

describe('A-21 receivers that misbehave', () => {
  let world: World;
  let shop: Tenant;
  const receivers: BadReceiver[] = [];
  const sent = new Map<Case, { readonly bad: BadReceiver; readonly id: string }>();
  beforeAll(async () => {
    const settings = {
      SMTP_CONNECT_TIMEOUT: '5s',
      SMTP_COMMAND_TIMEOUT: '5s',
      SMTP_CONTENT_TIMEOUT: '10s',
      SMTP_DATA_TIMEOUT: '6s',
      RETRY_FIRST: '500ms',
      SWEEP_INTERVAL: '200ms',
    };
    world = await startWorld({ settings });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    for (const each of CASES) {
      const bad = await receiverOf(domainOf(each), each.manners, each.end);
      const id = await shop.send({ to: [`ann@${domainOf(each)}`], text: each.text ?? 'Hello.' });
      sent.set(each, { bad, id });
    }
  });
  afterAll(async () => {
    await Promise.all(receivers.map((receiver) => receiver.stop()));
    await world.stop();
  });

  /** A bad receiver for a domain, before a good one. */
  async function receiverOf(name: string, manners: Manners, end: End): Promise<BadReceiver> {
    const host = nextLoopbackAddress();
    const place = { host, port: world.sink.port };
    const bad = await BadReceiver.start(place, manners, end === 'later' ? 1 : Infinity);
    receivers.push(bad);
    world.dns
      .zone(name)
      .set(
        name,
        'MX',
        { exchange: `mx1.${name}`, preference: 1 },
        { exchange: `mx2.${name}`, preference: 2 },
      )
      .set(`mx1.${name}`, 'A', host)
      .set(`mx2.${name}`, 'A', world.sink.host);
    return bad;
  }

  it.each(CASES)('$name: $end', async (each) => {
    const { end, copies = 1, outcome = {} } = each;
    const { bad, id } = sent.get(each)!;

    const message = await shop.settles(id, end === 'bounced' ? 'BOUNCED' : 'DELIVERED');

    const [delivery] = message.deliveries.nodes;
    expect(bad.recipients.length).toBe(end === 'next MX' ? 0 : copies);
    expect(world.sink.mailsTo(`ann@${domainOf(each)}`)).toHaveLength(end === 'next MX' ? 1 : 0);
    expect(delivery?.attemptCount).toBe(end === 'later' ? 2 : 1);
    expect(delivery?.attempts.nodes[0]?.outcome).toMatchObject(outcome);
  });

  const endless: [string, Stage, string, End][] = [
    ['reply to EHLO', 'EHLO', '250-and more\r\n', 'next MX'],
    ['reply to the dot', 'dot', '250-and more\r\n', 'later'],
    ['line', 'connect', '220 and more ', 'next MX'],
  ];
  it.each(endless)('reads only so much of an endless %s', async (_, stage, text, end) => {
    const poured = { bytes: 0 };
    const name = `endless-${stage.toLowerCase()}.test`;
    const bad = await receiverOf(name, { [stage]: flood(text, poured) }, end);

    const id = await shop.send({ to: [`ann@${name}`] });
    await shop.settles(id, 'DELIVERED');

    expect(poured.bytes).toBeLessThan(LIMITS.replyBytes + KERNEL_BUFFERS);
    expect(bad.recipients).toHaveLength(end === 'later' ? 2 : 0);
  });

  it('leave no slot taken', async () => {
    const leased = 'SELECT COUNT(*) AS n FROM queue WHERE lease_token IS NOT NULL';
    await eventually(
      () => world.database.query<{ n: bigint }[]>(leased),
      ([row]) => Number(row?.n) === 0,
    );
  });
});

function domainOf(each: Case): string {
  return `case-${CASES.indexOf(each)}.test`;
}

/** What both kernels hold of a connection that nobody reads. */
const KERNEL_BUFFERS = 8_000_000;
