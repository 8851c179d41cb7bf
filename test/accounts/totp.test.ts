/**
 * The second factor. D-08: a code holds once, however many come with it at the same time, also where it
 * is a recovery code; one step before and after is accepted, no more; guesses are counted.
 *
 * Controls: the right code is accepted where a wrong one was refused; a next code where a used one was.
 */
import { stepOfCode } from '../../src/features/accounts/totp-codes.js';
import { graphql } from '../gql/index.js';
import { ADMIN_PASSWORD } from '../support/administrator.js';
import type { ApiClient } from '../support/api-client.js';
import { figure } from '../support/figures.js';
import { succeeded } from '../support/succeeded.js';
import { codeOfApp } from '../support/totp.js';
import { startWorld, type World } from '../support/world.js';

const ADMIN = 'admin@localhost.localdomain';
const RACES = figure({ t0: 20, long: 1_000 });
const AT_ONCE = 6;

const BEGIN = graphql(`
  mutation TotpBegin($input: BeginTotpInput!) {
    beginTotp(input: $input) {
      __typename
      ... on BeginTotpSuccess {
        secret
        otpauthUrl
      }
    }
  }
`);
const CONFIRM = graphql(`
  mutation TotpConfirm($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
      __typename
      ... on ConfirmTotpSuccess {
        recoveryCodes
      }
    }
  }
`);
const DISABLE = graphql(`
  mutation TotpDisable($input: DisableTotpInput!) {
    disableTotp(input: $input) {
      __typename
    }
  }
`);
const RENEW = graphql(`
  mutation TotpRenew($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) {
      __typename
      ... on RenewRecoveryCodesSuccess {
        recoveryCodes
      }
    }
  }
`);
const SIGN_IN = graphql(`
  mutation TotpSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on TotpRequired {
        challenge
      }
    }
  }
`);
const SIGN_IN_WITH_TOTP = graphql(`
  mutation TotpSecondStep($input: SignInWithTotpInput!) {
    signInWithTotp(input: $input) {
      __typename
    }
  }
`);
const STATE = graphql(`
  query TotpState {
    viewer {
      totp {
        recoveryCodesLeft
      }
    }
  }
`);

describe('codes of the app', () => {
  // RFC 6238, appendix B: the last six of its eight digits.
  const key = Buffer.from('12345678901234567890');
  it.each([
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at %d', (seconds, code) => {
    const at = (step: number) => new Date((seconds + step * 30) * 1_000);
    const step = Math.floor(seconds / 30);
    expect([-1, 0, 1].map((distance) => stepOfCode(key, code, at(distance)))).toEqual(
      [-1, 0, 1].map(() => step),
    );
    expect([-2, 2].map((distance) => stepOfCode(key, code, at(distance)))).toEqual([null, null]);
  });
});

describe('the second factor', () => {
  let world: World;
  let secret = '';
  let recoveryCodes: string[] = [];
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());
  beforeEach(() => world.clock.advance(3_601_000)); // no code is used, nobody is counted

  const code = (stepsLater = 0) => codeOfApp(secret, world.clock.now(), stepsLater);

  async function challenge(): Promise<string> {
    const { signIn } = await world.anonymous.run(SIGN_IN, {
      input: { email: ADMIN, password: ADMIN_PASSWORD },
    });
    return succeeded(signIn, 'TotpRequired').challenge;
  }

  async function answer(to: string, given: string) {
    const { data, headers } = await world.anonymous.ask(SIGN_IN_WITH_TOTP, {
      input: { challenge: to, code: given },
    });
    const cookie = headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    return { outcome: data?.signInWithTotp.__typename, client: world.anonymous.cookie(cookie) };
  }

  async function outcomes(tries: readonly Promise<{ outcome?: string }>[]): Promise<number> {
    const all = await Promise.all(tries);
    return all.filter(({ outcome }) => outcome === 'SignInWithTotpSuccess').length;
  }

  async function left(client: ApiClient): Promise<number | undefined> {
    return (await client.run(STATE)).viewer?.totp?.recoveryCodesLeft;
  }

  it('is set up with the password and a first code', async () => {
    const wrong = await world.admin.run(BEGIN, { input: { password: 'not the password' } });
    expect(wrong.beginTotp.__typename).toBe('SignInRefused');

    const { beginTotp } = await world.admin.run(BEGIN, { input: { password: ADMIN_PASSWORD } });
    const key = succeeded(beginTotp, 'BeginTotpSuccess');
    secret = key.secret;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const url = new URL(key.otpauthUrl);
    expect(`${url.protocol}//${url.host}`).toBe('otpauth://totp');
    expect(url.searchParams.get('secret')).toBe(secret);

    const { signIn } = await world.anonymous.run(SIGN_IN, {
      input: { email: ADMIN, password: ADMIN_PASSWORD },
    });
    expect(signIn.__typename).toBe('SignInSuccess'); // not yet asked for
    const refused = await world.admin.run(CONFIRM, { input: { code: code(5) } });
    expect(refused.confirmTotp.__typename).toBe('SignInRefused');
    const { confirmTotp } = await world.admin.run(CONFIRM, { input: { code: code() } });
    ({ recoveryCodes } = succeeded(confirmTotp, 'ConfirmTotpSuccess'));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes[0]).toMatch(/^([a-z2-7]{5}-){3}[a-z2-7]{5}$/);
    expect((await answer(await challenge(), code())).outcome).toBe('SignInRefused'); // it was used
    expect((await answer(await challenge(), code(1))).outcome).toBe('SignInWithTotpSuccess');
  });

  it('is asked for in a second step, and a code holds once', async () => {
    const first = await challenge();
    expect((await answer(first, code(2))).outcome).toBe('SignInRefused');
    const { outcome, client } = await answer(first, code());
    expect(outcome).toBe('SignInWithTotpSuccess');
    expect(await left(client)).toBe(10);
    expect((await answer(first, code(1))).outcome).toBe('SignInRefused'); // the challenge is used up
    expect((await answer(await challenge(), code())).outcome).toBe('SignInRefused');
    expect((await answer(await challenge(), code(-1))).outcome).toBe('SignInRefused');
    expect((await answer(await challenge(), code(1))).outcome).toBe('SignInWithTotpSuccess');
  });

  it('never accepts a code twice, however many come with it at once (D-08)', async () => {
    let accepted = 0;
    for (let race = 0; race < RACES; race += 1) {
      world.clock.advance(301_000);
      const challenges = await Promise.all(Array.from({ length: 3 }, challenge));
      const given = code();
      const tries = Array.from({ length: AT_ONCE }, (_, n) => answer(challenges[n % 3]!, given));
      accepted += await outcomes(tries);
    }
    expect(accepted).toBe(RACES);
  });

  it('accepts a recovery code in its place once, in whatever spelling', async () => {
    const [first = '', second = ''] = recoveryCodes;
    const challenges = await Promise.all(Array.from({ length: 3 }, challenge));
    const tries = Array.from({ length: AT_ONCE }, (_, n) => answer(challenges[n % 3]!, first));
    expect(await outcomes(tries)).toBe(1);
    world.clock.advance(301_000);
    const spelled = second.toUpperCase().replaceAll('-', ' ');
    const { outcome, client } = await answer(await challenge(), spelled);
    expect(outcome).toBe('SignInWithTotpSuccess');
    expect(await left(client)).toBe(8);

    const { renewRecoveryCodes } = await client.run(RENEW, { input: { code: code() } });
    const fresh = succeeded(renewRecoveryCodes, 'RenewRecoveryCodesSuccess').recoveryCodes;
    expect((await answer(await challenge(), recoveryCodes[2]!)).outcome).toBe('SignInRefused');
    expect((await answer(await challenge(), fresh[0]!)).outcome).toBe('SignInWithTotpSuccess');
  });

  it('takes so many guesses for a sign-in, and for a user, and so much time', async () => {
    const one = await challenge();
    for (let n = 0; n < 5; n += 1) await answer(one, '000000');
    expect((await answer(one, code())).outcome).toBe('SignInRefused');
    const another = await challenge();
    for (let n = 0; n < 5; n += 1) await answer(another, '000000');
    const third = await challenge();
    expect((await answer(third, code())).outcome).toBe('TooManySignIns');
    world.clock.advance(301_000);
    expect((await answer(third, code())).outcome).toBe('SignInRefused'); // too late
    expect((await answer(await challenge(), code())).outcome).toBe('SignInWithTotpSuccess');
  });

  it('keeps its key encrypted and its recovery codes as hashes', async () => {
    const rows = await world.database.query<{ row: Buffer }[]>(
      `SELECT key_encrypted AS row FROM totp_keys UNION ALL SELECT code_hash FROM recovery_codes`,
    );
    const text = rows.map(({ row }) => row.toString('latin1')).join();
    for (const canary of [secret, ...recoveryCodes]) expect(text).not.toContain(canary);
  });

  it('is taken away with the password and a code', async () => {
    const { client } = await answer(await challenge(), code());
    const disable = async (password: string, given: string) => {
      const { disableTotp } = await client.run(DISABLE, { input: { password, code: given } });
      return disableTotp.__typename;
    };
    expect(await disable('not the password', code(1))).toBe('SignInRefused');
    expect(await disable(ADMIN_PASSWORD, code(3))).toBe('SignInRefused');
    expect(await disable(ADMIN_PASSWORD, code(1))).toBe('DisableTotpSuccess');
    const { signIn } = await world.anonymous.run(SIGN_IN, {
      input: { email: ADMIN, password: ADMIN_PASSWORD },
    });
    expect(signIn.__typename).toBe('SignInSuccess');
    expect(await disable(ADMIN_PASSWORD, code(1))).toBe('TotpNotOn');
  });
});
