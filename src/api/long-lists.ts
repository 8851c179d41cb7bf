import {
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { judged, type Path } from './every-issue.js';
import type { Issue } from './validation-failure.js';

type Fields = readonly (GraphQLArgument | GraphQLInputField)[];
type Values = Readonly<Record<string, unknown>>;

/** Lists up to here are cheap to look at whole. */
const SHORT = 100;

/**
 * What the validators of the first long list have against it, asked before anybody looks at its items:
 * a list that is too long is then refused at the price of its length alone.
 */
export async function issuesOfLongList(
  fields: Fields,
  values: Values,
  path: Path = [],
): Promise<Issue[]> {
  for (const field of fields) {
    const value = values[field.name];
    if (value == null) continue;
    const place = [...path, field.name];
    const isLong = Array.isArray(value) && value.length > SHORT;
    const issues = isLong ? await judged(field, value, place) : [];
    const found = issues.length > 0 ? issues : await inside(field.type, value, place);
    if (found.length > 0) return found;
  }
  return [];
}

async function inside(type: GraphQLInputType, value: unknown, path: Path): Promise<Issue[]> {
  const known = getNullableType(type);
  if (isInputObjectType(known) && value != null) {
    return issuesOfLongList(Object.values(known.getFields()), value as Values, path); // graphql-js coerced it
  }
  if (!isListType(known) || !Array.isArray(value) || !mayHoldLists(known.ofType)) return [];
  for (const [index, item] of value.entries()) {
    const found = await inside(known.ofType, item, [...path, index]);
    if (found.length > 0) return found;
  }
  return [];
}

function mayHoldLists(type: GraphQLInputType): boolean {
  const known = getNullableType(type);
  return isInputObjectType(known) || isListType(known);
}
