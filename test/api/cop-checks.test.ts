/**
 * E-03: the thirteen checks of graphql-cop, written again for a stranger and for somebody known; and E-09: nothing
 * that a page of another site can make a browser send changes anything.
 */
import { LIMITS } from '../../src/config/limits.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(
  async () => (world = await startWorld({ roles: ['api'], settings: { GRAPHIQL: 'false' } })),
);
afterAll(() => world.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const post = async (body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(world.admin.url, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
const known = () => world.admin.headers;

describe('E-03 graphql-cop finds', () => {
  it('no alias overloading', async () => {
    const many = Array.from({ length: 101 }, (_, n) => `alias${n}: __typename`).join(' ');
    expect((await post({ query: `{ ${many} }` }, known())).text).toContain('OPERATION_TOO_LARGE');
  });

  it('no batches', async () => {
    const batch = Array.from({ length: 10 }, () => ({ query: '{ __typename }' }));
    expect((await post(batch, known())).status).toBe(400);
  });

  it('no directive overloading', async () => {
    const query = `{ __typename ${'@aa'.repeat(LIMITS.queryDirectives + 1)} }`;
    expect((await post({ query }, known())).text).toContain('OPERATION_TOO_LARGE');
  });

  it('no circular introspection', async () => {
    const circle =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
    expect((await post({ query: circle })).text).toContain('UNAUTHENTICATED');
    expect((await post({ query: circle }, known())).text).toMatch(
      /OPERATION_TOO_LARGE|GRAPHQL_VALIDATION_FAILED/,
    );
  });

  it('no field duplication', async () => {
    const query = `{ ${'__typename '.repeat(LIMITS.queryTokens)} }`;
    const { text } = await post({ query }, known());
    expect(text).toMatch(/GRAPHQL_PARSE_FAILED|OPERATION_TOO_LARGE/);
  });

  it('no introspection by strangers', async () => {
    expect((await post({ query: '{ __schema { types { name } } }' })).text).toContain(
      'UNAUTHENTICATED',
    );
    expect((await post({ query: '{ __type(name: "Query") { name } }' })).text).toContain(
      'UNAUTHENTICATED',
    );
  });

  it('no console where it is switched off', async () => {
    for (const path of ['', '/', '/graphiql', '/playground', '/console']) {
      const page = await fetch(`${world.admin.url}${path}`, { headers: { accept: 'text/html' } });
      expect(await page.text()).not.toMatch(/graphiql|playground|altair/i);
    }
  });

  it('no suggestions of fields', async () => {
    for (const headers of [{}, known()]) {
      expect((await post({ query: '{ vieweer { id } }' }, headers)).text).not.toContain(
        'Did you mean',
      );
    }
  });

  it('no GET that knows who asks without a proof of its own', async () => {
    const url = `${world.admin.url}?query={viewer{__typename}}`;
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    expect(await answer.json()).toMatchObject({ data: { viewer: null } });
  });

  it('no change by GET', async () => {
    const url = `${world.admin.url}?query=${encodeURIComponent('mutation { signOut { __typename } }')}`;
    expect((await fetch(url, { headers: known() })).status).toBe(405);
  });

  it('no forms', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...known() };
    expect((await post('query=%7B__typename%7D', form)).status).toBe(415);
  });

  it('no tracing', async () => {
    const answer = await post(
      { query: '{ __typename }' },
      { ...known(), 'x-apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' },
    );
    expect(answer.text).not.toMatch(/tracing|ftv1/);
  });

  it('no errors that are not handled', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '7',
      '"x"',
      '{}',
      '{"query":7}',
      '{"query":"{ __typename }","variables":7}',
      '{"query":"{ __typename }","operationName":{}}',
    ]) {
      const { status, text } = await post(body, known());
      expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|Unexpected error/);
      expect(status).toBeLessThan(500);
    }
    for (const search of [
      'query={',
      'query={__typename}&variables={',
      'query={__typename}&extensions=[',
      'variables={}',
      'query={__typename}&variables=7',
    ]) {
      const answer = await fetch(`${world.admin.url}?${search}`, { headers: { accept: '*/*' } });
      expect([search, answer.status < 500, await answer.text()]).toEqual([
        search,
        true,
        expect.not.stringMatching(/INTERNAL_SERVER_ERROR|Unexpected error/),
      ]);
    }
  });
});

describe('E-09 a page of another site', () => {
  const mutation = 'mutation { createOrganization(input: { name: "Forged" }) { __typename } }';
  const body = JSON.stringify({ query: mutation });
  const form = new URLSearchParams({ query: mutation }).toString();
  const part = `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${body}\r\n--x--\r\n`;

  it.each([
    ['text/plain', body],
    ['text/plain; application/json', body],
    ['text/plain;charset=application/json', body],
    ['application/x-www-form-urlencoded', form],
    ['multipart/form-data; boundary=x', part],
    ['application/graphql', mutation],
    ['application/xml', body],
    ['application/jsonp', body],
    ['application/json2', body],
    ['', body],
  ])('changes nothing with a body of type "%s"', async (type, sent) => {
    expect((await post(sent, { ...known(), 'content-type': type })).status).toBe(415);
  });

  it('changes nothing by GET or HEAD, nor with the cookie of somebody else', async () => {
    const url = `${world.admin.url}?${new URLSearchParams({ query: mutation }).toString()}`;
    for (const method of ['GET', 'HEAD']) {
      expect((await fetch(url, { method, headers: known() })).status).toBeGreaterThanOrEqual(400);
    }
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1', 'nonsense']) {
      expect((await post(body, { ...known(), origin })).status).toBe(401);
    }
    const preflight = await fetch(world.admin.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('has changed nothing at all, where the same body from here does (control)', async () => {
    const named = async () => {
      const [row] = await world.database.query<{ n: bigint }[]>(
        "SELECT COUNT(*) AS n FROM organizations WHERE name = 'Forged'",
      );
      return Number(row?.n);
    };
    expect(await named()).toBe(0);
    await post(body, known());
    expect(await named()).toBe(1);
  });
});
