import { getNamedType, isCompositeType, type GraphQLSchema } from 'graphql';
import { ENTER, inputOf, slotsOf, type Filling, type Slot } from './arguments.js';
import { everythingIn } from './documents.js';
import { fillingWith, kindOf, type Means } from './fillings.js';
import type { Examples } from './places.js';
import {
  nameOf,
  objectTypesOf,
  rootsOf,
  routesOf,
  spotsOf,
  unwrapped,
  type Route,
  type Spot,
} from './schema-walk.js';

/** What goes into a place: ids, cursors of lists, or words that are compared with something. */
export type Kind = 'id' | 'cursor' | 'word';

/** One place of the whole API where a value goes. */
export interface Probe {
  readonly spot: Spot;
  readonly slot: Slot;
  readonly operation: 'query' | 'mutation' | 'subscription';
  /** Null for fields of a root; else how the caller comes to an object of its own that has the field. */
  readonly route: Route | null;
}

/** Where something of another tenant could be put. */
export function probesOf(schema: GraphQLSchema): (Probe & { readonly kind: Kind })[] {
  return placesOf(schema).flatMap((probe) => {
    const kind = kindIn(probe.slot, probe.operation);
    return kind === null ? [] : [{ ...probe, kind }];
  });
}

/** Every argument and input field of every field. */
export function placesOf(schema: GraphQLSchema): Probe[] {
  const roots = rootsOf(schema).map(({ name }) => name);
  const routes = routesOf(schema);
  return objectTypesOf(schema)
    .flatMap(spotsOf)
    .flatMap((spot) => {
      const { type, field } = spot;
      const isRoot = roots.includes(type.name);
      const operation = isRoot ? kindOfRoot(type.name) : 'query';
      const route = isRoot ? null : (routes.get(type.name) ?? null);
      const slots = slotsOf(field.args, { owner: field.name, path: field.name });
      return slots.map((slot) => ({ spot, slot, operation, route }));
    });
}

function kindOfRoot(root: string): Probe['operation'] {
  return root === 'Mutation' ? 'mutation' : root === 'Subscription' ? 'subscription' : 'query';
}

/** Words matter where something is looked for; a mutation writes them down. */
function kindIn({ name, type }: Slot, operation: Probe['operation']): Kind | null {
  const typeName = getNamedType(type).name;
  if (typeName === 'ID') return 'id';
  if (typeName === 'Cursor' || name === 'after' || name === 'before') return 'cursor';
  const isWord = typeName === 'String' || typeName === 'EmailAddress';
  return isWord && operation !== 'mutation' ? 'word' : null;
}

/** How a probe is called with one value, under an alias, and the variables that this takes. */
export interface Call {
  readonly declared: readonly string[];
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where a value stands: alone, or among ids of the caller's own. */
export type Company = 'alone' | 'first' | 'last';

/** One operation of several calls; what is asked for of each stands in it once. */
export function operationOf(schema: GraphQLSchema, probe: Probe, calls: readonly Call[]) {
  const type = getNamedType(probe.spot.field.type);
  const fragment = isCompositeType(type)
    ? `fragment Answer on ${type.name} { __typename ${everythingIn(schema, type, 'id')} }`
    : '';
  const declared = calls.flatMap((call) => call.declared).join(', ');
  const text = calls.map((call) => call.text).join('\n');
  return {
    document: `${probe.operation} Probe(${declared}) { ${text} }\n${fragment}`,
    variables: Object.assign({}, ...calls.map((call) => call.variables)) as object,
  };
}

/** Calls probes with what one caller has. */
export class Prober {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly means: Means,
    private readonly examples: Examples,
    /** Whether ids that may be left out are given. */
    private readonly givesAllIds = false,
  ) {}

  call(probe: Probe, alias: string, value: unknown): Call {
    const { field } = probe.spot;
    const values = inputOf(field, this.fillingFor(probe, value));
    const given = field.args.filter(({ name }) => name in values);
    const passed = given.map(({ name }) => `${name}: $${alias}_${name}`).join(', ');
    const inner = isCompositeType(getNamedType(field.type)) ? ' { ...Answer }' : '';
    const text = `${field.name}(${passed})${inner}`;
    return {
      declared: given.map((arg) => `$${alias}_${arg.name}: ${String(arg.type)}`),
      variables: Object.fromEntries(given.map(({ name }) => [`${alias}_${name}`, values[name]])),
      text: `${alias}: ${this.under(probe.route, probe.spot, text)}`,
    };
  }

  /** An id as its place wants it: in a list where there is one. */
  inCompany({ slot }: Probe, id: string, company: Company): unknown {
    if (!unwrapped(slot.type).isList) return id;
    const own = this.examples[kindOf(this.schema, slot) ?? ''];
    if (company === 'alone' || own === undefined) return [id];
    return company === 'first' ? [id, own] : [own, id];
  }

  private fillingFor({ slot: { path } }: Probe, value: unknown): Filling {
    const base = fillingWith(this.schema, this.means);
    return (slot) => {
      if (slot.path === path) return value;
      if (path.startsWith(`${slot.path}.`)) return slot.isRequired ? undefined : ENTER;
      if (!this.givesAllIds && !slot.isRequired && kindOf(this.schema, slot) !== null)
        return undefined;
      return base(slot);
    };
  }

  private under(route: Route | null, { type }: Spot, call: string): string {
    if (route === null) return call;
    const { entry, steps } = route;
    const start = 'node' in entry ? `node(id: "${this.examples[entry.node] ?? ''}")` : entry.field;
    return `${start} { ${alongTo(steps, type.name, call)} }`;
  }
}

function alongTo(steps: Route['steps'], typeName: string, call: string): string {
  return [...steps]
    .reverse()
    .reduce(
      (inner, { type, field }) => `... on ${type.name} { ${field.name} { ${inner} } }`,
      `... on ${typeName} { ${call} }`,
    );
}

export function titleOf({ spot, slot }: Probe): string {
  return `${nameOf(spot)} ${slot.path}`;
}

/** Whether ids stand in a list there, where others can stand beside them. */
export function listsIds({ slot, kind }: Probe & { readonly kind: Kind }): boolean {
  return kind === 'id' && unwrapped(slot.type).isList;
}
