/**
 * Where passwords are off (PASSWORD_SIGN_IN=false) nobody gets in with one, however right it is, and nobody can get
 * one; people sign in with the provider, programs go on, and an administrator with a setup secret gets in all the same.
 *
 * Control: another Posthouse on the same database, with passwords on, takes the same passwords and tokens.
 */
import { ADMIN_PASSWORD } from '../support/administrator.js';
import { withToken } from '../support/access-tokens.js';
import { ApiClient } from '../support/api-client.js';
import { Browser } from '../support/browser.js';
import { LyingProvider } from '../support/oidc/lying-provider.js';
import { addPerson, secretsOf, signIn } from '../support/planted-people.js';
import { startWorld, type World } from '../support/world.js';

const PUBLIC_URL = 'http://mail.posthouse.test';
const PASSWORD = 'a password of somebody';
const NEXT = 'another password of somebody';

describe('where passwords are off', () => {
  let world: World;
  let provider: LyingProvider;
  let withPasswords: ApiClient;
  beforeAll(async () => {
    provider = await LyingProvider.start();
    world = await startWorld({
      settings: ({ settings }) => ({
        ...provider.settings,
        PUBLIC_URL,
        PASSWORD_SIGN_IN: 'false',
        SWEEP_INTERVAL: '200ms',
        EGRESS_ALLOW: `${settings['EGRESS_ALLOW']},127.0.0.0/8:${provider.port}`,
      }),
    });
    withPasswords = new ApiClient(await world.anotherApi({ PASSWORD_SIGN_IN: 'true' }));
  });
  afterAll(async () => {
    await world.stop();
    await provider.stop();
  });

  /** What a mutation answers, by its type. */
  async function does(api: ApiClient, mutation: string, input: object): Promise<string> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await api.ask<Record<string, { __typename: string }>, object>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`,
      { input },
    );
    if (!data) throw new Error(JSON.stringify(errors));
    return data[mutation]!.__typename;
  }

  /** Somebody's session, begun at the provider; null when it was refused. */
  async function signInWithProvider(subject: string, email: string): Promise<ApiClient | null> {
    provider.lie = { claims: { sub: subject, email, email_verified: true } };
    const browser = new Browser({ [PUBLIC_URL]: world.admin.url.replace('/graphql', '') });
    await browser.open(`${PUBLIC_URL}/auth/oidc/start`);
    const cookie = browser.cookie(PUBLIC_URL, 'posthouse_session');
    return cookie === null ? null : world.anonymous.cookie(cookie);
  }

  async function resetTokenOf(id: bigint): Promise<string> {
    const token = `phr_of_${id}`;
    await world.database.query(
      "INSERT INTO password_resets (token_hash, user_id, expires_at) VALUES (?, ?, '2040-01-01')",
      [secretsOf(world).hash(token), id],
    );
    return token;
  }

  it('nobody signs in with one, gets one or changes one', async () => {
    const { id, email } = await addPerson(world, { password: PASSWORD });
    const { cookie = '' } = (await signIn({ anonymous: withPasswords }, email, PASSWORD)).headers;
    const [inside, outside] = [world.anonymous.cookie(cookie), world.anonymous];
    const token = await resetTokenOf(id);
    const tries: [ApiClient, string, object][] = [
      [outside, 'signIn', { email, password: PASSWORD }],
      [outside, 'signIn', { email, password: 'a wrong password' }],
      [outside, 'signIn', { email: 'nobody@people.test', password: PASSWORD }],
      [outside, 'signInWithTotp', { challenge: 'phc_any', code: '123456' }],
      [outside, 'requestPasswordReset', { email }],
      [outside, 'resetPassword', { token, newPassword: NEXT }],
      [inside, 'changePassword', { currentPassword: PASSWORD, newPassword: NEXT }],
      [inside, 'beginTotp', { password: PASSWORD }],
      [inside, 'disableTotp', { password: PASSWORD, code: '123456' }],
      [world.admin, 'createUser', { email: 'new@people.test', name: 'New', password: PASSWORD }],
    ];
    for (const [api, mutation, input] of tries) {
      expect({ mutation, answer: await does(api, mutation, input) }).toEqual({
        mutation,
        answer: 'PasswordsOff',
      });
    }
    expect(await does(withPasswords, 'signIn', { email, password: PASSWORD })).toBe(
      'SignInSuccess',
    );
    expect(await does(withPasswords, 'resetPassword', { token, newPassword: NEXT })).toBe(
      'ResetPasswordSuccess',
    );
  });

  it('is told to whoever asks how to sign in', async () => {
    const question = '{ signInMethods { password oidc { startUrl } } }';
    const ask = async (api: ApiClient) => (await api.ask<object, object>(question)).data;
    const oidc = { startUrl: `${PUBLIC_URL}/auth/oidc/start` };
    expect(await ask(world.anonymous)).toEqual({ signInMethods: { password: false, oidc } });
    expect(await ask(withPasswords)).toEqual({ signInMethods: { password: true, oidc } });
  });

  it('users come to be without one, and sign in with the provider; programs go on', async () => {
    const email = 'fresh@people.test';
    expect(await does(world.admin, 'createUser', { email, name: 'Fresh' })).toBe(
      'CreateUserSuccess',
    );
    const fresh = await signInWithProvider('fresh', email);
    const program = await withToken(fresh!, { scopes: ['SERVERS_READ'] });
    expect((await program.ask('{ viewer { user { email } } }')).data).toEqual({
      viewer: { user: { email } },
    });
    const shop = await world.aServer({ verifiedDomain: 'off.test' });
    await shop.send({ from: 'app@off.test', to: ['ann@example.test'] });
    await world.mailbox('ann@example.test').receives();
  });

  it('an invitation is accepted with a name alone', async () => {
    const { organizationId } = await world.aServer();
    const email = 'invited@example.test';
    expect(await does(world.admin, 'inviteMember', { organizationId, email, role: 'VIEWER' })).toBe(
      'InviteMemberSuccess',
    );
    const { parsed } = await world.mailbox(email).receives();
    const token = /phn_\w+/.exec(parsed.text ?? '')?.[0];
    expect(await does(withPasswords, 'acceptInvitation', { token, name: 'In' })).toBe(
      'AccountNeeded',
    );
    const account = { token, name: 'Invited', newPassword: PASSWORD };
    expect(await does(world.anonymous, 'acceptInvitation', account)).toBe(
      'AcceptInvitationSuccess',
    );
    expect(await does(withPasswords, 'signIn', { email, password: PASSWORD })).toBe(
      'SignInRefused',
    );
    expect(await signInWithProvider('invited', email)).not.toBeNull();
  });

  it('a password that was set before is no way to sign in, and the identity stays', async () => {
    const { email } = await addPerson(world, { password: PASSWORD });
    const api = await signInWithProvider('settled', email);
    const { data } = await api!.ask<{ viewer: Identities }, object>(
      '{ viewer { oidcIdentities { nodes { id } } } }',
    );
    const input = { oidcIdentityId: data!.viewer.oidcIdentities.nodes[0]!.id };
    expect(await does(api!, 'unlinkOidcIdentity', input)).toBe('OnlyWayToSignIn');
    const elsewhere = new ApiClient(withPasswords.url, api!.headers);
    expect(await does(elsewhere, 'unlinkOidcIdentity', input)).toBe('UnlinkOidcIdentitySuccess');
  });

  interface Identities {
    readonly oidcIdentities: { readonly nodes: readonly { readonly id: string }[] };
  }

  it('an administrator gets in with a setup secret, once, and is then on the provider again', async () => {
    const { accounts } = world.services;
    const admin = (await accounts.resetSignIn())!;
    const input = { setupSecret: admin.setupSecret, newPassword: ADMIN_PASSWORD };
    expect(await does(world.anonymous, 'signInWithSetupSecret', input)).toBe(
      'SignInWithSetupSecretSuccess',
    );
    expect(await does(world.anonymous, 'signInWithSetupSecret', input)).toBe('SignInRefused');
    const again = { email: admin.email, password: ADMIN_PASSWORD };
    expect(await does(world.anonymous, 'signIn', again)).toBe('PasswordsOff');
  });

  it('an administrator who signed in with the provider needs no setup secret, which goes', async () => {
    const { accounts } = world.services;
    const { email, setupSecret } = (await accounts.resetSignIn())!;
    expect(await accounts.isSetUp()).toBe(false);
    expect(await signInWithProvider('administrator', email)).not.toBeNull();
    expect(await accounts.isSetUp()).toBe(true);
    expect(await accounts.ensureAdministrator()).toBeNull();
    const input = { setupSecret, newPassword: ADMIN_PASSWORD };
    expect(await does(world.anonymous, 'signInWithSetupSecret', input)).toBe('SignInRefused');

    expect(await accounts.resetSignIn()).not.toBeNull(); // the identity goes as well
    expect(await accounts.isSetUp()).toBe(false);
  });
});
