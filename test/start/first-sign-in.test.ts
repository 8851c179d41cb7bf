import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureFirstSignIn } from '../../src/app/first-start.js';
import { signInAdministrator, ADMIN_PASSWORD } from '../support/administrator.js';
import { ApiClient } from '../support/api-client.js';
import type { RunningPosthouse } from '../support/running-posthouse.js';
import { startWorld } from '../support/world.js';
import { House } from './house.js';

const ADMIN = 'admin@localhost.localdomain';
const API_ONLY = { POSTHOUSE_SMTP_PROCESSES: '0', POSTHOUSE_WORKER_PROCESSES: '0' };
const SETUP = `mutation ($input: SignInWithSetupSecretInput!) {
  signInWithSetupSecret(input: $input) { __typename }
}`;
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const WHO = '{ viewer { user { email } } }';

type Answer = Record<string, { __typename: string }>;

async function outcome(api: ApiClient, query: string, input: object): Promise<string | undefined> {
  const { data } = await api.ask<Answer, { input: object }>(query, { input });
  return Object.values(data ?? {})[0]?.__typename;
}

async function isSignedIn(api: ApiClient): Promise<boolean> {
  const { data } = await api.ask<{ viewer: { user: unknown } | null }, object>(WHO);
  return Boolean(data?.viewer?.user);
}

describe('the first sign-in', () => {
  let house: House;
  let posthouse: RunningPosthouse;
  let api: ApiClient;
  const secretFile = () => join(house.dataDir, 'first-sign-in.txt');
  const start = async () => {
    posthouse = await house.start({ settings: API_ONLY });
    api = new ApiClient(posthouse.addresses.graphql);
  };
  beforeAll(async () => {
    house = await House.build();
    await start();
  });
  afterAll(() => house.tearDown());

  it('is told where the secret is, which only the owner can read', () => {
    expect(posthouse.text).toContain(`First sign-in of ${ADMIN} (once, within 24 hours`);
    expect(posthouse.text).toContain(
      `signInWithSetupSecret(input: { setupSecret: "<the one in ${secretFile()}>"`,
    );
    expect(posthouse.setupSecret).toMatch(/^phi_\w{27,}$/);
    expect(statSync(secretFile()).mode & 0o777).toBe(0o600);
    expect(statSync(house.dataDir).mode & 0o777).toBe(0o700);
  });

  it('has no default password: nobody can sign in before', async () => {
    const users = await house.database.query<{ password_hash: unknown }[]>(
      `SELECT password_hash FROM ${house.database.name}.users`,
    );
    expect(users).toEqual([{ password_hash: null }]);
    for (const password of ['admin', 'posthouse', 'password', 'changeme']) {
      expect(await outcome(api, SIGN_IN, { email: ADMIN, password })).not.toBe('SignInSuccess');
    }
  });

  it('keeps its secret over a restart', async () => {
    const { setupSecret } = posthouse;
    await posthouse.stop();
    await start();

    expect(posthouse.setupSecret).toBe(setupSecret);
    expect(posthouse.text).toContain(`First sign-in of ${ADMIN}`);
  });

  it('works once, and leaves no file', async () => {
    const { setupSecret } = posthouse;
    const input = { setupSecret, newPassword: ADMIN_PASSWORD };
    expect(await outcome(api, SETUP, input)).toBe('SignInWithSetupSecretSuccess');
    expect(existsSync(secretFile())).toBe(false);
    expect(await outcome(api, SETUP, input)).toBe('SignInRefused');

    const again = { email: ADMIN, password: ADMIN_PASSWORD };
    expect(await outcome(api, SIGN_IN, again)).toBe('SignInSuccess');
    expect(posthouse.text).not.toContain(setupSecret);
    expect(posthouse.text).not.toContain(ADMIN_PASSWORD);
  });

  it('is given again by the command for an administrator who lost the password', async () => {
    const reset = await house.run('admin', 'reset-sign-in');
    expect(reset.status).toBe(0);
    expect(reset.text).toContain(`First sign-in of ${ADMIN}`);
    const old = { email: ADMIN, password: ADMIN_PASSWORD };
    expect(await outcome(api, SIGN_IN, old)).toBe('SignInRefused');
    const session = await signInAdministrator(api.url, posthouse.setupSecret);
    expect(await isSignedIn(session)).toBe(true);

    expect((await house.run('admin', 'reset-sign-in')).status).toBe(0);
    expect(await isSignedIn(session)).toBe(false);
    const last = await signInAdministrator(api.url, posthouse.setupSecret);
    expect(await isSignedIn(last)).toBe(true);
  });

  it('is not spoken of once it has happened', async () => {
    await posthouse.stop();
    await start();
    expect(posthouse.text).not.toContain('First sign-in');
    expect(existsSync(secretFile())).toBe(false);
  });
});

describe('the secret of the first sign-in', () => {
  it('is shown on a terminal, and in no log line', async () => {
    const house = await House.build();
    const main = resolve(__dirname, '../../dist/src/main.js');
    const environment = { ...house.services, POSTHOUSE_DATA_DIR: house.dataDir };
    const child = spawn(
      '/usr/bin/script',
      ['--quiet', '--return', '--command', `${process.execPath} ${main} migrate`, '/dev/null'],
      { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let screen = '';
    child.stdout.on('data', (chunk: Buffer) => (screen += chunk.toString()));
    await once(child, 'close');

    expect(child.exitCode).toBe(0);
    const text = readFileSync(join(house.dataDir, 'first-sign-in.txt'), 'utf8');
    const secret = /^setup secret: (.+)$/m.exec(text)?.[1] ?? '';
    const lines = screen.split(/\r?\n/).filter((line) => line.includes(secret));
    expect(lines).toEqual([expect.stringMatching(/^ {2}mutation \{ signInWithSetupSecret/)]);
    await house.tearDown();
  });

  it('holds for a day; the next start gives another', async () => {
    const world = await startWorld({ roles: ['api'] });
    const config = { DATA_DIR: world.dataDir } as Parameters<typeof ensureFirstSignIn>[0]['config']; // all that it reads
    const { services, anonymous, clock } = world;
    const file = join(world.dataDir, 'first-sign-in.txt');
    await services.accounts.resetSignIn();

    clock.advance(25 * 3_600_000);
    const old = await ensureFirstSignIn({ config, services });
    expect(readFileSync(file, 'utf8')).toContain(old?.setupSecret);
    clock.advance(23 * 3_600_000);
    expect(await ensureFirstSignIn({ config, services })).toEqual(old);

    clock.advance(2 * 3_600_000);
    const setup = (setupSecret = '') =>
      outcome(anonymous, SETUP, { setupSecret, newPassword: ADMIN_PASSWORD });
    expect(await setup(old?.setupSecret)).toBe('SignInRefused');
    const fresh = await ensureFirstSignIn({ config, services });
    expect(fresh?.setupSecret).not.toBe(old?.setupSecret);
    expect(readFileSync(file, 'utf8')).not.toContain(old?.setupSecret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await setup(fresh?.setupSecret)).toBe('SignInWithSetupSecretSuccess');
    expect(existsSync(file)).toBe(false);
    await world.stop();
  });
});
