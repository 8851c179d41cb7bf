import type { CheckKind } from '../domain-check.entity.js';
import { dkim } from './dkim.js';
import { dmarc } from './dmarc.js';
import type { DnsCheck } from './dns-check.js';
import { mx } from './mx.js';
import { ownership } from './ownership.js';
import { returnPath } from './return-path.js';
import { spf } from './spf.js';

/** Every check of a domain: to add one, name its kind, its record in dns-records.ts and its check here. */
export const CHECKS: Readonly<Record<CheckKind, DnsCheck>> = {
  OWNERSHIP: ownership,
  SPF: spf,
  DKIM_RSA: dkim,
  DKIM_ED25519: dkim,
  RETURN_PATH: returnPath,
  MX: mx,
  DMARC: dmarc,
};
