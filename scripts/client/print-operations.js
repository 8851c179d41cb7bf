import { comment, inputInTypeScript, nameInTypeScript, pascal } from './schema-words.js';
import { isInputObjectType, isEnumType, getNamedType } from 'graphql';

export function variablesName({ name, args }) {
  if (args.length === 0) return 'NoVariables';
  return isId(args) ? 'IdVariables' : `${pascal(name)}Variables`;
}

export function printOperations(operations) {
  const names = new Set(operations.map(({ type }) => type.named.name));
  for (const { args } of operations) for (const name of inputNames(args)) names.add(name);
  const variables = operations
    .filter(({ args }) => args.length > 0 && !isId(args))
    .map(printVariables);
  return [
    `import type { IdVariables, NoVariables, Operation } from '../operation.js';`,
    `import type { ${[...names].sort().join(', ')} } from './types.js';`,
    '',
    ...variables,
    ...operations.map(printOperation),
  ].join('\n');
}

function printVariables(operation) {
  const lines = operation.args.map(
    (arg) => `${comment(arg.description, '  ')}  ${inputInTypeScript(arg)}`,
  );
  return `export interface ${variablesName(operation)} {\n${lines.join('\n')}\n}\n`;
}

function printOperation(operation) {
  const { kind, name, description, type, at, text, isKeyed, only } = operation;
  const parts = [
    `kind: '${kind}'`,
    `at: [${at.map((step) => `'${step}'`).join(', ')}]`,
    ...(isKeyed ? ['isKeyed: true'] : []),
    ...(only ? [`only: '${only}'`] : []),
    `text: \`${text}\``,
  ];
  const typed = `Operation<${type.text}, ${variablesName(operation)}>`;
  return `${comment(description)}export const ${name}: ${typed} = {\n  ${parts.join(',\n  ')},\n};\n`;
}

function inputNames(args) {
  return args
    .map(({ type }) => getNamedType(type))
    .filter((type) => isInputObjectType(type) || isEnumType(type))
    .map(nameInTypeScript);
}

function isId(args) {
  return args.length === 1 && args[0].name === 'id';
}
