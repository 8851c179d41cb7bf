import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { TooManySignIns } from '../../platform/passwords.js';
import { PersonRequired, SignInRefused } from './accounts.refusals.js';
import { newPassword, PASSWORD_RULE, triedPassword } from './password-input.js';
import { User } from './user.entity.js';

refusalType(SignInRefused, 'The proof is wrong. It is not said which part of it.');
refusalType(TooManySignIns, 'Too many sign-ins failed or are under way: try again later.');
refusalType(
  PersonRequired,
  'Only a person who signed in with a password may do this, not an access token.',
);

const user = { name: 'user', description: 'Who signed in.' } as const;

const SignInInput = builder.inputType('SignInInput', {
  description: 'Who signs in.',
  fields: (t) => ({
    email: t.field({ type: 'EmailAddress', required: true, description: 'Address of the user.' }),
    password: t.string({
      required: true,
      validate: triedPassword,
      description: 'Password of the user.',
    }),
  }),
});

const SignInWithSetupSecretInput = builder.inputType('SignInWithSetupSecretInput', {
  description: 'The first sign-in of an administrator.',
  fields: (t) => ({
    setupSecret: t.string({
      required: true,
      validate: z.string().max(200),
      description: 'The secret that Posthouse gave when it started.',
    }),
    newPassword: t.string({
      required: true,
      validate: newPassword,
      description: `The password from now on. ${PASSWORD_RULE}`,
    }),
  }),
});

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  description: 'A new password.',
  fields: (t) => ({
    currentPassword: t.string({
      required: true,
      validate: triedPassword,
      description: 'The password until now.',
    }),
    newPassword: t.string({
      required: true,
      validate: newPassword,
      description: `The password from now on. ${PASSWORD_RULE}`,
    }),
  }),
});

builder.mutationField('signIn', (t) =>
  t.field({
    type: User,
    authScopes: { public: true },
    description: 'Begins a session, kept in an HttpOnly cookie. Needs no permission.',
    args: { input: t.arg({ type: SignInInput, required: true, description: 'Who signs in.' }) },
    errors: { types: [SignInRefused, TooManySignIns], dataField: user },
    resolve: async (_root, { input }, context) => {
      const signedIn = await context.services.signIns.signIn(
        input.email,
        input.password,
        clientOf(context),
      );
      context.setSessionCookie(signedIn.sessionSecret);
      return signedIn.user;
    },
  }),
);

builder.mutationField('signInWithSetupSecret', (t) =>
  t.field({
    type: User,
    authScopes: { public: true },
    description:
      'Sets the first password of an administrator and begins a session. The secret holds once. Needs no permission.',
    args: {
      input: t.arg({
        type: SignInWithSetupSecretInput,
        required: true,
        description: 'The secret and the new password.',
      }),
    },
    errors: { types: [SignInRefused, TooManySignIns], dataField: user },
    resolve: async (_root, { input }, context) => {
      const signedIn = await context.services.signIns.signInWithSetupSecret(
        input.setupSecret,
        input.newPassword,
        clientOf(context),
      );
      context.setSessionCookie(signedIn.sessionSecret);
      return signedIn.user;
    },
  }),
);

builder.mutationField('signOut', (t) =>
  t.field({
    type: 'Boolean',
    authScopes: { signedIn: true },
    description: 'Ends this session. Needs a sign-in with a password.',
    errors: {
      types: [PersonRequired],
      dataField: { name: 'signedOut', description: 'Always true.' },
    },
    resolve: async (_root, _args, context) => {
      await context.services.signIns.signOut(context.caller);
      context.setSessionCookie(null);
      return true;
    },
  }),
);

builder.mutationField('changePassword', (t) =>
  t.field({
    type: User,
    authScopes: { signedIn: true },
    description:
      'Changes the password and ends all other sessions. Needs a sign-in with a password.',
    args: {
      input: t.arg({
        type: ChangePasswordInput,
        required: true,
        description: 'The old and the new password.',
      }),
    },
    errors: {
      types: [PersonRequired, SignInRefused, TooManySignIns],
      dataField: { name: 'user', description: 'Whose password it is.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.signIns.changePassword(caller, input.currentPassword, input.newPassword),
  }),
);

function clientOf(context: {
  readonly clientIp: string | null;
  readonly userAgent: string | null;
}) {
  return { ipAddress: context.clientIp, userAgent: context.userAgent };
}
