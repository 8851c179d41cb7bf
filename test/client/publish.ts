import type { LoopbackDns } from '../../src/demo/loopback-dns.js';

export interface Published {
  readonly type: string;
  readonly name: string;
  readonly value: string;
}

/** What an owner of a domain does with the records that Posthouse asks for; the MX is for incoming mail. */
export function publish(dns: LoopbackDns, zone: string, records: readonly Published[]): void {
  dns.zone(zone);
  for (const { type, name } of records) {
    if (type !== 'TXT' && type !== 'CNAME') continue;
    const alike = records.filter((one) => one.type === type && one.name === name);
    dns.set(name, type, ...alike.map(({ value }) => value));
  }
}
