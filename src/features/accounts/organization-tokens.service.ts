import { IsNull, MoreThan, Or } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { once } from '../../platform/database/idempotency.js';
import { readIdPages } from '../../platform/database/id-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import { requireRoom, type Quota } from '../../platform/database/quota.js';
import { findMade } from '../../platform/database/locked.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import { AccessToken, newTokenSecret } from './access-token.entity.js';
import { ScopeNotHeld, TokenExpiryPassed } from './accounts.refusals.js';
import { canonicalNetworks } from './allowed-networks.js';
import type { AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import { Organization } from './organization.entity.js';
import type { OrganizationService } from './organizations.service.js';
import type { Permission } from './policy.js';

export interface NewOrganizationToken {
  readonly organizationId: bigint;
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly expiresAt: Date | null;
  /** Whether it may run only documents that the organization keeps. */
  readonly documentsOnly: boolean;
  readonly allowedNetworks: readonly string[] | null;
}

export interface OrganizationTokenParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly organizations: OrganizationService;
  readonly audit: AuditLog;
}

/** Access tokens that belong to an organization: they stay when whoever made them leaves. */
export class OrganizationTokenService {
  constructor(private readonly parts: OrganizationTokenParts) {}

  /** Nobody gives away more than they have there. The secret is told this once. */
  async create(
    caller: Caller,
    input: NewOrganizationToken,
    idempotencyKey: string | null,
  ): Promise<{ token: AccessToken; secret: string | null }> {
    const { db, secrets, ids, clock, organizations } = this.parts;
    const { organizationId, expiresAt } = input;
    await organizations.require(caller, organizationId, 'tokens:manage');
    const missing = input.scopes.find((scope) => !caller.canIn(scope, { organizationId }));
    if (missing !== undefined) throw new ScopeNotHeld(missing);
    if (expiresAt && expiresAt <= clock.now()) throw new TokenExpiryPassed();
    const allowedNetworks = canonicalNetworks(input.allowedNetworks);
    const { secret, ...means } = newTokenSecret(secrets);

    return db.transaction(async (tx) => {
      const made = { type: 'AccessToken', id: ids.next() };
      const repeatable = caller.repeatable(idempotencyKey, input);
      const { id, isReplay } = await once(tx, repeatable, made, clock);
      const own = { id, organizationId, userId: IsNull() };
      if (!isReplay) {
        await requireRoom(tx, tokensOf(organizationId, clock.now()));
        const scopes = [...input.scopes];
        const fresh = { ...input, ...means, id, userId: null, scopes, allowedNetworks };
        await tx.manager.insert(AccessToken, { ...fresh, createdAt: clock.now() });
      }
      const token = await findMade(tx.manager, AccessToken, own, 'access token');
      if (!isReplay) await this.note(tx, caller, 'created', { after: token });
      return { token, secret: isReplay ? null : secret };
    });
  }

  /** Holds from the next request on. */
  async revoke(caller: Caller, id: bigint): Promise<AccessToken> {
    const { db, clock } = this.parts;
    return db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const where = { id, userId: IsNull() };
      const before = await tx.manager.findOne(AccessToken, { where, lock });
      const organizationId = before?.organizationId ?? 0n;
      if (!before || !caller.canIn('tokens:manage', { organizationId })) {
        throw new NotFound('access token');
      }
      const state = { revokedAt: before.revokedAt ?? clock.now() };
      await tx.manager.update(AccessToken, where, state);
      const after = Object.assign(new AccessToken(), before, state);
      await this.note(tx, caller, 'revoked', { before, after });
      return after;
    });
  }

  /** One page of the tokens of each organization, oldest first, by organization id. */
  listOfOrganizations(
    caller: Caller,
    organizationIds: readonly bigint[],
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly AccessToken[]>> {
    const lists = organizationIds
      .filter((organizationId) => caller.canIn('tokens:read', { organizationId }))
      .map((parent) => ({
        parent,
        sql: 't.organization_id = ? AND t.user_id IS NULL',
        parameters: [parent],
      }));
    return readIdPages(this.parts.db.reader, AccessToken, lists, keyset);
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
    return this.parts.audit.record(tx, caller, { action, organizationId, subject, ...states });
  }
}

/** Those revoked or past their expiry take no place. */
function tokensOf(organizationId: bigint, now: Date): Quota<Organization, AccessToken> {
  const own = { organizationId, userId: IsNull() };
  const live = { ...own, revokedAt: IsNull(), expiresAt: Or(IsNull(), MoreThan(now)) };
  return {
    owner: { entity: Organization, where: { id: organizationId } },
    counted: { entity: AccessToken, where: live },
    what: 'access tokens of an organization',
    limit: LIMITS.accessTokensPerOrganization,
  };
}
