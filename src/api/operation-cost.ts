import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  getOperationAST,
  getVariableValues,
  Kind,
  type DocumentNode,
  type ExecutionArgs,
} from 'graphql';

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

/** Pothos measures the first operation of a document, which need not be the one that runs. */
function onlyOperation(document: DocumentNode, name: string | null | undefined): DocumentNode {
  const chosen = getOperationAST(document, name);
  if (!chosen) return document;
  const definitions = document.definitions.filter(
    (definition) => definition === chosen || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { ...document, definitions };
}
