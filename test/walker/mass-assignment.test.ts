import fc from 'fast-check';
import {
  getNamedType,
  GraphQLInputObjectType,
  isInputObjectType,
  type GraphQLInputField,
} from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { createSchema } from '../../src/app/schema.js';
import type { ApiClient } from '../support/api-client.js';
import { figure, report } from '../support/figures.js';
import { startWorld, type World } from '../support/world.js';
import { inputOf } from './arguments.js';
import { unknownId } from './cast.js';
import { fillingWith } from './fillings.js';
import { Rows } from './rows.js';
import { nodeTypesOf, spotsOf, unwrapped } from './schema-walk.js';
import { encodeGlobalId } from '../../src/api/global-ids.js';
import { UNMETERED } from './unmetered.js';

const INPUTS = figure({ t0: 2_000, long: 20_000 });
const AT_ONCE = 20;

/** What JavaScript, GraphQL and other mail servers give a meaning. */
const STUMBLES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__typename',
  'tenantId',
  'tenant_id',
  'role',
  'roles',
  'isAdmin',
  'admin',
  'owner',
  'permissions',
  'scope',
  'user',
  'organization',
  'mailServer',
  'input',
  'id',
  '_id',
  '$set',
  'length',
];

const RESPELLINGS = [
  (name: string) => name.toUpperCase(),
  (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  (name: string) => `${name}s`,
  (name: string) => `${name} `,
  (name: string) => `${name}.id`,
  (name: string) => name.charAt(0).toUpperCase() + name.slice(1),
];

/**
 * A valid input of any mutation with one field more, at any depth: a column of ours, a name that
 * programs stumble over, another spelling of a field that exists, or anything. It is refused before
 * anything happens. The control is a schema that takes one of them.
 */
describe('D-14 fields that no input has', () => {
  const schema = createSchema();
  const mutations = spotsOf(schema.getMutationType()!).filter(({ field }) => field.args.length > 0);
  const objects = Object.fromEntries(
    [
      ...nodeTypesOf(schema).map(({ name }) => name),
      'heldDelivery',
      'waitingDelivery',
      ...['organizationToken', 'deletedMailServer', 'deletedOrganization'],
    ].map((name) => [name, unknownId(encodeGlobalId(name, '1234567890123456789'))]),
  );
  const means = { objects, email: 'a@b.test', password: 'long enough for us', domain: 'own.test' };
  let world: World;
  let rows: Rows;

  beforeAll(async () => {
    world = await startWorld({ roles: ['api'], settings: UNMETERED });
    await world.aServer();
    rows = await Rows.keep(world.database);
  });
  afterAll(() => world.stop());

  const columns = getMetadataArgsStorage().columns.flatMap(({ propertyName, options }) => [
    propertyName,
    options.name ?? propertyName,
  ]);
  const names = fc.oneof(
    fc.constantFrom(...new Set([...columns, ...STUMBLES])),
    fc.stringMatching(/^[A-Za-z_]\w{0,20}$/),
    fc.string({ minLength: 1, maxLength: 20 }),
  );
  const extra = fc.record({
    mutation: fc.constantFrom(...mutations),
    depth: fc.nat(3),
    name: names,
    respelling: fc.option(fc.constantFrom(...RESPELLINGS), { freq: 3 }),
    value: fc.oneof(fc.jsonValue(), fc.constantFrom('OWNER', true, objects['Organization'])),
  });

  it(`are refused ${INPUTS} times, and nothing is changed`, async () => {
    const tried = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(extra, { minLength: AT_ONCE, maxLength: AT_ONCE }),
        async (some) => {
          const heard = await Promise.all(some.map((given) => offer(world.admin, given)));
          for (const { path } of heard) tried.add(path);
          const wanted = heard.map(({ path }) => ({ path, codes: ['BAD_USER_INPUT'] }));
          expect(heard).toEqual(wanted);
        },
      ),
      { numRuns: INPUTS / AT_ONCE },
    );
    report(`D-14: ${INPUTS} inputs with a field too many, in ${tried.size} places`);
    expect(await rows.restore()).toEqual([]);
  }, 900_000);

  it('would be found if an input took them (control)', async () => {
    const open = createSchema();
    const input = open.getType('CreateOrganizationInput') as GraphQLInputObjectType;
    const { name } = input.getFields();
    Object.assign(input.getFields(), {
      suspensionReason: { ...name, name: 'suspensionReason', type: getNamedType(name!.type) },
    });
    const url = await world.openApi(open);
    const mutation = mutations.find(({ field }) => field.name === 'createOrganization')!;
    const given = { mutation, depth: 0, name: 'suspensionReason', respelling: null, value: 'mine' };
    const client = Object.assign(Object.create(world.admin) as ApiClient, { url });
    expect((await offer(client, given)).codes).toEqual([]);
  });

  interface Extra {
    readonly mutation: (typeof mutations)[number];
    readonly depth: number;
    readonly name: string;
    readonly respelling: ((name: string) => string) | null;
    readonly value: unknown;
  }

  async function offer(client: ApiClient, { mutation, depth, ...given }: Extra) {
    const { field } = mutation;
    const [arg] = field.args;
    const values = inputOf(field, fillingWith(schema, means));
    let type = getNamedType(arg!.type) as GraphQLInputObjectType; // each mutation has one input
    let place = values[arg!.name] as Record<string, unknown>;
    let path = `${field.name}.input`;
    for (let level = 0; level < depth; level += 1) {
      const inner = Object.values(type.getFields()).find((one) =>
        isInputObjectType(getNamedType(one.type)),
      );
      if (!inner) break;
      place = entered(place, inner);
      type = getNamedType(inner.type) as GraphQLInputObjectType; // just asked
      path += `.${inner.name}`;
    }
    const known = Object.keys(type.getFields());
    const respelled = given.respelling?.(known[given.name.length % known.length]!);
    const name = freeName(respelled ?? given.name, known);
    Object.defineProperty(place, name, { value: given.value, enumerable: true });
    const { errors = [], data } = await client.ask<unknown, object>(
      `mutation Offer($input: ${String(arg!.type)}) { ${field.name}(input: $input) { __typename } }`,
      values,
    );
    const codes = errors.map(({ extensions }) => extensions?.['code']);
    return { path: `${path}.${name}`, codes: data == null ? [...new Set(codes)] : [] };
  }
});

function freeName(name: string, known: readonly string[]): string {
  return known.includes(name) ? `${name}_` : name;
}

/** The input object inside of a field, made when it was left out. */
function entered(place: Record<string, unknown>, { name, type }: GraphQLInputField) {
  const { isList } = unwrapped(type);
  const held = place[name] ?? (isList ? [{}] : {});
  place[name] = held;
  return (Array.isArray(held) ? held[0] : held) as Record<string, unknown>; // an input object
}
