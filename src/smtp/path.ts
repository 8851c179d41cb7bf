import { parseAddress, type Address } from '../mail/addresses.js';

/** The argument of MAIL or RCPT (RFC 5321 §4.1.2): a path and parameters. */
export interface PathArgument {
  /** Null for the null path `<>`. */
  readonly address: Address | null;
  readonly isPostmaster: boolean;
  /** Null when they are malformed or one is repeated. */
  readonly parameters: Parameters | null;
}

/** Values by upper-case name; null for a parameter without value. */
export type Parameters = ReadonlyMap<string, string | null>;

/**
 * Reads `FROM:<path> KEY=value …`; null for a syntax error. A source route is read and ignored, as RFC 5321
 * appendix C demands; what it routes to is an ordinary address.
 */
export function parsePathArgument(keyword: 'FROM' | 'TO', argument: string): PathArgument | null {
  const match = /^([A-Za-z]+) ?: ?(?=<)/.exec(argument);
  if (match?.[1]?.toUpperCase() !== keyword) return null;
  const start = match[0].length;
  const end = endOfPath(argument, start);
  if (end === -1) return null;
  const parameters = parseParameters(argument.slice(end + 1));
  const whole = argument.slice(start + 1, end);
  const path = whole.replace(SOURCE_ROUTE, '');
  const address = parseAddress(path);
  const isPostmaster = path.toLowerCase() === 'postmaster';
  const isPath = address !== null || whole === '' || isPostmaster;
  return isPath ? { address, isPostmaster, parameters } : null;
}

const SOURCE_ROUTE = /^@[^\s,:@"<>]+(?:,@[^\s,:@"<>]+)*:/;
const PARAMETER = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:=([\x21-\x3c\x3e-\x7e\u0080-\u{10ffff}]+))?$/u;

/** Index of the `>` that ends the path; one inside a quoted local part does not. */
function endOfPath(text: string, start: number): number {
  let isQuoted = false;
  for (let i = start + 1; i < text.length; i++) {
    const character = text[i];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\' && isQuoted) i += 1;
    else if (character === '>' && !isQuoted) return i;
    else if (character === '<' && !isQuoted) return -1;
  }
  return -1;
}

function parseParameters(text: string): Parameters | null {
  const words = text.trim().split(/ +/).filter(Boolean);
  if (words.length > 0 && !text.startsWith(' ')) return null;
  const parameters = new Map<string, string | null>();
  for (const word of words) {
    const [whole, name = '', value = null] = PARAMETER.exec(word) ?? [];
    if (whole === undefined || parameters.has(name.toUpperCase())) return null;
    parameters.set(name.toUpperCase(), value);
  }
  return parameters;
}
