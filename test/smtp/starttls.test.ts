import { SmtpPeer } from '../support/smtp-peer.js';
import { SmtpHouse } from './smtp-house.js';

let house: SmtpHouse;
beforeAll(async () => {
  house = await SmtpHouse.start();
});
afterAll(() => house.stop());

/** C-11: nothing that came in clear is heard after the handshake. */

const INJECTED: readonly (readonly [what: string, bytes: string])[] = [
  ['a command', 'NOOP\r\n'],
  ['EHLO', 'EHLO evil.test\r\n'],
  ['MAIL', 'MAIL FROM:<evil@shop.test>\r\n'],
  [
    'a transaction',
    'EHLO evil.test\r\nMAIL FROM:<evil@shop.test>\r\nRCPT TO:<x@y.test>\r\nDATA\r\n',
  ],
  ['AUTH', 'AUTH PLAIN\r\n'],
  ['QUIT', 'QUIT\r\n'],
  ['a letter', 'N'],
  ['half a command', 'NOOP'],
  ['a command and CR', 'NOOP\r'],
  ['an empty line', '\r\n'],
  ['a line feed', '\n'],
  ['STARTTLS again', 'STARTTLS\r\n'],
  ['thousands of commands', 'NOOP\r\n'.repeat(2_000)],
  ['a long line', 'x'.repeat(20_000)],
];

it.each(INJECTED)('forgets %s that came in the packet of STARTTLS', async (_, injected) => {
  const peer = await house.greeted('SUBMISSION_LISTEN');
  await peer.send(`STARTTLS\r\n${injected}`);
  await peer.hears(220, '2.0.0');
  await peer.shakesHands();
  await peer.asks('MAIL FROM:<a@shop.test>', 503, '5.5.1'); // EHLO is forgotten
  const reply = await peer.asks('EHLO peer.test', 250); // and no reply of before is in the way
  expect(reply.lines).not.toContain('STARTTLS');
  peer.close();
});

it.each(INJECTED)('answers nothing to %s that comes before the handshake', async (_, injected) => {
  const peer = await house.greeted('SUBMISSION_LISTEN');
  await peer.asks('STARTTLS', 220);
  await peer.send(`${injected}NOOP\r\n`);
  await peer.hearsTheEnd();
});

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
