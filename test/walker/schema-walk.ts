import {
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Permission } from '../../src/features/accounts/policy.js';

type Field = GraphQLField<unknown, unknown>;

/** One field of one object type. */
export interface Spot {
  readonly type: GraphQLObjectType;
  readonly field: Field;
}

/** What must hold for a field to answer: all of these. */
export interface Needs {
  readonly signedIn: boolean;
  readonly allOf: readonly Permission[];
  /** One of each of these groups. */
  readonly oneOf: readonly (readonly Permission[])[];
}

/** How a type is come to: `node(id)` of a type, or a field of a root; then field by field. */
export interface Route {
  readonly entry: { readonly node: string } | { readonly root: string; readonly field: string };
  readonly steps: readonly Spot[];
}

export function nameOf({ type, field }: Spot): string {
  return `${type.name}.${field.name}`;
}

export function rootsOf(schema: GraphQLSchema): GraphQLObjectType[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.filter((type) => type != null);
}

/** Every object type, roots included, without those of introspection. */
export function objectTypesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  ) as GraphQLObjectType[];
}

export function spotsOf(type: GraphQLObjectType): Spot[] {
  return Object.values(type.getFields()).map((field) => ({ type, field: field as Field }));
}

export function nodeTypesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return objectTypesOf(schema).filter(isNode);
}

export function isNode(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

export function isRefusal(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Refusal');
}

/** The object types that a value of this type may be of. */
export function membersOf(schema: GraphQLSchema, type: GraphQLNamedType): GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  if (isUnionType(type) || isInterfaceType(type)) return [...schema.getPossibleTypes(type)];
  return [];
}

/** The scopes that a field and its type declare. */
export function needsOf({ type, field }: Spot): Needs {
  const declared = [scopesOf(type), scopesOf(field)].filter((scopes) => scopes !== undefined);
  return {
    signedIn: declared.some(({ signedIn }) => signedIn === true),
    allOf: declared.flatMap(({ permission }) => permission ?? []),
    oneOf: declared.flatMap(({ anyOf }) => (anyOf ? [anyOf] : [])),
  };
}

interface Scopes {
  readonly permission?: Permission;
  readonly anyOf?: readonly Permission[];
  readonly signedIn?: boolean;
}

export function scopesOf({ extensions }: { readonly extensions: object }): Scopes | undefined {
  const { pothosOptions } = extensions as { pothosOptions?: { authScopes?: Scopes } };
  return pothosOptions?.authScopes;
}

/** The permission under which an object is found by its id: what the description of its type says. */
export function permissionToFind(type: GraphQLObjectType): Permission | null {
  const [, permission] = /Needs ([a-z]+:[a-z]+)/.exec(type.description ?? '') ?? [];
  return (permission ?? null) as Permission | null; // the guard of the schema's policy knows them all
}

/** The shortest way to every type that is no root, those of queries first. */
export function routesOf(schema: GraphQLSchema): Map<string, Route> {
  const routes = new Map<string, Route>();
  const found: { type: GraphQLObjectType; route: Route }[] = [];
  const arrive = (type: GraphQLNamedType, route: Route) => {
    for (const member of membersOf(schema, type)) {
      if (routes.has(member.name)) continue;
      routes.set(member.name, route);
      found.push({ type: member, route });
    }
  };
  const walkOn = () => {
    for (let next = found.shift(); next; next = found.shift()) {
      for (const spot of spotsOf(next.type)) {
        const steps = [...next.route.steps, spot];
        arrive(getNamedType(spot.field.type), { ...next.route, steps });
      }
    }
  };
  for (const type of nodeTypesOf(schema)) arrive(type, { entry: { node: type.name }, steps: [] });
  for (const root of rootsOf(schema)) {
    for (const { field } of spotsOf(root)) {
      const entry = { root: root.name, field: field.name };
      arrive(getNamedType(field.type), { entry, steps: [] });
    }
    walkOn();
  }
  return routes;
}

/** The type inside of lists and non-null marks, and whether there is a list. */
export function unwrapped(type: GraphQLInputType): { isList: boolean; isRequired: boolean } {
  const inner = isNonNullType(type) ? type.ofType : type;
  return { isList: isListType(inner), isRequired: isNonNullType(type) };
}
