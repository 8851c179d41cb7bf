/** What Posthouse is to reach at least, by work and peer. */
const GOALS: Readonly<Record<string, number>> = {
  '10k-50-signed postfix+opendkim': 4,
  '10k-50-signed postfix': 2,
  '10k-50-unsigned haraka': 3,
  '100k-50-signed postfix+opendkim': 2.5,
  '10k-1-signed postfix': 1,
  '10k-10-newconn postfix': 1,
};

/** Null where nothing was set. */
export function goalFor(work: string, over: string): number | null {
  return GOALS[`${work} ${over}`] ?? null;
}
