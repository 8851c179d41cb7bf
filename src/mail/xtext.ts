/** The encoding of ENVID and ORCPT in SMTP (RFC 3461 §4). */

/** An original recipient: the type of its address, mostly `rfc822`, and the address itself. */
export interface Orcpt {
  readonly addressType: string;
  readonly address: string;
}

export function encodeXtext(text: string): string {
  let encoded = '';
  for (const octet of Buffer.from(text)) {
    const isPlain = octet >= 0x21 && octet <= 0x7e && octet !== PLUS && octet !== EQUALS;
    encoded += isPlain
      ? String.fromCharCode(octet)
      : `+${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

/** Null when it is not xtext, or hides controls or broken UTF-8: such text must not reach a header. */
export function decodeXtext(xtext: string): string | null {
  if (!XTEXT.test(xtext)) return null;
  const latin1 = xtext.replace(/\+(..)/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  const text = Buffer.from(latin1, 'latin1').toString();
  return UNSAFE.test(text) ? null : text;
}

/** Reads `type;xtext`, the value of an ORCPT parameter. */
export function parseOrcpt(value: string): Orcpt | null {
  const semicolon = value.indexOf(';');
  if (value.length > MAX_ORCPT_CHARACTERS || semicolon === -1) return null;
  const addressType = value.slice(0, semicolon).toLowerCase();
  const address = decodeXtext(value.slice(semicolon + 1));
  return ADDRESS_TYPE.test(addressType) && address ? { addressType, address } : null;
}

const PLUS = 0x2b;
const EQUALS = 0x3d;
const XTEXT = /^(?:[!-*,-<>-~]|\+[0-9A-F]{2})*$/;
const ADDRESS_TYPE = /^[a-z0-9][a-z0-9-]{0,39}$/;
const UNSAFE = /[^\P{C}\u200c\u200d]|[\u2028\u2029\ufffd]/u;
/** RFC 3461 §4.2. */
const MAX_ORCPT_CHARACTERS = 500;
