import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { DemoClient } from './demo-client.js';
import type { LoopbackDns, RecordType } from './loopback-dns.js';

const DOMAIN = 'shop.example';
const EVERYTHING_OF_A_TENANT = [
  'ORGANIZATIONS_CREATE',
  'ORGANIZATIONS_READ',
  'SERVERS_CREATE',
  'SERVERS_READ',
  'CREDENTIALS_READ',
  'CREDENTIALS_MANAGE',
  'DOMAINS_MANAGE',
  'DOMAINS_READ',
];

/** What the demo made through the public API, and keeps in a 0600 file for its next start. */
export interface DemoTenant {
  readonly adminEmail: string;
  readonly adminPassword: string;
  readonly token: string;
  readonly mailServerId: string;
  readonly domain: string;
  readonly domainId: string;
  readonly apiKey: string;
  readonly smtpUsername: string;
  readonly smtpPassword: string;
}

interface Made {
  readonly id: string;
}

interface NewCredential {
  readonly createCredential: {
    readonly secret: string;
    readonly credential: { readonly username: string | null };
  };
}

interface Published {
  readonly type: RecordType;
  readonly name: string;
  readonly value: string;
}

/** Makes organization, mail server, domain and credentials, or takes those of an earlier start. */
export async function demoTenant(
  api: DemoClient,
  file: string,
  firstSignIn: { readonly email: string; readonly setupSecret: string } | null,
): Promise<DemoTenant> {
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known) return JSON.parse(known) as DemoTenant; // written by ourselves below
  if (!firstSignIn)
    throw new Error(`this demo was begun and ${file} is gone: delete its folder and start again`);
  const tenant = await makeTenant(api, firstSignIn);
  await writeFile(file, JSON.stringify(tenant, null, 2), { mode: 0o600 });
  return tenant;
}

/** Publishes what Posthouse asks for in the demo's DNS, and has it checked. */
export async function publishDomain(
  api: DemoClient,
  dns: LoopbackDns,
  { domain, domainId }: DemoTenant,
): Promise<void> {
  const { node } = await api.run<{ node: { records: Published[] } }>(
    `query DemoRecords($id: ID!) { node(id: $id) { ... on Domain { records { type name value } } } }`,
    { id: domainId },
  );
  dns.zone(domain);
  for (const record of node.records) publish(dns, record, node.records);
  await api.run(
    `mutation DemoCheck($input: CheckDomainInput!) { checkDomain(input: $input) { __typename ... on Refusal { reason } } }`,
    { input: { domainId } },
  );
}

function publish(dns: LoopbackDns, record: Published, all: readonly Published[]): void {
  if (record.type === 'MX') {
    const [preference = '10', exchange = ''] = record.value.split(' ');
    dns.set(record.name, 'MX', {
      preference: Number(preference),
      exchange: exchange.replace(/\.$/, ''),
    });
    return;
  }
  const alike = all.filter(({ type, name }) => type === record.type && name === record.name);
  dns.set(record.name, record.type, ...alike.map(({ value }) => value));
}

async function makeTenant(
  anonymous: DemoClient,
  { email, setupSecret }: { readonly email: string; readonly setupSecret: string },
): Promise<DemoTenant> {
  const adminPassword = randomBytes(15).toString('base64url');
  const person = await anonymous.signIn(
    `mutation DemoSignIn($input: SignInWithSetupSecretInput!) { signInWithSetupSecret(input: $input) { __typename ... on Refusal { reason } } }`,
    { input: { setupSecret, newPassword: adminPassword } },
  );
  const { createAccessToken } = await person.run<{ createAccessToken: { secret: string } }>(
    `mutation DemoToken($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { __typename ... on CreateAccessTokenSuccess { secret } ... on Refusal { reason } } }`,
    { input: { name: 'Demo', scopes: EVERYTHING_OF_A_TENANT } },
  );
  const api = anonymous.bearer(createAccessToken.secret);
  const organization = await make(api, 'Organization', { name: 'Demo Shop' });
  const server = await make(api, 'MailServer', {
    organizationId: organization.id,
    name: 'Production',
  });
  const domain = await make(api, 'Domain', {
    mailServerId: server.id,
    name: DOMAIN,
  });
  const key = await makeCredential(api, {
    mailServerId: server.id,
    type: 'API',
    name: 'Demo API key',
  });
  const login = await makeCredential(api, {
    mailServerId: server.id,
    type: 'SMTP',
    name: 'Demo SMTP login',
  });
  return {
    adminEmail: email,
    adminPassword,
    token: createAccessToken.secret,
    mailServerId: server.id,
    domain: DOMAIN,
    domainId: domain.id,
    apiKey: key.secret,
    smtpUsername: login.credential.username ?? '',
    smtpPassword: login.secret,
  };
}

async function makeCredential(
  api: DemoClient,
  input: Record<string, unknown>,
): Promise<NewCredential['createCredential']> {
  const { createCredential } = await api.run<NewCredential>(
    `mutation DemoCredential($input: CreateCredentialInput!) { createCredential(input: $input) { __typename ... on CreateCredentialSuccess { secret credential { username } } ... on Refusal { reason } } }`,
    { input },
  );
  return createCredential;
}

/** One `create…` mutation: `make(api, 'MailServer', input)` runs createMailServer. */
async function make(api: DemoClient, type: string, input: Record<string, unknown>): Promise<Made> {
  const field = type.charAt(0).toLowerCase() + type.slice(1);
  const { made } = await api.run<{ made: Record<string, Made> }>(
    `mutation DemoMake($input: Create${type}Input!) { made: create${type}(input: $input) { __typename ... on Create${type}Success { ${field} { id } } ... on Refusal { reason } } }`,
    { input },
  );
  const object = made[field];
  if (!object) throw new Error(`create${type} made nothing`);
  return object;
}
