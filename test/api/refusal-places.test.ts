import { startWorld, type World } from '../support/world.js';
import type { Tenant } from '../support/tenant.js';

/** The outermost place is always `input`. */
describe('the place that a refusal names', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'], settings: { MAX_RECIPIENTS: '3' } });
    shop = await world.aServer({ verifiedDomain: 'places.test' });
  });
  afterAll(() => world.stop());

  const from = 'app@places.test';
  const ann = 'ann@example.test';
  const many = ['a@b.test', 'c@d.test', 'e@f.test', 'g@h.test'];

  it.each([
    ['nobody at all', { from }, 'NoRecipients', ['to']],
    ['too many in To', { from, to: many }, 'TooManyRecipients', ['to']],
    ['too many with Cc', { from, to: [ann], cc: many }, 'TooManyRecipients', ['cc']],
    ['too many with Bcc', { from, to: [ann], cc: [ann], bcc: many }, 'TooManyRecipients', ['bcc']],
    [
      'metadata',
      { from, to: [ann], metadata: { x: 'x'.repeat(9_000) } },
      'MetadataTooLarge',
      ['metadata'],
    ],
  ])('is right for %s', async (_what, message, code, place) => {
    const single = await send('sendMessage', 'SendMessageInput', message);
    expect(single).toEqual({ code, path: ['input', ...place] });

    const [, second] = await sendMany([{ from, to: [ann], subject: 'x', text: 'x' }, message]);
    expect(second).toEqual({ code, path: ['input', 'messages', '1', ...place] });
  });

  it.each([
    ['nobody at all', [], 'NoRecipients', ['recipients']],
    ['too many', many, 'TooManyRecipients', ['recipients']],
  ])(
    'is right for %s of a message that is written already',
    async (_what, recipients, code, place) => {
      const raw = Buffer.from(`From: ${from}\r\nSubject: x\r\n\r\nx\r\n`).toString('base64');
      const input = { mailFrom: from, recipients, raw };
      const refusal = await send('sendRawMessage', 'SendRawMessageInput', input);
      expect(refusal).toEqual({ code, path: ['input', ...place] });
    },
  );

  it('is the key that was used twice: of one message, or of the whole batch', async () => {
    const message = { from, to: [ann], subject: 'x', text: 'x' };
    const other = { ...message, subject: 'y' };
    await sendMany([message, { ...message, idempotencyKey: 'own' }], 'shared');
    const conflicts = await sendMany([other, { ...other, idempotencyKey: 'own' }], 'shared');
    expect(conflicts).toEqual([
      { code: 'IdempotencyConflict', path: ['input', 'idempotencyKey'] },
      { code: 'IdempotencyConflict', path: ['input', 'messages', '1', 'idempotencyKey'] },
    ]);
  });

  async function send(field: string, type: string, input: object): Promise<unknown> {
    const { data } = await shop.api.ask<Record<string, unknown>, object>(
      `mutation($input: ${type}!) { ${field}(input: $input) { ... on Refusal { code path } } }`,
      { input },
    );
    return data?.[field];
  }

  async function sendMany(messages: object[], idempotencyKey?: string): Promise<unknown[]> {
    const { data } = await shop.api.ask<{ sendMessages: { results: unknown[] } }, object>(
      `mutation($input: SendMessagesInput!) { sendMessages(input: $input) { ... on SendMessagesSuccess { results { ... on Refusal { code path } } } } }`,
      { input: { messages, idempotencyKey } },
    );
    return data?.sendMessages.results ?? [];
  }
});
