import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { nextLoopbackAddress } from '../loopback-address.js';

export const CLIENT_ID = 'posthouse';

/** What the provider would otherwise warn about. */
const QUIET = {
  adapter: createMemoryAdapter(0),
  jwks: { keys: [{ ...newKey(), kid: 'real', use: 'sig', alg: 'RS256' }] },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
};

function newKey(): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ format: 'jwk' });
}

/** What a provider says of somebody. */
export interface Known {
  readonly email?: string;
  readonly email_verified?: boolean | string;
}

/** An OpenID Connect provider as others run them, on loopback. Whoever comes is signed in as `visitor` at once. */
export class RealProvider {
  readonly clientSecret = `oidc-secret-${randomBytes(24).toString('base64url')}`;
  /** By subject. */
  readonly people = new Map<string, Known>();
  /** Who sits before the browser; null refuses to sign in. */
  visitor: string | null = null;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** `redirectUri` is where it sends people back to. */
  static async start(redirectUri: string): Promise<RealProvider> {
    const server = createServer();
    const host = nextLoopbackAddress();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const { port } = server.address() as AddressInfo;
    const real = new RealProvider(server, `http://${host}:${port}`);
    const provider = new Provider(real.issuer, real.configuration(redirectUri));
    const callback = provider.callback();
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const isInteraction = request.url?.startsWith('/interaction/') ?? false;
      void (isInteraction
        ? real.interact(provider, request, response)
        : callback(request, response));
    });
    return real;
  }

  get port(): string {
    return new URL(this.issuer).port;
  }

  /** What a Posthouse must be told to sign people in here. */
  get settings(): Readonly<Record<string, string>> {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: this.clientSecret,
      OIDC_NAME: 'Example Login',
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private configuration(redirectUri: string): object {
    return {
      clients: [
        {
          client_id: CLIENT_ID,
          client_secret: this.clientSecret,
          redirect_uris: [redirectUri],
        },
      ],
      ...QUIET,
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      pkce: { required: () => true },
      cookies: { keys: [this.clientSecret] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, accountId: string) => ({
        accountId,
        claims: () => ({ sub: accountId, ...this.people.get(accountId) }),
      }),
    };
  }

  private async interact(
    provider: Provider,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    const result = await this.answerTo(provider, prompt.name, {
      clientId: params['client_id'] ?? '',
      accountId: session?.accountId ?? '',
    });
    await provider.interactionFinished(request, response, result);
  }

  private async answerTo(
    provider: Provider,
    prompt: string,
    of: { clientId: string; accountId: string },
  ): Promise<object> {
    if (this.visitor === null) return { error: 'access_denied' };
    if (prompt === 'login') return { login: { accountId: this.visitor } };
    const grant = new provider.Grant(of);
    grant.addOIDCScope('openid email');
    return { consent: { grantId: await grant.save() } };
  }
}
