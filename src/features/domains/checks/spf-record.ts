/** A mechanism of an SPF record, such as `include:example.org` or `-all`. */
export interface SpfMechanism {
  readonly qualifier: '+' | '-' | '~' | '?';
  /** Lower case. */
  readonly name: string;
  /** What follows the colon; empty when nothing does. */
  readonly value: string;
}

export interface SpfRecord {
  readonly mechanisms: readonly SpfMechanism[];
  readonly redirect: string | null;
}

const TERM = /^(?<qualifier>[+\-~?])?(?<name>[a-z][a-z0-9_.-]*)(?<mark>[:=/])?(?<value>.*)$/i;
const MECHANISMS = new Set(['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists']);

/** Whether a TXT record claims to be SPF (RFC 7208 §4.5). */
export function isSpf(text: string): boolean {
  return /^v=spf1(\s|$)/i.test(text);
}

/** Reads an SPF record (RFC 7208 §4.6.1); null when a term in it is not one. */
export function parseSpf(text: string): SpfRecord | null {
  const mechanisms: SpfMechanism[] = [];
  let redirect: string | null = null;
  for (const term of text.trim().split(/\s+/).slice(1)) {
    const { qualifier = '+', name = '', mark, value = '' } = TERM.exec(term)?.groups ?? {};
    if (mark === '=') {
      if (name.toLowerCase() === 'redirect') redirect = hostOf(value);
    } else if (MECHANISMS.has(name.toLowerCase())) {
      const sign = qualifier as SpfMechanism['qualifier']; // the pattern admits no other
      mechanisms.push({ qualifier: sign, name: name.toLowerCase(), value: hostOf(value) });
    } else return null;
  }
  return { mechanisms, redirect };
}

/** These records as one that includes the host, before anything that would decide first. */
export function withInclude(texts: readonly string[], host: string): string {
  const terms = texts.flatMap((text) => text.trim().split(/\s+/).slice(1));
  const others = terms.filter((term) => !isAll(term) && !isIncludeOf(term, host));
  const all = terms.find(isAll) ?? (others.some(isRedirect) ? [] : '~all');
  return ['v=spf1', `include:${host}`, ...new Set(others), all].flat().join(' ');
}

function isAll(term: string): boolean {
  return /^[+\-~?]?all$/i.test(term);
}

function isRedirect(term: string): boolean {
  return /^redirect=/i.test(term);
}

function isIncludeOf(term: string, host: string): boolean {
  return hostOf(term.replace(/^[+\-~?]?include:/i, '')) === host;
}

function hostOf(value: string): string {
  return value.toLowerCase().replace(/\.$/, '');
}
