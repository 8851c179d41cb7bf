import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { encodeGlobalId, rowIdOf } from '../../api/global-ids.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { IdempotencyConflict, NotFound, QuotaReached } from '../../platform/refusal.js';
import { Domain } from './domain.entity.js';
import { DomainExists, DomainNotVerified, InvalidDomainName } from './domains.refusals.js';

refusalType(
  DomainNotVerified,
  'Mail may only come from a verified domain of the mail server or its organization.',
  (t) => ({
    domain: t.exposeString('domain', { description: 'The domain that is not verified.' }),
  }),
);
refusalType(InvalidDomainName, 'This is not a domain that anyone could send from.');
refusalType(DomainExists, 'The organization or mail server has this domain already.', (t) => ({
  name: t.exposeString('domain', { description: 'Its name as DNS has it, lower case.' }),
  domain: t.exposeString('domain', {
    description: 'The same.',
    deprecationReason: 'Since 2026-11-26: use name; no query can ask for two things called domain.',
  }),
}));

const domain = { name: 'domain', description: 'The domain as it is now.' } as const;

const CreateDomainInput = builder.inputType('CreateDomainInput', {
  description: 'A new domain, of an organization or of one mail server.',
  validate: z
    .looseObject({})
    .refine(
      ({ organizationId, mailServerId }) => (organizationId == null) !== (mailServerId == null),
      { message: 'give organizationId or mailServerId', path: ['organizationId'] },
    ),
  fields: (t) => ({
    name: t.string({
      required: true,
      validate: z.string().min(1).max(LIMITS.domainBytes),
      description: 'The domain name, in Unicode or in ASCII.',
    }),
    organizationId: t.id({ description: 'The organization whose mail servers all may use it.' }),
    mailServerId: t.id({ description: 'The only mail server that may use it.' }),
    idempotencyKey: t.string({
      validate: z.string().min(1).max(LIMITS.idempotencyKeyCharacters),
      description: 'A repetition with the same key within 24 h gives the first result.',
    }),
  }),
});

const CheckDomainInput = builder.inputType('CheckDomainInput', {
  description: 'Which domain to check.',
  fields: (t) => ({ domainId: t.id({ required: true, description: 'The domain.' }) }),
});

const DeleteDomainInput = builder.inputType('DeleteDomainInput', {
  description: 'Which domain to delete.',
  fields: (t) => ({ domainId: t.id({ required: true, description: 'The domain.' }) }),
});

builder.mutationField('createDomain', (t) =>
  t.field({
    type: Domain,
    authScopes: { permission: 'domains:manage' },
    description:
      'Adds a domain and makes its keys. It may send once its ownership is proved. Needs domains:manage on its owner.',
    args: {
      input: t.arg({ type: CreateDomainInput, required: true, description: 'The new domain.' }),
    },
    errors: {
      types: [NotFound, InvalidDomainName, DomainExists, QuotaReached, IdempotencyConflict],
      dataField: domain,
    },
    resolve: (_root, { input }, context) => {
      const { name, organizationId, mailServerId, idempotencyKey } = input;
      const owner = {
        organizationId: organizationId == null ? null : rowIdOf(organizationId, 'Organization'),
        serverId: mailServerId == null ? null : rowIdOf(mailServerId, 'MailServer'),
      };
      return context.services.domainRegistry.add(
        context.caller,
        { name, ...owner },
        idempotencyKey ?? context.idempotencyKey,
      );
    },
  }),
);

builder.mutationField('checkDomain', (t) =>
  t.field({
    type: Domain,
    authScopes: { permission: 'domains:manage' },
    complexity: 100,
    description:
      'Asks DNS for all records of a domain now, and verifies it when it can. Needs domains:manage.',
    args: { input: t.arg({ type: CheckDomainInput, required: true, description: 'Which one.' }) },
    errors: { types: [NotFound], dataField: domain },
    resolve: (_root, { input }, { caller, services }) =>
      services.domainChecks.check(caller, rowIdOf(input.domainId, 'Domain')),
  }),
);

builder.mutationField('deleteDomain', (t) =>
  t.field({
    type: 'ID',
    authScopes: { permission: 'domains:manage' },
    description:
      'Deletes a domain with its keys: nobody sends from it any more. Needs domains:manage.',
    args: { input: t.arg({ type: DeleteDomainInput, required: true, description: 'Which one.' }) },
    errors: {
      types: [NotFound],
      dataField: { name: 'deletedDomainId', description: 'Id of the domain that is gone.' },
    },
    resolve: async (_root, { input }, { caller, services }) => {
      const id = await services.domainRegistry.delete(caller, rowIdOf(input.domainId, 'Domain'));
      return encodeGlobalId('Domain', id);
    },
  }),
);
