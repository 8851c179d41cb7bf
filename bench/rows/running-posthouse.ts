import { BenchError } from '../bench-error.js';
import { Posthouse } from '../systems/posthouse/posthouse.js';
import type { Scene } from './row.js';

/** For rows that need more of it than a mail system; fails when it was given up. */
export function runningPosthouse({ contestants }: Scene): Posthouse {
  const system = contestants.require('posthouse');
  if (system instanceof Posthouse) return system;
  throw new BenchError('posthouse is another system');
}
