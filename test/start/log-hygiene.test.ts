/**
 * J-09: whatever people and peers say, rightly or wrongly, every line of the log is one object of JSON
 * that steers no terminal and forges no other line, and no secret or body is in it, in no encoding, even
 * at level debug.
 *
 * Control: the same strings and a password in a log that is not ours are seen.
 */
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { inPortions } from '../content/in-portions.js';
import { ADMIN_PASSWORD, signInAdministrator } from '../support/administrator.js';
import { ApiClient } from '../support/api-client.js';
import { Canaries } from '../support/canaries.js';
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { socketClient, watchSocket } from '../support/live-client.js';
import { Outside } from '../support/outside.js';
import type { RunningPosthouse } from '../support/running-posthouse.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { Tenant } from '../support/tenant.js';
import { House } from './house.js';
import { INJECTIONS, logInjections } from './log-injections.js';

/** As they stand in a line they would do harm; escaped in JSON they do not. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const STRINGS = figure({ t0: 100, long: 1_000 });
const INJECTED = logInjections(STRINGS);

describe('J-09 the log of a busy Posthouse at level debug', () => {
  const canaries = new Canaries();
  let house: House;
  let outside: Outside;
  let posthouse: RunningPosthouse;
  let admin: ApiClient;
  let tenant: Tenant;

  beforeAll(async () => {
    house = await House.build();
    outside = await Outside.start(house.dataDir);
    const settings = Object.fromEntries(
      Object.entries(outside.settings).map(([key, value]) => [`POSTHOUSE_${key}`, value]),
    );
    const masterKey = canaries.plant('master key', randomBytes(32).toString('base64'));
    posthouse = await house.start({
      settings: { ...settings, POSTHOUSE_LOG_LEVEL: 'debug', POSTHOUSE_MASTER_KEY: masterKey },
    });
    canaries.plant('database password', new URL(house.database.url).password);
    canaries.plant('setup secret', posthouse.setupSecret);
    canaries.plant('password', ADMIN_PASSWORD);
    admin = await signInAdministrator(posthouse.addresses.graphql, posthouse.setupSecret);
    canaries.plant('cookie', admin.headers['cookie']?.split('=')[1]);
    tenant = await Tenant.create({ admin, dns: outside.dns, address: addressOf }, 1, {
      verifiedDomain: 'shop.test',
    });
    canaries.plant('API key', tenant.api.headers['authorization']?.split(' ')[1]);
    canaries.plant('SMTP password', (await tenant.smtpLogin()).password);
  });

  afterAll(async () => {
    await house.tearDown();
    await outside.stop();
  });

  function addressOf(listener: 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN') {
    const { smtp, submission, submissions } = posthouse.addresses;
    const listen = {
      SMTP_LISTEN: smtp,
      SUBMISSION_LISTEN: submission,
      SUBMISSIONS_LISTEN: submissions,
    }[listener];
    const { hostname, port } = new URL(`tcp://${listen}`);
    return { host: hostname, port: Number(port) };
  }

  async function peer(): Promise<SmtpPeer> {
    const greeted = await SmtpPeer.connect(addressOf('SUBMISSION_LISTEN'));
    await greeted.greets();
    return greeted;
  }

  it('is written while people sign in, rightly and wrongly', async () => {
    const email = 'admin@localhost.localdomain';
    const signIn = (input: object) =>
      admin.ask('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
        input,
      });
    await signIn({ email, password: canaries.plant('wrong password') });
    await signIn({ email: `${canaries.plant('password for email')}@x.test`, password: 'x' });
    await signIn({ email, password: { object: canaries.plant('password of a wrong type') } });
    await admin.ask(`mutation { signIn(input: { password: "${canaries.plant('broken query')}`);
    await admin.ask(
      `mutation { signIn(input: { email: "a@b.test", password: "${canaries.plant('inline password')}" }) { __typename } }`,
    );
    const { data } = await admin.ask<{ createAccessToken: { secret?: string } }, object>(
      `mutation { createAccessToken(input: { name: "Log", scopes: [ORGANIZATIONS_READ] }) {
        __typename ... on CreateAccessTokenSuccess { secret }
      } }`,
    );
    const token = canaries.plant('access token', data?.createAccessToken.secret);
    await admin.bearer(token).ask('{ viewer { permissions } }');
    await admin.bearer(canaries.plant('wrong token')).ask('{ viewer { permissions } }');
    await admin.cookie(`posthouse_session=${canaries.plant('wrong cookie')}`).ask('{ __typename }');
    await fetch(`${admin.url}?access_token=${canaries.plant('token in a URL')}`);
    const knocking = socketClient(admin.url, `Bearer ${canaries.plant('WebSocket token')}`);
    await watchSocket(knocking, { serverId: tenant.serverId }).ends();
    await knocking.dispose();
    expect(token).toMatch(/^pht_/);
  });

  it('is written while programs log in over SMTP, rightly and wrongly', async () => {
    const { username, password } = await tenant.smtpLogin();
    const plain = (secret: string) => Buffer.from(`\0${username}\0${secret}`).toString('base64');
    const plant = (place: string) => canaries.plant(place, plain(canaries.plant(place)));

    const good = await peer();
    await good.asks(`AUTH PLAIN ${canaries.plant('AUTH PLAIN', plain(password))}`, 235);
    good.close();
    const odd = await peer();
    await odd.asks(`AUTH ${plant('AUTH without mechanism')}`, 504);
    await odd.asks(`AUTH\tPLAIN\t${plant('AUTH with tabs')}`, 504);
    await odd.asks(`AUTH PLAIN ${plant('AUTH with too much')} x`, 501);
    await odd.asks(plant('AUTH without AUTH'), 500);
    await odd.asks('AUTH LOGIN', 334);
    await odd.asks(Buffer.from(username).toString('base64'), 334);
    await odd.asks(Buffer.from(canaries.plant('AUTH LOGIN')).toString('base64'), 535);
    odd.close();
    const injected = INJECTIONS.filter((text) => !text.includes('\0'));
    await Promise.all(
      injected.map(async (text) => {
        const bad = await peer();
        await bad.asks(`AUTH PLAIN ${Buffer.from(`\0${text}\0x`).toString('base64')}`, 535);
        bad.close();
      }),
    );
  });

  it('is written while mail is sent, taken, refused and delivered', async () => {
    const from = 'app@shop.test';
    const to = 'ann@example.test';
    const body = () => canaries.plant('body text');
    const id = await tenant.send({ from, to: [to], text: body(), html: `<p>${body()}</p>` });
    const transport = await tenant.transport();
    const attachments = [{ filename: 'a.txt', content: body() }];
    await transport.sendMail({ from, to, subject: 'Hello', text: body(), attachments });
    await expect(
      transport.sendMail({ from: 'app@elsewhere.test', to, subject: 'Hello', text: body() }),
    ).rejects.toThrow();
    transport.close();
    outside.sink.scripts.forever('bob@example.test', {
      at: 'rcpt',
      reply: `550 5.1.1 ${INJECTIONS.filter((text) => !/[\r\n]/.test(text)).join(' ')}`,
    });
    const bounced = await tenant.send({ from, to: ['bob@example.test'], text: body() });
    await tenant.settles(id, 'DELIVERED');
    await tenant.settles(bounced, 'BOUNCED');

    await inPortions(INJECTED, async (text) => {
      await tenant.sendMessage({ from, to: [to], subject: text, text: body() });
      const forged = { from: `${text} <app@elsewhere.test>`, to: [to], text: body() };
      await tenant.sendMessage(forged).catch(() => null); // some are no address at all
      await tenant.api.ask(`query { node(id: "${text}") { id } }`);
    });
  });

  it('is written while peers say what they should not', async () => {
    const lines = INJECTED.flatMap((text) => [
      `EHLO ${text}`,
      `EHLO x\r\nMAIL FROM:<${text}@x.test>`,
      `NOOP ${text}`,
      text,
    ]);
    await inPortions(lines, async (line) => {
      const rude = await SmtpPeer.connect(addressOf('SMTP_LISTEN'));
      await rude.hears(220);
      await rude.say(line);
      await rude.next();
      rude.close();
    });
  });

  it('is written while Posthouse itself fails', async () => {
    const mail = () => ({ to: 'ann@example.test', subject: 'Hello', text: canaries.plant('body') });
    const faulted = await without('message_contents', async () => {
      const transport = await tenant.transport();
      await expect(transport.sendMail({ from: 'app@shop.test', ...mail() })).rejects.toThrow('451');
      transport.close();
      const { to, ...rest } = mail();
      await tenant.sendMessage({ from: 'app@shop.test', to: [to], ...rest }).catch(() => null);
    });
    const locked = await without('users', async () => {
      await tenant.api.ask(
        `mutation { signIn(input: { email: "a@b.test", password: "${canaries.plant('password')}" }) { __typename } }`,
      );
    });
    expect([...faulted, ...locked].map((line) => (JSON.parse(line) as { text: string }).text)) // ours
      .toEqual(expect.arrayContaining(['SMTP command failed', 'GraphQL operation failed']));
  });

  /** The error lines of what is done while the database lacks a table. */
  async function without(table: string, work: () => Promise<void>): Promise<string[]> {
    const { database } = house;
    const known = posthouse.lines.length;
    const path = `${database.name}.${table}`;
    await database.query(`RENAME TABLE ${path} TO ${path}_away`);
    await work();
    await database.query(`RENAME TABLE ${path}_away TO ${path}`);
    return eventually(
      () => posthouse.lines.slice(known).filter((line) => line.startsWith('{"level":"error"')),
      (errors) => errors.length > 0,
    );
  }

  it('is JSON to the line, harmless to read, and knows no secret', async () => {
    expect(await posthouse.stop()).toBe(0);

    expect(posthouse.lines.length).toBeGreaterThan(100);
    for (const line of posthouse.lines) {
      expect(line).not.toMatch(CONTROLS);
      const { level, text, process } = JSON.parse(line) as Record<string, unknown>; // ours
      expect(level).toMatch(/^[a-z]+$/);
      expect(text).not.toBe('forged');
      expect(process).toMatch(/^(supervisor|api-1|smtp-1|worker-1)$/);
    }
    expect(canaries.foundIn(posthouse.text)).toEqual([]);
    expect(posthouse.text).not.toMatch(/PRIVATE KEY|\$argon2/);
  });

  it('names no mailbox above level debug', () => {
    const told = posthouse.lines.filter((line) => !line.startsWith('{"level":"debug"'));
    expect(told.filter((line) => /[\w.]+@[\w.]+\.test/.test(line))).toEqual([]);
  });

  it('would be another without our care (control)', () => {
    let text = '';
    const log = pino({ messageKey: 'text' }, { write: (line) => (text += line) });
    for (const injected of INJECTED) log.info({ password: ADMIN_PASSWORD }, injected);
    const lines = text.split('\n').slice(0, -1);

    expect(lines.filter((line) => CONTROLS.test(line)).length).toBeGreaterThan(STRINGS / 4);
    expect(canaries.foundIn(text)).toEqual(['password']);
  });
});
