import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { NotFound } from '../refusal.js';

/** The row as it is, locked until the transaction ends: what it was before a change. Not found when it has gone meanwhile. */
export async function findLocked<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
  what: string,
): Promise<T> {
  const found = await manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });
  if (!found) throw new NotFound(what);
  return found;
}

/** What was made, now or by the request that is repeated here: since then it may have gone. */
export async function findMade<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
  what: string,
): Promise<T> {
  const found = await manager.findOneBy(entity, where);
  if (!found) throw new NotFound(what);
  return found;
}
