import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from '../bench-error.js';
import { usageOf } from '../machine/processes.js';
import { FAN_OUT, type Figure } from '../report/figure.js';
import type { SystemName } from '../systems/system.js';
import { EventReader } from '../tools/event-reader.js';
import { RECIPIENT } from '../tools/letters.js';
import { sendAtPace } from '../tools/paced-source.js';
import { workNamed } from '../works.js';
import type { Measured, Row, Scene } from './row.js';
import { runningPosthouse } from './running-posthouse.js';

const SUBSCRIBERS = 1_000;
/** A key may have that many sockets. */
const READERS_PER_KEY = 20;
/** Each is accepted and delivered, which are two events. */
const EVENTS_PER_MESSAGE = 2;
const FIRST_PER_SECOND = 4;
/** Of what it could take, as far as the last turn tells: who is overloaded tells nobody anything. */
const LOAD = 0.8;
const WARM_UPS = 2;
const WARM_UP_SECONDS = 3;
const POLL_MS = 20;
const PATIENCE = 6;
const PATIENCE_MS = 30_000;
const WORK = workNamed('1k-10-unsigned');
const QUERY = `subscription Bench($serverId: ID!, $after: Cursor) {
  deliveryEvents(serverId: $serverId, after: $after) {
    id cursor kind at recipient code enhancedCode reply
  }
}`;

interface Round {
  readonly deliveries: number;
  readonly cpuSeconds: number;
  readonly seconds: number;
}

/** What it takes an API process to tell 1,000 subscribers of one mail server everything that happens there. */
export class FanOut implements Row {
  readonly name = 'fan-out';
  readonly works = [WORK];

  systemsFor(): readonly SystemName[] {
    return ['posthouse'];
  }

  async measure(scene: Scene): Promise<Measured> {
    const readers = await this.subscribe(scene);
    try {
      let perSecond = FIRST_PER_SECOND;
      const rounds: Round[] = [];
      for (let round = -WARM_UPS; round < scene.rounds; round += 1) {
        const seconds = round < 0 ? WARM_UP_SECONDS : scene.seconds;
        const done = await this.tellAll(scene, readers, { perSecond, seconds });
        perSecond = Math.ceil((LOAD * rateOf(done)) / SUBSCRIBERS / EVENTS_PER_MESSAGE);
        if (round >= 0) rounds.push(done);
      }
      return { cells: [], figures: this.figuresOf(rounds) };
    } finally {
      for (const reader of readers) reader.close();
    }
  }

  /** Everyone begins behind the same event, so that all have to hear the same number. */
  private async subscribe(scene: Scene): Promise<EventReader[]> {
    const { api } = runningPosthouse(scene);
    const after = await api.eventCursor();
    const variables = { serverId: api.mailServerId, after };
    const readers: EventReader[] = [];
    while (readers.length < SUBSCRIBERS) {
      const apiKey = await api.makeApiKey();
      const news = Array.from({ length: READERS_PER_KEY }, () =>
        EventReader.start({ endpoint: api.endpoint, apiKey, query: QUERY, variables }),
      );
      readers.push(...(await Promise.all(news)));
    }
    return readers;
  }

  private async tellAll(
    scene: Scene,
    readers: readonly EventReader[],
    { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  ): Promise<Round> {
    const { port, apiPid } = runningPosthouse(scene);
    const count = perSecond * seconds;
    const heardBefore = readers[0]?.heard ?? 0;
    const before = { at: performance.now(), cpu: usageOf([apiPid]).cpuSeconds };
    await sendAtPace({ port, work: WORK, perSecond, count, to: RECIPIENT });
    const wanted = heardBefore + count * EVENTS_PER_MESSAGE;
    await allHave(readers, wanted, before.at + seconds * 1_000 * PATIENCE + PATIENCE_MS);
    return {
      deliveries: count * EVENTS_PER_MESSAGE * readers.length,
      cpuSeconds: usageOf([apiPid]).cpuSeconds - before.cpu,
      seconds: (performance.now() - before.at) / 1_000,
    };
  }

  private figuresOf(rounds: readonly Round[]): Figure[] {
    const figure = (name: string, unit: string, of: (round: Round) => number) => ({
      ...{ row: this.name, name, unit, values: rounds.map(of) },
    });
    return [
      figure(FAN_OUT, '/s', rateOf),
      figure('events × subscribers', '/s', ({ deliveries, seconds }) => deliveries / seconds),
      figure('of a core used', '%', ({ cpuSeconds, seconds }) => (100 * cpuSeconds) / seconds),
    ];
  }
}

/** Per second of one core. */
function rateOf({ deliveries, cpuSeconds }: Round): number {
  return deliveries / cpuSeconds;
}

async function allHave(
  readers: readonly EventReader[],
  wanted: number,
  deadline: number,
): Promise<void> {
  for (;;) {
    const failed = readers.find(({ complaint }) => complaint !== null);
    if (failed) throw new BenchError(`a subscriber was told ${failed.complaint}`);
    const excess = readers.find(({ heard }) => heard > wanted);
    if (excess) throw new BenchError(`a subscriber heard ${excess.heard} events of ${wanted}`);
    const behind = readers.filter(({ heard }) => heard < wanted).length;
    if (behind === 0) return;
    if (performance.now() > deadline) {
      throw new BenchError(`${behind} subscribers did not hear everything in time`);
    }
    await sleep(POLL_MS);
  }
}
