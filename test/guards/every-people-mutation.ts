import { aPerson, join, type Person } from '../support/people.js';
import type { MutationRow, Scene } from './every-mutation.js';

/** Mutations about users, and members. */
export const PEOPLE_MUTATIONS: Readonly<Record<string, MutationRow>> = {
  addMember: {
    action: 'member.added',
    of: 'organization',
    prepare: async (scene) => {
      const { userId } = await someone(scene);
      const { organizationId } = scene.shop;
      return { api: scene.admin, input: { organizationId, userId, role: 'VIEWER' } };
    },
  },
  createUser: {
    action: 'user.created',
    of: 'installation',
    prepare: (scene) => ({
      api: scene.admin,
      input: { email: `${scene.name()}@people.test`, name: 'New', password: 'a long password' },
    }),
  },
  deleteUser: {
    action: 'user.deleted',
    of: 'installation',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { userId: (await someone(scene)).userId },
    }),
  },
  leaveOrganization: {
    action: 'member.left',
    of: 'organization',
    prepare: async (scene) => ({
      api: (await member(scene)).api,
      input: { organizationId: scene.shop.organizationId },
    }),
  },
  removeMember: {
    action: 'member.removed',
    of: 'organization',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { memberId: (await member(scene)).memberId },
    }),
  },
  setUserAdministrator: {
    action: 'user.updated',
    of: 'installation',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { userId: (await someone(scene)).userId, isAdministrator: true },
    }),
  },
  transferOwnership: {
    action: 'member.becameOwner',
    of: 'organization',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { memberId: (await member(scene)).memberId },
    }),
  },
  updateMember: {
    action: 'member.updated',
    of: 'organization',
    prepare: async (scene) => ({
      api: scene.admin,
      input: {
        memberId: (await member(scene)).memberId,
        role: 'DEVELOPER',
        mailServerIds: [scene.shop.serverId],
      },
    }),
  },
  updateProfile: {
    action: 'user.updated',
    of: 'installation',
    prepare: async (scene) => ({ api: (await someone(scene)).api, input: { name: 'Renamed' } }),
  },
  updateUser: {
    action: 'user.updated',
    of: 'installation',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { userId: (await someone(scene)).userId, name: 'Renamed' },
    }),
  },
};

function someone(scene: Scene): Promise<Person> {
  return aPerson(scene.admin, `${scene.name()}@people.test`);
}

async function member(scene: Scene): Promise<Person & { memberId: string }> {
  const person = await someone(scene);
  const { organizationId } = scene.shop;
  const memberId = await join(scene.admin, person, { organizationId, role: 'VIEWER' });
  return { ...person, memberId };
}
