import { setTimeout as sleep } from 'node:timers/promises';
import { CommandReader } from '../../src/smtp/command-reader.js';
import { figure } from '../support/figures.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { injections } from './injections.js';
import { SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start({ SMTP_TLS_TIMEOUT: '1s' }); // injected bytes may promise more of a record
});
afterAll(() => house.stop());

/** When the injected bytes leave: with STARTTLS, so many turns or milliseconds behind it, or behind the 220. */
const TIMINGS = figure({
  t0: ['with STARTTLS', 'turns 2', 'behind 220'],
  long: [
    'with STARTTLS',
    'cut in STARTTLS',
    ...Array.from({ length: 10 }, (_, turns) => `turns ${turns + 1}`),
    ...[1, 2, 3, 5, 10, 20].map((ms) => `ms ${ms}`),
    'behind 220',
    'behind 220 and 5 ms',
  ],
});
const AT_ONCE = 10;

describe('C-11 nothing that came in clear is heard after the handshake', () => {
  it('whatever it is, and whenever it comes', async () => {
    expect(injections().length).toBeGreaterThanOrEqual(50);
    for (const timing of TIMINGS) expect(await heard(timing)).toEqual([]);
    expect(await house.countMessages()).toBe(0);
  });

  it('control: is seen where the door keeps what it has read', async () => {
    const keeping = jest.spyOn(CommandReader.prototype, 'takeAll').mockReturnValue(Buffer.alloc(0));
    try {
      expect((await heard('with STARTTLS')).length).toBeGreaterThan(10);
    } finally {
      keeping.mockRestore();
    }
  });

  it('goes on after the handshake with what was injected in the same packet', async () => {
    for (const injected of ['NOOP\r\n', 'NOOP', 'QUIT\r\n'.repeat(2_000)]) {
      const peer = await house.greeted('SUBMISSION_LISTEN');
      await peer.send(`STARTTLS\r\n${injected}`);
      await peer.hears(220, '2.0.0');
      await peer.shakesHands();
      await peer.asks('MAIL FROM:<a@shop.test>', 503, '5.5.1'); // EHLO is forgotten
      const reply = await peer.asks('EHLO peer.test', 250);
      expect(reply.lines).not.toContain('STARTTLS');
      peer.close();
    }
  });
});

/** The injections that had an effect with this timing, and which. */
async function heard(timing: string): Promise<string[]> {
  const waiting = injections();
  const found: string[] = [];
  const lane = async () => {
    for (let bytes = waiting.shift(); bytes !== undefined; bytes = waiting.shift()) {
      const effect = await effectOf(bytes, timing);
      if (effect) found.push(`${timing}, ${JSON.stringify(bytes.slice(0, 60))}: ${effect}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return found;
}

/** Either the session begins anew behind the handshake, or there is none. */
async function effectOf(bytes: string, timing: string): Promise<string | null> {
  const peer = await house.greeted('SUBMISSION_LISTEN');
  try {
    await inject(peer, bytes, timing);
    const ready = await peer.next();
    if (ready?.code !== 220) return `STARTTLS was answered ${ready?.code ?? 'by the end'}`;
    if (timing.startsWith('behind 220')) {
      await sleep(timing.endsWith('ms') ? 5 : 0);
      await peer.send(bytes);
    }
    const isSecure = await peer.shakesHands().then(
      () => true,
      () => false,
    );
    return isSecure ? await effectBehindHandshake(peer) : null;
  } finally {
    peer.close();
  }
}

async function inject(peer: SmtpPeer, bytes: string, timing: string): Promise<void> {
  const [kind = '', count = '0'] = timing.split(' ');
  if (timing === 'with STARTTLS') return peer.send(`STARTTLS\r\n${bytes}`);
  if (kind === 'cut') {
    await peer.send('STARTT');
    return peer.send(`LS\r\n${bytes}`);
  }
  await peer.send('STARTTLS\r\n');
  if (kind === 'behind') return;
  for (let turn = 0; kind === 'turns' && turn < Number(count); turn++)
    await new Promise((resolve) => setImmediate(resolve));
  if (kind === 'ms') await sleep(Number(count));
  await peer.send(bytes);
}

async function effectBehindHandshake(peer: SmtpPeer): Promise<string | null> {
  await peer.say('RSET');
  const first = await peer.next();
  if (first === null) return null;
  if (first.code !== 250 || first.lines[0] !== 'Flushed') return `heard ${first.lines.join(' / ')}`;
  await peer.say('MAIL FROM:<a@shop.test>');
  const second = await peer.next();
  return second?.code === 503 ? null : `heard ${second?.code ?? 'the end'} before EHLO`;
}

it('forgets the login, the name and the transaction of before', async () => {
  const peer = await house.submitter();
  await peer.asks('MAIL FROM:<app@shop.test>', 250);
  await peer.startsTls();
  await peer.asks('RCPT TO:<a@receiver.test>', 503);
  await peer.asks('EHLO peer.test', 250);
  await peer.asks('RCPT TO:<a@receiver.test>', 503);
  await peer.asks('MAIL FROM:<app@shop.test>', 530, '5.7.0');
  await peer.asks('STARTTLS', 503, '5.5.1');
  peer.close();
});

it('survives a client that gives up the handshake', async () => {
  for (const garbage of ['', '\x16\x03\x01', 'GET / HTTP/1.1\r\n\r\n']) {
    const peer = await SmtpPeer.connect(house.world.address('SUBMISSIONS_LISTEN'));
    if (garbage) await peer.send(garbage);
    peer.close();
    const clear = await house.greeted('SUBMISSION_LISTEN');
    await clear.asks('STARTTLS', 220);
    if (garbage) await clear.send(garbage);
    clear.close();
  }
  const peer = await house.greeted('SUBMISSIONS_LISTEN');
  peer.close();
});
