import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { SLUG_RULE, slugInput } from '../../api/slug-input.js';
import { LIMITS } from '../../config/limits.js';
import { IdempotencyConflict, NotFound, QuotaReached } from '../../platform/refusal.js';
import { SlugTaken } from '../accounts/accounts.refusals.js';
import { MailServer, RESERVED_SERVER_SLUGS } from './mail-server.entity.js';
import { MailServerModeEnum } from './servers.graphql.js';

const name = z.string().trim().min(1).max(LIMITS.nameCharacters);
const mailServer = { name: 'mailServer', description: 'The mail server as it is now.' } as const;

const CreateMailServerInput = builder.inputType('CreateMailServerInput', {
  description: 'A new mail server.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The organization that it belongs to.' }),
    name: t.string({
      required: true,
      validate: name,
      description: `Name for people, at most ${LIMITS.nameCharacters} characters.`,
    }),
    slug: t.string({
      validate: slugInput(RESERVED_SERVER_SLUGS),
      description: `Short name, unique in the organization, which never changes; SMTP user names begin with it: ${SLUG_RULE}. Made from the name when it is left out.`,
    }),
    mode: t.field({
      type: MailServerModeEnum,
      defaultValue: 'LIVE',
      description: 'What it does with mail.',
    }),
    idempotencyKey: t.string({
      validate: z.string().min(1).max(LIMITS.idempotencyKeyCharacters),
      description: 'A repetition with the same key within 24 h gives the first result.',
    }),
  }),
});

const UpdateMailServerInput = builder.inputType('UpdateMailServerInput', {
  description: 'Settings to change; what is left out stays.',
  fields: (t) => ({
    mailServerId: t.id({ required: true, description: 'The mail server.' }),
    name: t.string({ validate: name, description: 'Name for people.' }),
    mode: t.field({ type: MailServerModeEnum, description: 'What it does with mail.' }),
    allowSender: t.boolean({
      description: 'Whether a verified Sender lets a message pass whose From is not verified.',
    }),
    privacyMode: t.boolean({
      description: 'Whether the name and address of clients stay out of Received header fields.',
    }),
    retryAttempts: t.int({
      validate: z.int().min(1).max(100),
      description: 'Attempts before a delivery expires, 1 to 100; null follows the installation.',
    }),
    postmasterAddress: t.field({
      type: 'EmailAddress',
      description:
        "Whom reports to senders name for questions; null for the postmaster of the sender's domain.",
    }),
  }),
});

const SuspendMailServerInput = builder.inputType('SuspendMailServerInput', {
  description: 'Which mail server to suspend, and why.',
  fields: (t) => ({
    mailServerId: t.id({ required: true, description: 'The mail server.' }),
    reason: t.string({
      required: true,
      validate: z.string().trim().min(1).max(LIMITS.reasonCharacters),
      description: 'Why, for its users to read.',
    }),
  }),
});

const UnsuspendMailServerInput = builder.inputType('UnsuspendMailServerInput', {
  description: 'Which mail server to let go on.',
  fields: (t) => ({ mailServerId: t.id({ required: true, description: 'The mail server.' }) }),
});

builder.mutationField('createMailServer', (t) =>
  t.field({
    type: MailServer,
    authScopes: { permission: 'servers:create' },
    description: 'Creates a mail server in an organization. Needs servers:create there.',
    args: {
      input: t.arg({
        type: CreateMailServerInput,
        required: true,
        description: 'The new mail server.',
      }),
    },
    errors: {
      types: [NotFound, SlugTaken, QuotaReached, IdempotencyConflict],
      dataField: mailServer,
    },
    resolve: (_root, { input }, context) =>
      context.services.servers.create(
        context.caller,
        {
          organizationId: rowIdOf(input.organizationId, 'Organization'),
          name: input.name,
          mode: input.mode ?? 'LIVE',
          ...(input.slug != null && { slug: input.slug }),
        },
        input.idempotencyKey ?? context.idempotencyKey,
      ),
  }),
);

builder.mutationField('updateMailServer', (t) =>
  t.field({
    type: MailServer,
    authScopes: { permission: 'servers:update' },
    description: 'Changes settings of a mail server. Needs servers:update on it.',
    args: {
      input: t.arg({
        type: UpdateMailServerInput,
        required: true,
        description: 'Which one, and its settings.',
      }),
    },
    errors: { types: [NotFound], dataField: mailServer },
    resolve: (_root, { input }, { caller, services }) => {
      const { mailServerId, retryAttempts, postmasterAddress, ...given } = input;
      return services.servers.update(caller, rowIdOf(mailServerId, 'MailServer'), {
        name: given.name ?? undefined,
        mode: given.mode ?? undefined,
        allowSender: given.allowSender ?? undefined,
        privacyMode: given.privacyMode ?? undefined,
        retryAttempts,
        postmasterAddress,
      });
    },
  }),
);

builder.mutationField('suspendMailServer', (t) =>
  t.field({
    type: MailServer,
    authScopes: { permission: 'servers:suspend' },
    description:
      'Stops all mail of a mail server until it is lifted; nothing is lost. Needs servers:suspend, which installation administrators have.',
    args: {
      input: t.arg({
        type: SuspendMailServerInput,
        required: true,
        description: 'Which one, and why.',
      }),
    },
    errors: { types: [NotFound], dataField: mailServer },
    resolve: (_root, { input }, { caller, services }) =>
      services.servers.suspend(caller, rowIdOf(input.mailServerId, 'MailServer'), input.reason),
  }),
);

builder.mutationField('unsuspendMailServer', (t) =>
  t.field({
    type: MailServer,
    authScopes: { permission: 'servers:suspend' },
    description: 'Lets the mail of a mail server pass again. Needs servers:suspend.',
    args: {
      input: t.arg({
        type: UnsuspendMailServerInput,
        required: true,
        description: 'Which one.',
      }),
    },
    errors: { types: [NotFound], dataField: mailServer },
    resolve: (_root, { input }, { caller, services }) =>
      services.servers.unsuspend(caller, rowIdOf(input.mailServerId, 'MailServer')),
  }),
);
