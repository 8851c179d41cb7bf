import { createHash } from 'node:crypto';
import { decodeVerp, encodeVerp } from '../../src/mail/verp.js';
import type { ApiClient } from '../support/api-client.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import type { World } from '../support/world.js';
import { unknownId } from './cast.js';
import { unknownCursor, unlike } from './foreign-values.js';
import { aDocument, aPerson, fill, fillOrganization, personalOf } from './tenants.js';

/** What one tenant has, by a name for each: global ids, and words that lead to something. */
export type Values = Readonly<Record<string, string>>;

/** One of two tenants that have the same. */
export interface Side {
  readonly tenant: Tenant;
  readonly owner: ApiClient;
  readonly values: Values;
  readonly login: { readonly username: string; readonly password: string };
}

/** A tenant with one of everything, whose words have its name in them. */
export async function sideOf(world: World, name: string): Promise<Side> {
  const { admin } = world;
  const domain = `${name}.test`;
  const tenant = await world.aServer({ verifiedDomain: domain });
  const { organizationId, serverId } = tenant;
  const person = await aPerson(world, organizationId, 'OWNER');
  const examples = {
    ...(await fillOrganization(world, organizationId)),
    ...(await personalOf(world, person)),
    ...(await fill(world, tenant, domain)),
  };
  const smtp = await createCredential(admin, serverId, 'SMTP');
  const network = `127.${20 + tenant.number}.0.0/16`;
  const byIp = await createCredential(admin, serverId, 'SMTP_IP', { network });
  const idempotencyKey = `order-of-${name}`;
  const creationKey = `credential-of-${name}`;
  await createCredential(person.client, serverId, 'API', { idempotencyKey: creationKey });
  await tenant.send({ idempotencyKey, subject: idempotencyKey });
  await named(person.client, tenant, name);
  const text = `query Of_${name} { viewer { permissions } }`;
  const recipient = `ann@${domain}.receiver.test`;
  const mail = await world.mailbox(recipient).receives();
  const username = smtp.username ?? '';
  return {
    tenant,
    owner: person.client,
    login: { username, password: smtp.secret },
    values: {
      ...examples,
      PersistedDocument: await aDocument(world, organizationId, text),
      smtpCredential: smtp.id,
      ipCredential: byIp.id,
      messagesCursor: await cursorOf(person.client, serverId),
      ...{ domain, email: person.email, recipient, sender: `app@${domain}`, username },
      ...{ organizationName: `${name}-house`, serverName: `${name}-server` },
      ...{ tag: `tag-${domain}`, idempotencyKey, creationKey },
      documentId: documentIdOf(text),
      returnPath: mail.mailFrom,
    },
  };
}

/** The same of nobody, each as long as the one whose place it takes. */
export function nobodys(values: Values): Values {
  const { documentId, returnPath, messagesCursor, ...rest } = values;
  const unknown = Object.entries(rest).map(([name, value]) => [name, unknownOf(name, value)]);
  return {
    ...(Object.fromEntries(unknown) as Values),
    documentId: documentIdOf(documentId!),
    returnPath: ofAnotherDelivery(returnPath!),
    messagesCursor: unknownCursor(messagesCursor!, new Set()),
  };
}

const WORDS = new Set([
  ...['domain', 'email', 'recipient', 'sender', 'tag', 'username', 'idempotencyKey', 'creationKey'],
  ...['organizationName', 'serverName'],
]);

function unknownOf(name: string, value: string): string {
  return WORDS.has(name) ? unlike(value) : unknownId(value);
}

/** A return path with the mark of one delivery, that names another. */
export function ofAnotherDelivery(returnPath: string, id?: bigint): string {
  const [localPart = '', domain = ''] = returnPath.split('@');
  const { deliveryId, mac } = decodeVerp(localPart)!;
  return `${encodeVerp(id ?? deliveryId + 1n, mac)}@${domain}`;
}

function documentIdOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

async function named(owner: ApiClient, tenant: Tenant, name: string): Promise<void> {
  const { organizationId, serverId } = tenant;
  const { errors } = await owner.ask(
    `mutation Name($organization: UpdateOrganizationInput!, $server: UpdateMailServerInput!) {
      updateOrganization(input: $organization) { __typename }
      updateMailServer(input: $server) { __typename }
    }`,
    {
      organization: { organizationId, name: `${name}-house` },
      server: { mailServerId: serverId, name: `${name}-server` },
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
}

async function cursorOf(owner: ApiClient, id: string): Promise<string> {
  const { data } = await owner.ask<
    { node: { messages: { edges: readonly { cursor: string }[] } } },
    object
  >(
    `query Cursor($id: ID!) {
      node(id: $id) { ... on MailServer { messages(first: 1) { edges { cursor } } } }
    }`,
    { id },
  );
  return data!.node.messages.edges[0]!.cursor;
}
