/** Writes schema/schema.graphql, sorted, from the compiled program. */
import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../dist/src/app/schema.js';

mkdirSync('schema', { recursive: true });
writeFileSync('schema/schema.graphql', `${printSchema(lexicographicSortSchema(createSchema()))}\n`);
