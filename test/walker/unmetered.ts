/** So many points that nobody who asks a lot runs out of them. */
export const UNMETERED = { API_POINTS: '1000000000', API_POINTS_PER_SECOND: '100000000' };

/** A provider that nobody asks, so that there is something to say about it. */
export const WITH_OIDC = {
  PUBLIC_URL: 'https://mail.posthouse.test',
  OIDC_ISSUER: 'https://login.example.test',
  OIDC_CLIENT_ID: 'posthouse',
  OIDC_CLIENT_SECRET: 'a secret of nobody',
};
