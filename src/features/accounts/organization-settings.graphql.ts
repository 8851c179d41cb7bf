import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { LIMITS } from '../../config/limits.js';
import { NotFound } from '../../platform/refusal.js';
import { Organization } from './organization.entity.js';

const UpdateOrganizationInput = builder.inputType('UpdateOrganizationInput', {
  description: 'What to change of an organization.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The organization.' }),
    name: t.string({
      required: true,
      validate: z.string().trim().min(1).max(LIMITS.nameCharacters),
      description: `Name for people, at most ${LIMITS.nameCharacters} characters; the slug stays.`,
    }),
  }),
});

builder.mutationField('updateOrganization', (t) =>
  t.field({
    type: Organization,
    authScopes: { permission: 'organizations:update' },
    description: 'Changes an organization. Needs organizations:update.',
    args: {
      input: t.arg({
        type: UpdateOrganizationInput,
        required: true,
        description: 'Which one, and what.',
      }),
    },
    errors: {
      types: [NotFound],
      dataField: { name: 'organization', description: 'The organization as it is now.' },
    },
    resolve: (_root, { input: { organizationId, name } }, { caller, services }) =>
      services.organizations.update(caller, rowIdOf(organizationId, 'Organization'), { name }),
  }),
);
