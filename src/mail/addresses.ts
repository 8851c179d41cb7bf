import ipaddr from 'ipaddr.js';
import { LIMITS } from '../config/limits.js';
import { toAsciiDomain } from './domain-name.js';

/** An envelope address (RFC 5321 §4.1.2, RFC 6531 §3.3) in the one form that policy, signing and routing share. */
export interface Address {
  /** As it goes on the wire: the local part quoted only where it must be, the domain in ASCII. Two addresses are one mailbox when these are equal. */
  readonly address: string;
  /** Without quotes and escapes; case is kept, it belongs to the receiving side. */
  readonly localPart: string;
  /** As written, lower case; an address literal keeps its brackets. */
  readonly domain: string;
  /** Lower-case A-labels; null for an address literal, which is nobody's domain. */
  readonly asciiDomain: string | null;
  /** The local part is not ASCII, so every hop must offer SMTPUTF8. */
  readonly needsSmtputf8: boolean;
}

/**
 * Reads a bare `local@domain`. Null for anything else: angle brackets, routes, comments, spaces
 * around the `@`, control characters, encoded words, and sizes beyond RFC 5321 §4.5.3.1.
 */
export function parseAddress(text: string): Address | null {
  if (text.length > LIMITS.localPartBytes + LIMITS.domainBytes + 3) return null;
  const at = text.lastIndexOf('@');
  if (at < 1) return null;
  const localPart = readLocalPart(text.slice(0, at));
  const host = readHost(text.slice(at + 1));
  if (localPart === null || host === null) return null;
  const wireLocalPart = formatLocalPart(localPart);
  if (Buffer.byteLength(wireLocalPart) > LIMITS.localPartBytes) return null;
  const address = `${wireLocalPart}@${host.asciiDomain ?? host.domain}`;
  if (Buffer.byteLength(address) > MAX_ADDRESS_BYTES) return null;
  return { address, localPart, ...host, needsSmtputf8: !isAscii(localPart) };
}

/** The domain that is responsible for an address, in ASCII; null for an address literal or no address at all. */
export function domainOf(address: Address | string): string | null {
  const parsed = typeof address === 'string' ? parseAddress(address) : address;
  return parsed?.asciiDomain ?? null;
}

/** A path is 256 octets with its angle brackets. */
const MAX_ADDRESS_BYTES = 254;
const ATOM_CHARACTER = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-\\u{80}-\\u{10FFFF}]";
const DOT_ATOM = new RegExp(`^${ATOM_CHARACTER}+(?:\\.${ATOM_CHARACTER}+)*$`, 'u');
/** Printable ASCII, and beyond it no controls, separators, invisible or undecodable characters (ZWJ and ZWNJ are letters' glue). */
const UNSAFE = /[^\P{C}\u200c\u200d]|[^\P{Z} ]|\ufffd/u;

function readLocalPart(text: string): string | null {
  // Some readers decode an encoded word inside an address; then it is another address.
  if (UNSAFE.test(text) || text.includes('=?')) return null;
  if (DOT_ATOM.test(text)) return text;
  return text.length > 2 && text.startsWith('"') && text.endsWith('"')
    ? unquote(text.slice(1, -1))
    : null;
}

function unquote(text: string): string | null {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if (character === '"') return null;
    if (character !== '\\') plain += character;
    else if (++i < text.length) plain += text[i] ?? '';
    else return null;
  }
  return plain;
}

function formatLocalPart(localPart: string): string {
  return DOT_ATOM.test(localPart) ? localPart : `"${localPart.replace(/["\\]/g, '\\$&')}"`;
}

function readHost(text: string): Pick<Address, 'domain' | 'asciiDomain'> | null {
  const asciiDomain = toAsciiDomain(text);
  if (asciiDomain !== null) return { domain: text.toLowerCase(), asciiDomain };
  if (!text.startsWith('[') || !text.endsWith(']')) return null;
  const literal = text.slice(1, -1).toLowerCase();
  const isAddress = literal.startsWith('ipv6:')
    ? isIpv6(literal.slice(5))
    : ipaddr.IPv4.isValidFourPartDecimal(literal);
  return isAddress ? { domain: text.toLowerCase(), asciiDomain: null } : null;
}

/** Without a zone, and with an embedded IPv4 address in plain decimal only: others read them differently. */
function isIpv6(text: string): boolean {
  const last = text.slice(text.lastIndexOf(':') + 1);
  const isPlain = !last.includes('.') || ipaddr.IPv4.isValidFourPartDecimal(last);
  return isPlain && !text.includes('%') && ipaddr.IPv6.isValid(text);
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
