import { Agent } from 'node:http';
import { BenchError } from '../bench-error.js';
import type { Api } from '../systems/posthouse/posthouse.js';
import { askApi } from './ask-api.js';
import { RECIPIENT, SENDER_DOMAINS, textOf } from './letters.js';

export const MESSAGES_PER_BATCH = 100;

export interface ApiShipment {
  readonly api: Api;
  readonly batches: number;
  /** Requests under way at once. */
  readonly atOnce: number;
  readonly sizeBytes: number;
  readonly timeoutMs: number;
}

const DOCUMENT = `mutation Bench($input: SendMessagesInput!) {
  sendMessages(input: $input) {
    ... on SendMessagesSuccess { results { __typename ... on SendMessageSuccess { message { id } } } }
  }
}`;

/**
 * Sends batches of messages with `sendMessages`; resolves to the seconds until the last was accepted. It
 * costs little: kept connections, one body that was written before, and answers that are searched, not parsed.
 */
export async function sendBatches(shipment: ApiShipment): Promise<number> {
  const { atOnce, batches } = shipment;
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const body = batchBody(shipment.sizeBytes);
  let left = batches;
  const sendUntilNoneIsLeft = async () => {
    while (left > 0) {
      left -= 1;
      requireAccepted(
        await askApi({ ...shipment.api, agent, body, timeoutMs: shipment.timeoutMs }),
      );
    }
  };
  const startedAt = performance.now();
  try {
    await Promise.all(Array.from({ length: atOnce }, sendUntilNoneIsLeft));
    return (performance.now() - startedAt) / 1_000;
  } finally {
    left = 0;
    agent.destroy();
  }
}

/** A whole request body of so many messages of this size. */
export function batchBody(sizeBytes: number): Buffer {
  const message = {
    from: `Sender <sender@${SENDER_DOMAINS.signed}>`,
    to: [RECIPIENT],
    subject: 'Your order is on its way',
    text: textOf(sizeBytes),
  };
  const messages = Array.from({ length: MESSAGES_PER_BATCH }, () => message);
  return Buffer.from(JSON.stringify({ query: DOCUMENT, variables: { input: { messages } } }));
}

function requireAccepted(answer: string): void {
  const accepted = answer.split('"SendMessageSuccess"').length - 1;
  if (accepted === MESSAGES_PER_BATCH) return;
  throw new BenchError(`the API accepted ${accepted} of a batch: ${answer.slice(0, 500)}`);
}
