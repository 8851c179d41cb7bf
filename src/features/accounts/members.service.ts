import { IsNull } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { once } from '../../platform/database/idempotency.js';
import { findMade } from '../../platform/database/locked.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import { AccessToken } from './access-token.entity.js';
import { OutOfScope, PersonRequired } from './accounts.refusals.js';
import type { AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import { MemberServer } from './member-server.entity.js';
import { Member, type MemberKey } from './member.entity.js';
import { OwnerRequired, OwnRoleRaised } from './members.refusals.js';
import {
  insertMember,
  lockMember,
  requireOtherOwner,
  setStanding,
  type Standing,
} from './memberships.js';
import { Organization } from './organization.entity.js';
import { ROLES, type Permission, type Role } from './policy.js';
import type { ServerDirectory } from './server-directory.js';
import { User } from './user.entity.js';
import { AlreadyMember } from './users.refusals.js';

export type MemberChange = Partial<Standing>;

export interface NewMember extends MemberKey, Standing {}

type MemberState = MemberKey & Standing;
type MemberStates =
  | { readonly before?: MemberState; readonly after: MemberState }
  | { readonly before: MemberState; readonly after?: undefined };

/**
 * Changes who may do what in an organization. Every change waits for the one before it in the same
 * organization, so that there is always an owner, and holds from the next request on.
 */
export class MemberService {
  constructor(
    private readonly db: Database,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly directory: ServerDirectory,
  ) {}

  /** For who manages the users of the installation, and so knows them; others invite. */
  async add(caller: Caller, input: NewMember, idempotencyKey: string | null): Promise<Member> {
    const { organizationId, userId, serverIds } = input;
    if (!caller.canEverywhere('users:manage')) throw new OutOfScope();
    if (!caller.canIn('members:manage', { organizationId })) throw new NotFound('organization');
    await this.requireServers(organizationId, serverIds ?? []);
    return this.db.transaction(async (tx) => {
      const request = caller.repeatable(idempotencyKey, input);
      const made = { type: 'Member', id: this.ids.next() };
      const { isReplay } = await once(tx, request, made, this.clock);
      if (!isReplay) await this.insert(tx, caller, input);
      return findMade(tx.manager, Member, { organizationId, userId }, 'member');
    });
  }

  async update(caller: Caller, key: MemberKey, change: MemberChange): Promise<Member> {
    await this.requireServers(key.organizationId, change.serverIds ?? []);
    return this.changing(caller, key, async (tx, before) => {
      const { serverIds, role = before.role } = change;
      if (isOwn(caller, before) && isAbove(role, before.role)) throw new OwnRoleRaised();
      if (role === 'OWNER') requireOwner(caller, key);
      if (role !== 'OWNER') await requireOtherOwner(tx, before);
      const after = await setStanding(tx, before, { role, serverIds });
      const states = { before, after: Object.assign(new Member(), after, { serverIds }) };
      await this.note(tx, caller, 'updated', states);
      return after;
    });
  }

  /** The user keeps the account; access tokens for this organization end. */
  remove(caller: Caller, key: MemberKey): Promise<Member> {
    return this.changing(caller, key, async (tx, member) => {
      await this.end(tx, member);
      await this.note(tx, caller, 'removed', { before: member });
      return member;
    });
  }

  /** Whoever signed in may go, whatever the role. */
  async leave(caller: Caller, organizationId: bigint): Promise<void> {
    const { identity } = caller;
    if (identity.kind !== 'user' || identity.sessionId === null) throw new PersonRequired();
    const { userId } = identity;
    await this.db.transaction(async (tx) => {
      const member = await lockMember(tx, { organizationId, userId });
      if (!member) throw new NotFound('organization');
      await this.end(tx, member);
      await this.note(tx, caller, 'left', { before: member });
    });
  }

  /** The member becomes an owner; the caller, if one, an administrator of the organization. */
  transferOwnership(caller: Caller, key: MemberKey): Promise<Member> {
    const transfer = async (tx: Tx, before: Member) => {
      requireOwner(caller, key);
      const after = await setStanding(tx, before, { role: 'OWNER' });
      await this.note(tx, caller, 'becameOwner', { before, after });
      if (!isOwn(caller, before)) await this.stepDown(tx, caller, key.organizationId);
      return after;
    };
    return this.changing(caller, key, transfer, 'owners:manage');
  }

  private async stepDown(tx: Tx, caller: Caller, organizationId: bigint): Promise<void> {
    const { identity } = caller;
    if (identity.kind !== 'user') return;
    const own = { organizationId, userId: identity.userId };
    const before = await tx.manager.findOneBy(Member, { ...own, role: 'OWNER' });
    if (!before) return;
    const after = await setStanding(tx, before, { role: 'ADMIN' });
    await this.note(tx, caller, 'gaveOwnershipAway', { before, after });
  }

  private async insert(tx: Tx, caller: Caller, input: NewMember): Promise<void> {
    const { organizationId, userId } = input;
    if (!(await tx.manager.existsBy(User, { id: userId }))) throw new NotFound('user');
    if (await lockMember(tx, input)) throw new AlreadyMember();
    if (!(await tx.manager.existsBy(Organization, { id: organizationId }))) {
      throw new NotFound('organization');
    }
    await insertMember(tx, input, input, this.clock.now());
    await this.note(tx, caller, 'added', { after: input });
  }

  private async changing(
    caller: Caller,
    key: MemberKey,
    change: (tx: Tx, member: Member) => Promise<Member>,
    permission: Permission = 'members:manage',
  ): Promise<Member> {
    const { organizationId } = key;
    return this.db.transaction(async (tx) => {
      const isAllowed = caller.canIn(permission, { organizationId });
      const member = isAllowed ? await lockMember(tx, key) : null;
      if (!member) throw new NotFound('member');
      if (member.role === 'OWNER') requireOwner(caller, key);
      return change(tx, member);
    });
  }

  private async end(tx: Tx, member: Member): Promise<void> {
    await requireOtherOwner(tx, member);
    const { organizationId, userId } = member;
    await tx.manager.delete(MemberServer, { organizationId, userId });
    await tx.manager.delete(Member, { organizationId, userId });
    const live = { organizationId, userId, revokedAt: IsNull() };
    await tx.manager.update(AccessToken, live, { revokedAt: this.clock.now() });
  }

  private note(tx: Tx, caller: Caller, what: string, states: MemberStates): Promise<void> {
    const { organizationId, userId } = states.after ?? states.before;
    const subject = { type: 'Member', id: `${organizationId}.${userId}` } as const;
    return this.audit.record(tx, caller, {
      action: `member.${what}`,
      organizationId,
      subject,
      ...states,
    });
  }

  private async requireServers(organizationId: bigint, ids: readonly bigint[]): Promise<void> {
    if (ids.length === 0) return;
    const known = new Set(await this.directory.listIdsOfOrganization(organizationId));
    if (!ids.every((id) => known.has(id))) throw new NotFound('mail server');
  }
}

function requireOwner(caller: Caller, { organizationId }: MemberKey): void {
  if (!caller.canIn('owners:manage', { organizationId })) throw new OwnerRequired();
}

function isOwn({ identity }: Caller, { userId }: Member): boolean {
  return identity.kind === 'user' && identity.userId === userId;
}

/** Roles are listed from the highest to the lowest. */
function isAbove(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(other);
}
