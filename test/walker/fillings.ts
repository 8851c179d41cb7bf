import { getNamedType, type GraphQLSchema } from 'graphql';
import type { Filling, Slot } from './arguments.js';
import { isNode, unwrapped } from './schema-walk.js';
import type { Examples } from './places.js';

/** Who fills in a form: their objects and what they know. */
export interface Means {
  readonly objects: Examples;
  readonly email: string;
  readonly password: string;
  /** A domain that mail may come from. */
  readonly domain: string;
}

let made = 0;

/** Words that have not been used before. */
function fresh(): string {
  made += 1;
  return `walker-${made}`;
}

/** Ids whose field is not called after their type, or that must be in a certain state. */
const IDS: Readonly<Record<string, string>> = {
  'AuditLogFilter.subjectId': 'MailServer',
  'RevokeOrganizationTokenInput.accessTokenId': 'organizationToken',
  'RestoreMailServerInput.mailServerId': 'deletedMailServer',
  'RestoreOrganizationInput.organizationId': 'deletedOrganization',
  'node.id': 'MailServer',
  'nodes.ids': 'MailServer',
  'deliveryEvents.serverId': 'MailServer',
  'deliveryEvents.after': 'eventCursor',
  'CancelDeliveriesInput.deliveryIds': 'heldDelivery',
  'ReleaseDeliveriesInput.deliveryIds': 'heldDelivery',
  'RetryDeliveriesInput.deliveryIds': 'waitingDelivery',
};

/** Ids that are only one of several ways, and not the one taken here. */
const LEFT_OUT = new Set([
  'AddMemberInput.mailServerIds',
  'AuditLogFilter.subjectId',
  'AuditLogFilter.userId',
  'CreateDomainInput.organizationId',
  'SendMessagesInput.mailServerId',
  'InviteMemberInput.mailServerIds',
  'UpdateMemberInput.mailServerIds',
]);

/** Valid values, by field or by input type and field. Ids stand above. */
const VALUES: Readonly<Record<string, (means: Means) => unknown>> = {
  name: () => fresh(),
  reason: () => 'Because of a test',
  password: ({ password }) => password,
  currentPassword: ({ password }) => password,
  newPassword: ({ password }) => password,
  email: ({ email }) => email,
  setupSecret: () => 'phi_unknown',
  'CreateDomainInput.name': () => `${fresh()}.test`,
  'CreateAccessTokenInput.scopes': () => ['SERVERS_READ'],
  'SendMessageInput.from': ({ domain }) => `app@${domain}`,
  'SendMessageInput.to': () => ['ann@example.test'],
  'SendMessageInput.text': () => 'Hello.',
  'SendRawMessageInput.mailFrom': ({ domain }) => `app@${domain}`,
  'SendRawMessageInput.recipients': () => ['ann@example.test'],
  'SendRawMessageInput.raw': ({ domain }) =>
    Buffer.from(`From: app@${domain}\r\nSubject: Hello\r\n\r\nHello.\r\n`).toString('base64'),
  hold: () => false,
  code: () => '123456',
  challenge: () => 'phc_unknown_challenge',
  token: () => 'phr_unknown_token_of_nobody',
  isAdministrator: () => false,
  'CreateOrganizationTokenInput.scopes': () => ['SERVERS_READ'],
  'InviteMemberInput.role': () => 'VIEWER',
  'InviteMemberInput.email': () => `${fresh()}@people.test`,
  'CreateUserInput.email': () => `${fresh()}@people.test`,
  'UpdateUserInput.name': () => fresh(),
  'UpdateMemberInput.role': () => 'VIEWER',
  'AddMemberInput.role': () => 'VIEWER',
  'RegisterDocumentsInput.documents': () => ['query Other { viewer { permissions } }'],
  'DeleteDocumentsInput.documentIds': () => [`sha256:${'0'.repeat(64)}`],
};

/** Fills in every id with an object of one place, and whatever else is required. */
export function fillingWith(schema: GraphQLSchema, means: Means): Filling {
  return (slot) => {
    const key = `${slot.owner}.${slot.name}`;
    if (LEFT_OUT.has(key)) return undefined;
    const kind = kindOf(schema, slot);
    if (kind !== null) {
      const id = means.objects[kind];
      if (id === undefined) throw new Error(`there is no example of ${kind} for ${slot.path}`);
      return unwrapped(slot.type).isList ? [id] : id;
    }
    const value = VALUES[key] ?? (slot.isRequired ? VALUES[slot.name] : undefined);
    return value?.(means);
  };
}

/** What an id in this place names: a type of node, or an object in a certain state. Null where no id goes. */
export function kindOf(schema: GraphQLSchema, { owner, name, type, path }: Slot): string | null {
  const named = IDS[`${owner}.${name}`];
  if (named) return named;
  if (getNamedType(type).name !== 'ID') return null;
  const stem = name.replace(/Ids?$/, '');
  const typeName = stem.charAt(0).toUpperCase() + stem.slice(1);
  const found = schema.getType(typeName);
  if (!found || !isNode(found)) throw new Error(`nobody knows what ${path} names: teach IDS`);
  return typeName;
}
