import WebSocket from 'ws';
import type { ApiClient, ApiResponse } from '../support/api-client.js';
import { SILENCE_MS } from './first-of-stream.js';

type Data = Readonly<Record<string, unknown>>;
type Frame = { readonly type: string; readonly payload?: unknown };

/** The first that a subscription says over WebSocket; one that says nothing is open all the same. */
export async function firstOnSocket(
  client: ApiClient,
  field: string,
  { document: query, variables }: { document: string; variables: object },
): Promise<ApiResponse<Data>> {
  const { authorization, ...headers } = client.headers;
  const socket = new WebSocket(client.url.replace(/^http/, 'ws'), 'graphql-transport-ws', {
    headers,
  });
  let timer: NodeJS.Timeout | undefined;
  const say = (frame: object) => socket.send(JSON.stringify(frame));
  try {
    return await new Promise((resolve, reject) => {
      const answer = (said: object) => resolve({ status: 200, headers: new Headers(), ...said });
      socket.on('error', reject);
      socket.on('close', (code) => reject(new Error(`the socket was closed with ${code}`)));
      socket.on('open', () => say({ type: 'connection_init', payload: { authorization } }));
      socket.on('message', (frame: Buffer) => {
        const { type, payload } = JSON.parse(frame.toString()) as Frame;
        if (type === 'connection_ack') {
          say({ type: 'subscribe', id: '1', payload: { query, variables } });
          timer = setTimeout(answer, SILENCE_MS, { data: { [field]: 'open' } });
        }
        if (type === 'next') answer(payload as object);
        if (type === 'error') answer({ data: null, errors: payload });
        if (type === 'complete') answer({ data: { [field]: 'over' } });
      });
    });
  } finally {
    clearTimeout(timer);
    socket.terminate();
  }
}
