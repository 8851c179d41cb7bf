import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { TooManySignIns } from '../../platform/passwords.js';
import { PasswordsOff, PersonRequired, SignInRefused } from './accounts.refusals.js';
import {
  EmailChangeNotUsable,
  EmailUnchanged,
  RecentSignInRequired,
} from './email-change.refusals.js';
import { triedPassword } from './password-input.js';
import { User } from './user.entity.js';

refusalType(
  RecentSignInRequired,
  'The password is needed, or a session that began within the last ten minutes.',
);
refusalType(EmailUnchanged, 'The new address is the old one.');
refusalType(
  EmailChangeNotUsable,
  'The token does not hold, or not for this account. It is not said why.',
);

const RequestEmailChangeInput = builder.inputType('RequestEmailChangeInput', {
  description: 'Your new address.',
  fields: (t) => ({
    email: t.field({
      type: 'EmailAddress',
      required: true,
      description: 'The address to sign in with from then on.',
    }),
    password: t.string({
      validate: triedPassword,
      description: 'Your password; not needed within ten minutes after a sign-in.',
    }),
  }),
});

const ConfirmEmailChangeInput = builder.inputType('ConfirmEmailChangeInput', {
  description: 'What came by mail to the new address.',
  fields: (t) => ({
    token: t.string({
      required: true,
      validate: z.string().max(200),
      description: 'The token of the mail; it holds once, for 24 hours.',
    }),
  }),
});

builder.mutationField('requestEmailChange', (t) =>
  t.field({
    type: 'Boolean',
    authScopes: { signedIn: true },
    description:
      'Sends a mail with a token to your new address, and a note to the old one. The answer is the same whether somebody has the new address or not. Takes the place of an earlier request. Needs a sign-in as a person.',
    args: {
      input: t.arg({
        type: RequestEmailChangeInput,
        required: true,
        description: 'Your new address.',
      }),
    },
    errors: {
      types: [
        PersonRequired,
        SignInRefused,
        PasswordsOff,
        RecentSignInRequired,
        EmailUnchanged,
        TooManySignIns,
      ],
      dataField: { name: 'requested', description: 'Always true.' },
    },
    resolve: async (_root, { input }, { caller, services }) => {
      await services.emailChanges.request(caller, input.email, input.password ?? null);
      return true;
    },
  }),
);

builder.mutationField('confirmEmailChange', (t) =>
  t.field({
    type: User,
    authScopes: { signedIn: true },
    description:
      'Changes your address to the one that got the token; tokens for a new password that were mailed to the former one hold no more. Needs a sign-in as a person.',
    args: {
      input: t.arg({
        type: ConfirmEmailChangeInput,
        required: true,
        description: 'The token.',
      }),
    },
    errors: {
      types: [PersonRequired, EmailChangeNotUsable, TooManySignIns],
      dataField: { name: 'user', description: 'You, with the new address.' },
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.emailChanges.confirm(caller, input.token),
  }),
);
