/**
 * E-05: documents and variables that are made to be costly are refused, or cost no more than their length.
 *
 * Control: the same measure sees work that grows with the square of its length.
 */
import 'reflect-metadata';
import { parse, validate } from 'graphql';
import { createSchema } from '../../src/app/schema.js';
import { crossedLimit } from '../../src/api/document-limits.js';
import { LIMITS } from '../../src/config/limits.js';
import { startWorld, type World } from '../support/world.js';

const MIB = 1_048_576;
/** Four times the length must not be sixteen times the work. */
const MOST_GROWTH = 9;

let world: World;
beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
afterAll(() => world.stop());

async function post(body: string) {
  const response = await fetch(world.admin.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...world.admin.headers },
    body,
  });
  const text = await response.text();
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? 'ok';
  return { code, bytes: text.length };
}

const asked = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('E-05 a costly request', () => {
  it.each([
    [
      'fragments that spread each other',
      asked('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'ten thousand fragments',
      asked(
        `{ ...F0 } ${Array.from({ length: 10_000 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} }`).join(' ')}`,
      ),
      'OPERATION_TOO_LARGE',
    ],
    [
      'a chain of fragments that doubles',
      asked(
        `{ ...F0 } ${Array.from({ length: 25 }, (_, n) => `fragment F${n} on Query { a${n}: __typename ...F${n + 1} ...F${n + 1} }`).join(' ')} fragment F25 on Query { __typename }`,
      ),
      'OPERATION_TOO_LARGE',
    ],
    [
      'a deep list in the document',
      asked(`{ nodes(ids: ${nested(2_000)}) { id } }`),
      'GRAPHQL_PARSE_FAILED or OPERATION_TOO_LARGE', // whichever of its tokens and the stack ends first
    ],
    [
      'a deep list in the variables',
      `{"query":"query($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${nested(100_000)}}}`,
      'OPERATION_TOO_LARGE',
    ],
    [
      'a deep value where any is allowed',
      `{"query":"mutation($m: JSON) { sendMessage(input: { from: \\"a@b.test\\", metadata: $m }) { __typename } }","variables":{"m":{"a":${nested(50_000)}}}}`,
      'BAD_USER_INPUT',
    ],
    [
      'a thousand unknown fields',
      asked(`{ ${'nothing '.repeat(1_900)} }`.slice(0, LIMITS.queryCharacters - 2) + ' }'),
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a million wrong values',
      `{"query":"query($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":[${'{},'.repeat(1_000_000)}{}]}}`,
      'OPERATION_TOO_LARGE',
    ],
  ])('is refused, and the answer is short: %s', async (_what, body, code) => {
    const answer = await post(body);
    expect(code.split(' or ')).toContain(answer.code);
    expect(answer.bytes).toBeLessThan(64 * 1_024);
  });

  it('is answered where it is only long: a mebibyte of variables', async () => {
    const answer = await post(
      asked('query($id: ID!) { node(id: $id) { id } }', { id: 'x'.repeat(MIB) }),
    );
    expect(answer.code).toBe('ok');
  });
});

describe('E-05 the work for a document', () => {
  const schema = createSchema();
  const checks = (text: string) => {
    const document = parse(text);
    crossedLimit(document);
    validate(schema, document);
  };

  it.each([
    ['fields that are said again', (n: number) => `{ ${'__typename '.repeat(n)} }`],
    ['fragments', (n: number) => `{ ...F0 } ${chain(Math.floor(n / 8))}`],
    [
      'aliases',
      (n: number) =>
        `{ ${Array.from({ length: n / 2 }, (_, m) => `a${m}: __typename`).join(' ')} }`,
    ],
  ])('grows with its length: %s', (_what, document) => {
    const growth = growthOf((n) => checks(document(n)));
    expect(growth).toBeLessThan(MOST_GROWTH);
  });

  it('would be seen to grow with the square (control)', () => {
    const growth = growthOf((n) => {
      let sum = 0;
      for (let a = 0; a < n * 5; a++) for (let b = 0; b < n * 5; b++) sum += (a * b) % 7;
      return sum;
    });
    expect(growth).toBeGreaterThan(MOST_GROWTH);
  });
});

function chain(length: number): string {
  const links = Array.from({ length }, (_, n) => `fragment F${n} on Query { ...F${n + 1} }`);
  return `${links.join(' ')} fragment F${length} on Query { __typename }`;
}

/** Of processor time, when the length is four times as much; the least of several, so that others do not count. */
function growthOf(work: (length: number) => unknown): number {
  const least = (length: number) =>
    Math.min(...Array.from({ length: 7 }, () => timeOf(() => work(length))));
  work(2_000);
  return least(2_000) / least(500);
}

function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
