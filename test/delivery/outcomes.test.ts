import { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

describe('an attempt', () => {
  let world: World;
  let shop: Tenant;
  beforeAll(async () => {
    const settings = { RETRY_FIRST: '300ms', RETRY_ATTEMPTS: '3', SWEEP_INTERVAL: '200ms' };
    world = await startWorld({ settings });
    shop = await world.aServer({ verifiedDomain: 'outcomes.test' });
  });
  afterAll(() => world.stop());

  const outcomesOf = async (id: string, ...statuses: string[]) => {
    const message = await shop.settles(id, ...statuses);
    return message.deliveries.nodes[0]!.attempts.nodes.map(({ outcome }) => outcome);
  };

  it('fails at once when the receiver refuses for good', async () => {
    world.sink.scripts.forever('gone@example.test', refuse('rcpt', '550 5.1.1 No such user'));

    const id = await shop.send({ to: ['gone@example.test'] });

    expect(await outcomesOf(id, 'BOUNCED')).toMatchObject([
      { kind: 'BOUNCED', code: 550, enhancedCode: '5.1.1', reply: 'No such user', stage: 'RCPT' },
    ]);
  });

  it('is repeated after a temporary refusal until the schedule ends, keeping the last reply', async () => {
    world.sink.scripts.forever('busy@example.test', refuse('rcpt', '450 4.2.1 Busy'));

    const id = await shop.send({ to: ['busy@example.test'] });

    const message = await shop.settles(id, 'EXPIRED');
    expect(await outcomesOf(id, 'EXPIRED')).toMatchObject([
      { kind: 'DEFERRED', enhancedCode: '4.2.1' },
      { kind: 'DEFERRED', enhancedCode: '4.2.1' },
      { kind: 'EXPIRED', enhancedCode: '4.4.7', reply: 'Busy' },
    ]);
    expect(message.events.nodes.map(({ kind }) => kind)).toEqual([
      'ACCEPTED',
      'DEFERRED',
      'DEFERRED',
      'EXPIRED',
    ]);
  });

  it('waits as long as a greylisting receiver asks', async () => {
    const reply = '451 4.7.1 Greylisted, please try again in 40 seconds';
    world.sink.scripts.forever('grey@example.test', refuse('rcpt', reply));

    const id = await shop.send({ to: ['grey@example.test'] });

    const { deliveries } = await shop.tried(id, 1);
    const waitMs = Date.parse(String(deliveries.nodes[0]?.nextAttemptAt)) - Date.now();
    expect(waitMs).toBeGreaterThan(30_000);
    expect(waitMs).toBeLessThan(60_000);
  });

  it('takes the next MX host when the first cannot be reached', async () => {
    world.dns
      .zone('two.test')
      .set(
        'two.test',
        'MX',
        { exchange: 'mx1.two.test', preference: 5 },
        { exchange: 'mx2.two.test', preference: 10 },
      )
      .set('mx1.two.test', 'A', nextLoopbackAddress())
      .set('mx2.two.test', 'A', world.sink.host);

    const id = await shop.send({ to: ['ann@two.test'] });

    const message = await shop.settles(id, 'DELIVERED');
    const { decision } = message.deliveries.nodes[0]!.attempts.nodes[0]!;
    expect(decision.host).toBe('mx2.two.test');
    expect(decision.reasons.map(({ because }) => because).join()).toContain('ECONNREFUSED');
  });

  it('takes the next MX host when the first closes before it has answered MAIL', async () => {
    const closing = await MailSink.start({ host: nextLoopbackAddress(), port: world.sink.port });
    closing.scripts.forever('*', { at: 'mail', reply: '421 4.3.2 Closing', drop: true });
    world.dns
      .zone('closing.test')
      .set(
        'closing.test',
        'MX',
        { exchange: 'mx1.closing.test', preference: 5 },
        { exchange: 'mx2.closing.test', preference: 10 },
      )
      .set('mx1.closing.test', 'A', closing.host)
      .set('mx2.closing.test', 'A', world.sink.host);

    const id = await shop.send({ to: ['ann@closing.test'] });

    expect(await outcomesOf(id, 'DELIVERED')).toHaveLength(1);
    expect(world.mailbox('ann@closing.test').mails).toHaveLength(1);
    await closing.stop();
  });

  it('tries no other host after the final dot, and again later when the reply was lost', async () => {
    world.sink.scripts.next('lost@example.test', { at: 'dot', drop: true, keep: true });

    const id = await shop.send({ to: ['lost@example.test'] });

    expect(await outcomesOf(id, 'DELIVERED')).toMatchObject([
      { kind: 'DEFERRED', enhancedCode: '4.4.2', stage: 'CONTENT' },
      { kind: 'DELIVERED' },
    ]);
    expect(world.mailbox('lost@example.test').mails).toHaveLength(2);
  });

  it('fails at once for a domain that accepts no mail (null MX)', async () => {
    world.dns.zone('null.test').set('null.test', 'MX', { exchange: '.', preference: 0 });

    const id = await shop.send({ to: ['ann@null.test'] });

    expect(await outcomesOf(id, 'BOUNCED')).toMatchObject([
      { kind: 'BOUNCED', code: null, enhancedCode: '5.1.10', stage: 'DNS' },
    ]);
  });

  it('fails after one re-check for a domain that does not exist', async () => {
    const id = await shop.send({ to: ['ann@no-such-domain.test'] });

    expect(await outcomesOf(id, 'BOUNCED')).toMatchObject([
      { kind: 'DEFERRED', enhancedCode: '4.1.2', stage: 'DNS' },
      { kind: 'BOUNCED', enhancedCode: '5.1.2', stage: 'DNS' },
    ]);
  });

  it('never connects to a private address', async () => {
    world.dns.zone('private.test').set('private.test', 'A', '10.11.12.13');

    const id = await shop.send({ to: ['ann@private.test'] });

    expect(await outcomesOf(id, 'BOUNCED')).toMatchObject([
      { kind: 'BOUNCED', enhancedCode: '5.4.4', stage: 'CONNECT' },
    ]);
  });

  it('names its delivery in the return path, a different one for each recipient', async () => {
    const id = await shop.send({ to: ['one@example.test', 'other@example.test'] });

    const one = await world.mailbox('one@example.test').receives();
    const other = await world.mailbox('other@example.test').receives();
    expect(one.mailFrom).toMatch(/^[a-z2-7]{26}@/);
    expect(other.mailFrom).toMatch(/^[a-z2-7]{26}@/);
    expect(other.mailFrom).not.toBe(one.mailFrom);
    await shop.settles(id, 'DELIVERED');
  });

  it('leaves only what waits for its next attempt in the queue', async () => {
    const rows = await world.database.query<{ status: string; lease_token: bigint | null }[]>(
      `SELECT d.status, q.lease_token FROM queue q
       JOIN deliveries d ON d.server_id = q.server_id AND d.id = q.delivery_id`,
    );
    expect(rows).toEqual([{ status: 'QUEUED', lease_token: null }]); // the greylisted one
  });
});
