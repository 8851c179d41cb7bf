import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

const NAME = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/;

/**
 * The form in which a name is asked for: lower-case, without the final dot, Unicode labels as Punycode
 * (RFC 5891). Null for what is no domain name, IP addresses among it.
 */
export function domainName(text: string): string | null {
  if (/[\0- \x7f]/.test(text)) return null;
  // domainToASCII reads an ASCII number as an IPv4 address, so it sees only what needs it.
  const ascii = /^[\x21-\x7e]*$/.test(text) ? text : domainToASCII(text);
  const name = ascii.toLowerCase().replace(/\.$/, '');
  return NAME.test(name) && isIP(name) === 0 ? name : null;
}
