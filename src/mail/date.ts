/** A date-time as header fields write it (RFC 5322 §3.3), in UTC. */
export function formatDate(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}
