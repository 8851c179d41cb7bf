import { graphql } from '../gql/index.js';
import type { ApiResponse } from '../support/api-client.js';
import type { Tenant } from '../support/tenant.js';
import { PLACES, RAW_PLACES } from './injection-places.js';

/** A value, and the input field that it is put in. */
export interface Case {
  readonly place: string;
  readonly value: string;
}

export interface Answer extends Case {
  /** Null when it was refused. */
  readonly messageId: string | null;
  readonly problems: readonly string[];
}

/** sendMessage with the value in its place. */
export async function putIntoMessage(
  tenant: Tenant,
  { place, value }: Case,
  to: string,
): Promise<Answer> {
  const from = `app@${tenant.domain ?? ''}`;
  const base = { from, to: [to], bcc: [to], subject: 'Hello', text: 'Hello.' };
  const { data, errors } = await tenant.api.ask(
    graphql(`
      mutation TryValue($input: SendMessageInput!) {
        sendMessage(input: $input) {
          __typename
          ... on SendMessageSuccess {
            message {
              id
            }
          }
          ... on Refusal {
            path
          }
        }
      }
    `),
    { input: { ...base, ...PLACES[place]!(value, tenant.domain ?? '') } },
  );
  const result = data?.sendMessage;
  if (result?.__typename === 'SendMessageSuccess')
    return { place, value, messageId: result.message.id, problems: [] };
  return refused({ place, value }, result ?? null, errors);
}

/** sendRawMessage with the value in its place. */
export async function putIntoRawMessage(tenant: Tenant, { place, value }: Case): Promise<Answer> {
  const domain = tenant.domain ?? '';
  const raw = Buffer.from(`From: app@${domain}\r\n\r\nHello.\r\n`).toString('base64');
  const base = { mailFrom: `app@${domain}`, recipients: ['held@example.test'], raw };
  const { data, errors } = await tenant.api.ask(
    graphql(`
      mutation TryRawValue($input: SendRawMessageInput!) {
        sendRawMessage(input: $input) {
          __typename
          ... on SendRawMessageSuccess {
            message {
              id
            }
          }
          ... on Refusal {
            path
          }
        }
      }
    `),
    { input: { ...base, ...RAW_PLACES[place]!(value, domain) } },
  );
  const result = data?.sendRawMessage;
  if (result?.__typename === 'SendRawMessageSuccess')
    return { place, value, messageId: result.message.id, problems: [] };
  // A refusal of what is written in the message says so in words; the field is the message itself.
  if (place.endsWith('raw') && result) return { place, value, messageId: null, problems: [] };
  return refused({ place, value }, result ?? null, errors);
}

/** A refusal names the field that was wrong. */
function refused(one: Case, result: object | null, errors: ApiResponse<unknown>['errors']): Answer {
  const named = JSON.stringify(result ?? errors?.map(({ extensions }) => extensions));
  const steps = one.place.trim().split('.');
  const isNamed = steps.every((step) => named.includes(`"${step}"`));
  const isAboutInput = result !== null || named.includes('"BAD_USER_INPUT"');
  const problems = isNamed && isAboutInput ? [] : [`refused with ${named}`];
  return { ...one, messageId: null, problems };
}
