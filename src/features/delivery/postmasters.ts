import type { Config } from '../../config/config.js';
import type { DomainService } from '../domains/domains.service.js';
import type { MailServer } from '../servers/mail-server.entity.js';
import type { Work } from './work.js';

/**
 * Whom the reader of a report may ask: the address that the mail server has set, or else the postmaster of
 * the domain that the message was sent from, or else of the domain that bounces come back to.
 */
export class Postmasters {
  constructor(
    private readonly domains: Pick<DomainService, 'signingDomain'>,
    private readonly config: Pick<Config, 'RETURN_PATH_DOMAIN'>,
  ) {}

  async of({ message: { domainId } }: Work, server: MailServer | null): Promise<string> {
    if (server?.postmasterAddress) return server.postmasterAddress;
    const domain = domainId === null ? null : await this.domains.signingDomain(domainId);
    return `postmaster@${domain?.name ?? this.config.RETURN_PATH_DOMAIN}`;
  }
}
