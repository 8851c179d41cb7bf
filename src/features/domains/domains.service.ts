import { createPrivateKey, type KeyObject } from 'node:crypto';
import { In, IsNull, Not } from 'typeorm';
import { toAsciiDomain } from '../../mail/domain-name.js';
import type { Database } from '../../platform/database/database.js';
import { readIdPages } from '../../platform/database/id-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import { NotFound } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import { TtlCache } from '../../platform/ttl-cache.js';
import type { Caller } from '../accounts/caller.js';
import type { Permission } from '../accounts/policy.js';
import { Organization } from '../accounts/organization.entity.js';
import { MailServer } from '../servers/mail-server.entity.js';
import { dnsRecordsOf, type DnsRecord } from './dns-records.js';
import { DkimKey, type DkimAlgorithm } from './dkim-key.entity.js';
import { DomainCheck } from './domain-check.entity.js';
import type { DomainSettings } from './domain-settings.js';
import { Domain } from './domain.entity.js';
import { DomainNotVerified } from './domains.refusals.js';

/** What a delivery needs to sign and to choose its envelope sender. */
export interface SigningDomain {
  readonly name: string;
  /** Under the domain when its return-path record was last seen right, else ours. */
  readonly returnPathHost: string;
  /** Keys that DNS was last seen to have; may be none. */
  readonly keys: readonly {
    readonly algorithm: DkimAlgorithm;
    readonly selector: string;
    readonly privateKey: KeyObject;
  }[];
}

const TTL_MS = 5_000;
const REMEMBERED = 10_000;

/** Answers which domains there are, who may send from them and how to sign for them. */
export class DomainService {
  private readonly verified = new TtlCache<Domain>(TTL_MS, REMEMBERED);
  private readonly signing = new TtlCache<SigningDomain>(TTL_MS, REMEMBERED);

  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly settings: DomainSettings,
  ) {}

  /**
   * The domain that answers for a message: every From and Sender address must be of a verified domain of the
   * server or its organization; a server may let a verified Sender answer for any From. No subdomain inherits.
   */
  async requireAuthenticated(
    server: MailServer,
    header: { readonly from: readonly string[]; readonly sender: readonly string[] },
  ): Promise<Domain> {
    const from = await this.firstVerified(server, header.from);
    const sender = await this.firstVerified(server, header.sender);
    const domain = from.domain ?? (server.allowSender ? sender.domain : null);
    if (domain === null) throw new DomainNotVerified(from.refused);
    if (sender.domain === null && header.sender.length > 0) {
      throw new DomainNotVerified(sender.refused);
    }
    return domain;
  }

  /** The verified domain of an address that this server may send from, or null. At most five seconds old. */
  async findVerified(server: MailServer, address: string): Promise<Domain | null> {
    const name = toAsciiDomain(domainTextOf(address));
    if (name === null) return null;
    return this.verified.get(`${server.id} ${name}`, async () => {
      const isVerified = { name, organizationId: server.organizationId, verifiedAt: Not(IsNull()) };
      const own = await this.db.reader.findOneBy(Domain, { ...isVerified, serverId: server.id });
      return own ?? this.db.reader.findOneBy(Domain, { ...isVerified, serverId: IsNull() });
    });
  }

  /** Null when the domain is gone. At most five seconds old. */
  signingDomain(domainId: bigint): Promise<SigningDomain | null> {
    return this.signing.get(domainId.toString(), () => this.readSigningDomain(domainId));
  }

  /** The domain, when the caller may do this with it. */
  async require(caller: Caller, id: bigint, permission: Permission): Promise<Domain> {
    const [domain] = await this.findLive([id]);
    if (!domain || !caller.canIn(permission, domain)) throw new NotFound('domain');
    return domain;
  }

  /** The domains among `ids` that the caller may see; others are silently absent. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<Domain[]> {
    if (ids.length === 0) return [];
    const domains = await this.findLive(ids);
    return domains.filter((domain) => mayUse(caller, domain));
  }

  /** One page of the domains that each organization shares among its servers, oldest first. */
  listOfOrganizations(
    caller: Caller,
    organizationIds: readonly bigint[],
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Domain[]>> {
    const lists = organizationIds
      .filter((organizationId) => caller.canIn('domains:read', { organizationId }))
      .map((parent) => ({
        parent,
        sql: 't.organization_id = ? AND t.server_id IS NULL',
        parameters: [parent],
      }));
    return readIdPages(this.db.reader, Domain, lists, keyset);
  }

  /**
   * One page of the domains that each server may use, its own and shared ones, oldest first; by
   * `organization.server`.
   */
  async listOfServers(
    caller: Caller,
    servers: readonly Pick<MailServer, 'id' | 'organizationId'>[],
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Domain[]>> {
    const lists = servers
      .filter(({ id, organizationId }) =>
        caller.canIn('domains:read', { organizationId, serverId: id }),
      )
      .map(({ id, organizationId }) => ({
        parent: `${organizationId}.${id}`,
        sql: 't.organization_id = ? AND (t.server_id IS NULL OR t.server_id = ?)',
        parameters: [organizationId, id],
      }));
    return readIdPages(this.db.reader, Domain, lists, keyset);
  }

  /** Signing keys of domains that the caller was given. */
  async keysOf(domainIds: readonly bigint[]): Promise<DkimKey[]> {
    const domainId = In([...domainIds]);
    return this.db.reader.find(DkimKey, { where: { domainId }, order: { id: 'ASC' } });
  }

  /** The exact records to publish. */
  recordsOf(domain: Domain, keys: readonly DkimKey[]): DnsRecord[] {
    return dnsRecordsOf(domain, keys, this.settings);
  }

  /** Latest check results of domains that the caller was given. */
  async checksOf(domainIds: readonly bigint[]): Promise<DomainCheck[]> {
    const domainId = In([...domainIds]);
    return this.db.reader.find(DomainCheck, { where: { domainId }, order: { kind: 'ASC' } });
  }

  /** To be called after a change, so that it holds in this process at once. */
  forget(): void {
    this.verified.clear();
    this.signing.clear();
  }

  /** What belongs to a deleted mail server or organization is gone with it: joins leave out what is deleted. */
  private findLive(ids: readonly bigint[]): Promise<Domain[]> {
    return this.db.reader
      .createQueryBuilder(Domain, 'd')
      .innerJoin(Organization, 'o', 'o.id = d.organizationId')
      .leftJoin(MailServer, 's', 's.id = d.serverId')
      .where('d.id IN (:...ids)', { ids: ids.map(String) })
      .andWhere('(d.serverId IS NULL OR s.id IS NOT NULL)')
      .getMany();
  }

  private async firstVerified(
    server: MailServer,
    addresses: readonly string[],
  ): Promise<{ domain: Domain | null; refused: string }> {
    let first: Domain | null = null;
    for (const address of addresses) {
      const domain = await this.findVerified(server, address);
      if (!domain) return { domain: null, refused: domainTextOf(address) };
      first ??= domain;
    }
    return { domain: first, refused: '' };
  }

  private async readSigningDomain(domainId: bigint): Promise<SigningDomain | null> {
    const { reader } = this.db;
    const domain = await reader.findOneBy(Domain, { id: domainId });
    if (!domain) return null;
    const [keys, isReturnPathOurs] = await Promise.all([
      reader.findBy(DkimKey, { domainId, seenPublishedAt: Not(IsNull()) }),
      reader.existsBy(DomainCheck, { domainId, kind: 'RETURN_PATH', lastKnown: 'OK' }),
    ]);
    const { RETURN_PATH_LABEL, RETURN_PATH_DOMAIN } = this.settings;
    return {
      name: domain.name,
      returnPathHost: isReturnPathOurs ? `${RETURN_PATH_LABEL}.${domain.name}` : RETURN_PATH_DOMAIN,
      keys: keys.map(({ algorithm, selector, privateKeyEncrypted }) => ({
        algorithm,
        selector,
        privateKey: this.openKey(domainId, privateKeyEncrypted),
      })),
    };
  }

  private openKey(domainId: bigint, sealed: Buffer): KeyObject {
    const key = this.secrets.open(sealed, sealContext(domainId));
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  }
}

/** Binds a sealed private key to its domain. */
export function sealContext(domainId: bigint): string {
  return `dkim:${domainId}`;
}

function domainTextOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** A server's own caller sees the domains that its organization shares with it, too. */
function mayUse(caller: Caller, { organizationId, serverId }: Domain): boolean {
  if (serverId !== null) return caller.canIn('domains:read', { organizationId, serverId });
  const servers = caller.serverIds('domains:read', organizationId);
  return servers === null || servers.length > 0;
}
