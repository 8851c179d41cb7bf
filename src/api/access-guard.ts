import SchemaBuilder, {
  BasePlugin,
  type FieldNullability,
  type InputFieldMap,
  type PothosOutputFieldConfig,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import type { Caller } from '../features/accounts/caller.js';
import type { Permission } from '../features/accounts/policy.js';
import type { ApiContext } from './context.js';
import { notAllowed } from './errors.js';

/** What a field or type may declare; all of it must hold. `public` parts are guarded by the field that leads to them. */
export interface AuthScopes {
  permission?: Permission;
  /** One of these suffices. */
  anyOf?: readonly Permission[];
  signedIn?: true;
  public?: true;
}

/* eslint-disable @typescript-eslint/no-unused-vars -- declarations that merge must repeat all parameters */
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Pothos plugins announce themselves
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      accessGuard: AccessGuard<Types>;
    }

    interface ObjectTypeOptions<Types extends SchemaTypes, Shape> {
      authScopes?: AuthScopes;
    }

    interface InterfaceTypeOptions<Types extends SchemaTypes, Shape> {
      authScopes?: AuthScopes;
    }

    interface FieldOptions<
      Types extends SchemaTypes,
      ParentShape,
      Type extends TypeParam<Types>,
      Nullable extends FieldNullability<Type>,
      Args extends InputFieldMap,
      ResolveShape,
      ResolveReturnShape,
    > {
      authScopes?: AuthScopes;
    }
  }
}
/* eslint-enable @typescript-eslint/no-unused-vars */

type Field<Types extends SchemaTypes> = PothosOutputFieldConfig<Types>;
type Resolve<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

/**
 * Asks the caller for what a field, its type and the interfaces of that declare, before the field is resolved: of a
 * subscription once, before its stream begins. All of it is known when the schema is built and decided by the caller
 * alone, so that a field costs a call and no promise.
 */
class AccessGuard<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(resolver: Resolve<Types>, field: Field<Types>): Resolve<Types> {
    return field.kind === 'Subscription' ? resolver : guarded(resolver, this.scopesOf(field));
  }

  override wrapSubscribe(
    subscriber: Resolve<Types> | undefined,
    field: Field<Types>,
  ): Resolve<Types> | undefined {
    return subscriber && guarded(subscriber, this.scopesOf(field));
  }

  private scopesOf(field: Field<Types>): AuthScopes[] {
    const owner = this.buildCache.getTypeConfig(field.parentType);
    const interfaces = 'interfaces' in owner ? owner.interfaces : [];
    const types = [owner, ...interfaces.map((one) => this.buildCache.getTypeConfig(one))];
    return [...types.map(declared), declared(field)].filter(asksSomething);
  }
}

function declared({ pothosOptions }: { readonly pothosOptions: object }): AuthScopes {
  return (pothosOptions as { authScopes?: AuthScopes }).authScopes ?? {}; // the builder admits only these
}

function guarded<Types extends SchemaTypes>(
  resolver: Resolve<Types>,
  scopes: readonly AuthScopes[],
): Resolve<Types> {
  if (scopes.length === 0) return resolver;
  return (parent, args, context, info) => {
    const { caller } = context as unknown as ApiContext; // the builder's Context
    for (const scope of scopes) if (!isAllowed(caller, scope)) throw notAllowed(caller);
    return resolver(parent, args, context, info);
  };
}

function asksSomething({ permission, anyOf, signedIn }: AuthScopes): boolean {
  return permission !== undefined || anyOf !== undefined || signedIn !== undefined;
}

export function isAllowed(caller: Caller, { permission, anyOf, signedIn }: AuthScopes): boolean {
  if (permission !== undefined && !caller.can(permission)) return false;
  if (anyOf !== undefined && !anyOf.some((one) => caller.can(one))) return false;
  return signedIn === undefined || caller.isSignedIn;
}

SchemaBuilder.registerPlugin('accessGuard', AccessGuard);
