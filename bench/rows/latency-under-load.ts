import { setTimeout as sleep } from 'node:timers/promises';
import { LATENCY, LOST, type Figure } from '../report/figure.js';
import { percentileOf } from '../report/spread.js';
import type { SystemName } from '../systems/system.js';
import { TIMED_HOST, TIMED_RECIPIENT } from '../tools/letters.js';
import { sendAtPace, type Passage } from '../tools/paced-source.js';
import { TimedSink } from '../tools/timed-sink.js';
import { workNamed } from '../works.js';
import type { Measured, Row, Scene } from './row.js';
import { runningPosthouse } from './running-posthouse.js';

const WORK = workNamed('10k-50-signed');
const SHARE_OF_PEAK = 0.7;
const FIRST_COUNT = 200;
const WARM_UP_SECONDS = 2;
/** What has not arrived so long after the last was accepted is lost. */
const PATIENCE_MS = 15_000;

interface Round {
  readonly perSecond: number;
  /** From the 250 until it has arrived, of each. */
  readonly deliveryMs: readonly number[];
  /** From when it was due until the 250. */
  readonly acceptanceMs: readonly number[];
  readonly lost: number;
  readonly doubled: number;
}

/** How long after their 250 messages arrive at 70 % of the rate that was just measured. */
export class LatencyUnderLoad implements Row {
  readonly name = 'latency-70';
  readonly works = [WORK];

  systemsFor(): readonly SystemName[] {
    return ['posthouse'];
  }

  async measure(scene: Scene): Promise<Measured> {
    const rounds: Round[] = [];
    let peak = await this.peakOf(scene, FIRST_COUNT);
    peak = await this.peakOf(scene, Math.ceil(peak * WARM_UP_SECONDS));
    while (rounds.length < scene.rounds && peak > 0) {
      peak = await this.peakOf(scene, Math.ceil(peak * scene.seconds));
      if (peak > 0) rounds.push(await this.below(peak * SHARE_OF_PEAK, scene));
    }
    return { cells: [], figures: rounds.length === 0 ? [] : this.figuresOf(rounds) };
  }

  /** End to end, messages per second; 0 when the system was given up. */
  private async peakOf({ contestants }: Scene, count: number): Promise<number> {
    return (await contestants.takeTurn('posthouse', WORK, count))?.e2ePerSecond ?? 0;
  }

  private async below(perSecond: number, scene: Scene): Promise<Round> {
    const { port, timedPort } = runningPosthouse(scene);
    const sink = await TimedSink.start(TIMED_HOST, timedPort);
    try {
      const count = Math.ceil(perSecond * scene.seconds);
      const passages = await sendAtPace({
        port,
        work: WORK,
        perSecond,
        count,
        to: TIMED_RECIPIENT,
      });
      for (let waited = 0; sink.received < count && waited < PATIENCE_MS; waited += 100) {
        await sleep(100);
      }
      return roundOf(perSecond, passages, sink);
    } finally {
      await sink.stop();
    }
  }

  private figuresOf(rounds: readonly Round[]): Figure[] {
    const figure = (name: string, unit: string, of: (round: Round) => number) => ({
      ...{ row: this.name, name, unit, values: rounds.map(of) },
    });
    const percentile = (name: string, of: (round: Round) => readonly number[], share: number) =>
      figure(name, 'ms', (round) => percentileOf(of(round), share));
    const delivery = ({ deliveryMs }: Round) => deliveryMs;
    return [
      figure('sent', '/s', ({ perSecond }) => perSecond),
      percentile(LATENCY.p50, delivery, 0.5),
      percentile(LATENCY.p99, delivery, 0.99),
      percentile('accepted → arrived, longest', delivery, 1),
      percentile('due → accepted, p99', ({ acceptanceMs }) => acceptanceMs, 0.99),
      figure(LOST, '', ({ lost }) => lost),
      figure('messages doubled', '', ({ doubled }) => doubled),
    ];
  }
}

function roundOf(perSecond: number, passages: readonly Passage[], sink: TimedSink): Round {
  const deliveryMs = passages.flatMap(({ number, acceptedAt }) => {
    const arrivedAt = sink.arrivalOf(number);
    return arrivedAt === null ? [] : [arrivedAt - acceptedAt];
  });
  return {
    perSecond,
    deliveryMs,
    acceptanceMs: passages.map(({ dueAt, acceptedAt }) => acceptedAt - dueAt),
    lost: passages.length - deliveryMs.length,
    doubled: sink.doubles,
  };
}
