import type { Repeatable } from '../../platform/database/idempotency.js';
import type { Permission } from './policy.js';

/** Where an object lives; a place without a server is the organization itself. */
export interface Place {
  readonly organizationId: bigint;
  readonly serverId?: bigint | null;
}

/** Permissions that hold everywhere (`installation`), in an organization, or on one of its servers. */
export interface Grant {
  readonly in: 'installation' | Place;
  readonly permissions: ReadonlySet<Permission>;
  /** Held as an administrator of the installation, not as a member. */
  readonly isStaff?: boolean;
}

/** From where a request came; all null when it came from nowhere outside. */
export interface Origin {
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

const NOWHERE: Origin = { ipAddress: null, userAgent: null };

export type Identity =
  | { readonly kind: 'anonymous' }
  /** Someone at the command line of the machine. */
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'user';
      readonly userId: bigint;
      readonly sessionId: bigint | null;
      readonly tokenId: bigint | null;
      /** Only documents that are kept here may be run. */
      readonly documentsOnly?: boolean;
    }
  /** A token that belongs to an organization. */
  | {
      readonly kind: 'organization';
      readonly organizationId: bigint;
      readonly tokenId: bigint;
      readonly documentsOnly: boolean;
    }
  | {
      readonly kind: 'credential';
      readonly credentialId: bigint;
      /** Its messages wait until a person releases them. */
      readonly hold: boolean;
      readonly serverId: bigint;
      readonly organizationId: bigint;
    };

/** Who is asking, and what they may do where. Tenancy is decided here, never by ids from input. */
export class Caller {
  constructor(
    readonly identity: Identity,
    private readonly grants: readonly Grant[],
    readonly origin: Origin = NOWHERE,
  ) {}

  static readonly anonymous = new Caller({ kind: 'anonymous' }, []);
  /** May do nothing through a door: the command line asks nobody. */
  static readonly operator = new Caller({ kind: 'operator' }, []);

  /** The same caller, with from where this request came. */
  from({ ipAddress, userAgent }: Origin): Caller {
    return new Caller(this.identity, this.grants, { ipAddress, userAgent });
  }

  get isSignedIn(): boolean {
    return this.identity.kind !== 'anonymous';
  }

  /** Whether the caller may do this anywhere at all: the check of a field, before any object is known. */
  can(permission: Permission): boolean {
    return this.grants.some((grant) => grant.permissions.has(permission));
  }

  /** Whether the caller may do this in the whole installation. */
  canEverywhere(permission: Permission): boolean {
    return this.organizationIds(permission) === null;
  }

  /** Whether the caller may do this to an object of this place. */
  canIn(permission: Permission, place: Place): boolean {
    return this.grants.some(
      (grant) => grant.permissions.has(permission) && covers(grant.in, place),
    );
  }

  /** Whether the caller may do this there only as an administrator of the installation: a guest among the tenant's own people. */
  isStaffIn(permission: Permission, place: Place): boolean {
    const holding = this.grants.filter(
      (grant) => grant.permissions.has(permission) && covers(grant.in, place),
    );
    return holding.length > 0 && holding.every(({ isStaff }) => isStaff);
  }

  /** Marks a `create…` request that may come again; a key holds for its user or mail server alone. */
  repeatable(key: string | null | undefined, input: unknown): Repeatable | null {
    const scope = scopeOf(this.identity);
    return key == null || scope === null ? null : { scope, key, input };
  }

  /** Mail servers of an organization on which a permission holds, or null for all of them. */
  serverIds(permission: Permission, organizationId: bigint): readonly bigint[] | null {
    if (this.canIn(permission, { organizationId })) return null;
    return this.grants.flatMap((grant) => {
      if (grant.in === 'installation' || grant.in.serverId == null) return [];
      const holds = grant.in.organizationId === organizationId && grant.permissions.has(permission);
      return holds ? [grant.in.serverId] : [];
    });
  }

  /** Whether the caller may run only documents that are kept here. */
  get isLimitedToDocuments(): boolean {
    return 'documentsOnly' in this.identity && this.identity.documentsOnly === true;
  }

  /** Organizations in which the caller may do anything at all, or null for all of them. */
  homes(): readonly bigint[] | null {
    if (this.grants.some((grant) => grant.in === 'installation')) return null;
    const places = this.grants.flatMap(({ in: place }) => (place === 'installation' ? [] : place));
    return [...new Set(places.map(({ organizationId }) => organizationId))];
  }

  /** Organizations in which a grant holds, or null for all of them. */
  organizationIds(permission: Permission): readonly bigint[] | null {
    const holding = this.grants.filter((grant) => grant.permissions.has(permission));
    if (holding.some((grant) => grant.in === 'installation')) return null;
    return [
      ...new Set(
        holding.flatMap((grant) => (grant.in === 'installation' ? [] : [grant.in.organizationId])),
      ),
    ];
  }
}

function scopeOf(identity: Identity): string | null {
  if (identity.kind === 'user') return `user:${identity.userId}`;
  if (identity.kind === 'credential') return `server:${identity.serverId}`;
  if (identity.kind === 'organization') return `organization:${identity.organizationId}`;
  return null;
}

function covers(granted: Grant['in'], place: Place): boolean {
  if (granted === 'installation') return true;
  if (granted.organizationId !== place.organizationId) return false;
  return granted.serverId == null || granted.serverId === place.serverId;
}
