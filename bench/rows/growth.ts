import type { Sql } from '../../src/platform/database/sql.js';
import { GROWTH_RATIO } from '../report/figure.js';
import { copyRow } from '../seed/copies.js';
import { seed } from '../seed/seed.js';
import type { SystemName } from '../systems/system.js';
import { workNamed } from '../works.js';
import { OwnPosthouse } from './own-posthouse.js';
import type { Measured, Row, Scene } from './row.js';
import { sideBySide } from './side-by-side.js';

/** Of a small installation; the large one has ten times as many of everything. */
const SMALL = 100;
const TIMES = 10;
const HOUR_MS = 3_600_000;
/** Of so many tenants one has a queue that waits. */
const ONE_WAITS_OF = 10;
const WORK = workNamed('10k-50-signed');

/** What a message costs with ten times as many rows, tenants, and domains of senders and of receivers. */
export class Growth implements Row {
  readonly works = [];

  constructor(
    readonly name: 'growth' | 'growth-10m',
    private readonly messagesEach: number,
  ) {}

  systemsFor(): readonly SystemName[] {
    return [];
  }

  async measure(scene: Scene): Promise<Measured> {
    const started: OwnPosthouse[] = [];
    const startWith = async (name: string, tenants: number) => {
      const own = await OwnPosthouse.start(scene, { name, works: [WORK] });
      started.push(own);
      scene.workshop.tell(`writing ${tenants} tenants with ${this.messagesEach} messages each`);
      await own.database((sql) => fill(sql, { own, tenants, each: this.messagesEach }));
      return own;
    };
    try {
      const small = await startWith('small', SMALL);
      const large = await startWith('large', SMALL * TIMES);
      const pairs = await sideBySide([small, large], WORK, scene);
      const figure = (name: string, unit: string, values: readonly number[]) => ({
        ...{ row: this.name, name, unit, values },
      });
      const cpu = (which: 'one' | 'other') => pairs.map((pair) => pair[which].cpuSecondsPer1000);
      const ratios = pairs.map(({ one, other }) => other.cpuSecondsPer1000 / one.cpuSecondsPer1000);
      return {
        cells: [],
        figures: [
          figure(`CPU per 1000, ${SMALL} tenants`, 's', cpu('one')),
          figure(`CPU per 1000, ${SMALL * TIMES} tenants`, 's', cpu('other')),
          figure(GROWTH_RATIO, '×', ratios),
        ],
      };
    } finally {
      for (const own of started) await own.stop();
    }
  }
}

interface Filling {
  readonly own: OwnPosthouse;
  readonly tenants: number;
  /** Messages of each tenant. */
  readonly each: number;
}

/** Tenants beside the one that sends, each with a sender domain, an API key, and mail; that one has as much as ten. */
async function fill(sql: Sql, { own: { serverId }, tenants, each }: Filling): Promise<void> {
  await copyRow(sql, 'mail_servers', tenants, {
    ...{ id: 't.id + seq', organization_id: 't.organization_id + seq' },
    ...{ token: "LPAD(seq, 6, '-')", slug: "CONCAT('copy-', seq)" },
  });
  const owner = { organization_id: 't.organization_id + seq', server_id: `${serverId} + seq` };
  await copyRow(sql, 'domains', tenants, {
    ...{ id: 't.id + 1000000 + seq', ...owner, name: "CONCAT('copy-', seq, '.example')" },
  });
  await copyRow(sql, 'credentials', tenants, {
    ...{ id: 't.id + 1000000 + seq', server_id: `${serverId} + seq`, type: "'API'" },
    ...{ secret_hash: 'UNHEX(SHA2(seq, 256))', username: 'NULL', network: 'NULL' },
  });
  const now = Date.now();
  for (let tenant = 0; tenant <= tenants; tenant += 1) {
    const waits = tenant % ONE_WAITS_OF === 1;
    await seed(sql, {
      ...{ serverId: serverId + BigInt(tenant), domainId: null, destinations: tenants },
      ...{ messages: each * (tenant === 0 ? TIMES : 1), contents: 0, hasAttempts: true },
      ...{ since: new Date(now - 48 * HOUR_MS), everyMs: 1_000 },
      state: waits ? { dueFrom: new Date(now + 2 * HOUR_MS) } : 'ended',
    });
  }
}
