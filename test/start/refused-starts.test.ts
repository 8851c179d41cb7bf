/** L-07: what is wrong outside the settings stops the start, too, with one line for each reason and no secret. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSelfSigned } from '../../src/smtp/self-signed.js';
import { House } from './house.js';

/** Recognisable, so that a line that repeats it is caught. */
const VALUE = 'hunter2';

describe('L-07 a start with bad settings', () => {
  let house: House;
  let folder: string;
  beforeAll(async () => {
    house = await House.build();
    folder = mkdtempSync(join(tmpdir(), 'posthouse-refused-'));
  });
  afterAll(async () => {
    await house.tearDown();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The lines with which `serve` is refused. */
  async function refusalOf(settings: Record<string, string>, command = ['serve']) {
    const posthouse = house.spawn({ settings, command });
    expect(await posthouse.ended()).toBe(2);
    expect(posthouse.text).not.toContain(VALUE);
    expect(posthouse.text).toMatch(/\n$/);
    return posthouse.text.trimEnd().split('\n');
  }

  it('says one line for each setting, and none of the values', async () => {
    const lines = await refusalOf({
      POSTHOUSE_LEASE: `15 ${VALUE}`,
      POSTHOUSE_MASTER_KEY: VALUE,
      POSTHOUSE_DATABASE_URL: `postgres://mail:${VALUE}@db.example/mail`,
      POSTHOUSE_SMTP_PASSWORD: VALUE,
    });

    expect(lines.map((line) => /^posthouse: (POSTHOUSE_\w+): ./.exec(line)?.[1]).sort()).toEqual([
      'POSTHOUSE_DATABASE_URL',
      'POSTHOUSE_LEASE',
      'POSTHOUSE_MASTER_KEY',
      'POSTHOUSE_SMTP_PASSWORD',
    ]);
  });

  it('names a database that does not let us in, without the password', async () => {
    const url = new URL(house.database.url);
    url.password = VALUE;
    expect(await refusalOf({ POSTHOUSE_DATABASE_URL: url.href })).toEqual([
      'posthouse: database: cannot connect (ER_ACCESS_DENIED_ERROR)',
    ]);
  });

  it('names a database that is not there', async () => {
    const url = new URL(house.database.url);
    url.pathname = '/nowhere';
    expect(await refusalOf({ POSTHOUSE_DATABASE_URL: url.href })).toEqual([
      'posthouse: database: cannot connect (ER_BAD_DB_ERROR)',
    ]);
  });

  it('refuses a master key that is not the one of this database', async () => {
    const first = house.spawn({ command: ['migrate'] });
    expect(await first.ended()).toBe(0);

    const other = Buffer.alloc(32, VALUE).toString('base64');
    const lines = await refusalOf({ POSTHOUSE_MASTER_KEY: other });
    expect(lines).toEqual([expect.stringMatching(/^posthouse: .*master key/i)]);
    expect(lines.join()).not.toContain(other);
  });

  it('refuses certificate files that are missing or do not fit', async () => {
    const [one, two] = [join(folder, 'one.pem'), join(folder, 'two.pem')];
    await ensureSelfSigned(one, 'one.example');
    await ensureSelfSigned(two, 'two.example');
    const broken = join(folder, 'broken.pem');
    writeFileSync(broken, 'not a certificate');

    const pairs = [
      [join(folder, 'absent.pem'), one],
      [broken, one],
      [one, two],
    ] as const;
    for (const [cert, key] of pairs) {
      const files = { POSTHOUSE_TLS_CERT_FILE: cert, POSTHOUSE_TLS_KEY_FILE: key };
      const refusal = [expect.stringMatching(/^posthouse: POSTHOUSE_TLS_CERT_FILE: ./)];
      const refusals = await Promise.all([refusalOf(files), refusalOf(files, ['serve', 'smtp'])]);
      expect(refusals).toEqual([refusal, refusal]);
    }
  });

  it('wants both services when roles are named', async () => {
    const none = { POSTHOUSE_DATABASE_URL: '', POSTHOUSE_REDIS_URL: '' };
    expect(await refusalOf(none, ['serve', 'api', 'worker'])).toEqual([
      'posthouse: POSTHOUSE_DATABASE_URL: is needed when roles are named',
      'posthouse: POSTHOUSE_REDIS_URL: is needed when roles are named',
    ]);
  });

  it('knows its commands, and shows them for one that it does not know', async () => {
    const wrong = await house.run('serve', 'imap');
    expect(wrong.status).toBe(2);
    expect(wrong.text).toMatch(/^unknown command: serve imap\n/);
    expect(wrong.text).toContain('posthouse admin reset-sign-in');

    expect(await house.run('--help')).toMatchObject({ status: 0 });
  });
});
