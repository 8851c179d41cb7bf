/**
 * E-13: what operations cost, and that a budget of points holds over all processes, and for each process
 * by itself while Redis is away.
 *
 * Control: two doors without Redis grant two budgets, which is what the first test would see if they did
 * not share.
 */
import { LIMITS } from '../../src/config/limits.js';
import { freePort } from '../start/free-port.js';
import { withToken } from '../support/access-tokens.js';
import { ApiClient } from '../support/api-client.js';
import { BareRedis } from '../support/bare-redis.js';
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { signedInMember } from '../support/planted-people.js';
import { askRedis } from '../support/redis-command.js';
import { startWorld, type World } from '../support/world.js';

const BUDGET = 5_000;
const DOORS = figure({ t0: 2, long: 3 });
const TENANT_BUDGETS = 4;
const settings = { API_POINTS: String(BUDGET), API_POINTS_PER_SECOND: '1' };
/** One for the list, and for each object that it may hold one for each of its fields. */
const COSTLY = '{ mailServers(first: 99) { nodes { id name } } }';
const COST = 199;

describe('the account of an operation', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());

  const costOf = async (query: string, variables?: object) =>
    (await world.admin.ask(query, variables)).extensions?.cost?.requested;

  it('is told with its answer, and to whoever asks for it', async () => {
    const { data, extensions } = await world.admin.ask<
      { rateLimit: Record<string, number> },
      object
    >('{ rateLimit { cost available capacity restoreRate fullAfterMs operationLimit } }');
    expect(extensions?.cost).toEqual({ requested: 7, available: 999_993, restoreRate: 20_000 });
    expect(data?.rateLimit).toEqual({
      cost: 7,
      available: 999_993,
      capacity: 1_000_000,
      restoreRate: 20_000,
      fullAfterMs: 1,
      operationLimit: 5_000,
    });
  });

  it('counts a page for all that it may hold, ids for each, and messages for each', async () => {
    expect(await costOf('{ __typename }')).toBe(1);
    expect(await costOf(COSTLY)).toBe(COST);
    expect(await costOf('{ mailServers { nodes { id } } }')).toBe(26);
    expect(
      await costOf('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['x', 'y', 'z'] }),
    ).toBe(4);
    const send = `mutation($input: SendMessagesInput!) { sendMessages(input: $input) { ... on SendMessagesSuccess { results { __typename } } } }`;
    const messages = Array.from({ length: 20 }, () => ({ from: 'a@b.test', to: [] }));
    expect(await costOf(send, { input: { mailServerId: 'x', messages } })).toBeGreaterThan(20);
  });

  it('is that of the operation that runs, not of the first in the document', async () => {
    const costly = `query B { mailServers(first: 60) { nodes { messages(first: 100) { nodes { id } } } } }`;
    const { errors, extensions } = await ask(world.admin, {
      query: `query A { __typename } ${costly}`,
      operationName: 'B',
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('OPERATION_TOO_LARGE');
    expect(extensions?.cost?.requested).toBeGreaterThan(5_000);
  });
});

describe('E-13 a budget of points', () => {
  let world: World;
  let doors: string[];
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'], settings });
    doors = [world.admin.url];
    while (doors.length < DOORS) doors.push(await world.anotherApi());
  });
  afterAll(() => world.stop());

  it('holds over all processes, for each token', async () => {
    const spent = await spendAll(await withToken(world.admin), doors);
    expect(spent).toBeGreaterThan(BUDGET * 0.95);
    expect(spent).toBeLessThan(BUDGET * 1.05);
  }, 180_000);

  it('holds for all tokens of a user together, which share a wider one', async () => {
    const all: number[] = [];
    for (let n = 0; n < TENANT_BUDGETS + 1; n++) {
      all.push(await spendAll(await withToken(world.admin), doors));
    }
    const spent = all.reduce((sum, one) => sum + one, 0);
    expect(all[0]).toBeGreaterThan(BUDGET * 0.95);
    expect(all.at(-1)).toBeLessThan(BUDGET * 0.5);
    expect(spent).toBeLessThan(TENANT_BUDGETS * BUDGET * 1.05);
  }, 180_000);

  it('is answered with 429 where the media type allows it, and with when to come again', async () => {
    const shop = await world.aServer();
    await spendAll(shop.api, doors);
    const strict = await shop.api.ask(COSTLY, undefined, {
      accept: 'application/graphql-response+json',
    });
    expect(strict.status).toBe(429);
    const { errors, extensions } = strict;
    expect(errors?.[0]?.extensions).toEqual({
      code: 'RATE_LIMITED',
      retryAfter: Number(strict.headers.get('retry-after')),
    });
    expect(Number(strict.headers.get('retry-after'))).toBeGreaterThan(1);
    expect(extensions?.cost).toMatchObject({ requested: COST, restoreRate: 1 });

    const legacy = await shop.api.ask(COSTLY, undefined, { accept: 'application/json' });
    expect(legacy.status).toBe(200);
    expect(legacy.errors?.[0]?.extensions?.['code']).toBe('RATE_LIMITED');
  });

  it('does nothing of what it refuses', async () => {
    const shop = await world.aServer();
    await spendAll(shop.api, doors);
    const { errors } = await ask(shop.api, {
      query: `mutation { sendMessages(input: { messages: [${'{ from: "a@b.test" },'.repeat(200)}] }) { __typename } }`,
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('RATE_LIMITED');
  });

  it('pays for exports of the audit log as well', async () => {
    const shop = await world.aServer();
    const owner = await signedInMember(world, shop.organizationId, 'OWNER');
    const token = await withToken(owner, { scopes: ['AUDIT_READ'] });
    const url = new URL('/audit/export', world.admin.url);
    url.searchParams.set('organizationId', shop.organizationId);
    const answers: Response[] = [];
    while (answers.at(-1)?.status !== 429 && answers.length < 10) {
      answers.push(await fetch(url, { headers: token.headers }));
      await answers.at(-1)?.text();
    }
    const granted = answers.filter(({ status }) => status === 200).length;
    expect(granted).toBeGreaterThan(0);
    expect(granted).toBeLessThanOrEqual(BUDGET / LIMITS.auditExportPoints);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(1);
  });

  it('leaves nothing behind in Redis for longer than it takes to fill up', async () => {
    const socket = new URL(process.env['TEST_REDIS_URL'] ?? '').pathname;
    const prefix = world.settings['REDIS_PREFIX'] ?? '';
    const script = `for _, key in ipairs(redis.call('KEYS', '${prefix}:budget:*')) do if redis.call('PTTL', key) < 0 then return 'endless ' .. key end end return #redis.call('KEYS', '${prefix}:budget:*')`;
    expect(await askRedis(socket, `EVAL "${script}" 0`)).toMatch(/^:[1-9]/);
  });
});

describe('E-13 a budget of points while Redis is away', () => {
  it('is kept by each process, never by none, and shared again afterwards', async () => {
    const redis = await BareRedis.start(await freePort(), 'secret');
    const world = await startWorld({
      roles: ['api'],
      settings: { ...settings, REDIS_URL: redis.url(0) },
    });
    try {
      const doors = [world.admin.url, await world.anotherApi()];
      const token = await withToken(world.admin);
      const other = await withToken(world.admin);
      for (const url of [...doors, ...doors]) await ask(at(token, url), { query: COSTLY });
      await redis.kill();

      const rest = await spendAll(token, doors);
      expect(rest).toBeGreaterThan(BUDGET * 0.9);
      expect(rest).toBeLessThan((BUDGET - 2 * COST) * 2 * 1.05);
      expect(await spendAll(other, doors)).toBeGreaterThan(BUDGET * 1.9); // the control

      await redis.startAgain();
      await eventually(
        async () => (await ask(token, { query: COSTLY })).errors,
        (errors) => errors === undefined,
      );
      const shared = await spendAll(await withToken(world.admin), doors);
      expect(shared).toBeLessThan(BUDGET * 1.05);
    } finally {
      await world.stop();
      await redis.stop();
    }
  }, 180_000);
});

/** Spends at one door after the other until all refuse; what was granted beside what came back meanwhile. */
async function spendAll(caller: ApiClient, doors: readonly string[]): Promise<number> {
  let granted = 0;
  let refused = 0;
  const begun = performance.now();
  for (let n = 0; refused < doors.length; n++) {
    const { errors, extensions } = await ask(at(caller, doors[n % doors.length] ?? ''), {
      query: COSTLY,
    });
    if (errors?.[0]?.extensions?.['code'] === 'RATE_LIMITED') refused += 1;
    else granted += extensions?.cost?.requested ?? 0;
    if (n > BUDGET) throw new Error('there is no end to this budget');
  }
  return granted - (performance.now() - begun) / 1_000;
}

function at({ headers }: ApiClient, url: string): ApiClient {
  return new ApiClient(url, headers);
}

async function ask({ url, headers }: ApiClient, body: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Awaited<ReturnType<ApiClient['ask']>>;
}
