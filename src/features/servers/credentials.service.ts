import { timingSafeEqual } from 'node:crypto';
import { IsNull, LessThanOrEqual, Or } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import type { Secrets } from '../../platform/secrets.js';
import { TtlCache } from '../../platform/ttl-cache.js';
import { isAllowedFrom } from '../accounts/allowed-networks.js';
import { Caller } from '../accounts/caller.js';
import {
  API_CREDENTIAL_PERMISSIONS,
  SMTP_CREDENTIAL_PERMISSIONS,
  type Permission,
} from '../accounts/policy.js';
import { Credential, type CredentialType } from './credential.entity.js';
import type { MailServer } from './mail-server.entity.js';
import { contains, parseNetwork, type Network } from '../../platform/network.js';
import type { RefusedLogins } from './refused-logins.service.js';
import type { ServerService } from './servers.service.js';
import type { SmtpLogin } from './smtp-login.js';

export type { SmtpLogin } from './smtp-login.js';

/** How long another process may still let a revoked credential in; in this one it is out at once. */
const TTL_MS = 1_000;
const REMEMBERED = 20_000;
const LAST_USED_STEP_MS = 60_000;

interface NetworkCredential {
  readonly network: Network;
  readonly credential: Credential;
}

/** Tells which credential logs in at a door. */
export class CredentialService {
  private readonly bySecret = new TtlCache<Credential>(TTL_MS, REMEMBERED);
  private readonly live = new TtlCache<Credential>(TTL_MS, REMEMBERED);
  private readonly networks = new TtlCache<readonly NetworkCredential[]>(TTL_MS, 1);

  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly servers: ServerService,
    private readonly refused: RefusedLogins,
  ) {}

  /** AUTH with user name and password; null when they are not those of an SMTP credential that may be used from there. */
  async authenticateSmtp(
    username: string,
    password: string,
    ip: string,
  ): Promise<SmtpLogin | null> {
    const credential = await this.findBySecret('SMTP', password);
    const isNamed = credential?.username != null && this.isSame(credential.username, username);
    if (!isNamed || !isAllowedFrom(credential.allowedNetworks, ip)) {
      await this.refused.noteSmtp(username, ip);
      return null;
    }
    await this.noteUse(credential);
    return this.loginOf(credential);
  }

  /** A client that needs no AUTH because of its address; the longest prefix wins, then the oldest. */
  async authenticateIp(ip: string): Promise<SmtpLogin | null> {
    const networks = await this.networks.get('all', () => this.readNetworks());
    const match = networks?.find(({ network }) => contains(network, ip));
    if (!match) return null;
    await this.noteUse(match.credential);
    return this.loginOf(match.credential);
  }

  /** An earlier login as it stands now; null when its credential was revoked since, or taken from where the client is. */
  async renew({ credential, server }: SmtpLogin, ip: string): Promise<SmtpLogin | null> {
    const live = { id: credential.id, serverId: server.id, revokedAt: IsNull() };
    const current = await this.live.get(String(credential.id), () =>
      this.db.reader.findOneBy(Credential, live),
    );
    if (!current || !isAllowedFrom(current.allowedNetworks, ip)) return null;
    return this.loginOf(current);
  }

  /** Whom an API key stands for; null when it is unknown, revoked or used from elsewhere. */
  async callerFromApiKey(secret: string, ip: string | null): Promise<Caller | null> {
    const credential = await this.findBySecret('API', secret);
    if (!credential) return null;
    if (!isAllowedFrom(credential.allowedNetworks, ip)) {
      await this.refused.note(credential, ip);
      return null;
    }
    await this.noteUse(credential);
    const state = await this.servers.stateOf(credential.serverId);
    return state ? callerOf(credential, state.server, API_CREDENTIAL_PERMISSIONS) : null;
  }

  /** To be called after a change, so that it holds in this process at once. */
  forget(credential: Credential): void {
    if (credential.secretHash) this.bySecret.forget(keyOf(credential.type, credential.secretHash));
    this.live.forget(String(credential.id));
    this.networks.clear();
  }

  private async findBySecret(type: CredentialType, secret: string): Promise<Credential | null> {
    const secretHash = this.secrets.hash(secret);
    return this.bySecret.get(keyOf(type, secretHash), () => {
      const live = { type, secretHash, revokedAt: IsNull() };
      return this.db.reader.findOneBy(Credential, live);
    });
  }

  private async readNetworks(): Promise<readonly NetworkCredential[]> {
    const live = { type: 'SMTP_IP', revokedAt: IsNull() } as const;
    const credentials = await this.db.reader.find(Credential, {
      where: live,
      order: { id: 'ASC' },
    });
    return credentials
      .flatMap((credential) => {
        const network = parseNetwork(credential.network ?? '');
        return network ? [{ network, credential }] : [];
      })
      .sort((a, b) => b.network.prefixBits - a.network.prefixBits);
  }

  private async loginOf(credential: Credential): Promise<SmtpLogin | null> {
    const state = await this.servers.stateOf(credential.serverId);
    if (!state) return null;
    const caller = callerOf(credential, state.server, SMTP_CREDENTIAL_PERMISSIONS);
    return { caller, server: state.server, credential };
  }

  /** The credential may be one that is remembered here, and then it remembers the use. */
  private async noteUse(credential: Credential): Promise<void> {
    const { id, serverId, lastUsedAt } = credential;
    const now = this.clock.now();
    const stale = new Date(now.getTime() - LAST_USED_STEP_MS);
    if (lastUsedAt && lastUsedAt > stale) return;
    credential.lastUsedAt = now;
    const before = { id, serverId, lastUsedAt: Or(IsNull(), LessThanOrEqual(stale)) };
    await this.db.reader.update(Credential, before, { lastUsedAt: now });
  }

  /** In constant time: both sides become hashes of equal length. */
  private isSame(a: string, b: string): boolean {
    return timingSafeEqual(this.secrets.hash(a), this.secrets.hash(b));
  }
}

function keyOf(type: CredentialType, secretHash: Buffer): string {
  return `${type} ${secretHash.toString('base64')}`;
}

function callerOf(
  { id, serverId, hold }: Credential,
  { organizationId }: MailServer,
  permissions: ReadonlySet<Permission>,
): Caller {
  const kind = 'credential' as const;
  const identity = { kind, credentialId: id, hold, serverId, organizationId };
  return new Caller(identity, [{ in: { organizationId, serverId }, permissions }]);
}
