#!/usr/bin/env node
/**
 * From a fresh installation to a delivered mail, through the API alone and with nothing but fetch:
 *
 *   node build-a-tenant.mjs http://127.0.0.1:8025/graphql <setup secret> example.com you@example.net
 *
 * The setup secret is what the first start of Posthouse says. The domain is yours: publish the records that
 * are printed, and the script goes on once it sees them.
 */
import { randomBytes } from 'node:crypto';

const [url = '', setupSecret = '', domainName = '', recipient = ''] = process.argv.slice(2);
if (!recipient) {
  console.error('usage: build-a-tenant.mjs <url of the API> <setup secret> <domain> <recipient>');
  process.exit(2);
}

/** Runs one mutation with an input, and gives its success; whatever else came ends the script. */
async function run(name, selection, input, headers) {
  const type = name[0].toUpperCase() + name.slice(1);
  const query = `mutation($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on Refusal { code reason } ... on ${type}Success { ${selection} } } }`;
  const { data, response } = await ask(query, { input }, headers);
  const result = data[name];
  if (result.code) throw new Error(`${name} was refused, ${result.code}: ${result.reason}`);
  return { ...result, response };
}

async function ask(query, variables, headers) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return { data, response };
}

const seconds = (count) => new Promise((resolve) => setTimeout(resolve, count * 1_000));

// The administrator chooses a password and is signed in by a cookie.
const newPassword = randomBytes(18).toString('base64url');
const { user, response } = await run(
  'signInWithSetupSecret',
  'user { email }',
  { setupSecret, newPassword },
  {},
);
const [cookie] = response.headers.getSetCookie()[0].split(';');
const admin = { cookie };
console.log(`administrator: ${user.email}, password ${newPassword}`);

// An organization, and a mail server in it.
const { organization } = await run(
  'createOrganization',
  'organization { id }',
  { name: 'Example' },
  admin,
);
const { mailServer } = await run(
  'createMailServer',
  'mailServer { id }',
  { organizationId: organization.id, name: 'Production' },
  admin,
);
console.log(`organization: ${organization.id}\nmail server: ${mailServer.id}`);

// A member: a developer, who may use this mail server and no other.
const { user: developer } = await run(
  'createUser',
  'user { id email }',
  {
    email: `developer@${domainName}`,
    name: 'Developer',
    password: randomBytes(18).toString('base64url'),
  },
  admin,
);
const { member } = await run(
  'addMember',
  'member { role }',
  {
    organizationId: organization.id,
    userId: developer.id,
    role: 'DEVELOPER',
    mailServerIds: [mailServer.id],
  },
  admin,
);
console.log(`member: ${developer.email}, ${member.role}`);

// A domain to send from. It may send once its records are seen.
const { domain } = await run(
  'createDomain',
  'domain { id records { type name value isRequired } }',
  { mailServerId: mailServer.id, name: domainName },
  admin,
);
console.log('publish:');
for (const { type, name, value, isRequired } of domain.records)
  console.log(JSON.stringify({ type, name, value, isRequired }));
for (let isVerified = false; !isVerified;) {
  const { domain: checked } = await run(
    'checkDomain',
    'domain { verifiedAt }',
    { domainId: domain.id },
    admin,
  );
  isVerified = checked.verifiedAt !== null;
  if (!isVerified) await seconds(1);
}
console.log(`verified: ${domainName}`);

// A credential: the key of an app on this mail server.
const { secret: apiKey } = await run(
  'createCredential',
  'secret',
  { mailServerId: mailServer.id, type: 'API', name: 'Example app' },
  admin,
);
console.log(`API key: ${apiKey}`);

// A token: what a program may do for the administrator, in this organization.
const { secret: token } = await run(
  'createAccessToken',
  'secret',
  {
    name: 'Watcher',
    organizationId: organization.id,
    scopes: ['MESSAGES_READ', 'EVENTS_READ', 'SERVERS_READ'],
  },
  admin,
);
console.log(`access token: ${token}`);

// The app sends. The key in the input makes a repetition harmless.
const { message } = await run(
  'sendMessage',
  'message { id }',
  {
    from: `Example <hello@${domainName}>`,
    to: [recipient],
    subject: 'It works',
    text: 'Built through the API alone.',
    idempotencyKey: randomBytes(16).toString('hex'),
  },
  { authorization: `Bearer ${apiKey}` },
);
console.log(`message: ${message.id}`);

// The program with the token watches what becomes of it.
const QUERY = `query($id: ID!) { node(id: $id) { ... on Message {
  deliveries { nodes { recipient status attempts { nodes { outcome { reply } } } } } } } }`;
for (let isOver = false; !isOver;) {
  const { data } = await ask(QUERY, { id: message.id }, { authorization: `Bearer ${token}` });
  const [delivery] = data.node.deliveries.nodes;
  isOver = delivery.status !== 'QUEUED';
  if (isOver) console.log(`${delivery.status.toLowerCase()}: ${delivery.recipient}`);
  else await seconds(1);
}
