import { randomBytes } from 'node:crypto';
import { DemoClient } from '../../../src/demo/demo-client.js';
import type { LoopbackDns, RecordType } from '../../../src/demo/loopback-dns.js';
import { BenchError } from '../../bench-error.js';
import { SENDER_DOMAINS } from '../../tools/letters.js';

const SCOPES = ['ORGANIZATIONS_CREATE', 'SERVERS_CREATE', 'CREDENTIALS_MANAGE', 'DOMAINS_MANAGE'];
const READ_SCOPES = [
  'ORGANIZATIONS_READ',
  'SERVERS_READ',
  'CREDENTIALS_READ',
  'DOMAINS_READ',
  'EVENTS_READ',
];

interface DnsRecord {
  readonly purpose: string;
  readonly type: RecordType;
  readonly name: string;
  readonly value: string;
}

interface Domain {
  readonly verifiedAt: string | null;
  readonly checks: readonly { readonly kind: string; readonly status: string }[];
}

export interface Installation {
  readonly endpoint: string;
  readonly setupSecret: string;
  readonly dns: LoopbackDns;
}

export interface Tenant {
  readonly mailServerId: string;
  /** A key of this mail server for the API. */
  readonly apiKey: string;
  /** One more. */
  makeApiKey(): Promise<string>;
  /** The place behind its newest event. */
  eventCursor(): Promise<string>;
}

/**
 * Makes, through the public API, a mail server with two verified sender domains, an API key, and a credential
 * for whoever connects from this machine. The DKIM keys of one domain are published, so its mail is signed.
 */
export async function makeTenant({ endpoint, setupSecret, dns }: Installation): Promise<Tenant> {
  const api = await administrator(endpoint, setupSecret);
  const organizationId = await make(api, 'Organization', { name: 'Bench' });
  const mailServerId = await make(api, 'MailServer', { organizationId, name: 'Bench' });
  const network = '127.0.0.0/8';
  await make(api, 'Credential', { mailServerId, type: 'SMTP_IP', name: 'Bench', network });
  const domains = [
    { name: SENDER_DOMAINS.signed, isSigned: true },
    { name: SENDER_DOMAINS.unsigned, isSigned: false },
  ];
  for (const { name, isSigned } of domains) {
    const domainId = await make(api, 'Domain', { mailServerId, name });
    await publish({ api, dns, domainId, isSigned });
    requireState(name, await check(api, domainId), isSigned);
  }
  return {
    mailServerId,
    apiKey: await makeApiKey(api, mailServerId),
    makeApiKey: () => makeApiKey(api, mailServerId),
    eventCursor: () => eventCursorOf(api, mailServerId),
  };
}

async function administrator(endpoint: string, setupSecret: string): Promise<DemoClient> {
  const anonymous = new DemoClient(endpoint);
  const newPassword = randomBytes(15).toString('base64url');
  const person = await anonymous.signIn(
    `mutation BenchSignIn($input: SignInWithSetupSecretInput!) {
      signInWithSetupSecret(input: $input) { __typename ... on Refusal { reason } }
    }`,
    { input: { setupSecret, newPassword } },
  );
  const { createAccessToken } = await person.run<{ createAccessToken: { secret: string } }>(
    `mutation BenchToken($input: CreateAccessTokenInput!) {
      createAccessToken(input: $input) {
        __typename ... on CreateAccessTokenSuccess { secret } ... on Refusal { reason }
      }
    }`,
    { input: { name: 'Bench', scopes: [...SCOPES, ...READ_SCOPES] } },
  );
  return anonymous.bearer(createAccessToken.secret);
}

/** One `create…` mutation; gives the id of what it made. */
async function make(
  api: DemoClient,
  type: string,
  input: Record<string, unknown>,
): Promise<string> {
  const field = type.charAt(0).toLowerCase() + type.slice(1);
  const { made } = await api.run<{ made: Record<string, { id: string }> }>(
    `mutation BenchMake($input: Create${type}Input!) {
      made: create${type}(input: $input) {
        __typename ... on Create${type}Success { ${field} { id } } ... on Refusal { reason }
      }
    }`,
    { input },
  );
  return made[field]?.id ?? '';
}

async function makeApiKey(api: DemoClient, mailServerId: string): Promise<string> {
  const { createCredential } = await api.run<{ createCredential: { secret: string } }>(
    `mutation BenchKey($input: CreateCredentialInput!) {
      createCredential(input: $input) {
        __typename ... on CreateCredentialSuccess { secret } ... on Refusal { reason }
      }
    }`,
    { input: { mailServerId, type: 'API', name: 'Bench' } },
  );
  return createCredential.secret;
}

async function eventCursorOf(api: DemoClient, id: string): Promise<string> {
  const { node } = await api.run<{ node: { eventCursor: string } }>(
    'query BenchCursor($id: ID!) { node(id: $id) { ... on MailServer { eventCursor } } }',
    { id },
  );
  return node.eventCursor;
}

interface Publication {
  readonly api: DemoClient;
  readonly dns: LoopbackDns;
  readonly domainId: string;
  readonly isSigned: boolean;
}

async function publish({ api, dns, domainId, isSigned }: Publication): Promise<void> {
  const { node } = await api.run<{ node: { name: string; records: DnsRecord[] } }>(
    `query BenchRecords($id: ID!) {
      node(id: $id) { ... on Domain { name records { purpose type name value } } }
    }`,
    { id: domainId },
  );
  dns.zone(node.name);
  for (const { purpose, type, name, value } of node.records) {
    const isWanted = isSigned || !purpose.startsWith('DKIM');
    if (isWanted && type !== 'MX') dns.set(name, type, ...valuesAt(node.records, { type, name }));
    else if (isWanted) dns.set(name, type, exchangeOf(value));
  }
}

function valuesAt(records: readonly DnsRecord[], at: Pick<DnsRecord, 'type' | 'name'>): string[] {
  return records
    .filter(({ type, name }) => type === at.type && name === at.name)
    .map(({ value }) => value);
}

function exchangeOf(value: string): { preference: number; exchange: string } {
  const [preference = '10', exchange = ''] = value.split(' ');
  return { preference: Number(preference), exchange: exchange.replace(/\.$/, '') };
}

async function check(api: DemoClient, domainId: string): Promise<Domain> {
  const { checkDomain } = await api.run<{ checkDomain: { domain: Domain } }>(
    `mutation BenchCheck($input: CheckDomainInput!) {
      checkDomain(input: $input) {
        __typename
        ... on CheckDomainSuccess { domain { verifiedAt checks { kind status } } }
        ... on Refusal { reason }
      }
    }`,
    { input: { domainId } },
  );
  return checkDomain.domain;
}

function requireState(name: string, { verifiedAt, checks }: Domain, isSigned: boolean): void {
  const wanted = isSigned ? 'OK' : 'MISSING';
  const keys = checks.filter(({ kind }) => kind.startsWith('DKIM'));
  if (verifiedAt !== null && keys.length > 0 && keys.every(({ status }) => status === wanted)) {
    return;
  }
  throw new BenchError(`${name} is not as it should be: ${JSON.stringify({ verifiedAt, checks })}`);
}
