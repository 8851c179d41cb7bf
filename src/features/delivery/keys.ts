import type { RowKey } from '../../platform/database/row-key.js';

/** A piece of SQL with its parameters. */
export interface SqlPart {
  readonly sql: string;
  readonly parameters: readonly bigint[];
}

/**
 * `(server_id = ? AND id IN (?, …)) OR …` for an UPDATE with FORCE INDEX (PRIMARY). Sorted, so that every
 * statement takes its row locks in the same order.
 */
export function keyCondition(keys: readonly RowKey[], idColumn: string): SqlPart {
  const parts: string[] = [];
  const parameters: bigint[] = [];
  for (const [serverId, ids] of byServer(keys)) {
    parts.push(`(server_id = ? AND ${idColumn} IN (${ids.map(() => '?').join(',')}))`);
    parameters.push(serverId, ...ids);
  }
  return { sql: `(${parts.join(' OR ')})`, parameters };
}

/**
 * The same keys as a table `k (server_id, id)` to join from, for SELECT and DELETE: those would rather read,
 * and lock, all rows of a server than look up some of them. The join needs FORCE INDEX (PRIMARY), too: where a
 * table is nearly empty, MariaDB would rather scan it.
 */
export function keyTable(keys: readonly RowKey[]): SqlPart {
  const [first, ...others] = [...keys].sort(compareKeys);
  if (!first) throw new RangeError('no keys');
  const rest =
    others.length === 0 ? '' : ` UNION ALL VALUES ${others.map(() => '(?,?)').join(',')}`;
  return {
    sql: `(SELECT ? AS server_id, ? AS id${rest}) AS k`,
    parameters: [first, ...others].flatMap(({ serverId, id }) => [serverId, id]),
  };
}

export function compareKeys(one: RowKey, other: RowKey): number {
  return compare(one.serverId, other.serverId) || compare(one.id, other.id);
}

function byServer(keys: readonly RowKey[]): Map<bigint, bigint[]> {
  const servers = new Map<bigint, bigint[]>();
  for (const { serverId, id } of [...keys].sort(compareKeys)) {
    const ids = servers.get(serverId);
    if (ids) ids.push(id);
    else servers.set(serverId, [id]);
  }
  return servers;
}

function compare(one: bigint, other: bigint): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
