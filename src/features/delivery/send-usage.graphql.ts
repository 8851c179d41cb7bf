import { builder } from '../../api/builder.js';
import { MailServer } from '../servers/mail-server.entity.js';

const SendUsage = builder
  .objectRef<{ readonly limit: number; readonly used: number }>('SendUsage')
  .implement({
    description: 'How much of its send limit a mail server has used. Needs servers:read.',
    authScopes: { permission: 'servers:read' },
    fields: (t) => ({
      limit: t.exposeInt('limit', {
        description: 'Deliveries that may begin in any 60 minutes.',
      }),
      used: t.exposeInt('used', {
        description:
          'Deliveries that began in the last 60 minutes, each counted once, however often it is tried.',
      }),
    }),
  });

builder.objectField(MailServer, 'sendUsage', (t) =>
  t.field({
    type: SendUsage,
    nullable: true,
    authScopes: { permission: 'servers:read' },
    description:
      'How much of its send limit is used; null without a limit, when nothing is counted. Needs servers:read.',
    resolve: async ({ id, sendLimit: limit }, _args, { loaders, services }) => {
      if (limit === null) return null;
      const used = await loaders.load('SendUsage', String(id), (ids) =>
        services.sendUsage.ofServers(ids.map(BigInt)),
      );
      return { limit, used: used ?? 0 };
    },
  }),
);
