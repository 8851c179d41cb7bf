import {
  isRefusal,
  match,
  orThrow,
  Refused,
  UnknownResult,
  type CheckDomainResult,
  type Domain,
} from '../../client/src/index.js';

const NOT_FOUND = {
  __typename: 'NotFound',
  code: 'NotFound',
  reason: 'There is no such domain',
  path: ['input', 'domainId'],
} as const satisfies CheckDomainResult;

const checked = { __typename: 'CheckDomainSuccess', domain: { name: 'a.test' } as Domain } as const;

/** As it comes from a call: the compiler does not know which member it is. */
const asAnswer = (result: CheckDomainResult): CheckDomainResult => result;

describe('match', () => {
  it('calls the handler of the result and gives what it gives', () => {
    const told = (result: CheckDomainResult): string | number =>
      match(result, {
        CheckDomainSuccess: ({ domain }) => domain.name,
        NotFound: ({ path }) => path?.length ?? 0,
      });
    expect(told(checked)).toBe('a.test');
    expect(told(NOT_FOUND)).toBe(2);
  });

  it('does not compile without a handler for each', () => {
    const missing = () =>
      // @ts-expect-error -- NotFound has no handler
      match(asAnswer(NOT_FOUND), { CheckDomainSuccess: () => 1 });
    expect(missing).toThrow(UnknownResult);
  });

  it('does not compile with a handler for what cannot come', () => {
    const superfluous = match(asAnswer(NOT_FOUND), {
      CheckDomainSuccess: () => 1,
      NotFound: () => 2,
      // @ts-expect-error -- checkDomain has no such result
      DomainExists: () => 3,
    });
    expect(superfluous).toBe(2);
  });

  it('takes the rest together where it is told so, with its type', () => {
    const told = (result: CheckDomainResult) =>
      match(
        result,
        { CheckDomainSuccess: () => 'done' },
        ({ code, reason }) => `${code}: ${reason}`,
      );
    expect(told(checked)).toBe('done');
    expect(told(NOT_FOUND)).toBe('NotFound: There is no such domain');
  });

  it('takes a result of a newer API for the rest, and says so where there is none', () => {
    const newer = {
      ...NOT_FOUND,
      __typename: 'Newer',
      code: 'Newer',
    } as unknown as typeof NOT_FOUND;
    const otherwise = ({ code }: { code: string }) => code;
    expect(match(asAnswer(newer), { CheckDomainSuccess: () => 'done' }, otherwise)).toBe('Newer');
    const exact = () => match(asAnswer(newer), { CheckDomainSuccess: () => 1, NotFound: () => 2 });
    expect(exact).toThrow(UnknownResult);
  });
});

describe('orThrow', () => {
  it('gives the success with its type, of a result or of a promise', async () => {
    const { domain } = orThrow(asAnswer(checked));
    expect(domain.name).toBe('a.test');
    expect((await orThrow(Promise.resolve(asAnswer(checked)))).domain).toBe(domain);
  });

  it('throws a refusal, and has it in the error', async () => {
    const throwing = orThrow(Promise.resolve(asAnswer(NOT_FOUND)));
    await expect(throwing).rejects.toBeInstanceOf(Refused);
    await expect(throwing).rejects.toMatchObject({ code: 'NotFound', refusal: NOT_FOUND });
    expect(isRefusal(NOT_FOUND)).toBe(true);
    expect(isRefusal(checked)).toBe(false);
  });
});
