import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeGlobalId } from '../../src/api/global-ids.js';
import type { Sql } from '../../src/platform/database/sql.js';
import { BenchError } from '../bench-error.js';
import { freePort } from '../machine/free-port.js';
import { Contestants } from '../runs/contestants.js';
import type { Sample } from '../runs/run.js';
import { overDatabase } from '../systems/posthouse/own-database.js';
import { Posthouse } from '../systems/posthouse/posthouse.js';
import type { Work } from '../works.js';
import type { Scene } from './row.js';
import { FIRST_COUNT, WARM_UP_SECONDS } from './warm-up.js';

interface OwnOptions {
  /** What tells it from the others of the row. */
  readonly name: string;
  readonly works: readonly Work[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** A Posthouse that belongs to one row, which may fill its tables; the same bench, with nothing of other rows. */
export class OwnPosthouse {
  private constructor(
    private readonly contestants: Contestants,
    readonly posthouse: Posthouse,
  ) {}

  static async start(scene: Scene, { name, works, settings }: OwnOptions): Promise<OwnPosthouse> {
    const { workshop, seconds } = scene;
    const folder = join(workshop.folder, name);
    mkdirSync(folder, { recursive: true });
    const tell = (line: string) => workshop.tell(`${name}: ${line}`);
    const sinkPort = await freePort();
    const places = { ...workshop, folder, tell, sinkPort, port: await freePort() };
    const posthouse = new Posthouse('posthouse', { ...places, settings });
    const contestants = new Contestants({ folder, works, seconds, tell });
    const own = new OwnPosthouse(contestants, posthouse);
    scene.contestants.signal.addEventListener('abort', () => void own.stop());
    await contestants.start([{ system: posthouse, sinkPort }]);
    own.requireNoFailure();
    return own;
  }

  /** Its only mail server. */
  get serverId(): bigint {
    return BigInt(decodeGlobalId(this.posthouse.api.mailServerId).id);
  }

  database<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return overDatabase(this.posthouse.databaseUrl, work);
  }

  /** End to end, messages per second, once it runs warm. */
  async warmUp(work: Work): Promise<number> {
    const first = await this.takeTurn(work, FIRST_COUNT);
    const warm = await this.takeTurn(work, Math.ceil(first.e2ePerSecond * WARM_UP_SECONDS));
    return warm.e2ePerSecond;
  }

  async takeTurn(work: Work, count: number): Promise<Sample> {
    const sample = await this.contestants.takeTurn('posthouse', work, count);
    this.requireNoFailure();
    if (!sample) throw new BenchError('told to stop');
    return sample;
  }

  stop(): Promise<void> {
    return this.contestants.stop();
  }

  private requireNoFailure(): void {
    const { failures } = this.contestants;
    if (failures.length > 0) throw new BenchError(failures.join('\n'));
  }
}
