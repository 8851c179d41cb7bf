/**
 * E-10: whatever goes wrong, an error says nothing of our insides or of other tenants.
 *
 * Control: what the database says about itself is recognized.
 */
import * as fc from 'fast-check';
import { figure } from '../support/figures.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { TELLS_TOO_MUCH } from './tells-too-much.js';

const ANSWERS = figure({ t0: 500, long: 5_000 });
const SEED = Number(process.env['TEST_SEED'] ?? 1126);

let world: World;
let shop: Tenant;
let other: Tenant;
beforeAll(async () => {
  world = await startWorld({ roles: ['api'] });
  shop = await world.aServer({ verifiedDomain: 'mine.test' });
  other = await world.aServer({ verifiedDomain: 'zanzibar.test' });
  await world.database.query("UPDATE organizations SET name = 'Zanzibar Ltd' WHERE id = ?", [
    Buffer.from(other.organizationId, 'base64url').toString().split(':')[1],
  ]);
});
afterAll(() => world.stop());

const word = () =>
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', 'f', 'X', 'Y', '_') });

/** Bodies of requests that cannot be answered as they want. */
const wrong = () =>
  fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.string({ maxLength: 100 }).map((query) => JSON.stringify({ query })),
    word().map((name) => asked(`{ ${name} }`)),
    word().map((name) => asked(`{ viewer { ${name} } }`)),
    word().map((name) => asked(`{ mailServers(${name}: 1) { nodes { id } } }`)),
    word().map((name) => asked(`query($v: ${name}!) { node(id: $v) { id } }`, { v: 1 })),
    fc
      .jsonValue()
      .map((v) =>
        asked('query($v: Int!) { mailServers(first: $v) { nodes { id } } }', { v: v ?? 'x' }),
      ),
    fc.integer({ min: 101 }).map((n) => asked(`{ mailServers(first: ${n}) { nodes { id } } }`)),
    fc
      .string({ maxLength: 60 })
      .map((after) =>
        asked('query($a: Cursor) { mailServers(after: $a) { nodes { id } } }', { a: `${after}!` }),
      ),
    fc.jsonValue().map((input) =>
      asked('mutation($i: SendMessageInput!) { sendMessage(input: $i) { __typename } }', {
        i: input,
      }),
    ),
    fc
      .integer({ min: 16, max: 60 })
      .map((n) => asked(`{ ${'viewer { '.repeat(n)}id${' }'.repeat(n)} }`)),
    word().map((name) => asked(`{ ...${name} } fragment ${name} on Query { ...${name} }`)),
    fc.string({ maxLength: 70 }).map((documentId) => JSON.stringify({ documentId })),
    fc.constant(asked('mutation { createOrganization(input: { name: "x" }) { __typename } }')),
    fc.constant(asked('{ organizations { nodes { name } } }')),
  );

function asked(query: string, variables: object = {}): string {
  return JSON.stringify({ query, variables });
}

async function answerTo(body: string, headers: Readonly<Record<string, string>>) {
  const response = await fetch(world.admin.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

describe('E-10 an error', () => {
  it(
    'says nothing of our insides, to whomever',
    async () => {
      let failed = 0;
      const callers = [shop.api.headers, world.anonymous.headers];
      await fc.assert(
        fc.asyncProperty(wrong(), fc.constantFrom(...callers), async (body, headers) => {
          const { status, text } = await answerTo(body, headers);
          if (!text.includes('"errors"')) return;
          failed += 1;
          expect(`${status} ${text}`).not.toMatch(TELLS_TOO_MUCH);
          expect(text).not.toContain('INTERNAL_SERVER_ERROR');
        }),
        { numRuns: Math.ceil(ANSWERS * 1.5), seed: SEED },
      );
      expect(failed).toBeGreaterThanOrEqual(ANSWERS);
    },
    figure({ t0: 300_000, long: 3_600_000 }),
  );

  it('says nothing of another tenant, whatever is asked about it', async () => {
    const kinds = ['MailServer', 'Organization', 'Domain', 'Message', 'Delivery', 'Credential'];
    const theirs = [other.serverId, other.organizationId, other.domainId ?? '', await other.send()];
    for (const id of theirs) {
      for (const kind of kinds) {
        const { text } = await answerTo(
          asked(`query($id: ID!) { node(id: $id) { ... on ${kind} { id } } }`, { id }),
          shop.api.headers,
        );
        expect(text).not.toMatch(/zanzibar/i);
        expect(text).toContain('"node":null');
      }
    }
  });

  it('says nothing of a database that is not as it should be', async () => {
    const tables = ['organizations', 'mail_servers', 'messages', 'deliveries', 'domains'];
    const queries = [
      '{ organizations { nodes { name } } }',
      '{ mailServers { nodes { name messages { nodes { subject } } deliveries { nodes { status } } domains { nodes { name } } } } }',
      'mutation { createOrganization(input: { name: "x" }) { __typename } }',
    ];
    for (const table of tables) {
      await world.database.query(`RENAME TABLE ${table} TO ${table}_away`);
      try {
        for (const query of queries) {
          const { text } = await answerTo(asked(query), world.admin.headers);
          const { errors = [] } = JSON.parse(text) as { errors?: object[] }; // its data may be seen
          expect(JSON.stringify(errors)).not.toMatch(TELLS_TOO_MUCH);
          expect(text).not.toContain('_away');
        }
      } finally {
        await world.database.query(`RENAME TABLE ${table}_away TO ${table}`);
      }
    }
  });

  it.each([
    "Table 'posthouse.organizations' doesn't exist: SELECT `o`.`id` FROM `organizations` `o`",
    'QueryFailedError: ER_NO_SUCH_TABLE',
    'at MessageIntake.accept (/srv/posthouse/dist/src/features/messages/intake.service.js:57:12)',
    'connect ECONNREFUSED 127.0.0.1:3306',
    'Cannot query field "vieweer" on type "Query". Did you mean "viewer"?',
    'Zanzibar Ltd is suspended',
  ])('that would is recognized: %s (control)', (text) => {
    expect(text).toMatch(TELLS_TOO_MUCH);
  });
});
