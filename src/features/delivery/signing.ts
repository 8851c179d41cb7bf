import { signMessage } from '../../mail/dkim.js';
import type { Clock } from '../../platform/clock.js';
import type { DomainService, SigningDomain } from '../domains/domains.service.js';
import type { Content, Signed } from './contents.js';
import type { Work } from './work.js';

/**
 * DKIM for outgoing mail: one signature for each key that DNS was last seen to have, made once for all
 * deliveries of a message that are in flight. Without such a key the message goes out unsigned, and
 * says why.
 */
export class Signing {
  constructor(
    private readonly domains: Pick<DomainService, 'signingDomain'>,
    private readonly clock: Clock,
  ) {}

  async domainOf({ message }: Work): Promise<SigningDomain | null> {
    return message.domainId === null ? null : this.domains.signingDomain(message.domainId);
  }

  sign(content: Content, domain: SigningDomain | null): Promise<Signed> {
    content.signed ??= this.make(content.raw, domain);
    return content.signed;
  }

  private async make(raw: Buffer, domain: SigningDomain | null): Promise<Signed> {
    if (!domain) return unsigned('mail of the system itself has no sender domain');
    const { name, keys } = domain;
    if (keys.length === 0) return unsigned(`DNS has none of the keys of ${name}`);
    const fields = await signMessage(raw, { domain: name, keys, now: this.clock.now() });
    const signatures = keys.map(({ selector, algorithm }) => ({
      domain: name,
      selector,
      algorithm,
    }));
    const because = `DNS has ${keys.map(({ selector }) => selector).join(' and ')} of ${name}`;
    return { fields, signatures, because };
  }
}

function unsigned(because: string): Signed {
  return { fields: Buffer.alloc(0), signatures: [], because: `unsigned: ${because}` };
}
