import { plantIdentity } from '../support/oidc/planted-identity.js';
import { addPerson, secretsOf, signIn } from '../support/planted-people.js';
import { codeOfApp } from '../support/totp.js';
import type { MutationRow } from './every-mutation.js';

const PASSWORD = 'a password of somebody';

/** Sessions, second factors, lost passwords, and tokens of organizations. */
export const SIGN_IN_MUTATIONS: Readonly<Record<string, MutationRow>> = {
  beginTotp: {
    action: 'user.totpBegun',
    of: 'installation',
    prepare: async (scene) => ({
      api: await scene.signedIn(PASSWORD),
      input: { password: PASSWORD },
    }),
  },
  confirmEmailChange: {
    action: 'user.emailChanged',
    of: 'installation',
    prepare: async ({ world }) => {
      const { id, email } = await addPerson(world, { password: PASSWORD });
      const token = `phe_of_${id}`;
      await world.database.query(
        "INSERT INTO email_changes (user_id, email, token_hash, expires_at) VALUES (?, ?, ?, '2040-01-01')",
        [id, `new-${email}`, secretsOf(world).hash(token)],
      );
      return { api: await signIn(world, email, PASSWORD), input: { token } };
    },
  },
  confirmTotp: {
    action: 'user.totpConfirmed',
    of: 'installation',
    prepare: async (scene) => {
      const api = await scene.signedIn(PASSWORD);
      const secret = await scene.totpSecret(api);
      return { api, input: { code: codeOfApp(secret, scene.world.clock.now()) } };
    },
  },
  createOrganizationToken: {
    action: 'accessToken.created',
    of: 'organization',
    prepare: (scene) => ({
      api: scene.admin,
      input: {
        organizationId: scene.shop.organizationId,
        name: scene.name(),
        scopes: ['SERVERS_READ'],
      },
    }),
  },
  disableTotp: {
    action: 'user.totpDisabled',
    of: 'installation',
    prepare: async (scene) => {
      const { api, code } = await scene.withTotp();
      return { api, input: { password: PASSWORD, code: code() } };
    },
  },
  renewRecoveryCodes: {
    action: 'user.recoveryCodesRenewed',
    of: 'installation',
    prepare: async (scene) => {
      const { api, code } = await scene.withTotp();
      return { api, input: { code: code() } };
    },
  },
  requestEmailChange: {
    action: 'user.emailChangeRequested',
    of: 'installation',
    prepare: async (scene) => ({
      api: await scene.signedIn(PASSWORD),
      input: { email: `${scene.name()}@people.test`, password: PASSWORD },
    }),
  },
  resetPassword: {
    action: 'user.passwordReset',
    of: 'installation',
    prepare: async (scene) => ({
      api: scene.world.anonymous,
      input: { token: await scene.resetToken(), newPassword: PASSWORD },
    }),
  },
  revokeOrganizationToken: {
    action: 'accessToken.revoked',
    of: 'organization',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { accessTokenId: await scene.organizationToken() },
    }),
  },
  revokeSession: {
    action: 'session.ended',
    of: 'installation',
    prepare: async (scene) => {
      const api = await scene.signedIn(PASSWORD);
      return { api, input: { sessionId: await scene.sessionId(api) } };
    },
  },
  signInWithTotp: {
    action: 'session.begun',
    of: 'installation',
    prepare: async (scene) => {
      const { email, code } = await scene.withTotp();
      const challenge = await scene.challenge(email);
      return { api: scene.world.anonymous, input: { challenge, code: code() } };
    },
  },
  signOutEverywhere: {
    action: 'session.allEnded',
    of: 'installation',
    prepare: async (scene) => ({ api: await scene.signedIn(PASSWORD) }),
  },
  unlinkOidcIdentity: {
    action: 'oidcIdentity.unlinked',
    of: 'installation',
    prepare: async (scene) => {
      const { id, email } = await addPerson(scene.world, { password: PASSWORD });
      const api = await signIn(scene.world, email, PASSWORD);
      return { api, input: { oidcIdentityId: await plantIdentity(scene.world.database, id) } };
    },
  },
};
