import { randomBytes } from 'node:crypto';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { isDuplicateKey } from '../../platform/database/duplicate-key.js';
import { once } from '../../platform/database/idempotency.js';
import { findLocked } from '../../platform/database/locked.js';
import { requireRoom, type Quota } from '../../platform/database/quota.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import { randomLabel } from '../../platform/slug.js';
import type { AuditLog } from '../accounts/audit-log.service.js';
import type { Caller } from '../accounts/caller.js';
import { Organization } from '../accounts/organization.entity.js';
import { MailServer } from '../servers/mail-server.entity.js';
import { newDkimKeys, type NewKey } from './dkim-key-maker.js';
import { DkimKey } from './dkim-key.entity.js';
import { DomainCheck } from './domain-check.entity.js';
import type { DomainSettings } from './domain-settings.js';
import { Domain } from './domain.entity.js';
import { DomainExists } from './domains.refusals.js';
import { sealContext, type DomainService } from './domains.service.js';
import { senderDomainName } from './sender-domain-name.js';

export interface NewDomain {
  readonly name: string;
  /** One of the two: the organization, whose servers all may use the domain, or one mail server. */
  readonly organizationId: bigint | null;
  readonly serverId: bigint | null;
}

const FIRST_CHECK_MS = 60_000;
const SELECTOR_CHARACTERS = 6;
const SELECTOR_END = { RSA_SHA256: 'r', ED25519_SHA256: 'e' } as const;

export interface DomainRegistryParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly domains: DomainService;
  readonly audit: AuditLog;
  readonly config: DomainSettings;
}

/** Adds and removes sender domains. */
export class DomainRegistry {
  constructor(private readonly parts: DomainRegistryParts) {}

  /** The domain with its keys; it may send once the ownership check is OK. */
  async add(caller: Caller, input: NewDomain, idempotencyKey: string | null): Promise<Domain> {
    const owner = await this.requireOwner(caller, input);
    const name = senderDomainName(input.name, this.parts.config.RETURN_PATH_DOMAIN);
    const pairs = await newDkimKeys();
    return this.parts.db.transaction(async (tx) => {
      const made = { type: 'Domain', id: this.parts.ids.next() };
      const request = caller.repeatable(idempotencyKey, { ...owner, name });
      const { id, isReplay } = await once(tx, request, made, this.parts.clock);
      if (!isReplay) {
        await requireRoom(tx, domainsOf(owner.organizationId));
        await this.insert(tx, { id, name, ...owner });
        await tx.manager.insert(DkimKey, this.keysFor(id, pairs));
      }
      const domain = await tx.manager.findOneBy(Domain, { id });
      if (!domain) throw new NotFound('domain'); // made by the first request, deleted since
      if (!isReplay) await this.note(tx, caller, 'created', { domain, after: domain });
      return domain;
    });
  }

  /** Mail from it is refused from now on; what is queued goes out unsigned. */
  async delete(caller: Caller, id: bigint): Promise<bigint> {
    await this.parts.domains.require(caller, id, 'domains:manage');
    await this.parts.db.transaction(async (tx) => {
      const { manager } = tx;
      const domain = await findLocked(manager, Domain, { id }, 'domain');
      await manager.delete(DomainCheck, { domainId: id });
      await manager.delete(DkimKey, { domainId: id });
      await manager.delete(Domain, { id });
      await this.note(tx, caller, 'deleted', { domain, before: domain });
    });
    this.parts.domains.forget();
    return id;
  }

  private note(
    tx: Tx,
    caller: Caller,
    what: 'created' | 'deleted',
    { domain, ...states }: { domain: Domain; before?: Domain; after?: Domain },
  ): Promise<void> {
    const { id, organizationId, serverId } = domain;
    const subject = { type: 'Domain', id } as const;
    const action = `domain.${what}` as const;
    const entry = { action, organizationId, serverId, subject, ...states };
    return this.parts.audit.record(tx, caller, entry);
  }

  private async requireOwner(
    caller: Caller,
    { organizationId, serverId }: NewDomain,
  ): Promise<{ organizationId: bigint; serverId: bigint | null }> {
    if (serverId !== null) {
      const server = await this.parts.db.reader.findOneBy(MailServer, { id: serverId });
      const owner = server && { organizationId: server.organizationId, serverId };
      if (!owner || !caller.canIn('domains:manage', owner)) throw new NotFound('mail server');
      return owner;
    }
    const isThere =
      organizationId !== null &&
      caller.canIn('domains:manage', { organizationId }) &&
      (await this.parts.db.reader.existsBy(Organization, { id: organizationId }));
    if (!isThere) throw new NotFound('organization');
    return { organizationId, serverId: null };
  }

  private async insert(
    { manager }: Tx,
    domain: Pick<Domain, 'id' | 'name' | 'organizationId' | 'serverId'>,
  ): Promise<void> {
    const createdAt = this.parts.clock.now();
    const verificationToken = randomBytes(16).toString('hex');
    const checkDueAt = new Date(createdAt.getTime() + FIRST_CHECK_MS);
    try {
      await manager.insert(Domain, { ...domain, verificationToken, checkDueAt, createdAt });
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainExists(domain.name);
      throw error;
    }
  }

  private keysFor(domainId: bigint, pairs: readonly NewKey[]) {
    const stem = `${this.parts.config.DKIM_SELECTOR}-${randomLabel(SELECTOR_CHARACTERS)}`;
    return pairs.map(({ algorithm, publicKey, privateKey }) => ({
      id: this.parts.ids.next(),
      domainId,
      algorithm,
      selector: `${stem}${SELECTOR_END[algorithm]}`,
      publicKey,
      privateKeyEncrypted: this.parts.secrets.seal(privateKey, sealContext(domainId)),
      createdAt: this.parts.clock.now(),
    }));
  }
}

/** Those that it shares and those of its mail servers. */
function domainsOf(organizationId: bigint): Quota<Organization, Domain> {
  return {
    owner: { entity: Organization, where: { id: organizationId } },
    counted: { entity: Domain, where: { organizationId } },
    what: 'domains in an organization',
    limit: LIMITS.domainsPerOrganization,
  };
}
