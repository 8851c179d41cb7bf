/** How long the other side asked us to wait, where its words say so (greylisting, throttling). */
export function retryHintSeconds(text: string): number | null {
  const clock = CLOCK.exec(text);
  if (clock) {
    const [hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map(Number);
    return bounded(hours * 3600 + minutes * 60 + seconds);
  }
  const [, amount, unit] = SPAN.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return null;
  return bounded(Number(amount) * (SECONDS[unit.charAt(0).toLowerCase()] ?? 1));
}

const SPAN =
  /\b(?:again|retry|retried|wait|back|gr[ae]y-?list(?:ed|ing)?|delay(?:ed)?|postponed|deferred|later)\b[^.]{0,60}?\b(\d{1,6}) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\b/i;
const CLOCK =
  /\b(?:again|retry|wait|back|gr[ae]y-?list(?:ed|ing)?)\b[^.]{0,40}?\b(\d{1,2}):(\d{2}):(\d{2})\b/i;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
/** Nobody may park our mail for more than a day. */
const LONGEST_SECONDS = 86_400;

function bounded(seconds: number): number | null {
  return seconds > 0 ? Math.min(seconds, LONGEST_SECONDS) : null;
}
