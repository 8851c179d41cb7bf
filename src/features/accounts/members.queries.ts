import type { EntityManager } from 'typeorm';
import type { Keyset } from '../../platform/database/keyset.js';
import { sqlOf } from '../../platform/database/sql.js';
import { Member } from './member.entity.js';

/** One page of the members of each organization, oldest users first, by organization id, in two statements. */
export async function readMemberPages(
  manager: EntityManager,
  organizationIds: readonly bigint[],
  keyset: Keyset,
): Promise<ReadonlyMap<string, Member[]>> {
  if (organizationIds.length === 0) return new Map();
  const { sql, bounds } = onePage(keyset);
  const keys = await sqlOf(manager).query<{ organization_id: string; user_id: string }[]>(
    organizationIds.map(() => sql).join(' UNION ALL '),
    organizationIds.flatMap((id) => [id, ...bounds]),
  );
  const where = keys.map((key) => ({
    organizationId: BigInt(key.organization_id),
    userId: BigInt(key.user_id),
  }));
  const members = where.length === 0 ? [] : await manager.findBy(Member, where);
  members.sort((a, b) => (a.userId < b.userId === keyset.fromEnd ? 1 : -1));
  return Map.groupBy(members, ({ organizationId }) => String(organizationId));
}

function onePage({ after, before, limit, fromEnd }: Keyset): { sql: string; bounds: bigint[] } {
  const conditions = [
    'm.organization_id = ?',
    ...(after === null ? [] : ['m.user_id > ?']),
    ...(before === null ? [] : ['m.user_id < ?']),
  ];
  return {
    sql: `(SELECT m.organization_id, m.user_id FROM members m WHERE ${conditions.join(' AND ')} ORDER BY m.user_id ${fromEnd ? 'DESC' : 'ASC'} LIMIT ${limit})`,
    bounds: [after, before].filter((bound) => bound !== null),
  };
}
