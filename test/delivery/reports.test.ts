import type { Transporter } from 'nodemailer';
import { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { graphql } from '../gql/index.js';
import { nextLoopbackAddress } from '../support/loopback-address.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const SET_POSTMASTER = graphql(`
  mutation SetPostmaster($input: UpdateMailServerInput!) {
    updateMailServer(input: $input) {
      __typename
    }
  }
`);

type Notify = 'success' | 'failure' | 'delay' | 'never';

describe('a delivery status notification', () => {
  let world: World;
  let shop: Tenant;
  let transport: Transporter;
  let submissions = 0;
  beforeAll(async () => {
    const settings = { RETRY_FIRST: '400ms', RETRY_ATTEMPTS: '4', DSN_DELAY_AFTER: '300ms' };
    world = await startWorld({ settings });
    world.receiver('reports.test');
    shop = await world.aServer({ verifiedDomain: 'reports.test' });
    world.receiver('reports.test');
    transport = await shop.transport();
  });
  afterAll(async () => {
    transport.close();
    await world.stop();
  });

  /** Submits with NOTIFY from a mailbox of its own, where the reports arrive. */
  const submit = async (to: string, notify: Notify | Notify[] | null) => {
    submissions += 1;
    const from = `sender-${submissions}@reports.test`;
    await transport.sendMail({
      ...{ from, to, subject: 'Invoice', text: 'Please pay.' },
      ...(notify && { dsn: { id: 'order 7', return: 'headers' as const, notify } }),
    });
    return world.mailbox(from);
  };

  it('tells of a failure with the null sender, once', async () => {
    world.sink.scripts.forever('gone@example.test', refuse('rcpt', '550 5.1.1 No such user'));

    const reports = await submit('gone@example.test', 'failure');

    const report = await reports.receives();
    expect(report.mailFrom).toBe('');
    const text = report.raw.toString();
    expect(text).toContain('report-type=delivery-status');
    expect(text).toMatch(/^Original-Envelope-Id: order 7\r$/m);
    expect(text).toMatch(/^Action: failed\r$/m);
    expect(text).toMatch(/^Status: 5\.1\.1\r$/m);
    expect(text).toMatch(/^Final-Recipient: rfc822; ?gone@example\.test\r$/m);
    expect(text).toMatch(/^Subject: Invoice\r$/m);
    expect(text).not.toContain('Please pay.');
    expect(reports.mails).toHaveLength(1);
  });

  it('names the postmaster of the sender domain, or whom the mail server has set', async () => {
    world.sink.scripts.forever('gone@example.test', refuse('rcpt', '550 5.1.1 No such user'));
    const set = (postmasterAddress: string | null) =>
      world.admin.run(SET_POSTMASTER, {
        input: { mailServerId: shop.serverId, postmasterAddress },
      });
    const named = async () => {
      const report = await (await submit('gone@example.test', 'failure')).receives();
      return /questions, write to:\r\n\r\n {2}(\S+)/.exec(report.raw.toString())?.[1];
    };

    expect(await named()).toBe('postmaster@reports.test');
    await set('help@elsewhere.test');
    expect(await named()).toBe('help@elsewhere.test');
    await set(null);
    expect(await named()).toBe('postmaster@reports.test');
  });

  it('tells of a delay once, and of giving up', async () => {
    world.sink.scripts.forever('busy@example.test', refuse('rcpt', '450 4.2.1 Busy'));

    const reports = await submit('busy@example.test', ['failure', 'delay']);

    await reports.receives(2);
    const actions = reports.mails.map(({ raw }) => /^Action: (.+)\r$/m.exec(raw.toString())?.[1]);
    expect(actions).toEqual(['delayed', 'failed']);
  });

  it('tells that a message was relayed to a server without DSN', async () => {
    const plain = await MailSink.start({
      host: nextLoopbackAddress(),
      port: world.sink.port,
      extensions: ['PIPELINING'],
    });
    world.receiver('plain.test', plain);

    const reports = await submit('ann@plain.test', 'success');

    const report = await reports.receives();
    expect(report.raw.toString()).toMatch(/^Action: relayed\r$/m);
    await plain.stop();
  });

  it('leaves success to a server that offers DSN', async () => {
    await submit('dsn@example.test', ['success', 'failure']);

    const mail = await world.mailbox('dsn@example.test').receives();
    expect(mail.recipientParameters).toContain('NOTIFY=SUCCESS,FAILURE');
    expect(mail.mailParameters).toContain('RET=HDRS');
    expect(mail.mailParameters).toContain('ENVID=order+207');
  });

  it.each([['never' as const], [null]])('is not written when NOTIFY is %s', async (notify) => {
    const silent = await submit('gone@example.test', notify);
    const loud = await submit('gone@example.test', 'failure');

    await loud.receives();
    expect(silent.mails).toEqual([]);
  });
});
