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

/** All that is known of one message. */
const STORY = `query Story($id: ID!) { node(id: $id) { ... on Message {
  subject
  deliveries(first: 10) { nodes {
    recipient status nextAttemptAt
    attempts(last: 5) { nodes {
      outcome { kind reply enhancedCode } transcript startedAt durationMs
      decision { ipAddress { address } host tls reasons { rule because } }
    } }
  } }
  events(first: 50) { nodes { kind at } }
  domain { name checks { kind status expected found } }
} } }`;

/** Reads the same page of messages with their deliveries again and again; pages per second. */
export function readPages(reading: Reading): Promise<number> {
  return readAgain(reading, [bodyOf(QUERY, reading.mailServerId)], requirePage);
}

/** Reads the story of one message of that page after the other; stories per second. */
export async function readStories(reading: Reading): Promise<number> {
  const agent = new Agent();
  const page = await askApi({
    ...reading,
    ...{ agent, timeoutMs: TIMEOUT_MS, body: bodyOf(QUERY, reading.mailServerId) },
  });
  agent.destroy();
  const ids = [...page.matchAll(/"id":"([^"]+)","subject"/g)].map(([, id = '']) => id);
  return readAgain(
    reading,
    ids.map((id) => bodyOf(STORY, id)),
    requireStory,
  );
}

/** One after the other of these questions, in each of so many requests at once; answers per second. */
async function readAgain(
  { endpoint, apiKey, seconds }: Reading,
  bodies: readonly Buffer[],
  require: (answer: string) => void,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: REQUESTS_AT_ONCE });
  const startedAt = performance.now();
  const end = startedAt + seconds * 1_000;
  let asked = 0;
  let answers = 0;
  const readUntilTheEnd = async () => {
    while (performance.now() < end) {
      const body = bodies[asked++ % bodies.length] ?? Buffer.alloc(0);
      require(await askApi({ endpoint, apiKey, agent, body, timeoutMs: TIMEOUT_MS }));
      answers += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, readUntilTheEnd));
    return answers / ((performance.now() - startedAt) / 1_000);
  } finally {
    agent.destroy();
  }
}

function bodyOf(query: string, id: string): Buffer {
  return Buffer.from(JSON.stringify({ query, variables: { id } }));
}

function requirePage(answer: string): void {
  const rows = answer.split('"recipient"').length - 1;
  if (rows === ROWS_PER_PAGE) return;
  throw new BenchError(`the page has ${rows} deliveries: ${answer.slice(0, 500)}`);
}

function requireStory(answer: string): void {
  if (answer.includes('"outcome"') && !answer.includes('"errors"')) return;
  throw new BenchError(`the story is not whole: ${answer.slice(0, 500)}`);
}
