import { LIMITS } from '../../config/limits.js';
import type { Clock } from '../../platform/clock.js';
import { findRows } from '../../platform/database/rows.js';
import type { Database, Tx } from '../../platform/database/database.js';
import { insertFirstFree, isDuplicateKey } from '../../platform/database/duplicate-key.js';
import { once } from '../../platform/database/idempotency.js';
import { readIdPages } from '../../platform/database/id-pages.js';
import type { Belonging } from '../../platform/database/key-pages.js';
import type { Keyset } from '../../platform/database/keyset.js';
import { findLocked, findMade } from '../../platform/database/locked.js';
import { requireRoom, type Quota } from '../../platform/database/quota.js';
import type { IdSource } from '../../platform/ids.js';
import { NotFound } from '../../platform/refusal.js';
import { randomLabel, slugsFor } from '../../platform/slug.js';
import { TtlCache } from '../../platform/ttl-cache.js';
import { SlugTaken } from '../accounts/accounts.refusals.js';
import type { AuditLog } from '../accounts/audit-log.service.js';
import type { Caller } from '../accounts/caller.js';
import { Organization } from '../accounts/organization.entity.js';
import type { OrganizationService } from '../accounts/organizations.service.js';
import type { Permission } from '../accounts/policy.js';
import type { StaffAccess } from './staff-access.service.js';
import { MailServer, RESERVED_SERVER_SLUGS, type MailServerMode } from './mail-server.entity.js';

/** A server as the mail path sees it. */
export interface ServerState {
  readonly server: MailServer;
  /** Why no mail may pass: of the server, or else of its organization. */
  readonly suspension: string | null;
}

export interface NewMailServer {
  readonly organizationId: bigint;
  readonly name: string;
  readonly mode: MailServerMode;
  /** Made from the name when it is left out. */
  readonly slug?: string;
}

export type MailServerChange = Partial<
  Pick<
    MailServer,
    'name' | 'mode' | 'allowSender' | 'privacyMode' | 'retryAttempts' | 'postmasterAddress'
  >
>;

/** What only the administrators of the installation change. */
export type MailServerLimits = Partial<
  Pick<MailServer, 'sendLimit' | 'contentRetentionDays' | 'messageRetentionDays'>
>;

interface Change {
  readonly permission: Permission;
  readonly what: 'updated' | 'limited' | 'suspended' | 'unsuspended';
  readonly change: Partial<MailServer>;
}

const STATE_TTL_MS = 2_000;
const STATES_REMEMBERED = 10_000;
const TOKEN_CHARACTERS = 6;

/** Mail servers, the tenant unit. */
export class ServerService {
  private readonly states = new TtlCache<ServerState>(STATE_TTL_MS, STATES_REMEMBERED);

  constructor(
    private readonly db: Database,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly organizations: OrganizationService,
    private readonly audit: AuditLog,
    private readonly staff: StaffAccess,
  ) {}

  async create(
    caller: Caller,
    input: NewMailServer,
    idempotencyKey: string | null,
  ): Promise<MailServer> {
    await this.organizations.require(caller, input.organizationId, 'servers:create');
    return this.db.transaction(async (tx) => {
      const made = { type: 'MailServer', id: this.ids.next() };
      const { id, isReplay } = await once(
        tx,
        caller.repeatable(idempotencyKey, input),
        made,
        this.clock,
      );
      if (!isReplay) {
        await requireRoom(tx, serversOf(input.organizationId));
        await this.insert(tx, id, input);
      }
      const server = await findMade(tx.manager, MailServer, { id }, 'mail server');
      if (!isReplay) await this.note(tx, caller, 'created', { after: server });
      return server;
    });
  }

  update(caller: Caller, id: bigint, change: MailServerChange): Promise<MailServer> {
    return this.change(caller, id, { permission: 'servers:update', what: 'updated', change });
  }

  limit(caller: Caller, id: bigint, change: MailServerLimits): Promise<MailServer> {
    return this.change(caller, id, { permission: 'servers:limit', what: 'limited', change });
  }

  /** No mail of this server passes until it is lifted. */
  suspend(caller: Caller, id: bigint, reason: string): Promise<MailServer> {
    const change = { suspendedAt: this.clock.now(), suspensionReason: reason };
    return this.change(caller, id, { permission: 'servers:suspend', what: 'suspended', change });
  }

  unsuspend(caller: Caller, id: bigint): Promise<MailServer> {
    const change = { suspendedAt: null, suspensionReason: null };
    return this.change(caller, id, { permission: 'servers:suspend', what: 'unsuspended', change });
  }

  /** The server, when the caller may do this on it; suspended servers are found, too. */
  async requireUsable(caller: Caller, id: bigint, permission: Permission): Promise<MailServer> {
    const state = await this.stateOf(id);
    if (!state || !isWithin(caller, permission, state.server)) throw new NotFound('mail server');
    await this.staff.note(caller, permission, [state.server]);
    return state.server;
  }

  /** The servers among `ids` on which the caller has the permission; others are silently absent. */
  async findByIds(
    caller: Caller,
    ids: readonly bigint[],
    permission: Permission = 'servers:read',
  ): Promise<MailServer[]> {
    if (ids.length === 0) return [];
    const servers = await findRows(this.db.reader, MailServer, {
      where: `t.id IN (${ids.map(() => '?').join(',')})`,
      parameters: ids,
    });
    const visible = servers.filter((server) => isWithin(caller, permission, server));
    await this.staff.note(caller, permission, visible);
    return visible;
  }

  /** The servers that the caller may see in all organizations, oldest first. */
  async list(caller: Caller, keyset: Keyset): Promise<MailServer[]> {
    const organizationIds = caller.organizationIds('servers:read');
    const lists = organizationIds?.flatMap((id) => visibleIn(caller, id)) ?? [
      { sql: 't.deleted_at IS NULL', parameters: [] },
    ];
    if (lists.length === 0) return [];
    const everything = {
      parent: 0n,
      sql: lists.map(({ sql }) => `(${sql})`).join(' OR '),
      parameters: lists.flatMap(({ parameters }) => parameters),
    };
    const pages = await readIdPages(this.db.reader, MailServer, [everything], keyset);
    return pages.get('0') ?? [];
  }

  /** One page of the visible servers of each organization, oldest first, by organization id. */
  listOfOrganizations(
    caller: Caller,
    organizationIds: readonly bigint[],
    keyset: Keyset,
  ): Promise<ReadonlyMap<string, readonly MailServer[]>> {
    const lists = organizationIds.flatMap((parent) =>
      visibleIn(caller, parent).map((list) => ({ parent, ...list })),
    );
    return readIdPages(this.db.reader, MailServer, lists, keyset);
  }

  /** For doors and workers, which have no caller yet. At most two seconds old. */
  stateOf(id: bigint): Promise<ServerState | null> {
    return this.states.get(id.toString(), () => this.readState(id));
  }

  /** To be called after a change, so that it holds in this process at once. */
  forget(id: bigint): void {
    this.states.forget(id.toString());
  }

  /** For announcements to all servers of an organization. */
  async listIdsOfOrganization(organizationId: bigint): Promise<bigint[]> {
    const servers = await this.db.reader.find(MailServer, {
      select: { id: true },
      where: { organizationId },
    });
    return servers.map(({ id }) => id);
  }

  private async readState(id: bigint): Promise<ServerState | null> {
    const server = await this.db.reader.findOneBy(MailServer, { id });
    if (!server) return null;
    const organization = await this.db.reader.findOneByOrFail(Organization, {
      id: server.organizationId,
    });
    return { server, suspension: server.suspensionReason ?? organization.suspensionReason };
  }

  private async insert({ manager }: Tx, id: bigint, input: NewMailServer): Promise<void> {
    const createdAt = this.clock.now();
    const { slug: chosen, ...given } = input;
    const slugs = chosen === undefined ? slugsFor(input.name, RESERVED_SERVER_SLUGS) : [chosen];
    try {
      await insertFirstFree(slugs, (slug) => {
        const token = randomLabel(TOKEN_CHARACTERS);
        const fresh = { allowSender: false, privacyMode: false };
        return manager.insert(MailServer, { ...given, ...fresh, id, slug, token, createdAt });
      });
    } catch (error) {
      const isTaken = chosen !== undefined && isDuplicateKey(error, 'mail_servers_by_slug');
      throw isTaken ? new SlugTaken(chosen) : error;
    }
  }

  private async change(
    caller: Caller,
    id: bigint,
    { permission, what, change }: Change,
  ): Promise<MailServer> {
    await this.requireUsable(caller, id, permission);
    const isChange = Object.values<unknown>(change).some((value) => value !== undefined);
    const server = await this.db.transaction(async (tx) => {
      const before = await findLocked(tx.manager, MailServer, { id }, 'mail server');
      if (isChange) await tx.manager.update(MailServer, { id }, change);
      const after = await tx.manager.findOneByOrFail(MailServer, { id });
      await this.note(tx, caller, what, { before, after });
      return after;
    });
    this.forget(id);
    return server;
  }

  private note(
    tx: Tx,
    caller: Caller,
    what: Change['what'] | 'created',
    states: { readonly before?: MailServer; readonly after: MailServer },
  ): Promise<void> {
    const { id, organizationId } = states.after;
    const subject = { type: 'MailServer', id } as const;
    const action = `mailServer.${what}` as const;
    const entry = { action, organizationId, serverId: id, subject, ...states };
    return this.audit.record(tx, caller, entry);
  }
}

function serversOf(organizationId: bigint): Quota<Organization, MailServer> {
  return {
    owner: { entity: Organization, where: { id: organizationId } },
    counted: { entity: MailServer, where: { organizationId } },
    what: 'mail servers in an organization',
    limit: LIMITS.serversPerOrganization,
  };
}

function isWithin(caller: Caller, permission: Permission, server: MailServer): boolean {
  return caller.canIn(permission, { organizationId: server.organizationId, serverId: server.id });
}

/** The servers of one organization that the caller may see: one condition, or none. */
function visibleIn(caller: Caller, organizationId: bigint): Belonging[] {
  const ids = caller.serverIds('servers:read', organizationId);
  if (ids === null)
    return [
      { sql: 't.organization_id = ? AND t.deleted_at IS NULL', parameters: [organizationId] },
    ];
  if (ids.length === 0) return [];
  const sql = `t.organization_id = ? AND t.deleted_at IS NULL AND t.id IN (${ids.map(() => '?').join(',')})`;
  return [{ sql, parameters: [organizationId, ...ids] }];
}
