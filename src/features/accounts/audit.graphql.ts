import { builder } from '../../api/builder.js';
import { encodeGlobalId } from '../../api/global-ids.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { Identity } from './caller.js';

export const AuditActorKindEnum = builder.enumType('AuditActorKind', {
  description: 'Who does something.',
  values: {
    ANONYMOUS: { description: 'Somebody who did not sign in.' },
    OPERATOR: { description: 'Somebody at the command line of the machine.' },
    USER: { description: 'A person, or a program with an access token of that person.' },
    CREDENTIAL: { description: 'A program with a credential of a mail server.' },
    ORGANIZATION: { description: 'An access token of an organization.' },
  } satisfies Record<Uppercase<Identity['kind']>, { description: string }>,
});

type ActorKind = Uppercase<Identity['kind']>;

const AuditActor = builder.objectRef<AuditEntry>('AuditActor').implement({
  description: 'Who did it, by what means. What it names may be gone by now. Needs audit:read.',
  authScopes: { permission: 'audit:read' },
  fields: (t) => ({
    kind: t.field({
      type: AuditActorKindEnum,
      description: 'Who that is.',
      resolve: ({ actorKind }) => actorKind as ActorKind, // written from an Identity
    }),
    userId: t.id({
      nullable: true,
      description: 'The person.',
      resolve: ({ userId }) => idOf('User', userId),
    }),
    accessTokenId: t.id({
      nullable: true,
      description: 'The access token that was used.',
      resolve: ({ tokenId }) => idOf('AccessToken', tokenId),
    }),
    sessionId: t.id({
      nullable: true,
      description: 'The sign-in that was used.',
      resolve: ({ sessionId }) => idOf('Session', sessionId),
    }),
    credentialId: t.id({
      nullable: true,
      description: 'The credential of a mail server that was used.',
      resolve: ({ credentialId }) => idOf('Credential', credentialId),
    }),
  }),
});

builder.loadableNode(AuditEntry, {
  name: 'AuditEntry',
  description:
    'Something that somebody changed, or tried to sign in with. It is never changed and cannot be, unnoticed. Needs audit:read.',
  authScopes: { permission: 'audit:read' },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.auditReads.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: AuditEntry) => String(id),
  fields: (t) => ({
    action: t.exposeString('action', {
      description: 'Kind of object and what happened to it, such as `credential.revoked`.',
    }),
    actor: t.field({ type: AuditActor, description: 'Who did it.', resolve: (entry) => entry }),
    ipAddress: t.exposeString('ipAddress', {
      nullable: true,
      description: 'From where; null for the command line.',
    }),
    userAgent: t.exposeString('userAgent', {
      nullable: true,
      description: 'What the program of the actor calls itself, the beginning of it.',
    }),
    organizationId: t.id({
      nullable: true,
      description: 'The organization that it concerns; null for the whole installation.',
      resolve: ({ organizationId }) => idOf('Organization', organizationId),
    }),
    mailServerId: t.id({
      nullable: true,
      description: 'The mail server that it concerns, if it is one.',
      resolve: ({ serverId }) => idOf('MailServer', serverId),
    }),
    subjectType: t.exposeString('subjectType', {
      description: 'Type of the object that it was done to.',
    }),
    subjectId: t.id({
      nullable: true,
      description: 'That object, which may be gone by now; null for many at once.',
      resolve: ({ subjectType, subjectId }) => idOf(subjectType, subjectId),
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What was different before; null for something new. Never a secret.',
      resolve: ({ beforeValues }) => valuesOf(beforeValues),
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What is different since; null for something that is gone. Never a secret.',
      resolve: ({ afterValues }) => valuesOf(afterValues),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was done.' }),
    position: t.expose('position', {
      type: 'BigInt',
      nullable: true,
      description:
        'Its place in the chain of the organization or the installation, without gaps; null for the first second.',
    }),
    hash: t.string({
      nullable: true,
      description: 'MAC of this entry and all before it, in hexadecimal; null like the position.',
      resolve: ({ hash }) => hash?.toString('hex') ?? null,
    }),
  }),
});

function idOf(type: string, id: bigint | string | null): string | null {
  return id === null ? null : encodeGlobalId(type, id);
}

function valuesOf(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
