/**
 * one key, one message, however often and wherever it comes: from many clients at once, over two API
 * processes, and again after all of them were started anew. Control: without a key each request makes its own.
 */
import { eventually } from '../support/eventually.js';
import { figure } from '../support/figures.js';
import { RunningWorld } from '../support/running-world.js';
import type { Tenant } from '../support/tenant.js';

const KEYS = figure({ t0: 500, long: 10_000 });
const AT_ONCE = 10;
/** Keys that are tried at the same time. */
const LANES = 4;

describe('A-26 replayed sends', () => {
  let world: RunningWorld;
  let shop: Tenant;
  beforeAll(async () => {
    world = await RunningWorld.start({ settings: { API_PROCESSES: '2' } });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
  }, 120_000);
  afterAll(() => world.stop(), 120_000);

  const send = async (subject: string, idempotencyKey?: string) =>
    shop.send({ subject, idempotencyKey, to: ['ann@example.test'] });

  /** The ids that so many requests with one key are answered with; requests that broke are repeated. */
  async function replay(key: string, times: number): Promise<Set<string>> {
    const answers = Array.from({ length: times }, () => send(`Key ${key}`, key));
    return new Set(await Promise.all(answers));
  }

  async function countOf(subjects: string): Promise<number> {
    const [row] = await world.query<{ n: bigint }[]>(
      'SELECT COUNT(*) AS n FROM messages WHERE subject LIKE ?',
      [subjects],
    );
    return Number(row?.n);
  }

  it(
    `make one message each of ${KEYS} keys, ${AT_ONCE} at once`,
    async () => {
      let next = 0;
      const doubled: string[] = [];
      const lane = async () => {
        for (let number = next++; number < KEYS; number = next++) {
          const ids = await replay(`many-${number}`, AT_ONCE);
          if (ids.size !== 1) doubled.push(`many-${number}`);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));

      expect(doubled).toEqual([]);
      expect(await countOf('Key many-%')).toBe(KEYS);
    },
    figure({ t0: 120_000, long: 1_800_000 }),
  );

  it.each([2, 50])('make one message when %d come at once', async (times) => {
    expect((await replay(`burst-${times}`, times)).size).toBe(1);
    expect(await countOf(`Key burst-${times}`)).toBe(1);
  });

  it('are the same message after a kill of every API process', async () => {
    const before = await send('Key restart', 'restart');
    const old = world.pidsOf('api-1', 'api-2');
    world.posthouse.kill('api-1');
    world.posthouse.kill('api-2');
    await world.replaced('api-1', old[0] ?? null);
    await world.replaced('api-2', old[1] ?? null);

    const after = await eventually(
      () => send('Key restart', 'restart').catch(() => null),
      (id) => id !== null,
      60_000,
    );
    expect(after).toBe(before);
    expect(await countOf('Key restart')).toBe(1);
  }, 90_000);

  it('control: make a message each without a key', async () => {
    await Promise.all(Array.from({ length: 5 }, () => send('No key')));
    expect(await countOf('No key')).toBe(5);
  });
});
