import { In, IsNull, MoreThan, Or } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { once } from '../../platform/database/idempotency.js';
import { idWithin, inOrder, type Keyset } from '../../platform/database/keyset.js';
import { requireRoom, type Quota } from '../../platform/database/quota.js';
import { findMade } from '../../platform/database/locked.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import { AccessToken, newTokenSecret } from './access-token.entity.js';
import { PersonRequired, TokenExpiryPassed } from './accounts.refusals.js';
import { canonicalNetworks } from './allowed-networks.js';
import type { AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import type { OrganizationService } from './organizations.service.js';
import type { Permission } from './policy.js';
import { User } from './user.entity.js';

export interface NewAccessToken {
  readonly name: string;
  readonly scopes: readonly Permission[];
  /** Restricts the token to one organization. */
  readonly organizationId: bigint | null;
  readonly expiresAt: Date | null;
  /** Whether it may run only documents that its organizations keep. */
  readonly documentsOnly: boolean;
  /** From where alone it may be used; null for anywhere. */
  readonly allowedNetworks: readonly string[] | null;
}

/** The access tokens of a person. They are made and revoked in a session only, never by a token. */
export class AccessTokenService {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly organizations: OrganizationService,
    private readonly audit: AuditLog,
  ) {}

  /** The secret is told this once; a repeated request gets the token without it. */
  async create(
    caller: Caller,
    input: NewAccessToken,
    idempotencyKey: string | null,
  ): Promise<{ token: AccessToken; secret: string | null }> {
    const userId = personOf(caller);
    const { organizationId, expiresAt } = input;
    if (expiresAt && expiresAt <= this.clock.now()) throw new TokenExpiryPassed();
    if (organizationId !== null) {
      await this.organizations.require(caller, organizationId, 'organizations:read');
    }
    const allowedNetworks = canonicalNetworks(input.allowedNetworks);
    const { secret, ...means } = newTokenSecret(this.secrets);
    const fresh = { ...input, ...means, scopes: [...input.scopes], allowedNetworks, userId };

    return this.db.transaction(async (tx) => {
      const made = { type: 'AccessToken', id: this.ids.next() };
      const { id, isReplay } = await once(
        tx,
        caller.repeatable(idempotencyKey, input),
        made,
        this.clock,
      );
      if (!isReplay) {
        await requireRoom(tx, tokensOf(userId, this.clock.now()));
        await tx.manager.insert(AccessToken, { ...fresh, id, createdAt: this.clock.now() });
      }
      const token = await findMade(tx.manager, AccessToken, { id, userId }, 'access token');
      if (!isReplay) await this.note(tx, caller, 'created', { after: token });
      return { token, secret: isReplay ? null : secret };
    });
  }

  /** Holds from the next request on. */
  async revoke(caller: Caller, id: bigint): Promise<AccessToken> {
    const own = { id, userId: personOf(caller) };
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const before = await tx.manager.findOne(AccessToken, { where: own, lock });
      if (!before) throw new NotFound('access token');
      const state = { revokedAt: before.revokedAt ?? this.clock.now() };
      await tx.manager.update(AccessToken, own, state);
      const after = Object.assign(new AccessToken(), before, state);
      await this.note(tx, caller, 'revoked', { before, after });
      return after;
    });
  }

  /** The caller's own tokens, oldest first. */
  async list(caller: Caller, keyset: Keyset): Promise<AccessToken[]> {
    if (caller.identity.kind !== 'user') return [];
    const where = { userId: caller.identity.userId, ...idWithin(keyset) };
    return this.db.reader.find(AccessToken, { where, ...inOrder(keyset) });
  }

  /** The caller's own tokens among `ids`, and those of organizations that the caller may see; others are silently absent. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<AccessToken[]> {
    if (ids.length === 0) return [];
    const tokens = await this.db.reader.findBy(AccessToken, { id: In([...ids]) });
    return tokens.filter((token) => maySee(caller, token));
  }

  private note(
    tx: Tx,
    caller: Caller,
    what: 'created' | 'revoked',
    states: { readonly before?: AccessToken; readonly after: AccessToken },
  ): Promise<void> {
    const { id, organizationId } = states.after;
    const subject = { type: 'AccessToken', id } as const;
    const action = `accessToken.${what}` as const;
    return this.audit.record(tx, caller, { action, organizationId, subject, ...states });
  }
}

/** Those revoked or past their expiry take no place. */
function tokensOf(userId: bigint, now: Date): Quota<User, AccessToken> {
  const live = { userId, revokedAt: IsNull(), expiresAt: Or(IsNull(), MoreThan(now)) };
  return {
    owner: { entity: User, where: { id: userId } },
    counted: { entity: AccessToken, where: live },
    what: 'access tokens of a user',
    limit: LIMITS.accessTokensPerUser,
  };
}

function personOf({ identity }: Caller): bigint {
  if (identity.kind !== 'user' || identity.sessionId === null) throw new PersonRequired();
  return identity.userId;
}

function maySee(caller: Caller, { userId, organizationId }: AccessToken): boolean {
  const { identity } = caller;
  if (userId !== null) return identity.kind === 'user' && identity.userId === userId;
  return organizationId !== null && caller.canIn('tokens:read', { organizationId });
}
