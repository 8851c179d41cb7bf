import { DEMO_MAILBOXES } from './demo-receivers.js';
import type { DemoTenant } from './demo-tenant.js';

export interface DemoAddresses {
  readonly graphql: string;
  readonly submission: { readonly host: string; readonly port: number };
  readonly submissions: { readonly host: string; readonly port: number };
}

/** Commands to copy into another terminal; each works exactly as printed. */
export function demoCommands(
  tenant: DemoTenant,
  { graphql, submission, submissions }: DemoAddresses,
): string {
  const from = `you@${tenant.domain}`;
  const auth = `--auth PLAIN --auth-user ${tenant.smtpUsername} --auth-password ${tenant.smtpPassword}`;
  const swaks = `swaks --from ${from} --to ${DEMO_MAILBOXES.ann} ${auth}`;
  const send = body(
    'mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename ... on SendMessageSuccess { message { id } } ... on Refusal { reason } } }',
    {
      input: {
        mailServerId: tenant.mailServerId,
        from,
        to: [DEMO_MAILBOXES.ann],
        subject: 'Hello',
        text: 'Hello.',
      },
    },
  );
  const watch = body(
    'subscription($id: ID!) { deliveryEvents(serverId: $id) { cursor kind at recipient reply } }',
    { id: tenant.mailServerId },
  );
  return `
Look around: open ${graphql} in a browser and run
  mutation { signIn(input: { email: "${tenant.adminEmail}", password: "${tenant.adminPassword}" }) { __typename } }

Send over GraphQL:
  curl -s ${graphql} -H 'Authorization: Bearer ${tenant.apiKey}' -H 'Content-Type: application/json' -d '${send}'

Send over SMTP (STARTTLS on ${submission.port}, implicit TLS on ${submissions.port}):
  ${swaks} --server ${submission.host} --port ${submission.port} -tls
  ${swaks} --server ${submissions.host} --port ${submissions.port} --tlsc

Watch it live (SSE; Ctrl-C ends it):
  curl -sN ${graphql} -H 'Authorization: Bearer ${tenant.apiKey}' -H 'Content-Type: application/json' -H 'Accept: text/event-stream' -d '${watch}'

The demo itself sends a mail every few seconds. Mail for ${DEMO_MAILBOXES.busy} is refused for now, for
${DEMO_MAILBOXES.unknown} for good, and ${DEMO_MAILBOXES.lost} has no domain.

The credentials stay the same at the next start. Ctrl-C stops everything.
`;
}

function body(query: string, variables: Record<string, unknown>): string {
  return JSON.stringify({ query, variables });
}
