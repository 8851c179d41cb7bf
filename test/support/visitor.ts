import { request } from 'node:http';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print, type GraphQLFormattedError } from 'graphql';

interface Answer<R> {
  readonly status: number;
  /** What a browser would send back; null when no cookie was set. */
  readonly cookie: string | null;
  readonly setCookie: string | null;
  readonly text: string;
  readonly data?: R | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Somebody who asks the API from a loopback address of their own. */
export class Visitor {
  constructor(
    private readonly url: string,
    readonly address: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  with(headers: Readonly<Record<string, string>>): Visitor {
    return new Visitor(this.url, this.address, { ...this.headers, ...headers });
  }

  ask<R, V>(document: TypedDocumentNode<R, V>, variables?: V): Promise<Answer<R>> {
    const body = JSON.stringify({ query: print(document), variables });
    const headers = { 'content-type': 'application/json', ...this.headers };
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', localAddress: this.address, headers, agent: false };
      const asked = request(this.url, options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          const setCookie = response.headers['set-cookie']?.[0] ?? null;
          const cookie = setCookie?.split(';', 1)[0] ?? null;
          const answer = JSON.parse(text) as Pick<Answer<R>, 'data' | 'errors'>;
          resolve({ ...answer, status: response.statusCode ?? 0, cookie, setCookie, text });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
