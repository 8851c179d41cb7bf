import { graphql } from '../gql/index.js';
import type { CreateAccessTokenInput } from '../gql/graphql.js';
import type { ApiClient } from './api-client.js';
import { succeeded } from './succeeded.js';

/** The API with a new access token of somebody who is signed in. */
export async function withToken(
  person: ApiClient,
  input: Partial<CreateAccessTokenInput> = {},
): Promise<ApiClient> {
  const { createAccessToken } = await person.run(
    graphql(`
      mutation TestAccessToken($input: CreateAccessTokenInput!) {
        createAccessToken(input: $input) {
          __typename
          ... on CreateAccessTokenSuccess {
            secret
          }
          ... on Refusal {
            reason
          }
        }
      }
    `),
    { input: { name: 'Test', scopes: ['SERVERS_READ'], ...input } },
  );
  const { secret } = succeeded(createAccessToken, 'CreateAccessTokenSuccess');
  return person.bearer(secret ?? '');
}
