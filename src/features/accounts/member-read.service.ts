import { In } from 'typeorm';
import type { Database } from '../../platform/database/database.js';
import { readIdPages } from '../../platform/database/id-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import type { Caller } from './caller.js';
import { Invitation } from './invitation.entity.js';
import { MemberServer } from './member-server.entity.js';
import { Member, type MemberKey } from './member.entity.js';
import { readMemberPages } from './members.queries.js';
import { User } from './user.entity.js';

/** Who belongs to the organizations that a caller may see. */
export class MemberReadService {
  constructor(private readonly db: Database) {}

  /** One page of the members of each organization, oldest users first, by organization id. */
  listOfOrganizations(
    caller: Caller,
    organizationIds: readonly bigint[],
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Member[]>> {
    const visible = organizationIds.filter((organizationId) =>
      caller.canIn('members:read', { organizationId }),
    );
    return readMemberPages(this.db.reader, visible, keyset);
  }

  /** The members among `keys` that the caller may see; others are silently absent. */
  async findByKeys(caller: Caller, keys: readonly MemberKey[]): Promise<Member[]> {
    const visible = keys.filter(({ organizationId }) =>
      caller.canIn('members:read', { organizationId }),
    );
    if (visible.length === 0) return [];
    const where = visible.map(({ organizationId, userId }) => ({ organizationId, userId }));
    return this.db.reader.findBy(Member, where);
  }

  /** One page of the open invitations of each organization, oldest first, by organization id. */
  invitationsOfOrganizations(
    caller: Caller,
    organizationIds: readonly bigint[],
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Invitation[]>> {
    const lists = organizationIds
      .filter((organizationId) => caller.canIn('members:manage', { organizationId }))
      .map((parent) => ({ parent, sql: 't.organization_id = ?', parameters: [parent] }));
    return readIdPages(this.db.reader, Invitation, lists, keyset);
  }

  /** The invitations among `ids` that the caller may see; others are silently absent. */
  async invitationsByIds(caller: Caller, ids: readonly bigint[]): Promise<Invitation[]> {
    const found = await this.db.reader.findBy(Invitation, { id: In([...ids]) });
    return found.filter((invitation) => caller.canIn('members:manage', invitation));
  }

  /** The people behind members that the caller was given. */
  usersOf(userIds: readonly bigint[]): Promise<User[]> {
    return this.db.reader.findBy(User, { id: In([...userIds]) });
  }

  /** What members that the caller was given are limited to. */
  serversOf(members: readonly MemberKey[]): Promise<MemberServer[]> {
    const where = members.map(({ organizationId, userId }) => ({ organizationId, userId }));
    return this.db.reader.find(MemberServer, { where, order: { serverId: 'ASC' } });
  }
}
