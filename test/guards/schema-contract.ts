import {
  buildASTSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';

const MONTHS = 3;

/** `Since 2026-11-26: use deliveries instead.` */
const REASON = /^Since (\d{4}-\d\d-\d\d): \S/;
/** The first line of a released schema. */
const RELEASED = /^# Released (\d{4}-\d\d-\d\d)$/m;

/**
 * What a client of the released schema would miss in the current one: one line for each. What was released
 * as deprecated three months ago or earlier may be gone.
 */
export function brokenPromises(released: string, current: GraphQLSchema, today: string): string[] {
  const promised = buildASTSchema(withoutOld(parse(released), today), { assumeValid: true });
  return findBreakingChanges(promised, current).map(({ description }) => description);
}

/** Deprecations that do not say since when, or since a day on which nobody could have read them. */
export function unfitDeprecations(
  released: string,
  current: GraphQLSchema,
  today: string,
): string[] {
  const [, releasedOn = today] = RELEASED.exec(released) ?? [];
  const known = new Set(deprecationsIn(parse(released)));
  return deprecationsOf(current)
    .filter(({ reason }) => {
      const [, since] = REASON.exec(reason) ?? [];
      if (since === undefined || since > today) return true;
      return since < releasedOn && !known.has(reason);
    })
    .map(({ place, reason }) => `${place}: ${reason}`);
}

/** Without the parts whose deprecation is old enough, and the types that only those led to. */
function withoutOld(document: DocumentNode, today: string): DocumentNode {
  const kept = visit(document, {
    enter: (node) => {
      const since = 'directives' in node ? sinceOf(node.directives ?? []) : null;
      return since !== null && since <= monthsBefore(today) ? null : undefined;
    },
  });
  const reachable = reachableFrom(kept, ['Query', 'Mutation', 'Subscription']);
  const definitions = kept.definitions.filter(
    (definition) =>
      !('name' in definition) ||
      definition.kind === Kind.DIRECTIVE_DEFINITION ||
      reachable.has(definition.name?.value ?? ''),
  );
  return { ...kept, definitions };
}

function sinceOf(directives: readonly ASTNode[]): string | null {
  const reason = reasonOf(directives);
  return reason === null ? null : (REASON.exec(reason)?.[1] ?? null);
}

function reasonOf(directives: readonly ASTNode[]): string | null {
  const deprecated = directives.find(
    (one): one is ConstDirectiveNode =>
      one.kind === Kind.DIRECTIVE && one.name.value === 'deprecated',
  );
  if (!deprecated) return null;
  const [value] = deprecated.arguments?.map((one) => one.value) ?? [];
  return value?.kind === Kind.STRING ? value.value : '';
}

function deprecationsIn(document: DocumentNode): string[] {
  const found: string[] = [];
  visit(document, {
    enter: (node) => {
      const reason = 'directives' in node ? reasonOf(node.directives ?? []) : null;
      if (reason !== null) found.push(reason);
    },
  });
  return found;
}

/** Names that definitions lead to; whatever implements a reachable interface is reachable. */
function reachableFrom({ definitions }: DocumentNode, roots: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const definition of definitions) {
      const named = namesIn(definition);
      const isOwn = 'name' in definition && definition.name?.value === name;
      if (isOwn) open.push(...named);
      else if (interfacesOf(definition).includes(name) && 'name' in definition) {
        open.push(definition.name?.value ?? '');
      }
    }
  }
  return found;
}

function namesIn(node: ASTNode): string[] {
  const names: string[] = [];
  visit(node, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}

function interfacesOf(node: ASTNode): string[] {
  return 'interfaces' in node ? (node.interfaces ?? []).map(({ name }) => name.value) : [];
}

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

function deprecationsOf(schema: GraphQLSchema): { place: string; reason: string }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
    const fields = hasFields ? Object.values<Field>(type.getFields()) : [];
    const args = fields.flatMap((field) => ('args' in field ? field.args : []));
    const values = isEnumType(type) ? type.getValues() : [];
    return [...fields, ...args, ...values].flatMap(({ name, deprecationReason: reason }) =>
      reason == null ? [] : [{ place: `${type.name}.${name}`, reason }],
    );
  });
}

function monthsBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - MONTHS);
  return date.toISOString().slice(0, 10);
}
