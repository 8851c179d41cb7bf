import {
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Mark of a field (in its `extensions`) whose answer follows from its parent alone, whoever asks and with
 * whatever arguments. What a caller may see of it is decided before: by who may listen.
 */
export const SAME_FOR_ALL = { isSameForAll: true } as const;

/**
 * The text of a subscription that answers an event in the same way to everyone who hears it: all of its fields
 * are marked, and only the arguments of the subscription itself may vary. Null for any other document.
 */
export function textSameForAll(schema: GraphQLSchema, document: DocumentNode): string | null {
  const root = onlySubscription(document)?.selectionSet;
  const [field, ...others] = root?.selections ?? [];
  if (field?.kind !== Kind.FIELD || others.length > 0) return null;
  const below = new Below(schema, document);
  return below.isSameOf(field) ? (document.loc?.source.body ?? null) : null;
}

/** With several operations the text would mean several things. */
function onlySubscription(document: DocumentNode): OperationDefinitionNode | null {
  const [operation, ...others] = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const isOnly = others.length === 0 && operation?.operation === OperationTypeNode.SUBSCRIPTION;
  return isOnly ? operation : null;
}

/** No directive, because it may hang on a variable. */
function isMarked(type: GraphQLObjectType, { name, directives }: FieldNode): boolean {
  if (directives?.length) return false;
  if (name.value === '__typename') return true;
  return type.getFields()[name.value]?.extensions.isSameForAll === true;
}

class Below {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    { definitions }: DocumentNode,
  ) {
    const fragments = definitions.filter(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
    );
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  isSameOf(field: FieldNode): boolean {
    const type = this.schema.getSubscriptionType();
    if (!type || !isMarked(type, field) || !field.selectionSet) return false;
    const name = String(type.getFields()[field.name.value]?.type).replace(/!$/, '');
    const told: unknown = this.schema.getType(name);
    return isObjectType(told) && this.isSame(told, field.selectionSet);
  }

  private isSame(type: GraphQLObjectType, { selections }: SelectionSetNode): boolean {
    return selections.every((selection) =>
      selection.kind === Kind.FIELD ? isPlain(type, selection) : this.isSameWithin(type, selection),
    );
  }

  private isSameWithin(
    type: GraphQLObjectType,
    selection: Exclude<SelectionNode, FieldNode>,
  ): boolean {
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    const fragment = isSpread ? this.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value ?? type.name;
    if (!fragment || condition !== type.name || selection.directives?.length) return false;
    return this.isSame(type, fragment.selectionSet);
  }
}

/** What has neither arguments nor fields of its own. */
function isPlain(type: GraphQLObjectType, field: FieldNode): boolean {
  return !field.arguments?.length && !field.selectionSet && isMarked(type, field);
}
