/** What a browser shows in the end. */
export interface Page {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
}

const REDIRECTS = 10;

/** Follows redirects and keeps cookies for each site, as browsers do. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** `addresses` is where sites whose name the DNS does not know are in truth. */
  constructor(private readonly addresses: Readonly<Record<string, string>> = {}) {}

  /** The page to which this URL leads in the end. */
  async open(url: string): Promise<Page> {
    let page = await this.load(url);
    for (let hops = 0; page.headers.has('location'); hops += 1) {
      if (hops === REDIRECTS) throw new Error(`redirects without an end: ${page.url}`);
      page = await this.load(new URL(page.headers.get('location') ?? '', page.url).href);
    }
    return page;
  }

  /** One answer alone, though it may be a redirect. */
  async load(url: string): Promise<Page> {
    const { origin } = new URL(url);
    const jar = this.jarOf(origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url.replace(origin, this.addresses[origin] ?? origin), {
      redirect: 'manual',
      headers: cookie === '' ? {} : { cookie },
    });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const { status, headers } = response;
    return { status, url, text: await response.text(), headers };
  }

  /** As the request has it. */
  cookie(origin: string, name: string): string | null {
    const value = this.jarOf(origin).get(name);
    return value === undefined ? null : `${name}=${value}`;
  }

  setCookie(origin: string, cookie: string): void {
    keep(this.jarOf(origin), cookie);
  }

  private jarOf(origin: string): Map<string, string> {
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    return jar;
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  const isGone =
    value === '' || attributes.some((one) => /^(max-age=0|expires=.*1970.*)$/i.test(one));
  if (isGone) jar.delete(name);
  else jar.set(name, value);
}
