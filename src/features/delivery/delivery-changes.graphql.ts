import { z } from 'zod';
import { builder } from '../../api/builder.js';
import type { ApiContext } from '../../api/context.js';
import { decodeGlobalId } from '../../api/global-ids.js';
import { refusalType } from '../../api/refusal.graphql.js';
import { LIMITS } from '../../config/limits.js';
import { formatRowKey, parseRowKey, type RowKey } from '../../platform/database/row-key.js';
import { NotFound } from '../../platform/refusal.js';
import { Delivery } from '../messages/delivery.entity.js';
import { DeliveryStatusEnum } from '../messages/messages.graphql.js';
import {
  ContentGone,
  DeliveryInProgress,
  SandboxSendsNothing,
  WrongDeliveryStatus,
} from './deliveries.refusals.js';

refusalType(
  WrongDeliveryStatus,
  'What was asked does not fit the status that the delivery has by now.',
  (t) => ({
    status: t.expose('status', { type: DeliveryStatusEnum, description: 'The status it has.' }),
  }),
);
refusalType(DeliveryInProgress, 'The delivery is being attempted right now. Try again shortly.');
refusalType(ContentGone, 'The raw content was removed after its retention period.');
refusalType(SandboxSendsNothing, 'Nothing of a mail server in SANDBOX mode can be released.');

const REFUSALS = [
  NotFound,
  WrongDeliveryStatus,
  DeliveryInProgress,
  ContentGone,
  SandboxSendsNothing,
] as const;
type DeliveryRefusal = InstanceType<(typeof REFUSALS)[number]>;

const DeliveryChanged = builder.objectRef<RowKey>('DeliveryChanged').implement({
  description: 'The delivery was changed.',
  authScopes: { public: true },
  fields: (t) => ({
    delivery: t.field({
      type: Delivery,
      authScopes: { permission: 'deliveries:manage' },
      description: 'The delivery as it is now. Needs deliveries:manage.',
      resolve: async (key, _args, { loaders, caller, services }) => {
        const delivery = await loaders.load('DeliveryChanged', formatRowKey(key), (keys) =>
          services.deliveryReads.findByKeys(
            caller,
            keys.flatMap((one) => parseRowKey(one) ?? []),
            'deliveries:manage',
          ),
        );
        if (!delivery) throw new Error('a delivery that was changed cannot be read');
        return delivery;
      },
    }),
  }),
});

const DeliveryChangeResult = builder.errorUnion('DeliveryChangeResult', {
  description: 'What became of one delivery of the request.',
  types: [DeliveryChanged, ...REFUSALS],
  resolveType: () => DeliveryChanged.name,
});

type Change = 'retry' | 'cancel' | 'release';

const CHANGES = {
  retryDeliveries: {
    change: 'retry',
    description:
      'Tries deliveries again now: waiting ones at once, failed and cancelled ones from the start.',
  },
  cancelDeliveries: {
    change: 'cancel',
    description: 'Ends deliveries that wait or are held.',
  },
  releaseDeliveries: { change: 'release', description: 'Sends deliveries that are held.' },
} as const satisfies Record<string, { change: Change; description: string }>;

for (const [name, { change, description }] of Object.entries(CHANGES)) {
  const input = builder.inputType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, {
    description: 'Which deliveries are meant.',
    fields: (t) => ({
      deliveryIds: t.idList({
        required: true,
        validate: z.array(z.string()).min(1).max(LIMITS.pageSize),
        description: `1 to ${LIMITS.pageSize} deliveries.`,
      }),
    }),
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: [DeliveryChangeResult],
      authScopes: { permission: 'deliveries:manage' },
      description: `${description} Each is changed or refused by itself. Needs deliveries:manage.`,
      args: { input: t.arg({ type: input, required: true, description: 'Which deliveries.' }) },
      errors: {
        types: [],
        dataField: { name: 'results', description: 'One result per id, in order.' },
      },
      resolve: (_root, args, context) => changeEach(context, change, args.input.deliveryIds),
    }),
  );
}

/** One after the other, so that one that cannot be changed does not keep the others from it. */
async function changeEach(
  { caller, services }: ApiContext,
  change: Change,
  ids: readonly string[],
): Promise<(RowKey | DeliveryRefusal)[]> {
  const results: (RowKey | DeliveryRefusal)[] = [];
  for (const id of ids) {
    try {
      const key = keyOf(id);
      await services.deliveries[change](caller, [key]);
      results.push(key);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      results.push(error);
    }
  }
  return results;
}

function isRefusal(error: unknown): error is DeliveryRefusal {
  return REFUSALS.some((refusal) => error instanceof refusal);
}

function keyOf(globalId: string): RowKey {
  const { typename, id } = decodeGlobalId(globalId);
  const key = typename === 'Delivery' ? parseRowKey(id) : null;
  if (!key) throw new NotFound('delivery');
  return key;
}
