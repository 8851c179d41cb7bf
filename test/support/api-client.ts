import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print, type GraphQLFormattedError } from 'graphql';

const PAUSE_MS = 500;
const MOST_TRIES = 20;

export interface ApiResponse<R> {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: R | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: {
    readonly cost?: { requested: number; available: number; restoreRate: number };
  };
}

/** A GraphQL client over HTTP that speaks for one caller. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same API with an access token or API key. */
  bearer(secret: string): ApiClient {
    return new ApiClient(this.url, { authorization: `Bearer ${secret}` });
  }

  /** The same API with a session cookie. */
  cookie(cookie: string): ApiClient {
    return new ApiClient(this.url, { cookie });
  }

  async ask<R, V>(
    document: TypedDocumentNode<R, V> | string,
    variables?: V,
    headers: Record<string, string> = {},
  ): Promise<ApiResponse<R>> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers, ...headers },
      body: JSON.stringify({
        query: typeof document === 'string' ? document : print(document),
        variables,
      }),
    });
    const body = (await response.json()) as Omit<ApiResponse<R>, 'status' | 'headers'>;
    return { ...body, status: response.status, headers: response.headers };
  }

  /**
   * Like `ask`, but any top-level error fails the test. Asks again, as clients do, when it is told to come later: what
   * the test itself does in this process may keep the API waiting.
   */
  async run<R, V>(document: TypedDocumentNode<R, V>, variables?: V): Promise<R> {
    let answer = await this.ask(document, variables);
    for (let tries = 1; tries < MOST_TRIES && isTooBusy(answer); tries += 1) {
      await sleep(PAUSE_MS);
      answer = await this.ask(document, variables);
    }
    const { data, errors } = answer;
    if (errors || !data) throw new Error(`GraphQL answered ${JSON.stringify(errors)}`);
    return data;
  }
}

/** Overload: nothing was done. */
function isTooBusy({ errors }: ApiResponse<unknown>): boolean {
  const { code, retryAfter } = errors?.[0]?.extensions ?? {};
  return code === 'UNAVAILABLE' && retryAfter !== undefined;
}
