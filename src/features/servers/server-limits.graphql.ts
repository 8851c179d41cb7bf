import { z } from 'zod';
import { builder } from '../../api/builder.js';
import { rowIdOf } from '../../api/global-ids.js';
import { LIMITS } from '../../config/limits.js';
import { NotFound } from '../../platform/refusal.js';
import { MailServer } from './mail-server.entity.js';

const LimitMailServerInput = builder.inputType('LimitMailServerInput', {
  description: 'Limits to change; what is left out stays.',
  fields: (t) => ({
    mailServerId: t.id({ required: true, description: 'The mail server.' }),
    sendLimit: t.int({
      validate: z.int().min(1).max(LIMITS.sendLimit),
      description: `Deliveries that may begin in any 60 minutes, 1 to ${LIMITS.sendLimit}; null for no limit. Deliveries that wait go within seconds when it is raised.`,
    }),
  }),
});

builder.mutationField('limitMailServer', (t) =>
  t.field({
    type: MailServer,
    authScopes: { permission: 'servers:limit' },
    description:
      'Sets limits of a mail server. Needs servers:limit, which installation administrators have.',
    args: {
      input: t.arg({
        type: LimitMailServerInput,
        required: true,
        description: 'Which one, and its limits.',
      }),
    },
    errors: {
      types: [NotFound],
      dataField: { name: 'mailServer', description: 'The mail server as it is now.' },
    },
    resolve: (_root, { input: { mailServerId, ...limits } }, { caller, services }) =>
      services.servers.limit(caller, rowIdOf(mailServerId, 'MailServer'), limits),
  }),
);
