interface Answer {
  readonly data?: Record<string, { __typename?: string; reason?: string } | null> | null;
  readonly errors?: readonly { message: string }[];
}

/** Asks the public GraphQL API, as any client would. */
export class DemoClient {
  constructor(
    private readonly endpoint: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same API with an access token or API key. */
  bearer(secret: string): DemoClient {
    return new DemoClient(this.endpoint, { authorization: `Bearer ${secret}` });
  }

  /** Runs a mutation that signs in, and speaks for that session from then on. */
  async signIn(query: string, variables: Record<string, unknown>): Promise<DemoClient> {
    const response = await this.post(query, variables);
    requireDone((await response.json()) as Answer); // the API answers in this shape
    const cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    return new DemoClient(this.endpoint, { cookie });
  }

  /** Runs one operation and gives its data; throws with the API's own words when it was not carried out. */
  async run<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const response = await this.post(query, variables);
    const answer = (await response.json()) as Answer; // the API answers in this shape
    requireDone(answer);
    return answer.data as T; // the shape that the query asked for
  }

  private post(query: string, variables: Record<string, unknown>): Promise<Response> {
    return fetch(this.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify({ query, variables }),
    });
  }
}

function requireDone({ data, errors }: Answer): void {
  if (errors?.[0]) throw new Error(errors[0].message);
  const refused = Object.values(data ?? {}).find((value) => value?.reason !== undefined);
  if (refused) throw new Error(`${refused.__typename ?? 'Refused'}: ${refused.reason ?? ''}`);
}
