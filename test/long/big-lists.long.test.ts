/**
 * B-11 at its full size: a mail server with a million messages, its lists under every filter, page after page.
 * What a page takes does not depend on what is asked for; the figures are printed.
 */
import { seed } from '../../bench/seed/seed.js';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { FILTERS } from '../guards/list-queries.js';
import { report } from '../support/figures.js';
import { startWorld, type World } from '../support/world.js';

const MESSAGES = 1_000_000;
const SINCE = new Date('2026-01-01T00:00:00Z');
const EVERY_MS = 1_000;
const PAGES = 40;
/** An event list is read on until enough of a kind have come: that is known, and not shown here. */
const FIELDS = ['messages', 'deliveries'];
/** The slowest page of any filter against the usual one without a filter; others use the machine, too. */
const MOST_TIMES = 25;

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('B-11 lists of a million messages', () => {
  let world: World;
  let serverId: string;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'], settings: { API_POINTS: '1000000000' } });
    ({ serverId } = await world.aServer());
    await seed(world.database, {
      ...{ serverId: BigInt(decodeGlobalId(serverId).id), domainId: null, messages: MESSAGES },
      ...{ since: SINCE, everyMs: EVERY_MS, state: 'ended', destinations: 1_000 },
      ...{ contents: 0, hasAttempts: true },
    });
  });
  afterAll(() => world.stop());

  /** How long each of the first pages takes, milliseconds. */
  async function pageTimes(field: string, filter: string): Promise<number[]> {
    const times: number[] = [];
    for (let after = '', hasMore = true; hasMore && times.length < PAGES;) {
      const startedAt = performance.now();
      const { data, errors } = await world.admin.ask<{ node: { list: Page } }, object>(
        `{ node(id: "${serverId}") { ... on MailServer { list: ${field}(first: 50${after}${filter}) {
          nodes { id } pageInfo { hasNextPage endCursor } } } } }`,
      );
      if (!data || errors) throw new Error(`${filter}: ${JSON.stringify(errors)}`);
      times.push(performance.now() - startedAt);
      const { hasNextPage, endCursor } = data.node.list.pageInfo;
      hasMore = hasNextPage;
      after = `, after: "${endCursor}"`;
    }
    return times.sort((a, b) => a - b);
  }

  it.each(FIELDS)('%s: a page takes about as long whatever is asked for', async (field) => {
    await pageTimes(field, '');
    const plain = await pageTimes(field, '');
    const usual = at(plain, 0.5);
    report(`${field}, no filter: p50 ${usual.toFixed(1)} ms, p99 ${at(plain, 0.99).toFixed(1)} ms`);
    for (const filter of FILTERS[field] ?? []) {
      const times = await pageTimes(field, `, filter: { ${filter} }`);
      report(
        `${field}, ${filter}: p50 ${at(times, 0.5).toFixed(1)} ms, p99 ${at(times, 0.99).toFixed(1)} ms, ${times.length} pages`,
      );
      expect(at(times, 0.99) / usual).toBeLessThan(MOST_TIMES);
    }
  });
});

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
