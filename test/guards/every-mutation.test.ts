/**
 * J-08, its second half: every mutation of the schema that is no send leaves an entry in the audit log, in its
 * own transaction: where the entry cannot be written, nothing at all is changed.
 *
 * Controls: a mutation that no row knows is named; a send leaves no entry, and changes something where no entry
 * can be written, and both is seen.
 */
import 'reflect-metadata';
import { buildSchema, extendSchema, parse } from 'graphql';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import { createSchema } from '../../src/app/schema.js';
import { startWorld, type World } from '../support/world.js';
import { documentOf, MUTATIONS, Scene, SENDS, uncovered, type Call } from './every-mutation.js';

describe('J-08 every mutation', () => {
  let world: World;
  let scene: Scene;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    scene = new Scene(world, await world.aServer({ verifiedDomain: 'shop.test' }));
  });
  afterAll(() => world.stop());

  const perform = async (name: string, { api, input }: Call) => {
    const document = documentOf(name, input !== undefined);
    const { data, errors } = await api.ask<Record<string, { __typename: string }>, object>(
      document,
      input ? { input } : {},
    );
    return errors ? 'failed' : data?.[name]?.__typename;
  };

  const entriesSince = async (id: bigint) =>
    world.database.query<{ id: bigint; action: string; organization_id: bigint | null }[]>(
      'SELECT id, action, organization_id FROM audit_entries WHERE id > ? ORDER BY id',
      [id],
    );
  const lastEntry = async () => {
    const [row] = await world.database.query<{ id: bigint | null }[]>(
      'SELECT MAX(id) AS id FROM audit_entries',
    );
    return row?.id ?? 0n;
  };

  /** A sum over every table that says something; that a try was counted, or a use noted, is no change. */
  const state = async () => {
    const columns = await world.database.query<{ table: string; name: string }[]>(
      `SELECT c.TABLE_NAME AS \`table\`, c.COLUMN_NAME AS name
       FROM information_schema.COLUMNS c JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)
       WHERE c.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE' AND c.COLUMN_NAME <> 'last_used_at'
         AND c.TABLE_NAME NOT IN ('guesses', 'leases', 'sign_in_challenges', 'writers')`,
    );
    const sums = [...Map.groupBy(columns, ({ table }) => table)].map(([table, those]) => {
      const row = those.map(({ name }) => `COALESCE(HEX(\`${name}\`), '-')`).join(', ');
      return `SELECT '${table}' AS name, COUNT(*) AS n, COALESCE(SUM(CRC32(CONCAT_WS(' ', ${row}))), 0) AS sum FROM ${table}`;
    });
    return world.database.query(sums.join(' UNION ALL '));
  };

  /** Does it while nothing can be written into the audit log. */
  const withoutAudit = async <T>(work: () => Promise<T>): Promise<T> => {
    await world.database.query(
      `CREATE TRIGGER audit_is_away BEFORE INSERT ON audit_entries FOR EACH ROW
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'away'`,
    );
    return work().finally(() => world.database.query('DROP TRIGGER audit_is_away'));
  };

  it('is known here', () => {
    expect(uncovered(createSchema())).toEqual([]);
  });

  it('is named when it is not (control)', () => {
    const extended = extendSchema(
      createSchema(),
      parse('extend type Mutation { forgetEverything: Boolean }'),
    );
    expect(uncovered(extended)).toEqual(['forgetEverything']);
    expect(uncovered(buildSchema('type Query { a: Int }'))).toContain('createDomain');
  });

  it.each(Object.keys(MUTATIONS))('%s leaves its entry, or changes nothing', async (name) => {
    const { action, of, prepare } = MUTATIONS[name]!;
    const call = await prepare(scene);

    const before = await state();
    expect(await withoutAudit(() => perform(name, call))).toBe('failed');
    expect(await state()).toEqual(before);

    const last = await lastEntry();
    expect(await perform(name, call)).toBe(
      `${name.charAt(0).toUpperCase()}${name.slice(1)}Success`,
    );
    const entries = await entriesSince(last);
    const entry = entries.find((each) => each.action === action);
    expect({ name, entries, found: entry !== undefined }).toMatchObject({ found: true });
    const shop = BigInt(decodeGlobalId(scene.shop.organizationId).id);
    if (of === 'installation') expect(entry?.organization_id).toBeNull();
    else if (action === 'organization.created') expect(entry?.organization_id).not.toBeNull();
    else expect(entry?.organization_id).toBe(shop);
  });

  it.each(SENDS.slice(0, 1))(
    '%s leaves none and changes something all the same (control)',
    async (name) => {
      const input = { from: 'app@shop.test', to: ['ann@example.test'], text: 'Hello.' };
      const call = { api: scene.shop.api, input };
      const [before, last] = [await state(), await lastEntry()];
      expect(await withoutAudit(() => perform(name, call))).toBe('SendMessageSuccess');
      expect(await state()).not.toEqual(before);
      expect(await entriesSince(last)).toEqual([]);
    },
  );
});
