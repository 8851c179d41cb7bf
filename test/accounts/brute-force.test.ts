/**
 * D-01: one ledger of failed sign-ins over GraphQL, tokens and SMTP, over processes and restarts, with
 * and without Redis: 10 tries for an account in 5 minutes, 100 from an address in an hour, and the owner is
 * never kept out at an address that the account knows.
 *
 * Controls: the same right password at another address is refused at the same moment; other addresses
 * are served while one is barred.
 */
import { createTransport } from 'nodemailer';
import { compose } from '../../src/app/compose.js';
import { loadConfig } from '../../src/config/config.js';
import { createLog } from '../../src/platform/log.js';
import { graphql } from '../gql/index.js';
import { ADMIN_PASSWORD } from '../support/administrator.js';
import { createCredential } from '../support/tenant.js';
import { Visitor } from '../support/visitor.js';
import { startWorld, type World } from '../support/world.js';

const ADMIN = 'admin@localhost.localdomain';
const SIGN_IN = graphql(`
  mutation GuessedSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
    }
  }
`);
const WHO = graphql(`
  query GuessedWho {
    viewer {
      __typename
    }
  }
`);

describe('D-01 guessing', () => {
  let world: World;
  let addresses = 0;
  beforeAll(async () => {
    const settings = { REDIS_URL: 'redis://127.0.0.1:1' }; // nobody is there
    world = await startWorld({ roles: ['api', 'smtp'], settings });
  });
  afterAll(() => world.stop());

  /** From a loopback address that was never seen before. */
  function stranger(url = world.admin.url): Visitor {
    addresses += 1;
    return new Visitor(url, `127.7.${addresses >> 8}.${addresses & 255}`);
  }

  async function tries(visitor: Visitor, email: string, password: string) {
    const { data } = await visitor.ask(SIGN_IN, { input: { email, password } });
    return data?.signIn.__typename;
  }

  async function token(visitor: Visitor, secret: string): Promise<number> {
    return (await visitor.with({ authorization: `Bearer ${secret}` }).ask(WHO)).status;
  }

  /** 235 or what the SMTP door refused with. */
  async function smtp(visitor: Visitor, user: string, pass: string): Promise<number> {
    const transport = createTransport({
      ...world.address('SUBMISSION_LISTEN'),
      localAddress: visitor.address,
      auth: { user, pass },
      tls: { rejectUnauthorized: false },
    });
    const refused = await transport.verify().then(
      () => null,
      (error: unknown) => (error as { responseCode: number }).responseCode, // nodemailer's error
    );
    transport.close();
    return refused ?? 235;
  }

  const wrongToken = (n: number) => `pht_${String(n).padStart(32, 'x')}`;

  it('of one account, from ever other addresses, ends after 10 tries; its owner gets in where it is known', async () => {
    const outcomes: (string | undefined)[] = [];
    for (let n = 0; n < 13; n += 1) outcomes.push(await tries(stranger(), ADMIN, `guess ${n}`));
    expect(outcomes).toEqual([
      ...Array<string>(10).fill('SignInRefused'),
      ...Array<string>(3).fill('TooManySignIns'),
    ]);

    const known = new Visitor(world.admin.url, '127.0.0.1'); // the administrator signed in from here
    expect(await tries(known, ADMIN, ADMIN_PASSWORD)).toBe('SignInSuccess');
    expect(await tries(stranger(), ADMIN, ADMIN_PASSWORD)).toBe('TooManySignIns');
    world.clock.advance(301_000);
    expect(await tries(stranger(), ADMIN, ADMIN_PASSWORD)).toBe('SignInSuccess');
  });

  it('is bounded at an address that is known, too', async () => {
    const known = new Visitor(world.admin.url, '127.0.0.1');
    const outcomes = new Set<string | undefined>();
    for (let n = 0; n < 10; n += 1) outcomes.add(await tries(known, ADMIN, `guess ${n}`));
    expect([...outcomes]).toEqual(['SignInRefused']);
    expect(await tries(known, ADMIN, 'guess')).toBe('TooManySignIns');
    world.clock.advance(301_000);
  });

  it('does not slip through by coming all at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) => tries(stranger(), 'all-at-once@example.test', `${n}`)),
    );
    const looked = outcomes.filter((outcome) => outcome === 'SignInRefused').length;
    expect(looked).toBeLessThanOrEqual(10);
    expect(new Set(outcomes)).toEqual(new Set(['SignInRefused', 'TooManySignIns']));
  });

  it('from one address ends after 100 tries, through whichever doors', async () => {
    const tenant = await world.aServer();
    const { username, password } = await tenant.smtpLogin();
    const visitor = stranger();
    for (let n = 0; n < 30; n += 1) {
      expect(await tries(visitor, `user-${n}@example.test`, 'guess')).toBe('SignInRefused');
    }
    const logins = Array.from({ length: 20 }, (_, n) => smtp(visitor, `user-${n}`, `guess ${n}`));
    expect(new Set(await Promise.all(logins))).toEqual(new Set([535]));
    for (let n = 0; n < 50; n += 1) expect(await token(visitor, wrongToken(n))).toBe(401);

    expect(await tries(visitor, 'one-more@example.test', 'guess')).toBe('TooManySignIns');
    expect(await token(visitor, wrongToken(1_000))).toBe(429);
    expect(await smtp(visitor, username, password)).toBe(454);

    const other = stranger();
    expect(await tries(other, 'one-more@example.test', 'guess')).toBe('SignInRefused');
    expect(await token(other, wrongToken(1_000))).toBe(401);
    expect(await smtp(other, username, password)).toBe(235);
    world.clock.advance(3_601_000);
    expect(await smtp(visitor, username, password)).toBe(235);
  });

  it('of an SMTP user ends after 10 tries, and its program goes on where it is known', async () => {
    const tenant = await world.aServer();
    const { username, password } = await tenant.smtpLogin();
    const program = stranger();
    expect(await smtp(program, username, password)).toBe(235);
    const guesses = Array.from({ length: 15 }, (_, n) => smtp(stranger(), username, `guess ${n}`));
    const codes = await Promise.all(guesses);

    expect(codes.filter((code) => code === 535)).toHaveLength(10);
    expect(codes.filter((code) => code === 454)).toHaveLength(5);
    expect(await smtp(stranger(), username, password)).toBe(454);
    expect(await smtp(program, username, password)).toBe(235);
  });

  it('counts a wrong token once, however often its program sends it, and never bars a right one', async () => {
    const tenant = await world.aServer();
    const { secret } = await createCredential(world.admin, tenant.serverId, 'API');
    const visitor = stranger();
    for (let n = 0; n < 30; n += 1) await token(visitor, wrongToken(5_000));
    for (let n = 0; n < 99; n += 1) expect(await token(visitor, wrongToken(6_000 + n))).toBe(401);
    expect(await token(visitor, wrongToken(7_000))).toBe(429);
    expect(await token(visitor, secret)).toBe(200);
  });

  it('is one count over processes, and outlasts a restart', async () => {
    const email = 'everywhere@example.test';
    const openAnother = async () => {
      const parsed = loadConfig(world.environment);
      const { DATABASE_URL = '', REDIS_URL = '' } = parsed;
      const log = createLog({ level: 'silent' }, {});
      const posthouse = await compose({ ...parsed, DATABASE_URL, REDIS_URL }, log, world.clock);
      const door = await posthouse.startApi();
      const close = async () => {
        await door.stop();
        await posthouse.close();
      };
      return { url: `http://${door.addresses['HTTP_LISTEN']}/graphql`, close };
    };
    const second = await openAnother();
    for (let n = 0; n < 10; n += 1) {
      const url = n % 2 === 0 ? world.admin.url : second.url;
      expect(await tries(stranger(url), email, 'guess')).toBe('SignInRefused');
    }
    expect(await tries(stranger(second.url), email, 'guess')).toBe('TooManySignIns');
    await second.close();
    const third = await openAnother();
    expect(await tries(stranger(third.url), email, 'guess')).toBe('TooManySignIns');
    await third.close();
  });

  it('leaves neither names nor addresses in the table', async () => {
    const rows = await world.database.query<object[]>(
      'SELECT CAST(subject AS CHAR CHARACTER SET latin1) AS subject FROM guesses',
    );
    expect(rows.length).toBeGreaterThan(50);
    expect(JSON.stringify(rows)).not.toMatch(/example\.test|127\.7|admin@/);
  });
});
