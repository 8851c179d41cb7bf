import type { GraphQLSchema } from 'graphql';
import type { ApiClient } from '../support/api-client.js';
import { addPerson, secretsOf, signIn } from '../support/planted-people.js';
import { addDomain, createCredential, type Tenant } from '../support/tenant.js';
import { codeOfApp } from '../support/totp.js';
import type { World } from '../support/world.js';
import { DOCUMENT_MUTATIONS } from './every-document-mutation.js';
import { LIFECYCLE_MUTATIONS } from './every-lifecycle-mutation.js';
import { PEOPLE_MUTATIONS } from './every-people-mutation.js';
import { SIGN_IN_MUTATIONS } from './every-sign-in-mutation.js';

/** Documented by their Message and its events. */
export const SENDS: readonly string[] = [
  ...['sendMessage', 'sendMessages', 'sendRawMessage'],
  'requestPasswordReset',
];

/** A call that will succeed. */
export interface Call {
  readonly api: ApiClient;
  /** None for a mutation without arguments. */
  readonly input?: object;
}

/** One mutation of the schema: a new one needs a row here, and nothing else. */
export interface MutationRow {
  /** What its audit entry says was done. */
  readonly action: string;
  /** Whose chain the entry is in. */
  readonly of: 'organization' | 'installation';
  /** Makes what the call needs, every time anew. */
  readonly prepare: (scene: Scene) => Call | Promise<Call>;
}

/** The tests' world with one tenant in it. */
export class Scene {
  private made = 0;

  constructor(
    readonly world: World,
    readonly shop: Tenant,
  ) {}

  get admin(): ApiClient {
    return this.world.admin;
  }

  /** A name that nothing else has. */
  name(): string {
    this.made += 1;
    return `thing-${this.made}`;
  }

  /** The answer to a question of the administrator. */
  async ask<R>(document: string, variables: object): Promise<R> {
    const { data, errors } = await this.admin.ask<R, object>(document, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The address of a person with a password, or with a setup secret in its place. */
  async person(secret: { password: string } | { setupSecret: string }): Promise<string> {
    return (await addPerson(this.world, secret)).email;
  }

  /** Of a mail to somebody who lost the password. */
  async resetToken(): Promise<string> {
    const token = `phr_${this.name()}`;
    const email = await this.person({ password: PASSWORD });
    await this.world.database.query(
      `INSERT INTO password_resets (token_hash, user_id, expires_at)
       SELECT ?, id, '2040-01-01' FROM users WHERE email = ?`,
      [secretsOf(this.world).hash(token), email],
    );
    return token;
  }

  /** Somebody in a session of their own. */
  async signedIn(password: string): Promise<ApiClient> {
    return signIn(this.world, await this.person({ password }), password);
  }

  async deliveries(as: ApiClient = this.shop.api): Promise<string[]> {
    const { data } = await as.ask<{ sendMessage: { message: { id: string } } }, object>(
      'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on SendMessageSuccess { message { id } } } }',
      {
        input: { from: 'app@shop.test', to: ['ann@example.test', 'bob@example.test'], text: 'Hi.' },
      },
    );
    const message = await this.shop.message(data!.sendMessage.message.id);
    return message!.deliveries.nodes.map(({ id }) => id);
  }

  async organizationToken(): Promise<string> {
    const { organizationId } = this.shop;
    const { createOrganizationToken } = await this.ask<{
      createOrganizationToken: { accessToken: { id: string } };
    }>(
      'mutation ($input: CreateOrganizationTokenInput!) { createOrganizationToken(input: $input) { ... on CreateOrganizationTokenSuccess { accessToken { id } } } }',
      { input: { organizationId, name: this.name(), scopes: ['SERVERS_READ'] } },
    );
    return createOrganizationToken.accessToken.id;
  }

  async token(): Promise<string> {
    const { createAccessToken } = await this.ask<{
      createAccessToken: { accessToken: { id: string } };
    }>(
      'mutation ($name: String!) { createAccessToken(input: { name: $name, scopes: [SERVERS_READ] }) { ... on CreateAccessTokenSuccess { accessToken { id } } } }',
      { name: this.name() },
    );
    return createAccessToken.accessToken.id;
  }

  /** Somebody with an authenticator app, which shows another code every time. */
  async withTotp(): Promise<{ api: ApiClient; email: string; code: () => string }> {
    const email = await this.person({ password: PASSWORD });
    const api = await signIn(this.world, email, PASSWORD);
    let later = 0;
    const secret = await this.totpSecret(api);
    const code = () => codeOfApp(secret, this.world.clock.now(), later++);
    await api.ask(documentOf('confirmTotp', true), { input: { code: code() } });
    return { api, email, code };
  }

  /** The key of an app that is not confirmed yet. */
  async totpSecret(api: ApiClient): Promise<string> {
    const { data } = await api.ask<{ beginTotp: { secret: string } }, object>(
      'mutation ($input: BeginTotpInput!) { beginTotp(input: $input) { ... on BeginTotpSuccess { secret } } }',
      { input: { password: PASSWORD } },
    );
    return data?.beginTotp.secret ?? '';
  }

  async challenge(email: string): Promise<string> {
    const { data } = await this.world.anonymous.ask<{ signIn: { challenge: string } }, object>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { ... on TotpRequired { challenge } } }',
      { input: { email, password: PASSWORD } },
    );
    return data?.signIn.challenge ?? '';
  }

  async sessionId(api: ApiClient): Promise<string> {
    const { data } = await api.ask<{ viewer: { sessions: { nodes: { id: string }[] } } }, object>(
      '{ viewer { sessions { nodes { id } } } }',
    );
    return data?.viewer.sessions.nodes[0]?.id ?? '';
  }

  credential(): Promise<{ id: string; secret: string }> {
    return createCredential(this.admin, this.shop.serverId, 'API', { hold: true });
  }

  domain(): Promise<string> {
    const { serverId: mailServerId } = this.shop;
    return addDomain(this.admin, { mailServerId, name: `${this.name()}.test` });
  }
}

const PASSWORD = 'a password of somebody';

/** How each mutation that is no send is done. Whatever suspends something is followed by what lifts that. */
export const MUTATIONS: Readonly<Record<string, MutationRow>> = {
  ...DOCUMENT_MUTATIONS,
  ...LIFECYCLE_MUTATIONS,
  ...PEOPLE_MUTATIONS,
  ...SIGN_IN_MUTATIONS,
  cancelDeliveries: {
    action: 'delivery.cancelled',
    of: 'organization',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { deliveryIds: await scene.deliveries() },
    }),
  },
  changePassword: {
    action: 'user.passwordChanged',
    of: 'installation',
    prepare: async (scene) => ({
      api: await scene.signedIn(PASSWORD),
      input: { currentPassword: PASSWORD, newPassword: 'another password' },
    }),
  },
  checkDomain: {
    action: 'domain.checked',
    of: 'organization',
    prepare: async (scene) => ({ api: scene.admin, input: { domainId: await scene.domain() } }),
  },
  createAccessToken: {
    action: 'accessToken.created',
    of: 'installation',
    prepare: (scene) => ({
      api: scene.admin,
      input: { name: scene.name(), scopes: ['SERVERS_READ'] },
    }),
  },
  createCredential: {
    action: 'credential.created',
    of: 'organization',
    prepare: ({ admin, shop }) => ({
      api: admin,
      input: { mailServerId: shop.serverId, type: 'SMTP', name: 'Program' },
    }),
  },
  createDomain: {
    action: 'domain.created',
    of: 'organization',
    prepare: (scene) => ({
      api: scene.admin,
      input: { organizationId: scene.shop.organizationId, name: `${scene.name()}.test` },
    }),
  },
  createMailServer: {
    action: 'mailServer.created',
    of: 'organization',
    prepare: (scene) => ({
      api: scene.admin,
      input: { organizationId: scene.shop.organizationId, name: scene.name() },
    }),
  },
  createOrganization: {
    action: 'organization.created',
    of: 'organization',
    prepare: (scene) => ({ api: scene.admin, input: { name: scene.name() } }),
  },
  deleteDomain: {
    action: 'domain.deleted',
    of: 'organization',
    prepare: async (scene) => ({ api: scene.admin, input: { domainId: await scene.domain() } }),
  },
  releaseDeliveries: {
    action: 'delivery.released',
    of: 'organization',
    prepare: async (scene) => {
      const { secret } = await scene.credential();
      const deliveryIds = await scene.deliveries(scene.admin.bearer(secret));
      return { api: scene.admin, input: { deliveryIds } };
    },
  },
  retryDeliveries: {
    action: 'delivery.retried',
    of: 'organization',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { deliveryIds: await scene.deliveries() },
    }),
  },
  revokeAccessToken: {
    action: 'accessToken.revoked',
    of: 'installation',
    prepare: async (scene) => ({ api: scene.admin, input: { accessTokenId: await scene.token() } }),
  },
  revokeCredential: {
    action: 'credential.revoked',
    of: 'organization',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { credentialId: (await scene.credential()).id },
    }),
  },
  signIn: {
    action: 'session.begun',
    of: 'installation',
    prepare: async (scene) => ({
      api: scene.world.anonymous,
      input: { email: await scene.person({ password: PASSWORD }), password: PASSWORD },
    }),
  },
  signInWithSetupSecret: {
    action: 'user.passwordSet',
    of: 'installation',
    prepare: async (scene) => {
      const setupSecret = `phi_${scene.name()}`;
      await scene.person({ setupSecret });
      return { api: scene.world.anonymous, input: { setupSecret, newPassword: PASSWORD } };
    },
  },
  signOut: {
    action: 'session.ended',
    of: 'installation',
    prepare: async (scene) => ({ api: await scene.signedIn(PASSWORD) }),
  },
  suspendMailServer: {
    action: 'mailServer.suspended',
    of: 'organization',
    prepare: ({ admin, shop }) => ({
      api: admin,
      input: { mailServerId: shop.serverId, reason: 'a test' },
    }),
  },
  suspendOrganization: {
    action: 'organization.suspended',
    of: 'organization',
    prepare: ({ admin, shop }) => ({
      api: admin,
      input: { organizationId: shop.organizationId, reason: 'a test' },
    }),
  },
  unsuspendMailServer: {
    action: 'mailServer.unsuspended',
    of: 'organization',
    prepare: ({ admin, shop }) => ({ api: admin, input: { mailServerId: shop.serverId } }),
  },
  unsuspendOrganization: {
    action: 'organization.unsuspended',
    of: 'organization',
    prepare: ({ admin, shop }) => ({ api: admin, input: { organizationId: shop.organizationId } }),
  },
  updateCredential: {
    action: 'credential.updated',
    of: 'organization',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { credentialId: (await scene.credential()).id, hold: false },
    }),
  },
  updateMailServer: {
    action: 'mailServer.updated',
    of: 'organization',
    prepare: (scene) => ({
      api: scene.admin,
      input: { mailServerId: scene.shop.serverId, name: scene.name(), privacyMode: true },
    }),
  },
};

/** Mutations of the schema without a row, and rows without a mutation. */
export function uncovered(schema: GraphQLSchema): string[] {
  const names = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const known = [...SENDS, ...Object.keys(MUTATIONS)];
  return [
    ...names.filter((name) => !known.includes(name)),
    ...known.filter((name) => !names.includes(name)),
  ];
}

/** The document that does it and tells how it went. */
export function documentOf(mutation: string, hasInput: boolean): string {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  return hasInput
    ? `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename } }`
    : `mutation { ${mutation} { __typename } }`;
}
