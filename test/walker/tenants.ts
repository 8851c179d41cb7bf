import { hashPassword } from '../../src/platform/passwords.js';
import { decodeGlobalId, encodeGlobalId } from '../../src/api/global-ids.js';
import type { Role } from '../../src/features/accounts/policy.js';
import { ApiClient } from '../support/api-client.js';
import { addDomain, addVerifiedDomain, createCredential, type Tenant } from '../support/tenant.js';
import { plantIdentity } from '../support/oidc/planted-identity.js';
import { eventually } from '../support/eventually.js';
import type { World } from '../support/world.js';
import type { Examples } from './places.js';

export const PASSWORD = 'a password that people know';

/** Somebody who signed in. */
export interface Person {
  readonly userId: string;
  readonly email: string;
  readonly client: ApiClient;
}

let people = 0;
let hash: Promise<string> | undefined;

/** A user, with a role in an organization or without any, who has signed in with a password. */
export async function aPerson(
  world: World,
  organizationId?: string,
  role?: Role,
  onlyServerId?: string,
): Promise<Person> {
  people += 1;
  hash ??= hashPassword(PASSWORD);
  const id = String(8_000_000_000_000_000_000n + 1_000n * BigInt(people));
  const email = `person-${people}@people.test`;
  await world.database.query(
    'INSERT INTO users (id, email, name, password_hash, created_at) VALUES (?, ?, ?, ?, NOW(3))',
    [id, email, `Person ${people}`, await hash],
  );
  if (organizationId !== undefined && role !== undefined) {
    await world.database.query(
      `INSERT INTO members (organization_id, user_id, role, is_limited, created_at)
       VALUES (?, ?, ?, ?, NOW(3))`,
      [decodeGlobalId(organizationId).id, id, role, onlyServerId === undefined ? 0 : 1],
    );
    if (onlyServerId !== undefined) {
      await world.database.query(
        'INSERT INTO member_servers (organization_id, user_id, server_id) VALUES (?, ?, ?)',
        [decodeGlobalId(organizationId).id, id, decodeGlobalId(onlyServerId).id],
      );
    }
  }
  const client = await signedIn(world.anonymous, email);
  return { userId: encodeGlobalId('User', id), email, client };
}

export async function signedIn(
  anonymous: ApiClient,
  email: string,
  password = PASSWORD,
): Promise<ApiClient> {
  const { headers } = await anonymous.ask(
    `mutation SignIn($email: EmailAddress!, $password: String!) {
      signIn(input: { email: $email, password: $password }) { __typename }
    }`,
    { email, password },
  );
  return anonymous.cookie(headers.get('set-cookie')?.split(';', 1)[0] ?? '');
}

/** An access token that this person makes for themselves, and its secret. */
export async function aToken(
  person: ApiClient,
  scopes: readonly string[],
  organizationId: string | null = null,
): Promise<{ id: string; client: ApiClient }> {
  const { data, errors } = await person.ask<
    { createAccessToken: { secret: string; accessToken: { id: string } } },
    object
  >(
    `mutation Token($input: CreateAccessTokenInput!) {
      createAccessToken(input: $input) {
        ... on CreateAccessTokenSuccess { secret accessToken { id } }
      }
    }`,
    {
      input: {
        name: 'walker',
        organizationId,
        scopes: scopes.map((scope) => scope.replace(':', '_').toUpperCase()),
      },
    },
  );
  if (!data?.createAccessToken.secret) throw new Error(`no token: ${JSON.stringify(errors)}`);
  const { secret, accessToken } = data.createAccessToken;
  return { id: accessToken.id, client: person.bearer(secret) };
}

/** More of the same: one message to many. */
export async function addCrowd(world: World, tenant: Tenant, size: number): Promise<void> {
  const domain = `crowd-${tenant.number}.receiver.test`;
  world.receiver(domain);
  const to = Array.from({ length: size }, (_, index) => `r${index}@${domain}`);
  const id = await tenant.send({ to });
  await world.mailbox(to.at(-1)!).receives();
  await eventually(
    () => tenant.message(id),
    (found) => found?.deliveries.nodes.every(({ status }) => status === 'DELIVERED') ?? false,
  );
}

/** What there is once in an organization: a member who does not ask, a document, an entry of the log. */
export async function fillOrganization(world: World, organizationId: string): Promise<Examples> {
  const { userId } = await aPerson(world, organizationId, 'VIEWER');
  const organization = decodeGlobalId(organizationId).id;
  const [entry] = await world.database.query<{ id: bigint }[]>(
    'SELECT id FROM audit_entries WHERE organization_id = ? ORDER BY id LIMIT 1',
    [organization],
  );
  return {
    Member: encodeGlobalId('Member', `${organization}.${decodeGlobalId(userId).id}`),
    PersistedDocument: await aDocument(world, organizationId, KEPT),
    AuditEntry: encodeGlobalId('AuditEntry', entry!.id),
    ...(await invitationAndToken(world, organizationId)),
    deletedMailServer: await deleted(world, organizationId),
    deletedOrganization: await deleted(world),
  };
}

/** A mail server of an organization, or a whole organization, that is deleted and can still be restored. */
async function deleted(world: World, organizationId?: string): Promise<string> {
  const kind = organizationId === undefined ? 'Organization' : 'MailServer';
  const { admin } = world;
  const name = 'Gone';
  const key = kind === 'Organization' ? 'organization' : 'mailServer';
  const made = await admin.ask<Record<string, Record<string, { id: string }>>, object>(
    `mutation Make($input: Create${kind}Input!) {
      create${kind}(input: $input) { ... on Create${kind}Success { ${key} { id } } }
    }`,
    { input: { name, organizationId } },
  );
  const { id } = made.data![`create${kind}`]![key]!;
  const { errors } = await admin.ask(
    `mutation Remove($input: Delete${kind}Input!) { delete${kind}(input: $input) { __typename } }`,
    { input: { name, [`${key}Id`]: id } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return id;
}

async function invitationAndToken(world: World, organizationId: string): Promise<Examples> {
  const { admin } = world;
  people += 1;
  const { data } = await admin.ask<
    {
      inviteMember: { invitation: { id: string } };
      createOrganizationToken: { accessToken: { id: string } };
    },
    object
  >(
    `mutation Open($organizationId: ID!, $email: EmailAddress!) {
      inviteMember(input: { organizationId: $organizationId, email: $email, role: VIEWER }) {
        ... on InviteMemberSuccess { invitation { id } }
      }
      createOrganizationToken(
        input: { organizationId: $organizationId, name: "walker", scopes: [SERVERS_READ] }
      ) {
        ... on CreateOrganizationTokenSuccess { accessToken { id } }
      }
    }`,
    { organizationId, email: `invited-${people}@people.test` },
  );
  const { id } = data!.inviteMember.invitation;
  await world.database.query(
    'UPDATE invitations SET sent_at = sent_at - INTERVAL 1 HOUR WHERE id = ?', // it may be sent again
    [decodeGlobalId(id).id],
  );
  return {
    Invitation: id,
    organizationToken: data!.createOrganizationToken.accessToken.id,
  };
}

const KEPT = 'query Kept { viewer { permissions } }';

export async function aDocument(
  { admin }: World,
  organizationId: string,
  text: string,
): Promise<string> {
  const { data } = await admin.ask<
    { registerDocuments: { documents: readonly { id: string }[] } },
    object
  >(
    `mutation Keep($organizationId: ID!, $documents: [String!]!) {
      registerDocuments(input: { organizationId: $organizationId, documents: $documents }) {
        ... on RegisterDocumentsSuccess { documents { id } }
      }
    }`,
    { organizationId, documents: [text] },
  );
  return data!.registerDocuments.documents[0]!.id;
}

/** What belongs to a person alone. */
export async function personalOf(world: World, person: Person): Promise<Examples> {
  await signedIn(world.anonymous, person.email);
  return {
    User: person.userId,
    AccessToken: (await aToken(person.client, ['servers:read'])).id,
    Session: await latestSession(world, person.userId),
    OidcIdentity: await plantIdentity(world.database, decodeGlobalId(person.userId).id),
  };
}

export async function latestSession({ database }: World, userId: string): Promise<string> {
  const [session] = await database.query<{ id: bigint }[]>(
    'SELECT id FROM sessions WHERE user_id = ? ORDER BY id DESC LIMIT 1',
    [decodeGlobalId(userId).id],
  );
  return encodeGlobalId('Session', session!.id);
}

/** One mail server with an object of every kind that lives on one, mail in every state among them. */
export async function fill(world: World, tenant: Tenant, name: string): Promise<Examples> {
  const { admin } = world;
  await limit(admin, tenant.serverId);
  const held = await createCredential(admin, tenant.serverId, 'API', { hold: true });
  const domainId = tenant.domainId ?? (await addVerifiedDomain(world, tenant.serverId, name));
  const shared = await addDomain(admin, {
    organizationId: tenant.organizationId,
    name: `shared.${name}`,
  });
  const from = `app@${name}`;
  const to = [`ann@${name}.receiver.test`];
  world.receiver(`${name}.receiver.test`);
  const delivered = await tenant.send({ from, to, tag: `tag-${name}` });
  const seen = await tenant.settles(delivered, 'DELIVERED');
  const later = { from, to: [`bob@${name}.nowhere.test`] };
  world.dns.fail(`${name}.nowhere.test`, 'SERVFAIL');
  const waiting = await tenant.send(later);
  await tenant.tried(waiting, 1);
  const keptBack = await sendWith(admin.bearer(held.secret), tenant.serverId, later);
  const more = await idsOf(tenant, delivered);
  return {
    Organization: tenant.organizationId,
    MailServer: tenant.serverId,
    Credential: held.id,
    Domain: domainId,
    sharedDomain: shared,
    Message: delivered,
    Delivery: seen.deliveries.nodes[0]!.id,
    waitingDelivery: (await tenant.message(waiting))!.deliveries.nodes[0]!.id,
    heldDelivery: (await tenant.message(keptBack))!.deliveries.nodes[0]!.id,
    Attempt: more.attempt,
    Event: more.event,
    eventCursor: more.cursor,
  };
}

/** So that it has a usage to tell. */
async function limit(admin: ApiClient, mailServerId: string): Promise<void> {
  await admin.ask(
    'mutation Limit($input: LimitMailServerInput!) { limitMailServer(input: $input) { __typename } }',
    { input: { mailServerId, sendLimit: 100_000 } },
  );
}

async function sendWith(
  client: ApiClient,
  mailServerId: string,
  input: { from: string; to: readonly string[] },
): Promise<string> {
  const { data } = await client.ask<{ sendMessage: { message: { id: string } } }, object>(
    `mutation Send($input: SendMessageInput!) {
      sendMessage(input: $input) { ... on SendMessageSuccess { message { id } } }
    }`,
    { input: { mailServerId, subject: 'Held', text: 'Hello.', ...input } },
  );
  return data!.sendMessage.message.id;
}

interface Story {
  readonly node: {
    readonly events: { readonly nodes: readonly { id: string; cursor: string }[] };
    readonly deliveries: {
      readonly nodes: readonly { attempts: { nodes: readonly { id: string }[] } }[];
    };
  };
}

async function idsOf(tenant: Tenant, messageId: string) {
  const { data } = await tenant.api.ask<Story, object>(
    `query Ids($id: ID!) {
      node(id: $id) {
        ... on Message {
          events { nodes { id cursor } }
          deliveries { nodes { attempts { nodes { id } } } }
        }
      }
    }`,
    { id: messageId },
  );
  const { events, deliveries } = data!.node;
  const event = events.nodes[0]!;
  return {
    event: event.id,
    cursor: event.cursor,
    attempt: deliveries.nodes[0]!.attempts.nodes[0]!.id,
  };
}

/** An example of everything that a tenant and one of its owners have. */
export async function everyExample(world: World, tenant: Tenant, name: string): Promise<Examples> {
  const owner = await aPerson(world, tenant.organizationId, 'OWNER');
  return {
    ...(await personalOf(world, owner)),
    ...(await fillOrganization(world, tenant.organizationId)),
    ...(await fill(world, tenant, name)),
  };
}
