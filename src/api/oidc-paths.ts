import type { HttpRoute } from '../features/accounts/policy.js';

export const OIDC_START = '/auth/oidc/start' satisfies HttpRoute;
export const OIDC_CALLBACK = '/auth/oidc/callback' satisfies HttpRoute;
