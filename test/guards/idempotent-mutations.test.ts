/** Every mutation that makes something new can be repeated with a key: in its input, and by the header. */
import 'reflect-metadata';
import { getNamedType, isInputObjectType, isUnionType, type GraphQLField } from 'graphql';
import { createSchema } from '../../src/app/schema.js';

const CREATES = /^(create|send|add|invite|issue|schedule|import)[A-Z]/;
const mutations = Object.values(createSchema().getMutationType()?.getFields() ?? {});
const creating = mutations.filter(({ name }) => CREATES.test(name));

function inputOf({ args }: GraphQLField<unknown, unknown>) {
  const type = args[0] && getNamedType(args[0].type);
  return isInputObjectType(type) ? type.getFields() : {};
}

describe('a mutation that makes something new', () => {
  it('takes an idempotency key', () => {
    expect(creating.length).toBeGreaterThan(7);
    const without = creating.filter((field) => !inputOf(field)['idempotencyKey']);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('refuses a key that came with another input, itself or for each of what it makes', () => {
    const silent = creating.filter(({ name }) => {
      const results = [`${capitalize(name)}Result`, `${capitalize(name.replace(/s$/, ''))}Result`];
      return !results.some((result) => {
        const type = createSchema().getType(result);
        return (
          isUnionType(type) && type.getTypes().some((one) => one.name === 'IdempotencyConflict')
        );
      });
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
