import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { Caller } from '../features/accounts/caller.js';
import type { Permission } from '../features/accounts/policy.js';
import type { ApiContext } from './context.js';
import { notAllowed } from './errors.js';
import { everyIssue } from './every-issue.js';
import { issuesOfLongList } from './long-lists.js';
import { ValidationFailure } from './validation-failure.js';

/** What a field or type may declare. `public` parts are guarded by the field that leads to them. */
export interface AuthScopes {
  permission: Permission;
  /** One of these suffices. */
  anyOf: readonly Permission[];
  signedIn: boolean;
  public: boolean;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Pothos plugins announce themselves
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      inputGuard: InputGuard<Types>;
    }
  }
}

/**
 * Pothos decodes ids and validates input outside of the resolver that scope-auth guards, so a
 * stranger would learn what is wrong with the input of a field that is closed to them. This plugin
 * asks the declared scopes before any argument is looked at; and where validation stopped at the
 * first bad field, it names the others as well.
 */
class InputGuard<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapArgMappers(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    // Pothos types subscribe functions as always there; most fields have none.
    const wrapped = resolver as typeof resolver | undefined;
    if (!wrapped || field.argMappers.length === 0) return resolver;
    const scopes = field.pothosOptions.authScopes as Partial<AuthScopes> | undefined; // the builder admits only these
    return async (parent, args, context, info) => {
      const { caller } = context as unknown as ApiContext; // the builder's Context
      if (!isAllowed(caller, scopes)) throw notAllowed(caller);
      const tooLong = await issuesOfLongList(fieldOf(info)?.args ?? [], { ...args });
      if (tooLong.length > 0) throw new ValidationFailure(tooLong);
      try {
        return await wrapped(parent, args, context, info);
      } catch (error) {
        throw error instanceof ValidationFailure ? await complete(error, args, info) : error;
      }
    };
  }
}

function isAllowed(caller: Caller, scopes: Partial<AuthScopes> = {}): boolean {
  const { permission, anyOf, signedIn } = scopes;
  if (permission && !caller.can(permission)) return false;
  if (anyOf && !anyOf.some((one) => caller.can(one))) return false;
  return !signedIn || caller.isSignedIn;
}

async function complete(
  failure: ValidationFailure,
  args: object,
  info: GraphQLResolveInfo,
): Promise<ValidationFailure> {
  const field = fieldOf(info);
  const issues = field ? await everyIssue(field, { ...args }) : [];
  return issues.length === 0 ? failure : new ValidationFailure(issues);
}

function fieldOf({ parentType, fieldName }: GraphQLResolveInfo) {
  return parentType.getFields()[fieldName];
}

SchemaBuilder.registerPlugin('inputGuard', InputGuard);
