import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import WebSocket from 'ws';

export interface Heard {
  readonly cursor: string;
  readonly kind: string;
  readonly recipient: string | null;
}

/** What a subscription said so far, and what it says next. */
export class Listening {
  readonly heard: Heard[] = [];
  readonly errors: unknown[] = [];
  isOver = false;

  async until(isEnough: (heard: readonly Heard[]) => boolean, timeoutMs = 20_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!isEnough(this.heard)) {
      if (Date.now() > deadline) throw new Error(`heard only ${JSON.stringify(this.heard)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async ends(timeoutMs = 20_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!this.isOver) {
      if (Date.now() > deadline) throw new Error('the subscription did not end');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

export const WATCH = `subscription Watch($serverId: ID!, $after: Cursor, $filter: DeliveryEventFilter) {
  deliveryEvents(serverId: $serverId, after: $after, filter: $filter) { cursor kind recipient }
}`;

export interface Watched extends Record<string, unknown> {
  readonly serverId: string;
  readonly after?: string;
  readonly filter?: object;
}

export function socketClient(url: string, authorization: string): Client {
  return createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
    lazy: true,
  });
}

/** Follows `deliveryEvents` over WebSocket. */
export function watchSocket(client: Client, variables: Watched): Listening & { stop(): void } {
  const listening = new Listening();
  const stop = client.subscribe<{ deliveryEvents: Heard }>(
    { query: WATCH, variables },
    {
      next: (result) => take(listening, result),
      error: (error) => {
        listening.errors.push(error);
        listening.isOver = true;
      },
      complete: () => (listening.isOver = true),
    },
  );
  return Object.assign(listening, { stop });
}

/** Follows `deliveryEvents` over SSE on the same endpoint. */
export function watchSse(
  url: string,
  authorization: string,
  variables: Watched,
): Listening & { stop(): void } {
  const listening = new Listening();
  const left = new AbortController();
  read(listening, url, { authorization, variables, signal: left.signal }).then(
    () => (listening.isOver = true),
    (error: unknown) => {
      if (!left.signal.aborted) listening.errors.push(error);
      listening.isOver = true;
    },
  );
  return Object.assign(listening, { stop: () => left.abort() });
}

async function read(
  listening: Listening,
  url: string,
  request: { authorization: string; variables: Watched; signal: AbortSignal },
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      authorization: request.authorization,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: WATCH, variables: request.variables }),
    signal: request.signal,
  });
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const blocks = (rest + Buffer.from(chunk as Uint8Array).toString()).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.+)$/m.exec(block)?.[1];
      if (data)
        take(
          listening,
          JSON.parse(data) as FormattedExecutionResult<{ deliveryEvents: Heard }, unknown>,
        );
    }
  }
}

function take(
  listening: Listening,
  { data, errors }: FormattedExecutionResult<{ deliveryEvents: Heard }, unknown>,
): void {
  if (data) listening.heard.push(data.deliveryEvents);
  if (errors) listening.errors.push(...errors);
}
