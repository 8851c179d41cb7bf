import { decodeGlobalId } from '../../src/api/global-ids.js';
import { aPerson, join, type Person } from '../support/people.js';
import { secretsOf } from '../support/planted-people.js';
import type { MutationRow, Scene } from './every-mutation.js';

/** Mutations about users, members and invitations. */
export const PEOPLE_MUTATIONS: Readonly<Record<string, MutationRow>> = {
  acceptInvitation: {
    action: 'invitation.accepted',
    of: 'organization',
    prepare: async (scene) => {
      const token = `phn_${scene.name()}`;
      await scene.world.database.query('UPDATE invitations SET secret_hash = ? WHERE id = ?', [
        secretsOf(scene.world).hash(token),
        decodeGlobalId(await invited(scene)).id,
      ]);
      const account = { name: 'New', newPassword: 'a long password' };
      return { api: scene.world.anonymous, input: { token, ...account } };
    },
  },
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
  inviteMember: {
    action: 'invitation.created',
    of: 'organization',
    prepare: (scene) => ({
      api: scene.admin,
      input: {
        organizationId: scene.shop.organizationId,
        email: `${scene.name()}@example.test`,
        role: 'VIEWER',
      },
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
  resendInvitation: {
    action: 'invitation.resent',
    of: 'organization',
    prepare: async (scene) => {
      const id = await invited(scene);
      scene.world.clock.advance(120_000);
      return { api: scene.admin, input: { invitationId: id } };
    },
  },
  revokeInvitation: {
    action: 'invitation.revoked',
    of: 'organization',
    prepare: async (scene) => ({
      api: scene.admin,
      input: { invitationId: await invited(scene) },
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

async function invited(scene: Scene): Promise<string> {
  const email = `${scene.name()}@example.test`;
  const { organizationId } = scene.shop;
  const { inviteMember } = await scene.ask<{ inviteMember: { invitation: { id: string } } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on InviteMemberSuccess { invitation { id } } } }',
    { input: { organizationId, email, role: 'VIEWER' } },
  );
  return inviteMember.invitation.id;
}
