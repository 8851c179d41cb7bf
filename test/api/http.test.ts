import { serverAudits } from 'graphql-http';
import { eventually } from '../support/eventually.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
afterAll(() => world.stop());

/** The suite reads the schema, which is for known callers. */
const signedIn: typeof fetch = (input, init) =>
  fetch(input, { ...init, headers: { ...(init?.headers as object), ...world.admin.headers } });

describe('GraphQL over HTTP', () => {
  it('passes the whole audit suite of graphql-http', async () => {
    const audits = serverAudits({ url: () => world.admin.url, fetchFn: signedIn });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    const failed = results.filter(({ status }) => status !== 'ok');
    expect(
      failed.map((one) => `${one.id} ${one.name}: ${'reason' in one ? one.reason : ''}`),
    ).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(60);
  });

  it('says which request it was', async () => {
    const given = await world.anonymous.ask('{ __typename }', undefined, {
      'x-request-id': 'mine-1',
    });
    expect(given.headers.get('x-request-id')).toBe('mine-1');
    const made = await world.anonymous.ask('{ __typename }', undefined, { 'x-request-id': 'a b' });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('shows GraphiQL with saved examples to browsers', async () => {
    const page = await fetch(world.admin.url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    const html = await page.text();
    expect(html).toContain('deliveryEvents');
    expect(html).toContain('query Story');
  });

  it('knows no other path', async () => {
    expect((await fetch(new URL('/health', world.admin.url))).status).toBe(404);
    expect((await fetch(new URL('/', world.admin.url))).status).toBe(404);
  });
});

describe('requests that a browser sends across sites without asking', () => {
  const mutation = 'mutation { signOut(input: {}) { __typename } }';
  const stillSignedIn = async () => {
    const { data } = await world.admin.ask<
      { viewer: { user: { id: string } | null } | null },
      object
    >('{ viewer { user { id } } }');
    return data?.viewer?.user != null;
  };

  it.each([
    ['text/plain', JSON.stringify({ query: mutation })],
    ['application/x-www-form-urlencoded', new URLSearchParams({ query: mutation }).toString()],
    ['application/graphql', mutation],
    [
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: mutation })}\r\n--x--\r\n`,
    ],
  ])('are refused as %s', async (type, body) => {
    const answer = await fetch(world.admin.url, {
      method: 'POST',
      headers: { 'content-type': type, ...world.admin.headers },
      body,
    });
    expect(answer.status).toBe(415);
    expect(await stillSignedIn()).toBe(true);
  });

  it('are refused as GET', async () => {
    const url = `${world.admin.url}?${new URLSearchParams({ query: mutation }).toString()}`;
    const answer = await fetch(url, { headers: world.admin.headers });
    expect(answer.status).toBe(405);
    expect(await stillSignedIn()).toBe(true);
  });

  it('are refused with the cookie of a browser at another origin', async () => {
    const { status, errors } = await world.admin.ask('{ viewer { user { id } } }', undefined, {
      origin: 'https://evil.example',
    });
    expect(status).toBe(401);
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('are no batches', async () => {
    const answer = await fetch(world.admin.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...world.admin.headers },
      body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });
    expect(answer.status).toBe(400);
  });
});

describe('the size of a request', () => {
  const padded = (bytes: number) =>
    JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(bytes) } });
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(world.admin.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  it('is small for strangers and large for those who are known', async () => {
    expect((await post(padded(60_000))).status).toBe(200);
    expect((await post(padded(70_000))).status).toBe(413);
    const known = () => post(padded(1_000_000), world.admin.headers).then(({ status }) => status);
    expect(await eventually(known, (status) => status !== 503)).toBe(200); // what came before may have kept it busy
    expect((await post(padded(67_200_000), world.admin.headers)).status).toBe(413);
  });
});

describe('what an error tells', () => {
  it('names every bad field of an input, and nothing is done', async () => {
    const shop = await world.aServer({ verifiedDomain: 'inputs.test' });
    const { status, errors } = await shop.api.ask(
      'mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }',
      { input: { from: 'nobody', to: ['ann@example.test', 'b@d@e'], tag: 'x'.repeat(101) } },
    );
    expect(status).toBe(200);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [
        { path: ['input', 'from'] },
        { path: ['input', 'tag'] },
        { path: ['input', 'to', 1] },
      ],
    });
  });

  it('names the place of a value that does not fit its type', async () => {
    const { errors } = await world.admin.ask(
      'query($id: ID!, $first: Int) { node(id: $id) { id } mailServers(first: $first) { nodes { id } } }',
      { id: 'x', first: 'many' },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: ['first'] }],
    });
  });

  it('names the place of a value that a scalar does not take', async () => {
    const { errors } = await world.admin.ask(
      'mutation($input: SendRawMessageInput!) { sendRawMessage(input: $input) { __typename } }',
      { input: { mailFrom: '', recipients: ['ann@example.test', 'b@d@e'], raw: '' } },
    );
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      {
        code: 'BAD_USER_INPUT',
        fields: [{ path: ['input', 'recipients', 1], reason: 'must be an email address' }],
      },
    ]);
  });

  it('does not say what is wrong with the input of somebody who may not ask', async () => {
    const { errors } = await world.anonymous.ask(
      'mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }',
      { input: { from: 'nobody' } },
    );
    expect(errors?.[0]).toMatchObject({
      message: 'Sign in first',
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  it('makes no suggestions', async () => {
    const { errors } = await world.admin.ask('{ vieweer { id } }');
    expect(errors?.[0]?.message).toBe('Cannot query field "vieweer" on type "Query".');
  });

  it('is only a request id when it is a fault of ours', async () => {
    await world.database.query('RENAME TABLE organizations TO organizations_away');
    const { errors, headers } = await world.admin.ask('{ organizations { nodes { id } } }');
    await world.database.query('RENAME TABLE organizations_away TO organizations');

    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: 'Unexpected error',
      extensions: {
        code: 'INTERNAL_SERVER_ERROR',
        requestId: headers.get('x-request-id'),
      },
    });
    expect(JSON.stringify(errors)).not.toMatch(/organizations_away|SELECT|node_modules|\.ts/);
  });
});

describe('who asks', () => {
  it('is known by a token, a key or a cookie, or is nobody', async () => {
    const viewer = '{ viewer { user { email } } }';
    expect((await world.admin.ask<{ viewer: unknown }, object>(viewer)).data?.viewer).toBeTruthy();
    expect((await world.anonymous.ask<{ viewer: unknown }, object>(viewer)).errors).toBeUndefined();
  });

  it.each([
    'Bearer pht_0000000000000000000000000000',
    'Bearer phk_nothing-like-this',
    'Bearer x',
    'Basic eDp5',
  ])('is not guessed from %s', async (authorization) => {
    const { status, errors } = await world.anonymous.ask('{ __typename }', undefined, {
      authorization,
    });
    expect(status).toBe(401);
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('is nobody any more when a session is over, and may sign in again', async () => {
    const { errors } = await world.anonymous.ask('{ organizations { nodes { id } } }', undefined, {
      cookie: 'posthouse_session=phs_gone0000000000000000',
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('reads the schema only when signed in', async () => {
    const query = '{ __schema { queryType { name } } }';
    const stranger = await world.anonymous.ask(query);
    expect(stranger.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const known = await world.admin.ask<{ __schema: unknown }, object>(query);
    expect(known.data?.__schema).toEqual({ queryType: { name: 'Query' } });
  });
});
