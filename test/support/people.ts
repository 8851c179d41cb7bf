import { graphql } from '../gql/index.js';
import type { Role } from '../gql/graphql.js';
import type { ApiClient } from './api-client.js';
import { succeeded } from './succeeded.js';

const PASSWORD = 'a long enough password';

/** A user with a session of their own. */
export interface Person {
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly api: ApiClient;
}

/** Only people sign in: `admin` may be any client of the installation's administrator. */
export async function aPerson(admin: ApiClient, email: string): Promise<Person> {
  const { createUser } = await admin.run(
    graphql(`
      mutation TestUser($input: CreateUserInput!) {
        createUser(input: $input) {
          __typename
          ... on CreateUserSuccess {
            user {
              id
            }
          }
          ... on Refusal {
            reason
          }
        }
      }
    `),
    { input: { email, name: email.split('@')[0]!, password: PASSWORD } },
  );
  const { id } = succeeded(createUser, 'CreateUserSuccess').user;
  const api = await signedIn(admin, email, PASSWORD);
  return { userId: id, email, password: PASSWORD, api };
}

export async function signedIn(
  anyone: ApiClient,
  email: string,
  password: string,
): Promise<ApiClient> {
  const { headers, data } = await anyone.cookie('').ask(
    graphql(`
      mutation TestSignIn($input: SignInInput!) {
        signIn(input: $input) {
          __typename
        }
      }
    `),
    { input: { email, password } },
  );
  succeeded(data!.signIn, 'SignInSuccess');
  return anyone.cookie(headers.get('set-cookie')?.split(';', 1)[0] ?? '');
}

/** Makes a person a member; answers the member's id. */
export async function join(
  admin: ApiClient,
  { userId }: Pick<Person, 'userId'>,
  membership: { organizationId: string; role: Role; mailServerIds?: string[] },
): Promise<string> {
  const { addMember } = await admin.run(
    graphql(`
      mutation TestMember($input: AddMemberInput!) {
        addMember(input: $input) {
          __typename
          ... on AddMemberSuccess {
            member {
              id
            }
          }
          ... on Refusal {
            reason
          }
        }
      }
    `),
    { input: { userId, ...membership } },
  );
  return succeeded(addMember, 'AddMemberSuccess').member.id;
}
