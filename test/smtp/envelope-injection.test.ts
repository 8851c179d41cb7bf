import { SinkSession } from '../../src/demo/mail-sink/sink-session.js';
import { graphql } from '../gql/index.js';
import { inPortions } from '../content/in-portions.js';
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { foreignCommands } from './foreign-commands.js';

let world: World;
let shop: Tenant;
const commands: string[] = [];
beforeAll(async () => {
  const session = SinkSession.prototype as unknown as { command(line: string): Promise<void> }; // private
  const command = Reflect.get(session, 'command');
  jest.spyOn(session, 'command').mockImplementation(function (this: SinkSession, line) {
    commands.push(line);
    return command.call(this, line);
  });
  world = await startWorld();
  shop = await world.aServer({ verifiedDomain: 'shop.test' });
});
afterAll(async () => {
  await world.stop();
  jest.restoreAllMocks();
});

/** Ends of a line, of a path, of a parameter, in as many spellings. */
const BREAKS = [
  ...['\r\n', '\n', '\r', '\r\r\n', '\n\r', '\0', '\v', '\f', '\x1b', '\x7f', '\t', ' '],
  ...['\u0085', '\u2028', '\u2029', '\u00a0', '\ufeff', '\u200b', '\u560d\u560a'],
  ...['%0d%0a', '%0D%0A', '+0D+0A', '+0d+0a', '+2B0D+2B0A', '=0D=0A', '\\r\\n', '&#13;&#10;'],
  ...['=?utf-8?q?=0d=0a?=', '> ', '>\r\n', '><', '"', '"\r\n', '\\', '\\\r\n', '\\"', '\\\\"> '],
];
const SMUGGLED = figure({
  t0: ['RCPT TO:<evil@example.test>'],
  long: [
    'RCPT TO:<evil@example.test>',
    'MAIL FROM:<evil@shop.test>',
    'NOTIFY=SUCCESS ORCPT=rfc822;evil@example.test',
    'DATA',
  ],
});

/** Where in the dialogue a value stands: commands with a gap. */
const SMTP_PLACES: Readonly<Record<string, readonly [mail: string, rcpt: string]>> = {
  'MAIL local part': ['MAIL FROM:<app{}@shop.test>{utf8}', 'RCPT TO:<{to}>'],
  'MAIL quoted local part': ['MAIL FROM:<"app{}"@shop.test>{utf8}', 'RCPT TO:<{to}>'],
  'MAIL domain': ['MAIL FROM:<app@shop.test{}>{utf8}', 'RCPT TO:<{to}>'],
  'MAIL source route': ['MAIL FROM:<@a.test{}:app@shop.test>{utf8}', 'RCPT TO:<{to}>'],
  SIZE: ['MAIL FROM:<app@shop.test> SIZE=1{}{utf8}', 'RCPT TO:<{to}>'],
  BODY: ['MAIL FROM:<app@shop.test> BODY=8BITMIME{}{utf8}', 'RCPT TO:<{to}>'],
  RET: ['MAIL FROM:<app@shop.test> RET=FULL{}{utf8}', 'RCPT TO:<{to}>'],
  ENVID: ['MAIL FROM:<app@shop.test> ENVID=id{}{utf8}', 'RCPT TO:<{to}>'],
  AUTH: ['MAIL FROM:<app@shop.test> AUTH=id{}{utf8}', 'RCPT TO:<{to}>'],
  'RCPT local part': ['MAIL FROM:<app@shop.test>{utf8}', 'RCPT TO:<{name}{}@example.test>'],
  'RCPT quoted': ['MAIL FROM:<app@shop.test>{utf8}', 'RCPT TO:<"{name}{}"@example.test>'],
  'RCPT domain': ['MAIL FROM:<app@shop.test>{utf8}', 'RCPT TO:<{to}{}>'],
  NOTIFY: ['MAIL FROM:<app@shop.test>{utf8}', 'RCPT TO:<{to}> NOTIFY=DELAY{}'],
  'ORCPT type': ['MAIL FROM:<app@shop.test>{utf8}', 'RCPT TO:<{to}> ORCPT=rfc822{};a@b.test'],
  ORCPT: ['MAIL FROM:<app@shop.test>{utf8}', 'RCPT TO:<{to}> ORCPT=rfc822;a{}'],
};

const API_PLACES = {
  mailFrom: (value: string) => ({ mailFrom: `app${value}@shop.test` }),
  'quoted mailFrom': (value: string) => ({ mailFrom: `"app${value}"@shop.test` }),
  recipients: (value: string, name: string) => ({ recipients: [`${name}${value}@example.test`] }),
  'quoted recipients': (value: string, name: string) => ({
    recipients: [`"${name}${value}"@example.test`],
  }),
  'recipient domain': (value: string, name: string) => ({
    recipients: [`${name}@example.test${value}`],
  }),
  'dsn.envid': (value: string) => ({ dsn: { notify: ['FAILURE' as const], envid: `id${value}` } }),
};

const VALUES = BREAKS.flatMap((end) => SMUGGLED.map((text) => `${end}${text}`));
/** A line end is the end of a command: what follows it was said by the client itself. */
const ON_ONE_LINE = VALUES.filter((value) => !value.includes('\n'));
const RAW = 'From: app@shop.test\r\nSubject: envelope\r\n\r\nHello.\r\n';

describe('C-04 nothing in an envelope becomes a command of its own', () => {
  it('has enough cases', () => {
    const overSmtp = ON_ONE_LINE.length * Object.keys(SMTP_PLACES).length * 2;
    const throughApi = VALUES.length * Object.keys(API_PLACES).length;
    expect(overSmtp + throughApi).toBeGreaterThanOrEqual(1_000);
  });

  it.each(Object.entries(SMTP_PLACES))('over SMTP, in %s', async (place, [mail, rcpt]) => {
    const accepted = await submitAll(place, ON_ONE_LINE, { mail, rcpt });
    await settles();
    expect(foreignCommands(commands.splice(0))).toEqual([]);
    expect(recipientsOf(place).length).toBeLessThanOrEqual(accepted);
  });

  it.each(Object.entries(API_PLACES))('through the API, in %s', async (place, inputFor) => {
    const isAccepted = await inPortions(VALUES, (value, index) =>
      sendThroughApi(inputFor(value, nameOf(place, index))),
    );
    await settles();
    expect(foreignCommands(commands.splice(0))).toEqual([]);
    expect(recipientsOf(place).length).toBeLessThanOrEqual(isAccepted.filter(Boolean).length);
  });

  it.each([
    [
      'a recipient',
      "UPDATE deliveries SET recipient = 'x@b.test>\r\nDATA' WHERE id = ?",
      'BOUNCED',
    ],
    ['ORCPT', "UPDATE deliveries SET dsn_orcpt = 'rfc822;x\r\nDATA' WHERE id = ?", 'DELIVERED'],
    [
      'ENVID',
      `UPDATE messages SET dsn_envid = 'x\r\nDATA'
       WHERE id = (SELECT message_id FROM deliveries WHERE id = ?)`,
      'DELIVERED',
    ],
  ])('not even %s that is wrong in the database', async (what, statement, status) => {
    const to = `poisoned-${what.toLowerCase().replace(' ', '-')}@example.test`;
    world.sink.scripts.next(to, { at: 'rcpt', reply: '450 4.2.0 later' });
    const id = await shop.send({ to: [to] });
    await shop.tried(id, 1);
    const { database } = world;
    const [delivery] = await database.query<{ id: bigint }[]>(
      'SELECT id FROM deliveries ORDER BY id DESC LIMIT 1',
    );
    await database.query(statement, [delivery?.id]);
    world.clock.advance(3_600_000);
    await shop.settles(id, status);
    expect(foreignCommands(commands.splice(0))).toEqual([]);
  });

  it('control: a foreign command is seen', () => {
    const good = ['EHLO mail.posthouse.test', 'MAIL FROM:<a@b.test> SIZE=1', 'DATA'];
    const bad = [
      'RCPT TO:<evil@example.test>',
      'RCPT TO:<a@example.test> <b@example.test>',
      'MAIL FROM:<a@b.test> EVIL=1',
      'MAIL FROM:<a b@b.test>',
      'XYZZY',
      'DATA\n',
    ];
    expect(foreignCommands([...good, ...bad])).toEqual(bad);
  });
});

interface Commands {
  readonly mail: string;
  readonly rcpt: string;
}

/** How many were taken; whatever was refused must have been refused in the words of RFC 5321. */
async function submitAll(place: string, values: readonly string[], lines: Commands) {
  let accepted = 0;
  for (const utf8 of ['', ' SMTPUTF8']) {
    for (let start = 0; start < values.length; start += 12) {
      const peer = await loggedIn();
      for (const [index, value] of values.slice(start, start + 12).entries()) {
        const name = nameOf(place, start + index);
        const filled = (line: string) =>
          line
            .replace('{to}', `${name}@example.test`)
            .replace('{name}', name)
            .replace('{utf8}', utf8)
            .replace('{}', () => value);
        if (await submit(peer, filled(lines.mail), filled(lines.rcpt))) accepted += 1;
      }
      peer.close();
    }
  }
  return accepted;
}

async function submit(peer: SmtpPeer, mail: string, rcpt: string): Promise<boolean> {
  for (const line of [mail, rcpt]) {
    await peer.say(line);
    const reply = await peer.next();
    if (reply?.code === 250) continue;
    expect([500, 501, 550, 553, 555]).toContain(reply?.code);
    await peer.asks('RSET', 250);
    return false;
  }
  await peer.asks('DATA', 354);
  await peer.asks(`${RAW}.`, 250);
  return true;
}

async function sendThroughApi(envelope: object): Promise<boolean> {
  const { data, errors } = await shop.api.ask(
    graphql(`
      mutation SendEnvelope($input: SendRawMessageInput!) {
        sendRawMessage(input: $input) {
          __typename
        }
      }
    `),
    {
      input: {
        mailFrom: 'app@shop.test',
        recipients: ['ann@example.test'],
        raw: Buffer.from(RAW).toString('base64'),
        ...envelope,
      },
    },
  );
  for (const { extensions } of errors ?? []) expect(extensions?.['code']).toBe('BAD_USER_INPUT');
  return data?.sendRawMessage.__typename === 'SendRawMessageSuccess';
}

async function loggedIn(): Promise<SmtpPeer> {
  const { username, password } = await shop.smtpLogin();
  const peer = await SmtpPeer.connect(world.address('SUBMISSION_LISTEN'));
  await peer.greets();
  await peer.logsIn(username, password);
  return peer;
}

/** Everything was tried; a domain that nobody has stays in the queue for another look. */
async function settles(): Promise<void> {
  const count = async () => {
    const [row] = await world.database.query<{ n: bigint }[]>(
      "SELECT COUNT(*) n FROM deliveries WHERE status = 'QUEUED' AND attempts = 0",
    );
    return Number(row?.n);
  };
  await eventually(count, (untried) => untried === 0);
}

function nameOf(place: string, index: number): string {
  return `${place.toLowerCase().replace(/\W/g, '-')}.${index}`;
}

function recipientsOf(place: string): string[] {
  return world.sink.received
    .map(({ recipient }) => recipient)
    .filter((recipient) => recipient.includes(nameOf(place, 0).slice(0, -1)));
}
