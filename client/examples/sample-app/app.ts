/**
 * A sign-up form that sends a welcome. Each result has a handler of its own: take one away, or let the API
 * learn a new refusal, and this does not compile any more.
 */
import { match, type Posthouse } from '@posthouse/client';

export interface Welcomed {
  readonly status: 200 | 409 | 422 | 503;
  readonly text: string;
}

export async function welcome(
  posthouse: Posthouse,
  input: { readonly from: string; readonly email: string; readonly signUpId: string },
): Promise<Welcomed> {
  const result = await posthouse.sendMessage({
    from: input.from,
    to: [input.email],
    subject: 'Welcome',
    text: 'Good to have you here.',
    idempotencyKey: `welcome-${input.signUpId}`,
  });
  const ours = ({ reason }: { readonly reason: string }) => says(503, reason);
  return match(result, {
    SendMessageSuccess: ({ message }) => says(200, `Look for "${message.subject}"`),
    InvalidRecipient: ({ address }) => says(422, `${address} is no address`),
    IdempotencyConflict: () => says(409, 'You have signed up already'),
    DomainNotVerified: ours,
    HeaderTooLarge: ours,
    InvalidEnvelopeSender: ours,
    InvalidMessage: ours,
    InvalidSender: ours,
    InvalidTag: ours,
    LoopDetected: ours,
    MalformedHeader: ours,
    MessageTooLarge: ours,
    MetadataTooLarge: ours,
    NoRecipients: ours,
    NotFound: ours,
    ServerSuspended: ours,
    TooManyRecipients: ours,
  });
}

function says(status: Welcomed['status'], text: string): Welcomed {
  return { status, text };
}
