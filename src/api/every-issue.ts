import {
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Issue } from './validation-failure.js';

export type Path = readonly (string | number)[];

interface Verdict {
  readonly issues?: readonly Issue[];
}

interface Validator {
  readonly '~standard': {
    validate(value: unknown): Promise<Verdict>;
  };
}

/**
 * Every issue that the declared validators have with the arguments of a field. Pothos stops at the
 * first, but whoever fills in a form wants to know all of them.
 */
export function everyIssue(
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): Promise<Issue[]> {
  return ofFields(field.args, args, []);
}

async function ofFields(
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  values: Readonly<Record<string, unknown>>,
  path: Path,
): Promise<Issue[]> {
  const found = await Promise.all(
    fields.map(async (field) => {
      const value = values[field.name];
      if (value == null) return [];
      const place = [...path, field.name];
      const inner = await ofValue(field.type, value, place);
      return [...inner, ...(await judged(field, value, place))];
    }),
  );
  return found.flat();
}

async function ofValue(type: GraphQLInputType, value: unknown, path: Path): Promise<Issue[]> {
  const known = getNullableType(type);
  if (isListType(known)) {
    const items = Array.isArray(value) ? value : [value];
    const found = await Promise.all(
      items.map((item, index) => ofValue(known.ofType, item, [...path, index])),
    );
    return found.flat();
  }
  if (!isInputObjectType(known) || value == null) return [];
  const fields = Object.values(known.getFields());
  const inner = await ofFields(fields, value as Record<string, unknown>, path); // graphql-js coerced it
  return [...inner, ...(await judged(known, value, path))];
}

/** What the validators declared on one field or type say of a value. */
export async function judged(
  { extensions }: { readonly extensions: Readonly<Record<string, unknown>> },
  value: unknown,
  path: Path,
): Promise<Issue[]> {
  const declared = extensions['@pothos/plugin-validation'] as { schemas?: Validator[] } | undefined; // written by the plugin
  const results = await Promise.all(
    (declared?.schemas ?? []).map((schema) => schema['~standard'].validate(value)),
  );
  return results
    .flatMap(({ issues }) => issues ?? [])
    .map(({ message, path: below = [] }) => ({ message, path: [...path, ...below] }));
}
