import { createTransport, type Transporter } from 'nodemailer';
import type { LoopbackDns } from '../../src/demo/loopback-dns.js';
import { graphql } from '../gql/index.js';
import type { MailServerMode, SendMessageInput } from '../gql/graphql.js';
import type { ApiClient } from './api-client.js';
import { eventually } from './eventually.js';
import { succeeded } from './succeeded.js';

/** What a tenant needs of the world that it lives in, be that in this process or in others. */
export interface Surroundings {
  /** The API as its administrator. */
  readonly admin: ApiClient;
  readonly dns: LoopbackDns;
  address(listener: 'SMTP_LISTEN' | 'SUBMISSION_LISTEN' | 'SUBMISSIONS_LISTEN'): {
    readonly host: string;
    readonly port: number;
  };
}

export interface TenantOptions {
  /** A sender domain that is added, published and checked. */
  readonly verifiedDomain?: string;
  readonly mode?: MailServerMode;
  /** An organization that is there already; else it gets one of its own. */
  readonly organizationId?: string;
}

const MESSAGE_STATE = graphql(`
  query MessageState($id: ID!) {
    node(id: $id) {
      ... on Message {
        id
        subject
        sizeBytes
        deliveries(first: 10) {
          nodes {
            id
            recipient
            status
            attemptCount
            nextAttemptAt
            heldBecause
            attempts(last: 5) {
              nodes {
                outcome {
                  kind
                  code
                  enhancedCode
                  reply
                  stage
                }
                decision {
                  host
                  tls
                  reasons {
                    rule
                    because
                  }
                  signatures {
                    domain
                    selector
                    algorithm
                  }
                }
                transcript
              }
            }
          }
        }
        events(first: 20) {
          nodes {
            kind
            at
            cursor
            recipient
          }
        }
      }
    }
  }
`);

/** One tenant of a world: an organization, a mail server, and the verbs of its apps. */
export class Tenant {
  private login: { username: string; password: string } | null = null;

  private constructor(
    readonly world: Surroundings,
    readonly number: number,
    readonly organizationId: string,
    readonly serverId: string,
    /** The GraphQL door with an API key of this mail server. */
    readonly api: ApiClient,
    readonly domain: string | null,
    readonly domainId: string | null,
  ) {}

  static async create(
    world: Surroundings,
    number: number,
    options: TenantOptions,
  ): Promise<Tenant> {
    const { admin } = world;
    const organizationId = options.organizationId ?? (await createOrganization(admin, number));
    const { createMailServer } = await admin.run(
      graphql(`
        mutation TestMailServer($input: CreateMailServerInput!) {
          createMailServer(input: $input) {
            __typename
            ... on CreateMailServerSuccess {
              mailServer {
                id
              }
            }
            ... on Refusal {
              reason
            }
          }
        }
      `),
      { input: { organizationId, name: 'Production', mode: options.mode ?? 'LIVE' } },
    );
    const serverId = succeeded(createMailServer, 'CreateMailServerSuccess').mailServer.id;
    const api = admin.bearer((await createCredential(admin, serverId, 'API')).secret);
    const domain = options.verifiedDomain ?? null;
    const domainId = domain === null ? null : await addVerifiedDomain(world, serverId, domain);
    return new Tenant(world, number, organizationId, serverId, api, domain, domainId);
  }

  /** sendMessage, with what a test does not care about filled in; its result union. */
  async sendMessage(input: Partial<SendMessageInput> = {}) {
    const { sendMessage } = await this.api.run(
      graphql(`
        mutation TestSend($input: SendMessageInput!) {
          sendMessage(input: $input) {
            __typename
            ... on SendMessageSuccess {
              message {
                id
                subject
              }
            }
            ... on Refusal {
              code
              reason
              path
            }
          }
        }
      `),
      {
        input: {
          mailServerId: this.serverId,
          from: `app@${this.domain ?? 'nowhere.test'}`,
          to: [`ann-${this.number}@example.test`],
          subject: 'Hello',
          text: 'Hello.',
          ...input,
        },
      },
    );
    return sendMessage;
  }

  /** Sends and gives the message's id; a refusal fails the test. */
  async send(input: Partial<SendMessageInput> = {}): Promise<string> {
    return succeeded(await this.sendMessage(input), 'SendMessageSuccess').message.id;
  }

  /** User name and password of an SMTP credential of this server. */
  async smtpLogin(): Promise<{ username: string; password: string }> {
    if (!this.login) {
      const { username, secret } = await createCredential(this.world.admin, this.serverId, 'SMTP');
      this.login = { username: username ?? '', password: secret };
    }
    return this.login;
  }

  /** nodemailer, as an app would use it; close it after use. */
  async transport(options: { secure?: boolean; pool?: boolean } = {}): Promise<Transporter> {
    const { username, password } = await this.smtpLogin();
    const listener = options.secure ? 'SUBMISSIONS_LISTEN' : 'SUBMISSION_LISTEN';
    return createTransport({
      ...this.world.address(listener),
      secure: options.secure ?? false,
      ...(options.pool ? { pool: true as const } : {}),
      auth: { user: username, pass: password },
      tls: { rejectUnauthorized: false },
    } as Parameters<typeof createTransport>[0]);
  }

  /** The message with deliveries, attempts and events; null when the caller may not see it. */
  async message(id: string, as: ApiClient = this.api) {
    const { node } = await as.run(MESSAGE_STATE, { id });
    return node && 'deliveries' in node ? node : null;
  }

  /** Waits until every delivery of the message has one of these statuses. */
  async settles(id: string, ...statuses: string[]) {
    await eventually(
      () => this.message(id),
      (found) => found?.deliveries.nodes.every(({ status }) => statuses.includes(status)) ?? false,
    );
    return (await this.message(id))!; // a query reads field by field: only the next one sees it all
  }

  /** Waits until the first delivery of the message has been tried so often. */
  async tried(id: string, attempts: number) {
    await eventually(
      () => this.message(id),
      (found) => (found?.deliveries.nodes[0]?.attempts.nodes.length ?? 0) >= attempts,
    );
    return (await this.message(id))!; // as above
  }
}

async function createOrganization(admin: ApiClient, number: number): Promise<string> {
  const { createOrganization: result } = await admin.run(
    graphql(`
      mutation TestOrganization($input: CreateOrganizationInput!) {
        createOrganization(input: $input) {
          __typename
          ... on CreateOrganizationSuccess {
            organization {
              id
            }
          }
          ... on Refusal {
            reason
          }
        }
      }
    `),
    { input: { name: `Organization ${number}` } },
  );
  return succeeded(result, 'CreateOrganizationSuccess').organization.id;
}

export async function createCredential(
  admin: ApiClient,
  mailServerId: string,
  type: 'API' | 'SMTP' | 'SMTP_IP',
  options: { network?: string; hold?: boolean; idempotencyKey?: string } = {},
) {
  const { createCredential: result } = await admin.run(
    graphql(`
      mutation TestCredential($input: CreateCredentialInput!) {
        createCredential(input: $input) {
          __typename
          ... on CreateCredentialSuccess {
            secret
            credential {
              id
              username
            }
          }
          ... on Refusal {
            reason
          }
        }
      }
    `),
    { input: { mailServerId, type, name: `Test ${type}`, ...options } },
  );
  const { secret, credential } = succeeded(result, 'CreateCredentialSuccess');
  return { id: credential.id, username: credential.username, secret: secret ?? '' };
}

/** Adds a domain, publishes exactly what is asked for, and has it checked. */
export async function addVerifiedDomain(
  world: Surroundings,
  mailServerId: string,
  name: string,
): Promise<string> {
  const domainId = await addDomain(world.admin, { mailServerId, name });
  await publishRecords(world, domainId, name);
  await checkDomain(world.admin, domainId);
  return domainId;
}

export async function addDomain(
  admin: ApiClient,
  input: { name: string; mailServerId?: string; organizationId?: string },
): Promise<string> {
  const { createDomain } = await admin.run(
    graphql(`
      mutation TestDomain($input: CreateDomainInput!) {
        createDomain(input: $input) {
          __typename
          ... on CreateDomainSuccess {
            domain {
              id
            }
          }
          ... on Refusal {
            code
            reason
          }
        }
      }
    `),
    { input },
  );
  return succeeded(createDomain, 'CreateDomainSuccess').domain.id;
}

/** Publishes the records that Posthouse asks for, in the world's DNS. */
export async function publishRecords(
  world: Surroundings,
  domainId: string,
  name: string,
): Promise<void> {
  const { node } = await world.admin.run(
    graphql(`
      query TestRecords($id: ID!) {
        node(id: $id) {
          ... on Domain {
            records {
              purpose
              type
              name
              value
            }
          }
        }
      }
    `),
    { id: domainId },
  );
  if (!node || !('records' in node)) throw new Error('there is no such domain');
  world.dns.zone(name);
  for (const record of node.records) {
    if (record.type === 'MX') {
      const [preference = '', exchange = ''] = record.value.split(' ');
      world.dns.set(record.name, 'MX', { preference: Number(preference), exchange });
      continue;
    }
    const alike = node.records.filter(
      (other) => other.type === record.type && other.name === record.name,
    );
    world.dns.set(record.name, record.type, ...alike.map(({ value }) => value));
  }
}

export async function checkDomain(admin: ApiClient, domainId: string) {
  const { checkDomain: result } = await admin.run(
    graphql(`
      mutation TestCheck($input: CheckDomainInput!) {
        checkDomain(input: $input) {
          __typename
          ... on CheckDomainSuccess {
            domain {
              id
              verifiedAt
              checks {
                kind
                status
                expected
                found
                fix
              }
            }
          }
          ... on Refusal {
            reason
          }
        }
      }
    `),
    { input: { domainId } },
  );
  return succeeded(result, 'CheckDomainSuccess').domain;
}
