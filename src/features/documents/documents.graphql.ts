import { z } from 'zod';
import { batchedPage } from '../../api/batched-page.js';
import { builder } from '../../api/builder.js';
import { problemWith } from '../../api/document-check.js';
import { documentIdOf, parseDocumentId } from '../../api/document-id.js';
import { rowIdOf } from '../../api/global-ids.js';
import { Cursors } from '../../api/paging.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { parseRowId } from '../../platform/database/row-key.js';
import { NotFound } from '../../platform/refusal.js';
import { Organization } from '../accounts/organization.entity.js';
import { Document } from './document.entity.js';
import { InvalidDocument, TooManyDocuments } from './documents.refusals.js';

const cursors = new Cursors('documents');
const AT_ONCE = 100;

refusalType(InvalidDocument, 'A document is none that this API would run.');
refusalType(TooManyDocuments, 'The organization keeps as many documents as it may.', (t) => ({
  max: t.exposeInt('max', { description: 'How many it may keep.' }),
}));

builder.loadableNode(Document, {
  name: 'PersistedDocument',
  description:
    'A GraphQL document that an organization keeps for its programs. They run it by sending `documentId` instead of `query`. Needs documents:manage.',
  authScopes: { permission: 'documents:manage' },
  id: { resolve: ({ id }) => String(id) },
  load: (ids: string[], { caller, services }) =>
    services.documents.findByIds(
      caller,
      ids.map((id) => parseRowId(id) ?? 0n),
    ),
  sort: ({ id }: Document) => String(id),
  fields: (t) => ({
    documentId: t.string({
      description: 'What programs send: `sha256:` and the hash of its text.',
      resolve: ({ hash }) => documentIdOf(hash),
    }),
    text: t.exposeString('text', { description: 'The document.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when it is kept.' }),
  }),
});

builder.objectField(Organization, 'documents', (t) =>
  t.connection({
    type: Document,
    authScopes: { permission: 'documents:manage' },
    description: 'The documents that it keeps, oldest first. Needs documents:manage.',
    resolve: ({ id }, args, context) =>
      batchedPage(context, {
        name: 'Organization.documents',
        args,
        cursors,
        parent: String(id),
        keyOf: (document: Document) => document.id,
        read: (parents, keyset) =>
          context.services.documents.listOfOrganizations(
            context.caller,
            parents.map(BigInt),
            keyset,
          ),
      }),
  }),
);

const RegisterDocumentsInput = builder.inputType('RegisterDocumentsInput', {
  description: 'Documents to keep.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The organization that keeps them.' }),
    documents: t.stringList({
      required: true,
      validate: z.array(z.string().max(LIMITS.queryCharacters)).min(1).max(AT_ONCE),
      description: `1 to ${AT_ONCE} documents; those that are kept already stay.`,
    }),
  }),
});

const DeleteDocumentsInput = builder.inputType('DeleteDocumentsInput', {
  description: 'Documents to keep no longer.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The organization that keeps them.' }),
    documentIds: t.stringList({
      required: true,
      validate: z.array(z.string().max(100)).min(1).max(AT_ONCE),
      description: `1 to ${AT_ONCE} of them, each as \`sha256:…\`.`,
    }),
  }),
});

builder.mutationFields((t) => ({
  registerDocuments: t.field({
    type: [Document],
    authScopes: { permission: 'documents:manage' },
    description:
      'Keeps documents for the programs of an organization, which then name them by their hash. A repetition changes nothing. Needs documents:manage.',
    args: {
      input: t.arg({
        type: RegisterDocumentsInput,
        required: true,
        description: 'The documents, and who keeps them.',
      }),
    },
    errors: {
      types: [NotFound, InvalidDocument, TooManyDocuments],
      dataField: { name: 'documents', description: 'One of each text, in order.' },
    },
    resolve: (_root, { input }, { caller, services }, { schema }) => {
      input.documents.forEach((text, index) => {
        const problem = problemWith(text, schema);
        if (problem !== null) throw new InvalidDocument(problem, index);
      });
      const organizationId = rowIdOf(input.organizationId, 'Organization');
      return services.documents.register(caller, organizationId, input.documents);
    },
  }),
  deleteDocuments: t.field({
    type: ['String'],
    authScopes: { permission: 'documents:manage' },
    description:
      'Keeps documents no longer: within a second no program runs them any more. Needs documents:manage.',
    args: {
      input: t.arg({
        type: DeleteDocumentsInput,
        required: true,
        description: 'Which documents of whom.',
      }),
    },
    errors: {
      types: [NotFound],
      dataField: { name: 'documentIds', description: 'Those that were kept until now.' },
    },
    resolve: async (_root, { input }, { caller, services }) => {
      const organizationId = rowIdOf(input.organizationId, 'Organization');
      const hashes = input.documentIds.flatMap((id) => parseDocumentId(id) ?? []);
      const removed = await services.documents.remove(caller, organizationId, hashes);
      return removed.map((hash) => documentIdOf(hash));
    },
  }),
}));
