/**
 * J-08: whatever is changed in the audit log behind Posthouse's back is found, and the first wrong entry is named: any
 * column of any entry edited, any entry deleted, put in or exchanged, either end cut off, anything written anew without
 * the master key, an anchor or a whole chain gone.
 *
 * Controls: the log is whole before and after; where all MACs are alike an edit is missed.
 */
import { AuditCheck } from '../../src/features/accounts/audit-check.service.js';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { BulkPool } from '../../src/platform/database/bulk-pool.js';
import type { Sql } from '../../src/platform/database/sql.js';
import { Secrets } from '../../src/platform/secrets.js';
import { figure, report } from '../support/figures.js';
import { secretsOf } from '../support/planted-people.js';
import { startWorld, type World } from '../support/world.js';
import { TAMPERINGS, type Chain, type Tampering } from './tamperings.js';

/** Times each of the ways to tamper, which are 27. */
const ENTRIES = figure({ t0: 12, long: 380 });

const PATIENCE_MS = figure({ t0: 60_000, long: 900_000 });

class RolledBack extends Error {}

describe('J-08 the audit chain', () => {
  let world: World;
  let pool: BulkPool;
  let secrets: Secrets;
  let organizationId: string;
  let chain: Chain;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    pool = new BulkPool({ url: world.database.url, connections: 3 });
    secrets = secretsOf(world);
    organizationId = await anOrganization();
    await suspensions(ENTRIES - 1);
    await world.services.auditChain.run();
    chain = { id: idOf(organizationId), length: BigInt(ENTRIES) };
  });
  afterAll(async () => {
    await pool.close();
    await world.stop();
  });

  const idOf = (globalId: string) => BigInt(decodeGlobalId(globalId).id);

  const anOrganization = async () => {
    const { data } = await world.admin.ask<
      { createOrganization: { organization: { id: string } } },
      object
    >(
      `mutation { createOrganization(input: { name: "Shop" }) { ... on CreateOrganizationSuccess { organization { id } } } }`,
      {},
    );
    return data!.createOrganization.organization.id;
  };

  /** So many changes, each with its entry. */
  const suspensions = async (count: number) => {
    for (let number = 1; number <= count; number += 1) {
      const { errors } = await world.admin.ask(
        `mutation ($input: SuspendOrganizationInput!) { suspendOrganization(input: $input) { __typename } }`,
        { input: { organizationId, reason: `Reason ${number}` } },
      );
      expect(errors).toBeUndefined();
    }
  };

  /** What a check finds after something was done, which is then undone. */
  const after = async <T>(work: (sql: Sql, check: AuditCheck) => Promise<T>): Promise<T> => {
    let found: T | undefined;
    const undone = pool.transaction(async (sql) => {
      found = await work(sql, new AuditCheck(sql, secrets));
      throw new RolledBack();
    });
    await expect(undone).rejects.toThrow(RolledBack);
    return found!;
  };

  const flawAfter = (tampering: Tampering, position: bigint) =>
    after(async (sql, check) => {
      const expected = await tampering.at(sql, chain, position);
      const { flaw } = await check.check(chain.id);
      return { flaw, expected };
    });

  const verdict = () => world.services.auditCheck.check(chain.id);
  const everyFlaw = async (check: AuditCheck) => {
    const flaws = [];
    for await (const { flaw } of check.checkAll()) if (flaw) flaws.push(flaw.kind);
    return flaws;
  };

  it('is whole, with a place for every entry', async () => {
    expect(await verdict()).toMatchObject({ checkedEntries: ENTRIES, flaw: null });
    expect(await everyFlaw(world.services.auditCheck)).toEqual([]);
  });

  const tellsAll = async (tampering: Tampering) => {
    for (let position = 1n; position <= chain.length; position += 1n) {
      const { flaw, expected } = await flawAfter(tampering, position);
      expect({ at: position, flaw }).toMatchObject({ at: position, flaw: expected });
    }
    expect(await verdict()).toMatchObject({ checkedEntries: ENTRIES, flaw: null });
  };
  it('is tampered with often enough', () => {
    const changes = ENTRIES * TAMPERINGS.length;
    report(`J-08: ${changes} changes to the log`);
    expect(changes).toBeGreaterThanOrEqual(figure({ t0: 300, long: 10_000 }));
  });

  it.each(TAMPERINGS)('tells whoever $does any of its entries', tellsAll, PATIENCE_MS);

  it('tells a date that there is not', async () => {
    await after(async (sql, check) => {
      await sql.query(
        "SET STATEMENT sql_mode = '' FOR UPDATE audit_entries SET created_at = 0 WHERE chain = ? AND position = 3",
        [chain.id],
      );
      expect((await check.check(chain.id)).flaw).toMatchObject({ kind: 'CHANGED', position: 3n });
    });
  });

  it.each([
    ['the anchor of an organization', 'DELETE FROM audit_chains WHERE chain = ?', true],
    ['the anchor of the installation', 'DELETE FROM audit_chains WHERE chain = 0', false],
    ['all anchors', 'DELETE FROM audit_chains', false],
    ['the count of chains', 'UPDATE audit_chains SET number = number + 1 WHERE chain = 0', false],
    ['an anchor for another', 'UPDATE audit_chains SET number = 7 WHERE chain = ?', true],
  ])('tells when somebody takes away or changes %s', async (_what, statement, isOfOne) => {
    const flaws = await after(async (sql, check) => {
      await sql.query(statement, isOfOne ? [chain.id] : []);
      return everyFlaw(check);
    });
    expect(flaws).not.toEqual([]);
  });

  it('tells when the whole log of an organization is gone, anchor and all', async () => {
    const flaws = await after(async (sql, check) => {
      await sql.query('DELETE FROM audit_entries WHERE chain = ?', [chain.id]);
      await sql.query('DELETE FROM audit_chains WHERE chain = ?', [chain.id]);
      return everyFlaw(check);
    });
    expect(flaws).toEqual(['ANCHOR_CHANGED']);
  });

  it('misses an edit where MACs are all alike, though not a deletion (control)', async () => {
    const nothing = Buffer.alloc(32);
    class Credulous extends Secrets {
      override mac(): Buffer {
        return nothing;
      }
    }
    const [edit, remove] = ['edits action', 'deletes'].map((does) =>
      TAMPERINGS.find((each) => each.does === does)!,
    );
    const flaws = await after(async (sql) => {
      await sql.query('UPDATE audit_entries SET seal = ?, hash = ?', [nothing, nothing]);
      await sql.query('UPDATE audit_chains SET seal = ?, hash = ?', [nothing, nothing]);
      const check = new AuditCheck(sql, new Credulous(nothing));
      await edit!.at(sql, chain, 3n);
      const first = (await check.check(chain.id)).flaw;
      await remove!.at(sql, chain, 3n);
      return [first, (await check.check(chain.id)).flaw?.kind];
    });
    expect(flaws).toEqual([null, 'MISSING']);
  });
});
