import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  getOperationAST,
  getVariableValues,
  Kind,
  type DocumentNode,
  type ExecutionArgs,
} from 'graphql';
import { LIMITS } from '../config/limits.js';
import { tooBig } from './document-limits.js';

const MOST_ERRORS = 10;

/** What the chosen operation of a document costs at most, in points: told before any of it runs. */
export function costOf({
  schema,
  document,
  operationName,
  variableValues,
  contextValue,
}: ExecutionArgs): number {
  const variables = variableValues ?? {};
  if (objectsIn(variables, LIMITS.inputObjects) > LIMITS.inputObjects)
    throw tooBig('number of objects in the variables', LIMITS.inputObjects);
  const declared = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  // Pothos would look for every wrong value, however many there are.
  const { errors } = getVariableValues(schema, declared, variables, { maxErrors: MOST_ERRORS });
  if (errors?.[0]) throw errors[0];
  const { complexity } = complexityFromQuery(onlyOperation(document, operationName), {
    schema,
    variables,
    ctx: contextValue as object, // always an ApiContext
  });
  return complexity;
}

/** How many objects and lists are in a value, itself included; counts on only until there are more than `enough`. */
function objectsIn(value: unknown, enough: number): number {
  const found = [value].filter(isObject);
  for (let next = 0; next < found.length && found.length <= enough; next += 1) {
    for (const inner of Object.values(found[next] ?? {})) if (isObject(inner)) found.push(inner);
  }
  return found.length;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Pothos measures the first operation of a document, which need not be the one that runs. */
function onlyOperation(document: DocumentNode, name: string | null | undefined): DocumentNode {
  const chosen = getOperationAST(document, name);
  if (!chosen) return document;
  const definitions = document.definitions.filter(
    (definition) => definition === chosen || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { ...document, definitions };
}
