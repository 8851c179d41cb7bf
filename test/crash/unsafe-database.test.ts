/**
 * L-05: Posthouse does not start on a database that would make "accepted" a lie, and says why in one
 * line for each reason: 13 settings, together and each alone.
 *
 * Control: the same database, set right, is accepted.
 */
import { createDataSource } from '../../src/platform/database/data-source.js';
import { unsafeSettings } from '../../src/platform/database/safety.js';
import { sqlOf } from '../../src/platform/database/sql.js';
import { BareMariadb } from '../support/bare-mariadb.js';
import { RunningPosthouse } from '../support/running-posthouse.js';

const MAX_MESSAGE_BYTES = 26_214_400;

/** What can be changed while the server runs: the bad values, the good one, and what must be named. */
const CHANGEABLE = {
  innodb_flush_log_at_trx_commit: {
    bad: ['0', '2'],
    good: '1',
    names: /trx_commit is [02], set it to 1/,
  },
  sql_mode: { bad: ["''", "'ANSI'"], good: "'STRICT_TRANS_TABLES'", names: /STRICT_TRANS_TABLES/ },
  tx_isolation: {
    bad: ["'REPEATABLE-READ'", "'SERIALIZABLE'", "'READ-UNCOMMITTED'"],
    good: "'READ-COMMITTED'",
    names: /isolation is \S+, start the server with/,
  },
  character_set_server: {
    bad: ['latin1', 'utf8mb3'],
    good: 'utf8mb4',
    names: /character_set_server is/,
  },
  max_allowed_packet: {
    bad: ['16777216'],
    good: '1073741824',
    names: /max_allowed_packet is 16777216/,
  },
  sync_binlog: { bad: ['0'], good: '1', names: /sync_binlog is 0, set it to 1/ },
  binlog_format: { bad: ["'STATEMENT'"], good: "'ROW'", names: /binlog_format is STATEMENT/ },
} as const;

describe('L-05 a database with unsafe settings', () => {
  let mariadb: BareMariadb;
  beforeAll(async () => {
    mariadb = await BareMariadb.start(['--log-bin', '--innodb-log-file-size=8M']);
    for (const [name, { bad }] of Object.entries(CHANGEABLE)) await set(name, bad[0]);
    await mariadb.query('ALTER DATABASE bare CHARACTER SET latin1');
  }, 120_000);
  afterAll(() => mariadb.stop());

  async function set(name: string, value: string): Promise<void> {
    await mariadb.query(`SET GLOBAL ${name} = ${value}`);
  }

  async function complaints(): Promise<string[]> {
    const parts = { url: mariadb.url, entities: [], migrations: [], connections: 2 };
    const source = await createDataSource(parts).initialize();
    try {
      return await unsafeSettings(sqlOf(source.manager), MAX_MESSAGE_BYTES);
    } finally {
      await source.destroy();
    }
  }

  it('is refused at the start, with one line for each', async () => {
    const settings = { POSTHOUSE_DATABASE_URL: mariadb.url };
    const posthouse = RunningPosthouse.spawn({ settings });
    const status = await posthouse.ended();
    posthouse.forget();

    expect(status).toBe(2);
    for (const { names } of Object.values(CHANGEABLE)) {
      expect(posthouse.text.split('\n').filter((line) => names.test(line))).toHaveLength(1);
    }
    expect(posthouse.text).toMatch(/character_set_database is latin1/);
    expect(posthouse.text).not.toContain('Posthouse is ready.');
  }, 60_000);

  it('is accepted once everything is set right (control)', async () => {
    for (const [name, { good }] of Object.entries(CHANGEABLE)) await set(name, good);
    await mariadb.query('ALTER DATABASE bare CHARACTER SET utf8mb4');

    expect(await complaints()).toEqual([]);
  });

  const cases = Object.entries(CHANGEABLE).flatMap(([name, { bad }]) =>
    bad.map((value) => [name, value] as const),
  );

  it.each(cases)('is named when only %s is %s', async (name, value) => {
    const { good, names } = CHANGEABLE[name as keyof typeof CHANGEABLE]; // from its own keys
    await set(name, value);

    expect(await complaints()).toEqual([expect.stringMatching(names)]);

    await set(name, good);
  });
});
