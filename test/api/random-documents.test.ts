/**
 * E-11: no valid document, whatever its arguments, leads to a fault of ours.
 *
 * Control: a table that is away is a fault, and is seen.
 */
import 'reflect-metadata';
import * as fc from 'fast-check';
import { createSchema } from '../../src/app/schema.js';
import { PERMISSIONS } from '../../src/features/accounts/policy.js';
import type { Permission } from '../gql/graphql.js';
import { withToken } from '../support/access-tokens.js';
import type { ApiClient } from '../support/api-client.js';
import { figure } from '../support/figures.js';
import { startWorld, type World } from '../support/world.js';
import { DocumentMaker, type RandomDocument } from './random-document.js';
import { TELLS_TOO_MUCH } from './tells-too-much.js';

const DOCUMENTS = figure({ t0: 5_000, long: 200_000 });
const AT_ONCE = 8;
const FAULTS = ['INTERNAL_SERVER_ERROR', 'UNAVAILABLE', 'TIMEOUT'];
const schema = createSchema();

let world: World;
let api: ApiClient;
let ids: string[];
beforeAll(async () => {
  const settings = {
    API_POINTS: '1000000000',
    API_POINTS_PER_SECOND: '100000000',
    API_TIMEOUT: '120s',
  };
  world = await startWorld({ roles: ['api'], settings });
  const scopes = PERMISSIONS.map((one) => one.replace(':', '_').toUpperCase() as Permission);
  api = await withToken(world.admin, { scopes });
  ids = await someIds();
});
afterAll(() => world.stop());

describe('E-11 a valid document', () => {
  it(
    'never leads to a fault, nor tells too much',
    async () => {
      const ends = new Map<string, number>();
      const lane = (n: number) =>
        fc.assert(
          fc.asyncProperty(fc.gen(), async (g) => {
            const end = await endOf(DocumentMaker.make(schema, ids, g));
            ends.set(end, (ends.get(end) ?? 0) + 1);
          }),
          { numRuns: DOCUMENTS / AT_ONCE, seed: SEED + n, endOnFailure: true },
        );
      await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => lane(n)));
      const total = [...ends.values()].reduce((sum, one) => sum + one, 0);
      expect(total).toBeGreaterThanOrEqual(DOCUMENTS);
      const refused = (ends.get('OPERATION_TOO_LARGE') ?? 0) / total;
      expect(refused).toBeLessThan(0.1);
      expect((ends.get('ok') ?? 0) / total).toBeGreaterThan(0.2);
    },
    figure({ t0: 600_000, long: 3_600_000 }),
  );

  it('does where a table is away (control)', async () => {
    await world.database.query('RENAME TABLE organizations TO organizations_away');
    try {
      const query = '{ organizations { nodes { id } } }';
      await expect(endOf({ query, variables: {} })).rejects.toThrow('INTERNAL_SERVER_ERROR');
    } finally {
      await world.database.query('RENAME TABLE organizations_away TO organizations');
    }
  });
});

const SEED = Number(process.env['TEST_SEED'] ?? 1126);

/** How it ended: `ok`, or the code of its first error. Fails when that is ours. */
async function endOf({ query, variables }: RandomDocument): Promise<string> {
  const { errors, status } = await api.ask(query, variables);
  const codes = errors?.map(({ extensions }) => String(extensions?.['code'])) ?? [];
  const text = JSON.stringify(errors ?? []);
  const isFault = status >= 500 || codes.some((code) => FAULTS.includes(code));
  const isInvalid = codes.some((code) => /^GRAPHQL_|undefined/.test(code));
  if (isFault || isInvalid || TELLS_TOO_MUCH.test(text)) {
    throw new Error(`${status} ${text}\n${query}\n${JSON.stringify(variables)}`);
  }
  return codes[0] ?? 'ok';
}

/** Of things that are there, and of things that are not. */
async function someIds(): Promise<string[]> {
  const shop = await world.aServer({ verifiedDomain: 'random.test' });
  const other = await world.aServer();
  const messages = [await shop.send(), await shop.send()];
  const { data } = await shop.api.ask<
    { node: { deliveries: { nodes: { id: string }[] } } },
    object
  >('query($id: ID!) { node(id: $id) { ... on MailServer { deliveries { nodes { id } } } } }', {
    id: shop.serverId,
  });
  const deliveries = data?.node.deliveries.nodes.map(({ id }) => id) ?? [];
  const encoded = [
    'MailServer:0',
    'MailServer:18446744073709551616',
    'Message:1.2',
    'Nothing:1',
    'Query:1',
  ];
  return [
    ...[shop, other].flatMap(({ serverId, organizationId }) => [serverId, organizationId]),
    ...messages,
    ...deliveries,
    shop.domainId ?? '',
    ...encoded.map((text) => Buffer.from(text).toString('base64url')),
  ];
}
