import 'reflect-metadata';
import { parse, validate } from 'graphql';
import { SAVED_EXAMPLES } from '../../src/api/saved-examples.js';
import { createSchema } from '../../src/app/schema.js';

describe('the saved examples of GraphiQL', () => {
  it('fit the schema', () => {
    const schema = createSchema();
    for (const { query } of SAVED_EXAMPLES) expect(validate(schema, parse(query))).toEqual([]);
  });
});
