import { OVERLOAD, type Figure } from '../report/figure.js';
import { NodeMemory } from '../runs/node-memory.js';
import { rest } from '../runs/run.js';
import type { Api } from '../systems/posthouse/posthouse.js';
import type { SystemName } from '../systems/system.js';
import { batchesOf, type BatchAccount } from '../tools/api-crowd.js';
import { workNamed } from '../works.js';
import type { Measured, Row, Scene } from './row.js';
import { runningPosthouse } from './running-posthouse.js';

const WORK = workNamed('10k-50-signed');
const MEMBERS = 16;
/** As many as nobody could serve at once: 1 MiB each. */
const CROWD = 400;
const PATIENCE_MS = 60_000;
const SIZE = { sizeBytes: WORK.sizeBytes };

interface Round {
  readonly peak: BatchAccount;
  readonly overload: BatchAccount;
  readonly recoverySeconds: number;
  readonly largestMiB: number;
}

/** `sendMessages` with batches of 100 by many more clients at once than can be served. */
export class OverloadApi implements Row {
  readonly name = 'overload-api';
  readonly works = [WORK];

  systemsFor(): readonly SystemName[] {
    return ['posthouse'];
  }

  async measure(scene: Scene): Promise<Measured> {
    const { api, roots } = runningPosthouse(scene);
    await batchesOf({ api, members: MEMBERS, seconds: 2, ...SIZE });
    const rounds: Round[] = [];
    while (rounds.length < scene.rounds && !scene.contestants.signal.aborted) {
      rounds.push(await roundOf(api, scene.seconds, roots));
    }
    return { cells: [], figures: figuresOf(this.name, rounds) };
  }
}

async function roundOf(api: Api, seconds: number, roots: readonly number[]): Promise<Round> {
  await rest(roots, PATIENCE_MS);
  const peak = await batchesOf({ api, members: MEMBERS, seconds, ...SIZE });
  await rest(roots, PATIENCE_MS); // both begin with an empty queue
  const memory = new NodeMemory(roots);
  const overload = await batchesOf({ api, members: CROWD, seconds, ...SIZE });
  const endedAt = performance.now();
  while (performance.now() - endedAt < PATIENCE_MS) {
    const lone = await batchesOf({ api, members: 1, seconds: 1, ...SIZE });
    if (lone.accepted > 0) break;
  }
  const recoverySeconds = (performance.now() - endedAt) / 1_000;
  return { peak, overload, recoverySeconds, largestMiB: memory.stop().largestMiB };
}

function figuresOf(row: string, rounds: readonly Round[]): Figure[] {
  const figure = (name: string, unit: string, of: (round: Round) => number) => ({
    ...{ row, name, unit, values: rounds.map(of) },
  });
  const rate = ({ accepted, seconds }: BatchAccount) => accepted / seconds;
  return [
    figure('peak', '/s', ({ peak }) => rate(peak)),
    figure('goodput', '/s', ({ overload }) => rate(overload)),
    figure(OVERLOAD.goodput, '×', ({ peak, overload }) => rate(overload) / rate(peak)),
    figure('batches refused', '', ({ overload }) => overload.refused),
    figure('batches without an answer', '', ({ overload }) => overload.broken),
    figure(OVERLOAD.refusal, 'ms', ({ overload }) => overload.slowestRefusalMs),
    figure(OVERLOAD.memory, 'MiB', ({ largestMiB }) => largestMiB),
    figure(OVERLOAD.recovery, 's', ({ recoverySeconds }) => recoverySeconds),
  ];
}
