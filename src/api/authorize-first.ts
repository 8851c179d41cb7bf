import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import type { Permission } from '../features/accounts/policy.js';
import type { ApiContext } from './context.js';
import { notAllowed } from './errors.js';

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
      authorizeFirst: AuthorizeFirst<Types>;
    }
  }
}

/**
 * Pothos decodes ids and validates input outside of the resolver that scope-auth guards, so a
 * stranger would learn what is wrong with the input of a field that is closed to them. This plugin
 * asks the declared scopes before any argument is looked at.
 */
class AuthorizeFirst<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapArgMappers(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    // Pothos types subscribe functions as always there; most fields have none.
    const wrapped = resolver as typeof resolver | undefined;
    if (!wrapped || field.argMappers.length === 0) return resolver;
    const scopes = field.pothosOptions.authScopes as Partial<AuthScopes> | undefined; // the builder admits only these
    if (!scopes || typeof scopes === 'function') return resolver;
    return (parent, args, context, info) => {
      const { caller } = context as unknown as ApiContext; // the builder's Context
      if (scopes.permission && !caller.can(scopes.permission)) throw notAllowed(caller);
      if (scopes.anyOf && !scopes.anyOf.some((one) => caller.can(one))) throw notAllowed(caller);
      if (scopes.signedIn && !caller.isSignedIn) throw notAllowed(caller);
      return wrapped(parent, args, context, info);
    };
  }
}

SchemaBuilder.registerPlugin('authorizeFirst', AuthorizeFirst);
