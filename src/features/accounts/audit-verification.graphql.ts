import { builder } from '../../api/builder.js';
import { encodeGlobalId } from '../../api/global-ids.js';
import type { ChainVerdict } from './audit-check.service.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AUDIT_FLAWS, type AuditFlaw } from './audit-walk.js';
import { Organization } from './organization.entity.js';

/** Reads every entry. */
const COST = 1_000;

const MEANINGS = {
  MISSING: 'The entry that was there is gone.',
  CHANGED: 'The entry is not as Posthouse wrote it, or not where.',
  INSERTED: 'The entry was not written by Posthouse, or is where none was.',
  ANCHOR_CHANGED: 'What is kept about the chain as a whole was changed or removed.',
} satisfies Record<AuditFlaw['kind'], string>;

const AuditFlawKindEnum = builder.enumType('AuditFlawKind', {
  description: 'What was done to an audit log behind the back of Posthouse.',
  values: Object.fromEntries(
    AUDIT_FLAWS.map((value) => [value, { value, description: MEANINGS[value] }]),
  ) as Record<AuditFlaw['kind'], { value: AuditFlaw['kind']; description: string }>, // of all
});

interface PlacedFlaw extends AuditFlaw {
  readonly organizationId: bigint | null;
}

const AuditFlawObject = builder.objectRef<PlacedFlaw>('AuditFlaw').implement({
  description: 'The first thing that is wrong in an audit log. Needs audit:read.',
  authScopes: { permission: 'audit:read' },
  fields: (t) => ({
    kind: t.expose('kind', { type: AuditFlawKindEnum, description: 'What was done.' }),
    position: t.expose('position', {
      type: 'BigInt',
      nullable: true,
      description: 'Where in the chain; null for an entry that is in none.',
    }),
    organizationId: t.id({
      nullable: true,
      description: 'In the log of which organization; null for that of the installation.',
      resolve: ({ organizationId }) =>
        organizationId === null ? null : encodeGlobalId('Organization', organizationId),
    }),
    entry: t.field({
      type: AuditEntry,
      nullable: true,
      description: 'The entry there, if one is, as it stands now.',
      resolve: async ({ entryId }, _args, { caller, services }) => {
        if (entryId === null) return null;
        const [entry] = await services.auditReads.findByIds(caller, [entryId]);
        return entry ?? null;
      },
    }),
  }),
});

const AuditVerification = builder
  .objectRef<readonly ChainVerdict[]>('AuditVerification')
  .implement({
    description: 'Whether audit logs are as they were written. Needs audit:read.',
    authScopes: { permission: 'audit:read' },
    fields: (t) => ({
      isIntact: t.boolean({
        description: 'Whether nothing was edited, removed, put in or moved.',
        resolve: (verdicts) => verdicts.every(({ flaw }) => flaw === null),
      }),
      checkedEntries: t.int({
        description: 'How many entries were found right, in all.',
        resolve: (verdicts) =>
          verdicts.reduce((sum, { checkedEntries }) => sum + checkedEntries, 0),
      }),
      firstFlaw: t.field({
        type: AuditFlawObject,
        nullable: true,
        description: 'What is wrong first; null when nothing is.',
        resolve: firstFlaw,
      }),
      lastPosition: t.field({
        type: 'BigInt',
        nullable: true,
        description:
          'Position of the last entry, for a single log. Who keeps it elsewhere with the hash sees later whether the log goes on from there, even if the whole database was put back.',
        resolve: (verdicts) => only(verdicts)?.end.position ?? null,
      }),
      lastHash: t.string({
        nullable: true,
        description: 'Hash of that entry, in hexadecimal.',
        resolve: (verdicts) => only(verdicts)?.end.hash.toString('hex') ?? null,
      }),
    }),
  });

builder.objectField(Organization, 'auditVerification', (t) =>
  t.field({
    type: AuditVerification,
    nullable: true,
    authScopes: { permission: 'audit:read' },
    complexity: COST,
    description: 'Checks its whole audit log now; null when you may not read it. Needs audit:read.',
    resolve: async ({ id }, _args, { caller, services }) => {
      const verdict = await services.auditReads.verify(caller, id);
      return verdict && [verdict];
    },
  }),
);

builder.queryField('auditVerification', (t) =>
  t.field({
    type: AuditVerification,
    authScopes: { permission: 'audit:read' },
    complexity: COST,
    description: 'Checks every audit log that you may read now. Needs audit:read.',
    resolve: (_root, _args, { caller, services }) => services.auditReads.verifyAll(caller),
  }),
);

function firstFlaw(verdicts: readonly ChainVerdict[]): PlacedFlaw | null {
  const wrong = verdicts.find(({ flaw }) => flaw !== null);
  return wrong?.flaw ? { ...wrong.flaw, organizationId: wrong.organizationId } : null;
}

function only(verdicts: readonly ChainVerdict[]): ChainVerdict | null {
  return verdicts.length === 1 ? (verdicts[0] ?? null) : null;
}
