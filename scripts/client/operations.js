import { getNamedType, isNonNullType } from 'graphql';
import { isConnection, isNode, pascal } from './schema-words.js';

/** `findX` of each type and the lists of each object say this with the right types. */
const SAID_BY_OTHERS = new Set(['node', 'nodes']);

/**
 * One operation for each field of Query, Mutation and Subscription; beside them one that finds an object
 * of each type by its id, and one for each list that an object has.
 */
export function operationsOf(schema, selections) {
  const maker = new OperationMaker(schema, selections);
  return [...maker.queries(), ...maker.finds(), ...maker.lists(), ...maker.mutations()].concat(
    maker.subscriptions(),
  );
}

class OperationMaker {
  constructor(schema, selections) {
    this.schema = schema;
    this.selections = selections;
    this.nodes = Object.values(schema.getTypeMap()).filter(isNode);
  }

  queries() {
    const fields = Object.values(this.schema.getQueryType().getFields());
    return fields
      .filter(({ name }) => !SAID_BY_OTHERS.has(name))
      .map((field) => this.ofRoot('query', field));
  }

  mutations() {
    const fields = Object.values(this.schema.getMutationType()?.getFields() ?? {});
    return fields.map((field) => ({
      ...this.ofRoot('mutation', field),
      isKeyed: field.args.some(({ type }) => hasKey(getNamedType(type))),
    }));
  }

  subscriptions() {
    const fields = Object.values(this.schema.getSubscriptionType()?.getFields() ?? {});
    return fields.map((field) => this.ofRoot('subscription', field));
  }

  finds() {
    return this.nodes.map((type) => {
      const name = `find${type.name}`;
      const selection = this.selections.textOf(type).replace('{ __typename ', '{ ');
      return {
        kind: 'query',
        name,
        description: `The ${spaced(type.name)} with this id; null when there is none that you may see. ${type.description}`,
        args: [idArgument(this.schema)],
        at: ['node'],
        type: { named: type, text: `${type.name} | null` },
        text: `query ${pascal(name)}($id: ID!) { node(id: $id) { __typename ... on ${type.name} ${selection} } }`,
        only: type.name,
      };
    });
  }

  lists() {
    return this.nodes.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isConnection(getNamedType(field.type)))
        .map((field) => this.list(type, field)),
    );
  }

  list(type, field) {
    const name = `list${type.name}${pascal(field.name)}`;
    const connection = getNamedType(field.type);
    const args = [idArgument(this.schema), ...field.args];
    const { declared } = variablesOf(args);
    const { passed } = variablesOf(field.args);
    const list = `${field.name}${passed} ${this.selections.textOf(connection)}`;
    return {
      kind: 'query',
      name,
      description: `${field.description} Null when there is no such ${spaced(type.name)} that you may see.`,
      args,
      at: ['node', field.name],
      type: { named: connection, text: `${connection.name} | null` },
      text: `query ${pascal(name)}${declared} { node(id: $id) { ... on ${type.name} { ${list} } } }`,
    };
  }

  ofRoot(kind, field) {
    const named = getNamedType(field.type);
    const { declared, passed } = variablesOf(field.args);
    return {
      kind,
      name: field.name,
      description: field.description,
      args: field.args,
      at: [field.name],
      type: { named, text: isNonNullType(field.type) ? named.name : `${named.name} | null` },
      text: `${kind} ${pascal(field.name)}${declared} { ${field.name}${passed} ${this.selections.textOf(named)} }`,
    };
  }
}

function variablesOf(args) {
  if (args.length === 0) return { declared: '', passed: '' };
  return {
    declared: `(${args.map(({ name, type }) => `$${name}: ${type}`).join(', ')})`,
    passed: `(${args.map(({ name }) => `${name}: $${name}`).join(', ')})`,
  };
}

function idArgument(schema) {
  const [id] = schema.getQueryType().getFields().node.args;
  return id;
}

function hasKey(type) {
  return type.getFields?.().idempotencyKey !== undefined;
}

/** `MailServer` as people say it. */
function spaced(name) {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
