import { join } from 'node:path';
import { Program } from '../../machine/program.js';
import { speaksSmtp } from '../../machine/speaks-smtp.js';
import type { System } from '../system.js';
import { writeHarakaFiles } from './haraka-files.js';
import { ensureHaraka } from './install.js';

export interface HarakaOptions {
  readonly folder: string;
  /** Where its packages stay from one bench to the next. */
  readonly cache: string;
  readonly port: number;
  readonly sinkPort: number;
}

const START_MS = 30_000;
const STOP_MS = 35_000;

/** Haraka with its disk queue, on the same Node as Posthouse. */
export class Haraka implements System {
  readonly name = 'haraka';
  private program: Program | null = null;

  constructor(private readonly options: HarakaOptions) {}

  get port(): number {
    return this.options.port;
  }

  get roots(): readonly number[] {
    return this.program ? [this.program.pid] : [];
  }

  async start(): Promise<void> {
    const { folder, cache, port, sinkPort } = this.options;
    const home = await ensureHaraka(cache);
    writeHarakaFiles(folder, { home, port, sinkPort });
    this.program = await Program.start({
      command: process.execPath,
      args: [join(home, 'bin', 'haraka'), '-c', folder],
      logFile: join(folder, 'haraka.log'),
      folder,
      mark: folder,
    });
    await this.program.until(() => speaksSmtp(port), START_MS);
  }

  signaturesOf(): number {
    return 0;
  }

  async stop(): Promise<void> {
    await this.program?.stop(STOP_MS);
  }
}
