/** Days are UTC and written YYYY-MM-DD, which sorts as they follow each other. */
const DAY_MS = 86_400_000;

/** Content of so many partitions at most is stored at a time. */
const MOST_PARTITIONS = 90;
/** Further partitions that are made ahead, for a time in which nobody could make them. */
const AHEAD = 3;

export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * DAY_MS));
}

/**
 * Where partitions must end so that content that is accepted today, and in the next days, shares its
 * partition only with content of its own time: every day, or every few days when it is kept for long.
 */
export function boundsAhead(
  today: string,
  retentionDays: number,
  width = Math.ceil(retentionDays / MOST_PARTITIONS),
): string[] {
  const expiresOn = Date.parse(addDays(today, retentionDays)) / DAY_MS;
  const first = expiresOn - (expiresOn % width);
  return Array.from({ length: AHEAD + 1 }, (_, index) =>
    dayOf(new Date((first + index * width) * DAY_MS)),
  );
}

/**
 * The same for the period of the installation and those of mail servers. What mail servers keep for long
 * shares partitions that are as wide as the longest of them needs, so that many periods make few partitions.
 */
export function boundsForAll(today: string, standard: number, own: readonly number[]): string[] {
  const widest = Math.ceil(Math.max(1, ...own) / MOST_PARTITIONS);
  const bounds = own.flatMap((days) =>
    boundsAhead(today, days, days <= MOST_PARTITIONS ? 1 : widest),
  );
  return [...new Set([...boundsAhead(today, standard), ...bounds])].sort();
}
