import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { encodeGlobalId, rowIdOf } from '../../api/global-ids.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { TooManySignIns } from '../../platform/passwords.js';
import { IdempotencyConflict, NotFound } from '../../platform/refusal.js';
import { OutOfScope, PasswordsOff, PersonRequired } from './accounts.refusals.js';
import { LastOwner } from './members.refusals.js';
import { newPassword, PASSWORD_RULE } from './password-input.js';
import { User } from './user.entity.js';
import { EmailTaken, OwnAdministration } from './users.refusals.js';

refusalType(EmailTaken, 'Another user has this address.');
refusalType(
  OwnAdministration,
  'An administrator can neither step down nor delete the own account.',
);

const user = { name: 'user', description: 'The user as it is now.' } as const;
const nameOfPerson = z.string().trim().min(1).max(LIMITS.nameCharacters);
const NAME_RULE = `Name for people, at most ${LIMITS.nameCharacters} characters.`;

const CreateUserInput = builder.inputType('CreateUserInput', {
  description: 'A new user.',
  fields: (t) => ({
    email: t.field({
      type: 'EmailAddress',
      required: true,
      description: 'The address to sign in with.',
    }),
    name: t.string({ required: true, validate: nameOfPerson, description: NAME_RULE }),
    password: t.string({
      validate: newPassword,
      description: `The first password; without one the user signs in with the provider, or sets one by mail. ${PASSWORD_RULE}`,
    }),
    isAdministrator: t.boolean({
      defaultValue: false,
      description: 'Whether it is an administrator of the whole installation.',
    }),
    idempotencyKey: t.string({
      validate: z.string().min(1).max(LIMITS.idempotencyKeyCharacters),
      description: 'A repetition with the same key within 24 h gives the first result.',
    }),
  }),
});

const UpdateUserInput = builder.inputType('UpdateUserInput', {
  description: 'What to change of a user; what is left out stays.',
  fields: (t) => ({
    userId: t.id({ required: true, description: 'The user.' }),
    name: t.string({ validate: nameOfPerson, description: NAME_RULE }),
    email: t.field({ type: 'EmailAddress', description: 'The address to sign in with.' }),
  }),
});

const SetUserAdministratorInput = builder.inputType('SetUserAdministratorInput', {
  description: 'Whether a user is an administrator.',
  fields: (t) => ({
    userId: t.id({ required: true, description: 'The user.' }),
    isAdministrator: t.boolean({
      required: true,
      description: 'Whether it is an administrator of the whole installation.',
    }),
  }),
});

const DeleteUserInput = builder.inputType('DeleteUserInput', {
  description: 'Which user to delete.',
  fields: (t) => ({ userId: t.id({ required: true, description: 'The user.' }) }),
});

const UpdateProfileInput = builder.inputType('UpdateProfileInput', {
  description: 'What to change of your own account.',
  fields: (t) => ({
    name: t.string({ required: true, validate: nameOfPerson, description: NAME_RULE }),
  }),
});

builder.mutationField('createUser', (t) =>
  t.field({
    type: User,
    authScopes: { permission: 'users:manage' },
    description: 'Creates a user. Needs users:manage.',
    args: {
      input: t.arg({ type: CreateUserInput, required: true, description: 'The new user.' }),
    },
    errors: {
      types: [OutOfScope, EmailTaken, PasswordsOff, TooManySignIns, IdempotencyConflict],
      dataField: user,
    },
    resolve: (_root, { input }, context) => {
      const { idempotencyKey, isAdministrator, password, ...named } = input;
      return context.services.users.create(
        context.caller,
        { ...named, password: password ?? null, isAdministrator: isAdministrator ?? false },
        idempotencyKey ?? context.idempotencyKey,
      );
    },
  }),
);

builder.mutationField('updateUser', (t) =>
  t.field({
    type: User,
    authScopes: { permission: 'users:manage' },
    description: 'Changes name or address of a user. Needs users:manage.',
    args: {
      input: t.arg({ type: UpdateUserInput, required: true, description: 'Which one, and what.' }),
    },
    errors: { types: [NotFound, OutOfScope, EmailTaken], dataField: user },
    resolve: (_root, { input }, { caller, services }) =>
      services.users.update(caller, rowIdOf(input.userId, 'User'), {
        name: input.name ?? undefined,
        email: input.email ?? undefined,
      }),
  }),
);

builder.mutationField('setUserAdministrator', (t) =>
  t.field({
    type: User,
    authScopes: { permission: 'users:manage' },
    description:
      'Makes a user an administrator of the installation, or takes that away, at once. Needs users:manage.',
    args: {
      input: t.arg({
        type: SetUserAdministratorInput,
        required: true,
        description: 'Which one, and whether.',
      }),
    },
    errors: { types: [NotFound, OutOfScope, OwnAdministration], dataField: user },
    resolve: (_root, { input }, { caller, services }) =>
      services.users.setAdministrator(caller, rowIdOf(input.userId, 'User'), input.isAdministrator),
  }),
);

builder.mutationField('deleteUser', (t) =>
  t.field({
    type: 'ID',
    authScopes: { permission: 'users:manage' },
    description:
      'Deletes a user with sessions, access tokens and memberships, at once. Needs users:manage.',
    args: { input: t.arg({ type: DeleteUserInput, required: true, description: 'Which one.' }) },
    errors: {
      types: [NotFound, OutOfScope, OwnAdministration, LastOwner],
      dataField: { name: 'deletedUserId', description: 'Id of the user that is gone.' },
    },
    resolve: async (_root, { input }, { caller, services }) => {
      const { id } = await services.users.delete(caller, rowIdOf(input.userId, 'User'));
      return encodeGlobalId('User', id);
    },
  }),
);

builder.mutationField('updateProfile', (t) =>
  t.field({
    type: User,
    authScopes: { signedIn: true },
    description: 'Changes your own account. Needs a sign-in as a person.',
    args: {
      input: t.arg({ type: UpdateProfileInput, required: true, description: 'What to change.' }),
    },
    errors: { types: [PersonRequired], dataField: user },
    resolve: (_root, { input }, { caller, services }) => services.users.rename(caller, input.name),
  }),
);
