import type { GraphQLSchema } from 'graphql';
import { builder } from '../api/builder.js';
import '../api/node.graphql.js';
import '../api/rate-limit.graphql.js';
import '../api/refusal.graphql.js';
import '../api/scalars.js';
import '../features/accounts/access-tokens.graphql.js';
import '../features/accounts/audit-lists.graphql.js';
import '../features/accounts/audit-verification.graphql.js';
import '../features/accounts/audit.graphql.js';
import '../features/accounts/email-change.graphql.js';
import '../features/accounts/invitation-mutations.graphql.js';
import '../features/accounts/invitations.graphql.js';
import '../features/accounts/member-mutations.graphql.js';
import '../features/accounts/members.graphql.js';
import '../features/accounts/oidc.graphql.js';
import '../features/accounts/organization-tokens.graphql.js';
import '../features/accounts/organization-settings.graphql.js';
import '../features/accounts/organizations.graphql.js';
import '../features/accounts/password-reset.graphql.js';
import '../features/accounts/sessions.graphql.js';
import '../features/accounts/sign-in.graphql.js';
import '../features/accounts/user-mutations.graphql.js';
import '../features/accounts/totp.graphql.js';
import '../features/accounts/users.graphql.js';
import '../features/delivery/attempt.graphql.js';
import '../features/delivery/delivery-changes.graphql.js';
import '../features/delivery/delivery.graphql.js';
import '../features/delivery/send-usage.graphql.js';
import '../features/documents/documents.graphql.js';
import '../features/domains/dns.graphql.js';
import '../features/domains/domain-mutations.graphql.js';
import '../features/domains/domains.graphql.js';
import '../features/events/delivery-events.graphql.js';
import '../features/events/event-lists.graphql.js';
import '../features/events/events.graphql.js';
import '../features/messages/message-lists.graphql.js';
import '../features/messages/messages.graphql.js';
import '../features/messages/sends.graphql.js';
import '../features/servers/credentials.graphql.js';
import '../features/servers/listed-servers.graphql.js';
import '../features/servers/lifecycle.graphql.js';
import '../features/servers/server-limits.graphql.js';
import '../features/servers/server-mutations.graphql.js';
import '../features/servers/servers.graphql.js';
import { requireFieldPolicies } from './field-policy.js';

/**
 * The whole API. Every `*.graphql.ts` file adds its part when it is imported here; a field without a
 * policy stops the build and the start.
 */
export function createSchema(): GraphQLSchema {
  const schema = builder.toSchema();
  requireFieldPolicies(schema);
  return schema;
}
