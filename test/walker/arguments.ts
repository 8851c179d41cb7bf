import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { unwrapped } from './schema-walk.js';

/** Said of an input object that nobody requires, to fill in something inside of it. */
export const ENTER = Symbol('enter');

/** Says what stands in an argument or input field; `undefined` leaves it out unless it is required. */
export type Filling = (input: Slot) => unknown;

/** A place for a value, by its path such as `sendMessage.input.mailServerId`, and by the input type around it. */
export interface Slot {
  readonly path: string;
  readonly name: string;
  /** The input type that has the field, or the field of a root that has the argument. */
  readonly owner: string;
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
}

/** The input of a field: every id and whatever is required; what is not known how to fill fails. */
export function inputOf(
  field: { readonly name: string; readonly args: readonly GraphQLArgument[] },
  filling: Filling,
): Record<string, unknown> {
  return objectOf(field.args, { owner: field.name, path: field.name }, filling);
}

function objectOf(
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  { owner, path }: { owner: string; path: string },
  filling: Filling,
): Record<string, unknown> {
  const values = fields.map((field): [string, unknown] => {
    const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
    const { name, type } = field;
    const slot = { path: `${path}.${name}`, owner, name, type, isRequired };
    return [name, valueOf(slot, filling)];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function valueOf(slot: Slot, filling: Filling): unknown {
  const type = getNamedType(slot.type);
  const known = filling(slot);
  if (known !== undefined && known !== ENTER) return known;
  if (!slot.isRequired && known !== ENTER) return undefined;
  const { isList } = unwrapped(slot.type);
  if (isInputObjectType(type)) {
    const inner = { owner: type.name, path: slot.path };
    const value = objectOf(Object.values(type.getFields()), inner, filling);
    return isList ? [value] : value;
  }
  if (isEnumType(type)) {
    const value = type.getValues()[0]?.name;
    return isList ? [value] : value;
  }
  throw new Error(`nobody knows what to put into ${slot.path}: teach test/walker/fillings.ts`);
}

/** Every place of these arguments, those inside of input objects too. */
export function slotsOf(
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  { owner, path }: { readonly owner: string; readonly path: string },
): Slot[] {
  return fields.flatMap((field) => {
    const { name, type } = field;
    const isRequired = isNonNullType(type) && field.defaultValue === undefined;
    const slot = { path: `${path}.${name}`, owner, name, type, isRequired };
    const inner = getNamedType(type);
    if (!isInputObjectType(inner)) return [slot];
    return [
      slot,
      ...slotsOf(Object.values(inner.getFields()), { owner: inner.name, path: slot.path }),
    ];
  });
}
