import { builder } from '../../api/builder.js';
import { DkimKey, type DkimAlgorithm } from './dkim-key.entity.js';
import type { DnsRecord } from './dns-records.js';
import {
  DomainCheck,
  type CheckKind,
  type CheckStatus,
  type RecordType,
} from './domain-check.entity.js';

const CheckKindEnum = builder.enumType('DomainCheckKind', {
  description: 'Which record of a domain is meant.',
  values: {
    OWNERSHIP: { description: 'TXT that proves that the domain is yours. Needed to send.' },
    SPF: { description: 'TXT that lets our hosts send for the domain.' },
    DKIM_RSA: { description: 'TXT with the RSA key of our signatures.' },
    DKIM_ED25519: { description: 'TXT with the Ed25519 key of our signatures.' },
    RETURN_PATH: {
      description: 'CNAME for envelope senders under the domain. Without it ours are used.',
    },
    MX: { description: 'MX to receive mail here. Not needed to send.' },
    DMARC: { description: 'TXT with the DMARC policy.' },
  } satisfies Record<CheckKind, object>,
});

const CheckStatusEnum = builder.enumType('DomainCheckStatus', {
  description: 'What a check found.',
  values: {
    OK: { description: 'The record is right.' },
    MISSING: { description: 'There is no such record.' },
    INVALID: { description: 'There is a record, and it is wrong.' },
    UNKNOWN: { description: 'DNS gave no answer. We go on as after the last one.' },
  } satisfies Record<CheckStatus, object>,
});

const DnsRecordTypeEnum = builder.enumType('DnsRecordType', {
  description: 'Type of a DNS record.',
  values: {
    TXT: { description: 'Text.' },
    CNAME: { description: 'Alias.' },
    MX: { description: 'Mail exchanger.' },
  } satisfies Record<RecordType, object>,
});

const DkimAlgorithmEnum = builder.enumType('DkimAlgorithm', {
  description: 'Signature algorithm of a DKIM key.',
  values: {
    RSA_SHA256: { description: 'RSA, 2048 bits (RFC 6376).' },
    ED25519_SHA256: { description: 'Ed25519 (RFC 8463).' },
  } satisfies Record<DkimAlgorithm, object>,
});

export const DnsRecordType = builder.objectRef<DnsRecord>('DnsRecord').implement({
  description: 'A DNS record to publish. Guarded by the field that leads here.',
  authScopes: { public: true },
  fields: (t) => ({
    purpose: t.expose('purpose', { type: CheckKindEnum, description: 'What it is for.' }),
    type: t.expose('type', { type: DnsRecordTypeEnum, description: 'Type of the record.' }),
    name: t.exposeString('name', { description: 'Name of the record, in full.' }),
    value: t.exposeString('value', { description: 'Value of the record, as one string.' }),
    isRequired: t.exposeBoolean('isRequired', {
      description: 'Whether the domain needs it to send mail that is authenticated.',
    }),
  }),
});

export const DomainCheckType = builder.objectType(DomainCheck, {
  name: 'DomainCheck',
  description: 'The latest result of one check. Guarded by the field that leads here.',
  authScopes: { public: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: CheckKindEnum, description: 'Which record was looked at.' }),
    status: t.expose('status', { type: CheckStatusEnum, description: 'What was found.' }),
    recordName: t.exposeString('recordName', { description: 'Name of the record.' }),
    recordType: t.expose('recordType', {
      type: DnsRecordTypeEnum,
      description: 'Type of the record.',
    }),
    expected: t.exposeString('expected', { description: 'The value that it should have.' }),
    found: t.stringList({
      description: 'The values that DNS has; empty when it has none.',
      resolve: ({ found }) => (found === '' ? [] : found.split('\n')),
    }),
    fix: t.exposeString('fix', {
      nullable: true,
      description: 'What to do about it; null when nothing.',
    }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime', description: 'When this was found.' }),
  }),
});

export const DkimKeyType = builder.objectType(DkimKey, {
  name: 'DkimKey',
  description: 'A signing key of a domain. Guarded by the field that leads here.',
  authScopes: { public: true },
  fields: (t) => ({
    algorithm: t.expose('algorithm', {
      type: DkimAlgorithmEnum,
      description: 'Its signature algorithm.',
    }),
    selector: t.exposeString('selector', {
      description: 'Its record is at this label under `_domainkey`.',
    }),
    seenPublishedAt: t.expose('seenPublishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When DNS last had it; null while it has not, and then it signs nothing.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
});
