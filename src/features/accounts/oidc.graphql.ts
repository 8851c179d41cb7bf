import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { Cursors, pageOf, windowOf } from '../../api/paging.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { NotFound } from '../../platform/refusal.js';
import { PersonRequired } from './accounts.refusals.js';
import { OidcIdentity } from './oidc-identity.entity.js';
import { OnlyWayToSignIn } from './oidc.refusals.js';
import type { SignInMethods } from './sign-in-methods.js';
import { Viewer } from './users.graphql.js';

refusalType(OnlyWayToSignIn, 'Without this you could not sign in any more.');

const OidcMethod = builder.objectRef<NonNullable<SignInMethods['oidc']>>('OidcMethod').implement({
  description: 'The OpenID Connect provider with which people may sign in.',
  authScopes: { public: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name for people.' }),
    startUrl: t.exposeString('startUrl', {
      description:
        'Where to lead the browser. `?returnTo=` and a path of this site says where to go afterwards.',
    }),
  }),
});

const SignInMethodsType = builder.objectRef<SignInMethods>('SignInMethods').implement({
  description: 'How people may sign in here.',
  authScopes: { public: true },
  fields: (t) => ({
    password: t.exposeBoolean('password', {
      description: 'Whether address and password do.',
    }),
    oidc: t.field({
      type: OidcMethod,
      nullable: true,
      description: 'The provider; null where there is none.',
      resolve: ({ oidc }) => oidc,
    }),
  }),
});

builder.queryField('signInMethods', (t) =>
  t.field({
    type: SignInMethodsType,
    authScopes: { public: true },
    description: 'How people may sign in here. Needs no permission.',
    resolve: (_root, _args, { services }) => services.signInMethods,
  }),
);

const cursors = new Cursors('oidcIdentities');

builder.loadableNode(OidcIdentity, {
  name: 'OidcIdentity',
  description:
    'Whom you are for an OpenID Connect provider, which signs you in. Seen only by its user, in a session.',
  authScopes: { signedIn: true },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.oidcIdentities.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: OidcIdentity) => String(id),
  fields: (t) => ({
    issuer: t.exposeString('issuer', { description: 'The provider, as it calls itself.' }),
    subject: t.exposeString('subject', { description: "The provider's name for you." }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was linked.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      description: 'When it signed you in last.',
    }),
  }),
});

builder.objectField(Viewer, 'oidcIdentities', (t) =>
  t.connection({
    type: OidcIdentity,
    description:
      'With whom of which provider you sign in, oldest first; none for a token or key. Needs a sign-in.',
    resolve: async (caller, args, { services }) => {
      const keyset = windowOf(cursors, args);
      const rows = await services.oidcIdentities.list(caller, keyset);
      return pageOf(cursors, keyset, rows, ({ id }) => id);
    },
  }),
);

const UnlinkOidcIdentityInput = builder.inputType('UnlinkOidcIdentityInput', {
  description: 'Which identity to unlink.',
  fields: (t) => ({
    oidcIdentityId: t.id({ required: true, description: 'The identity.' }),
  }),
});

builder.mutationField('unlinkOidcIdentity', (t) =>
  t.field({
    type: OidcIdentity,
    authScopes: { signedIn: true },
    description:
      'Takes an identity off your account and ends your other sessions. Whoever signs in with the verified address of your account links an identity again. Needs a sign-in as a person.',
    args: {
      input: t.arg({ type: UnlinkOidcIdentityInput, required: true, description: 'Which one.' }),
    },
    errors: {
      types: [PersonRequired, NotFound, OnlyWayToSignIn],
      dataField: { name: 'oidcIdentity', description: 'The identity as it was.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.oidcIdentities.unlink(caller, rowIdOf(input.oidcIdentityId, 'OidcIdentity')),
  }),
);
