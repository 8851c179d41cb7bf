import { BenchError } from './bench-error.js';

/** One kind of load, the same for every system. */
export interface Work {
  /** Such as `10k-50-signed`: KiB of a message, sessions at once, and how. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly sessions: number;
  /** Whether Posthouse signs; Postfix alone and Haraka never do. */
  readonly isSigned: boolean;
  /** False: a connection for each message. */
  readonly reusesConnections: boolean;
}

const NAME = /^([1-9]\d{0,3})k-([1-9]\d{0,2})-(signed|unsigned|newconn)$/;
const MOST_KIB = 10_240;
/** One address may hold this many connections to Posthouse at once. */
const MOST_SESSIONS = 200;

/** Any name of the form is a work, not only those of the profiles. */
export function workNamed(name: string): Work {
  const [, kib, sessions, kind] = NAME.exec(name) ?? [];
  const work = {
    name,
    sizeBytes: Number(kib) * 1024,
    sessions: Number(sessions),
    isSigned: kind !== 'unsigned',
    reusesConnections: kind !== 'newconn',
  };
  const isPossible = Number(kib) <= MOST_KIB && work.sessions <= MOST_SESSIONS;
  if (kind !== undefined && isPossible) return work;
  throw new BenchError(
    `${name} is not a row: they look like 10k-50-signed, 10k-50-unsigned or 10k-10-newconn, up to ${MOST_KIB}k and ${MOST_SESSIONS} sessions`,
  );
}
