import type { Cell } from '../report/cell.js';
import { NODE_RSS, ratioName, type Figure } from '../report/figure.js';
import { ratiosIn } from '../report/ratios.js';
import { systemsFor, type SystemName } from '../systems/system.js';
import type { Work } from '../works.js';
import type { Measured, Row, Scene } from './row.js';
import { FIRST_COUNT, WARM_UP_SECONDS } from './warm-up.js';

/** The tools are quick to show whether the machine has changed. */
const DIRECT_SECONDS = 2;

/** One work, with the systems taking turns: A B C, C B A, A B C. */
export class MailLoad implements Row {
  readonly name: string;
  readonly works: readonly Work[];

  constructor(private readonly work: Work) {
    this.name = work.name;
    this.works = [work];
  }

  systemsFor(asked: readonly SystemName[] | null): readonly SystemName[] {
    return systemsFor(this.work, asked);
  }

  async measure(scene: Scene): Promise<Measured> {
    const names = this.systemsFor(scene.systems);
    const speeds = new Map<SystemName, number>();
    for (const name of names) speeds.set(name, await this.warmUp(name, scene));
    const cells = names.map((system) => ({
      work: this.name,
      system,
      samples: [] as Cell['samples'][number][],
    }));
    for (let round = 0; round < scene.rounds; round += 1) {
      for (const { system, samples } of round % 2 === 0 ? cells : cells.toReversed()) {
        const sample = await this.takeTurn(system, speeds.get(system) ?? 0, scene);
        if (sample) speeds.set(system, sample.e2ePerSecond);
        samples.push(sample);
      }
    }
    return { cells, figures: figuresOf(cells) };
  }

  private takeTurn(name: SystemName, perSecond: number, { contestants, seconds }: Scene) {
    const own = name === 'direct' ? Math.min(DIRECT_SECONDS, seconds) : seconds;
    return contestants.takeTurn(name, this.work, Math.ceil(perSecond * own));
  }

  /** Messages per second, once it runs warm. */
  private async warmUp(name: SystemName, { contestants }: Scene): Promise<number> {
    const first = await contestants.takeTurn(name, this.work, FIRST_COUNT);
    if (!first) return 0;
    const count = Math.ceil(first.e2ePerSecond * WARM_UP_SECONDS);
    const warm = await contestants.takeTurn(name, this.work, count);
    return warm?.e2ePerSecond ?? 0;
  }
}

function figuresOf(cells: readonly Cell[]): Figure[] {
  const ratios = ratiosIn(cells).map(({ work, over, values }) => ({
    ...{ row: work, name: ratioName(over), unit: '×', values },
  }));
  return [...ratios, ...memoryIn(cells)].filter(({ values }) => values.length > 0);
}

function memoryIn(cells: readonly Cell[]): Figure[] {
  return cells.flatMap(({ work: row, samples }) => {
    const memories = samples.flatMap((sample) => sample?.nodeMemory ?? []);
    const [rss, pss] = [memories.map(({ rssMiB }) => rssMiB), memories.map(({ pssMiB }) => pssMiB)];
    return [
      { row, name: NODE_RSS, unit: 'MiB', values: rss },
      { row, name: 'the same, what they share counted once (PSS)', unit: 'MiB', values: pss },
    ];
  });
}
