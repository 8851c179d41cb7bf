import { request, type Agent } from 'node:http';
import { BenchError } from '../bench-error.js';

export interface Question {
  readonly endpoint: string;
  readonly apiKey: string;
  readonly agent: Agent;
  /** JSON that was written before. */
  readonly body: Buffer;
  readonly timeoutMs: number;
}

/** Asks the GraphQL API and resolves to its answer as text, which is not parsed: it costs little. */
export function askApi({ endpoint, apiKey, agent, body, timeoutMs }: Question): Promise<string> {
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
    'content-length': body.length,
  };
  return new Promise((resolve, reject) => {
    const options = { agent, method: 'POST', headers, timeout: timeoutMs };
    const asking = request(endpoint, options, (answer) => {
      let text = '';
      answer.setEncoding('latin1');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.once('end', () => resolve(text));
      answer.once('error', reject);
    });
    asking.once('timeout', () => asking.destroy(new BenchError('the API did not answer in time')));
    asking.once('error', reject);
    asking.end(body);
  });
}
