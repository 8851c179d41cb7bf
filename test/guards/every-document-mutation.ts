import { createHash } from 'node:crypto';
import type { MutationRow, Scene } from './every-mutation.js';

const REGISTER = `mutation ($input: RegisterDocumentsInput!) {
  registerDocuments(input: $input) { __typename }
}`;

/** Mutations about documents that organizations keep. */
export const DOCUMENT_MUTATIONS: Readonly<Record<string, MutationRow>> = {
  deleteDocuments: {
    action: 'document.deleted',
    of: 'organization',
    prepare: async (scene) => {
      const document = documentOf(scene);
      const hash = createHash('sha256').update(document).digest('hex');
      const { organizationId } = scene.shop;
      await scene.admin.ask(REGISTER, { input: { organizationId, documents: [document] } });
      return { api: scene.admin, input: { organizationId, documentIds: [`sha256:${hash}`] } };
    },
  },
  registerDocuments: {
    action: 'document.registered',
    of: 'organization',
    prepare: (scene) => ({
      api: scene.admin,
      input: { organizationId: scene.shop.organizationId, documents: [documentOf(scene)] },
    }),
  },
};

/** A GraphQL document that nobody keeps yet. */
function documentOf(scene: Scene): string {
  return `query ${scene.name().replace('-', '')} { __typename }`;
}
