import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../systems/posthouse/posthouse.js';
import { batchBody, MESSAGES_PER_BATCH } from './api-source.js';

/** What became of all batches that were sent. */
export interface BatchAccount {
  /** Messages. */
  readonly accepted: number;
  /** Batches that were answered with 503. */
  readonly refused: number;
  /** Batches that were answered in any other way, or not at all. */
  readonly broken: number;
  readonly seconds: number;
  readonly slowestRefusalMs: number;
}

export interface ApiCrowd {
  readonly api: Api;
  /** Clients that each send one batch after the other. */
  readonly members: number;
  readonly sizeBytes: number;
  readonly seconds: number;
}

/** Clients do not wait as long as they are told to, or nobody would be there any more. */
const PAUSE_MS = 500;
const PATIENCE_MS = 60_000;

/** Each member sends batches over a kept connection; who is refused comes again soon. */
export async function batchesOf({
  api,
  members,
  sizeBytes,
  seconds,
}: ApiCrowd): Promise<BatchAccount> {
  const agent = new Agent({ keepAlive: true, maxSockets: members });
  const body = batchBody(sizeBytes);
  const counts = { accepted: 0, refused: 0, broken: 0 };
  let slowestRefusalMs = 0;
  const startedAt = performance.now();
  const elapsed = () => (performance.now() - startedAt) / 1_000;
  const member = async () => {
    while (elapsed() < seconds) {
      const askedAt = performance.now();
      const { status, accepted, heardAt } = await post(api, agent, body);
      if (elapsed() > seconds) return; // it does not count any more
      counts.accepted += accepted;
      if (accepted === MESSAGES_PER_BATCH) continue;
      if (status === 503) slowestRefusalMs = Math.max(slowestRefusalMs, heardAt - askedAt);
      counts[status === 503 ? 'refused' : 'broken'] += 1;
      await sleep(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: members }, member));
  agent.destroy();
  return { ...counts, seconds, slowestRefusalMs };
}

interface Answer {
  readonly status: number;
  readonly accepted: number;
  /** The last byte of it; the connection of a refused one closes later. */
  readonly heardAt: number;
}

/** A refusal may come before all of the body has left; then it is heard all the same. */
function post(api: Api, agent: Agent, body: Buffer): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${api.apiKey}`,
    'content-type': 'application/json',
    'content-length': body.length,
  };
  return new Promise((resolve) => {
    let status = 0;
    let text = '';
    let heardAt: number | null = null;
    const done = () =>
      resolve({
        status,
        accepted: text.split('"SendMessageSuccess"').length - 1,
        heardAt: heardAt ?? performance.now(),
      });
    const asking = request(
      api.endpoint,
      { agent, method: 'POST', headers, timeout: PATIENCE_MS },
      (answer) => {
        status = answer.statusCode ?? 0;
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.once('end', () => (heardAt = performance.now())).once('close', done);
      },
    );
    asking.once('timeout', () => asking.destroy());
    asking.once('error', done);
    asking.end(body);
  });
}
