import 'reflect-metadata';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { createSchema } from '../../src/app/schema.js';
import { builder } from '../../src/api/builder.js';
import { fieldPolicies, requireFieldPolicies } from '../../src/app/field-policy.js';
import { PERMISSIONS, POLICY, ROLES, type Rule } from '../../src/features/accounts/policy.js';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const roots = [
  schema.getQueryType(),
  schema.getMutationType(),
  schema.getSubscriptionType(),
].filter((type): type is GraphQLObjectType => type != null);

function scopesOf(part: { readonly extensions: object }): Record<string, unknown> | undefined {
  const { pothosOptions } = part.extensions as {
    pothosOptions?: { authScopes?: Record<string, unknown> };
  };
  return pothosOptions?.authScopes;
}

describe('the policy of the schema', () => {
  it('is declared for every field, by itself or by its type', () => {
    expect(() => requireFieldPolicies(schema)).not.toThrow();
    expect(fieldPolicies(schema).length).toBeGreaterThan(300);
  });

  it('is declared on every type, so that a field added to it has one', () => {
    const open = types
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .filter((type) => !roots.some(({ name }) => name === type.name))
      .filter((type) => !scopesOf(type))
      .map(({ name }) => name);
    expect(open).toEqual([]);
  });

  it('leaves no root field open but those that sign somebody in or say who asks', () => {
    const open = roots.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => scopesOf(field)?.public)
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(open.sort()).toEqual([
      'Mutation.acceptInvitation',
      'Mutation.requestPasswordReset',
      'Mutation.resetPassword',
      'Mutation.signIn',
      'Mutation.signInWithSetupSecret',
      'Mutation.signInWithTotp',
      'Query.signInMethods',
      'Query.viewer',
    ]);
  });

  it('names in a description every permission that a field needs', () => {
    const silent = types
      .filter((type) => isObjectType(type))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => {
        const permission = scopesOf(field)?.permission;
        return typeof permission === 'string' && !field.description?.includes(permission);
      })
      .map(({ type, field }) => `${type.name}.${field.name}`);
    expect(silent).toEqual([]);
  });
});

describe('the table of permissions', () => {
  const rules = Object.entries<Rule>(POLICY);

  it('gives a role nothing of the installation, and a credential only what is on its server', () => {
    for (const [permission, { level, roles, credentials }] of rules) {
      expect({ permission, hasRoles: roles.length > 0 }).toEqual({
        permission,
        hasRoles: level !== 'installation',
      });
      if (credentials.length > 0)
        expect({ permission, level }).toEqual({ permission, level: 'server' });
    }
  });

  it('gives a higher role all that a lower one has', () => {
    for (const [, { roles }] of rules) expect(roles).toEqual(ROLES.slice(0, roles.length));
  });

  it('has a row for every permission that the schema asks for', () => {
    const asked = fieldPolicies(schema).flatMap(({ ofType, own }) =>
      [ofType, own].flatMap((scopes) => [scopes?.permission ?? [], scopes?.anyOf ?? []].flat()),
    );
    expect(asked.filter((permission) => !(permission in POLICY))).toEqual([]);
    expect(PERMISSIONS.filter((permission) => !asked.includes(permission))).toEqual([]);
  });
});

describe('the descriptions of the schema', () => {
  it('say something about every type, field, argument and value', () => {
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  it('lead from every scalar to its specification', () => {
    const lost = types
      .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
      .filter((type) => !(isScalarType(type) && type.specifiedByURL))
      .map(({ name }) => name);
    expect(lost).toEqual([]);
  });
});

describe('a field without a policy (control)', () => {
  it('stops the schema from being made', () => {
    builder.queryField('open', (t) => t.string({ resolve: () => 'for all' }));
    builder
      .objectRef<object>('Forgotten')
      .implement({ fields: (t) => ({ part: t.string({ resolve: () => 'for all' }) }) });
    expect(() => createSchema()).toThrow(/^Fields without a policy: Forgotten\.part, Query\.open$/);
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const parts = [{ name: type.name, description: type.description }];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push({ name: `${type.name}.${field.name}`, description: field.description });
      for (const arg of field.args) {
        const name = `${type.name}.${field.name}(${arg.name})`;
        parts.push({ name, description: arg.description });
      }
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push({ name: `${type.name}.${field.name}`, description: field.description });
    }
  }
  if (isEnumType(type)) {
    for (const value of type.getValues()) {
      parts.push({ name: `${type.name}.${value.name}`, description: value.description });
    }
  }
  return parts.filter(({ description }) => !description).map(({ name }) => name);
}
