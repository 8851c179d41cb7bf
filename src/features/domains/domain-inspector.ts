import type { Dns } from '../../platform/dns/dns.js';
import { CHECKS } from './checks/all-checks.js';
import type { CheckResult, CheckSubject } from './checks/dns-check.js';
import { DomainLookup } from './checks/domain-lookup.js';
import type { DkimKey } from './dkim-key.entity.js';
import { dnsRecordsOf } from './dns-records.js';
import type { DomainSettings } from './domain-settings.js';
import type { Domain } from './domain.entity.js';

/** Runs all checks of a domain over DNS, at once; never inside a transaction. */
export class DomainInspector {
  constructor(
    private readonly dns: Dns,
    private readonly settings: DomainSettings,
    /** Whether to ask the domain's own name servers. */
    private readonly isAuthoritative: boolean,
  ) {}

  async inspect(domain: Domain, keys: readonly DkimKey[]): Promise<CheckResult[]> {
    const direct = this.isAuthoritative ? await this.dns.authoritative(domain.name) : this.dns;
    const lookup = new DomainLookup(direct, this.dns);
    const records = dnsRecordsOf(domain, keys, this.settings);
    const subject: CheckSubject = { domain, records, settings: this.settings, lookup };
    return Promise.all(
      records.map(async (record) => ({
        kind: record.purpose,
        recordName: record.name,
        recordType: record.type,
        ...(await CHECKS[record.purpose](subject, record)),
      })),
    );
  }
}
