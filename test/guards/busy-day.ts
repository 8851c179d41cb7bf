import { refuse } from '../../src/demo/mail-sink/sink-script.js';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { socketClient, watchSocket } from '../support/live-client.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import type { World } from '../support/world.js';

const DAY_MS = 86_400_000;

/** Two tenants do once what can be done to mail, through both doors, until its content goes. */
export async function busyDay(world: World): Promise<void> {
  const shop = await world.aServer({ verifiedDomain: 'busy.test' });
  const other = await world.aServer({ verifiedDomain: 'other.test' });
  world.sink.scripts.forever('gone@example.test', refuse('rcpt', '550 5.1.1 No such user'));
  world.sink.scripts.forever('later@example.test', refuse('rcpt', '450 4.2.1 Later'));

  const sockets = socketClient(world.admin.url, shop.api.headers['authorization'] ?? '');
  const watched = watchSocket(sockets, { serverId: shop.serverId });
  const [settled, waiting] = await submit(world, shop, other);
  await watched.until((heard) => heard.some(({ kind }) => kind === 'DELIVERED'));
  await bounceBack(world);
  await change(world, shop, waiting);
  for (const tenant of [shop, other]) await look(tenant, settled);
  await manage(world.admin, shop);
  await limit(world, other);
  watched.stop();
  await sockets.dispose();

  world.clock.advance(32 * DAY_MS);
  await keepBriefly(world, other);
  await world.services.retention.run();
  await world.services.messageRetention.run();
  await look(shop, settled);
}

/** Somebody knows the user name only. */
async function tryPassword(world: World, shop: Tenant): Promise<void> {
  const { username } = await shop.smtpLogin();
  const peer = await SmtpPeer.connect(world.address('SUBMISSION_LISTEN'));
  await peer.greets();
  const token = Buffer.from(`\0${username}\0a guess`).toString('base64');
  await peer.asks(`AUTH PLAIN ${token}`, 535);
  peer.close();
}

/** What it keeps, goes by its own days. */
async function keepBriefly({ database }: World, { serverId }: Tenant): Promise<void> {
  await database.query(
    'UPDATE mail_servers SET content_retention_days = 1, message_retention_days = 1 WHERE id = ?',
    [decodeGlobalId(serverId).id],
  );
}

/** A send limit lets some of the mail wait, until it is raised. */
async function limit(world: World, tenant: Tenant): Promise<void> {
  const set = (sendLimit: number | null) =>
    world.admin.ask(
      'mutation ($input: LimitMailServerInput!) { limitMailServer(input: $input) { __typename } }',
      { input: { mailServerId: tenant.serverId, sendLimit } },
    );
  await set(1);
  const id = await tenant.send({
    to: ['one@example.test', 'two@example.test', 'six@example.test'],
  });
  await eventually(
    () => tenant.message(id),
    (found) => found?.events.nodes.filter(({ kind }) => kind === 'WAITING').length === 2,
  );
  await tenant.api.ask('{ viewer { mailServer { sendUsage { limit used } } } }', {});
  await set(2);
  await tenant.tried(id, 1);
  await set(null);
  await tenant.settles(id, 'DELIVERED');
}

/** A message that is delivered and one that is not, besides others. */
async function submit(world: World, shop: Tenant, other: Tenant): Promise<[string, string]> {
  const to = ['ann@example.test', 'bob@example.test'];
  const settled = await shop.send({ to, idempotencyKey: 'once', tag: 'news' });
  await shop.send({ to, idempotencyKey: 'once', tag: 'news' });
  const waiting = await shop.send({ to: ['later@example.test', 'later-too@example.test'] });
  const failed = await shop.send({ to: ['gone@example.test'] });
  await other.send();

  const transport = await shop.transport();
  await transport.sendMail({
    from: 'app@busy.test',
    to: 'carl@example.test',
    subject: 'By SMTP',
    text: 'Hello.',
    dsn: { id: 'busy', return: 'headers', notify: ['success', 'failure', 'delay'], recipient: '' },
  });
  transport.close();
  await submitFromNetwork(world, shop);
  await tryPassword(world, shop);

  await shop.settles(settled, 'DELIVERED');
  await shop.settles(failed, 'BOUNCED');
  await shop.tried(waiting, 1);
  await world.mailbox('carl@example.test').receives();
  return [settled, waiting];
}

/** With the address as the credential. */
async function submitFromNetwork(world: World, shop: Tenant): Promise<void> {
  await createCredential(world.admin, shop.serverId, 'SMTP_IP', { network: '127.0.0.77/32' });
  const address = world.address('SMTP_LISTEN');
  const peer = await SmtpPeer.connect({ ...address, localAddress: '127.0.0.77' });
  await peer.greets();
  await peer.asks('MAIL FROM:<app@busy.test>', 250);
  await peer.asks('RCPT TO:<dora@example.test>', 250);
  await peer.asks('DATA', 354);
  await peer.asks('From: app@busy.test\r\nSubject: From here\r\n\r\nHello.\r\n.', 250);
  peer.close();
}

async function bounceBack(world: World): Promise<void> {
  const { mails } = world.mailbox('ann@example.test');
  const peer = await SmtpPeer.connect(world.address('SMTP_LISTEN'));
  await peer.greets('mx.example.test');
  await peer.asks('MAIL FROM:<>', 250);
  await peer.asks(`RCPT TO:<${mails[0]?.mailFrom ?? ''}>`, 250);
  await peer.asks('DATA', 354);
  await peer.asks('From: mailer-daemon@example.test\r\nSubject: Undelivered\r\n\r\nno\r\n.', 250);
  peer.close();
}

async function change(world: World, shop: Tenant, waiting: string): Promise<void> {
  const ids = (await shop.message(waiting))?.deliveries.nodes.map(({ id }) => id) ?? [];
  await mutate(shop.api, 'retryDeliveries', { deliveryIds: ids });
  await eventually(
    () => shop.message(waiting),
    (message) => (message?.deliveries.nodes[0]?.attemptCount ?? 0) >= 2,
  );
  await mutate(shop.api, 'cancelDeliveries', { deliveryIds: ids });
  await mutate(shop.api, 'retryDeliveries', { deliveryIds: ids.slice(0, 1) });

  const credential = await createCredential(world.admin, shop.serverId, 'API', { hold: true });
  const holding = world.admin.bearer(credential.secret);
  const draft = { from: 'app@busy.test', subject: 'Held', text: 'Wait.' };
  const messages = ['eve', 'fay'].map((name) => ({ ...draft, to: [`${name}@example.test`] }));
  await mutate(holding, 'sendMessages', { messages, idempotencyKey: 'held' });
  const held = await ask<{ node: { deliveries: { nodes: { id: string }[] } } }>(
    shop.api,
    'query($id: ID!) { node(id: $id) { ... on MailServer { deliveries(filter: { status: HELD }) { nodes { id } } } } }',
    { id: shop.serverId },
  );
  const [first = { id: '' }] = held.node.deliveries.nodes;
  await mutate(shop.api, 'releaseDeliveries', { deliveryIds: [first.id] });
  await mutate(world.admin, 'updateCredential', { credentialId: credential.id, hold: false });
  await mutate(world.admin, 'revokeCredential', { credentialId: credential.id });
}

const EVERYTHING = `query($id: ID!, $message: ID!) {
  node(id: $id) { ... on MailServer {
    deliveries(first: 5, filter: { recipient: "ann@example.test", status: DELIVERED }) { nodes { id } }
    events(first: 5) { pageInfo { endCursor } nodes { kind message { subject } delivery { recipient } } }
    messages(first: 3, filter: { status: DELIVERED, recipient: "ann@example.test", tag: "news", direction: OUTGOING }) {
      pageInfo { endCursor }
      nodes { id raw domain { name } mailServer { name }
        deliveries { nodes { message { id } attempts { nodes { number } } } }
        events { nodes { kind } } } } } }
  message: node(id: $message) { ... on Message { subject raw } }
}`;

async function look(tenant: Tenant, message: string): Promise<void> {
  const found = await ask<{ node: { messages: { nodes: { id: string }[] } } }>(
    tenant.api,
    EVERYTHING,
    { id: tenant.serverId, message },
  );
  const [first] = found.node.messages.nodes;
  if (first)
    await ask(tenant.api, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [first.id] });
}

async function manage(admin: ApiClient, { serverId: mailServerId }: Tenant): Promise<void> {
  await ask(
    admin,
    'query { mailServers { nodes { credentials(first: 2) { nodes { name lastUsedAt } } organization { name } } } }',
    {},
  );
  await mutate(admin, 'updateMailServer', { mailServerId, name: 'Renamed' });
  await mutate(admin, 'suspendMailServer', { mailServerId, reason: 'a test' });
  await mutate(admin, 'unsuspendMailServer', { mailServerId });
}

async function mutate(api: ApiClient, name: string, input: object): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const answer = await ask<Record<string, { __typename: string }>>(
    api,
    `mutation($input: ${type}Input!) { ${name}(input: $input) { __typename } }`,
    { input },
  );
  if (answer[name]?.__typename !== `${type}Success`) throw new Error(JSON.stringify(answer));
}

async function ask<R>(api: ApiClient, document: string, variables: object): Promise<R> {
  const { data, errors } = await api.ask<R, object>(document, variables);
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}
