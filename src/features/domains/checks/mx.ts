import { missing, ok, recordsIn, type DnsCheck } from './dns-check.js';

/** Optional: mail for the domain may be received elsewhere, which is no fault. */
export const mx: DnsCheck = async ({ settings, lookup }, record) => {
  const answer = recordsIn(await lookup.mx(record.name), record.value);
  if ('unknown' in answer) return answer.unknown;
  const found = answer.records.map(({ preference, host }) => `${preference} ${host || '.'}`);
  const isOurs = answer.records.some(({ host }) => settings.MX_HOSTS.includes(host));
  if (isOurs) return ok(record.value, found);
  const fix = `Only to receive mail here, publish MX ${record.name} with: ${record.value}`;
  return { ...missing(record, found), fix };
};
