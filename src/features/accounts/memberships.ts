import { Not } from 'typeorm';
import type { Tx } from '../../platform/database/database.js';
import { MemberServer } from './member-server.entity.js';
import { Member, type MemberKey } from './member.entity.js';
import { LastOwner, NeverLimited } from './members.refusals.js';
import { Organization } from './organization.entity.js';
import { isEverLimited, type Role } from './policy.js';

/** What a member may do, and where: null is on all mail servers, absent where it was until now. */
export interface Standing {
  readonly role: Role;
  readonly serverIds?: readonly bigint[] | null | undefined;
}

/** Holds the organization until the transaction ends: memberships are changed one after the other. */
export async function lockMember({ manager }: Tx, key: MemberKey): Promise<Member | null> {
  const lock = { mode: 'pessimistic_write' } as const;
  await manager.findOne(Organization, { where: { id: key.organizationId }, lock });
  return manager.findOneBy(Member, { organizationId: key.organizationId, userId: key.userId });
}

export async function requireOtherOwner(
  { manager }: Tx,
  { organizationId, userId, role }: Member,
): Promise<void> {
  if (role !== 'OWNER') return;
  const other = { organizationId, userId: Not(userId), role: 'OWNER' } as const;
  if (!(await manager.existsBy(Member, other))) throw new LastOwner();
}

/** Answers the member as it is from now on. */
export async function setStanding(
  { manager }: Tx,
  member: Member,
  { role, serverIds }: Standing,
): Promise<Member> {
  if (serverIds && !isEverLimited(role)) throw new NeverLimited();
  const isListed = serverIds === undefined ? member.isLimited : serverIds !== null;
  const isLimited = isEverLimited(role) && isListed;
  const { organizationId, userId } = member;
  await manager.update(Member, { organizationId, userId }, { role, isLimited });
  if (!isLimited || serverIds) await manager.delete(MemberServer, { organizationId, userId });
  const listed = [...new Set(serverIds ?? [])];
  if (listed.length > 0) {
    const rows = listed.map((serverId) => ({ organizationId, userId, serverId }));
    await manager.insert(MemberServer, rows);
  }
  return Object.assign(new Member(), member, { role, isLimited });
}

export async function insertMember(
  tx: Tx,
  key: MemberKey,
  standing: Standing,
  createdAt: Date,
): Promise<Member> {
  const { organizationId, userId } = key;
  const { role } = standing;
  const fresh = { organizationId, userId, role, isLimited: false, createdAt };
  await tx.manager.insert(Member, fresh);
  return setStanding(tx, Object.assign(new Member(), fresh), standing);
}
