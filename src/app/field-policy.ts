import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { AuthScopes } from '../api/access-guard.js';

/** What one field asks of the caller: of its type, and more of its own. */
export interface FieldPolicy {
  readonly type: string;
  readonly field: string;
  readonly isRoot: boolean;
  /** Of the type; a root type has none. */
  readonly ofType: AuthScopes | null;
  /** Of the field itself, beyond that of its type. */
  readonly own: AuthScopes | null;
}

/** The policy of every field of the schema, in the order of names. */
export function fieldPolicies(schema: GraphQLSchema): FieldPolicy[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith('__'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return types.flatMap((type) => {
    const isRoot = roots.some((root) => root === type);
    return Object.values(type.getFields()).map((field) => ({
      type: type.name,
      field: field.name,
      isRoot,
      ofType: isRoot ? null : scopesOf(type),
      own: scopesOf(field),
    }));
  });
}

/** Throws when a field has no policy: a root field needs its own, others at least that of their type. */
export function requireFieldPolicies(schema: GraphQLSchema): void {
  const open = fieldPolicies(schema)
    .filter(({ ofType, own }) => !ofType && !own)
    .map(({ type, field }) => `${type}.${field}`);
  if (open.length > 0) throw new Error(`Fields without a policy: ${open.join(', ')}`);
}

/** Scopes that ask nothing are no policy. */
function scopesOf({ extensions }: { readonly extensions: object }): AuthScopes | null {
  const { pothosOptions } = extensions as { pothosOptions?: { authScopes?: AuthScopes } }; // set by Pothos
  const scopes = pothosOptions?.authScopes;
  return scopes && Object.values(scopes).some(Boolean) ? scopes : null;
}
