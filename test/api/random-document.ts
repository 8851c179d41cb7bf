import type { GeneratorValue } from 'fast-check';
import * as fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export interface RandomDocument {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const MOST_FIELDS = 4;
const DEEPEST = 5;
const TEXTS = [
  '',
  'x',
  ' ',
  "' OR 1=1 -- ",
  '%',
  '\\',
  '\u0000',
  '💌',
  'é'.repeat(300),
  'x'.repeat(2_000),
  'a\r\nb',
];
const NUMBERS = [0, 1, 2, -1, 25, 100, 101, 2_147_483_647, -2_147_483_648];
const FLOATS = [0, -0, 1.5, 1e308, -1e308, 5e-324];
const TIMES = [
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-02-28T23:59:60Z',
  '2026-01-01T00:00:00+14:00',
];
const SCALARS: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false],
  Int: NUMBERS,
  Float: FLOATS,
  String: TEXTS,
  DateTime: TIMES,
  EmailAddress: [
    'ann@example.test',
    `${'a'.repeat(64)}@example.test`,
    'ünï@exämple.test',
    '"a b"@example.test',
  ],
  Url: ['https://example.test/', 'http://127.0.0.1/', 'file:///etc/passwd', 'x:'],
  Duration: ['PT0S', 'PT1S', 'P999999999D', 'PT0.001S'],
  BigInt: ['0', '-1', '18446744073709551615', '18446744073709551616', '99999999999999999999'],
  Cursor: ['x', 'bWVzc2FnZXM6MQ', 'b3JnYW5pemF0aW9uczoxODQ0Njc0NDA3MzcwOTU1MTYxNg', '-'],
  JSON: [
    null,
    {},
    [],
    { a: { b: [1, 'x', null] } },
    'x',
    1e308,
    { __proto__: null, constructor: 1 },
  ],
};

/** Makes documents that are valid for a schema, with whatever values its types admit. */
export class DocumentMaker {
  private readonly variables: Record<string, unknown> = {};
  private readonly declarations: string[] = [];

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly ids: readonly string[],
    private readonly g: GeneratorValue,
  ) {}

  static make(schema: GraphQLSchema, ids: readonly string[], g: GeneratorValue): RandomDocument {
    const maker = new DocumentMaker(schema, ids, g);
    const isChange = maker.chance(3);
    const root = isChange ? schema.getMutationType() : schema.getQueryType();
    if (!root) throw new Error('the schema has no root');
    const selection = maker.selection(root, 0);
    const declared = maker.declarations.length > 0 ? `(${maker.declarations.join(', ')})` : '';
    return {
      query: `${isChange ? 'mutation' : 'query'} Random${declared} ${selection}`,
      variables: maker.variables,
    };
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const one = this.pick(this.schema.getPossibleTypes(type));
      return `{ __typename ... on ${one.name} ${this.selection(one, depth + 1)} }`;
    }
    if (!isObjectType(type)) return '';
    const fields = this.someFields(type, depth).map((field) => this.field(field, depth));
    return `{ __typename ${fields.join(' ')} }`;
  }

  private someFields(type: GraphQLObjectType, depth: number): GraphQLField<unknown, unknown>[] {
    const all = Object.values(type.getFields()).filter(
      (field) => depth < DEEPEST || isLeafType(getNamedType(field.type)),
    );
    if (all.length === 0) return [];
    const count = depth === 0 ? 1 : this.number(MOST_FIELDS);
    return [...new Set(Array.from({ length: count }, () => this.pick(all)))];
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args
      .filter((arg) => isRequiredArgument(arg) || this.chance(2))
      .map((arg) => {
        const name = `v${this.declarations.length}`;
        this.declarations.push(`$${name}: ${arg.type.toString()}`);
        this.variables[name] = this.value(arg.type, 0);
        return `${arg.name}: $${name}`;
      });
    const given = args.length > 0 ? `(${args.join(', ')})` : '';
    return `${field.name}${given} ${this.selection(getNamedType(field.type), depth + 1)}`;
  }

  private value(type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type) && this.chance(6)) return null;
    const known = getNullableType(type);
    if (isListType(known)) {
      return Array.from({ length: this.number(4) }, () => this.value(known.ofType, depth + 1));
    }
    if (isEnumType(known)) return this.pick(known.getValues()).name;
    if (!isInputObjectType(known)) return this.scalar(known.toString());
    const fields = Object.values(known.getFields()).filter(
      (field) => isRequiredInputField(field) || this.chance(depth > 2 ? 8 : 2),
    );
    return Object.fromEntries(fields.map(({ name, type }) => [name, this.value(type, depth + 1)]));
  }

  private scalar(name: string): unknown {
    if (name === 'ID') return this.pick(this.chance(4) ? TEXTS : this.ids);
    return this.pick(SCALARS[name] ?? TEXTS);
  }

  private pick<T>(from: readonly T[]): T {
    const one = from[this.number(from.length)];
    if (one === undefined && from.length === 0) throw new Error('there is nothing to pick from');
    return one as T; // the index is one of the list
  }

  /** One in so many. */
  private chance(of: number): boolean {
    return this.number(of) === 0;
  }

  private number(below: number): number {
    return this.g(fc.nat, below - 1);
  }
}
