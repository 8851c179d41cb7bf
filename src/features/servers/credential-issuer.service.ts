import { In, IsNull } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import { once } from '../../platform/database/idempotency.js';
import { readIdPages } from '../../platform/database/id-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import type { Secrets } from '../../platform/secrets.js';
import { randomLabel } from '../../platform/slug.js';
import type { Caller } from '../accounts/caller.js';
import { Credential, type CredentialType } from './credential.entity.js';
import type { CredentialService } from './credentials.service.js';
import type { MailServer } from './mail-server.entity.js';
import { parseNetwork } from './network.js';
import { InvalidNetwork } from './servers.refusals.js';
import type { ServerService } from './servers.service.js';

export interface NewCredential {
  readonly serverId: bigint;
  readonly type: CredentialType;
  readonly name: string;
  readonly network: string | null;
  readonly hold: boolean;
}

const SECRET_PREFIX = { API: 'phk', SMTP: 'phm' } as const;
const HINT_CHARACTERS = 4;
const USERNAME_CHARACTERS = 6;

/** Issues and revokes the credentials of mail servers. */
export class CredentialIssuer {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly servers: ServerService,
    private readonly logins: CredentialService,
  ) {}

  /** The secret is told this once; a repeated request gets the credential without it. */
  async create(
    caller: Caller,
    input: NewCredential,
    idempotencyKey: string | null,
  ): Promise<{ credential: Credential; secret: string | null }> {
    const server = await this.servers.requireUsable(caller, input.serverId, 'credentials:manage');
    const { secret, ...means } = this.meansOf(input, server);
    const { serverId, type, name, hold } = input;
    const fresh = { serverId, type, name, hold, ...means };

    const result = await this.db.transaction(async (tx) => {
      const made = { type: 'Credential', id: this.ids.next() };
      const { id, isReplay } = await once(
        tx,
        caller.repeatable(idempotencyKey, input),
        made,
        this.clock,
      );
      if (!isReplay) {
        await tx.manager.insert(Credential, { ...fresh, id, createdAt: this.clock.now() });
      }
      const credential = await tx.manager.findOneByOrFail(Credential, { id, serverId });
      return { credential, secret: isReplay ? null : secret };
    });
    this.logins.forget(result.credential);
    return result;
  }

  async update(
    caller: Caller,
    id: bigint,
    change: { readonly hold: boolean },
  ): Promise<Credential> {
    const credential = await this.require(caller, id);
    const { serverId } = credential;
    await this.db.reader.update(Credential, { id, serverId }, change);
    this.logins.forget(credential);
    return Object.assign(credential, change);
  }

  /** Nobody logs in with it any more: here at once, in other processes within a second. */
  async revoke(caller: Caller, id: bigint): Promise<Credential> {
    const credential = await this.require(caller, id);
    const { serverId } = credential;
    const revokedAt = this.clock.now();
    await this.db.reader.update(Credential, { id, serverId, revokedAt: IsNull() }, { revokedAt });
    this.logins.forget(credential);
    return this.db.reader.findOneByOrFail(Credential, { id, serverId });
  }

  /** One page of the credentials of each mail server, oldest first, by server id. */
  async listOfServers(
    caller: Caller,
    serverIds: readonly bigint[],
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly Credential[]>> {
    const visible = await this.servers.findByIds(caller, serverIds, 'credentials:read');
    const lists = visible.map(({ id }) => ({
      parent: id,
      sql: 't.server_id = ?',
      parameters: [id],
    }));
    return readIdPages(this.db.reader, Credential, lists, keyset);
  }

  /** The credentials among `ids` that the caller may see; others are silently absent. */
  async findByIds(caller: Caller, ids: readonly bigint[]): Promise<Credential[]> {
    const credentials = await this.db.reader.findBy(Credential, { id: In([...ids]) });
    const serverIds = [...new Set(credentials.map(({ serverId }) => serverId))];
    const servers = await this.servers.findByIds(caller, serverIds, 'credentials:read');
    const visible = new Set(servers.map(({ id }) => id));
    return credentials.filter(({ serverId }) => visible.has(serverId));
  }

  private async require(caller: Caller, id: bigint): Promise<Credential> {
    const credential = await this.db.reader.findOneBy(Credential, { id });
    const place = credential ? [credential.serverId] : [];
    const [server] = await this.servers.findByIds(caller, place, 'credentials:manage');
    if (!credential || !server) throw new NotFound('credential');
    return credential;
  }

  private meansOf({ type, network }: NewCredential, server: MailServer) {
    if (type === 'SMTP_IP') return { network: usableNetwork(network), secret: null };
    if (network !== null)
      throw new InvalidNetwork('Only a credential of type SMTP_IP has a network');
    const secret = this.secrets.newSecret(SECRET_PREFIX[type]);
    const username = type === 'SMTP' ? `${server.slug}-${randomLabel(USERNAME_CHARACTERS)}` : null;
    const hint = secret.slice(-HINT_CHARACTERS);
    return { secret, secretHash: this.secrets.hash(secret), hint, username };
  }
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
