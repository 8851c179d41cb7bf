import { randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { isDuplicateKey } from '../../platform/database/duplicate-key.js';
import { once } from '../../platform/database/idempotency.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import { randomLabel } from '../../platform/slug.js';
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

/** Adds and removes sender domains. */
export class DomainRegistry {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly domains: DomainService,
    private readonly settings: DomainSettings,
  ) {}

  /** The domain with its keys; it may send once the ownership check is OK. */
  async add(caller: Caller, input: NewDomain, idempotencyKey: string | null): Promise<Domain> {
    const owner = await this.requireOwner(caller, input);
    const name = senderDomainName(input.name, this.settings.RETURN_PATH_DOMAIN);
    const pairs = await newDkimKeys();
    return this.db.transaction(async (tx) => {
      const made = { type: 'Domain', id: this.ids.next() };
      const request = caller.repeatable(idempotencyKey, { ...owner, name });
      const { id, isReplay } = await once(tx, request, made, this.clock);
      if (!isReplay) {
        await this.insert(tx, { id, name, ...owner });
        await tx.manager.insert(DkimKey, this.keysFor(id, pairs));
      }
      const domain = await tx.manager.findOneBy(Domain, { id });
      if (!domain) throw new NotFound('domain'); // made by the first request, deleted since
      return domain;
    });
  }

  /** Mail from it is refused from now on; what is queued goes out unsigned. */
  async delete(caller: Caller, id: bigint): Promise<bigint> {
    await this.domains.require(caller, id, 'domains:manage');
    await this.db.transaction(async ({ manager }) => {
      await manager.delete(DomainCheck, { domainId: id });
      await manager.delete(DkimKey, { domainId: id });
      await manager.delete(Domain, { id });
    });
    this.domains.forget();
    return id;
  }

  private async requireOwner(
    caller: Caller,
    { organizationId, serverId }: NewDomain,
  ): Promise<{ organizationId: bigint; serverId: bigint | null }> {
    if (serverId !== null) {
      const server = await this.db.reader.findOneBy(MailServer, { id: serverId });
      const owner = server && { organizationId: server.organizationId, serverId };
      if (!owner || !caller.canIn('domains:manage', owner)) throw new NotFound('mail server');
      return owner;
    }
    const isThere =
      organizationId !== null &&
      caller.canIn('domains:manage', { organizationId }) &&
      (await this.db.reader.existsBy(Organization, { id: organizationId }));
    if (!isThere) throw new NotFound('organization');
    return { organizationId, serverId: null };
  }

  private async insert(
    { manager }: Tx,
    domain: Pick<Domain, 'id' | 'name' | 'organizationId' | 'serverId'>,
  ): Promise<void> {
    const createdAt = this.clock.now();
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
    const stem = `${this.settings.DKIM_SELECTOR}-${randomLabel(SELECTOR_CHARACTERS)}`;
    return pairs.map(({ algorithm, publicKey, privateKey }) => ({
      id: this.ids.next(),
      domainId,
      algorithm,
      selector: `${stem}${SELECTOR_END[algorithm]}`,
      publicKey,
      privateKeyEncrypted: this.secrets.seal(privateKey, sealContext(domainId)),
      createdAt: this.clock.now(),
    }));
  }
}
