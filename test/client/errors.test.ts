/** Every class of error: from Posthouse where it says so itself, else from what may stand in its place. */
import * as client from '../../client/src/index.js';
import { Posthouse, type PosthouseError } from '../../client/src/index.js';
import { startWorld, type World } from '../support/world.js';
import type { Tenant } from '../support/tenant.js';
import { fails, OddServer, says, type Manner } from './odd-server.js';

const ONCE = { retries: 0 };

describe('an error of the client', () => {
  let world: World;
  let shop: Tenant;
  let posthouse: Posthouse;
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    shop = await world.aServer();
    posthouse = as((shop.api.headers['authorization'] ?? '').replace('Bearer ', ''));
  });
  afterAll(() => world.stop());

  const as = (token?: string) => new Posthouse({ url: world.admin.url, token, retry: ONCE });

  /** What a call ends with, and that it names its request. */
  async function endOf(call: Promise<unknown>): Promise<PosthouseError> {
    const error = await call.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(client.PosthouseError);
    expect((error as PosthouseError).requestId).toMatch(/^[\w.-]{8,64}$/);
    return error as PosthouseError;
  }

  it('is Unauthenticated for nobody and for an unknown key', async () => {
    const anonymous = await endOf(as().mailServers());
    expect(anonymous).toBeInstanceOf(client.Unauthenticated);
    const unknown = await endOf(as('phk_0000000000000000000000000000').viewer());
    expect(unknown).toBeInstanceOf(client.Unauthenticated);
    expect(unknown.isTemporary).toBe(false);
  });

  it('is Forbidden for what the key may not do', async () => {
    const error = await endOf(posthouse.createOrganization({ name: 'Mine' }));
    expect(error).toBeInstanceOf(client.Forbidden);
  });

  it('is BadUserInput with the fields at fault', async () => {
    const error = await endOf(
      posthouse.sendMessages({ messages: [{ from: 'a@b.test', tag: 'x'.repeat(101) }] }),
    );
    expect(error).toBeInstanceOf(client.BadUserInput);
    const fields = error instanceof client.BadUserInput ? error.fields : [];
    expect(fields.map(({ path }) => path.join('.'))).toEqual(['input.messages.0.tag']);
    expect(fields[0]?.reason).not.toBe('');
  });

  it('is InvalidOperation for a document that the API does not know', async () => {
    const error = await endOf(posthouse.run('{ nothing }', {}));
    expect(error).toBeInstanceOf(client.InvalidOperation);
    expect(error.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is Refused where a refusal is thrown', async () => {
    const call = client.orThrow(
      posthouse.sendMessage({ from: 'a@not-ours.test', to: ['b@c.test'] }),
    );
    await expect(call).rejects.toBeInstanceOf(client.Refused);
    await expect(call).rejects.toMatchObject({
      code: 'DomainNotVerified',
      refusal: { __typename: 'DomainNotVerified', domain: 'not-ours.test' },
    });
  });

  const FROM_ELSEWHERE: readonly [string, Manner, string, object][] = [
    ['a budget that is spent', fails(429, 'RATE_LIMITED'), 'RateLimited', {}],
    [
      'a proxy that counts',
      says(429, 'Slow down', { 'retry-after': '7' }),
      'RateLimited',
      { retryAfterMs: 7_000 },
    ],
    [
      'an outage',
      fails(503, 'UNAVAILABLE', { requestId: 'from-the-api' }),
      'Unavailable',
      { requestId: 'from-the-api' },
    ],
    ['a proxy without a backend', says(502, 'Bad gateway'), 'Unavailable', {}],
    ['a fault', fails(500, 'INTERNAL_SERVER_ERROR'), 'Fault', { code: 'INTERNAL_SERVER_ERROR' }],
    ['a page', says(200, '<html>'), 'Fault', {}],
    ['nothing', says(200, { data: null }), 'Fault', {}],
    ['a proxy that wants a sign-in', says(401, 'Who are you?'), 'Unauthenticated', {}],
    ['a proxy that forbids', says(403, 'No'), 'Forbidden', {}],
    ['another address', says(404, 'Not found'), 'InvalidOperation', {}],
    ['another place', says(302, '', { location: 'http://127.0.0.1:9/' }), 'NetworkFailure', {}],
    ['a connection that ends', (response) => response.destroy(), 'NetworkFailure', {}],
    ['half an answer', half, 'NetworkFailure', {}],
    ['silence', () => undefined, 'TimedOut', {}],
    ['silence within an answer', hanging, 'TimedOut', {}],
  ];

  it.each(FROM_ELSEWHERE)('for %s says what it is', async (_what, manner, name, parts) => {
    const server = await OddServer.start(manner);
    const timeoutMs = name === 'TimedOut' ? 300 : 30_000;
    const error = await endOf(new Posthouse({ url: server.url, timeoutMs, retry: ONCE }).viewer());
    await server.stop();
    expect(error.name).toBe(name);
    expect(error).toMatchObject(parts);
  });

  it('is NetworkFailure, with its cause, where nobody listens', async () => {
    const server = await OddServer.start(says(200, ''));
    await server.stop();
    const error = await endOf(new Posthouse({ url: server.url, retry: ONCE }).viewer());
    expect(error.name).toBe('NetworkFailure');
    expect(error.cause).toBeDefined();
    expect(error.isTemporary).toBe(true);
  });

  it('is the reason of the signal where that ended the call, in a try or between two', async () => {
    for (const manner of [() => undefined, fails(503, 'UNAVAILABLE')]) {
      const server = await OddServer.start(manner);
      const posthouse = new Posthouse({ url: server.url, retry: { firstWaitMs: 9_000 } });
      const abort = new AbortController();
      const call = posthouse.viewer({ signal: abort.signal });
      call.catch(() => undefined);
      while (server.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const reason = new Error('enough');
      setTimeout(() => abort.abort(reason), 50);
      await expect(call).rejects.toBe(reason);
      await expect(posthouse.viewer({ signal: abort.signal })).rejects.toBe(reason);
      await server.stop();
    }
  });

  it('names the request as the log of Posthouse does', async () => {
    const server = await OddServer.start(fails(500, 'INTERNAL_SERVER_ERROR'));
    const error = await endOf(new Posthouse({ url: server.url, retry: ONCE }).viewer());
    expect(server.asked[0]?.headers['x-request-id']).toBe(error.requestId);
    await server.stop();
  });
});

function half(response: Parameters<Manner>[0]): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"data":', () => response.destroy());
}

function hanging(response: Parameters<Manner>[0]): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"data":');
}
