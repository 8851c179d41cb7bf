/** The operations of the client say the whole schema, within the limits of the API. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import * as generated from '../../client/src/generated/operations.js';
import { Posthouse, type Operation } from '../../client/src/index.js';
import { LIMITS } from '../../src/config/limits.js';
import { crossedLimit } from '../../src/api/document-limits.js';

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'));
const operations = Object.entries(generated) as [string, Operation<unknown, unknown>][];
const texts = new Map(operations.map(([name, { text }]) => [name, text]));

describe('the operations of the client', () => {
  it.each(operations)('%s fits the schema and the limits', (_name, { text }) => {
    const document = parse(text, { maxTokens: LIMITS.queryTokens });
    expect(validate(schema, document)).toEqual([]);
    expect(crossedLimit(document)).toBeNull();
    expect(text.length).toBeLessThanOrEqual(LIMITS.queryCharacters);
  });

  it('are one for each field of a root type, but for those that find an object by its id', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
    const missing = fields.filter((name) => !(name in generated));
    expect(missing).toEqual(['node', 'nodes']);
    const node = schema.getType('Node');
    const found = isAbstractType(node) ? schema.getPossibleTypes(node) : [];
    expect(found.map(({ name }) => `find${name}`)).toEqual(
      operations.map(([name]) => name).filter((name) => name.startsWith('find')),
    );
  });

  it('each have a method', () => {
    const silent = operations.filter(([name]) => !(name in Posthouse.prototype));
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('ask every mutation that may refuse for what its refusals say', () => {
    const refusing = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
      ({ type }) => {
        const result = getNamedType(type);
        return isUnionType(result) && result.getTypes().some((one) => 'reason' in one.getFields());
      },
    );
    const silent = refusing.filter(({ name }) => {
      const text = texts.get(name) ?? '';
      return !text.includes('... on Refusal { code reason path }');
    });
    expect(refusing.length).toBeGreaterThan(10);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('take a key exactly where the API does', () => {
    const keyed = operations.filter(([, { isKeyed }]) => isKeyed).map(([name]) => name);
    const taking = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) => {
      const input = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
      return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
    });
    expect(keyed.sort()).toEqual(taking.sort());
    expect(keyed).toContain('sendMessage');
  });
});
