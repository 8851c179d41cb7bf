import { z } from 'zod';
import { LIMITS } from '../config/limits.js';
import { decodeGlobalId, encodeGlobalId } from './global-ids.js';

const size = z.int().min(0).max(LIMITS.pageSize);
const isPublic = { public: true } as const;
/** The page size counts once, at the connection; its inner lists cost nothing more. */
const free = { complexity: { field: 0, multiplier: 1 } } as const;

/** Relay as graphql.md wants it: base64url ids, nothing nullable that we own, `nodes` beside `edges`. */
export const relayOptions = {
  encodeGlobalID: encodeGlobalId,
  decodeGlobalID: decodeGlobalId,
  nodesOnConnection: {
    ...free,
    description: 'The objects of this page. Guarded by the field that leads here.',
  },
  edgesFieldOptions: {
    ...free,
    nullable: { list: false, items: false },
    description: 'The objects of this page with their cursors.',
  },
  nodeFieldOptions: { nullable: false, description: 'The object.' },
  cursorFieldOptions: { description: 'Opaque place of the object in the list.' },
  pageInfoFieldOptions: { description: 'Where this page begins and ends.' },
  pageInfoTypeOptions: {
    description: 'Where a page begins and ends, and whether there is more.',
    authScopes: isPublic,
  },
  hasNextPageFieldOptions: { description: 'Whether more follows.' },
  hasPreviousPageFieldOptions: { description: 'Whether something comes before.' },
  startCursorFieldOptions: { description: 'Cursor of the first object of this page.' },
  endCursorFieldOptions: { description: 'Cursor of the last object of this page.' },
  firstArgOptions: {
    validate: size,
    description: `How many, from the start or after \`after\`; default ${LIMITS.defaultPageSize}, at most ${LIMITS.pageSize}.`,
  },
  lastArgOptions: {
    validate: size,
    description: `How many, from the end or before \`before\`; at most ${LIMITS.pageSize}.`,
  },
  afterArgOptions: { description: 'Only what follows this cursor.' },
  beforeArgOptions: { description: 'Only what comes before this cursor.' },
  defaultConnectionTypeOptions: { description: 'One page of a list.', authScopes: isPublic },
  defaultEdgeTypeOptions: { description: 'One place in a list.', authScopes: isPublic },
  defaultConnectionFieldOptions: {
    complexity: ({ first, last }: { first?: number | null; last?: number | null }) => ({
      field: 1,
      multiplier: first ?? last ?? LIMITS.defaultPageSize,
    }),
  },
  nodeTypeOptions: { description: 'An object with a global id.', authScopes: isPublic },
  idFieldOptions: { description: 'Global id: opaque, and usable with `node`.' },
  /** See node.graphql.ts. */
  nodeQueryOptions: false,
  nodesQueryOptions: false,
} as const;
