import { graphql } from '../gql/index.js';
import type { SendMessageInput } from '../gql/graphql.js';
import { eventually } from '../support/eventually.js';
import { succeeded } from '../support/succeeded.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const SEND = graphql(`
  mutation Send($input: SendMessageInput!) {
    sendMessage(input: $input) {
      __typename
      ... on SendMessageSuccess {
        message {
          id
          mailFrom
          from
          tag
          metadata
          door
          clientIp
          raw
        }
      }
      ... on Refusal {
        code
        reason
        path
      }
    }
  }
`);

const SEND_MANY = graphql(`
  mutation SendMany($input: SendMessagesInput!) {
    sendMessages(input: $input) {
      __typename
      ... on SendMessagesSuccess {
        results {
          __typename
          ... on SendMessageSuccess {
            message {
              id
              subject
            }
          }
          ... on Refusal {
            code
            path
          }
        }
      }
    }
  }
`);

const SEND_RAW = graphql(`
  mutation SendRaw($input: SendRawMessageInput!) {
    sendRawMessage(input: $input) {
      __typename
      ... on SendRawMessageSuccess {
        message {
          id
          subject
          mailFrom
          sizeBytes
          raw
        }
      }
      ... on Refusal {
        code
        reason
        path
      }
    }
  }
`);

describe('sending', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    world = await startWorld();
    shop = await world.aServer({ verifiedDomain: 'sends.test' });
  });
  afterAll(() => world.stop());

  const plain = (more: Partial<SendMessageInput> = {}): SendMessageInput => ({
    from: 'app@sends.test',
    to: ['ann@example.test'],
    subject: 'Hello',
    text: 'Hello.',
    ...more,
  });
  const messagesIn = async (tenant: Tenant) => {
    const { data } = await tenant.api.ask<
      { node: { messages: { nodes: { id: string }[] } } },
      object
    >(
      'query($id: ID!) { node(id: $id) { ... on MailServer { messages(first: 100) { nodes { id } } } } }',
      { id: tenant.serverId },
    );
    return data?.node.messages.nodes.map(({ id }) => id) ?? [];
  };

  describe('a message that Posthouse writes', () => {
    it('carries everything that was asked for, and Bcc in the envelope only', async () => {
      const { sendMessage } = await shop.api.run(SEND, {
        input: plain({
          from: 'Büro <app@sends.test>',
          to: ['Ann <all-to@example.test>'],
          cc: ['all-cc@example.test'],
          bcc: ['all-bcc@example.test'],
          replyTo: ['answers@sends.test'],
          subject: 'Grüße',
          html: '<p>Hello <img src="cid:dot"></p>',
          headers: [{ name: 'X-Campaign', value: 'spring' }],
          attachments: [
            { filename: 'note.txt', content: Buffer.from('a note').toString('base64') },
            { filename: 'dot.png', content: 'iVBORw0KGgo=', contentId: 'dot' },
          ],
          tag: 'welcome',
          metadata: { order: 7 },
        }),
      });

      const { message } = succeeded(sendMessage, 'SendMessageSuccess');
      expect(message).toMatchObject({
        mailFrom: 'app@sends.test',
        from: 'app@sends.test',
        tag: 'welcome',
        metadata: { order: 7 },
        door: 'GRAPHQL',
        clientIp: '127.0.0.1',
      });
      const { parsed, raw } = await world.mailbox('all-bcc@example.test').receives();
      expect(parsed.subject).toBe('Grüße');
      expect(parsed.from?.text).toBe('"Büro" <app@sends.test>');
      expect(parsed.replyTo?.text).toBe('answers@sends.test');
      expect(parsed.headers.get('x-campaign')).toBe('spring');
      expect(parsed.text?.trim()).toBe('Hello.');
      const files = parsed.attachments.map(
        ({ filename, contentType }) => `${filename} ${contentType}`,
      );
      expect(files.sort()).toEqual(['dot.png image/png', 'note.txt text/plain']);
      expect(raw.toString()).not.toContain('all-bcc');
      expect(raw.toString()).toContain('with HTTP');
      await world.mailbox('all-to@example.test').receives();
      await world.mailbox('all-cc@example.test').receives();
    });

    it('needs no mail server named with an API key, but does with another sign-in', async () => {
      const { sendMessage } = await shop.api.run(SEND, { input: plain() });
      expect(sendMessage.__typename).toBe('SendMessageSuccess');
      const { errors } = await world.admin.ask(SEND, { input: plain() });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: ['input', 'mailServerId'] }],
      });
      const asAdmin = await world.admin.run(SEND, {
        input: plain({ mailServerId: shop.serverId }),
      });
      expect(asAdmin.sendMessage.__typename).toBe('SendMessageSuccess');
    });

    it.each([
      ['an unverified sender', { from: 'app@stranger.test' }, 'DomainNotVerified'],
      ['no recipients', { to: [] }, 'NoRecipients'],
      [
        'a header field that would become two',
        { headers: [{ name: 'X-A', value: 'a\r\nBcc: x@y.test' }] },
        'InvalidMessage',
      ],
      [
        'a header field that is ours',
        { headers: [{ name: 'From', value: 'x@y.test' }] },
        'InvalidMessage',
      ],
      ['a subject on two lines', { subject: 'a\nb' }, 'InvalidMessage'],
      ['metadata that is too large', { metadata: { long: 'x'.repeat(9_000) } }, 'MetadataTooLarge'],
    ] as [string, Partial<SendMessageInput>, string][])(
      'is refused for %s',
      async (_why, more, code) => {
        const before = await messagesIn(shop);
        const { sendMessage } = await shop.api.run(SEND, { input: plain(more) });
        expect(sendMessage).toMatchObject({ __typename: code, code });
        expect(await messagesIn(shop)).toEqual(before);
      },
    );

    it('is refused while the mail server is suspended', async () => {
      const other = await world.aServer({ verifiedDomain: 'pause.test' });
      await world.admin.ask(
        'mutation($input: SuspendMailServerInput!) { suspendMailServer(input: $input) { __typename } }',
        { input: { mailServerId: other.serverId, reason: 'unpaid' } },
      );
      const result = await eventually(
        () => other.sendMessage(),
        ({ __typename }) => __typename !== 'SendMessageSuccess',
      );
      expect(result).toMatchObject({
        __typename: 'ServerSuspended',
        reason: expect.stringContaining('unpaid') as unknown,
      });
    });

    it('cannot be sent from another tenant’s mail server', async () => {
      const other = await world.aServer();
      const { sendMessage } = await other.api.run(SEND, {
        input: plain({ mailServerId: shop.serverId }),
      });
      const unknown = await other.api.run(SEND, { input: plain({ mailServerId: 'nonsense' }) });
      expect(sendMessage).toMatchObject({ __typename: 'NotFound' });
      expect(unknown.sendMessage).toEqual(sendMessage);
    });

    it('waits when its credential holds', async () => {
      const { secret } = await createCredential(world.admin, shop.serverId, 'API', { hold: true });
      const { sendMessage } = await world.anonymous.bearer(secret).run(SEND, { input: plain() });
      const { id } = succeeded(sendMessage, 'SendMessageSuccess').message;
      const held = await shop.message(id);
      expect(held?.deliveries.nodes[0]).toMatchObject({ status: 'HELD' });
    });
  });

  describe('an idempotency key', () => {
    it('gives the first result again, also for requests at the same time', async () => {
      const before = await messagesIn(shop);
      const input = plain({ idempotencyKey: 'once' });
      const results = await Promise.all(
        Array.from({ length: 10 }, () => shop.api.run(SEND, { input })),
      );
      const ids = results.map(
        ({ sendMessage }) => succeeded(sendMessage, 'SendMessageSuccess').message.id,
      );
      expect(new Set(ids).size).toBe(1);
      expect(await messagesIn(shop)).toHaveLength(before.length + 1);
    });

    it('may come as a header', async () => {
      const header = { 'idempotency-key': 'by-header' };
      const ids = [];
      for (let n = 0; n < 2; n++) {
        const { data } = await shop.api.ask(SEND, { input: plain() }, header);
        ids.push(succeeded(data!.sendMessage, 'SendMessageSuccess').message.id);
      }
      expect(ids[0]).toBe(ids[1]);
    });

    it('is refused with another input, whatever the order of its fields', async () => {
      await shop.api.run(SEND, { input: plain({ idempotencyKey: 'other' }) });
      const reordered = Object.fromEntries(
        Object.entries(plain({ idempotencyKey: 'other' })).reverse(),
      ) as unknown as SendMessageInput;
      const same = await shop.api.run(SEND, { input: reordered });
      expect(same.sendMessage.__typename).toBe('SendMessageSuccess');
      const { sendMessage } = await shop.api.run(SEND, {
        input: plain({ idempotencyKey: 'other', subject: 'Else' }),
      });
      expect(sendMessage).toMatchObject({
        __typename: 'IdempotencyConflict',
        path: ['input', 'idempotencyKey'],
      });
    });

    it('belongs to its mail server', async () => {
      const other = await world.aServer({ verifiedDomain: 'own-keys.test' });
      const mine = await shop.send({ idempotencyKey: 'shared', from: 'app@sends.test' });
      const theirs = await other.send({ idempotencyKey: 'shared' });
      expect(theirs).not.toBe(mine);
    });
  });

  describe('many messages', () => {
    it('are accepted or refused each by itself, in order', async () => {
      const { sendMessages } = await shop.api.run(SEND_MANY, {
        input: {
          messages: [
            plain({ subject: 'one' }),
            plain({ subject: 'two', from: 'app@stranger.test' }),
            plain({ subject: 'three', headers: [{ name: 'X', value: 'a\nb' }] }),
            plain({ subject: 'four' }),
          ],
        },
      });
      const { results } = succeeded(sendMessages, 'SendMessagesSuccess');
      expect(results).toMatchObject([
        { __typename: 'SendMessageSuccess', message: { subject: 'one' } },
        { __typename: 'DomainNotVerified' },
        { __typename: 'InvalidMessage', path: ['input', 'messages', '2', 'headers', '0', 'value'] },
        { __typename: 'SendMessageSuccess', message: { subject: 'four' } },
      ]);
    });

    it('may be repeated with one key for all', async () => {
      const input = {
        idempotencyKey: 'batch',
        messages: Array.from({ length: 20 }, (_, n) => plain({ subject: `batch ${n}` })),
      };
      const idsOf = async () => {
        const { sendMessages } = await shop.api.run(SEND_MANY, { input });
        return succeeded(sendMessages, 'SendMessagesSuccess').results.map(
          (result) => succeeded(result, 'SendMessageSuccess').message.id,
        );
      };
      const first = await idsOf();
      expect(new Set(first).size).toBe(20);
      expect(await idsOf()).toEqual(first);
    });

    it('are refused altogether when there are too many', async () => {
      const before = await messagesIn(shop);
      const messages = Array.from({ length: 501 }, () => plain());
      const { errors } = await shop.api.ask(SEND_MANY, { input: { messages } });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      expect(await messagesIn(shop)).toEqual(before);
    });
  });

  describe('a message that is written already', () => {
    const rawInput = (text: string, more: object = {}) => ({
      input: {
        mailFrom: 'bounces@sends.test',
        recipients: ['raw@example.test'],
        raw: Buffer.from(text).toString('base64'),
        ...more,
      },
    });

    it('goes to its envelope, whatever its header says, with canonical line ends', async () => {
      const { sendRawMessage } = await shop.api.run(
        SEND_RAW,
        rawInput('From: app@sends.test\nTo: everybody@nowhere.test\nSubject: Raw\n\n.\nbody\n'),
      );
      const { message } = succeeded(sendRawMessage, 'SendRawMessageSuccess');
      expect(message).toMatchObject({ subject: 'Raw', mailFrom: 'bounces@sends.test' });
      const { raw } = await world.mailbox('raw@example.test').receives();
      expect(raw.toString()).toContain('\r\nTo: everybody@nowhere.test\r\n');
      expect(raw.toString()).toMatch(/\r\n\r\n\.\r\nbody\r\n$/);
      expect(Buffer.from(message.raw ?? '', 'base64').toString()).toContain('Message-ID:');
    });

    it.each([
      ['two From fields', 'From: app@sends.test\nFrom: x@y.test\n\nx', 'InvalidSender'],
      ['an unverified From', 'From: app@stranger.test\n\nx', 'DomainNotVerified'],
      ['a NUL', 'From: app@sends.test\n\na\0b', 'InvalidMessage'],
      ['a line that is too long', `From: app@sends.test\n\n${'x'.repeat(999)}`, 'InvalidMessage'],
      [
        'a loop',
        `${'Received: by x; Mon, 1 Jan 2026 00:00:00 +0000\n'.repeat(51)}From: app@sends.test\n\nx`,
        'LoopDetected',
      ],
      ['a line that is no field', 'From: app@sends.test\nnonsense\n\nx', 'MalformedHeader'],
    ])('is refused for %s', async (_why, text, code) => {
      const { sendRawMessage } = await shop.api.run(SEND_RAW, rawInput(text));
      expect(sendRawMessage).toMatchObject({ __typename: code });
    });

    it('is refused when it is not base64', async () => {
      const { errors } = await shop.api.ask(SEND_RAW, rawInput('', { raw: '§§§' }));
      expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ path: ['input', 'raw'] }] });
    });
  });
});
