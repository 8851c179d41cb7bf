import { BenchError } from '../bench-error.js';
import type { System, SystemName } from '../systems/system.js';
import { writeLetter } from '../tools/letters.js';
import { Sink } from '../tools/sink.js';
import { sendAll } from '../tools/source.js';
import type { Work } from '../works.js';
import { takeTurn, type Sample } from './run.js';
import { checkSignatures } from './signature-check.js';

export interface Contestant {
  readonly system: System;
  readonly sinkPort: number;
}

export interface ContestantsOptions {
  readonly folder: string;
  readonly works: readonly Work[];
  readonly seconds: number;
  readonly tell: (line: string) => void;
}

/** No turn is longer than this many times what it should take, plus a while. */
const PATIENCE = 6;
const PATIENCE_MS = 30_000;
/** A bound for whatever a system's speed seems to be. */
const MOST_MESSAGES = 500_000;

/** The running systems, each with a sink of its own. One that fails is given up; the others go on. */
export class Contestants {
  private readonly running = new Map<SystemName, { system: System; sink: Sink }>();
  private readonly started: System[] = [];
  private readonly stopping = new AbortController();
  /** Why systems were given up. */
  readonly failures: string[] = [];

  constructor(private readonly options: ContestantsOptions) {}

  /** Starts them one after the other and looks at a message of each. */
  async start(contestants: readonly Contestant[]): Promise<void> {
    for (const { system, sinkPort } of contestants) {
      await this.orGiveUp(system.name, 'start', async () => {
        await this.startOne({ system, sinkPort });
      });
    }
  }

  /** Null when it failed with something to tell, which then counts as a failure of the bench. */
  async orFail<T>(what: string, work: () => Promise<T>): Promise<T | null> {
    if (this.isStopping()) return null;
    try {
      return await work();
    } catch (error) {
      if (this.isStopping()) return null;
      if (!(error instanceof BenchError)) throw error;
      const failure = `${what}: ${error.message}`;
      this.failures.push(failure);
      this.options.tell(failure);
      return null;
    }
  }

  /** Null when the system was given up, before or now. */
  takeTurn(name: SystemName, work: Work, wanted: number): Promise<Sample | null> {
    const letter = writeLetter(this.options.folder, work);
    const count = Math.min(wanted, MOST_MESSAGES);
    return this.takeTurnWith(name, work.name, count, ({ port }, timeoutMs) =>
      sendAll({ work, letter, count, port, timeoutMs, signal: this.stopping.signal }),
    );
  }

  /** The same with `count` messages that come in another way. */
  async takeTurnWith(
    name: SystemName,
    what: string,
    count: number,
    send: (system: System, timeoutMs: number) => Promise<number>,
  ): Promise<Sample | null> {
    const contestant = this.running.get(name);
    if (!contestant) return null;
    const timeoutMs = this.options.seconds * 1_000 * PATIENCE + PATIENCE_MS;
    return this.orGiveUp(name, what, async () => {
      const sample = await takeTurn({
        ...{ ...contestant, count, timeoutMs },
        send: () => send(contestant.system, timeoutMs),
      });
      const rates = `${sample.e2ePerSecond.toFixed(0)}/s, accepted ${sample.acceptPerSecond.toFixed(0)}/s`;
      this.options.tell(`${what}  ${name}  ${count} messages, ${rates}`);
      return sample;
    });
  }

  /** Fails when it was given up. */
  require(name: SystemName): System {
    const contestant = this.running.get(name);
    if (!contestant) throw new BenchError(`${name} is not running`);
    return contestant.system;
  }

  /** Aborted when all of them are told to stop. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** Also in the middle of a start or a turn, which then ends without a result. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const sinks = [...this.running.values()].map(({ sink }) => sink);
    await Promise.all(this.started.map((system) => system.stop()));
    await Promise.all(sinks.map((sink) => sink.stop()));
  }

  private async startOne({ system, sinkPort }: Contestant): Promise<void> {
    const { folder, works, tell } = this.options;
    if (system.name !== 'direct') tell(`starting ${system.name}`);
    this.started.push(system);
    await system.start();
    if (system.name !== 'direct') {
      const { signal } = this.stopping;
      const probes = works.map((work) => ({
        ...{ system, work, signal },
        letter: writeLetter(folder, work),
      }));
      await checkSignatures(sinkPort, probes);
    }
    this.running.set(system.name, { system, sink: await Sink.start(folder, sinkPort) });
  }

  private async orGiveUp<T>(
    name: SystemName,
    where: string,
    work: () => Promise<T>,
  ): Promise<T | null> {
    const result = await this.orFail(`${name} was given up (${where})`, work);
    if (result === null) this.running.delete(name);
    return result;
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }
}
