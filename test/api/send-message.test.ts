import { startWorld, type World } from '../support/world.js';

describe('sendMessage', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  it('delivers to the recipient’s mail server and tells the whole story', async () => {
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });

    const id = await shop.send({
      from: 'hi@shop.test',
      to: ['ann@example.test'],
      subject: 'Grüße',
    });

    const received = await world.mailbox('ann@example.test').receives();
    expect(received.parsed.subject).toBe('Grüße');
    expect(received.parsed.headers.has('dkim-signature')).toBe(true);
    expect(received.tls).toBe('TLSv1.3');

    const message = await shop.settles(id, 'DELIVERED');
    const [delivery] = message.deliveries.nodes;
    expect(delivery).toMatchObject({
      recipient: 'ann@example.test',
      attemptCount: 1,
      nextAttemptAt: null,
    });
    expect(message.events.nodes.map(({ kind }) => kind)).toEqual(['ACCEPTED', 'DELIVERED']);
  });

  it('refuses a sender domain that is not verified', async () => {
    const shop = await world.aServer();

    const result = await shop.sendMessage({ from: 'hi@stranger.test' });

    expect(result).toMatchObject({ __typename: 'DomainNotVerified', code: 'DomainNotVerified' });
  });
});
