import type { Dns } from '../../../platform/dns/dns.js';
import type { DnsAnswer, MxRecord } from '../../../platform/dns/dns-answer.js';

/**
 * Where checks look. The domain's own name servers first, so that a fix is seen at once; where those
 * have nothing to say, for instance about the target of an alias, the resolvers.
 */
export class DomainLookup {
  constructor(
    private readonly direct: Dns,
    private readonly resolvers: Dns,
  ) {}

  async txt(name: string): Promise<DnsAnswer<string>> {
    const answer = await this.direct.txt(name);
    if (answer.kind === 'found' || this.direct === this.resolvers) return answer;
    if (answer.kind === 'failed') return this.resolvers.txt(name);
    const alias = await this.direct.cname(name);
    return alias.kind === 'found' ? this.resolvers.txt(name) : answer;
  }

  /** For names outside of the domain. */
  txtElsewhere(name: string): Promise<DnsAnswer<string>> {
    return this.resolvers.txt(name);
  }

  async cname(name: string): Promise<DnsAnswer<string>> {
    const answer = await this.direct.cname(name);
    return answer.kind === 'failed' ? this.resolvers.cname(name) : answer;
  }

  async mx(name: string): Promise<DnsAnswer<MxRecord>> {
    const answer = await this.direct.mx(name);
    return answer.kind === 'failed' ? this.resolvers.mx(name) : answer;
  }
}
