import type { DnsAnswer } from '../../../platform/dns/dns-answer.js';
import type { CheckKind, CheckStatus } from '../domain-check.entity.js';
import type { DomainSettings } from '../domain-settings.js';
import type { Domain } from '../domain.entity.js';
import type { DnsRecord } from '../dns-records.js';
import type { DomainLookup } from './domain-lookup.js';

/** What a check may look at. */
export interface CheckSubject {
  readonly domain: Domain;
  readonly records: readonly DnsRecord[];
  readonly settings: DomainSettings;
  readonly lookup: DomainLookup;
}

export interface Finding {
  readonly status: CheckStatus;
  /** The record as it should be. */
  readonly expected: string;
  readonly found: readonly string[];
  /** What to do about it; null when nothing. */
  readonly fix: string | null;
}

export interface CheckResult extends Finding {
  readonly kind: CheckKind;
  readonly recordName: string;
  readonly recordType: DnsRecord['type'];
}

/** Looks at one record of a domain. */
export type DnsCheck = (subject: CheckSubject, record: DnsRecord) => Promise<Finding>;

/** The records that DNS has, or the finding that it could not be asked. */
export function recordsIn<T>(
  answer: DnsAnswer<T>,
  expected: string,
): { records: readonly T[] } | { unknown: Finding } {
  if (answer.kind === 'found') return { records: answer.records };
  if (answer.kind !== 'failed') return { records: [] };
  const fix = `DNS gave no answer (${answer.reason}); this check runs again by itself`;
  return { unknown: { status: 'UNKNOWN', expected, found: [], fix } };
}

export function ok(expected: string, found: readonly string[]): Finding {
  return { status: 'OK', expected, found, fix: null };
}

export function missing({ type, name, value }: DnsRecord, found: readonly string[] = []): Finding {
  return {
    status: 'MISSING',
    expected: value,
    found,
    fix: `Publish ${type} ${name} with: ${value}`,
  };
}

export function invalid(expected: string, found: readonly string[], fix: string): Finding {
  return { status: 'INVALID', expected, found, fix };
}
