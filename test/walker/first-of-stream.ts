import type { ApiClient, ApiResponse } from '../support/api-client.js';

type Data = Readonly<Record<string, unknown>>;

/** How long a stream may be silent before it counts as open. */
export const SILENCE_MS = 1_000;

/** The first that a subscription says over SSE; one that says nothing is open all the same. */
export async function firstOfStream(
  client: ApiClient,
  field: string,
  { document: query, variables }: { document: string; variables: object },
): Promise<ApiResponse<Data>> {
  const leave = new AbortController();
  const response = await fetch(client.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...client.headers,
    },
    body: JSON.stringify({ query, variables }),
    signal: leave.signal,
  });
  const { status, headers } = response;
  const timer = setTimeout(() => leave.abort(), SILENCE_MS);
  try {
    const said = await firstData(response);
    return { status, headers, ...(said as object) };
  } catch (error) {
    if (!leave.signal.aborted) throw error;
    return { status, headers, data: { [field]: 'open' } };
  } finally {
    clearTimeout(timer);
    leave.abort();
  }
}

async function firstData(response: Response): Promise<unknown> {
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString('utf8');
    const [, data] = /^data: ?(\{.*\})$/m.exec(text) ?? [];
    if (data !== undefined) return JSON.parse(data) as unknown;
  }
  return JSON.parse(text) as unknown;
}
