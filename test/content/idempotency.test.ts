import { SmtpSubmitter } from '../support/raw-submission.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

/** Keys as the two doors share them; what each does by itself is tested with the door. */

const HOURS = 3_600_000;

let world: World;
let shop: Tenant;
beforeAll(async () => {
  world = await startWorld();
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
});
afterAll(() => world.stop());

it('makes one message of ten SMTP sessions at the same time', async () => {
  const to = 'once@example.test';
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, n) => submit({ to, key: 'order 1', text: `try ${n}` })),
  );

  expect(new Set(replies).size).toBe(1);
  expect(replies[0]).toMatch(/^250 Ok: queued as /);
  const { raw } = await world.mailbox(to).receives();
  expect(raw.toString()).not.toMatch(/idempotency/i);
  await nothingElseArrives(to);
});

it('refuses the key of one door at the other', async () => {
  const to = 'doors@example.test';
  expect(await submit({ to, key: 'order 2', text: 'Hello.' })).toMatch(/^250 /);

  const result = await shop.sendMessage({ to: [to], text: 'Hello.', idempotencyKey: 'order 2' });

  expect(result.__typename).toBe('IdempotencyConflict');
  expect(await submit({ to: 'other@example.test', key: 'order 2', text: '' })).toMatch(/^550 /);
});

it('does not spend the key of a message that was refused', async () => {
  const to = ['refused@example.test'];
  const bad = await shop.sendMessage({ to, from: 'app@stranger.test', idempotencyKey: 'order 3' });
  expect(bad.__typename).toBe('DomainNotVerified');

  const good = await shop.sendMessage({ to, idempotencyKey: 'order 3' });

  expect(good.__typename).toBe('SendMessageSuccess');
});

it('forgets a key after a day, not before', async () => {
  const to = 'daily@example.test';
  const send = (subject: string) => shop.send({ to: [to], subject, idempotencyKey: 'daily' });
  const first = await send('The same');
  world.clock.advance(23 * HOURS);
  expect(await send('The same')).toBe(first);

  world.clock.advance(2 * HOURS);

  expect(await send('Another')).not.toBe(first);
  await world.mailbox(to).receives(2);
  await nothingElseArrives(to, 2);
});

/** The reply to one submission in a session of its own, as code and text. */
async function submit(mail: { to: string; key: string; text: string }): Promise<string> {
  const smtp = new SmtpSubmitter(shop);
  const header = `From: app@shop.test\r\nX-Idempotency-Key: ${mail.key}\r\nX-Try: ${mail.text}`;
  const raw = Buffer.from(`${header}\r\n\r\n${mail.text}\r\n`);
  const { code, lines } = await smtp.submit({ from: 'app@shop.test', to: mail.to, raw });
  smtp.close();
  return `${code} ${lines.join(' ')}`;
}

/** A later message has arrived, and no earlier one came twice. */
async function nothingElseArrives(to: string, count = 1): Promise<void> {
  const id = await shop.send({ to: ['later@example.test'] });
  await shop.settles(id, 'DELIVERED');
  expect(world.mailbox(to).mails).toHaveLength(count);
}
