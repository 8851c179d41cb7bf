/**
 * E-07: how many statements a query makes does not depend on how much it finds: for every field of the
 * schema that leads to objects, counted on the wire to MariaDB.
 *
 * Control: asked for one by one, the same objects take more.
 */
import 'reflect-metadata';
import { createSchema } from '../../src/app/schema.js';
import { withToken } from '../support/access-tokens.js';
import { ApiClient } from '../support/api-client.js';
import { StatementTape } from '../support/statement-tape.js';
import { createCredential, type Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';
import { relationsOf, type Relation } from './list-paths.js';

const FEW = 2;
const MANY = 20;
const RELATIONS = relationsOf(createSchema());

let world: World;
let tape: StatementTape;
let api: ApiClient;
beforeAll(async () => {
  world = await startWorld();
  await seed();
  tape = await StatementTape.start(world.database.url);
  api = new ApiClient(await world.anotherApi({ DATABASE_URL: tape.url }), world.admin.headers);
}, 240_000);
afterAll(async () => {
  await world.stop();
  tape.stop();
});

describe('E-07 the number of statements', () => {
  it('is asked of every relation of the schema', () => {
    const names = RELATIONS.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(25);
    expect(names).toEqual(expect.arrayContaining(EXPECTED));
  });

  it('is the same for few objects and many, and at most two for each level', async () => {
    const base = (await asked('{ __typename }')).statements;
    const seen = new Map<string, number>();
    const broken: string[] = [];
    for (const relation of RELATIONS) {
      if (await isTooCostly(relation)) continue; // nobody can ask for so many
      const few = await least(relation, FEW);
      const many = await least(relation, MANY);
      seen.set(relation.name, many.carriers - few.carriers);
      // Of the first few, none may lead further: then half of many tells.
      const isSame =
        many.statements === few.statements ||
        many.statements === (await least(relation, MANY / 2)).statements;
      if (!isSame || many.statements - base > 2 * relation.depth) {
        broken.push(`${relation.name}: ${few.statements} for few, ${many.statements} for many`);
      }
    }
    expect(broken).toEqual([]);
    const shown = [...seen].filter(([, more]) => more >= MANY - FEW).map(([name]) => name);
    expect(shown).toEqual(expect.arrayContaining(EXPECTED));
  }, 240_000);

  it('grows where each object is asked for by itself (control)', async () => {
    const query =
      '{ mailServers(first: 1) { nodes { messages(first: 1) { nodes { deliveries { nodes { id } } } } } } }';
    const once = (await asked(query)).statements;
    let each = 0;
    for (let n = 0; n < FEW; n++) each += (await asked(query)).statements;
    expect(each).toBeGreaterThan(once);
  });
});

/** Shown with twenty objects each, whatever else the schema has. */
const EXPECTED = [
  'MailServer.credentials',
  'MailServer.domains',
  'MailServer.messages',
  'MailServer.organization',
  'Message.deliveries',
  'Message.domain',
  'Message.events',
  'Delivery.attempts',
  'Delivery.message',
  'Attempt.decision',
  'Attempt.outcome',
  'Organization.documents',
  'Organization.domains',
  'Organization.mailServers',
].filter((name) => RELATIONS.some((relation) => relation.name === name));

interface Count {
  readonly statements: number;
  readonly carriers: number;
}

/** Of two: leases that are renewed meanwhile, and what is looked up once, belong to nobody. */
async function least(relation: Relation, pageSize: number): Promise<Count> {
  const query = relation.query(pageSize);
  const [one, other] = [await asked(query), await asked(query)];
  return one.statements < other.statements ? one : other;
}

async function isTooCostly(relation: Relation): Promise<boolean> {
  const { errors } = await api.ask(relation.query(MANY));
  return errors?.[0]?.extensions?.['code'] === 'OPERATION_TOO_LARGE';
}

async function asked(query: string): Promise<Count> {
  const before = tape.statements.length;
  const { data, errors } = await api.ask(query);
  if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  const carriers = JSON.stringify(data).split('"carrier"').length - 1;
  return { statements: tape.statements.length - before, carriers };
}

/** Twenty of everything that there is more than one of. */
async function seed(): Promise<void> {
  const shop = await world.aServer({ verifiedDomain: 'counted.test' });
  const others = await Promise.all(Array.from({ length: MANY - 1 }, () => world.aServer()));
  for (const tenant of [shop, ...others]) await furnish(tenant);
  await copyDomain(shop, others);
  const to = Array.from({ length: MANY }, (_, n) => `ann-${n}@example.test`);
  const first = await shop.send({ to });
  for (let n = 1; n < MANY; n++) await shop.send();
  await shop.settles(first, 'DELIVERED');
  for (let n = 0; n < MANY; n++) await withToken(world.admin);
}

async function furnish({ serverId, organizationId }: Tenant): Promise<void> {
  await createCredential(world.admin, serverId, 'SMTP');
  await world.admin.ask(
    'mutation($input: RegisterDocumentsInput!) { registerDocuments(input: $input) { __typename } }',
    { input: { organizationId, documents: ['{ __typename }'] } },
  );
}

/** Making the keys of a domain takes longer than all the rest: the others have a copy of the row. */
async function copyDomain(shop: Tenant, others: readonly Tenant[]): Promise<void> {
  const columns = await world.database.query<{ name: string }[]>(
    "SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'domains' AND IS_GENERATED = 'NEVER'",
  );
  const names = columns.map(({ name }) => name);
  const owners = [shop, ...others].flatMap((tenant) => [
    { organization: rowOf(tenant.organizationId), server: 'NULL' },
    { organization: rowOf(tenant.organizationId), server: rowOf(tenant.serverId) },
  ]);
  for (const [index, { organization, server }] of owners.entries()) {
    const changes: Record<string, string> = {
      id: `id + ${index + 1}`,
      name: `'copy-${index}.test'`,
      organization_id: organization,
      server_id: server,
    };
    const values = names.map((name) => changes[name] ?? name);
    await world.database.query(
      `INSERT INTO domains (${names.join(', ')}) SELECT ${values.join(', ')} FROM domains WHERE id = ${rowOf(shop.domainId ?? '')}`,
    );
  }
}

function rowOf(globalId: string): string {
  return Buffer.from(globalId, 'base64url').toString().split(':')[1] ?? '0';
}
