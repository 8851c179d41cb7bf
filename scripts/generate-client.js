/** Writes client/src/generated from schema/schema.graphql: types, operations, and a method for each. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { methodsOf } from './client/methods.js';
import { operationsOf } from './client/operations.js';
import { printOperations } from './client/print-operations.js';
import { printTypes } from './client/print-types.js';
import { Selections } from './client/selections.js';

const FOLDER = 'client/src/generated';
const HEAD = '/** Made from schema/schema.graphql by `npm run codegen`. */\n';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const selections = new Selections(schema);
const operations = operationsOf(schema, selections);

mkdirSync(FOLDER, { recursive: true });
write('operations.ts', printOperations(operations));
write('methods.ts', methodsOf(operations));
write('types.ts', printTypes(schema, selections, operations));

function write(name, text) {
  writeFileSync(`${FOLDER}/${name}`, `${HEAD}${text}`);
}
