import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how?: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** Collects all garbage of this process: some tens of milliseconds. */
export function collectGarbage(): void {
  collector()();
}

/** The same, and gives the memory back: to begin with, a third of it is what loading the program has left behind. */
export function giveBackMemory(): void {
  collector()({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

function collector(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect; // what the flag puts there
}
