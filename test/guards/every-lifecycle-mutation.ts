import type { MutationRow } from './every-mutation.js';

/** What deletes something is followed by what restores it. The names are still those of the beginning. */
export const LIFECYCLE_MUTATIONS: Readonly<Record<string, MutationRow>> = {
  deleteMailServer: {
    action: 'mailServer.deleted',
    of: 'organization',
    prepare: ({ admin, shop }) => ({
      api: admin,
      input: { mailServerId: shop.serverId, name: 'Production' },
    }),
  },
  restoreMailServer: {
    action: 'mailServer.restored',
    of: 'organization',
    prepare: ({ admin, shop }) => ({ api: admin, input: { mailServerId: shop.serverId } }),
  },
  deleteOrganization: {
    action: 'organization.deleted',
    of: 'organization',
    prepare: ({ admin, shop }) => ({
      api: admin,
      input: { organizationId: shop.organizationId, name: `Organization ${shop.number}` },
    }),
  },
  restoreOrganization: {
    action: 'organization.restored',
    of: 'organization',
    prepare: ({ admin, shop }) => ({ api: admin, input: { organizationId: shop.organizationId } }),
  },
  limitMailServer: {
    action: 'mailServer.limited',
    of: 'organization',
    prepare: ({ admin, shop }) => ({
      api: admin,
      input: { mailServerId: shop.serverId, sendLimit: 1_000 },
    }),
  },
  updateOrganization: {
    action: 'organization.updated',
    of: 'organization',
    prepare: (scene) => ({
      api: scene.admin,
      input: { organizationId: scene.shop.organizationId, name: scene.name() },
    }),
  },
};
