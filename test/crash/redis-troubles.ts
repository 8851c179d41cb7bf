import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import type { RunningWorld } from '../support/running-world.js';
import { EndlessMaster } from './endless-master.js';

/** Something that Redis does while it is there all the same. */
export interface Trouble {
  readonly name: string;
  /** What a write hears meanwhile. */
  readonly answer: RegExp;
  /** Resolves to how it is ended. `longestMs` is when it may end by itself. */
  begin(longestMs: number): Promise<() => Promise<void>>;
}

const STORM_PAUSE_MS = 20;
const SILENCE_MS = 300;

/** The troubles of the Redis of a house. DEBUG SLEEP is not allowed in it: a stopped process is the same. */
export class RedisTroubles {
  private constructor(
    private readonly world: RunningWorld,
    private readonly master: EndlessMaster,
  ) {}

  static async prepare(world: RunningWorld): Promise<RedisTroubles> {
    const troubles = new RedisTroubles(world, await EndlessMaster.start());
    await troubles.set('repl-diskless-load swapdb');
    await troubles.set('loading-process-events-interval-bytes 1024');
    return troubles;
  }

  stop(): Promise<void> {
    return this.master.stop();
  }

  readonly all: readonly Trouble[] = [
    { name: 'refuses writes', answer: /^-OOM/, begin: () => this.refuseWrites() },
    { name: 'is a replica', answer: /^-READONLY/, begin: () => this.replicate() },
    { name: 'has lost its master', answer: /^-MASTERDOWN/, begin: () => this.loseMaster() },
    { name: 'is loading', answer: /^-LOADING/, begin: () => this.load() },
    { name: 'stands still', answer: /^$/, begin: () => this.standStill() },
    { name: 'pauses its clients', answer: /^$/, begin: (longestMs) => this.pause(longestMs) },
    { name: 'cuts its clients off', answer: /^(\+OK)?$/, begin: () => this.cutOff() },
  ];

  /** What a write of ours hears; empty when it hears nothing. */
  hears({ answer }: Pick<Trouble, 'answer'>): Promise<string> {
    const isSilent = answer.test('');
    return this.world.redis('SET probe 1', isSilent ? SILENCE_MS : undefined).catch(() => 'away');
  }

  async isOver(): Promise<void> {
    await eventually(
      () => this.hears({ answer: /^\+OK$/ }),
      (heard) => heard === '+OK',
    );
  }

  private async refuseWrites() {
    await this.set('maxmemory 1');
    return () => this.set('maxmemory 0');
  }

  private async replicate() {
    await this.untilOk(`REPLICAOF ${this.master.address}`);
    return () => this.beMaster();
  }

  /** A replica that may be written to says why it cannot, and not that it is one. */
  private async loseMaster() {
    await this.set('replica-read-only no');
    await this.set('replica-serve-stale-data no');
    await this.untilOk(`REPLICAOF ${this.master.address}`);
    return async () => {
      await this.beMaster();
      await this.set('replica-serve-stale-data yes');
      await this.set('replica-read-only yes');
    };
  }

  private async load() {
    this.master.beginsToSend();
    await this.set('replica-read-only no');
    await this.untilOk(`REPLICAOF ${this.master.address}`);
    return async () => {
      await this.beMaster();
      await this.set('replica-read-only yes');
    };
  }

  private standStill() {
    this.world.posthouse.kill('redis', 'SIGSTOP');
    return Promise.resolve(() => Promise.resolve(this.world.posthouse.kill('redis', 'SIGCONT')));
  }

  private async pause(longestMs: number) {
    await this.untilOk(`CLIENT PAUSE ${longestMs} ALL`);
    return () => Promise.resolve();
  }

  /** Again and again, all of them and in no order. */
  private cutOff() {
    let isOver = false;
    const storm = (async () => {
      for (; !isOver; await sleep(STORM_PAUSE_MS)) {
        for (const type of ['normal', 'pubsub']) {
          await this.world.redis(`CLIENT KILL TYPE ${type}`, SILENCE_MS);
        }
      }
    })();
    return Promise.resolve(() => {
      isOver = true;
      return storm;
    });
  }

  private async beMaster(): Promise<void> {
    this.master.breaksOff();
    await this.untilOk('REPLICAOF NO ONE');
  }

  private set(setting: string): Promise<void> {
    return this.untilOk(`CONFIG SET ${setting}`);
  }

  private async untilOk(command: string): Promise<void> {
    await eventually(
      () => this.world.redis(command),
      (heard) => heard.startsWith('+OK'),
    );
  }
}
