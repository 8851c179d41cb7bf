/**
 * Mail that Posthouse itself writes goes through its own pipeline, from a mail server of the installation
 * that works on the first day, that no tenant sees, and whose content nobody reads.
 *
 * Controls: the same content of a tenant's message is read; the same sender is refused at every other way in.
 */
import { encodeGlobalId } from '../../src/api/global-ids.js';
import { graphql } from '../gql/index.js';
import { eventually } from '../support/eventually.js';
import { addVerifiedDomain, createCredential } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const SYSTEM_SERVER = encodeGlobalId('MailServer', 1);
const MESSAGES = graphql(`
  query SystemMessages($id: ID!) {
    node(id: $id) {
      ... on MailServer {
        name
        organization {
          name
        }
        messages(first: 5) {
          nodes {
            door
            from
            subject
            raw
            deliveries(first: 1) {
              nodes {
                id
                status
              }
            }
          }
        }
      }
    }
  }
`);
const CANCEL = graphql(`
  mutation CancelSystemMail($input: CancelDeliveriesInput!) {
    cancelDeliveries(input: $input) {
      __typename
    }
  }
`);

describe('mail of Posthouse itself', () => {
  let world: World;
  let letters = 0;
  beforeAll(async () => (world = await startWorld({ settings: { SWEEP_INTERVAL: '200ms' } })));
  afterAll(() => world.stop());

  function send(to: string, text = 'https://mail.test/secret-link') {
    letters += 1;
    const mail = { to, subject: `Letter ${letters}`, text, idempotencyKey: `letter-${letters}` };
    return world.services.postman.send(mail);
  }

  async function seenByAdmin() {
    const { node } = await world.admin.run(MESSAGES, { id: SYSTEM_SERVER });
    if (!node || !('messages' in node)) throw new Error('there is no system mail server');
    return node;
  }

  async function contents(): Promise<number> {
    const [row] = await world.database.query<{ n: number | bigint }[]>(
      'SELECT COUNT(*) AS n FROM message_contents WHERE server_id = 1',
    );
    return Number(row?.n);
  }

  it('goes out of a fresh installation, marked as written by a program', async () => {
    await send('ann@example.test');
    const { parsed, mailFrom } = await world.mailbox('ann@example.test').receives();

    expect(parsed.from?.value).toEqual([
      { name: 'Posthouse', address: 'posthouse@mail.posthouse.test' },
    ]);
    expect(parsed.text?.trim()).toBe('https://mail.test/secret-link');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.has('dkim-signature')).toBe(false);
    expect(mailFrom).toMatch(/@rp\.posthouse\.localhost$/);
  });

  it('is seen by administrators, without its content, and its content ends with its delivery', async () => {
    world.sink.scripts.next('waiting@example.test', { at: 'rcpt', reply: '451 4.3.0 later' });
    await send('waiting@example.test');
    const waiting = await eventually(seenByAdmin, ({ messages }) =>
      messages.nodes.some(({ deliveries }) => deliveries.nodes[0]?.status === 'QUEUED'),
    );
    expect(waiting).toMatchObject({ name: 'System mail', organization: { name: 'Posthouse' } });
    expect(waiting.messages.nodes.map(({ raw }) => raw)).toEqual([null, null]);
    expect(waiting.messages.nodes[0]).toMatchObject({ door: 'SYSTEM' });
    await eventually(contents, (count) => count === 1); // only of what still has to be sent

    world.clock.advance(3_600_000);
    await world.mailbox('waiting@example.test').receives();
    await eventually(contents, (count) => count === 0);
  });

  it('loses its content when it is cancelled', async () => {
    world.sink.scripts.forever('never@example.test', { at: 'rcpt', reply: '451 4.3.0 later' });
    await send('never@example.test');
    const seen = await eventually(seenByAdmin, ({ messages }) => messages.nodes.length === 3);
    const deliveryId = seen.messages.nodes[0]?.deliveries.nodes[0]?.id ?? '';
    await eventually(
      async () => {
        await world.admin.run(CANCEL, { input: { deliveryIds: [deliveryId] } }); // not while it is tried
        return (await seenByAdmin()).messages.nodes[0]?.deliveries.nodes[0]?.status;
      },
      (status) => status === 'CANCELLED',
    );
    expect(await contents()).toBe(0);
  });

  it('is read where it is a tenant that wrote it (control)', async () => {
    const tenant = await world.aServer({ verifiedDomain: 'tenant.test' });
    await tenant.send();
    const { node } = await world.admin.run(MESSAGES, { id: tenant.serverId });
    expect(node && 'messages' in node && node.messages.nodes[0]?.raw).toEqual(expect.any(String));
  });

  it('is sent once for one key', async () => {
    const mail = {
      to: 'once@example.test',
      subject: 'Once',
      text: 'Once.',
      idempotencyKey: 'once',
    };
    await Promise.all([1, 2, 3].map(() => world.services.postman.send(mail)));
    await send('once@example.test');
    const { parsed } = await world.mailbox('once@example.test').receives(2);
    expect(parsed.subject).toBe(`Letter ${letters}`);
  });

  it('is unknown to tenants', async () => {
    const tenant = await world.aServer();
    expect((await tenant.api.run(MESSAGES, { id: SYSTEM_SERVER })).node).toBeNull();
  });

  it('alone may come from an unverified domain, and is signed once the domain is verified', async () => {
    const { secret } = await createCredential(world.admin, SYSTEM_SERVER, 'API');
    const { data } = await world.anonymous.bearer(secret).ask<{ sendMessage: object }, object>(
      `mutation ($input: SendMessageInput!) {
        sendMessage(input: $input) { __typename }
      }`,
      {
        input: {
          mailServerId: SYSTEM_SERVER,
          from: 'posthouse@mail.posthouse.test',
          to: ['x@example.test'],
        },
      },
    );
    expect(data?.sendMessage).toEqual({ __typename: 'DomainNotVerified' });

    await addVerifiedDomain(world, SYSTEM_SERVER, 'mail.posthouse.test');
    await send('signed@example.test');
    const { parsed } = await world.mailbox('signed@example.test').receives();
    expect(parsed.headers.has('dkim-signature')).toBe(true);
  });
});
