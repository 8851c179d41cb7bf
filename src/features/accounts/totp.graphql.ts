import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { TooManySignIns } from '../../platform/passwords.js';
import {
  PasswordsOff,
  PersonRequired,
  SignInRefused,
  TotpAlreadyOn,
  TotpNotOn,
} from './accounts.refusals.js';
import { triedPassword } from './password-input.js';
import type { NewTotpKey, TotpState } from './totp.service.js';
import { Viewer } from './users.graphql.js';

refusalType(TotpAlreadyOn, 'There is a second factor already.');
refusalType(TotpNotOn, 'There is no second factor.');

/** A code of the app, or a recovery code. */
export const triedCode = z.string().trim().min(1).max(64);

const TotpStateType = builder.objectRef<TotpState>('Totp').implement({
  description: 'Your second factor: an authenticator app.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      description: 'Since when signing in needs a code.',
    }),
    recoveryCodesLeft: t.exposeInt('recoveryCodesLeft', {
      description: 'Recovery codes that were not used yet.',
    }),
  }),
});

builder.objectField(Viewer, 'totp', (t) =>
  t.field({
    type: TotpStateType,
    nullable: true,
    description: 'Your second factor; null without one, and for a token or key. Needs a sign-in.',
    resolve: ({ identity }, _args, { services }) =>
      identity.kind === 'user' && identity.sessionId !== null
        ? services.totp.stateOf(identity.userId)
        : null,
  }),
);

const BeginTotpInput = builder.inputType('BeginTotpInput', {
  description: 'Who sets up an authenticator app.',
  fields: (t) => ({
    password: t.string({ required: true, validate: triedPassword, description: 'Your password.' }),
  }),
});

const ConfirmTotpInput = builder.inputType('ConfirmTotpInput', {
  description: 'Shows that the app has the key.',
  fields: (t) => ({
    code: t.string({ required: true, validate: triedCode, description: 'A code of the app.' }),
  }),
});

const DisableTotpInput = builder.inputType('DisableTotpInput', {
  description: 'Who takes the second factor away.',
  fields: (t) => ({
    password: t.string({ required: true, validate: triedPassword, description: 'Your password.' }),
    code: t.string({
      required: true,
      validate: triedCode,
      description: 'A code of the app, or a recovery code.',
    }),
  }),
});

const RenewRecoveryCodesInput = builder.inputType('RenewRecoveryCodesInput', {
  description: 'Who needs new recovery codes.',
  fields: (t) => ({
    code: t.string({
      required: true,
      validate: triedCode,
      description: 'A code of the app, or a recovery code.',
    }),
  }),
});

const BeginTotpSuccess = builder.objectRef<NewTotpKey>('BeginTotpSuccess').implement({
  description: 'It was done: the key counts once a code has confirmed it.',
  authScopes: { public: true },
  fields: (t) => ({
    secret: t.exposeString('secret', {
      description: 'The key in base32, to be typed into an app. Shown this once.',
    }),
    otpauthUrl: t.exposeString('otpauthUrl', {
      description: 'The same as an otpauth URL, mostly shown as a QR code.',
    }),
  }),
});

const recoveryCodes = {
  name: 'recoveryCodes',
  description: 'Each stands in for a code of the app once. Shown this once.',
} as const;

builder.mutationField('beginTotp', (t) =>
  t.field({
    type: BeginTotpSuccess,
    authScopes: { signedIn: true },
    description: 'Makes the key of an authenticator app. Needs a sign-in as a person.',
    args: {
      input: t.arg({ type: BeginTotpInput, required: true, description: 'Your password.' }),
    },
    errors: {
      types: [PersonRequired, SignInRefused, PasswordsOff, TooManySignIns, TotpAlreadyOn],
      directResult: true,
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.totp.begin(caller, input.password),
  }),
);

builder.mutationField('confirmTotp', (t) =>
  t.field({
    type: ['String'],
    authScopes: { signedIn: true },
    description: 'From now on signing in needs a code of the app. Needs a sign-in as a person.',
    args: {
      input: t.arg({ type: ConfirmTotpInput, required: true, description: 'A first code.' }),
    },
    errors: {
      types: [PersonRequired, SignInRefused, TooManySignIns, TotpAlreadyOn, TotpNotOn],
      dataField: recoveryCodes,
    },
    resolve: (_root, { input }, { caller, services }) => services.totp.confirm(caller, input.code),
  }),
);

builder.mutationField('disableTotp', (t) =>
  t.field({
    type: 'Boolean',
    authScopes: { signedIn: true },
    description: 'Signing in needs the password alone again. Needs a sign-in as a person.',
    args: {
      input: t.arg({
        type: DisableTotpInput,
        required: true,
        description: 'Your password, and a code.',
      }),
    },
    errors: {
      types: [PersonRequired, SignInRefused, PasswordsOff, TooManySignIns, TotpNotOn],
      dataField: { name: 'disabled', description: 'Always true.' },
    },
    resolve: async (_root, { input }, { caller, services }) => {
      await services.totp.disable(caller, input);
      return true;
    },
  }),
);

builder.mutationField('renewRecoveryCodes', (t) =>
  t.field({
    type: ['String'],
    authScopes: { signedIn: true },
    description:
      'Makes new recovery codes; those until now do not hold any more. Needs a sign-in as a person.',
    args: {
      input: t.arg({ type: RenewRecoveryCodesInput, required: true, description: 'A code.' }),
    },
    errors: {
      types: [PersonRequired, SignInRefused, TooManySignIns, TotpNotOn],
      dataField: recoveryCodes,
    },
    resolve: (_root, { input }, { caller, services }) =>
      services.totp.renewRecoveryCodes(caller, input.code),
  }),
);
