/**
 * L-07: a setting that is wrong stops the start with status 2 and one line that names it and never repeats
 * its value. More, where something outside is wrong, in ../start/refused-starts.test.ts.
 *
 * Controls: a good environment starts; a build that tells values is seen.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ConfigError, loadConfig, PREFIX } from '../../src/config/config.js';
import { Mutant } from '../support/mutant.js';

/** Values are recognisable, so that a message that repeats one is caught. */
const BAD: readonly (readonly [setting: string, value: string])[] = [
  ['DATABASE_URL', 'hunter2-not-a-url'],
  ['DATABASE_URL', 'postgres://mail:hunter2@db.example/mail'],
  ['DATABASE_URL', 'mysql://mail:hunter2@db.example'],
  ['REDIS_URL', 'http://:hunter2@redis.example'],
  ['REDIS_URL', 'hunter2.example:6379'],
  ['REDIS_PREFIX', 'Post House'],
  ['REDIS_PREFIX', 'x'.repeat(33)],
  ['DATABASE_CONNECTIONS', '1.5'],
  ['DATABASE_CONNECTIONS', '20000'],
  ['DATABASE_CONNECTIONS', 'many'],
  ['PUBLIC_URL', 'ftp://mail.example'],
  ['PUBLIC_URL', 'mail.example'],
  ['HTTP_LISTEN', '18025'],
  ['HTTP_LISTEN', '127.0.0.1:65536'],
  ['OPS_LISTEN', '::1:8026'],
  ['SMTP_LISTEN', '127.0.0.1:smtp'],
  ['SUBMISSION_LISTEN', ':2587'],
  ['SUBMISSIONS_LISTEN', '127.0.0.1'],
  ['SMTP_HOSTNAME', '-mail.example'],
  ['SMTP_HOSTNAME', 'mail_1.example'],
  ['HELO_HOSTNAME', 'mail..example'],
  ['SMTP_AUTH_WITHOUT_TLS', 'sometimes'],
  ['SMTP_GREETING_DELAY', '5 seconds'],
  ['SESSION_LIFETIME', '-1d'],
  ['LEASE', '15000'],
  ['GRAPHIQL', 'perhaps'],
  ['MASTER_KEY', 'hunter2'],
  ['MASTER_KEY', 'hunter2'.repeat(9)],
  ['ADMIN_EMAIL', 'administrator'],
  ['OIDC_ISSUER', 'http://login.example'],
  ['OIDC_ISSUER', 'https://hunter2@login.example'],
  ['OIDC_ISSUER', 'https://login.example/?tenant=hunter2'],
  ['OIDC_CLIENT_ID', 'post house'],
  ['PASSWORD_SIGN_IN', 'perhaps'],
  ['RETURN_PATH_DOMAIN', 'bounces@mail.example'],
  ['RETURN_PATH_LABEL', 'ps.rp'],
  ['SPF_INCLUDE', 'include:spf.example'],
  ['MX_HOSTS', 'mx1.example, mx 2.example'],
  ['DKIM_SELECTOR', 'Posthouse'],
  ['VERIFICATION_PREFIX', 'post_house'],
  ['DNS_SERVERS', 'resolver.example'],
  ['DNS_SERVERS', '192.0.2.1,192.0.2.999'],
  ['DNS_AUTHORITATIVE', 'sure'],
  ['MX_PORT', '70000'],
  ['EGRESS_ALLOW', '10.0.0.0/8'],
  ['EGRESS_ALLOW', '10.0.0.0/33:2525'],
  ['EGRESS_ALLOW', 'fd00::/8:2525'],
  ['DELIVERY_CONCURRENCY', '5001'],
  ['CONNECTIONS_PER_LANE', '0x0'],
  ['RETRY_FACTOR', 'one point three'],
  ['RETRY_ATTEMPTS', '101'],
  ['RETRY_JITTER', '0.75'],
  ['MAX_MESSAGE_BYTES', '1e99'],
  ['RETENTION_DAYS', '9999'],
  ['WORKER_PROCESSES', '6400'],
  ['LOG_LEVEL', 'chatty'],
  ['TLS_CERT_FILE', '/etc/hunter2.pem'],
  ['SMTP_PASSWORD', 'hunter2'],
];

describe('L-07 a bad setting', () => {
  it('comes in enough kinds', () => {
    expect(new Set(BAD.map((each) => each.join('='))).size).toBeGreaterThanOrEqual(50);
  });

  it.each(BAD)(
    '%s=%s is one line that names it and keeps the value to itself',
    (setting, value) => {
      const text = problemsOf({ [setting]: value });

      expect(text.split('\n')).toHaveLength(1);
      expect(text).toMatch(
        setting === 'TLS_CERT_FILE' ? /^POSTHOUSE_TLS_/ : `${PREFIX}${setting}: `,
      );
      expect(text).not.toContain(value);
      expect(text).not.toContain('hunter2');
    },
  );

  it('is told together with all others', () => {
    const others = BAD.filter(([setting]) => setting !== 'TLS_CERT_FILE');
    const lines = problemsOf(Object.fromEntries(others)).split('\n');

    expect(new Set(lines.map((line) => line.split(':')[0]))).toEqual(
      new Set(others.map(([setting]) => `${PREFIX}${setting}`)),
    );
    expect(lines).toHaveLength(new Set(others.map(([setting]) => setting)).size);
  });

  it.each([
    [['OIDC_ISSUER'], 'OIDC_ISSUER', 'belong together'],
    [['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], 'OIDC_ISSUER', 'belong together'],
    [['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], 'PUBLIC_URL', 'must be set'],
  ])('is told of %j without what belongs to them', (names, setting, text) => {
    const some = Object.entries(TOGETHER).filter(([name]) => names.includes(name));
    const problems = problemsOf({ ...Object.fromEntries(some), LOG_LEVEL: 'info' }).split('\n');
    const line = problems.find((each) => each.startsWith(`${PREFIX}${setting}: `));
    expect(line).toContain(text);
  });

  it('is passwords that are off without a provider', () => {
    expect(problemsOf({ PASSWORD_SIGN_IN: 'no' })).toBe(
      `${PREFIX}PASSWORD_SIGN_IN: passwords can be off only with OIDC_ISSUER: nobody could sign in`,
    );
    const { OIDC_CLIENT_ID } = TOGETHER;
    expect(() => problemsOf({ OIDC_CLIENT_ID })).toThrow('accepted'); // with what belongs to it
  });

  it('keeps the program from starting: status 2, the lines on stderr, no stack', () => {
    expect(refusedStart()).toEqual({
      status: 2,
      stdout: '',
      lines: [
        'posthouse: POSTHOUSE_DATABASE_URL: must be mysql://user:password@host:port/name',
        'posthouse: POSTHOUSE_X: is not a setting',
      ],
    });
  });

  it('would be seen with its value (control)', () => {
    const mutant = Mutant.make({
      file: 'config/problem-lines.js',
      from: '${prefix}${key}: ${text}',
      to: '${prefix}${key}: ${text}, not ${process.env[prefix + key]}',
    });
    try {
      expect(refusedStart(mutant.main).lines.join()).toContain('hunter2');
    } finally {
      mutant.remove();
    }
  });
});

describe('L-07 a good environment', () => {
  it('may be empty', () => {
    expect(loadConfig({}).HTTP_LISTEN).toBe('127.0.0.1:8025');
  });

  it('is read without regard to other programs and to empty values', () => {
    const config = loadConfig({ PATH: '/bin', POSTHOUSE_LEASE: '2s', POSTHOUSE_PUBLIC_URL: '' });

    expect(config.LEASE).toBe(2_000);
    expect(config.PUBLIC_URL).toBeUndefined();
  });
});

/** How `serve` ends in an environment that is wrong in two ways. */
function refusedStart(main = resolve(__dirname, '../../dist/src/main.js')) {
  const env = {
    POSTHOUSE_DATABASE_URL: 'postgres://mail:hunter2@db.example/mail',
    POSTHOUSE_X: '1',
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'serve'], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, lines: stderr.trim().split('\n') };
}

/** Without the others, each of these settings is wrong by itself. */
const TOGETHER = {
  ...{ OIDC_ISSUER: 'https://login.example', PUBLIC_URL: 'https://mail.example' },
  ...{ OIDC_CLIENT_ID: 'posthouse', OIDC_CLIENT_SECRET: 'secret' },
};

function problemsOf(given: Readonly<Record<string, string>>): string {
  const isTogether = Object.keys(given).every((setting) => setting.startsWith('OIDC_'));
  const settings = { ...(isTogether && TOGETHER), ...given };
  const named = Object.entries(settings).map(([key, value]) => [PREFIX + key, value] as const);
  try {
    loadConfig(Object.fromEntries(named));
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the settings were accepted');
}
