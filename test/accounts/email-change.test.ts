/**
 * People change the address with which they sign in: a token goes to the new one, a note to the old one. D-03: the
 * answer is the same, byte for byte, whether somebody has the new address; and nobody can fill a stranger's mailbox.
 *
 * Controls: every token that is refused to somebody is taken from its user afterwards.
 */
import { graphql } from '../gql/index.js';
import type { ConfirmEmailChangeInput, RequestEmailChangeInput } from '../gql/graphql.js';
import { ApiClient } from '../support/api-client.js';
import { aPerson, signedIn, type Person } from '../support/people.js';
import { Visitor } from '../support/visitor.js';
import { startWorld, type World } from '../support/world.js';

const REQUEST = graphql(`
  mutation RequestEmailChange($input: RequestEmailChangeInput!) {
    requestEmailChange(input: $input) {
      __typename
      ... on Refusal {
        reason
        path
      }
    }
  }
`);
const CONFIRM = graphql(`
  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
    confirmEmailChange(input: $input) {
      __typename
      ... on ConfirmEmailChangeSuccess {
        user {
          email
        }
      }
    }
  }
`);
const SIGN_IN = graphql(`
  mutation EmailChangeSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
    }
  }
`);
const RESET = graphql(`
  mutation EmailChangeReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      __typename
    }
  }
`);
const SET = graphql(`
  mutation EmailChangeSetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      __typename
    }
  }
`);

describe('a change of the own address', () => {
  let world: World;
  let people = 0;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api', 'worker'], settings: { SWEEP_INTERVAL: '200ms' } });
  });
  afterAll(() => world.stop());
  beforeEach(() => world.clock.advance(3_601_000)); // nobody is counted any more

  function somebody(): Promise<Person> {
    people += 1;
    return aPerson(world.admin, `person-${people}@example.test`);
  }

  function free(): string {
    people += 1;
    return `free-${people}@example.test`;
  }

  async function request({ api }: { api: ApiClient }, input: RequestEmailChangeInput) {
    const { requestEmailChange } = await api.run(REQUEST, { input });
    return requestEmailChange.__typename;
  }

  async function confirm({ api }: { api: ApiClient }, input: ConfirmEmailChangeInput) {
    const { confirmEmailChange } = await api.run(CONFIRM, { input });
    return confirmEmailChange.__typename;
  }

  async function signIn(email: string, password: string) {
    const { signIn: answer } = await world.anonymous.run(SIGN_IN, { input: { email, password } });
    return answer.__typename;
  }

  /** Out of the latest of so many mails. */
  async function tokenTo(email: string, count = 1): Promise<string> {
    const { parsed } = await world.mailbox(email).receives(count);
    return /^(phe_\w{32})$/m.exec(parsed.text ?? '')?.[1] ?? '';
  }

  async function actionsOf(person: Person): Promise<string[]> {
    const rows = await world.database.query<{ action: string }[]>(
      `SELECT action FROM audit_entries WHERE subject_type = 'User' AND action LIKE 'user.email%'
       AND user_id = (SELECT id FROM users WHERE name = ?) ORDER BY id`,
      [person.email.split('@')[0]],
    );
    return rows.map(({ action }) => action);
  }

  it('holds from when the token has come back, and both addresses are told', async () => {
    const person = await somebody();
    const email = free();
    expect(await request(person, { email: email.toUpperCase(), password: person.password })).toBe(
      'RequestEmailChangeSuccess',
    );
    const note = await world.mailbox(person.email).receives();
    expect(note.parsed.subject).toBe('A new address was asked for');
    expect(note.parsed.text).toContain(email);
    expect(note.parsed.text).not.toContain('phe_');
    expect(await signIn(email, person.password)).toBe('SignInRefused');

    const token = await tokenTo(email);
    const { confirmEmailChange } = await person.api.run(CONFIRM, { input: { token } });
    expect(confirmEmailChange).toMatchObject({ user: { email } });
    expect(await signIn(email, person.password)).toBe('SignInSuccess');
    expect(await signIn(person.email, person.password)).toBe('SignInRefused');
    const last = await world.mailbox(person.email).receives(2);
    expect(last.parsed.subject).toBe('The address of your account was changed');
    expect(await actionsOf(person)).toEqual(['user.emailChangeRequested', 'user.emailChanged']);
    expect(await confirm(person, { token })).toBe('EmailChangeNotUsable');
  });

  it('is answered alike for free and taken addresses, byte for byte (D-03), and changes nothing', async () => {
    const [person, other] = [await somebody(), await somebody()];
    const email = free();
    const { cookie = '' } = person.api.headers;
    const ask = (wanted: string) =>
      new Visitor(world.admin.url, '127.0.0.1', { cookie }).ask(REQUEST, {
        input: { email: wanted, password: person.password },
      });
    const answers = [await ask(email), await ask(other.email)];
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect(answers[1]?.status).toBe(answers[0]?.status);

    const told = await world.mailbox(other.email).receives();
    expect(told.parsed.subject).toBe('This address has an account at Posthouse');
    expect(told.parsed.text).not.toContain('phe_');
    await world.mailbox(person.email).receives(2);
    expect(world.mailbox(other.email).mails).toHaveLength(1);
    expect(await signIn(other.email, other.password)).toBe('SignInSuccess');
  });

  it('holds for the session of its user alone, once, and for a day', async () => {
    const [person, other] = [await somebody(), await somebody()];
    const email = free();
    await request(person, { email, password: person.password });
    const token = await tokenTo(email);
    expect(await confirm(other, { token })).toBe('EmailChangeNotUsable');
    expect(await confirm(person, { token: `${token}x` })).toBe('EmailChangeNotUsable');
    const { errors } = await world.anonymous.ask(CONFIRM, { input: { token } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });

    const tries = Array.from({ length: 8 }, () => confirm(person, { token }));
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((one) => one === 'ConfirmEmailChangeSuccess')).toHaveLength(1);

    await request(person, { email: person.email, password: person.password });
    const late = await tokenTo(person.email, 3);
    world.clock.advance(86_400_001);
    expect(await confirm(person, { token: late })).toBe('EmailChangeNotUsable');
  });

  it('is one for each user: a request takes the place of the one before', async () => {
    const person = await somebody();
    const [first, second] = [free(), free()];
    await request(person, { email: first, password: person.password });
    await request(person, { email: second, password: person.password });
    const [old, token] = [await tokenTo(first), await tokenTo(second)];
    expect(await confirm(person, { token: old })).toBe('EmailChangeNotUsable');
    expect(await confirm(person, { token })).toBe('ConfirmEmailChangeSuccess');
  });

  it('is refused when somebody else got the address in the meantime', async () => {
    const [person, other] = [await somebody(), await somebody()];
    const email = free();
    await request(person, { email, password: person.password });
    const token = await tokenTo(email);
    await request(other, { email, password: other.password });
    const others = await tokenTo(email, 2);
    expect(await confirm(person, { token: others })).toBe('EmailChangeNotUsable');
    expect(await confirm(other, { token: others })).toBe('ConfirmEmailChangeSuccess');
    expect(await confirm(person, { token })).toBe('EmailChangeNotUsable');
    expect(await signIn(person.email, person.password)).toBe('SignInSuccess');
  });

  it('needs the password, or a session that has just begun', async () => {
    const person = await somebody();
    const email = free();
    const refused = await person.api.run(REQUEST, { input: { email, password: 'a wrong one' } });
    expect(refused.requestEmailChange).toMatchObject({ __typename: 'SignInRefused' });
    expect(await request(person, { email })).toBe('RequestEmailChangeSuccess');
    world.clock.advance(600_001);
    expect(await request(person, { email })).toBe('RecentSignInRequired');
    const again = { api: await signedIn(world.anonymous, person.email, person.password) };
    expect(await request(again, { email })).toBe('RequestEmailChangeSuccess');
    expect(await request(again, { email: person.email })).toBe('EmailUnchanged');
  });

  it('makes void what was mailed to the former address to set a password', async () => {
    const person = await somebody();
    const email = free();
    await world.anonymous.run(RESET, { input: { email: person.email } });
    const { parsed } = await world.mailbox(person.email).receives();
    const resetToken = /^(phr_\w+)$/m.exec(parsed.text ?? '')?.[1] ?? '';
    await request(person, { email, password: person.password });
    await confirm(person, { token: await tokenTo(email) });
    const input = { token: resetToken, newPassword: 'a password of a thief' };
    const { resetPassword } = await world.anonymous.run(SET, { input });
    expect(resetPassword.__typename).toBe('SignInRefused');
  });

  it('sends nobody more than three mails in an hour, and lets a user ask five times', async () => {
    const victim = free();
    for (let n = 0; n < 5; n += 1) {
      const person = await somebody();
      expect(await request(person, { email: victim })).toBe('RequestEmailChangeSuccess');
      await world.mailbox(person.email).receives();
    }
    await world.mailbox(victim).receives(3);
    const person = await somebody();
    for (let n = 0; n < 5; n += 1) await request(person, { email: free() });
    expect(await request(person, { email: free() })).toBe('TooManySignIns');
    await world.mailbox(person.email).receives(5);
    expect(world.mailbox(victim).mails).toHaveLength(3);
  });

  it('leaves no token where somebody could read it', async () => {
    const person = await somebody();
    const email = free();
    await request(person, { email });
    const token = await tokenTo(email);
    const rows = await world.database.query<{ token_hash: Buffer }[]>(
      'SELECT token_hash FROM email_changes',
    );
    expect(rows.map((row) => row.token_hash.toString('latin1')).join()).not.toContain(token);
    const [{ n } = { n: -1n }] = await world.database.query<{ n: bigint }[]>(
      'SELECT COUNT(*) AS n FROM audit_entries WHERE after_values LIKE ?',
      [`%${token}%`],
    );
    expect(Number(n)).toBe(0);
  });
});
