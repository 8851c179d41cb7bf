/**
 * J-01: what is secret stands in no store in clear, in no encoding: not in MariaDB's tables, redo log,
 * binary log and log of statements, not in what Redis keeps and hears, not in our log at its most
 * talkative, and in the data folder only in the three files that are there to hold a secret. Kinds:
 * passwords, setup secrets, sessions, access tokens, API keys, SMTP passwords, DKIM keys, idempotency
 * keys, the master key, the TLS key, the secret of an OIDC client, and the passwords of MariaDB and Redis.
 *
 * A role has in its memory what it works with, and a core dump would show that; Posthouse writes none
 * and no crash report, and what the system keeps of memory is the system's to protect.
 *
 * Controls: what may be read is found by the same search in each of these stores; in the long run, a
 * Posthouse that names a credential after its secret is found out.
 */
import { itLong, figure } from '../support/figures.js';
import { BareMariadb } from '../support/bare-mariadb.js';
import { RecordingRedis } from '../support/recording-redis.js';
import { Canaries } from '../support/canaries.js';
import { Mutant } from '../support/mutant.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { freePort } from '../start/free-port.js';
import { EverySecret } from './every-secret.js';
import { filesIn, findings } from './stores.js';

/** Of each kind that there can be any number of. */
const EACH = figure({ t0: 2, long: 25 });
const MARIADB = [
  '--log-bin',
  '--binlog-format=ROW',
  '--sync-binlog=1',
  '--general-log',
  '--innodb-log-file-size=64M',
  '--transaction-isolation=READ-COMMITTED',
  '--character-set-server=utf8mb4',
  '--sql-mode=STRICT_TRANS_TABLES',
  '--max-allowed-packet=1G',
];

/** Everything that is left of a Posthouse that had its day. */
interface Remains {
  readonly secrets: Canaries;
  readonly mariadb: Map<string, Buffer>;
  readonly redis: Map<string, Buffer>;
  readonly monitored: string;
  readonly log: string;
  readonly dataFolder: Map<string, Buffer>;
}

/** A day with `each` secrets of every kind; in `readable` is what may be found afterwards. */
async function remainsOf(each: number, readable: Canaries, main?: string): Promise<Remains> {
  const mariadb = await BareMariadb.start(MARIADB);
  const redis = await RecordingRedis.start();
  const secrets = new Canaries();
  const url = new URL(mariadb.url);
  url.password = secrets.plant('database password');
  secrets.plant('Redis password', redis.password);
  const services = { databaseUrl: url.href, redisUrl: redis.url };
  const HTTP_LISTEN = `127.0.0.1:${await freePort()}`;
  const settings = {
    ...{ DATABASE_URL: url.href, REDIS_URL: redis.url, LOG_LEVEL: 'debug' },
    ...{ OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'posthouse' },
    ...{ HTTP_LISTEN, PUBLIC_URL: `http://${HTTP_LISTEN}` },
    OIDC_CLIENT_SECRET: secrets.plant('OIDC client secret'),
  };
  const world = await RunningWorld.start({ services, settings, main });
  try {
    const shop = await world.aServer({ verifiedDomain: 'shop.test' });
    const own = { POSTHOUSE_DATABASE_URL: url.href, POSTHOUSE_REDIS_URL: redis.url };
    await new EverySecret(world, shop, secrets, own).make(each);
    await shop.send({ subject: readable.plant('subject') });
    await redis.says(`SET readable ${readable.plant('value in Redis')}`);
    await fetch(world.admin.url.replace('/graphql', '/auth/oidc/start'));
    await greet(world, readable.plant('name in the log'));
    await world.drained();
    await world.stopPosthouse();
    await redis.says('SAVE');
    await mariadb.shutDown();
    return {
      secrets,
      mariadb: filesIn(mariadb.home),
      redis: filesIn(redis.home),
      monitored: redis.monitored,
      log: world.posthouse.text,
      dataFolder: filesIn(world.dataDir),
    };
  } finally {
    await world.stop();
    await redis.stop();
    await mariadb.stop();
  }
}

async function greet(world: RunningWorld, name: string): Promise<void> {
  const peer = await SmtpPeer.connect(world.address('SMTP_LISTEN'));
  await peer.greets(name);
  peer.close();
}

describe('J-01 what is secret', () => {
  const readable = new Canaries();
  let remains: Remains;
  beforeAll(
    async () => (remains = await remainsOf(EACH, readable)),
    figure({ t0: 120_000, long: 600_000 }),
  );

  it('is in no store in clear', () => {
    const { secrets, mariadb, redis, monitored, log } = remains;
    expect(secrets.size).toBeGreaterThanOrEqual(figure({ t0: 25, long: 200 }));
    expect(findings(secrets, mariadb)).toEqual({});
    expect(findings(secrets, redis)).toEqual({});
    expect(secrets.foundIn(monitored)).toEqual([]);
    expect(secrets.foundIn(log)).toEqual([]);
  });

  it('is in the data folder where it belongs', () => {
    expect(findings(remains.secrets, remains.dataFolder)).toEqual({
      'first-sign-in.txt': ['setup secret that waits'],
      'master.key': ['master key'],
      'tls/smtp.pem': ['TLS key'],
    });
  });

  it('would be seen: what may be read is found in each store (control)', () => {
    const { mariadb, redis, monitored, log } = remains;
    const stores = Object.entries({ ...findings(readable, mariadb), ...findings(readable, redis) });
    const storesOf = (place: string) =>
      stores.filter(([, places]) => places.includes(place)).map(([path]) => path);

    expect(storesOf('subject')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/bare\/messages\.ibd$/),
        expect.stringMatching(/ib_logfile0$/),
        expect.stringMatching(/-bin\.\d+$/),
        expect.stringMatching(/data\/[^/]+\.log$/),
      ]),
    );
    expect(storesOf('value in Redis')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/dump\.rdb$/),
        expect.stringMatching(/\.aof$/),
      ]),
    );
    expect(readable.foundIn(monitored)).toContain('value in Redis');
    expect(readable.foundIn(log)).toContain('name in the log');
  });

  itLong('would be seen where a credential is named after it (control)', async () => {
    const mutant = Mutant.make({
      file: 'features/servers/credential-issuer.service.js',
      from: 'const fresh = { serverId, type, name, hold,',
      to: 'const fresh = { serverId, type, name: secret ?? name, hold,',
    });
    try {
      const { secrets, mariadb } = await remainsOf(1, new Canaries(), mutant.main);
      const found = new Set(Object.values(findings(secrets, mariadb)).flat());
      expect([...found].sort()).toEqual(['API key 1', 'SMTP password 1']);
    } finally {
      mutant.remove();
    }
  });
});
