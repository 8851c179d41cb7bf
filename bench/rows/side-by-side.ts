import type { Sample } from '../runs/run.js';
import type { Work } from '../works.js';
import type { OwnPosthouse } from './own-posthouse.js';

/** The goals are of a tenth, which is less than what a machine does to single rounds. */
const MORE_ROUNDS = 2;

/** Of one round. */
export interface Pair {
  readonly one: Sample;
  readonly other: Sample;
}

/** Two of our own under the same load, taking turns: A B, B A, A B. */
export async function sideBySide(
  [one, other]: readonly [OwnPosthouse, OwnPosthouse],
  work: Work,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Pair[]> {
  await other.warmUp(work);
  const count = Math.ceil((await one.warmUp(work)) * seconds);
  const pairs: Pair[] = [];
  while (pairs.length < rounds + MORE_ROUNDS) {
    const isOneFirst = pairs.length % 2 === 0;
    const first = await (isOneFirst ? one : other).takeTurn(work, count);
    const second = await (isOneFirst ? other : one).takeTurn(work, count);
    pairs.push(isOneFirst ? { one: first, other: second } : { one: second, other: first });
  }
  return pairs;
}
