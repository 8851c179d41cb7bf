import { z } from 'zod';
import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import { decodeGlobalId, rowIdOf } from '../../api/global-ids.js';
import { Cursors, pageOf, windowOf } from '../../api/paging.js';
import { LIMITS } from '../../config/limits.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditActorKindEnum } from './audit.graphql.js';
import type { AuditFilter } from './audit-read.service.js';
import { Organization } from './organization.entity.js';

const cursors = new Cursors('audit-log');

const AuditLogFilter = builder.inputType('AuditLogFilter', {
  description: 'Which entries are meant; all given conditions hold.',
  fields: (t) => ({
    actions: t.stringList({
      validate: z
        .array(
          z
            .string()
            .max(64)
            .regex(/^[\w.-]*$/, 'must be an action, such as member.removed'),
        )
        .max(LIMITS.auditFilterItems),
      description: 'One of these was done, such as `credential.revoked`.',
    }),
    actorKinds: t.field({
      type: [AuditActorKindEnum],
      validate: z.array(z.string()).max(LIMITS.auditFilterItems),
      description: 'One of these did it.',
    }),
    userId: t.id({ description: 'This person did it.' }),
    subjectId: t.id({ description: 'It was done to this object, which may be gone by now.' }),
    since: t.field({ type: 'DateTime', description: 'It was done then or later.' }),
    until: t.field({ type: 'DateTime', description: 'It was done before.' }),
  }),
});

const filterArgument = {
  type: AuditLogFilter,
  description: 'Which entries are meant.',
} as const;

builder.objectField(Organization, 'auditLog', (t) =>
  t.connection({
    type: AuditEntry,
    authScopes: { permission: 'audit:read' },
    description:
      'What was changed in it, and who read it out, oldest first. All of it, as NDJSON: GET /audit/export?organizationId=…&after=(last position that you have). Needs audit:read, which owners and administrators have.',
    args: { filter: t.arg(filterArgument) },
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'Organization.auditLog',
        args,
        cursors,
        parent: String(id),
        keyOf: (entry: AuditEntry) => entry.id,
        read: (parents, keyset) =>
          context.services.auditReads.listOfOrganizations(
            context.caller,
            parents.map(BigInt),
            filterOf(args.filter),
            keyset,
          ),
      }),
  }),
);

builder.queryField('auditLog', (t) =>
  t.connection({
    type: AuditEntry,
    authScopes: { permission: 'audit:read' },
    description:
      'What was changed in all organizations where you have audit:read, oldest first; for an installation administrator also what concerns the whole installation, such as sign-ins. Needs audit:read.',
    args: { filter: t.arg(filterArgument) },
    resolve: async (_root, args, { caller, services }) => {
      const keyset = windowOf(cursors, args);
      const rows = await services.auditReads.list(caller, filterOf(args.filter), keyset);
      return pageOf(cursors, keyset, rows, ({ id }) => id);
    },
  }),
);

interface FilterInput extends Omit<AuditFilter, 'userId' | 'subject'> {
  readonly userId?: string | null;
  readonly subjectId?: string | null;
}

function filterOf(input: FilterInput | null | undefined): AuditFilter {
  const { userId, subjectId, ...rest } = input ?? {};
  return {
    ...rest,
    ...(userId != null && { userId: rowIdOf(userId, 'User') }),
    ...(subjectId != null && { subject: subjectOf(subjectId) }),
  };
}

function subjectOf(globalId: string): { readonly type: string; readonly id: string } {
  const { typename: type, id } = decodeGlobalId(globalId);
  return { type, id };
}
