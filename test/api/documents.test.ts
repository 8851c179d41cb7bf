/**
 * Persisted documents: kept by an organization, named by their hash over every transport; and tokens that may
 * run no others.
 *
 * Control: the same token without the limit runs what the limited one may not.
 */
import { createHash } from 'node:crypto';
import { graphql } from '../gql/index.js';
import { withToken } from '../support/access-tokens.js';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { WATCH } from '../support/live-client.js';
import { SocketPeer } from '../support/socket-peer.js';
import { succeeded } from '../support/succeeded.js';
import type { Tenant } from '../support/tenant.js';
import { startWorld, type World } from '../support/world.js';

const REGISTER = graphql(`
  mutation RegisterDocuments($input: RegisterDocumentsInput!) {
    registerDocuments(input: $input) {
      __typename
      ... on RegisterDocumentsSuccess {
        documents {
          id
          documentId
          text
        }
      }
      ... on Refusal {
        code
        reason
        path
      }
    }
  }
`);
const DELETE = graphql(`
  mutation DeleteDocuments($input: DeleteDocumentsInput!) {
    deleteDocuments(input: $input) {
      __typename
      ... on DeleteDocumentsSuccess {
        documentIds
      }
    }
  }
`);
const LIST = graphql(`
  query KeptDocuments($id: ID!) {
    node(id: $id) {
      ... on Organization {
        documents(first: 100) {
          nodes {
            documentId
          }
        }
      }
    }
  }
`);

const SERVERS = 'query Servers($first: Int) { mailServers(first: $first) { nodes { id } } }';
const CREATE = 'mutation { createOrganization(input: { name: "X" }) { __typename } }';

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

let world: World;
let shop: Tenant;
let other: Tenant;
beforeAll(async () => {
  world = await startWorld({ roles: ['api'] });
  shop = await world.aServer({ verifiedDomain: 'kept.test' });
  other = await world.aServer();
  await register(shop, [SERVERS, WATCH, CREATE]);
});
afterAll(() => world.stop());

async function register({ organizationId }: Tenant, documents: string[]) {
  return (await world.admin.run(REGISTER, { input: { organizationId, documents } }))
    .registerDocuments;
}

describe('a persisted document', () => {
  it('is run by its id, with variables and by POST and GET', async () => {
    const posted = await post(shop.api, { documentId: idOf(SERVERS), variables: { first: 1 } });
    expect(posted.body).toMatchObject({
      data: { mailServers: { nodes: [{ id: shop.serverId }] } },
    });

    const url = new URL(shop.api.url);
    url.searchParams.set('documentId', idOf(SERVERS));
    url.searchParams.set('variables', '{"first":1}');
    const got = await fetch(url, { headers: { ...shop.api.headers, accept: 'application/json' } });
    expect(await got.json()).toMatchObject({ data: posted.body.data });
  });

  it('is run over WebSocket and SSE, and streams there', async () => {
    const peer = await SocketPeer.ready(shop.api);
    peer.subscribe('1', { query: '', documentId: idOf(SERVERS), variables: { first: 1 } });
    expect(await peer.hears()).toMatchObject({
      type: 'next',
      payload: { data: { mailServers: {} } },
    });
    expect(await peer.hears()).toEqual({ id: '1', type: 'complete' });

    const variables = { serverId: shop.serverId };
    peer.subscribe('2', { query: '', documentId: idOf(WATCH), variables });
    const stream = await fetch(shop.api.url, {
      method: 'POST',
      headers: { ...shop.api.headers, ...JSON_TYPE, accept: 'text/event-stream' },
      body: JSON.stringify({ documentId: idOf(WATCH), variables }),
    });
    const heard = reading(stream);
    await peer.settled();
    await shop.send();
    expect(await peer.hears()).toMatchObject({
      id: '2',
      payload: { data: { deliveryEvents: { kind: 'ACCEPTED' } } },
    });
    await eventually(
      () => heard.text,
      (text) => text.includes('ACCEPTED'),
    );
    await heard.stop();
    peer.socket.close();
  });

  it('changes nothing by GET', async () => {
    const url = `${world.admin.url}?documentId=${idOf(CREATE)}`;
    const { status } = await fetch(url, { headers: { ...world.admin.headers, accept: '*/*' } });
    expect(status).toBe(405);
  });

  it('is kept once, whoever registers it again', async () => {
    const first = succeeded(await register(shop, [SERVERS]), 'RegisterDocumentsSuccess');
    const again = succeeded(await register(shop, [SERVERS, SERVERS]), 'RegisterDocumentsSuccess');
    expect(again).toEqual(first);
    expect(first.documents).toMatchObject([{ documentId: idOf(SERVERS), text: SERVERS }]);
  });

  it('is unknown to other organizations, as one that nobody keeps', async () => {
    const theirs = await post(other.api, { documentId: idOf(SERVERS) });
    const nobodys = await post(other.api, { documentId: idOf('{ __typename }') });
    expect(theirs.status).toBe(400);
    expect(theirs.body).toEqual(nobodys.body);
    expect(codeOf(theirs)).toBe('PERSISTED_DOCUMENT_NOT_FOUND');
    const stranger = await post(world.anonymous, { documentId: idOf(SERVERS) });
    expect(stranger.body).toEqual(nobodys.body);
  });

  it.each([
    [{ documentId: 'md5:0' }],
    [{ documentId: `sha256:${'A'.repeat(64)}` }],
    [{ documentId: 7 }],
    [{ documentId: idOf(SERVERS), query: '{ __typename }' }],
  ])('is not named by %j', async (body) => {
    const answer = await post(shop.api, body);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('is refused when this API would not run it', async () => {
    const deep = `{ ${'viewer { '.repeat(20)}__typename${' }'.repeat(20)} }`;
    for (const text of ['{ nothing }', '{', '', deep, '{ ...A }']) {
      expect(await register(shop, ['{ __typename }', text])).toMatchObject({
        __typename: 'InvalidDocument',
        path: ['input', 'documents', '1'],
      });
    }
    expect(codeOf(await post(shop.api, { documentId: idOf('{ __typename }') }))).toBeDefined();
  });

  it('is one of a bounded number', async () => {
    const tenant = await world.aServer();
    const batch = (n: number) =>
      Array.from({ length: 100 }, (_, m) => `query N${n}x${m} { __typename }`);
    for (let n = 0; n < 10; n++) {
      expect((await register(tenant, batch(n))).__typename).toBe('RegisterDocumentsSuccess');
    }
    expect((await register(tenant, batch(9))).__typename).toBe('RegisterDocumentsSuccess');
    expect(await register(tenant, ['{ __typename }'])).toMatchObject({
      __typename: 'TooManyDocuments',
      path: ['input', 'documents'],
    });
  });

  it('is run no more once it was deleted', async () => {
    const text = 'query Gone { __typename }';
    await register(shop, [text]);
    expect((await post(shop.api, { documentId: idOf(text) })).status).toBe(200);
    const { organizationId } = shop;
    const input = { organizationId, documentIds: [idOf(text), idOf('never kept')] };
    const { deleteDocuments } = await world.admin.run(DELETE, { input });
    expect(deleteDocuments).toMatchObject({ documentIds: [idOf(text)] });
    const hash = idOf(text).slice('sha256:'.length);
    const entries = await world.database.query<object[]>(
      "SELECT action, before_values, after_values FROM audit_entries WHERE subject_type = 'PersistedDocument' ORDER BY id DESC LIMIT 2",
    );
    expect(entries).toEqual([
      {
        action: 'document.deleted',
        before_values: `{"documentIds":["${hash}"]}`,
        after_values: null,
      },
      {
        action: 'document.registered',
        before_values: null,
        after_values: `{"documentIds":["${hash}"]}`,
      },
    ]);
    expect(codeOf(await post(shop.api, { documentId: idOf(text) }))).toBe(
      'PERSISTED_DOCUMENT_NOT_FOUND',
    );
    const { node } = await world.admin.run(LIST, { id: organizationId });
    const kept = node && 'documents' in node ? node.documents.nodes : [];
    expect(kept).toEqual([SERVERS, WATCH, CREATE].map((one) => ({ documentId: idOf(one) })));
  });
});

describe('a token that is limited to persisted documents', () => {
  let limited: ApiClient;
  beforeAll(async () => {
    const { organizationId } = shop;
    const input = { organizationId, scopes: ['SERVERS_READ' as const] };
    limited = await withToken(world.admin, { ...input, documentsOnly: true });
    const free = await withToken(world.admin, input);
    expect((await post(free, { query: SERVERS })).status).toBe(200); // the control
  });

  it('runs what its organization keeps', async () => {
    const answer = await post(limited, { documentId: idOf(SERVERS), variables: { first: 1 } });
    expect(answer.body).toMatchObject({
      data: { mailServers: { nodes: [{ id: shop.serverId }] } },
    });
  });

  it.each([
    ['a query', { query: SERVERS }],
    ['the smallest query', { query: '{ __typename }' }],
    ['an introspection', { query: '{ __schema { queryType { name } } }' }],
    ['a change', { query: CREATE }],
    ['nothing', {}],
    ['extensions', { query: SERVERS, extensions: { documentId: idOf(SERVERS) } }],
  ])('does not run %s', async (_what, body) => {
    const answer = await post(limited, body);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'PERSISTED_DOCUMENT_REQUIRED']);
  });

  it('does not run one by GET or over WebSocket either', async () => {
    const url = `${limited.url}?query=${encodeURIComponent('{ __typename }')}`;
    const strict = { accept: 'application/graphql-response+json' };
    expect((await fetch(url, { headers: { ...limited.headers, ...strict } })).status).toBe(403);

    const peer = await SocketPeer.ready(limited);
    peer.subscribe('1', { query: SERVERS });
    expect(await peer.hears()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'PERSISTED_DOCUMENT_REQUIRED' } }],
    });
    peer.subscribe('2', { query: '', documentId: idOf(SERVERS) });
    expect(await peer.hears()).toMatchObject({ id: '2', type: 'next' });
    peer.socket.close();
  });

  it('does not run what another organization keeps', async () => {
    const text = 'query Theirs { __typename }';
    await register(other, [text]);
    expect(codeOf(await post(limited, { documentId: idOf(text) }))).toBe(
      'PERSISTED_DOCUMENT_NOT_FOUND',
    );
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };

async function post({ url, headers }: ApiClient, body: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, ...JSON_TYPE, accept: 'application/graphql-response+json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

function codeOf({ body }: { readonly body: Answer }): string | undefined {
  return body.errors?.[0]?.extensions.code;
}

/** What a stream has said so far. */
function reading(response: Response): { text: string; stop(): Promise<void> } {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  const heard = { text: '', stop: () => reader.cancel() };
  const read = async (): Promise<void> => {
    const { done, value } = await reader.read();
    if (done) return;
    heard.text += decoder.decode(value, { stream: true });
    await read();
  };
  void read().catch(() => undefined);
  return heard;
}
