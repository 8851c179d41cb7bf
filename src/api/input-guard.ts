import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { isAllowed, type AuthScopes } from './access-guard.js';
import type { ApiContext } from './context.js';
import { notAllowed } from './errors.js';
import { everyIssue } from './every-issue.js';
import { issuesOfLongList } from './long-lists.js';
import { ValidationFailure } from './validation-failure.js';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Pothos plugins announce themselves
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      inputGuard: InputGuard<Types>;
    }
  }
}

/**
 * Pothos decodes ids and validates input outside of the resolver that access-guard guards, so a
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
    const scopes: AuthScopes = field.pothosOptions.authScopes ?? {};
    const looking: typeof resolver = async (parent, args, context, info) => {
      const tooLong = await issuesOfLongList(fieldOf(info)?.args ?? [], { ...args });
      if (tooLong.length > 0) throw new ValidationFailure(tooLong);
      try {
        return await wrapped(parent, args, context, info);
      } catch (error) {
        throw error instanceof ValidationFailure ? await complete(error, args, info) : error;
      }
    };
    return (parent, args, context, info) => {
      const { caller } = context as unknown as ApiContext; // the builder's Context
      if (!isAllowed(caller, scopes)) throw notAllowed(caller);
      return isSmall(args)
        ? wrapped(parent, args, context, info)
        : looking(parent, args, context, info);
    };
  }
}

/** One number or text at most: no list, and no second field that could be wrong as well. */
function isSmall(args: object): boolean {
  const given = Object.values(args).filter((value: unknown) => value != null);
  return given.length === 0 || (given.length === 1 && typeof given[0] !== 'object');
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
