import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { TooManySignIns } from '../../platform/passwords.js';
import { PasswordsOff, PersonRequired, SignInRefused, TotpRequired } from './accounts.refusals.js';
import { newPassword, PASSWORD_RULE, triedPassword } from './password-input.js';
import { triedCode } from './totp.graphql.js';
import { User } from './user.entity.js';

refusalType(SignInRefused, 'The proof is wrong. It is not said which part of it.');
refusalType(
  PasswordsOff,
  'Nobody signs in with a password here: see signInMethods. Nothing is said about the account.',
);
refusalType(TooManySignIns, 'Too many sign-ins failed or are under way: try again later.');
refusalType(
  TotpRequired,
  'The password is right, and a code is needed, too: go on with signInWithTotp.',
  (t) => ({
    challenge: t.exposeString('challenge', { description: 'Goes into signInWithTotp, once.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'Until when the code may be given.',
    }),
  }),
);
refusalType(PersonRequired, 'Only a person in a session may do this, not an access token.');

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

const SignInWithTotpInput = builder.inputType('SignInWithTotpInput', {
  description: 'The second step of a sign-in.',
  fields: (t) => ({
    challenge: t.string({
      required: true,
      validate: z.string().max(200),
      description: 'What TotpRequired gave.',
    }),
    code: t.string({
      required: true,
      validate: triedCode,
      description: 'A code of the app, or a recovery code. Each holds once.',
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
    description:
      'Begins a session, kept in an HttpOnly cookie; with a second factor, asks for a code instead (TotpRequired). Needs no permission.',
    args: { input: t.arg({ type: SignInInput, required: true, description: 'Who signs in.' }) },
    errors: { types: [SignInRefused, TotpRequired, PasswordsOff, TooManySignIns], dataField: user },
    resolve: async (_root, { input }, context) => {
      const signedIn = await context.services.signIns.signIn(
        input.email,
        input.password,
        context.caller,
      );
      context.setSessionCookie(signedIn.sessionSecret);
      return signedIn.user;
    },
  }),
);

builder.mutationField('signInWithTotp', (t) =>
  t.field({
    type: User,
    authScopes: { public: true },
    description:
      'The second step of a sign-in: begins the session, kept in an HttpOnly cookie. Needs no permission.',
    args: {
      input: t.arg({
        type: SignInWithTotpInput,
        required: true,
        description: 'The challenge and the code.',
      }),
    },
    errors: { types: [SignInRefused, PasswordsOff, TooManySignIns], dataField: user },
    resolve: async (_root, { input }, context) => {
      const { challenge, code } = input;
      const signedIn = await context.services.signIns.signInWithTotp(
        challenge,
        code,
        context.caller,
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
      'Sets the first password of an administrator and begins a session, where passwords are off as well. The secret holds once. Needs no permission.',
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
        context.caller,
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
    description: 'Ends this session. Needs a sign-in as a person.',
    errors: {
      types: [PersonRequired],
      dataField: { name: 'signedOut', description: 'Always true.' },
    },
    resolve: async (_root, _args, context) => {
      await context.services.sessions.end(context.caller);
      context.setSessionCookie(null);
      return true;
    },
  }),
);

builder.mutationField('changePassword', (t) =>
  t.field({
    type: User,
    authScopes: { signedIn: true },
    description: 'Changes the password and ends all other sessions. Needs a sign-in as a person.',
    args: {
      input: t.arg({
        type: ChangePasswordInput,
        required: true,
        description: 'The old and the new password.',
      }),
    },
    errors: {
      types: [PersonRequired, SignInRefused, PasswordsOff, TooManySignIns],
      dataField: { name: 'user', description: 'Whose password it is.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.signIns.changePassword(caller, input.currentPassword, input.newPassword),
  }),
);
