/**
 * `npm run schema:release`: from today on, clients are promised what schema/schema.graphql says.
 * test/guards/schema-contract.test.ts keeps it.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const today = new Date().toISOString().slice(0, 10);
const schema = readFileSync('schema/schema.graphql', 'utf8');
writeFileSync('schema/released.graphql', `# Released ${today}\n${schema}`);
