import { invalid, missing, ok, recordsIn, type DnsCheck } from './dns-check.js';

/** The TXT record at the domain itself that only its owner can publish. */
export const ownership: DnsCheck = async ({ settings, lookup }, record) => {
  const answer = recordsIn(await lookup.txt(record.name), record.value);
  if ('unknown' in answer) return answer.unknown;
  const ours = answer.records
    .map((text) => text.trim())
    .filter((text) => text.startsWith(`${settings.VERIFICATION_PREFIX}=`));
  if (ours.includes(record.value)) return ok(record.value, ours);
  if (ours.length === 0) return missing(record);
  // Another tenant's token may stay beside ours.
  return invalid(record.value, ours, `Publish also TXT ${record.name} with: ${record.value}`);
};
