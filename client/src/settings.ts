/** Says who asks: an access token or an API key, or where to get one for each request. */
export type TokenSource = string | (() => string | Promise<string>);

export interface RetryOptions {
  /** Tries after the first one; 0 never tries again. Default 4. */
  readonly retries?: number | undefined;
  /** About how long to wait before the first of them; it doubles each time. Default 200. */
  readonly firstWaitMs?: number | undefined;
  /** The longest wait; an error that asks for a longer one is thrown at once. Default 10,000. */
  readonly longestWaitMs?: number | undefined;
}

export interface ClientOptions {
  /** The address of the API, such as https://mail.example.org/graphql. */
  readonly url: string;
  /** Without it requests are anonymous, or a page of the same origin sends its session cookie. */
  readonly token?: TokenSource | undefined;
  /** How long one try of a request may take. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  readonly retry?: RetryOptions | undefined;
  /** Headers for every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** In place of the global one, for a proxy or certificates of your own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The same for streams over WebSocket. Node 20 has none of its own, and then streams use SSE alone. */
  readonly webSocket?: typeof globalThis.WebSocket | undefined;
}

export interface CallOptions {
  /** Ends the call, its tries and its waits; the reason of the signal is thrown. */
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly retry?: RetryOptions | undefined;
  /**
   * One effect for all requests with this key within 24 h. Generated mutations that create or send make one for
   * each call; give your own to repeat a call that this process may not live to see answered.
   */
  readonly idempotencyKey?: string | undefined;
}

/** Says when to try again. */
export interface RetryPolicy {
  readonly retries: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/** Options with every default filled in. */
export interface Settings {
  readonly url: string;
  readonly token: TokenSource | null;
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof globalThis.fetch;
  readonly webSocket: typeof globalThis.WebSocket | null;
}

const RETRY: RetryPolicy = { retries: 4, firstWaitMs: 200, longestWaitMs: 10_000 };

export function settingsOf(options: ClientOptions): Settings {
  const { url, token = null, timeoutMs = 30_000, headers = {} } = options;
  return {
    url: new URL(url).href,
    token,
    timeoutMs,
    headers,
    retry: retryPolicyOf(RETRY, options.retry),
    // Browsers want to be called as the global object's own.
    fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
    webSocket: options.webSocket ?? (globalThis as Partial<typeof globalThis>).WebSocket ?? null,
  };
}

/** A policy with what the options change of it. */
export function retryPolicyOf(base: RetryPolicy, options: RetryOptions = {}): RetryPolicy {
  return {
    retries: options.retries ?? base.retries,
    firstWaitMs: options.firstWaitMs ?? base.firstWaitMs,
    longestWaitMs: options.longestWaitMs ?? base.longestWaitMs,
  };
}

export async function authorizationOf({ token }: Settings): Promise<string | null> {
  if (token === null) return null;
  return `Bearer ${typeof token === 'string' ? token : await token()}`;
}
