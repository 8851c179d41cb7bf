import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { graphql } from '../gql/index.js';
import { aPerson, join, signedIn } from '../support/people.js';
import { succeeded } from '../support/succeeded.js';
import { startWorld, type World } from '../support/world.js';

const USERS = graphql(`
  query Users($first: Int) {
    users(first: $first) {
      nodes {
        id
        email
        isAdministrator
      }
    }
  }
`);
const CREATE = graphql(`
  mutation CreateUser($input: CreateUserInput!) {
    createUser(input: $input) {
      __typename
      ... on CreateUserSuccess {
        user {
          id
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`);
const UPDATE = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      __typename
      ... on UpdateUserSuccess {
        user {
          name
          email
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`);
const SET_ADMINISTRATOR = graphql(`
  mutation SetUserAdministrator($input: SetUserAdministratorInput!) {
    setUserAdministrator(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const DELETE = graphql(`
  mutation DeleteUser($input: DeleteUserInput!) {
    deleteUser(input: $input) {
      __typename
      ... on Refusal {
        code
      }
    }
  }
`);
const WHO = graphql(`
  query WhoAsUser {
    viewer {
      permissions
      user {
        id
        name
      }
    }
  }
`);

type Any = TypedDocumentNode<unknown, unknown>;

describe('the users of the installation', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());

  it('are created once for one key, and no address twice', async () => {
    const input = { email: 'Ann@Example.test', name: 'Ann', password: 'correct horse' };
    const create = async (more: object = {}) =>
      (await world.admin.run(CREATE, { input: { ...input, ...more } })).createUser;

    const first = await create({ idempotencyKey: 'ann' });
    expect(await create({ idempotencyKey: 'ann' })).toEqual(first);
    expect(await create({ idempotencyKey: 'ann', name: 'Anna' })).toMatchObject({
      code: 'IdempotencyConflict',
    });
    expect(await create({ email: 'ann@example.TEST' })).toMatchObject({ code: 'EmailTaken' });
    const ann = await signedIn(world.admin, 'ann@example.test', input.password);
    expect((await ann.run(WHO)).viewer).toMatchObject({ permissions: [], user: { name: 'Ann' } });
  });

  it('are seen and changed by administrators only', async () => {
    const person = await aPerson(world.admin, 'plain@example.test');
    const input = { userId: person.userId };
    for (const [document, variables] of [
      [USERS, {}],
      [CREATE, { input: { email: 'x@example.test', name: 'X', password: 'a long password' } }],
      [UPDATE, { input: { ...input, name: 'X' } }],
      [SET_ADMINISTRATOR, { input: { ...input, isAdministrator: true } }],
      [DELETE, { input }],
    ] as const) {
      const { errors } = await person.api.ask<unknown, unknown>(document as Any, variables);
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    expect((await world.admin.run(USERS, { first: 100 })).users.nodes).toContainEqual({
      id: person.userId,
      email: person.email,
      isAdministrator: false,
    });
  });

  it('change their own name, and an administrator their address', async () => {
    const person = await aPerson(world.admin, 'before@example.test');
    const { updateProfile } = await person.api.run(
      graphql(`
        mutation UpdateProfile {
          updateProfile(input: { name: "  Renamed  " }) {
            ... on UpdateProfileSuccess {
              user {
                name
              }
            }
          }
        }
      `),
    );
    expect(updateProfile).toEqual({ user: { name: 'Renamed' } });

    const taken = { userId: person.userId, email: 'admin@localhost.localdomain' };
    const { updateUser } = await world.admin.run(UPDATE, { input: taken });
    expect(updateUser).toMatchObject({ code: 'EmailTaken' });
    await world.admin.run(UPDATE, { input: { ...taken, email: 'After@example.test' } });
    await signedIn(world.admin, 'after@example.test', person.password);
  });

  it('become administrators and cease to be, at once; nobody steps down alone', async () => {
    const person = await aPerson(world.admin, 'deputy@example.test');
    const own = (await world.admin.run(WHO)).viewer!.user!.id;
    const set = async (as: typeof world.admin, userId: string, isAdministrator: boolean) =>
      (await as.run(SET_ADMINISTRATOR, { input: { userId, isAdministrator } }))
        .setUserAdministrator;

    await set(world.admin, person.userId, true);
    expect((await person.api.run(WHO)).viewer!.permissions).toContain('USERS_MANAGE');
    expect(await set(person.api, person.userId, false)).toMatchObject({
      code: 'OwnAdministration',
    });
    expect(await set(world.admin, own, false)).toMatchObject({ code: 'OwnAdministration' });
    expect((await world.admin.run(DELETE, { input: { userId: own } })).deleteUser).toMatchObject({
      code: 'OwnAdministration',
    });
    await set(world.admin, person.userId, false);
    expect((await person.api.run(WHO)).viewer!.permissions).toEqual([]);
  });

  it('are deleted with all that is theirs, but never the last owner of an organization', async () => {
    const shop = await world.aServer();
    const person = await aPerson(world.admin, 'gone@example.test');
    const { organizationId } = shop;
    await join(world.admin, person, { organizationId, role: 'OWNER' });
    const remove = async (userId: string) =>
      (await world.admin.run(DELETE, { input: { userId } })).deleteUser;

    await world.database.query("DELETE FROM members WHERE role = 'OWNER' AND user_id <> ?", [
      userNumber(person.userId),
    ]);
    expect(await remove(person.userId)).toMatchObject({ code: 'LastOwner' });

    const heir = await aPerson(world.admin, 'heir@example.test');
    await join(world.admin, heir, { organizationId, role: 'OWNER' });
    expect((await remove(person.userId)).__typename).toBe('DeleteUserSuccess');
    expect((await person.api.run(WHO)).viewer).toBeNull();
    expect(await remove(person.userId)).toMatchObject({ code: 'NotFound' });
  });

  it('are not managed with an access token for one organization', async () => {
    const shop = await world.aServer();
    const { createAccessToken } = await world.admin.run(
      graphql(`
        mutation NarrowToken($input: CreateAccessTokenInput!) {
          createAccessToken(input: $input) {
            __typename
            ... on CreateAccessTokenSuccess {
              secret
            }
          }
        }
      `),
      { input: { name: 'x', scopes: ['USERS_MANAGE'], organizationId: shop.organizationId } },
    );
    const { secret } = succeeded(createAccessToken, 'CreateAccessTokenSuccess');
    const client = world.anonymous.bearer(secret ?? '');
    expect((await client.run(USERS, { first: 5 })).users.nodes).toEqual([]);
    const { createUser } = await client.run(CREATE, {
      input: { email: 'y@example.test', name: 'Y', password: 'a long password' },
    });
    expect(createUser).toMatchObject({ code: 'OutOfScope' });
  });
});

function userNumber(globalId: string): string {
  return Buffer.from(globalId, 'base64url').toString().split(':')[1]!;
}
