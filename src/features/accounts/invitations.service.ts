import { LessThanOrEqual } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { isDuplicateKey } from '../../platform/database/duplicate-key.js';
import { once } from '../../platform/database/idempotency.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import type { AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import { invitationMail } from './invitation-mail.js';
import { Invitation } from './invitation.entity.js';
import { AlreadyInvited, TooManyInvitations } from './invitations.refusals.js';
import { Member } from './member.entity.js';
import { NeverLimited, OwnerRequired } from './members.refusals.js';
import type { Standing } from './memberships.js';
import type { OrganizationService } from './organizations.service.js';
import { Organization } from './organization.entity.js';
import { isEverLimited } from './policy.js';
import type { Postman } from './postman.js';
import type { ServerDirectory } from './server-directory.js';
import { User } from './user.entity.js';
import { AlreadyMember } from './users.refusals.js';

export interface NewInvitation extends Standing {
  readonly organizationId: bigint;
  readonly email: string;
}

export interface InvitationParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly organizations: Pick<OrganizationService, 'require'>;
  readonly directory: ServerDirectory;
  readonly postman: Postman;
  readonly publicUrl: string | null;
}

/**
 * Invites people by mail. The answer is the same whether the address has an account or not. The token
 * is in the mail alone; what is stored is a keyed hash.
 */
export class InvitationService {
  constructor(private readonly parts: InvitationParts) {}

  /** The mail is accepted for delivery when this resolves; a repetition makes up for a mail that was not. */
  async invite(
    caller: Caller,
    input: NewInvitation,
    idempotencyKey: string | null,
  ): Promise<Invitation> {
    const { db, ids, clock } = this.parts;
    await this.requireInviter(caller, input);
    const invitation = await db.transaction(async (tx) => {
      const made = { type: 'Invitation', id: ids.next() };
      const request = caller.repeatable(idempotencyKey, input);
      const { id, isReplay } = await once(tx, request, made, clock);
      if (!isReplay) await this.insert(tx, caller, id, input);
      return tx.manager.findOneBy(Invitation, { id, organizationId: input.organizationId });
    });
    if (!invitation) throw new NotFound('invitation'); // answered since
    return invitation.sentAt ? invitation : this.send(invitation);
  }

  /** With a new token; the one before holds no more. */
  async resend(caller: Caller, id: bigint): Promise<Invitation> {
    const { db, clock } = this.parts;
    const invitation = await db.transaction(async (tx) => {
      const found = await this.requireOwn(tx, caller, id);
      const again = new Date(clock.now().getTime() - LIMITS.invitationPauseMs);
      if (found.sentAt && found.sentAt > again) {
        throw new TooManyInvitations('This invitation was sent a moment ago');
      }
      await tx.manager.update(Invitation, { id }, { sentAt: null });
      await this.note(tx, caller, 'resent', { after: found });
      return found;
    });
    return this.send(invitation);
  }

  async revoke(caller: Caller, id: bigint): Promise<Invitation> {
    return this.parts.db.transaction(async (tx) => {
      const invitation = await this.requireOwn(tx, caller, id);
      await tx.manager.delete(Invitation, { id });
      await this.note(tx, caller, 'revoked', { before: invitation });
      return invitation;
    });
  }

  private async requireInviter(caller: Caller, input: NewInvitation): Promise<void> {
    const { organizations, directory } = this.parts;
    const { organizationId, role, serverIds } = input;
    await organizations.require(caller, organizationId, 'members:manage');
    if (role === 'OWNER' && !caller.canIn('owners:manage', { organizationId })) {
      throw new OwnerRequired();
    }
    if (!serverIds) return;
    if (!isEverLimited(role)) throw new NeverLimited();
    const known = new Set(await directory.listIdsOfOrganization(organizationId));
    if (!serverIds.every((one) => known.has(one))) throw new NotFound('mail server');
  }

  private async insert(
    tx: Tx,
    caller: Caller,
    id: bigint,
    { organizationId, role, ...input }: NewInvitation,
  ): Promise<void> {
    const { manager } = tx;
    const email = input.email.toLowerCase();
    const now = this.parts.clock.now();
    await manager.delete(Invitation, { organizationId, expiresAt: LessThanOrEqual(now) });
    const user = await manager.findOneBy(User, { email });
    if (user && (await manager.existsBy(Member, { organizationId, userId: user.id }))) {
      throw new AlreadyMember();
    }
    if ((await manager.countBy(Invitation, { organizationId })) >= LIMITS.openInvitations) {
      throw new TooManyInvitations(`At most ${LIMITS.openInvitations} invitations may be open`);
    }
    const serverIds = input.serverIds ? input.serverIds.map(String) : null;
    const unsent = { secretHash: this.newToken().secretHash, sentAt: null, expiresAt: now };
    const values = { id, organizationId, email, role, serverIds, ...unsent, createdAt: now };
    const invitation = Object.assign(new Invitation(), values);
    try {
      await manager.insert(Invitation, invitation);
    } catch (error) {
      throw isDuplicateKey(error) ? new AlreadyInvited() : error;
    }
    await this.note(tx, caller, 'created', { after: invitation });
  }

  /** Outside of any transaction: a mail is sent only for a token that holds. */
  private async send(invitation: Invitation): Promise<Invitation> {
    const { db, clock, postman, publicUrl } = this.parts;
    const { id, organizationId, email: to } = invitation;
    const { token, secretHash } = this.newToken();
    const sentAt = clock.now();
    const expiresAt = new Date(sentAt.getTime() + LIMITS.invitationDays * 86_400_000);
    await db.reader.update(Invitation, { id }, { secretHash, expiresAt });
    const { name } = await db.reader.findOneByOrFail(Organization, { id: organizationId });
    const mail = invitationMail({ to, organization: name, token, publicUrl, expiresAt });
    const idempotencyKey = `invitation ${secretHash.toString('hex')}`;
    await postman.send({ ...mail, idempotencyKey });
    await db.reader.update(Invitation, { id, secretHash }, { sentAt });
    return Object.assign(new Invitation(), invitation, { secretHash, expiresAt, sentAt });
  }

  private newToken(): { token: string; secretHash: Buffer } {
    const token = this.parts.secrets.newSecret('phn');
    return { token, secretHash: this.parts.secrets.hash(token) };
  }

  private async requireOwn({ manager }: Tx, caller: Caller, id: bigint): Promise<Invitation> {
    const lock = { mode: 'pessimistic_write' } as const;
    const invitation = await manager.findOne(Invitation, { where: { id }, lock });
    if (!invitation || !caller.canIn('members:manage', invitation)) {
      throw new NotFound('invitation');
    }
    if (invitation.role === 'OWNER' && !caller.canIn('owners:manage', invitation)) {
      throw new OwnerRequired();
    }
    return invitation;
  }

  private note(
    tx: Tx,
    caller: Caller,
    what: string,
    states: { readonly before?: Invitation; readonly after?: Invitation },
  ): Promise<void> {
    const { id = null, organizationId = null } = states.after ?? states.before ?? {};
    const subject = { type: 'Invitation', id } as const;
    const action = `invitation.${what}` as const;
    return this.parts.audit.record(tx, caller, { action, organizationId, subject, ...states });
  }
}
