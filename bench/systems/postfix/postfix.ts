import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireBinary } from '../../../src/app/services/find-binary.js';
import { isRoot } from '../../../src/app/services/mariadb-files.js';
import { BenchError } from '../../bench-error.js';
import { plainEnvironment, Program } from '../../machine/program.js';
import { speaksSmtp } from '../../machine/speaks-smtp.js';
import type { System } from '../system.js';
import { writePostfixFiles } from './postfix-files.js';

export interface PostfixOptions {
  readonly folder: string;
  readonly port: number;
  readonly sinkPort: number;
}

const START_MS = 30_000;
const STOP_MS = 10_000;
const run = promisify(execFile);

/** An instance of Postfix with configuration, queue and processes of its own; the system's is never touched. */
export class Postfix implements System {
  readonly name = 'postfix';
  private master: Program | null = null;

  constructor(
    private readonly options: PostfixOptions,
    private readonly milter: string | null = null,
  ) {}

  get port(): number {
    return this.options.port;
  }

  get roots(): readonly number[] {
    return this.master ? [this.master.pid] : [];
  }

  async start(): Promise<void> {
    if (!isRoot()) throw new BenchError('Postfix runs only when root starts it');
    const { folder, port, sinkPort } = this.options;
    const config = join(folder, 'config');
    writePostfixFiles(folder, { config, port, sinkPort, milter: this.milter });
    const environment = plainEnvironment();
    await run(await requireBinary(['postfix']), ['-c', config, 'check'], { env: environment });
    const postconf = await requireBinary(['postconf']);
    const { stdout } = await run(postconf, ['-c', config, '-h', 'daemon_directory'], {
      env: environment,
    });
    this.master = await Program.start({
      command: join(stdout.trim(), 'master'),
      args: ['-c', config, '-s'],
      logFile: join(folder, 'master.log'),
      mark: config,
    });
    await this.master.until(() => speaksSmtp(port), START_MS);
  }

  signaturesOf(): number {
    return 0;
  }

  async stop(): Promise<void> {
    await this.master?.stop(STOP_MS);
  }
}
