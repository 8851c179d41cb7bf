import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print, type GraphQLFormattedError } from 'graphql';

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

  /** Like `ask`, but any top-level error fails the test. */
  async run<R, V>(document: TypedDocumentNode<R, V>, variables?: V): Promise<R> {
    const { data, errors } = await this.ask(document, variables);
    if (errors || !data) throw new Error(`GraphQL answered ${JSON.stringify(errors)}`);
    return data;
  }
}
