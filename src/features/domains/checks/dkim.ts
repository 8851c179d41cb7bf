import { parseDkimRecord } from '../../../mail/dkim-record.js';
import { invalid, missing, ok, recordsIn, type DnsCheck } from './dns-check.js';

/** The public key (RFC 6376 §3.6.1, RFC 8463 §3), compared as a key: other spellings of the record are fine. */
export const dkim: DnsCheck = async ({ lookup }, record) => {
  const answer = recordsIn(await lookup.txt(record.name), record.value);
  if ('unknown' in answer) return answer.unknown;
  const { records } = answer;
  const [text] = records;
  if (text === undefined) return missing(record);
  const problem =
    records.length > 1 ? 'There must be one record only' : problemOf(text, record.value);
  if (problem === null) return ok(record.value, records);
  const fix = `${problem}: publish TXT ${record.name} with: ${record.value}`;
  return invalid(record.value, records, fix);
};

function problemOf(text: string, expected: string): string | null {
  const published = parseDkimRecord(text);
  const ours = parseDkimRecord(expected);
  if (!published) return 'This is no DKIM key';
  if (published.publicKey === '') return 'The key is revoked (empty p=)';
  const isOurs = published.keyType === ours?.keyType && published.publicKey === ours.publicKey;
  return isOurs ? null : 'This is another key';
}
