import { resolveNodes } from '@pothos/plugin-relay';
import { isObjectType, type GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { LIMITS } from '../config/limits.js';
import { builder } from './builder.js';
import type { ApiContext } from './context.js';
import { decodeGlobalId } from './global-ids.js';

const NOTE =
  'An unknown id and one that you may not see are alike. Each type names its permission.';

builder.queryFields((t) => ({
  node: t.field({
    description: `The object with this id, or null. ${NOTE} Needs a sign-in.`,
    type: builder.nodeInterfaceRef(),
    nullable: true,
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id of the object.' }) },
    resolve: async (_root, { id }, context, info) => {
      const [found] = await load([id], context, info);
      return found ?? null;
    },
  }),
  nodes: t.field({
    description: `The objects with these ids, in order, each or null. ${NOTE} Needs a sign-in.`,
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    authScopes: { signedIn: true },
    complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
    args: {
      ids: t.arg.idList({
        required: true,
        description: `Global ids, at most ${LIMITS.pageSize}.`,
        validate: z.array(z.string()).max(LIMITS.pageSize),
      }),
    },
    resolve: (_root, { ids }, context, info) => load(ids, context, info),
  }),
}));

async function load(
  ids: readonly string[],
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<(object | null)[]> {
  const decoded = ids.map((id) => decodeGlobalId(id));
  const known = decoded.map((id) => (isNode(id.typename, info) ? id : null));
  const found = await resolveNodes(builder, context, info, known);
  return found as (object | null)[]; // Pothos types what any of its loaders gives as unknown
}

function isNode(typename: string, { schema }: GraphQLResolveInfo): boolean {
  const type = schema.getType(typename);
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}
