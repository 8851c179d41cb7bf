/**
 * A-22 and R8: clients that hold a place without using it. Silence and trickle alike end at a limit, the
 * place is free again, and meanwhile others are served.
 */
import { connect, type Socket } from 'node:net';
import { figure, itLong } from '../support/figures.js';
import { eventually } from '../support/eventually.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { beginData, SmtpHouse } from '../smtp/smtp-house.js';

const SLOW_CLIENTS = figure({ t0: 150, long: 1_800 });
const GOOD_MESSAGES = figure({ t0: 60, long: 600 });
/** One address may have 200 connections. */
const PER_ADDRESS = 150;

const LIMITED = { SMTP_IDLE_TIMEOUT: '1s', SMTP_MESSAGE_TIMEOUT: '2s', SMTP_TLS_TIMEOUT: '1s' };

type Listener = 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN';

describe('A-22 slow senders', () => {
  let house: SmtpHouse;
  beforeAll(async () => (house = await SmtpHouse.start(LIMITED)));
  afterAll(() => house.stop());

  /** Sends one byte of the text after the other, and begins again, until the connection ends. */
  function trickle(socket: Socket, text: string): void {
    let sent = 0;
    const timer = setInterval(() => {
      if (socket.destroyed) clearInterval(timer);
      else socket.write(text[sent++ % text.length] ?? '', 'latin1');
    }, 100);
  }

  function open(listener: Listener, localAddress = '127.0.0.1'): Promise<Socket> {
    const socket = connect({ ...house.world.address(listener), localAddress });
    socket.on('error', () => socket.destroy());
    return new Promise((resolve) => socket.once('connect', () => resolve(socket)));
  }

  const ended = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

  it('that say nothing after the greeting are told so', async () => {
    const peer = await house.connect('SMTP_LISTEN');
    await peer.hears(220);
    await peer.hears(421, '4.4.2');
    await peer.hearsTheEnd();
  });

  it('that say nothing after MAIL are told so', async () => {
    const peer = await house.submitter();
    await peer.asks('MAIL FROM:<app@shop.test>', 250);
    await peer.hears(421, '4.4.2');
    await peer.hearsTheEnd();
  });

  it('that bring a command byte by byte are told so', async () => {
    const peer = await house.greeted('SMTP_LISTEN');
    const trickling = setInterval(() => void peer.send('N'), 100);
    await peer.hears(421, '4.4.2');
    await peer.hearsTheEnd();
    clearInterval(trickling);
  });

  it('that bring credentials byte by byte are told so', async () => {
    const peer = await house.greeted('SUBMISSION_LISTEN');
    await peer.asks('AUTH PLAIN', 334);
    const trickling = setInterval(() => void peer.send('A'), 100);
    await peer.hears(421, '4.4.2');
    await peer.hearsTheEnd();
    clearInterval(trickling);
  });

  it('that fall silent within a message are told so, and nothing is stored', async () => {
    const before = await house.countMessages();
    const peer = await house.submitter();
    await beginData(peer);
    await peer.send('From: app@shop.test\r\n\r\nand then');
    await peer.hears(421, '4.4.2');
    await peer.hearsTheEnd();
    expect(await house.countMessages()).toBe(before);
  });

  it('that never end a message are told so, however steadily they go on (R8)', async () => {
    const before = await house.countMessages();
    const peer = await house.submitter();
    await beginData(peer);
    const trickling = setInterval(() => void peer.send('X-More: and more\r\n'), 100);
    await peer.hears(421, '4.4.2');
    await peer.hearsTheEnd();
    clearInterval(trickling);
    expect(await house.countMessages()).toBe(before);
  });

  it('that never read the replies are dropped', async () => {
    const socket = await open('SMTP_LISTEN');
    socket.pause();
    const asking = setInterval(() => socket.write('HELP\r\n'.repeat(10_000)), 20);
    await ended(socket.on('close', () => clearInterval(asking)));
  });

  it.each(['SUBMISSIONS_LISTEN', 'SUBMISSION_LISTEN'] as const)(
    'that trickle a TLS hello into %s are dropped',
    async (listener) => {
      const socket = await open(listener);
      if (listener === 'SUBMISSION_LISTEN') {
        socket.write('EHLO slow.test\r\nSTARTTLS\r\n');
        await new Promise<void>((resolve) => {
          socket.on('data', (chunk) => chunk.includes('220 2.0.0') && resolve());
        });
      }
      socket.resume();
      trickle(socket, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03');
      await ended(socket);
    },
  );

  it(`in their hundreds leave room for others, and are gone in the end`, async () => {
    const baseline = await sendMany();
    const slow: Socket[] = [];
    for (let number = 0; number < SLOW_CLIENTS; number += 1) {
      const address = `127.7.${1 + Math.floor(number / PER_ADDRESS)}.1`;
      const socket = await open('SUBMISSION_LISTEN', address);
      socket.resume();
      if (number % 3 === 0) trickle(socket, 'EHLO slow');
      slow.push(socket);
    }
    const beside = await sendMany();
    await eventually(
      () => slow.filter(({ destroyed }) => !destroyed).length,
      (left) => left === 0,
      30_000,
    );

    expect(percentile(beside, 0.99)).toBeLessThan(2 * percentile(baseline, 0.99) + SLACK_MS);
  }, 60_000);

  /** Milliseconds that each message took, a session each. */
  async function sendMany(): Promise<number[]> {
    const times: number[] = [];
    for (let number = 0; number < GOOD_MESSAGES; number += 1) {
      const began = performance.now();
      const peer = await house.submitter();
      await beginData(peer);
      await peer.send('From: app@shop.test\r\n\r\nquick\r\n.\r\n');
      await peer.hears(250);
      peer.close();
      times.push(performance.now() - began);
    }
    return times;
  }

  itLong('control: are still there when the limits are out of reach', async () => {
    const patient = await SmtpHouse.start({ SMTP_IDLE_TIMEOUT: '1h', SMTP_TLS_TIMEOUT: '1h' });
    const peer = await SmtpPeer.connect(patient.world.address('SMTP_LISTEN'));
    await peer.hears(220);
    await expect(peer.next(3_000)).rejects.toThrow('no reply in time');
    peer.close();
    await patient.stop();
  });
});

/** Two processors shared with others make single messages late. */
const SLACK_MS = 500;

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
