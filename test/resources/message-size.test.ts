/**
 * B-09: the size limit costs whoever breaks it, not us: a declared excess is refused before a byte is sent, an
 * undeclared one as soon as it shows, and who goes on is cut off. Control: within the limit the same dialogue is
 * taken to its end.
 */
import { LIMITS } from '../../src/config/limits.js';
import { figure } from '../support/figures.js';
import type { SmtpPeer } from '../support/smtp-peer.js';
import { beginData, SmtpHouse } from '../smtp/smtp-house.js';

const MAX = 1_048_576;
const LIARS = figure({ t0: 5, long: 100 });
const STREAM_BYTES = figure({ t0: 512 * MAX, long: 10_240 * MAX });
/** What both kernels hold of a connection that nobody reads, and what a loop of ours writes beyond. */
const ON_THE_WAY = 8 * MAX;
/** Of a message that is being read and one block that is being joined. */
const MEMORY_EACH = 4 * MAX;

const LINES = `${'x'.repeat(98)}\r\n`.repeat(1_000);
const HEADER = 'From: app@shop.test\r\n\r\n';

describe('B-09 message size', () => {
  let house: SmtpHouse;
  beforeAll(async () => (house = await SmtpHouse.start({ MAX_MESSAGE_BYTES: String(MAX) })));
  afterAll(() => house.stop());

  it('that is declared is refused at MAIL', async () => {
    const peer = await house.submitter();
    await peer.asks(`MAIL FROM:<app@shop.test> SIZE=${MAX + 1}`, 552, '5.3.4');
    await peer.asks('MAIL FROM:<app@shop.test> SIZE=99999999999999999999', 552, '5.3.4');
    await peer.asks(`MAIL FROM:<app@shop.test> SIZE=${MAX}`, 250);
    peer.close();
  });

  it('that is not declared is refused at its end, and the session goes on', async () => {
    const before = await house.countMessages();
    const peer = await house.submitter();
    await beginData(peer);
    await peer.send(`${HEADER}${LINES.repeat(11)}.\r\n`);
    await peer.hears(552, '5.3.4');
    await peer.asks('NOOP', 250);
    peer.close();
    expect(await house.countMessages()).toBe(before);
  });

  it('control: within the limit is taken', async () => {
    const peer = await house.submitter();
    await beginData(peer);
    await peer.send(`${HEADER}${LINES.repeat(10)}.\r\n`);
    await peer.hears(250);
    peer.close();
  });

  /** Streams until it is cut off; how much of it left. */
  async function stream(peer: SmtpPeer): Promise<number> {
    await peer.asks('MAIL FROM:<app@shop.test> SIZE=10', 250);
    await peer.asks('RCPT TO:<a@receiver.test>', 250);
    await peer.asks('DATA', 354);
    let sent = 0;
    for (; sent < STREAM_BYTES && !peer.hasEnded; sent += LINES.length) {
      await peer.send(LINES);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return sent;
  }

  it('that is a lie is refused, and who streams on is cut off, at little cost', async () => {
    const peers = await Promise.all(Array.from({ length: LIARS }, () => house.submitter()));
    const before = process.memoryUsage().rss;

    const sent = await Promise.all(peers.map(stream));

    const grown = process.memoryUsage().rss - before;
    for (const bytes of sent) expect(bytes).toBeLessThan(MAX + LIMITS.oversizeBytes + ON_THE_WAY);
    for (const peer of peers) await peer.hears(552, '5.3.4');
    expect(grown).toBeLessThan(LIARS * MEMORY_EACH + 128 * MAX);
  }, 120_000);
});
