import { isNonNullType } from 'graphql';
import { comment, nameInTypeScript, typeInTypeScript } from './schema-words.js';
import { variablesName } from './print-operations.js';

/** A class with one method for each query and mutation. Subscriptions are written by hand: they resume. */
export function methodsOf(operations) {
  const asked = operations.filter(({ kind }) => kind !== 'subscription');
  const types = new Set(asked.map(({ type }) => type.named.name));
  const variables = new Set();
  for (const operation of asked) {
    const single = singleArgument(operation);
    if (single) types.add(nameInTypeScript(single.type.ofType));
    else if (operation.args.length > 0) variables.add(variablesName(operation));
  }
  types.delete('string');
  return [
    `import { Client, type CallOptions } from '../client.js';`,
    `import * as operations from './operations.js';`,
    `import type { ${[...variables].sort().join(', ')} } from './operations.js';`,
    `import type { ${[...types].sort().join(', ')} } from './types.js';`,
    '',
    `/** A client with a method for every query and mutation of the API. */`,
    `export class ClientWithMethods extends Client {`,
    asked.map(printMethod).join('\n'),
    '}',
    '',
  ].join('\n');
}

function printMethod(operation) {
  const { name, description, type } = operation;
  const { parameter, passed } = parameterOf(operation);
  const parameters = [...parameter, 'options?: CallOptions'].join(', ');
  return `${comment(description, '  ')}  ${name}(${parameters}): Promise<${type.text}> {
    return this.run(operations.${name}, ${passed}, options);
  }
`;
}

function parameterOf(operation) {
  const single = singleArgument(operation);
  if (single) {
    const { name, type } = single;
    return { parameter: [`${name}: ${typeInTypeScript(type)}`], passed: `{ ${name} }` };
  }
  const { args } = operation;
  if (args.length === 0) return { parameter: [], passed: '{}' };
  const isOptional = !args.some(({ type }) => isNonNullType(type));
  const typed = `variables: ${variablesName(operation)}${isOptional ? ' = {}' : ''}`;
  return { parameter: [typed], passed: 'variables' };
}

/** `input`, or `id`: given as it is. */
function singleArgument({ args }) {
  const [first] = args;
  return args.length === 1 && isNonNullType(first.type) ? first : null;
}
