import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivateServices, type PrivateServices } from '../../src/app/services/services.js';
import { createLog } from '../../src/platform/log.js';
import { signInAdministrator } from '../support/administrator.js';
import { eventually } from '../support/eventually.js';
import { Outside } from '../support/outside.js';
import { RunningPosthouse } from '../support/running-posthouse.js';
import { Tenant } from '../support/tenant.js';
import { freePort } from './free-port.js';
import { House } from './house.js';
import { parseMetrics, sumOf } from './prometheus.js';

const ROLES = ['api', 'smtp', 'worker'];
/** None of them can hold a word of a tenant or of a client. */
const LABELS = new Set([
  ...['role', 'process', 'door', 'outcome', 'result', 'code', 'resource', 'what'],
  ...['le', 'kind', 'space', 'type', 'version', 'major', 'minor', 'patch'],
]);

interface Readiness {
  readonly status: string;
  readonly processes: readonly {
    readonly process: string;
    readonly role: string;
    readonly status: string;
    readonly checks: Record<string, { readonly state: string }>;
  }[];
}

async function readiness(ops: string): Promise<{ http: number; body: Readiness }> {
  const response = await fetch(`${ops}/readyz`);
  return { http: response.status, body: (await response.json()) as Readiness }; // ours
}

async function health(ops: string): Promise<number> {
  return (await fetch(`${ops}/healthz`)).status;
}

async function metricsOf(ops: string) {
  const response = await fetch(`${ops}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return parseMetrics(await response.text());
}

describe('roles in one process, as containers run them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'posthouse-operations-'));
  const settings: Record<string, string> = {};
  const started: RunningPosthouse[] = [];
  let services: PrivateServices;
  let outside: Outside;
  let posthouse: RunningPosthouse;
  let ops = '';

  beforeAll(async () => {
    const log = createLog({ level: 'silent' });
    services = await startPrivateServices({ dataDir: join(folder, 'services'), log });
    outside = await Outside.start(folder);
    const port = await freePort();
    ops = `http://127.0.0.1:${port}`;
    for (const [key, value] of Object.entries({
      ...outside.settings,
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      OPS_LISTEN: `127.0.0.1:${port}`,
    })) {
      settings[`POSTHOUSE_${key}`] = value;
    }
  });

  afterAll(async () => {
    await Promise.all(started.map((running) => running.stop()));
    await outside.stop();
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function spawn(command: string[], others: Record<string, string> = {}): RunningPosthouse {
    const dataDir = join(folder, 'data');
    const running = RunningPosthouse.spawn({
      command,
      dataDir,
      settings: { ...settings, ...others },
    });
    started.push(running);
    return running;
  }

  async function doctor(others: Record<string, string> = {}) {
    const free = { POSTHOUSE_OPS_LISTEN: '127.0.0.1:0' };
    const running = spawn(['doctor'], { ...free, ...others });
    const status = await running.ended();
    return { status, lines: running.text.trimEnd().split('\n') };
  }

  /** Where the process listens, from its log. */
  function addresses(): Record<string, string> {
    const line = posthouse.lines.find((text) => text.includes('every role is ready')) ?? '{}';
    return (JSON.parse(line) as { addresses: Record<string, string> }).addresses; // ours
  }

  it('wait until somebody has migrated the database', async () => {
    posthouse = spawn(['serve', ...ROLES]);
    await posthouse.says('waiting for `posthouse migrate`');
    expect(await health(ops)).toBe(200);
    expect(await readiness(ops)).toMatchObject({ http: 503, body: { status: 'unready' } });
    expect((await doctor()).lines).toContain(
      'fail  schema: not up to date, run: posthouse migrate',
    );

    const impatient = spawn(['serve', 'worker'], { POSTHOUSE_OPS_LISTEN: '127.0.0.1:0' });
    await impatient.says('waiting for `posthouse migrate`');
    expect(await impatient.stop()).toBe(0);

    const migrate = spawn(['migrate']);
    expect(await migrate.ended()).toBe(0);
    expect(migrate.text).toContain('First sign-in of admin@localhost.localdomain');
    await posthouse.says('every role is ready');
    const { http, body } = await readiness(ops);
    expect(http).toBe(200);
    expect(body.processes.map(({ role, status }) => [role, status])).toEqual(
      ROLES.map((role) => [role, 'ready']),
    );
  });

  it('count what they accept and deliver', async () => {
    const before = await metricsOf(ops);
    const { HTTP_LISTEN = '', ...doors } = addresses();
    const admin = await signInAdministrator(`http://${HTTP_LISTEN}/graphql`, posthouse.setupSecret);
    const address = (listener: string) => {
      const { hostname: host, port } = new URL(`tcp://${doors[listener] ?? ''}`);
      return { host, port: Number(port) };
    };
    const world = { admin, dns: outside.dns, address };
    const tenant = await Tenant.create(world, 1, { verifiedDomain: 'shop.test' });
    const transport = await tenant.transport();
    const to = 'ann@example.test';
    await transport.sendMail({ from: 'app@shop.test', to, subject: 'Hello', text: 'Hello.' });
    transport.close();
    await tenant.settles(await tenant.send({ to: [to] }), 'DELIVERED');
    await outside.mailbox(to).receives(2);

    const rise = async (name: string, labels: Record<string, string>) =>
      sumOf(await metricsOf(ops), name, labels) - sumOf(before, name, labels);
    expect(await rise('posthouse_messages_accepted_total', { door: 'SMTP' })).toBe(1);
    expect(await rise('posthouse_messages_accepted_total', { door: 'GRAPHQL' })).toBe(1);
    await eventually(
      () => rise('posthouse_deliveries_total', { outcome: 'DELIVERED' }),
      (delivered) => delivered === 2,
    );
    expect(sumOf(await metricsOf(ops), 'posthouse_redis_up')).toBe(1);
  });

  it('tell of no tenant on their pages: D-11', async () => {
    const names = ['shop.test', 'example.test', 'Organization 1', 'organization-1', 'Production'];
    const isIn = (text: string) => names.filter((name) => text.includes(name));
    const pages = ['metrics', 'readyz', 'healthz', 'nothing-of-the-kind'];
    for (const page of pages) {
      expect(isIn(await (await fetch(`${ops}/${page}`)).text())).toEqual([]);
    }
    const labels = new Set((await metricsOf(ops)).flatMap((sample) => Object.keys(sample.labels)));
    expect([...labels].filter((label) => !LABELS.has(label))).toEqual([]);

    expect(isIn(outside.mailbox('ann@example.test').mails[0]!.raw.toString())).not.toEqual([]); // control
  });

  it('are degraded without Redis, and recover', async () => {
    expect(await doctor()).toEqual({
      status: 0,
      lines: ['settings', 'ports', 'dns', 'redis', 'database', 'schema', 'master key'].map(
        (name) => `ok    ${name}`,
      ),
    });

    await services.redis.stop();
    const poor = await eventually(
      () => readiness(ops),
      ({ body }) => body.status === 'degraded',
    );
    expect(poor.http).toBe(200);
    expect(sumOf(await metricsOf(ops), 'posthouse_redis_up')).toBe(0);
    const sick = await doctor();
    expect(sick.status).toBe(1);
    expect(sick.lines).toContain('fail  redis: does not answer');
    expect(sick.lines).toContain('ok    database');

    await services.redis.start();
    await eventually(
      () => readiness(ops),
      ({ body }) => body.status === 'ready',
    );
  });

  it('are not ready without MariaDB, live on, and recover', async () => {
    await services.mariadb.stop();
    const down = await eventually(
      () => readiness(ops),
      ({ http }) => http === 503,
    );
    expect(down.body.processes.map(({ checks }) => checks['database']?.state)).toEqual(
      ROLES.map(() => 'failed'),
    );
    expect(await health(ops)).toBe(200);
    await metricsOf(ops);
    const sick = await doctor();
    expect(sick.status).toBe(1);
    expect(sick.lines).toContain('ok    redis');
    expect(sick.lines.at(-1)).toMatch(/^fail {2}database: cannot connect \(\w+\)$/);

    await services.mariadb.start();
    await eventually(
      () => readiness(ops),
      ({ http }) => http === 200,
    );
  });

  it('tell the doctor what is wrong outside', async () => {
    const { lines, status } = await doctor({
      POSTHOUSE_OPS_LISTEN: new URL(ops).host,
      POSTHOUSE_DNS_SERVERS: `127.0.0.1:${await freePort()}`,
      POSTHOUSE_DNS_TIMEOUT: '500ms',
      POSTHOUSE_MASTER_KEY: Buffer.alloc(32).toString('base64'),
    });
    expect(status).toBe(1);
    expect(lines).toContain(
      'fail  ports: POSTHOUSE_OPS_LISTEN: another program or listener is there',
    );
    expect(lines.filter((line) => line.startsWith('fail  dns: '))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('fail  master key: '))).toHaveLength(1);
  });

  it('end with status 0 when told to stop', async () => {
    expect(await posthouse.stop()).toBe(0);
  });
});

describe('the operations page of a supervisor', () => {
  let house: House;
  beforeAll(async () => (house = await House.build()));
  afterAll(() => house.tearDown());

  it('speaks for every process', async () => {
    const posthouse = await house.start({ settings: { POSTHOUSE_WORKER_PROCESSES: '2' } });
    const { ops } = posthouse.addresses;
    const processes = ['api-1', 'smtp-1', 'worker-1', 'worker-2'];

    const { http, body } = await eventually(
      () => readiness(ops),
      (answer) => answer.body.status === 'ready',
    );
    expect(http).toBe(200);
    expect(body.processes.map(({ process }) => process)).toEqual(processes);
    const samples = await metricsOf(ops);
    expect([...new Set(samples.map(({ labels }) => labels['process']))].sort()).toEqual(processes);
    expect((await fetch(`${ops}/graphql`)).status).toBe(404);
    expect(await posthouse.stop()).toBe(0);
  });
});
