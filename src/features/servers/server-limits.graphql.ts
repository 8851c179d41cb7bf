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
    contentRetentionDays: t.int({
      validate: z.int().min(1).max(LIMITS.contentRetentionDays),
      description: `Days that raw content is kept, 1 to ${LIMITS.contentRetentionDays}; null follows the installation. Holds for mail that is accepted from now on; what a queued or held delivery needs stays.`,
    }),
    messageRetentionDays: t.int({
      validate: z.int().min(1).max(LIMITS.messageRetentionDays),
      description: `Days that messages are kept, with their deliveries, attempts and events, 1 to ${LIMITS.messageRetentionDays}; null for good. Holds for old mail, too. No message goes before its content, or while a delivery is queued or held.`,
    }),
  }),
});

builder.mutationField('limitMailServer', (t) =>
  t.field({
    type: MailServer,
    authScopes: { permission: 'servers:limit' },
    description:
      'Sets the send limit and the retention of a mail server. Needs servers:limit, which installation administrators have.',
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
