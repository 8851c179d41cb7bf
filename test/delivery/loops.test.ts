/**
 * Mail that comes back to those who sent it, reports about reports, and automatic answers: each ends at once, and nothing
 * multiplies. Controls: a higher limit is seen in the count of hops, and a build whose reports may be reported on storms.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '../../src/config/limits.js';
import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { eventually } from '../support/eventually.js';
import { itLong } from '../support/figures.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import { Mutant } from '../support/mutant.js';
import { sendRaw } from '../support/raw-submission.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

/** Two installations that believe of each other that they take mail for the same domain. */
const LOOPING = 'loop.test';
const SENDING = 'shop.test';
/** What turns up late would have turned up by then. */
const QUIET_MS = 500;
/** Messages that one message with one report never becomes. */
const STORM = 20;

describe('C-14 a loop from A to B to A', () => {
  let a: World;
  let b: World;
  let shop: Tenant;
  beforeAll(async () => {
    const [hostA, hostB] = [nextLoopbackAddress(), nextLoopbackAddress()];
    let port = 0;
    a = await startWorld({
      settings: (outside) => {
        port = outside.sink.port;
        return { SMTP_LISTEN: `${hostA}:${port}` };
      },
    });
    b = await startWorld({
      settings: (outside) => ({
        MX_PORT: String(port),
        SMTP_LISTEN: `${hostB}:${port}`,
        EGRESS_ALLOW: `127.0.0.0/8:${port},127.0.0.1/32:${outside.dns.port}`,
      }),
    });
    shop = await tenantOf(a);
    await tenantOf(b);
    pointTo(a, hostB);
    pointTo(b, hostA);
  });
  afterAll(async () => {
    await a.stop();
    await b.stop();
  });

  it('ends with 5.4.6 after so many hops, and nothing comes of it', async () => {
    expect(await hopsOf('round')).toBe(LIMITS.receivedFields + 1);
  });

  it('control: more hops are seen where more are allowed', async () => {
    const limit = jest.replaceProperty(LIMITS, 'receivedFields', 60 as never);
    expect(await hopsOf('longer')).toBe(61);
    limit.restore();
  });

  /** Messages that one message became in both, until the loop was noticed. */
  async function hopsOf(name: string): Promise<number> {
    const before = await countAll();
    await shop.send({ to: [`${name}@${LOOPING}`], dsn: { notify: ['FAILURE'] } });
    const after = await eventually(
      countAll,
      ({ queued, looping }) => queued === 0 && looping > before.looping,
      60_000,
    );
    await sleep(QUIET_MS);
    expect(await countAll()).toEqual(after);
    expect(after.looping).toBe(before.looping + 1);
    expect(after.messages - before.messages).toBe(after.submitted - before.submitted + 2); // a report, received
    return after.submitted - before.submitted;
  }

  async function countAll(): Promise<Counts> {
    const [inA, inB] = [await countsOf(a), await countsOf(b)];
    return {
      messages: inA.messages + inB.messages,
      submitted: inA.submitted + inB.submitted,
      queued: inA.queued + inB.queued,
      looping: inA.looping + inB.looping,
    };
  }

  async function tenantOf(world: World): Promise<Tenant> {
    const tenant = await world.aServer({ verifiedDomain: SENDING });
    await createCredential(world.admin, tenant.serverId, 'SMTP_IP', { network: '127.0.0.0/8' });
    return tenant;
  }
});

describe('C-14 a report about a report', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    const host = nextLoopbackAddress();
    world = await startWorld({
      settings: (outside) => ({ SMTP_LISTEN: `${host}:${outside.sink.port}` }),
    });
    shop = await world.aServer({ verifiedDomain: SENDING });
    pointTo(world, host);
  });
  afterAll(() => world.stop());

  it.each([
    ['that nobody takes', 'example.test'],
    ['that comes back to ourselves', LOOPING],
  ])('is never written: one %s ends there', async (_, domain) => {
    const before = (await countsOf(world)).messages;
    world.sink.scripts.forever(`gone@${domain}`, refuse('rcpt', '550 5.1.1 No such user'));
    world.sink.scripts.forever(`app@${SENDING}`, refuse('rcpt', '550 5.1.1 No such user'));
    world.receiver(SENDING);
    await shop.send({ to: [`gone@${domain}`], dsn: { notify: ['FAILURE', 'DELAY', 'SUCCESS'] } });

    await eventually(
      () => countsOf(world),
      ({ messages, queued }) => queued === 0 && messages === before + 2,
    );
    await sleep(QUIET_MS);
    expect(await countsOf(world)).toMatchObject({ messages: before + 2, queued: 0 });
  });

  it.each([
    ['the null sender', () => '', 0],
    ['a return path of ours, where the report ends', (returnPath: string) => returnPath, 1],
  ])('is never written about mail from %s', async (_, sender, more) => {
    await shop.send({ to: ['kept@example.test'] });
    const { mailFrom } = await world.mailbox('kept@example.test').receives();
    const before = await countsOf(world);
    world.sink.scripts.forever('gone@example.test', refuse('rcpt', '550 5.1.1 No such user'));
    const raw = Buffer.from(`From: app@${SENDING}\r\n\r\nHello.\r\n`);
    const mail = { from: sender(mailFrom), to: 'gone@example.test', raw };
    const result = await sendRaw(shop, mail, { dsn: { notify: ['FAILURE'] } });
    expect(result.__typename).toBe('SendRawMessageSuccess');

    const isDone = ({ messages, queued }: Counts) =>
      queued === 0 && messages === before.messages + 1 + more;
    await eventually(() => countsOf(world), isDone);
    await sleep(QUIET_MS);
    expect(isDone(await countsOf(world))).toBe(true);
  });

  it('is not what an automatic answer gets, which ends at our return path', async () => {
    await shop.send({ to: ['away@example.test'] });
    const { mailFrom } = await world.mailbox('away@example.test').receives();
    const idle = ({ queued }: Counts) => queued === 0;
    const before = await eventually(() => countsOf(world), idle);
    const peer = await SmtpPeer.connect(world.address('SMTP_LISTEN'));
    await peer.greets();
    await peer.asks('MAIL FROM:<away@example.test>', 250);
    await peer.asks(`RCPT TO:<${mailFrom}>`, 250);
    await peer.asks('DATA', 354);
    await peer.asks(
      'From: away@example.test\r\nAuto-Submitted: auto-replied\r\n\r\nAway.\r\n.',
      250,
    );
    peer.close();

    await sleep(QUIET_MS);
    expect(await countsOf(world)).toEqual({ ...before, messages: before.messages + 1 });
    expect(world.mailbox('away@example.test').mails).toHaveLength(1);
  });
});

describe('C-14 a build whose reports have a sender and ask for reports', () => {
  itLong(
    'storms (control)',
    async () => {
      const file = 'features/delivery/report-writer.js';
      const mutant = Mutant.make(
        { file, from: "mailFrom: ''", to: 'mailFrom: to.address' },
        { file, from: 'dsnNotify: null', to: "dsnNotify: ['FAILURE']" },
      );
      const world = await RunningWorld.start({ main: mutant.main });
      try {
        const shop = await world.aServer({ verifiedDomain: SENDING });
        world.receiver(SENDING);
        for (const nobody of ['gone@example.test', `app@${SENDING}`])
          world.sink.scripts.forever(nobody, refuse('rcpt', '550 5.1.1 No such user'));
        await shop.send({ to: ['gone@example.test'], dsn: { notify: ['FAILURE'] } });
        await eventually(
          () => world.query<{ n: bigint }[]>('SELECT COUNT(*) AS n FROM messages'),
          ([row]) => Number(row?.n) >= STORM,
          60_000,
        );
      } finally {
        await world.stop();
        mutant.remove();
      }
    },
    180_000,
  );
});

interface Counts {
  readonly messages: number;
  /** Those of them that somebody handed to us to be sent. */
  readonly submitted: number;
  readonly queued: number;
  /** Attempts that were answered 5.4.6. */
  readonly looping: number;
}

async function countsOf({ database }: World): Promise<Counts> {
  const [row] = await database.query<Record<keyof Counts, bigint>[]>(
    `SELECT (SELECT COUNT(*) FROM messages) AS messages, (SELECT COUNT(*) FROM queue) AS queued,
            (SELECT COUNT(*) FROM messages WHERE door IN ('GRAPHQL', 'SMTP') AND direction = 'OUTGOING')
              AS submitted,
            (SELECT COUNT(*) FROM attempts WHERE outcome LIKE '%5.4.6%') AS looping`,
  );
  return {
    messages: Number(row?.messages),
    submitted: Number(row?.submitted),
    queued: Number(row?.queued),
    looping: Number(row?.looping),
  };
}

/** What a world believes of the looping domain, and of the return paths of the other. */
function pointTo({ dns }: World, host: string): void {
  for (const domain of [
    LOOPING,
    `psrp.${SENDING}`,
    'rp.posthouse.localhost',
    'mail.posthouse.test',
  ]) {
    dns.zone(domain).set(domain, 'MX', { exchange: `mx.${domain}`, preference: 1 });
    dns.set(`mx.${domain}`, 'A', host);
  }
}
