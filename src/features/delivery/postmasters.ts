import type { Config } from '../../config/config.js';
import type { DomainService } from '../domains/domains.service.js';
import type { ServerService } from '../servers/servers.service.js';
import type { Work } from './work.js';

/**
 * Whom the reader of a report may ask: the address that the mail server has set, or else the postmaster of
 * the domain that the message was sent from, or else of the domain that bounces come back to.
 */
export class Postmasters {
  constructor(
    private readonly servers: Pick<ServerService, 'stateOf'>,
    private readonly domains: Pick<DomainService, 'signingDomain'>,
    private readonly config: Pick<Config, 'RETURN_PATH_DOMAIN'>,
  ) {}

  async of({ serverId, message: { domainId } }: Work): Promise<string> {
    const state = await this.servers.stateOf(serverId);
    if (state?.server.postmasterAddress) return state.server.postmasterAddress;
    const domain = domainId === null ? null : await this.domains.signingDomain(domainId);
    return `postmaster@${domain?.name ?? this.config.RETURN_PATH_DOMAIN}`;
  }
}
