import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { comment, inputInTypeScript, isRefusal, typeInTypeScript } from './schema-words.js';

const REFUSAL_FIELDS = new Set(['code', 'reason', 'path']);

/** Every type that operations take or give, in the order of their names. */
export function printTypes(schema, selections, operations) {
  const needed = new Map();
  for (const type of selections.used) need(type, needed, selections);
  for (const { args } of operations) for (const { type } of args) need(getNamedType(type), needed);
  const types = [...needed.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const refusal = schema.getType('Refusal');
  const texts = types.map((type) => print(type, selections));
  return [printById(), printRefusal(refusal), ...texts].join('\n');
}

function need(type, needed, selections) {
  if (needed.has(type.name) || isInterfaceType(type)) return;
  if (isEnumType(type) || isInputObjectType(type) || isObjectType(type) || isUnionType(type))
    needed.set(type.name, type);
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields()))
      need(getNamedType(field.type), needed, selections);
  if (isObjectType(type) && selections)
    for (const field of selections.fieldsOf(type))
      if (!selections.isById(type, field)) need(getNamedType(field.type), needed, selections);
}

function print(type, selections) {
  const head = comment(type.description);
  if (isEnumType(type)) return `${head}export type ${type.name} = ${valuesOf(type)};\n`;
  if (isUnionType(type)) {
    const members = type.getTypes().map(({ name }) => `\n  | ${name}`);
    return `${head}export type ${type.name} =${members.join('')};\n`;
  }
  if (isInputObjectType(type)) return `${head}export interface ${type.name} ${inputBody(type)}\n`;
  const base = isRefusal(type) ? ' extends Refusal' : '';
  return `${head}export interface ${type.name}${base} ${objectBody(type, selections)}\n`;
}

function valuesOf(type) {
  const values = type.getValues();
  return values
    .map(({ name, description }) => `\n${comment(description, '  ')}  | '${name}'`)
    .join('');
}

function inputBody(type) {
  const lines = Object.values(type.getFields()).map(
    (field) => `${comment(field.description, '  ')}  ${inputInTypeScript(field)}`,
  );
  return `{\n${lines.join('\n')}\n}`;
}

function objectBody(type, selections) {
  const fields = selections
    .fieldsOf(type)
    .filter(({ name }) => !(isRefusal(type) && REFUSAL_FIELDS.has(name)));
  const lines = fields.map((field) => {
    const nameOf = selections.isById(type, field) ? (named) => `ById<'${named.name}'>` : undefined;
    return `${comment(field.description, '  ')}  readonly ${field.name}: ${typeInTypeScript(field.type, nameOf)};`;
  });
  return `{\n  readonly __typename: '${type.name}';\n${lines.join('\n')}\n}`.replace(
    '\n\n}',
    '\n}',
  );
}

function printById() {
  return `/** An object of which only the id is told; \`find…\` tells the rest. */
export interface ById<Name extends string> {
  readonly __typename: Name;
  readonly id: string;
}
`;
}

function printRefusal(refusal) {
  const lines = Object.values(refusal.getFields()).map(
    (field) =>
      `${comment(field.description, '  ')}  readonly ${field.name}: ${typeInTypeScript(field.type)};`,
  );
  return `${comment(refusal.description)}export interface Refusal {\n  readonly __typename: string;\n${lines.join('\n')}\n}\n`;
}
