import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { TooManySignIns } from '../../platform/passwords.js';
import { PasswordsOff, SignInRefused } from './accounts.refusals.js';
import { newPassword, PASSWORD_RULE } from './password-input.js';

const RequestPasswordResetInput = builder.inputType('RequestPasswordResetInput', {
  description: 'Who lost a password.',
  fields: (t) => ({
    email: t.field({ type: 'EmailAddress', required: true, description: 'Address of the user.' }),
  }),
});

const ResetPasswordInput = builder.inputType('ResetPasswordInput', {
  description: 'A new password, with the token that came by mail.',
  fields: (t) => ({
    token: t.string({
      required: true,
      validate: z.string().max(200),
      description: 'The token of the mail; it holds once, for an hour.',
    }),
    newPassword: t.string({
      required: true,
      validate: newPassword,
      description: `The password from now on. ${PASSWORD_RULE}`,
    }),
  }),
});

builder.mutationField('requestPasswordReset', (t) =>
  t.field({
    type: 'Boolean',
    authScopes: { public: true },
    description:
      'Sends a mail with which a new password can be set. The answer is the same whether there is such a user or not. Needs no permission.',
    args: {
      input: t.arg({
        type: RequestPasswordResetInput,
        required: true,
        description: 'Who lost a password.',
      }),
    },
    errors: {
      types: [PasswordsOff, TooManySignIns],
      dataField: { name: 'requested', description: 'Always true.' },
    },
    resolve: async (_root, { input }, { services, caller }) => {
      await services.passwordResets.request(input.email, caller.origin);
      return true;
    },
  }),
);

builder.mutationField('resetPassword', (t) =>
  t.field({
    type: 'Boolean',
    authScopes: { public: true },
    description:
      'Sets a new password with a token that came by mail, and ends all sessions of its user. Does not sign in. Needs no permission.',
    args: {
      input: t.arg({
        type: ResetPasswordInput,
        required: true,
        description: 'The token and the new password.',
      }),
    },
    errors: {
      types: [SignInRefused, PasswordsOff, TooManySignIns],
      dataField: { name: 'passwordReset', description: 'Always true.' },
    },
    resolve: async (_root, { input }, { services, caller }) => {
      await services.passwordResets.reset(input.token, input.newPassword, caller.origin);
      return true;
    },
  }),
);
