import { decodeGlobalId, encodeGlobalId } from '../../src/api/global-ids.js';
import {
  API_CREDENTIAL_PERMISSIONS,
  PERMISSIONS,
  permissionsOf,
  ROLES,
  type Permission,
} from '../../src/features/accounts/policy.js';
import { plantIdentity } from '../support/oidc/planted-identity.js';
import { ApiClient } from '../support/api-client.js';
import { ADMIN_PASSWORD } from '../support/administrator.js';
import { createCredential } from '../support/tenant.js';
import type { World } from '../support/world.js';
import type { Examples, Place } from './places.js';
import {
  addCrowd,
  aPerson,
  aToken,
  fill,
  fillOrganization,
  latestSession,
  PASSWORD,
  personalOf,
  signedIn,
  type Person,
} from './tenants.js';

/** Somebody who asks, and what the policy's table says of them. */
export interface Caller {
  readonly name: string;
  readonly client: ApiClient;
  /** `door`: the whole request is refused. */
  readonly kind: 'nobody' | 'door' | 'person' | 'token' | 'credential';
  readonly permissions: ReadonlySet<Permission>;
  /** Where these permissions hold, and where those about mail servers do. */
  readonly reach: readonly Place[];
  readonly serverReach?: readonly Place[];
  readonly isAdministrator: boolean;
  /** Objects that belong to a person: of this caller, or a stranger's for who has none. */
  readonly personal: Examples;
  readonly ownsPersonal: boolean;
  readonly email: string;
  readonly password: string;
}

export interface Cast {
  readonly callers: readonly Caller[];
  /** An owner at the other tenant. */
  readonly stranger: ApiClient;
  readonly organizationId: string;
  readonly objects: Readonly<Record<Place, Examples>>;
}

/** Two tenants with everything, and everybody who may ask. */
export async function assemble(world: World, crowd = 0): Promise<Cast> {
  const own = await world.aServer({ verifiedDomain: 'own.test' });
  const { organizationId } = own;
  const sibling = await world.aServer({ organizationId, verifiedDomain: 'sibling.test' });
  const other = await world.aServer({ verifiedDomain: 'other.test' });
  if (crowd > 0) await addCrowd(world, other, crowd);
  const owner = await aPerson(world, other.organizationId, 'OWNER');
  const stranger = await personalOf(world, owner);
  const colleague = await personalOf(world, await aPerson(world, organizationId, 'OWNER'));
  const house = await fillOrganization(world, organizationId);
  const elsewhere = await fillOrganization(world, other.organizationId);
  const objects = {
    own: { ...(await fill(world, own, 'own.test')), ...house },
    sibling: { ...(await fill(world, sibling, 'sibling.test')), ...house, ...colleague },
    other: { ...(await fill(world, other, 'other.test')), ...elsewhere, ...stranger },
  };
  const administrator = await administratorOf(world);
  const tenant = { world, organizationId, stranger, administrator };
  return {
    stranger: owner.client,
    organizationId,
    objects: { ...objects, none: unknownLike(objects.other) },
    callers: [
      outsider('anonymous', 'nobody', world.anonymous, stranger),
      outsider('SMTP credential', 'door', await smtpLogin(world, own.serverId), stranger),
      ...(await Promise.all(ROLES.map((role) => member(tenant, role)))),
      await limitedMember(tenant, own.serverId),
      {
        ...administrator,
        name: 'installation administrator',
        kind: 'person',
        permissions: new Set(PERMISSIONS),
        reach: ['own', 'sibling', 'other'],
        isAdministrator: true,
      },
      {
        ...outsider('API credential', 'credential', own.api, stranger),
        permissions: API_CREDENTIAL_PERMISSIONS,
        reach: ['own'],
      },
      ...(await tokens(tenant)),
    ],
  };
}

type Somebody = Pick<Caller, 'client' | 'personal' | 'ownsPersonal' | 'email' | 'password'>;

interface Ground {
  readonly world: World;
  readonly organizationId: string;
  readonly stranger: Examples;
  readonly administrator: Somebody;
}

async function member(
  { world, organizationId }: Ground,
  role: (typeof ROLES)[number],
): Promise<Caller> {
  return asCaller(world, await aPerson(world, organizationId, role), role);
}

async function asCaller(
  world: World,
  person: Person,
  role: (typeof ROLES)[number],
): Promise<Caller> {
  return {
    name: role,
    client: person.client,
    kind: 'person',
    permissions: permissionsOf(role),
    reach: ['own', 'sibling'],
    isAdministrator: false,
    personal: await personalOf(world, person),
    ownsPersonal: true,
    email: person.email,
    password: PASSWORD,
  };
}

/** What is about mail servers holds for a listed one alone. */
async function limitedMember(ground: Ground, serverId: string): Promise<Caller> {
  const { world, organizationId } = ground;
  const person = await aPerson(world, organizationId, 'DEVELOPER', serverId);
  return {
    ...(await asCaller(world, person, 'DEVELOPER')),
    name: 'DEVELOPER limited to one server',
    serverReach: ['own'],
  };
}

/** Of the administrator, who may do everything, for one organization and one scope each. */
function tokens({ organizationId, administrator }: Ground): Promise<Caller[]> {
  return Promise.all(
    PERMISSIONS.map(async (scope): Promise<Caller> => ({
      ...administrator,
      name: `token for ${scope}`,
      client: (await aToken(administrator.client, [scope], organizationId)).client,
      kind: 'token',
      permissions: new Set([scope]),
      reach: ['own', 'sibling'],
      isAdministrator: false,
    })),
  );
}

function outsider(
  name: string,
  kind: Caller['kind'],
  client: ApiClient,
  stranger: Examples,
): Caller {
  return {
    name,
    client,
    kind,
    permissions: new Set(),
    reach: [],
    isAdministrator: false,
    personal: stranger,
    ownsPersonal: false,
    email: 'nobody@people.test',
    password: PASSWORD,
  };
}

async function smtpLogin(world: World, serverId: string): Promise<ApiClient> {
  return world.anonymous.bearer((await createCredential(world.admin, serverId, 'SMTP')).secret);
}

async function administratorOf(world: World): Promise<Somebody> {
  const { admin, database } = world;
  const [user] = await database.query<{ id: bigint; email: string }[]>(
    'SELECT id, email FROM users WHERE is_admin',
  );
  const userId = encodeGlobalId('User', user!.id);
  await signedIn(world.anonymous, user!.email, ADMIN_PASSWORD);
  return {
    client: admin,
    personal: {
      User: userId,
      Session: await latestSession(world, userId),
      OidcIdentity: await plantIdentity(database, user!.id),
      AccessToken: (await aToken(admin, ['servers:read'])).id,
    },
    ownsPersonal: true,
    email: user!.email,
    password: ADMIN_PASSWORD,
  };
}

/** Ids that nothing has, each as long as the one whose place it takes. */
export function unknownLike(examples: Examples): Examples {
  return Object.fromEntries(Object.entries(examples).map(([kind, id]) => [kind, unknownId(id)]));
}

export function unknownId(globalId: string): string {
  const { typename, id } = decodeGlobalId(globalId);
  const digits = id.replaceAll(
    /\d+/g,
    (known) => `7${'0123456789'.repeat(2).slice(0, known.length - 1)}`,
  );
  return encodeGlobalId(typename, digits);
}
