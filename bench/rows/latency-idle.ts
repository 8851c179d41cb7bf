import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from '../bench-error.js';
import { LATENCY, type Figure } from '../report/figure.js';
import { percentileOf } from '../report/spread.js';
import type { SystemName } from '../systems/system.js';
import { numberedLetters, TIMED_HOST, TIMED_RECIPIENT } from '../tools/letters.js';
import { SmtpSession } from '../tools/smtp-session.js';
import { TimedSink } from '../tools/timed-sink.js';
import { workNamed } from '../works.js';
import type { Measured, Row, Scene } from './row.js';
import { runningPosthouse } from './running-posthouse.js';

const WARM_UP = 20;
const MESSAGES = 200;
/** Between one message and the next everything comes to rest. */
const PAUSE_MS = 25;
const PATIENCE_MS = 10_000;
const WORK = workNamed('10k-1-signed');

/** How long after its 250 a message arrives, when it is the only one. */
export class LatencyIdle implements Row {
  readonly name = 'latency-idle';
  readonly works = [WORK];

  systemsFor(): readonly SystemName[] {
    return ['posthouse'];
  }

  async measure(scene: Scene): Promise<Measured> {
    const { port, timedPort } = runningPosthouse(scene);
    const sink = await TimedSink.start(TIMED_HOST, timedPort);
    try {
      const session = await SmtpSession.open(port);
      const clock = new OneByOne(session, sink);
      await clock.waits(WARM_UP);
      const rounds: number[][] = [];
      for (let round = 0; round < scene.rounds; round += 1)
        rounds.push(await clock.waits(MESSAGES));
      session.close();
      return { cells: [], figures: this.figuresOf(rounds) };
    } finally {
      await sink.stop();
    }
  }

  private figuresOf(rounds: readonly (readonly number[])[]): Figure[] {
    const figure = (name: string, share: number) => ({
      ...{ row: this.name, name, unit: 'ms' },
      values: rounds.map((waits) => percentileOf(waits, share)),
    });
    return [figure(LATENCY.p50, 0.5), figure(LATENCY.p99, 0.99)];
  }
}

class OneByOne {
  private sent = 0;
  private readonly letters = numberedLetters(WORK);

  constructor(
    private readonly session: SmtpSession,
    private readonly sink: TimedSink,
  ) {}

  async waits(count: number): Promise<number[]> {
    const waits: number[] = [];
    for (let index = 0; index < count; index += 1) {
      waits.push(await this.wait());
      await sleep(PAUSE_MS);
    }
    return waits;
  }

  private async wait(): Promise<number> {
    this.sent += 1;
    const { from, content } = this.letters;
    const acceptedAt = await this.session.send(from, TIMED_RECIPIENT, content(this.sent));
    const arrivedAt = await Promise.race([
      this.sink.arrival(this.sent),
      sleep(PATIENCE_MS, null, { ref: false }),
    ]);
    if (arrivedAt === null) throw new BenchError(`a message did not arrive in ${PATIENCE_MS} ms`);
    return arrivedAt - acceptedAt;
  }
}
