import { builder } from '../../api/builder.js';
import { Member } from '../accounts/member.entity.js';
import { MailServer } from './mail-server.entity.js';

builder.objectField(Member, 'mailServers', (t) =>
  t.field({
    type: [MailServer],
    nullable: true,
    authScopes: { permission: 'servers:read' },
    description:
      'The listed mail servers of a limited member, as far as you may see them; null when the member has all. Needs servers:read.',
    resolve: async (
      { organizationId, userId, isLimited },
      _args,
      { caller, services, loaders },
    ) => {
      if (!isLimited) return null;
      const servers = await loaders.load(
        'Member.mailServers',
        `${organizationId}.${userId}`,
        async (keys) => {
          const members = keys.map(keyOf);
          const listed = await services.memberReads.serversOf(members);
          const found = await services.servers.findByIds(
            caller,
            listed.map(({ serverId }) => serverId),
          );
          const byId = new Map(found.map((server) => [server.id, server]));
          const byMember = Map.groupBy(listed, (one) => `${one.organizationId}.${one.userId}`);
          return new Map(
            [...byMember].map(([key, rows]) => [
              key,
              rows.flatMap(({ serverId }) => byId.get(serverId) ?? []),
            ]),
          );
        },
      );
      return servers ?? [];
    },
  }),
);

function keyOf(text: string) {
  const [organizationId = '', userId = ''] = text.split('.');
  return { organizationId: BigInt(organizationId), userId: BigInt(userId) };
}
