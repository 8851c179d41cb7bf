/**
 * A database that falls silent: whoever waits for it is told within a bounded time, and is served again
 * when it is back. Control: without the limit the same query is still waiting when the others have given up.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { BulkPool } from '../../src/platform/database/bulk-pool.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { isOutage } from '../../src/platform/database/errors.js';
import { eventually } from '../support/eventually.js';
import { FaultyServices, type FaultyLinks } from '../support/faults/faulty-services.js';

const SILENCE_MS = 500;

describe('a database that falls silent', () => {
  let services: FaultyServices;
  let links: FaultyLinks;
  const sources: DataSource[] = [];
  beforeAll(async () => {
    services = await FaultyServices.start();
    links = await services.newLinks();
  });
  afterEach(async () => {
    links.database.heal();
    await Promise.all(sources.splice(0).map((source) => source.destroy()));
  });
  afterAll(() => services.stop());

  async function connect(silenceMs?: number): Promise<DataSource> {
    const url = links.settings['DATABASE_URL'] ?? '';
    const source = createDataSource({
      ...{ url, silenceMs },
      ...{ entities: [], migrations: [], connections: 2 },
    });
    sources.push(source);
    return source.initialize();
  }

  const ask = (source: DataSource) => source.query<{ n: string }[]>('SELECT 1 AS n');

  it.each(['both', 'toClient'] as const)('is an outage (%s)', async (direction) => {
    const source = await connect(SILENCE_MS);
    await ask(source);
    links.database.set({ isBlackHole: true }, direction);

    const error = await ask(source).catch((reason: unknown) => reason);

    expect(isOutage(error)).toBe(true);
    links.database.heal();
    expect(await ask(source)).toHaveLength(1);
  });

  it('is waited for without the limit (control)', async () => {
    const source = await connect();
    links.database.set({ isBlackHole: true });

    const answer = ask(source).then(() => 'answered');

    expect(await Promise.race([answer, sleep(4 * SILENCE_MS, 'waiting')])).toBe('waiting');
    links.database.heal();
    expect(await answer).toBe('answered');
  });

  it('is not expected to speak over a connection that nobody uses', async () => {
    const source = await connect(SILENCE_MS);
    await ask(source);
    const before = links.database.connections;

    await sleep(3 * SILENCE_MS);
    await ask(source);

    expect(links.database.connections).toBe(before);
  });

  it('does not hold a statement of the mail path, either', async () => {
    const pool = new BulkPool({ url: links.settings['DATABASE_URL'] ?? '', connections: 2 });
    await pool.query('SELECT 1');
    links.database.set({ isBlackHole: true });

    const error = await pool.query('SELECT 1', [], SILENCE_MS).catch((reason: unknown) => reason);

    expect(isOutage(error)).toBe(true);
    links.database.heal();
    const ask = () => pool.query<unknown[]>('SELECT 1').catch(() => []); // a connection may break yet
    expect(await eventually(ask, (rows) => rows.length > 0)).toHaveLength(1);
    await pool.close();
  });
});
