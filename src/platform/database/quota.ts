import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { QuotaReached } from '../refusal.js';
import type { Tx } from './database.js';
import { findLocked } from './locked.js';

/** Rows of one kind: those of an owner, or the owner itself. */
interface Rows<T extends ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  readonly where: FindOptionsWhere<T>;
}

/** How many rows there may be below one owner, and what people call them. */
export interface Quota<Owner extends ObjectLiteral, T extends ObjectLiteral> {
  readonly owner: Rows<Owner>;
  readonly counted: Rows<T>;
  readonly what: string;
  readonly limit: number;
}

/**
 * Refuses when there are as many as there may be. To be asked before the insert: the owner's row stays
 * locked until the transaction ends, so two requests cannot both take the last place.
 */
export async function requireRoom<Owner extends ObjectLiteral, T extends ObjectLiteral>(
  { manager }: Tx,
  { owner, counted, what, limit }: Quota<Owner, T>,
): Promise<void> {
  await findLocked(manager, owner.entity, owner.where, 'owner');
  const count = await manager.countBy(counted.entity, counted.where);
  if (count >= limit) throw new QuotaReached(what, limit);
}
