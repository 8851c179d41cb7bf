import { decodeVerp } from '../../src/mail/verp.js';
import {
  asks,
  changes,
  delivers,
  fetches,
  finds,
  follows,
  lists,
  mail,
  mute,
  submits,
  type Act,
} from './foreign-acts.js';
import { ofAnotherDelivery, type Values } from './sides.js';

export const OPERATIONS = ['read', 'list', 'change', 'remove', 'use'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What can be done with a kind of object; a sentence says why something cannot. */
export type Kind = Readonly<Record<Operation, Act | string>>;

const WRITTEN_ONCE = 'nobody changes what happened';
const BY_RETENTION = 'it goes with time alone';
const ITS_SECRET = 'whoever has the secret is its owner';
const BY_ADMINISTRATORS = 'only administrators of the installation do';
const NO_SUCH_THING = 'it has no such thing';

const resultsOf = (mutation: string) =>
  `... on ${mutation}Success { results { __typename ... on Refusal { code reason path } } }`;
const filtered = (type: string) => ({ with: ', filter: $filter', declared: `$filter: ${type}` });
const sending = (input: (them: Values, own: Values) => object): Act =>
  changes('sendMessage', (them, own) => ({
    ...{ mailServerId: own['MailServer'], from: own['sender'], to: ['ann@example.test'] },
    ...{ subject: 'Hello', text: 'Hello.', ...input(them, own) },
  }));
const raw = (header: string) =>
  Buffer.from(`${header}\r\nSubject: Hello\r\n\r\nHello.\r\n`).toString('base64');

/** Every kind of object that a tenant has, and what another tenant may try with it. */
export const KINDS: Readonly<Record<string, Kind>> = {
  organization: {
    read: finds('Organization'),
    list: asks('{ organizations(first: 50) { nodes { id name slug } } }'),
    change: changes('updateOrganization', (them) => ({
      organizationId: them['Organization'],
      name: 'Mine',
    })),
    remove: changes('deleteOrganization', (them) => ({
      organizationId: them['Organization'],
      name: them['organizationName'],
    })),
    use: changes('createMailServer', (them) => ({
      organizationId: them['Organization'],
      name: 'Mine',
    })),
  },
  'mail server': {
    read: finds('MailServer'),
    list: asks('{ mailServers(first: 50) { nodes { id name slug token } } }'),
    change: changes('updateMailServer', (them) => ({
      mailServerId: them['MailServer'],
      name: 'Mine',
    })),
    remove: changes('deleteMailServer', (them) => ({
      mailServerId: them['MailServer'],
      name: them['serverName'],
    })),
    use: sending((them) => ({ mailServerId: them['MailServer'] })),
  },
  'API credential': {
    read: finds('Credential'),
    list: lists('MailServer.credentials'),
    change: changes('updateCredential', (them) => ({
      credentialId: them['Credential'],
      hold: false,
    })),
    remove: changes('revokeCredential', (them) => ({ credentialId: them['Credential'] })),
    use: ITS_SECRET,
  },
  'SMTP credential': {
    read: finds('Credential', 'smtpCredential'),
    list: lists('MailServer.credentials'),
    change: changes('updateCredential', (them) => ({
      credentialId: them['smtpCredential'],
      hold: true,
    })),
    remove: changes('revokeCredential', (them) => ({ credentialId: them['smtpCredential'] })),
    use: submits(
      () => [],
      (them, { login }) => ({ ...login, username: them['username']! }),
    ),
  },
  'credential of a network': {
    read: finds('Credential', 'ipCredential'),
    list: lists('MailServer.credentials'),
    change: changes('updateCredential', (them) => ({
      credentialId: them['ipCredential'],
      hold: true,
    })),
    remove: changes('revokeCredential', (them) => ({ credentialId: them['ipCredential'] })),
    use: 'whoever comes from there is its owner',
  },
  'sender domain': {
    read: finds('Domain'),
    list: lists('MailServer.domains'),
    change: changes('checkDomain', (them) => ({ domainId: them['Domain'] })),
    remove: changes('deleteDomain', (them) => ({ domainId: them['Domain'] })),
    use: sending((them) => ({ from: them['sender'] })),
  },
  'domain of an organization': {
    read: finds('Domain', 'sharedDomain'),
    list: lists('Organization.domains'),
    change: changes('checkDomain', (them) => ({ domainId: them['sharedDomain'] })),
    remove: changes('deleteDomain', (them) => ({ domainId: them['sharedDomain'] })),
    use: changes('createDomain', (them, own) => ({
      mailServerId: own['MailServer'],
      name: them['domain'],
    })),
  },
  'identity of a sender': {
    read: mute(submits((them) => [`VRFY ${them['sender']}`, `EXPN ${them['sender']}`])),
    list: lists('MailServer.messages', {
      ...filtered('MessageFilter'),
      and: (them) => ({ filter: { from: them['sender'] } }),
    }),
    change: sending((them) => ({ sender: them['sender'] })),
    remove: NO_SUCH_THING,
    use: submits((them) => mail(them['sender']!, [`From: ${them['sender']}`])),
  },
  'From of a mail by SMTP': {
    read: NO_SUCH_THING,
    list: NO_SUCH_THING,
    change: submits((them, own) =>
      mail(own['sender']!, [`From: ${own['sender']}`, `Sender: ${them['sender']}`]),
    ),
    remove: NO_SUCH_THING,
    use: submits((them, own) => mail(own['sender']!, [`From: ${them['sender']}`])),
  },
  'From of a raw mail': {
    read: NO_SUCH_THING,
    list: NO_SUCH_THING,
    change: changes('sendRawMessage', (them, own) => ({
      ...{ mailServerId: own['MailServer'], mailFrom: own['sender'] },
      recipients: ['ann@example.test'],
      raw: raw(`From: ${own['sender']}\r\nSender: ${them['sender']}`),
    })),
    remove: NO_SUCH_THING,
    use: changes('sendRawMessage', (them, own) => ({
      ...{ mailServerId: own['MailServer'], mailFrom: them['sender'] },
      ...{ recipients: ['ann@example.test'], raw: raw(`From: ${them['sender']}`) },
    })),
  },
  message: {
    read: finds('Message'),
    list: lists('MailServer.messages', {
      ...filtered('MessageFilter'),
      and: (them) => ({ filter: { recipient: them['recipient'] } }),
    }),
    change: WRITTEN_ONCE,
    remove: BY_RETENTION,
    use: follows((them, own) => ({
      ...{ serverId: own['MailServer'], after: own['eventCursor'] },
      filter: { messageId: them['Message'] },
    })),
  },
  'content of a message': {
    read: asks('query Raw($id: ID!) { node(id: $id) { ... on Message { raw } } }', (them) => ({
      id: them['Message'],
    })),
    list: asks(
      `query Raws($id: ID!, $tag: String!) {
        node(id: $id) {
          ... on MailServer { messages(first: 5, filter: { tag: $tag }) { nodes { id raw } } }
        }
      }`,
      (them, own) => ({ id: own['MailServer'], tag: them['tag'] }),
    ),
    change: WRITTEN_ONCE,
    remove: BY_RETENTION,
    use: 'a delivery uses it',
  },
  delivery: {
    read: finds('Delivery'),
    list: lists('MailServer.deliveries', {
      ...filtered('DeliveryFilter'),
      and: (them) => ({ filter: { destination: `${them['domain']}.receiver.test` } }),
    }),
    change: changes(
      'retryDeliveries',
      (them) => ({ deliveryIds: [them['waitingDelivery']] }),
      resultsOf('RetryDeliveries'),
    ),
    remove: changes(
      'cancelDeliveries',
      (them) => ({ deliveryIds: [them['heldDelivery']] }),
      resultsOf('CancelDeliveries'),
    ),
    use: changes(
      'releaseDeliveries',
      (them) => ({ deliveryIds: [them['heldDelivery']] }),
      resultsOf('ReleaseDeliveries'),
    ),
  },
  attempt: {
    read: finds('Attempt'),
    list: lists('Delivery.attempts'),
    change: WRITTEN_ONCE,
    remove: BY_RETENTION,
    use: NO_SUCH_THING,
  },
  event: {
    read: finds('Event'),
    list: lists('MailServer.events'),
    change: WRITTEN_ONCE,
    remove: BY_RETENTION,
    use: follows((them, own) => ({ serverId: own['MailServer'], after: them['eventCursor'] })),
  },
  'stream of events': {
    read: follows((them) => ({ serverId: them['MailServer'] })),
    list: lists('Message.events'),
    change: WRITTEN_ONCE,
    remove: BY_RETENTION,
    use: follows((them) => ({ serverId: them['MailServer'], after: them['eventCursor'] })),
  },
  'cursor of a list': {
    read: NO_SUCH_THING,
    list: lists('MailServer.messages', {
      ...{ with: ', after: $after', declared: '$after: String' },
      and: (them) => ({ after: them['messagesCursor'] }),
    }),
    change: NO_SUCH_THING,
    remove: NO_SUCH_THING,
    use: NO_SUCH_THING,
  },
  user: {
    read: finds('User'),
    list: asks('{ viewer { user { id email name } } }'),
    change: BY_ADMINISTRATORS,
    remove: BY_ADMINISTRATORS,
    use: BY_ADMINISTRATORS,
  },
  member: {
    read: finds('Member'),
    list: lists('Organization.members'),
    change: changes('updateMember', (them) => ({ memberId: them['Member'], role: 'VIEWER' })),
    remove: changes('removeMember', (them) => ({ memberId: them['Member'] })),
    use: changes('transferOwnership', (them) => ({ memberId: them['Member'] })),
  },
  invitation: {
    read: finds('Invitation'),
    list: lists('Organization.invitations'),
    change: changes('resendInvitation', (them) => ({ invitationId: them['Invitation'] })),
    remove: changes('revokeInvitation', (them) => ({ invitationId: them['Invitation'] })),
    use: ITS_SECRET,
  },
  session: {
    read: finds('Session'),
    list: lists('Viewer.sessions'),
    change: WRITTEN_ONCE,
    remove: changes('revokeSession', (them) => ({ sessionId: them['Session'] })),
    use: ITS_SECRET,
  },
  'access token of a person': {
    read: finds('AccessToken'),
    list: lists('Viewer.accessTokens'),
    change: WRITTEN_ONCE,
    remove: changes('revokeAccessToken', (them) => ({ accessTokenId: them['AccessToken'] })),
    use: changes('createAccessToken', (them) => ({
      ...{ organizationId: them['Organization'], name: 'Mine', scopes: ['SERVERS_READ'] },
    })),
  },
  'access token of an organization': {
    read: finds('AccessToken', 'organizationToken'),
    list: lists('Organization.accessTokens'),
    change: WRITTEN_ONCE,
    remove: changes('revokeOrganizationToken', (them) => ({
      accessTokenId: them['organizationToken'],
    })),
    use: changes('createOrganizationToken', (them) => ({
      ...{ organizationId: them['Organization'], name: 'Mine', scopes: ['SERVERS_READ'] },
    })),
  },
  'persisted document': {
    read: finds('PersistedDocument'),
    list: lists('Organization.documents'),
    change: changes('registerDocuments', (them) => ({
      organizationId: them['Organization'],
      documents: ['query Mine { viewer { permissions } }'],
    })),
    remove: changes('deleteDocuments', (them) => ({
      organizationId: them['Organization'],
      documentIds: [them['documentId']],
    })),
    use: async ({ client }, them) => {
      const response = await fetch(client.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...client.headers },
        body: JSON.stringify({ documentId: them['documentId'] }),
      });
      return `${response.status} ${await response.text()}`;
    },
  },
  'entry of the audit log': {
    read: finds('AuditEntry'),
    list: lists('Organization.auditLog', {
      ...filtered('AuditLogFilter'),
      and: (them) => ({ filter: { subjectId: them['Organization'] } }),
    }),
    change: WRITTEN_ONCE,
    remove: BY_RETENTION,
    use: NO_SUCH_THING,
  },
  'audit log': {
    read: fetches((them) => ({ organizationId: them['Organization']! })),
    list: fetches((_them, own) => ({ organizationId: own['Organization']! })),
    change: WRITTEN_ONCE,
    remove: BY_RETENTION,
    use: asks(
      `query Verified($id: ID!) {
        node(id: $id) { ... on Organization { auditVerification { __typename } } }
      }`,
      (them) => ({ id: them['Organization'] }),
    ),
  },
  'idempotency key of a send': {
    read: NO_SUCH_THING,
    list: NO_SUCH_THING,
    change: submits((them, own) =>
      mail(own['sender']!, [
        `From: ${own['sender']}`,
        `X-Idempotency-Key: ${them['idempotencyKey']}`,
      ]),
    ),
    remove: BY_RETENTION,
    use: sending((them) => ({ idempotencyKey: them['idempotencyKey'] })),
  },
  'idempotency key of a creation': {
    read: NO_SUCH_THING,
    list: NO_SUCH_THING,
    change: NO_SUCH_THING,
    remove: BY_RETENTION,
    use: changes('createCredential', (them, own) => ({
      ...{ mailServerId: own['MailServer'], type: 'API', name: 'Another' },
      idempotencyKey: them['creationKey'],
    })),
  },
  'return path of a delivery': {
    read: mute(delivers((them) => [`VRFY ${them['returnPath']}`])),
    list: NO_SUCH_THING,
    change: NO_SUCH_THING,
    remove: NO_SUCH_THING,
    use: delivers((them, own) => [
      'MAIL FROM:<>',
      `RCPT TO:<${ofAnotherDelivery(own['returnPath']!, namedIn(them['returnPath']!))}>`,
    ]),
  },
  'mailbox at a sender domain': {
    read: mute(delivers((them) => ['MAIL FROM:<>', `RCPT TO:<${them['sender']}>`])),
    list: mute(delivers((them) => [`EXPN ${them['domain']}`])),
    change: NO_SUCH_THING,
    remove: NO_SUCH_THING,
    use: mute(
      delivers((them) => [`MAIL FROM:<${them['sender']}>`, `RCPT TO:<${them['recipient']}>`]),
    ),
  },
};

function namedIn(returnPath: string): bigint {
  return decodeVerp(returnPath.split('@')[0]!)!.deliveryId;
}
