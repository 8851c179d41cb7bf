import {
  getNamedType,
  isCompositeType,
  isNonNullType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { LIMITS } from '../../src/config/limits.js';
import type { ApiResponse } from '../support/api-client.js';
import { answerTo, typeNamesIn, type Answer } from './answers.js';
import { inputOf } from './arguments.js';
import type { Caller, Cast } from './cast.js';
import { along, everythingIn } from './documents.js';
import { Expectation } from './expectation.js';
import { fillingWith } from './fillings.js';
import { firstOfStream } from './first-of-stream.js';
import { PLACES, type Place } from './places.js';
import {
  isRefusal,
  nameOf,
  objectTypesOf,
  rootsOf,
  routesOf,
  spotsOf,
  type Route,
  type Spot,
} from './schema-walk.js';

type Data = Readonly<Record<string, unknown>>;

/** One field, asked by one caller about one place. */
export interface Cell {
  readonly spot: Spot;
  readonly caller: Caller;
  readonly place: Place;
  readonly answer: Answer;
  /** What the policy says; the walk itself never looks at it. */
  readonly expected: (by: Expectation, caller: Caller) => Answer;
}

export interface MatrixParts {
  readonly schema: GraphQLSchema;
  readonly cast: Cast;
  /** Undoes what a mutation did. */
  readonly restore: () => Promise<unknown>;
}

/** Asks for every field of every type as everybody, about objects of every place. */
export class Matrix {
  readonly cells: Cell[] = [];
  /** Types of which an object came back, and fields that somebody was answered. */
  readonly reachedTypes = new Set<string>();
  readonly reachedFields = new Set<string>();
  requests = 0;
  private readonly routes: ReadonlyMap<string, Route>;
  private readonly policy: Expectation;

  constructor(private readonly parts: MatrixParts) {
    this.routes = routesOf(parts.schema);
    this.policy = new Expectation(parts.schema);
  }

  /** Every field of every object type. */
  get spots(): Spot[] {
    return objectTypesOf(this.parts.schema).flatMap(spotsOf);
  }

  async walk(): Promise<void> {
    const roots = new Set(rootsOf(this.parts.schema).map(({ name }) => name));
    const below = this.spots.filter(({ type }) => !roots.has(type.name));
    const lost = below.filter(({ type }) => !this.routes.has(type.name)).map(nameOf);
    if (lost.length > 0) throw new Error(`no way leads to ${lost.join(', ')}`);
    for (const caller of this.parts.cast.callers) {
      await this.walkQueries(caller, below);
      await this.walkSubscriptions(caller);
    }
    for (const caller of this.parts.cast.callers) {
      await this.walkMutations(caller, below);
    }
  }

  private async walkQueries(caller: Caller, below: readonly Spot[]): Promise<void> {
    const { schema } = this.parts;
    const query = schema.getQueryType()!;
    for (const spot of spotsOf(query)) {
      await this.eachPlace(spot, caller, (place) => this.askRoot('query', spot, caller, place));
    }
    const routed = below
      .map((spot) => ({ spot, route: this.routes.get(spot.type.name)! }))
      .filter(({ route: { entry } }) => 'node' in entry || entry.root === query.name);
    const byNode = routed.filter(({ route }) => 'node' in route.entry);
    for (const place of PLACES) {
      for (const group of inGroups(byNode, LIMITS.queryAliases)) {
        await this.askRoutes(group, caller, [place]);
      }
    }
    const byField = routed.filter(({ route }) => 'root' in route.entry);
    for (const { group } of groupedByRoot(byField, query)) {
      await this.askRoutes(group, caller, PLACES);
    }
  }

  /** Several fields in one request, each under an alias that an error cannot leave. */
  private async askRoutes(
    asked: readonly { spot: Spot; route: Route }[],
    caller: Caller,
    places: readonly Place[],
  ): Promise<void> {
    const objects = this.objectsOf(caller, places[0]!);
    const parts = asked.map(({ spot, route }, index) => {
      const { entry } = route;
      const start = 'node' in entry ? `node(id: "${objects[entry.node] ?? ''}")` : entry.field;
      return `a${index}: ${start} { ${along(route, spot)} }`;
    });
    const response = await this.ask(caller, `{ ${parts.join('\n')} }`);
    for (const [index, { spot, route }] of asked.entries()) {
      const { entry } = route;
      if ('node' in entry && objects[entry.node] === undefined) {
        throw new Error(`there is no example of ${entry.node}: teach test/walker/tenants.ts`);
      }
      const alias = `a${index}`;
      const answer = answerTo(response, alias);
      if (answer === 'ALLOWED' && hasKey(response.data?.[alias], spot.field.name)) {
        this.reachedFields.add(nameOf(spot));
      }
      for (const place of places) {
        const expected: Cell['expected'] = (by, who) => by.ofRoute(route, spot, who, place);
        this.cells.push({ spot, caller, place, answer, expected });
      }
    }
  }

  private async walkMutations(caller: Caller, below: readonly Spot[]): Promise<void> {
    const { schema } = this.parts;
    const mutations = schema.getMutationType()!;
    for (const mutation of spotsOf(mutations)) {
      const results = below.filter(({ type }) => {
        const entry = this.routes.get(type.name)?.entry;
        return (
          entry &&
          'root' in entry &&
          entry.root === mutations.name &&
          entry.field === mutation.field.name
        );
      });
      await this.eachPlace(mutation, caller, async (place) => {
        const asked = await this.askMutation(mutation, caller, place);
        return { ...asked, results };
      });
    }
  }

  private async askMutation(mutation: Spot, caller: Caller, place: Place) {
    const answered = await this.askRoot('mutation', mutation, caller, place);
    if (!answered.isRefused) await this.parts.restore();
    return answered;
  }

  private async walkSubscriptions(caller: Caller): Promise<void> {
    const subscriptions = this.parts.schema.getSubscriptionType();
    for (const spot of subscriptions ? spotsOf(subscriptions) : []) {
      await this.eachPlace(spot, caller, (place) =>
        this.askRoot('subscription', spot, caller, place),
      );
    }
  }

  private async eachPlace(
    spot: Spot,
    caller: Caller,
    ask: (place: Place) => Promise<Asked & { readonly results?: readonly Spot[] }>,
  ): Promise<void> {
    const hasPlaces = this.policy.hasPlaces(spot);
    let once: Awaited<ReturnType<typeof ask>> | undefined;
    for (const place of PLACES) {
      const asked = hasPlaces ? await ask(place) : (once ??= await ask(place));
      const { answer, results = [] } = asked;
      if (answer === 'ALLOWED') this.reachedFields.add(nameOf(spot));
      this.cells.push({
        spot,
        caller,
        place,
        answer,
        expected: (by, who) => by.ofRoot(spot, who, place),
      });
      for (const result of results) {
        const expected: Cell['expected'] = (by, who) => by.ofResult(spot, result, who, place);
        this.cells.push({ spot: result, caller, place, answer, expected });
      }
    }
  }

  private async askRoot(
    operation: 'query' | 'mutation' | 'subscription',
    { field }: Spot,
    caller: Caller,
    place: Place,
  ): Promise<Asked> {
    const { schema } = this.parts;
    const means = {
      objects: this.objectsOf(caller, place),
      email: caller.email,
      password: caller.password,
      domain: `${place}.test`,
    };
    const variables = inputOf(field, fillingWith(schema, means));
    const given = field.args.filter(({ name }) => name in variables);
    const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
    const type = getNamedType(field.type);
    const inner = operation === 'mutation' ? everythingIn(schema, type) : '';
    const selection = isCompositeType(type) ? ` { __typename ${inner} }` : '';
    const call = `${field.name}${passed ? `(${passed})` : ''}${selection}`;
    const document = `${operation} ${declared ? `Ask(${declared})` : ''} { ${call} }`;
    this.requests += 1;
    const response =
      operation === 'subscription'
        ? await firstOfStream(caller.client, field.name, { document, variables })
        : await caller.client.ask<Data, object>(document, variables);
    const names = typeNamesIn(response.data);
    for (const name of names) this.reachedTypes.add(name);
    const isRefused = names.length === 0 || names.every((name) => this.isRefusalName(name));
    return { answer: answerTo(response, field.name), isRefused };
  }

  private isRefusalName(name: string): boolean {
    return isRefusal(this.parts.schema.getType(name) as GraphQLObjectType); // from __typename
  }

  private async ask(caller: Caller, document: string): Promise<ApiResponse<Data>> {
    this.requests += 1;
    return caller.client.ask<Data, object>(document);
  }

  private objectsOf(caller: Caller, place: Place) {
    const objects = this.parts.cast.objects[place];
    return place === 'own' ? { ...objects, ...caller.personal } : objects;
  }
}

interface Asked {
  readonly answer: Answer;
  /** Nothing was done. */
  readonly isRefused: boolean;
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}

/** An error below a field that may not be null takes the whole answer with it: those are asked one by one. */
function groupedByRoot(
  asked: readonly { spot: Spot; route: Route }[],
  query: GraphQLObjectType,
): { group: readonly { spot: Spot; route: Route }[] }[] {
  const isSafe = ({ route: { entry } }: { route: Route }) =>
    'root' in entry && !isNonNullType(query.getFields()[entry.field]!.type);
  const safe = inGroups(asked.filter(isSafe), LIMITS.queryAliases);
  const alone = asked.filter((one) => !isSafe(one)).map((one) => [one]);
  return [...safe, ...alone].map((group) => ({ group }));
}

function hasKey(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => hasKey(item, name));
  if (typeof value !== 'object' || value === null) return false;
  return name in value || Object.values(value).some((inner) => hasKey(inner, name));
}
