import type { DkimAlgorithm } from '../dkim-key.entity.js';
import { invalid, missing, ok, recordsIn, type CheckSubject, type DnsCheck } from './dns-check.js';
import { tagsOf } from './tag-list.js';

const KEY_TYPES = { RSA_SHA256: 'rsa', ED25519_SHA256: 'ed25519' } as const;

/** The public key (RFC 6376 §3.6.1, RFC 8463 §3), compared as a key: other spellings of a record are fine. */
export function dkim(algorithm: DkimAlgorithm): DnsCheck {
  return async (subject, record) => {
    const answer = recordsIn(await subject.lookup.txt(record.name), record.value);
    if ('unknown' in answer) return answer.unknown;
    const { records } = answer;
    const [text] = records;
    if (text === undefined) return missing(record);
    const problem =
      records.length > 1 ? 'Keep only one record;' : problemOf(text, algorithm, subject);
    if (problem === null) return ok(record.value, records);
    const fix = `${problem} TXT ${record.name} with: ${record.value}`;
    return invalid(record.value, records, fix);
  };
}

function problemOf(text: string, algorithm: DkimAlgorithm, { keys }: CheckSubject): string | null {
  const ours = keys.find((key) => key.algorithm === algorithm)?.publicKey;
  const tags = tagsOf(text);
  if (!tags || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') return 'This is no DKIM key; publish';
  if ((tags.get('k') ?? 'rsa').toLowerCase() !== KEY_TYPES[algorithm])
    return 'The key type differs; publish';
  const hashes = tags
    .get('h')
    ?.toLowerCase()
    .split(/\s*:\s*/);
  if (hashes && !hashes.includes('sha256')) return 'The key must allow sha256; publish';
  const published = tags.get('p')?.replaceAll(/\s/g, '');
  if (published === '') return 'The key is revoked (empty p=); publish';
  return published === ours ? null : 'This is another key; publish';
}
