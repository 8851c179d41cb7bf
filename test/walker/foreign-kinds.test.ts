import { decodeGlobalId } from '../../src/api/global-ids.js';
import { PERMISSIONS } from '../../src/features/accounts/policy.js';
import { report } from '../support/figures.js';
import { startWorld, type World } from '../support/world.js';
import type { Act, Actor } from './foreign-acts.js';
import { KINDS, OPERATIONS, type Operation } from './foreign-kinds.js';
import { Rows } from './rows.js';
import { rowsOf } from './rows-of.js';
import { nobodys, sideOf, type Side, type Values } from './sides.js';
import { aToken } from './tenants.js';
import { UNMETERED } from './unmetered.js';

interface Cell {
  readonly kind: string;
  readonly operation: Operation;
  readonly act: Act;
}

/**
 * Every kind of object that a tenant has × what can be done with it, through whichever door that is: what another tenant
 * hears of it is, but for the words that it brought itself, what is heard of an object that nobody has; no list of one's
 * own has anything of others in it; and nothing of theirs changes. The control is its owner, who hears something else at
 * every one of these cells, and finds what is looked for in every list.
 */
describe('D-11 kinds of objects of another tenant', () => {
  let world: World;
  let mine: Side;
  let other: Side;
  let nobody: Values;
  const cells: Cell[] = Object.entries(KINDS).flatMap(([kind, operations]) =>
    OPERATIONS.flatMap((operation) => {
      const act = operations[operation];
      return typeof act === 'string' ? [] : [{ kind, operation, act }];
    }),
  );

  beforeAll(async () => {
    world = await startWorld({ settings: UNMETERED });
    mine = await sideOf(world, 'minnow');
    other = await sideOf(world, 'osprey');
    nobody = nobodys(other.values);
    await world.services.auditChain.run();
    await world.end('worker');
  }, 120_000);
  afterAll(() => world.stop());

  /** But for what tells them that somebody tried one of their credentials. */
  async function theirRows(): Promise<string[]> {
    const roots = [other.values['Organization']!, other.values['User']!];
    const rows = await rowsOf(
      world.database,
      roots.map((id) => BigInt(decodeGlobalId(id).id)),
    );
    return rows.filter((row) => !row.includes('"action":"credential.refused"'));
  }

  async function heard({ act }: Cell, actor: Actor, them: Values): Promise<string> {
    return without(them, await act(actor, them));
  }

  it('are strange to each other: the values of nobody are of the same kinds, and others', () => {
    expect(Object.keys(nobody).sort()).toEqual(Object.keys(other.values).sort());
    const same = Object.keys(nobody).filter((name) => nobody[name] === other.values[name]);
    expect(same).toEqual([]);
  });

  it('are answered like those of nobody, and do not change', async () => {
    const before = await theirRows();
    const actors = await clientsOf(mine);
    const leaks: string[] = [];
    let calls = 0;
    for (const client of actors) {
      const actor = { world, side: mine, client };
      for (const cell of cells) {
        const what = `${cell.operation} ${cell.kind}`;
        if (cell.act.isOfAll && client !== actors[0]) continue;
        const [foreign, unknown] = await Promise.all([
          cell.act(actor, other.values),
          heard(cell, actor, nobody),
        ]);
        calls += 1;
        if (without(other.values, foreign) !== unknown)
          leaks.push(`${what}:\n${foreign}\n${unknown}`);
        if (cell.operation === 'list')
          leaks.push(...found(other, foreign).map((it) => `${what}: ${it}`));
      }
    }
    const reasons = Object.keys(KINDS).length * OPERATIONS.length - cells.length;
    report(
      `D-11: ${Object.keys(KINDS).length} kinds × ${OPERATIONS.length} operations: ${cells.length} that exist, ${reasons} that do not; ${calls} comparisons by ${actors.length} clients`,
    );
    expect(leaks).toEqual([]);
    expect(await theirRows()).toEqual(before);
  }, 120_000);

  it('are answered otherwise to their owner, and are in the owner’s lists (control)', async () => {
    const rows = await Rows.keep(world.database);
    const actor = { world, side: other, client: other.owner };
    const alike: string[] = [];
    for (const cell of cells) {
      const text = await cell.act(actor, other.values);
      await rows.restore();
      const isTold =
        cell.operation === 'list'
          ? found(other, text).length > 0
          : without(other.values, text) !== (await heard(cell, actor, nobody));
      if (isTold === (cell.act.isMute ?? false))
        alike.push(`${cell.operation} ${cell.kind}: ${text}`);
      await rows.restore();
    }
    expect(alike).toEqual([]);
  }, 120_000);

  async function clientsOf(side: Side) {
    const { organizationId, api } = side.tenant;
    return [side.owner, api, (await aToken(world.admin, PERMISSIONS, organizationId)).client];
  }
});

/** What of a tenant stands in a text. */
function found({ values }: Side, text: string): string[] {
  return Object.entries(values).flatMap(([name, value]) => (text.includes(value) ? [name] : []));
}

/** With names in the places of values, the longest first. */
function without(values: Values, text: string): string {
  return Object.entries(values)
    .sort(([, a], [, b]) => b.length - a.length)
    .reduce((rest, [name, value]) => rest.replaceAll(value, `<${name}>`), text);
}
