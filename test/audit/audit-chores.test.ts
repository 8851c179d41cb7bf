/**
 * J-08: entries get their places whatever happens to who gives them: cut off at any statement, or done by two at once.
 * What was tampered with is never sealed anew, and never removed by retention, which cuts only what is whole.
 *
 * Control: the same work without the interruption.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { AuditChain } from '../../src/features/accounts/audit-chain.service.js';
import { sealOf } from '../../src/features/accounts/audit-seal.js';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { cutAudit } from '../../src/features/delivery/chores.js';
import { BulkPool } from '../../src/platform/database/bulk-pool.js';
import { insertRows, type BulkSql } from '../../src/platform/database/sql.js';
import type { Secrets } from '../../src/platform/secrets.js';
import { eventually } from '../support/eventually.js';
import { secretsOf } from '../support/planted-people.js';
import { startWorld, type World } from '../support/world.js';

const DAY_MS = 86_400_000;

/** Ends in the middle: at its n-th statement, done or not. */
class Interrupted {
  private left: number;

  constructor(
    private readonly pool: BulkPool,
    statements: number,
    private readonly isDone: boolean,
  ) {
    this.left = statements;
  }

  query<T>(statement: string, parameters?: readonly unknown[]): Promise<T> {
    return this.pool.query(statement, parameters);
  }

  transaction<T>(work: (sql: BulkSql) => Promise<T>): Promise<T> {
    return this.pool.transaction((sql) =>
      work({
        ...sql,
        query: async <R>(statement: string, parameters?: readonly unknown[]) => {
          this.left -= 1;
          if (this.left === 0 && !this.isDone) throw new Error('killed before');
          const answer = await sql.query<R>(statement, parameters);
          if (this.left === 0) throw new Error('killed after');
          return answer;
        },
      }),
    );
  }

  get wasReached(): boolean {
    return this.left <= 0;
  }
}

describe('J-08 the chores of the audit log', () => {
  let world: World;
  let pool: BulkPool;
  let secrets: Secrets;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    pool = new BulkPool({ url: world.database.url, connections: 3 });
    secrets = secretsOf(world);
  });
  afterAll(async () => {
    await pool.close();
    await world.stop();
  });

  const anOrganization = async (changes: number) => {
    const { data } = await world.admin.ask<
      { createOrganization: { organization: { id: string } } },
      object
    >(
      'mutation { createOrganization(input: { name: "Shop" }) { ... on CreateOrganizationSuccess { organization { id } } } }',
      {},
    );
    const { id } = data!.createOrganization.organization;
    for (let number = 1; number <= changes; number += 1) await suspend(id);
    return { id, chain: BigInt(decodeGlobalId(id).id) };
  };
  const suspend = async (organizationId: string) => {
    const { errors } = await world.admin.ask(
      'mutation ($id: ID!) { suspendOrganization(input: { organizationId: $id, reason: "so" }) { __typename } }',
      { id: organizationId },
    );
    expect(errors).toBeUndefined();
  };
  const positionsOf = async (chain: bigint) => {
    const rows = await world.database.query<{ position: bigint | null }[]>(
      'SELECT position FROM audit_entries WHERE chain = ? ORDER BY id',
      [chain],
    );
    return rows.map(({ position }) => (position === null ? null : Number(position)));
  };
  const flaws = async () => {
    const found = [];
    for await (const { organizationId, flaw } of world.services.auditCheck.checkAll())
      if (flaw) found.push({ organizationId, ...flaw });
    return found;
  };

  it.each(['before', 'after'])('goes on after it was cut off %s any statement', async (moment) => {
    let statement = 1;
    for (; ; statement += 1) {
      const { chain } = await anOrganization(2);
      const interrupted = new Interrupted(pool, statement, moment === 'after');
      await new AuditChain(interrupted, secrets).run().catch(() => undefined);
      await world.services.auditChain.run();
      expect(await positionsOf(chain)).toEqual([1, 2, 3]);
      expect(await flaws()).toEqual([]);
      if (!interrupted.wasReached) break;
    }
    expect(statement).toBeGreaterThan(5);
  });

  it('catches up with any backlog', async () => {
    const backlog = 1_234;
    const { chain } = await anOrganization(0);
    const rows = Array.from({ length: backlog }, (_, index) => {
      const nobody = { userId: null, tokenId: null, sessionId: null, credentialId: null };
      const content = {
        ...{ id: BigInt(index + 1), organizationId: chain, serverId: null, action: 'a.b' },
        ...{ actorKind: 'OPERATOR', ...nobody, ipAddress: null, userAgent: null },
        ...{ subjectType: 'Organization', subjectId: null, beforeValues: null, afterValues: null },
        createdAt: new Date(),
      };
      const { id, action, actorKind, subjectType, createdAt } = content;
      return [id, chain, action, actorKind, subjectType, createdAt, sealOf(secrets, content)];
    });
    const target =
      'audit_entries (id, organization_id, action, actor_kind, subject_type, created_at, seal)';
    await insertRows(pool, target, rows);

    await world.services.auditChain.run();
    const positions = await positionsOf(chain);
    expect(positions).toEqual(Array.from({ length: backlog + 1 }, (_, index) => index + 1));
    expect(await world.services.auditCheck.check(chain)).toMatchObject({
      checkedEntries: backlog + 1,
      flaw: null,
    });
  });

  it('is done by several at once, while entries come', async () => {
    const { id, chain } = await anOrganization(0);
    let isOver = false;
    const chainer = async () => {
      const auditChain = new AuditChain(pool, secrets);
      while (!isOver) await auditChain.run();
    };
    const chainers = [chainer(), chainer(), chainer()];
    await Promise.all(Array.from({ length: 40 }, () => suspend(id)));
    await sleep(0);
    isOver = true;
    await Promise.all(chainers);
    await world.services.auditChain.run();

    const positions = await positionsOf(chain);
    expect([...positions].sort((a, b) => a! - b!)).toEqual(positions.map((_, index) => index + 1));
    expect(await flaws()).toEqual([]);
  });

  it('seals nothing that was cut off, and goes on with the other chains', async () => {
    const [broken, other] = [await anOrganization(3), await anOrganization(1)];
    await world.services.auditChain.run();
    await world.database.query(
      `UPDATE audit_chains c JOIN audit_entries e ON e.chain = c.chain AND e.position = 2
       SET c.position = 2, c.hash = e.hash WHERE c.chain = ?`,
      [broken.chain],
    );
    await world.database.query('DELETE FROM audit_entries WHERE chain = ? AND position > 2', [
      broken.chain,
    ]);
    await suspend(broken.id);
    await suspend(other.id);

    await expect(world.services.auditChain.run()).rejects.toThrow('could not be worked on');
    expect(await positionsOf(broken.chain)).toEqual([1, 2, null]);
    expect(await positionsOf(other.chain)).toEqual([1, 2, 3]);
    expect(await flaws()).toMatchObject([
      { organizationId: broken.chain, kind: 'ANCHOR_CHANGED', position: 2n },
    ]);
    await world.database.query('DELETE FROM audit_entries WHERE chain = ?', [broken.chain]);
  });
});

describe('J-08 the retention of the audit log', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({
      roles: ['api', 'worker'],
      settings: { AUDIT_RETENTION_DAYS: '30' },
    });
  });
  afterAll(() => world.stop());

  const cut = () => cutAudit(world.services.auditChain, world.clock, 30).run();
  const verdict = () => world.services.auditCheck.check(null);
  const signIn = () =>
    world.anonymous.ask(
      'mutation { signIn(input: { email: "a@b.test", password: "wrong" }) { __typename } }',
    );
  const settled = async () => {
    const last = await world.database.query<{ n: bigint }[]>(
      'SELECT COUNT(*) AS n FROM audit_entries WHERE position IS NULL',
    );
    return Number(last[0]?.n);
  };

  it('chains by itself, cuts what is old and leaves the rest verifiable', async () => {
    for (let count = 0; count < 5; count += 1) await signIn();
    await eventually(settled, (left) => left === 0);
    const whole = await verdict();
    expect(whole).toMatchObject({ flaw: null });

    world.clock.advance(40 * DAY_MS);
    await signIn();
    await eventually(settled, (left) => left === 0);
    await cut();
    expect(await verdict()).toMatchObject({ checkedEntries: 1, flaw: null });
    expect((await verdict()).end.position).toBe(whole.end.position + 1n);
  });

  it('removes nothing that was tampered with', async () => {
    await signIn();
    await eventually(settled, (left) => left === 0);
    const { position } = (await verdict()).end;
    world.clock.advance(40 * DAY_MS);
    await world.database.query(
      "UPDATE audit_entries SET ip_address = '192.0.2.9' WHERE chain = 0 AND position = ?",
      [position],
    );

    await expect(cut()).rejects.toThrow('could not be worked on');
    expect(await verdict()).toMatchObject({ flaw: { kind: 'CHANGED', position } });
  });
});
