import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A way from Query to many objects of one type: one field after the other. */
interface Path {
  readonly type: GraphQLObjectType;
  readonly steps: readonly GraphQLField<unknown, unknown>[];
}

/** A field that leads from many objects of a type to others. */
export interface Relation {
  readonly name: string;
  /** The query for this page size: the two innermost lists have it, those around them one object. */
  query(pageSize: number): string;
  /** Fields inside each other. */
  readonly depth: number;
}

/** Every field of the schema that leads to objects, asked of as many objects of its type as a page holds. */
export function relationsOf(schema: GraphQLSchema): Relation[] {
  return pathsOf(schema).flatMap((path) =>
    Object.values(path.type.getFields())
      .filter((field) => isStep(field) && !isLeafType(getNamedType(field.type)))
      .map((field) => relation(path, field)),
  );
}

function relation({ type, steps }: Path, field: GraphQLField<unknown, unknown>): Relation {
  const all = [...steps, field];
  const lists = all.filter(isConnection);
  const wide = new Set(lists.slice(-2));
  return {
    name: `${type.name}.${field.name}`,
    depth: all.length + 1,
    query: (pageSize) => {
      const inner = steps.map((step) => opening(step, wide.has(step) ? pageSize : 1));
      const last = opening(field, wide.has(field) ? pageSize : 1);
      const closing = '}'.repeat(`${inner.join('')}${last}`.split('{').length - 1);
      return `{ ${inner.join('')} carrier: __typename ${last} __typename ${closing} }`;
    },
  };
}

function opening(step: GraphQLField<unknown, unknown>, pageSize: number): string {
  return isConnection(step) ? `${step.name}(first: ${pageSize}) { nodes { ` : `${step.name} { `;
}

/** The shortest way to each object type that passes a list. */
function pathsOf(schema: GraphQLSchema): Path[] {
  const query = schema.getQueryType();
  if (!query) return [];
  const found = new Map<string, Path>();
  const seen = new Set<string>();
  const open: Path[] = [{ type: query, steps: [] }];
  for (let path = open.shift(); path; path = open.shift()) {
    const isMany = path.steps.some(isConnection);
    const key = `${path.type.name} ${isMany}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (isMany) found.set(path.type.name, path);
    for (const field of Object.values(path.type.getFields()).filter(isStep)) {
      const type = targetOf(field);
      if (isObjectType(type)) open.push({ type, steps: [...path.steps, field] });
    }
  }
  return [...found.values()];
}

function isStep(field: GraphQLField<unknown, unknown>): boolean {
  return !field.args.some(isRequiredArgument);
}

function isConnection(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type);
  return isObjectType(type) && type.name.endsWith('Connection');
}

function targetOf(field: GraphQLField<unknown, unknown>): GraphQLNamedType {
  const type = getNamedType(field.type);
  const nodes = isConnection(field) && isObjectType(type) ? type.getFields()['nodes'] : undefined;
  const target = nodes ? getNamedType(nodes.type) : type;
  return isInterfaceType(target) ? type : target;
}
