/**
 * D-18 for streams: scopes, expiry, revocation, allowed networks and the limit to persisted documents hold over SSE and over
 * WebSocket, for tokens of people and of organizations; and what runs ends with its token.
 *
 * Controls: each token that is refused is taken where nothing speaks against it.
 */
import { createHash } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import WebSocket from 'ws';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { WATCH } from '../support/live-client.js';
import type { Tenant } from '../support/tenant.js';
import { aDocument } from '../walker/tenants.js';
import { startWorld, type World } from '../support/world.js';

const HOME = '127.9.0.1';
const AWAY = '127.9.1.1';
const THEIRS = 'query Theirs { viewer { permissions } }';

/** A stream that was asked for: what it said so far, `closed` with a code at its end. */
interface Stream {
  readonly said: string[];
  leave(): void;
}

type Listens = (client: ApiClient, from: string, body: object) => Stream;

const LISTENING: Readonly<Record<string, Listens>> = {
  SSE: ({ url, headers }, localAddress, body) => {
    const said: string[] = [];
    const asked = request(url, {
      method: 'POST',
      ...{ localAddress, agent: false },
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    });
    asked.on('error', () => said.push('closed'));
    asked.on('response', (response: IncomingMessage) => {
      response.setEncoding('utf8');
      response.on('data', (text: string) => said.push(...tellingOf(text)));
      response.on('close', () => said.push('closed'));
    });
    asked.end(JSON.stringify(body));
    return { said, leave: () => asked.destroy() };
  },
  WebSocket: ({ url, headers }, localAddress, payload) => {
    const said: string[] = [];
    const socketUrl = url.replace(/^http/, 'ws');
    const socket = new WebSocket(socketUrl, 'graphql-transport-ws', { localAddress });
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.on('open', () => say({ type: 'connection_init', payload: headers }));
    socket.on('close', (code) =>
      said.push(...(code === 4403 ? ['UNAUTHENTICATED'] : []), 'closed'),
    );
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.includes('connection_ack')) say({ type: 'subscribe', id: '1', payload });
      else said.push(...tellingOf(text));
    });
    return { said, leave: () => socket.terminate() };
  },
};

/** The kinds of events and the codes of errors in a text. */
function tellingOf(text: string): string[] {
  return [...text.matchAll(/"(?:kind|code)":"(\w+)"/g)].map(([, word = '']) => word);
}

const COMBINATIONS = ['person', 'organization'].flatMap((kind) =>
  Object.keys(LISTENING).map((way) => ({ kind, way })),
);
type Combination = (typeof COMBINATIONS)[number];

describe('D-18 streams with a token', () => {
  let world: World;
  let shop: Tenant;
  let variables: { serverId: string; after: string };
  beforeAll(async () => {
    world = await startWorld({ roles: ['api'] });
    shop = await world.aServer({ verifiedDomain: 'shop.test' });
    const other = await world.aServer();
    await aDocument(world, shop.organizationId, WATCH);
    await aDocument(world, other.organizationId, THEIRS);
    variables = { serverId: shop.serverId, after: await cursor() };
    await shop.send();
  });
  afterAll(() => world.stop());

  async function cursor(): Promise<string> {
    const { data } = await world.admin.ask<{ node: { eventCursor: string } }, object>(
      'query ($id: ID!) { node(id: $id) { ... on MailServer { eventCursor } } }',
      { id: shop.serverId },
    );
    return data!.node.eventCursor;
  }

  async function aToken(kind: string, wanted: object = {}) {
    const name = kind === 'person' ? 'createAccessToken' : 'createOrganizationToken';
    const type = name.replace('create', 'Create');
    const { data, errors } = await world.admin.ask<
      Record<string, { secret: string; accessToken: { id: string } }>,
      object
    >(
      `mutation Make($input: ${type}Input!) {
        ${name}(input: $input) { ... on ${type}Success { secret accessToken { id } } }
      }`,
      {
        input: {
          ...{ organizationId: shop.organizationId, name: 'Stream', scopes: ['EVENTS_READ'] },
          ...wanted,
        },
      },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { secret, accessToken } = data![name]!;
    return { id: accessToken.id, client: world.anonymous.bearer(secret) };
  }

  async function revoke(kind: string, accessTokenId: string): Promise<void> {
    const name = kind === 'person' ? 'revokeAccessToken' : 'revokeOrganizationToken';
    const type = name.replace('revoke', 'Revoke');
    await world.admin.ask(
      `mutation Revoke($input: ${type}Input!) { ${name}(input: $input) { __typename } }`,
      { input: { accessTokenId } },
    );
  }

  const free = () => ({ query: WATCH, variables });
  const kept = (text: string) => {
    const hash = createHash('sha256').update(text).digest('hex');
    return { query: '', documentId: `sha256:${hash}`, variables };
  };

  /** The first that is said. */
  async function first(
    way: string,
    { client }: { client: ApiClient },
    body: object = free(),
    from = HOME,
  ): Promise<string | undefined> {
    const stream = LISTENING[way]!(client, from, body);
    const [said] = await eventually(
      () => stream.said,
      ({ length }) => length > 0,
    );
    stream.leave();
    return said;
  }

  /** The same must be true of every kind of token over every transport. */
  async function everywhere<T>(outcomeOf: (of: Combination) => Promise<T>, expected: T) {
    const outcomes = await Promise.all(
      COMBINATIONS.map(async (of) => ({ ...of, outcome: await outcomeOf(of) })),
    );
    expect(outcomes).toEqual(COMBINATIONS.map((of) => ({ ...of, outcome: expected })));
  }

  it('hold within their scopes and networks', async () => {
    await everywhere(
      async ({ kind, way }) => {
        const away = await aToken(kind, { allowedNetworks: [`${HOME}/32`] });
        return Promise.all([
          first(way, await aToken(kind)),
          first(way, await aToken(kind, { scopes: ['SERVERS_READ'] })),
          first(way, away),
          first(way, away, free(), AWAY),
        ]);
      },
      ['ACCEPTED', 'FORBIDDEN', 'ACCEPTED', 'UNAUTHENTICATED'],
    );
  });

  it('run persisted documents alone where they may run no others', async () => {
    await everywhere(
      async ({ kind, way }) => {
        const token = await aToken(kind, { documentsOnly: true });
        return Promise.all([
          first(way, token, kept(WATCH)),
          first(way, token),
          first(way, token, kept(THEIRS)),
          first(way, await aToken(kind), kept(WATCH)),
        ]);
      },
      [...['ACCEPTED', 'PERSISTED_DOCUMENT_REQUIRED', 'PERSISTED_DOCUMENT_NOT_FOUND'], 'ACCEPTED'],
    );
  });

  it('hold until they expire', async () => {
    const expiresAt = new Date(world.clock.now().getTime() + 60_000).toISOString();
    const tokens = await Promise.all(COMBINATIONS.map(({ kind }) => aToken(kind, { expiresAt })));
    const heard = () => Promise.all(COMBINATIONS.map(({ way }, n) => first(way, tokens[n]!)));
    expect(await heard()).toEqual(COMBINATIONS.map(() => 'ACCEPTED'));
    world.clock.advance(61_000);
    expect(await heard()).toEqual(COMBINATIONS.map(() => 'UNAUTHENTICATED'));
  });

  it.each([{}, { documentsOnly: true }])('end with their token: %j', async (wanted) => {
    const running = await Promise.all(
      COMBINATIONS.map(async ({ kind, way }) => {
        const token = await aToken(kind, wanted);
        return { kind, way, token, stream: LISTENING[way]!(token.client, HOME, kept(WATCH)) };
      }),
    );
    const all = (isSo: (stream: Stream) => boolean) =>
      eventually(
        () => running,
        (streams) => streams.every(({ stream }) => isSo(stream)),
      );
    await all(({ said }) => said.includes('ACCEPTED'));
    expect(running.filter(({ stream }) => isOver(stream))).toEqual([]);
    for (const { kind, token } of running) await revoke(kind, token.id);
    await shop.send();
    await all(isOver);
    for (const { way, token, stream } of running) {
      stream.leave();
      expect(await first(way, token, kept(WATCH))).toBe('UNAUTHENTICATED');
    }
  });
});

function isOver({ said }: Stream): boolean {
  return said.some((word) => ['closed', 'UNAUTHENTICATED', 'FORBIDDEN'].includes(word));
}
