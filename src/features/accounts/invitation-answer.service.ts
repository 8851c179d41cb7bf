import { MoreThan } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { isDuplicateKey } from '../../platform/database/duplicate-key.js';
import type { IdSource } from '../../platform/ids.js';
import { hashPassword } from '../../platform/passwords.js';
import type { Secrets } from '../../platform/secrets.js';
import type { AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import { Invitation } from './invitation.entity.js';
import { AccountNeeded, InvitationNotUsable, OtherAccount } from './invitations.refusals.js';
import { insertMember, lockMember, type Standing } from './memberships.js';
import type { Member } from './member.entity.js';
import type { ServerDirectory } from './server-directory.js';
import type { SignInMethods } from './sign-in-methods.js';
import { User } from './user.entity.js';
import { AlreadyMember } from './users.refusals.js';

/** Who accepts: the user who is signed in, or a new one with a name and, unless passwords are off, a password. */
export interface NewAccount {
  readonly name: string;
  readonly password: string | null;
}

export interface AnswerParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly directory: ServerDirectory;
  readonly signInMethods: Pick<SignInMethods, 'password'>;
}

/** Accepts invitations; whoever has the token got it by mail, so that the address is theirs. */
export class InvitationAnswerService {
  constructor(private readonly parts: AnswerParts) {}

  /** Uses the token up and makes the member; with an account, when the address has none. */
  async accept(caller: Caller, token: string, account: NewAccount | null): Promise<Member> {
    const { db, clock, directory } = this.parts;
    const unused = { secretHash: this.parts.secrets.hash(token) };
    const live = { ...unused, expiresAt: MoreThan(clock.now()) };
    const found = await db.reader.findOneBy(Invitation, live);
    if (!found) throw new InvitationNotUsable();
    const owner = await db.reader.findOneBy(User, { email: found.email });
    if (owner) requireSelf(caller, owner);
    const fresh = owner ? null : await this.newUser(found.email, account);
    const serverIds = await this.serversOf(found, directory);

    return db.transaction(async (tx) => {
      const used = await tx.manager.delete(Invitation, live);
      if (used.affected !== 1) throw new InvitationNotUsable();
      if (fresh) await this.insertUser(tx, caller, fresh);
      const userId = (owner ?? fresh)?.id;
      if (userId === undefined) throw new AccountNeeded();
      return this.join(tx, caller, found, { userId, serverIds });
    });
  }

  private async newUser(email: string, account: NewAccount | null): Promise<User> {
    const { ids, clock, signInMethods } = this.parts;
    if (!account || (signInMethods.password && account.password === null))
      throw new AccountNeeded();
    const { name } = account;
    const password = signInMethods.password ? account.password : null;
    const passwordHash = password === null ? null : await hashPassword(password);
    const fresh = { id: ids.next(), email, name, passwordHash, isAdmin: false };
    return Object.assign(new User(), { ...fresh, createdAt: clock.now() });
  }

  private async insertUser(tx: Tx, caller: Caller, user: User): Promise<void> {
    try {
      await tx.manager.insert(User, user);
    } catch (error) {
      throw isDuplicateKey(error) ? new OtherAccount() : error; // another invitation was accepted just now
    }
    const subject = { type: 'User', id: user.id } as const;
    const entry = { action: 'user.created', organizationId: null, subject, after: user } as const;
    await this.parts.audit.record(tx, caller, entry);
  }

  private async join(
    tx: Tx,
    caller: Caller,
    { organizationId, role }: Invitation,
    { userId, serverIds }: { userId: bigint; serverIds: Standing['serverIds'] },
  ): Promise<Member> {
    const key = { organizationId, userId };
    if (await lockMember(tx, key)) throw new AlreadyMember();
    const member = await insertMember(tx, key, { role, serverIds }, this.parts.clock.now());
    await this.parts.audit.record(tx, caller, {
      action: 'invitation.accepted',
      organizationId,
      subject: { type: 'Member', id: `${organizationId}.${userId}` },
      after: { userId, role, serverIds },
    });
    return member;
  }

  /** Mail servers that went away since are left out; the limit stays. */
  private async serversOf(
    { organizationId, serverIds }: Invitation,
    directory: ServerDirectory,
  ): Promise<bigint[] | null> {
    if (serverIds === null) return null;
    const known = new Set(await directory.listIdsOfOrganization(organizationId));
    return serverIds.map(BigInt).filter((id) => known.has(id));
  }
}

function requireSelf({ identity }: Caller, owner: User): void {
  const isSelf = identity.kind === 'user' && identity.userId === owner.id;
  if (!isSelf || identity.sessionId === null) throw new OtherAccount();
}
