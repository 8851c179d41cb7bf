import { decodeGlobalId } from '../../src/api/global-ids.js';
import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { ApiClient } from '../support/api-client.js';
import { isNode, nodeTypesOf, spotsOf } from './schema-walk.js';

/** All that a caller gets to see of what is its own. */
export interface Seen {
  /** Global ids by type. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  readonly cursors: ReadonlySet<string>;
  /** Names, addresses, tags: words by which something could be found. */
  readonly words: ReadonlySet<string>;
}

/** Follows every field from object to object, beginning with those whose ids are given. */
export async function crawl(
  schema: GraphQLSchema,
  client: ApiClient,
  begin: readonly string[],
): Promise<Seen> {
  const ids = new Map<string, Set<string>>(
    nodeTypesOf(schema).map(({ name }) => [name, new Set()]),
  );
  const cursors = new Set<string>();
  const words = new Set<string>();
  const waiting = [...begin];
  const known = new Set<string>();
  const documents = new Map(nodeTypesOf(schema).map((type) => [type.name, documentFor(type)]));

  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (known.has(id)) continue;
    known.add(id);
    const type = decodeGlobalId(id).typename;
    const document = documents.get(type);
    if (document === undefined) continue; // a cursor
    const { data, errors } = await client.ask<{ node: object | null }, object>(document, { id });
    if (errors) throw new Error(`an owner may not see it all: ${JSON.stringify(errors)}`);
    if (!data?.node) continue;
    ids.get(type)?.add(id);
    collect(data.node, { ids: waiting, cursors, words });
  }
  return { ids, cursors, words };
}

interface Finds {
  readonly ids: string[];
  readonly cursors: Set<string>;
  readonly words: Set<string>;
}

const WORDS = [
  'destination',
  'email',
  'from',
  'name',
  'recipient',
  'slug',
  'tag',
  'token',
  'username',
];
const TELLING = new Set(['id', 'cursor', ...WORDS]);

function collect(value: unknown, finds: Finds, key = ''): void {
  if (Array.isArray(value)) for (const item of value) collect(item, finds, key);
  else if (typeof value === 'object' && value !== null) {
    for (const [inner, held] of Object.entries(value)) collect(held, finds, inner);
  } else if (typeof value === 'string') {
    if (key === 'id') finds.ids.push(value);
    if (key === 'cursor') finds.cursors.add(value);
    if (WORDS.includes(key)) finds.words.add(value);
  }
}

/** What tells an object, and the ids of the objects that it leads to. */
function documentFor(type: GraphQLObjectType): string {
  const fields = spotsOf(type).map(({ field }) => {
    const inner = getNamedType(field.type);
    if (isNode(inner)) return `${field.name} { id }`;
    if (!isObjectType(inner)) return TELLING.has(field.name) ? field.name : '';
    const isConnection = 'edges' in inner.getFields();
    return isConnection ? `${field.name}(first: 50) { edges { cursor node { id } } }` : '';
  });
  const { name } = type;
  return `query Crawl($id: ID!) { node(id: $id) { ... on ${name} { ${fields.join(' ')} } } }`;
}
