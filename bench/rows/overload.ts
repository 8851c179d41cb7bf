import { setTimeout as sleep } from 'node:timers/promises';
import { OVERLOAD, type Figure } from '../report/figure.js';
import { NodeMemory } from '../runs/node-memory.js';
import { rest } from '../runs/run.js';
import type { SystemName } from '../systems/system.js';
import { queueOf, streamOf, type Account, type CrowdOptions } from '../tools/crowd.js';
import { numberedLetters, RECIPIENT } from '../tools/letters.js';
import { visit } from '../tools/visit.js';
import { workNamed } from '../works.js';
import type { Measured, Row, Scene } from './row.js';
import { runningPosthouse } from './running-posthouse.js';

const WORK = workNamed('10k-50-newconn');
const TIMES = 5;
/** Clients at once, of which one number is the best for throughput. */
const MEMBERS = [50, 200, 800] as const;
const PATIENCE_MS = 60_000;

interface Round {
  readonly peak: Account;
  readonly overload: Account;
  readonly recoverySeconds: number;
  readonly largestMiB: number;
}

/**
 * Five times as many clients in each second as can be served, each over a connection of its own. Whoever finds the
 * listen queue of the kernel full has its connection taken later, or not at all.
 */
export class Overload implements Row {
  readonly name = 'overload';
  readonly works = [WORK];

  systemsFor(): readonly SystemName[] {
    return ['posthouse'];
  }

  async measure(scene: Scene): Promise<Measured> {
    const { port, roots } = runningPosthouse(scene);
    const { from, content } = numberedLetters(WORK);
    const letter = { port, from, to: RECIPIENT, content: content(0) };
    await queueOf(WORK.sessions, { seconds: 2, letter });
    const rounds: Round[] = [];
    while (rounds.length < scene.rounds && !scene.contestants.signal.aborted) {
      rounds.push(await roundOf({ seconds: scene.seconds, letter }, roots));
    }
    return { cells: [], figures: figuresOf(this.name, rounds) };
  }
}

async function roundOf(options: CrowdOptions, roots: readonly number[]): Promise<Round> {
  const peak = await peakOf(options, roots);
  await rest(roots, PATIENCE_MS); // each begins with an empty queue
  const memory = new NodeMemory(roots);
  const overload = await streamOf(TIMES * perSecond(peak), options);
  const recoverySeconds = await recovery(options, peak);
  return { peak, overload, recoverySeconds, largestMiB: memory.stop().largestMiB };
}

/** The best that it can do with clients who wait for their turn. */
async function peakOf(
  { seconds, letter }: CrowdOptions,
  roots: readonly number[],
): Promise<Account> {
  const accounts: Account[] = [];
  for (const members of MEMBERS) {
    await rest(roots, PATIENCE_MS);
    accounts.push(await queueOf(members, { seconds: seconds / MEMBERS.length, letter }));
  }
  return accounts.reduce((best, one) => (perSecond(one) > perSecond(best) ? one : best));
}

/** Until a client is served as quickly as the slowest of the peak was. */
async function recovery({ letter }: CrowdOptions, peak: Account): Promise<number> {
  const endedAt = performance.now();
  while (performance.now() - endedAt < PATIENCE_MS) {
    const { end, ms } = await visit({ ...letter, localAddress: '127.9.1.1' });
    if (end === 'accepted' && ms <= peak.slowestAcceptanceMs) break;
    await sleep(50);
  }
  return (performance.now() - endedAt) / 1_000;
}

function perSecond({ accepted, seconds }: Account): number {
  return accepted / seconds;
}

function figuresOf(row: string, rounds: readonly Round[]): Figure[] {
  const figure = (name: string, unit: string, of: (round: Round) => number) => ({
    ...{ row, name, unit, values: rounds.map(of) },
  });
  const share = (part: number, { seconds }: Account) => part / seconds;
  const wereRefused = rounds.some(({ overload }) => overload.refused > 0); // nobody's wait is no short one
  const refusal = figure(OVERLOAD.refusal, 'ms', ({ overload }) => overload.slowestRefusalMs);
  return [
    figure('peak', '/s', ({ peak }) => perSecond(peak)),
    figure('goodput', '/s', ({ overload }) => perSecond(overload)),
    figure(OVERLOAD.goodput, '×', ({ peak, overload }) => perSecond(overload) / perSecond(peak)),
    figure('refused', '/s', ({ overload }) => share(overload.refused, overload)),
    figure('slowest acceptance at the peak', 'ms', ({ peak }) => peak.slowestAcceptanceMs),
    figure('ended without a word', '/s', ({ overload }) => share(overload.broken, overload)),
    figure('could not even come', '/s', ({ overload }) => share(overload.kept, overload)),
    ...(wereRefused ? [refusal] : []),
    figure('slowest acceptance', 'ms', ({ overload }) => overload.slowestAcceptanceMs),
    figure(OVERLOAD.memory, 'MiB', ({ largestMiB }) => largestMiB),
    figure(OVERLOAD.recovery, 's', ({ recoverySeconds }) => recoverySeconds),
  ];
}
