import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { isNode, isRefusal, membersOf, spotsOf, type Route, type Spot } from './schema-walk.js';

/** What every refusal says; asked for once, which keeps large unions within the limits of a document. */
const COMMON = new Set(['code', 'path', 'reason']);

/** How a field is asked for where only it matters: pages of one item, objects by their type alone. */
export function asked({ field }: Spot): string {
  const inner = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${field.name}${onePage(field)}${inner}`;
}

/** The selection that leads along a route, from below its entry to one field. */
export function along({ steps }: Route, spot: Spot): string {
  return [...steps]
    .reverse()
    .reduce(
      (inner, { type, field }) => on(type, `${field.name}${onePage(field)} { ${inner} }`),
      on(spot.type, asked(spot)),
    );
}

/**
 * Everything below a type, down to the next objects with an id: of those only the type. Fields of
 * one name that mean different things in a union get names of their own.
 */
export function everythingIn(schema: GraphQLSchema, type: GraphQLNamedType, ofNodes = ''): string {
  if (isInterfaceType(type)) return ofNodes;
  const members = membersOf(schema, type);
  const typesOfName = new Map<string, Set<string>>();
  for (const { field } of members.flatMap(spotsOf)) {
    const kinds = typesOfName.get(field.name) ?? new Set();
    typesOfName.set(field.name, kinds.add(String(field.type)));
  }
  const parts = members.map((member) => {
    const own = spotsOf(member).filter(
      ({ field }) => !isRefusal(member) || !COMMON.has(field.name),
    );
    const fields = own.map(({ field }) => {
      const isContested = (typesOfName.get(field.name)?.size ?? 0) > 1;
      const alias = isContested ? `${aliasOf(member, field.name)}: ` : '';
      const inner = getNamedType(field.type);
      if (!isCompositeType(inner)) return `${alias}${field.name}`;
      const below = isNode(inner) ? ofNodes : everythingIn(schema, inner, ofNodes);
      return `${alias}${field.name}${onePage(field)} { __typename ${below} }`;
    });
    return fields.length === 0 ? '' : on(member, fields.join(' '));
  });
  const common = members.some(isRefusal) ? `... on Refusal { ${[...COMMON].join(' ')} }` : '';
  return `${common} ${parts.join(' ')}`;
}

/** The key under which `everythingIn` asks for a contested field. */
export function aliasOf(type: GraphQLObjectType, fieldName: string): string {
  return `${type.name}_${fieldName}`;
}

function on(type: GraphQLObjectType, selection: string): string {
  return `... on ${type.name} { ${selection} }`;
}

function onePage({ args }: Spot['field']): string {
  return args.some(({ name }) => name === 'first') ? '(first: 1)' : '';
}
