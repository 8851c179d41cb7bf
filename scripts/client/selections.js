import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { isConnection, isNode, isRefusal } from './schema-words.js';

/** Objects that another object is shown with, by their ids alone. */
const SHOWN_BY_ID = new Set(['Event.message', 'Event.delivery', 'Delivery.message']);

/**
 * What the client asks for: the same fields of a type wherever it appears, so that one TypeScript type
 * describes it. Those are its values and the value objects in it; not its lists, not other objects with
 * an id, and nothing that needs a permission of its own. What a mutation gives back is asked for whole.
 */
export class Selections {
  /** Types that anything asks for. */
  used = new Set();
  results;

  constructor(schema) {
    const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
    this.results = new Set(unions.flatMap((union) => union.getTypes()));
  }

  /** The fields that are asked for of an object type. */
  fieldsOf(type) {
    const fields = Object.values(type.getFields()).filter(
      ({ deprecationReason }) => !deprecationReason,
    );
    if (isConnection(type)) return fields.filter(({ name }) => /^(nodes|pageInfo)$/.test(name));
    return fields.filter((field) => this.isAskedFor(type, field));
  }

  isById(type, field) {
    return SHOWN_BY_ID.has(`${type.name}.${field.name}`);
  }

  /** `{ … }` of a type; empty for a leaf. */
  textOf(type) {
    if (isLeafType(type)) return '';
    this.used.add(type);
    if (isUnionType(type)) return `{ ${this.unionText(type)} }`;
    return `{ __typename ${this.fieldsText(type)} }`;
  }

  /** Refusals that were added later still say what all of them say. */
  unionText(union) {
    const members = union.getTypes();
    const common = members.some(isRefusal) ? ['... on Refusal { code reason path }'] : [];
    const own = members.flatMap((member) => {
      this.used.add(member);
      const text = this.fieldsText(member, isRefusal(member) ? ['code', 'reason', 'path'] : []);
      return text === '' ? [] : [`... on ${member.name} { ${text} }`];
    });
    return ['__typename', ...common, ...own].join(' ');
  }

  fieldsText(type, known = []) {
    return this.fieldsOf(type)
      .filter(({ name }) => !known.includes(name))
      .map((field) => this.fieldText(type, field))
      .join(' ');
  }

  fieldText(type, field) {
    if (this.isById(type, field)) return `${field.name} { __typename id }`;
    return `${field.name} ${this.textOf(getNamedType(field.type))}`.trim();
  }

  isAskedFor(type, field) {
    if (this.isById(type, field)) return true;
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined))
      return false;
    const target = getNamedType(field.type);
    if (isConnection(target) || isInterfaceType(target)) return false;
    if (this.results.has(type)) return true;
    if (/\bNeeds [a-z]/.test(field.description ?? '')) return false;
    return isObjectType(type) && !(isNode(type) && isNode(target));
  }
}
