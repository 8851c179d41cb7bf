import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { isDuplicateKey } from '../../platform/database/duplicate-key.js';
import { once } from '../../platform/database/idempotency.js';
import { idWithin, inOrder, type Keyset } from '../../platform/database/keyset.js';
import { findMade } from '../../platform/database/locked.js';
import type { IdSource } from '../../platform/ids.js';
import { hashPassword } from '../../platform/passwords.js';
import { NotFound } from '../../platform/refusal.js';
import { AccessToken } from './access-token.entity.js';
import { OutOfScope, PersonRequired } from './accounts.refusals.js';
import type { AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import { MemberServer } from './member-server.entity.js';
import { Member } from './member.entity.js';
import { lockMember, requireOtherOwner } from './memberships.js';
import { PasswordReset } from './password-reset.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { Session } from './session.entity.js';
import { SignInChallenge } from './sign-in-challenge.entity.js';
import { requirePasswords, type SignInMethods } from './sign-in-methods.js';
import { TotpKey } from './totp-key.entity.js';
import { User } from './user.entity.js';
import { EmailTaken, OwnAdministration } from './users.refusals.js';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** Null for somebody who signs in with the provider, or sets one by mail. */
  readonly password: string | null;
  readonly isAdministrator: boolean;
}

/** The people of the installation, as its administrators see them; and what each may change alone. */
export class UserService {
  constructor(
    private readonly db: Database,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly methods: Pick<SignInMethods, 'password'>,
  ) {}

  async create(caller: Caller, input: NewUser, idempotencyKey: string | null): Promise<User> {
    requireManager(caller);
    const { password, isAdministrator, ...named } = input;
    if (password !== null) requirePasswords(this.methods);
    const email = input.email.toLowerCase();
    const passwordHash = password === null ? null : await hashPassword(password);
    const fresh = { name: input.name, email, passwordHash, isAdmin: isAdministrator };
    return this.db.transaction(async (tx) => {
      const made = { type: 'User', id: this.ids.next() };
      const request = caller.repeatable(idempotencyKey, { ...named, isAdministrator });
      const { id, isReplay } = await once(tx, request, made, this.clock);
      if (!isReplay) {
        await unlessTaken(tx.manager.insert(User, { ...fresh, id, createdAt: this.clock.now() }));
      }
      const user = await findMade(tx.manager, User, { id }, 'user');
      if (!isReplay) await this.note(tx, caller, 'created', { after: user });
      return user;
    });
  }

  /** All users, oldest first; nobody for a caller who does not manage them. */
  async list(caller: Caller, keyset: Keyset): Promise<User[]> {
    if (!caller.canEverywhere('users:manage')) return [];
    return this.db.reader.find(User, { where: idWithin(keyset), ...inOrder(keyset) });
  }

  update(
    caller: Caller,
    id: bigint,
    change: { readonly name?: string | undefined; readonly email?: string | undefined },
  ): Promise<User> {
    requireManager(caller);
    return this.change(caller, id, { ...change, email: change.email?.toLowerCase() });
  }

  setAdministrator(caller: Caller, id: bigint, isAdmin: boolean): Promise<User> {
    requireManager(caller);
    if (!isAdmin && isSelf(caller, id)) throw new OwnAdministration();
    return this.change(caller, id, { isAdmin });
  }

  /** The caller's own name. */
  rename(caller: Caller, name: string): Promise<User> {
    const { identity } = caller;
    if (identity.kind !== 'user' || identity.sessionId === null) throw new PersonRequired();
    return this.change(caller, identity.userId, { name });
  }

  /** Sessions, access tokens and memberships end with the account, at once. */
  async delete(caller: Caller, id: bigint): Promise<User> {
    requireManager(caller);
    if (isSelf(caller, id)) throw new OwnAdministration();
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const user = await tx.manager.findOne(User, { where: { id }, lock });
      if (!user) throw new NotFound('user');
      await requireOtherOwners(tx, id);
      await removeAll(tx, id);
      await this.note(tx, caller, 'deleted', { before: user });
      return user;
    });
  }

  private change(caller: Caller, id: bigint, given: Partial<User>): Promise<User> {
    const change = Object.fromEntries(
      Object.entries<unknown>(given).filter(([, value]) => value !== undefined),
    );
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const before = await tx.manager.findOne(User, { where: { id }, lock });
      if (!before) throw new NotFound('user');
      if (Object.keys(change).length === 0) return before;
      await unlessTaken(tx.manager.update(User, { id }, change));
      const after = Object.assign(new User(), before, change);
      await this.note(tx, caller, 'updated', { before, after });
      return after;
    });
  }

  private note(
    tx: Tx,
    caller: Caller,
    what: string,
    states: { readonly before?: User; readonly after?: User },
  ): Promise<void> {
    const { id = null } = states.after ?? states.before ?? {};
    const subject = { type: 'User', id } as const;
    const action = `user.${what}` as const;
    return this.audit.record(tx, caller, { action, organizationId: null, subject, ...states });
  }
}

/** One organization after the other, in one order, so that two of these never wait for each other. */
async function requireOtherOwners(tx: Tx, userId: bigint): Promise<void> {
  const order = { organizationId: 'ASC' } as const;
  for (const key of await tx.manager.find(Member, { where: { userId }, order })) {
    const member = await lockMember(tx, key);
    if (member) await requireOtherOwner(tx, member);
  }
}

/** What only signing in uses; nobody but its own feature reads it. */
const SIGN_IN_ROWS = [
  'DELETE FROM totp_keys WHERE user_id = ?',
  'DELETE FROM recovery_codes WHERE user_id = ?',
  'DELETE FROM sign_in_challenges WHERE user_id = ?',
  'DELETE FROM password_resets WHERE user_id = ?',
  'DELETE FROM oidc_identities WHERE user_id = ?',
  'DELETE FROM email_changes WHERE user_id = ?',
];

async function removeAll({ manager }: Tx, userId: bigint): Promise<void> {
  for (const statement of SIGN_IN_ROWS) await manager.query(statement, [userId.toString()]);
  await manager.delete(MemberServer, { userId });
  await manager.delete(Member, { userId });
  await manager.delete(AccessToken, { userId });
  await manager.delete(Session, { userId });
  await manager.delete(PasswordReset, { userId });
  await manager.delete(SignInChallenge, { userId });
  await manager.delete(TotpKey, { userId });
  await manager.delete(RecoveryCode, { userId });
  await manager.delete(User, { id: userId });
}

/** An access token for one organization manages nobody. */
function requireManager(caller: Caller): void {
  if (!caller.canEverywhere('users:manage')) throw new OutOfScope();
}

function isSelf({ identity }: Caller, id: bigint): boolean {
  return identity.kind === 'user' && identity.userId === id;
}

async function unlessTaken(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    throw isDuplicateKey(error) ? new EmailTaken() : error;
  }
}
