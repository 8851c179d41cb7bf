import { graphql } from '../gql/index.js';
import { ApiClient } from './api-client.js';

export const ADMIN_PASSWORD = 'correct horse battery staple';

/** The administrator's first sign-in, through the door: the client speaks for that session. */
export async function signInAdministrator(url: string, setupSecret: string): Promise<ApiClient> {
  const anonymous = new ApiClient(url);
  const { headers, data } = await anonymous.ask(
    graphql(`
      mutation FirstSignIn($input: SignInWithSetupSecretInput!) {
        signInWithSetupSecret(input: $input) {
          __typename
        }
      }
    `),
    { input: { setupSecret, newPassword: ADMIN_PASSWORD } },
  );
  if (data?.signInWithSetupSecret.__typename !== 'SignInWithSetupSecretSuccess') {
    throw new Error(`the administrator could not sign in: ${JSON.stringify(data)}`);
  }
  return anonymous.cookie(headers.get('set-cookie')?.split(';', 1)[0] ?? '');
}
