import { In, IsNull } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { once } from '../../platform/database/idempotency.js';
import { readIdPages } from '../../platform/database/id-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import { findLocked, findMade } from '../../platform/database/locked.js';
import { requireRoom, type Quota } from '../../platform/database/quota.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import { randomLabel } from '../../platform/slug.js';
import { InvalidAllowedNetwork } from '../accounts/accounts.refusals.js';
import { canonicalNetworks } from '../accounts/allowed-networks.js';
import type { AuditLog } from '../accounts/audit-log.service.js';
import type { Caller } from '../accounts/caller.js';
import { Credential, type CredentialType } from './credential.entity.js';
import type { CredentialService } from './credentials.service.js';
import { MailServer } from './mail-server.entity.js';
import { parseNetwork } from '../../platform/network.js';
import { InvalidNetwork } from './servers.refusals.js';
import type { ServerService } from './servers.service.js';

export interface NewCredential {
  readonly serverId: bigint;
  readonly type: CredentialType;
  readonly name: string;
  readonly network: string | null;
  readonly allowedNetworks: readonly string[] | null;
  readonly hold: boolean;
}

export interface CredentialChange {
  readonly hold?: boolean | undefined;
  /** Null or none for anywhere. */
  readonly allowedNetworks?: readonly string[] | null | undefined;
}

const SECRET_PREFIX = { API: 'phk', SMTP: 'phm' } as const;
const HINT_CHARACTERS = 4;
const USERNAME_CHARACTERS = 6;

export interface CredentialIssuerParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly servers: ServerService;
  readonly logins: CredentialService;
  readonly audit: AuditLog;
}

/** Issues and revokes the credentials of mail servers. */
export class CredentialIssuer {
  constructor(private readonly parts: CredentialIssuerParts) {}

  /** The secret is told this once; a repeated request gets the credential without it. */
  async create(
    caller: Caller,
    input: NewCredential,
    idempotencyKey: string | null,
  ): Promise<{ credential: Credential; secret: string | null }> {
    const { db, ids, clock, servers, logins } = this.parts;
    const server = await servers.requireUsable(caller, input.serverId, 'credentials:manage');
    const { secret, ...means } = this.meansOf(input, server);
    const { serverId, type, name, hold } = input;
    const allowedNetworks = usableNetworks(type, input.allowedNetworks);
    const fresh = { serverId, type, name, hold, allowedNetworks, ...means };

    const result = await db.transaction(async (tx) => {
      const made = { type: 'Credential', id: ids.next() };
      const request = caller.repeatable(idempotencyKey, input);
      const { id, isReplay } = await once(tx, request, made, clock);
      if (!isReplay) {
        await requireRoom(tx, credentialsOf(serverId));
        await tx.manager.insert(Credential, { ...fresh, id, createdAt: clock.now() });
      }
      const credential = await findMade(tx.manager, Credential, { id, serverId }, 'credential');
      if (!isReplay) await this.note(tx, caller, 'created', { server, after: credential });
      return { credential, secret: isReplay ? null : secret };
    });
    logins.forget(result.credential);
    return result;
  }

  /** New networks hold for sessions that are open as well. */
  update(caller: Caller, id: bigint, change: CredentialChange): Promise<Credential> {
    const { hold, allowedNetworks } = change;
    return this.change(caller, id, 'updated', ({ type }) => ({
      ...(hold !== undefined && { hold }),
      ...(allowedNetworks !== undefined && {
        allowedNetworks: usableNetworks(type, allowedNetworks),
      }),
    }));
  }

  /** Nobody logs in with it any more: here at once, in other processes within a second. */
  revoke(caller: Caller, id: bigint): Promise<Credential> {
    const revokedAt = this.parts.clock.now();
    return this.change(caller, id, 'revoked', (before) => ({
      revokedAt: before.revokedAt ?? revokedAt,
    }));
  }

  private async change(
    caller: Caller,
    id: bigint,
    what: 'updated' | 'revoked',
    changeOf: (before: Credential) => Partial<Credential>,
  ): Promise<Credential> {
    const { credential, server } = await this.require(caller, id);
    const { serverId } = credential;
    const changed = await this.parts.db.transaction(async (tx) => {
      const before = await findLocked(tx.manager, Credential, { id, serverId }, 'credential');
      const change = changeOf(before);
      const isChange = Object.keys(change).length > 0;
      if (isChange) await tx.manager.update(Credential, { id, serverId }, change);
      const after = Object.assign(new Credential(), before, change);
      await this.note(tx, caller, what, { server, before, after });
      return after;
    });
    this.parts.logins.forget(changed);
    return changed;
  }

  private note(
    tx: Tx,
    caller: Caller,
    what: 'created' | 'updated' | 'revoked',
    { server, ...states }: { server: MailServer; before?: Credential; after: Credential },
  ): Promise<void> {
    return this.parts.audit.record(tx, caller, {
      action: `credential.${what}`,
      organizationId: server.organizationId,
      serverId: server.id,
      subject: { type: 'Credential', id: states.after.id },
      ...states,
    });
  }

  /** One page of the credentials of each mail server, oldest first, by server id. */
  async listOfServers(
    caller: Caller,
    serverIds: readonly bigint[],
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Credential[]>> {
    const visible = await this.parts.servers.findByIds(caller, serverIds, 'credentials:read');
    const lists = visible.map(({ id }) => ({
      parent: id,
      sql: 't.server_id = ?',
      parameters: [id],
    }));
    return readIdPages(this.parts.db.reader, Credential, lists, keyset);
  }

  /** The credentials among `ids` that the caller may see; others are silently absent. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<Credential[]> {
    const credentials = await this.parts.db.reader.findBy(Credential, { id: In([...ids]) });
    const serverIds = [...new Set(credentials.map(({ serverId }) => serverId))];
    const servers = await this.parts.servers.findByIds(caller, serverIds, 'credentials:read');
    const visible = new Set(servers.map(({ id }) => id));
    return credentials.filter(({ serverId }) => visible.has(serverId));
  }

  private async require(
    caller: Caller,
    id: bigint,
  ): Promise<{ credential: Credential; server: MailServer }> {
    const credential = await this.parts.db.reader.findOneBy(Credential, { id });
    const place = credential ? [credential.serverId] : [];
    const [server] = await this.parts.servers.findByIds(caller, place, 'credentials:manage');
    if (!credential || !server) throw new NotFound('credential');
    return { credential, server };
  }

  private meansOf({ type, network }: NewCredential, server: MailServer) {
    if (type === 'SMTP_IP') return { network: usableNetwork(network), secret: null };
    if (network !== null)
      throw new InvalidNetwork('Only a credential of type SMTP_IP has a network');
    const secret = this.parts.secrets.newSecret(SECRET_PREFIX[type]);
    const username = type === 'SMTP' ? `${server.slug}-${randomLabel(USERNAME_CHARACTERS)}` : null;
    const hint = secret.slice(-HINT_CHARACTERS);
    return { secret, secretHash: this.parts.secrets.hash(secret), hint, username };
  }
}

/** Those revoked stay as history and take no place. */
function credentialsOf(serverId: bigint): Quota<MailServer, Credential> {
  return {
    owner: { entity: MailServer, where: { id: serverId } },
    counted: { entity: Credential, where: { serverId, revokedAt: IsNull() } },
    what: 'credentials of a mail server',
    limit: LIMITS.credentialsPerServer,
  };
}

function usableNetworks(
  type: CredentialType,
  texts: readonly string[] | null,
): readonly string[] | null {
  const networks = canonicalNetworks(texts);
  if (networks !== null && type === 'SMTP_IP')
    throw new InvalidAllowedNetwork(null, 'A credential of type SMTP_IP has its one network');
  return networks;
}

function usableNetwork(text: string | null): string {
  const network = parseNetwork(text ?? '');
  if (!network)
    throw new InvalidNetwork('The network must be an IP address or CIDR such as 192.0.2.0/24');
  const broadest =
    network.address.kind() === 'ipv4' ? LIMITS.ipv4PrefixBits : LIMITS.ipv6PrefixBits;
  if (network.prefixBits < broadest) {
    throw new InvalidNetwork(`The network is too broad: at least /${broadest}`);
  }
  return network.cidr;
}
