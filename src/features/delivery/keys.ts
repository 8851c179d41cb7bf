import type { RowKey } from '../../platform/database/row-key.js';

/** A condition on primary keys, with its parameters. */
export interface KeyCondition {
  readonly sql: string;
  readonly parameters: readonly bigint[];
}

/**
 * `(server_id = ? AND id IN (?, …)) OR …`, sorted, so that every statement takes its row locks in the
 * same order. MariaDB reads this as ranges of the primary key, which it does not for pairs in an IN.
 */
export function keyCondition(keys: readonly RowKey[], column: string): KeyCondition {
  const parts: string[] = [];
  const parameters: bigint[] = [];
  for (const [serverId, ids] of byServer(keys)) {
    parts.push(`(server_id = ? AND ${column} IN (${ids.map(() => '?').join(',')}))`);
    parameters.push(serverId, ...ids);
  }
  return { sql: `(${parts.join(' OR ')})`, parameters };
}

export function compareKeys(one: RowKey, other: RowKey): number {
  return (
    compare(one.serverId, other.serverId) || compare(one.id, other.id)
  );
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
