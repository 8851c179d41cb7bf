import { invalid, missing, ok, recordsIn, type DnsCheck } from './dns-check.js';

/** The alias that lets bounces come back to us under the domain's own name, which aligns SPF for DMARC. */
export const returnPath: DnsCheck = async ({ lookup }, record) => {
  const answer = recordsIn(await lookup.cname(record.name), record.value);
  if ('unknown' in answer) return answer.unknown;
  const { records } = answer;
  if (records.length === 0) return missing(record);
  if (records.length === 1 && records[0] === record.value) return ok(record.value, records);
  return invalid(record.value, records, `Point CNAME ${record.name} to: ${record.value}`);
};
