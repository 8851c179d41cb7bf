/**
 * E-15: what was released stays. `schema/released.graphql` is what clients were promised last
 * (`npm run schema:release` writes it); additions pass, anything else needs a deprecation that is dated and
 * three months old.
 *
 * Control: each kind of break, planted, is found.
 */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema } from 'graphql';
import { createSchema } from '../../src/app/schema.js';
import { brokenPromises, unfitDeprecations } from './schema-contract.js';

const read = (name: string) =>
  readFileSync(resolve(__dirname, '../../schema', `${name}.graphql`), 'utf8');

describe('E-15 the schema', () => {
  const today = new Date().toISOString().slice(0, 10);

  it('keeps what was released', () => {
    expect(brokenPromises(read('released'), createSchema(), today)).toEqual([]);
  });

  it('says of everything deprecated since when', () => {
    expect(unfitDeprecations(read('released'), createSchema(), today)).toEqual([]);
  });

  it('was released with all its parts', () => {
    expect(read('released')).toMatch(/^# Released \d{4}-\d\d-\d\d\n/);
    expect(read('released')).toContain('type Mutation {');
  });
});

describe('E-15 a change of a schema', () => {
  const sdl = (from = '', to = '') => {
    const text = `# Released 2026-01-01
      type Query { node(id: ID!, as: String): Node  list(first: Int): [Item!]!  find(by: Filter!): Found }
      type Mutation { change(input: Input!): Result! }
      interface Node { id: ID! }
      type Item implements Node { id: ID!  size: Int!  kind: Kind!
        old: String @deprecated(reason: "Since 2026-03-01: use size.") only: Lonely @deprecated(reason: "Since 2026-03-01: gone.") }
      type Lonely { x: Int }
      enum Kind { A B @deprecated(reason: "Since 2026-05-20: use A.") }
      input Filter { text: String  kind: Kind = A }
      input Input { id: ID!  note: String }
      union Found = Item | Other
      union Result = Item | Other
      type Other { why: String! }`;
    const changed = text.replace(from, to);
    if (from !== '' && changed === text) throw new Error(`there is no ${from}`);
    return changed;
  };
  const broken = (from: string, to: string) =>
    brokenPromises(sdl(), buildSchema(sdl(from, to)), '2026-06-15');

  it.each([
    ['a field more', 'size: Int!', 'size: Int!  weight: Int!'],
    ['a type more', 'type Lonely', 'type More { x: Int } type Lonely'],
    ['an optional argument more', 'list(first: Int)', 'list(first: Int, last: Int)'],
    ['an optional input more', 'note: String', 'note: String  more: Int'],
    ['a value more', 'enum Kind { A', 'enum Kind { C A'],
    ['a refusal more', 'union Result = Item', 'union Result = Lonely | Item'],
    ['an output that is never null any more', 'as: String): Node', 'as: String): Node!'],
    ['an input that may be left out', 'input Input { id: ID!', 'input Input { id: ID'],
    ['an old field gone', 'old: String @deprecated(reason: "Since 2026-03-01: use size.")', ''],
    [
      'an old field gone, and the type that only it led to',
      /only: Lonely [^]*?type Lonely \{ x: Int \}/.exec(sdl())?.[0] ?? '',
      '}',
    ],
  ])('passes: %s', (_what, from, to) => {
    expect(broken(from, to)).toEqual([]);
  });

  it.each([
    ['a field gone', 'size: Int!', ''],
    ['a mutation gone', 'change(input: Input!): Result!', 'other: Int'],
    ['an argument gone', ', as: String', ''],
    ['an argument needed', 'list(first: Int)', 'list(first: Int!)'],
    ['an argument of another type', 'list(first: Int)', 'list(first: String)'],
    ['an input more that is needed', 'note: String', 'note: String  more: Int!'],
    ['an input gone', 'note: String', ''],
    ['a value gone', 'enum Kind { A', 'enum Kind { Z'],
    [
      'a value gone that was deprecated for three weeks',
      /B @deprecated\([^)]*\)/.exec(sdl())?.[0] ?? '',
      '',
    ],
    ['a refusal gone', 'union Result = Item | Other', 'union Result = Item'],
    ['an output that may be null', 'size: Int!', 'size: Int'],
    ['an output of another type', 'size: Int!', 'size: String!'],
    ['an interface gone', 'type Item implements Node', 'type Item'],
    ['another kind of type', 'union Found = Item | Other', 'type Found { item: Item }'],
  ])('fails: %s (control)', (_what, from, to) => {
    expect(broken(from, to)).not.toEqual([]);
  });

  it.each([
    ['without a day', 'Use size.', false],
    ['of tomorrow', 'Since 2026-06-16: use size.', false],
    ['from before it could be read', 'Since 2025-12-31: use size.', false],
    ['of today', 'Since 2026-06-15: use size.', true],
  ])('that deprecates %s', (_what, reason, isFit) => {
    const next = buildSchema(sdl('size: Int!', `size: Int! @deprecated(reason: "${reason}")`));
    const unfit = unfitDeprecations(sdl(), next, '2026-06-15');
    expect(unfit).toEqual(isFit ? [] : [`Item.size: ${reason}`]);
  });
});
