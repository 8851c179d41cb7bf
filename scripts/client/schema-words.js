/** What several parts of the generator ask about a schema, and how they write TypeScript. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export function isNode(type) {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

export function isRefusal(type) {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Refusal');
}

/** One page of a list. */
export function isConnection(type) {
  if (!isObjectType(type)) return false;
  const { nodes, pageInfo } = type.getFields();
  return nodes !== undefined && pageInfo !== undefined;
}

/** Name of a leaf or input type in TypeScript; every scalar of our own but JSON travels as a string. */
export function nameInTypeScript(type) {
  const { name } = type;
  if (isEnumType(type) || isInputObjectType(type) || !isLeafType(type)) return name;
  if (name === 'Int' || name === 'Float') return 'number';
  if (name === 'Boolean') return 'boolean';
  return name === 'JSON' ? 'unknown' : 'string';
}

/** The type of a field, argument or input field, with its lists and nulls. */
export function typeInTypeScript(type, nameOf = nameInTypeScript) {
  if (isNonNullType(type)) return bare(type.ofType, nameOf);
  const inner = bare(type, nameOf);
  return inner === 'unknown' ? inner : `${inner} | null`;
}

/** An argument or input field: what may be left out has a question mark. */
export function inputInTypeScript({ name, type, defaultValue }) {
  const isOptional = !isNonNullType(type) || defaultValue !== undefined;
  const typed = typeInTypeScript(type);
  if (!isOptional) return `readonly ${name}: ${typed};`;
  return `readonly ${name}?: ${typed}${typed === 'unknown' ? '' : ' | undefined'};`;
}

export function comment(description, indent = '') {
  const text = (description ?? '').replaceAll('*/', '* /').replaceAll('\n', ' ').trim();
  return text === '' ? '' : `${indent}/** ${text} */\n`;
}

export function pascal(name) {
  return name[0].toUpperCase() + name.slice(1);
}

function bare(type, nameOf) {
  if (isNonNullType(type)) return bare(type.ofType, nameOf);
  if (!isListType(type)) return nameOf(getNamedType(type));
  const inner = typeInTypeScript(type.ofType, nameOf);
  return `readonly ${/[ |]/.test(inner) ? `(${inner})` : inner}[]`;
}
