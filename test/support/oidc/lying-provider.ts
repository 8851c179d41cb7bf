import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { nextLoopbackAddress } from '../loopback-address.js';

type Claims = Record<string, unknown>;

/** What may be wrong of an answer; without any of it the provider is honest. */
export interface Lie {
  readonly claims?: Claims;
  readonly header?: Record<string, unknown>;
  /** Signs in place of the key that it publishes; null for no signature at all. */
  readonly key?: KeyObject | null;
  /** In place of the whole answer of the token endpoint. */
  readonly token?: { readonly status: number; readonly body: string };
}

export const CLIENT_ID = 'posthouse';

/** A provider with keys of its own that can say anything. It keeps to PKCE, however it lies. */
export class LyingProvider {
  lie: Lie = {};
  /** In place of what it says about itself. */
  discovery: Record<string, unknown> = {};
  asked = 0;
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private begun: { nonce: string; challenge: string } = { nonce: '', challenge: '' };

  private constructor(
    private readonly servers: readonly Server[],
    readonly host: string,
    /** What it calls itself. */
    public issuer: string,
  ) {}

  /** With a key and certificate it speaks TLS, and in clear besides at `plainUrl`, for browsers. */
  static async start(tls: { key: string; cert: string } | null = null): Promise<LyingProvider> {
    const servers: Server[] = [createServer(), ...(tls ? [createSecureServer(tls)] : [])];
    const host = nextLoopbackAddress();
    for (const server of servers) {
      await new Promise<void>((resolve) => server.listen(0, host, resolve));
    }
    const liar = new LyingProvider(servers, host, '');
    liar.issuer = `http${tls ? 's' : ''}://${host}:${liar.port}`;
    for (const server of servers) {
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        liar.asked += 1;
        void liar.answer(request, response);
      });
    }
    return liar;
  }

  get port(): number {
    return portOf(this.servers.at(-1));
  }

  get plainUrl(): string {
    return `http://${this.host}:${portOf(this.servers[0])}`;
  }

  get settings(): Readonly<Record<string, string>> {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: 'a secret for liars',
    };
  }

  async stop(): Promise<void> {
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.issuer);
    if (pathname === '/.well-known/openid-configuration') return json(response, this.about());
    if (pathname === '/jwks') return json(response, { keys: [this.publicKey()] });
    if (pathname === '/authorize') return this.authorize(searchParams, response);
    return this.token(new URLSearchParams(await text(request)), response);
  }

  private about(): object {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...this.discovery,
    };
  }

  private publicKey(): object {
    return {
      ...this.keys.publicKey.export({ format: 'jwk' }),
      kid: 'one',
      alg: 'RS256',
      use: 'sig',
    };
  }

  private authorize(asked: URLSearchParams, response: ServerResponse): void {
    this.begun = {
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
    };
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', 'a-code');
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  private token(asked: URLSearchParams, response: ServerResponse): void {
    const { status, body } = this.lie.token ?? { status: 200, body: '' };
    if (body !== '') {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      return;
    }
    const verifier = asked.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (challenge !== this.begun.challenge) return json(response, { error: 'invalid_grant' }, 400);
    json(response, {
      access_token: 'an-access-token',
      token_type: 'bearer',
      id_token: this.idToken(),
    });
  }

  private idToken(): string {
    const now = Math.floor(Date.now() / 1_000);
    const { claims, header, key = this.keys.privateKey } = this.lie;
    const honest = { iss: this.issuer, aud: CLIENT_ID, iat: now, exp: now + 60 };
    const payload = { ...honest, nonce: this.begun.nonce, sub: 'somebody', ...claims };
    const signed = [{ alg: 'RS256', kid: 'one', ...header }, payload].map(encoded).join('.');
    const signature =
      key === null ? '' : sign('sha256', Buffer.from(signed), key).toString('base64url');
    return `${signed}.${signature}`;
  }
}

function portOf(server: Server | undefined): number {
  return (server?.address() as AddressInfo).port; // it listens on TCP
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
