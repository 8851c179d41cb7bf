import { domainToASCII, domainToUnicode } from 'node:url';
import { LIMITS } from '../config/limits.js';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const ASCII = /^[\x21-\x7e]*$/;
const DIGITS = /^[0-9]+$/;

/**
 * The one spelling of a domain name that we compare and look up: lower case, A-labels, no final
 * dot. Null when the text is not a host name (RFC 5321 §2.3.5, RFC 5890), so never an IP address.
 */
export function toAsciiDomain(text: string): string | null {
  if (text === '' || text.length > LIMITS.domainBytes) return null;
  const ascii = ASCII.test(text) ? text.toLowerCase() : encodeLabels(text);
  if (ascii === null || ascii.length > LIMITS.domainBytes) return null;
  const labels = ascii.split('.');
  if (!labels.every((label) => LABEL.test(label))) return null;
  // A numeric last label would let "1.2.3.4" pass as a name (RFC 3696 §2).
  return DIGITS.test(labels.at(-1) ?? '') ? null : ascii;
}

/** Text that the mapping of UTS 46 would change is refused: full-width twins, soft hyphens, ideographic dots. */
function encodeLabels(text: string): string | null {
  const normal = text.normalize('NFC').toLowerCase();
  const ascii = domainToASCII(normal);
  return ascii !== '' && domainToUnicode(ascii) === normal ? ascii : null;
}
