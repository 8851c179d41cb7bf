/**
 * J-05 at volume: a mail server that keeps messages for a day has a hundred thousand that are older. They go with all that
 * is known of them, in small statements, while others send; what is another's stays.
 */
import { seed } from '../../bench/seed/seed.js';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { report } from '../support/figures.js';
import { StatementTape } from '../support/statement-tape.js';
import { startWorld, type World } from '../support/world.js';
import type { Tenant } from '../support/tenant.js';

const MESSAGES = 100_000;
const CONTENTS = 10_000;
const DAY_MS = 86_400_000;
const TABLES = ['messages', 'message_contents', 'deliveries', 'attempts', 'events'];

describe('J-05 the retention of a hundred thousand messages', () => {
  let world: World;
  let tape: StatementTape;
  let brief: Tenant;
  let other: Tenant;
  beforeAll(async () => {
    const shared = process.env['TEST_DATABASE_URL'] ?? '';
    tape = await StatementTape.start(shared);
    process.env['TEST_DATABASE_URL'] = tape.url;
    world = await startWorld({ roles: ['api'] });
    process.env['TEST_DATABASE_URL'] = shared;
    [brief, other] = [await world.aServer(), await world.aServer({ verifiedDomain: 'stays.test' })];
    for (const { serverId } of [brief, other]) {
      await seed(world.database, {
        ...{ serverId: rowOf(serverId), domainId: null, messages: MESSAGES, contents: CONTENTS },
        ...{ since: new Date(Date.now() - 200 * DAY_MS), everyMs: 1, destinations: 100 },
        ...{ state: 'ended', hasAttempts: true },
      });
    }
    await world.database.query(
      'UPDATE mail_servers SET content_retention_days = 1, message_retention_days = 1 WHERE id = ?',
      [rowOf(brief.serverId)],
    );
  });
  afterAll(async () => {
    await world.stop();
    tape.stop();
  });

  const rowsOf = async ({ serverId }: Tenant): Promise<number[]> => {
    const counts: number[] = [];
    for (const table of TABLES) {
      const [row] = await world.database.query<{ n: bigint }[]>(
        `SELECT COUNT(*) AS n FROM ${table} WHERE server_id = ?`,
        [rowOf(serverId)],
      );
      counts.push(Number(row?.n));
    }
    return counts;
  };

  it('removes what is old in small statements, and nothing else', async () => {
    const held = MESSAGES / 5_000; // of each five thousand one waits to be released, and so stays
    const others = await rowsOf(other);
    const begin = tape.statements.length;
    const startedAt = performance.now();
    const removing = world.services.retention
      .run()
      .then(() => world.services.messageRetention.run());
    const sent = await sendUntil(removing);

    expect(await rowsOf(brief)).toEqual([held, CONTENTS / 5_000, held, 0, 0]);
    const [messages = 0, , deliveries = 0, , events = 0] = others;
    expect(await rowsOf(other)).toMatchObject({ 0: messages + sent, 2: deliveries + sent });
    expect((await rowsOf(other))[4]).toBeGreaterThanOrEqual(events + sent);
    const deletes = tape.statements.slice(begin).filter((text) => /\bDELETE\b/.test(text));
    expect(deletes.length).toBeGreaterThan((MESSAGES / 100) * 3);
    const seconds = (performance.now() - startedAt) / 1_000;
    report(
      `${MESSAGES} messages and ${CONTENTS} contents removed in ${seconds.toFixed(0)} s by ${deletes.length} statements, ${sent} sent meanwhile`,
    );
  });

  /** One after the other; how many were accepted. */
  async function sendUntil(done: Promise<unknown>): Promise<number> {
    let isDone = false;
    void done.finally(() => (isDone = true)).catch(() => undefined);
    let sent = 0;
    for (; !isDone; sent += 1) await other.send();
    await done;
    return sent;
  }
});

function rowOf(serverId: string): bigint {
  return BigInt(decodeGlobalId(serverId).id);
}
