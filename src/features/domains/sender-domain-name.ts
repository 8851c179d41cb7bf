import { parse } from 'tldts';
import { toAsciiDomain } from '../../mail/domain-name.js';
import { InvalidDomainName } from './domains.refusals.js';

/** Leaves room for the longest record name below it, which is that of a DKIM key. */
const LONGEST = 200;

/** The name as we store and compare it: lower case, punycode. Refuses what nobody can own or we use ourselves. */
export function senderDomainName(text: string, returnPathDomain: string): string {
  const name = toAsciiDomain(text.trim().replace(/\.$/, ''));
  if (name === null) throw new InvalidDomainName(`${text.slice(0, 100)} is not a domain name`);
  if (name.length > LONGEST) throw new InvalidDomainName('The domain name is too long');

  const { publicSuffix } = parse(name, { allowPrivateDomains: true });
  if (publicSuffix === name || !name.includes('.')) {
    throw new InvalidDomainName(`${name} is a public suffix, under which others register domains`);
  }
  if (name === returnPathDomain || name.endsWith(`.${returnPathDomain}`)) {
    throw new InvalidDomainName(`${name} belongs to this installation`);
  }
  return name;
}
