import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly query: string; readonly variables: Record<string, unknown> };
}

export type Manner = (response: ServerResponse, asked: Asked, count: number) => void;

/** What may stand where Posthouse should: answers in any manner, and remembers what it was asked. */
export class OddServer {
  readonly asked: Asked[] = [];

  private constructor(
    readonly url: string,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(manner: Manner): Promise<OddServer> {
    const server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (piece: string) => (text += piece));
      request.on('end', () => {
        const body = JSON.parse(text) as Asked['body'];
        odd.asked.push({ headers: request.headers, body });
        manner(response, { headers: request.headers, body }, odd.asked.length);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const odd = new OddServer(`http://127.0.0.1:${port}/graphql`, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return odd;
  }

  stop(): Promise<void> {
    return this.end();
  }
}

/** An answer with a status, a body and headers. */
export function says(
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): Manner {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/graphql-response+json';
  return (response) => response.writeHead(status, { 'content-type': type, ...headers }).end(text);
}

/** A top-level error as Posthouse says it. */
export function fails(status: number, code: string, extensions: object = {}): Manner {
  return says(status, {
    errors: [{ message: `It is ${code}`, extensions: { code, ...extensions } }],
  });
}
