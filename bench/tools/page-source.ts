import { Agent } from 'node:http';
import { BenchError } from '../bench-error.js';
import { askApi } from './ask-api.js';

export interface Reading {
  readonly endpoint: string;
  readonly apiKey: string;
  readonly mailServerId: string;
  readonly seconds: number;
}

export const ROWS_PER_PAGE = 50;
const REQUESTS_AT_ONCE = 8;
const TIMEOUT_MS = 10_000;
const QUERY = `query Bench($id: ID!) { node(id: $id) { ... on MailServer { messages(first: ${ROWS_PER_PAGE}) {
  pageInfo { hasNextPage endCursor }
  nodes { id subject tag sizeBytes acceptedAt deliveries(first: 5) { nodes { id recipient status attemptCount } } }
} } } }`;

/** Reads the same page of messages with their deliveries again and again; pages per second. */
export async function readPages({
  endpoint,
  apiKey,
  mailServerId,
  seconds,
}: Reading): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: REQUESTS_AT_ONCE });
  const body = Buffer.from(JSON.stringify({ query: QUERY, variables: { id: mailServerId } }));
  const question = { endpoint, apiKey, agent, body, timeoutMs: TIMEOUT_MS };
  const startedAt = performance.now();
  const end = startedAt + seconds * 1_000;
  let pages = 0;
  const readUntilTheEnd = async () => {
    while (performance.now() < end) {
      requirePage(await askApi(question));
      pages += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, readUntilTheEnd));
    return pages / ((performance.now() - startedAt) / 1_000);
  } finally {
    agent.destroy();
  }
}

function requirePage(answer: string): void {
  const rows = answer.split('"recipient"').length - 1;
  if (rows === ROWS_PER_PAGE) return;
  throw new BenchError(`the page has ${rows} deliveries: ${answer.slice(0, 500)}`);
}
