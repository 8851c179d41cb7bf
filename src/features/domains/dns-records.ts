import { createPublicKey } from 'node:crypto';
import { dkimRecord } from '../../mail/dkim-record.js';
import type { DkimKey } from './dkim-key.entity.js';
import type { CheckKind, RecordType } from './domain-check.entity.js';
import type { DomainSettings } from './domain-settings.js';
import type { Domain } from './domain.entity.js';

/** A record that the owner of a domain publishes; each has the check of the same name. */
export interface DnsRecord {
  readonly purpose: CheckKind;
  readonly type: RecordType;
  /** In full, without final dot. */
  readonly name: string;
  readonly value: string;
  /** Without it the domain cannot send, or its mail is not authenticated. */
  readonly isRequired: boolean;
}

/** The exact records to publish for a domain, most important first. */
export function dnsRecordsOf(
  domain: Domain,
  keys: readonly DkimKey[],
  settings: DomainSettings,
): DnsRecord[] {
  const { name, verificationToken } = domain;
  const mxHost = settings.MX_HOSTS[0];
  return [
    txt('OWNERSHIP', name, `${settings.VERIFICATION_PREFIX}=${verificationToken}`),
    txt('SPF', name, `v=spf1 include:${settings.SPF_INCLUDE} ~all`),
    ...keys.map((key) => dkimRecordOf(name, key)),
    {
      purpose: 'RETURN_PATH',
      type: 'CNAME',
      name: `${settings.RETURN_PATH_LABEL}.${name}`,
      value: settings.RETURN_PATH_DOMAIN,
      isRequired: false,
    },
    ...(mxHost === undefined
      ? []
      : [{ purpose: 'MX', type: 'MX', name, value: `10 ${mxHost}`, isRequired: false } as const]),
    { ...txt('DMARC', `_dmarc.${name}`, 'v=DMARC1; p=none'), isRequired: false },
  ];
}

function txt(purpose: CheckKind, name: string, value: string): DnsRecord {
  return { purpose, type: 'TXT', name, value, isRequired: true };
}

function dkimRecordOf(domain: string, { algorithm, selector, publicKey }: DkimKey): DnsRecord {
  const der = Buffer.from(publicKey, 'base64');
  const value = dkimRecord(createPublicKey({ key: der, format: 'der', type: 'spki' }));
  const purpose = algorithm === 'RSA_SHA256' ? 'DKIM_RSA' : 'DKIM_ED25519';
  return txt(purpose, `${selector}._domainkey.${domain}`, value);
}
