import { getIntrospectionQuery } from 'graphql';
import { LIMITS } from '../../src/config/limits.js';
import { startWorld, type World } from '../support/world.js';

describe('E-04 an operation is refused before it runs', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ roles: ['api'] })));
  afterAll(() => world.stop());

  const codeOf = async (query: string) => {
    const { errors, status } = await world.admin.ask(query, undefined, {
      accept: 'application/graphql-response+json',
    });
    return errors ? `${status} ${String(errors[0]?.extensions?.['code'])}` : 'ok';
  };
  const TOO_LARGE = '400 OPERATION_TOO_LARGE';

  it('when it has too many characters', async () => {
    const padded = (length: number) => `{ __typename }${' '.repeat(length - 14)}`;
    expect(await codeOf(padded(LIMITS.queryCharacters))).toBe('ok');
    expect(await codeOf(padded(LIMITS.queryCharacters + 1))).toBe(TOO_LARGE);
  });

  it('when it has too many tokens', async () => {
    const document = (tokens: number) => `{${' id'.repeat(tokens - 2)}}`;
    expect(await codeOf(document(LIMITS.queryTokens))).toBe('400 GRAPHQL_VALIDATION_FAILED');
    expect(await codeOf(document(LIMITS.queryTokens + 1))).toBe('400 GRAPHQL_PARSE_FAILED');
  });

  it('when it is too deep, through fragments as well', async () => {
    const nested = (depth: number) =>
      `{ ${'viewer { '.repeat(depth - 1)}__typename${' }'.repeat(depth - 1)} }`;
    expect(await codeOf(nested(LIMITS.queryDepth))).not.toBe(TOO_LARGE);
    expect(await codeOf(nested(LIMITS.queryDepth + 1))).toBe(TOO_LARGE);
    const chain = Array.from(
      { length: 20 },
      (_, n) => `fragment F${n} on Viewer { viewer { ...F${n + 1} } }`,
    );
    expect(
      await codeOf(`{ viewer { ...F0 } } ${chain.join(' ')} fragment F20 on Viewer { id }`),
    ).toBe(TOO_LARGE);
  });

  it('when it has too many aliases, through fragments as well', async () => {
    const aliased = (count: number) =>
      `{ ${Array.from({ length: count }, (_, n) => `a${n}: __typename`).join(' ')} }`;
    expect(await codeOf(aliased(LIMITS.queryAliases))).toBe('ok');
    expect(await codeOf(aliased(LIMITS.queryAliases + 1))).toBe(TOO_LARGE);
    const half = Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ');
    expect(
      await codeOf(
        `{ viewer { ...A } organizations { nodes { ...B } } ...C } fragment A on Viewer { ${half} } fragment B on Organization { ${half} } fragment C on Query { __typename }`,
      ),
    ).toBe(TOO_LARGE);
  });

  it('when it has too many directives', async () => {
    const directed = (count: number) => `{ __typename ${'@include(if: true) '.repeat(count)} }`;
    expect(await codeOf(directed(LIMITS.queryDirectives))).not.toBe(TOO_LARGE);
    expect(await codeOf(directed(LIMITS.queryDirectives + 1))).toBe(TOO_LARGE);
  });

  it('when it costs too much, and pages count for what is in them', async () => {
    const costly = (first: number) =>
      `{ mailServers(first: ${first}) { nodes { messages(first: 100) { nodes { id } } } } }`;
    expect(await codeOf(costly(20))).toBe('ok');
    expect(await codeOf(costly(60))).toBe(TOO_LARGE);
    const priced = (first: number) =>
      `{ mailServers(first: 49) { nodes { messages(first: 100) { nodes { id } } } } organizations(first: ${first}) { nodes { id } } }`;
    const { extensions } = await world.admin.ask(priced(10));
    const exact = 10 + LIMITS.queryCost - (extensions?.cost?.requested ?? 0);
    expect((await world.admin.ask(priced(exact))).extensions?.cost?.requested).toBe(5_000);
    expect(await codeOf(priced(exact))).toBe('ok');
    expect(await codeOf(priced(exact + 1))).toBe(TOO_LARGE);
  });

  it('when its variables hold too many objects, however they are nested', async () => {
    const document = 'query($id: ID!) { node(id: $id) { __typename } }';
    const asked = async (id: unknown) => {
      const { errors, status } = await world.admin.ask(document, { id });
      return `${status} ${String(errors?.[0]?.extensions?.['code'])}`;
    };
    const flat = (objects: number) => Array.from({ length: objects - 2 }, () => ({}));
    expect(await asked(flat(LIMITS.inputObjects))).toBe('200 BAD_USER_INPUT');
    expect(await asked(flat(LIMITS.inputObjects + 1))).toBe('200 OPERATION_TOO_LARGE');
    const deep = `${'['.repeat(LIMITS.inputObjects)}${']'.repeat(LIMITS.inputObjects)}`;
    const answer = await fetch(world.admin.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...world.admin.headers },
      body: `{"query":${JSON.stringify(document)},"variables":{"id":${deep}}}`,
    });
    expect(await answer.text()).toContain('OPERATION_TOO_LARGE');
  });

  it('when fragments spread themselves', async () => {
    expect(await codeOf('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toBe(
      '400 GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('but not when a tool reads the schema', async () => {
    expect(await codeOf(getIntrospectionQuery())).toBe('ok');
  });

  it('when its answer to a refusal stays small', async () => {
    const answer = await fetch(world.admin.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...world.admin.headers },
      body: JSON.stringify({ query: `{${'a '.repeat(LIMITS.queryTokens + 1)}}` }),
    });
    expect((await answer.text()).length).toBeLessThan(1_024);
  });

  it('when a page is larger than allowed', async () => {
    expect(await codeOf('{ mailServers(first: 100) { nodes { id } } }')).toBe('ok');
    expect(await codeOf('{ mailServers(first: 101) { nodes { id } } }')).toBe('200 BAD_USER_INPUT');
    expect(await codeOf('{ mailServers(last: -1) { nodes { id } } }')).toBe('200 BAD_USER_INPUT');
    expect(await codeOf('{ mailServers(first: 1, last: 1) { nodes { id } } }')).toBe(
      '200 BAD_USER_INPUT',
    );
  });
});
