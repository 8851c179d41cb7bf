import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { Cursors, pageOf, windowOf } from '../../api/paging.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { SLUG_RULE, slugInput } from '../../api/slug-input.js';
import { LIMITS } from '../../config/limits.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { IdempotencyConflict, NotFound } from '../../platform/refusal.js';
import { OutOfScope, SlugTaken } from './accounts.refusals.js';
import { Organization, RESERVED_ORGANIZATION_SLUGS } from './organization.entity.js';

refusalType(OutOfScope, 'The access token is restricted to one organization.');
refusalType(SlugTaken, 'The slug is taken; of what was deleted it is until the purge.', (t) => ({
  slug: t.exposeString('slug', { description: 'The slug that was asked for.' }),
}));

const cursors = new Cursors('organizations');
const organization = {
  name: 'organization',
  description: 'The organization as it is now.',
} as const;

builder.loadableNode(Organization, {
  name: 'Organization',
  description: 'A customer: owns mail servers, domains and members. Needs organizations:read.',
  authScopes: { permission: 'organizations:read' },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.organizations.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: Organization) => String(id),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name for people.' }),
    slug: t.exposeString('slug', { description: 'Short name, unique in the installation.' }),
    suspendedAt: t.expose('suspendedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when none of its mail passes; null when it does.',
    }),
    suspensionReason: t.exposeString('suspensionReason', {
      nullable: true,
      description: 'Why it is suspended.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
  }),
});

builder.queryField('organizations', (t) =>
  t.connection({
    type: Organization,
    authScopes: { permission: 'organizations:read' },
    description: 'The organizations that you may see, oldest first. Needs organizations:read.',
    resolve: async (_root, args, { caller, services }) => {
      const keyset = windowOf(cursors, args);
      const rows = await services.organizations.list(caller, keyset);
      return pageOf(cursors, keyset, rows, ({ id }) => id);
    },
  }),
);

const CreateOrganizationInput = builder.inputType('CreateOrganizationInput', {
  description: 'A new organization.',
  fields: (t) => ({
    name: t.string({
      required: true,
      validate: z.string().trim().min(1).max(LIMITS.nameCharacters),
      description: `Name for people, at most ${LIMITS.nameCharacters} characters.`,
    }),
    slug: t.string({
      validate: slugInput(RESERVED_ORGANIZATION_SLUGS),
      description: `Short name, unique in the installation, which never changes: ${SLUG_RULE}. Made from the name when it is left out.`,
    }),
    idempotencyKey: t.string({
      validate: z.string().min(1).max(LIMITS.idempotencyKeyCharacters),
      description: 'A repetition with the same key within 24 h gives the first result.',
    }),
  }),
});

const SuspendOrganizationInput = builder.inputType('SuspendOrganizationInput', {
  description: 'Which organization to suspend, and why.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The organization.' }),
    reason: t.string({
      required: true,
      validate: z.string().trim().min(1).max(LIMITS.reasonCharacters),
      description: 'Why, for its members to read.',
    }),
  }),
});

const UnsuspendOrganizationInput = builder.inputType('UnsuspendOrganizationInput', {
  description: 'Which organization to let go on.',
  fields: (t) => ({ organizationId: t.id({ required: true, description: 'The organization.' }) }),
});

builder.mutationField('createOrganization', (t) =>
  t.field({
    type: Organization,
    authScopes: { permission: 'organizations:create' },
    description:
      'Creates an organization; you become its first owner. Needs organizations:create, which installation administrators have.',
    args: {
      input: t.arg({
        type: CreateOrganizationInput,
        required: true,
        description: 'The new organization.',
      }),
    },
    errors: { types: [OutOfScope, SlugTaken, IdempotencyConflict], dataField: organization },
    resolve: (_root, { input: { name, slug, idempotencyKey } }, context) =>
      context.services.organizations.create(
        context.caller,
        { name, ...(slug != null && { slug }) },
        idempotencyKey ?? context.idempotencyKey,
      ),
  }),
);

builder.mutationField('suspendOrganization', (t) =>
  t.field({
    type: Organization,
    authScopes: { permission: 'organizations:suspend' },
    description:
      'Stops all mail of an organization until it is lifted; nothing is lost. Needs organizations:suspend, which installation administrators have.',
    args: {
      input: t.arg({
        type: SuspendOrganizationInput,
        required: true,
        description: 'Which one, and why.',
      }),
    },
    errors: { types: [NotFound], dataField: organization },
    resolve: (_root, { input }, { caller, services }) =>
      services.organizations.suspend(
        caller,
        rowIdOf(input.organizationId, 'Organization'),
        input.reason,
      ),
  }),
);

builder.mutationField('unsuspendOrganization', (t) =>
  t.field({
    type: Organization,
    authScopes: { permission: 'organizations:suspend' },
    description: 'Lets the mail of an organization pass again. Needs organizations:suspend.',
    args: {
      input: t.arg({
        type: UnsuspendOrganizationInput,
        required: true,
        description: 'Which one.',
      }),
    },
    errors: { types: [NotFound], dataField: organization },
    resolve: (_root, { input }, { caller, services }) =>
      services.organizations.unsuspend(caller, rowIdOf(input.organizationId, 'Organization')),
  }),
);
