import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/** The row as it is, locked until the transaction ends: what it was before a change. */
export function findLocked<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
): Promise<T> {
  return manager.findOneOrFail(entity, { where, lock: { mode: 'pessimistic_write' } });
}
