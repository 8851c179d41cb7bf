import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { overOneConnection } from '../../platform/database/one-connection.js';
import { KeptProcess } from '../processes/kept-process.js';
import type { RunFolder } from '../processes/run-folder.js';
import { requireBinary } from './find-binary.js';
import { tieToOurLife } from './lifeline.js';
import {
  createMariadbFiles,
  isRoot,
  makeTemporaryFolder,
  readOrMakePassword,
} from './mariadb-files.js';
import { ServiceFailed, untilItAnswers, type PrivateService } from './private-service.js';
import { socketPath } from './socket-path.js';
import { clearStaleService } from './stale-service.js';

const STOP_TIMEOUT_MS = 60_000;
const USER = 'posthouse';
const DATABASE = 'posthouse';

/** What keeps the promise "250 means committed", and what the platform's sessions expect. */
const SETTINGS: Readonly<Record<string, string>> = {
  'innodb-flush-log-at-trx-commit': '1',
  'innodb-doublewrite': 'ON',
  'transaction-isolation': 'READ-COMMITTED',
  'character-set-server': 'utf8mb4',
  'collation-server': 'utf8mb4_unicode_ci',
  'sql-mode':
    'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION',
  'default-time-zone': '+00:00',
  'default-storage-engine': 'InnoDB',
  'max-allowed-packet': '1G', // only a bound: buffers grow as messages need them
  'max-connections': '500',
  'innodb-buffer-pool-size': '256M',
  'innodb-log-file-size': '256M',
  'performance-schema': 'OFF',
  'local-infile': 'OFF',
};

/** Our own MariaDB: no network, one unix socket, a random password in a 0600 file. */
export class PrivateMariadb implements PrivateService {
  private readonly kept: KeptProcess;
  private readonly home: string;
  private readonly socket: string;
  private program = '';
  private password = '';

  constructor(
    private readonly dataDir: string,
    private readonly run: RunFolder,
    private readonly log: Logger,
  ) {
    this.home = join(dataDir, 'mariadb');
    this.socket = socketPath(this.home, 'mysqld.sock');
    this.kept = new KeptProcess({
      name: 'mariadb',
      log,
      run,
      spawn: () => this.spawn(),
      whenReady: (child) => untilItAnswers(child, () => this.ask()),
    });
  }

  get url(): string {
    const password = this.password || readOrMakePassword(this.home);
    return `mysql://${USER}:${password}@localhost/${DATABASE}?socketPath=${encodeURIComponent(this.socket)}`;
  }

  get pid(): number | null {
    return this.kept.pid;
  }

  async start(): Promise<void> {
    this.program = await requireBinary(['mariadbd', 'mysqld']);
    await clearStaleService(this.run, 'mariadb', this.log);
    mkdirSync(this.home, { recursive: true, mode: 0o700 });
    mkdirSync(join(this.dataDir, 'logs'), { recursive: true, mode: 0o700 });
    this.password = readOrMakePassword(this.home);
    if (!existsSync(join(this.home, 'data'))) {
      this.log.info('making the files of the private MariaDB');
      await createMariadbFiles(this.home);
    }
    await this.kept.start().catch((error: unknown) => {
      throw new ServiceFailed(`the private MariaDB did not start, see ${this.logFile}`, {
        cause: error,
      });
    });
  }

  async stop(): Promise<void> {
    await this.kept.stop('SIGTERM', STOP_TIMEOUT_MS);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  kill(signal: NodeJS.Signals): void {
    this.kept.kill(signal);
  }

  private get logFile(): string {
    return join(this.dataDir, 'logs', 'mariadb.log');
  }

  private spawn() {
    const options = [
      '--no-defaults',
      ...(isRoot() ? [`--user=${userInfo().username}`] : []),
      `--datadir=${join(this.home, 'data')}`,
      `--tmpdir=${makeTemporaryFolder(this.home)}`,
      `--socket=${this.socket}`,
      `--pid-file=${join(this.home, 'mysqld.pid')}`,
      `--log-error=${this.logFile}`,
      `--init-file=${this.writeInitFile()}`,
      '--skip-networking',
      '--skip-log-bin',
      '--skip-name-resolve',
      ...Object.entries(SETTINGS).map(([name, value]) => `--${name}=${value}`),
    ];
    const child = spawn(this.program, options, { stdio: 'ignore', detached: true });
    tieToOurLife(child, this.socket);
    return child;
  }

  /** Run at every start, so that a lost password file heals itself. */
  private writeInitFile(): string {
    const path = join(this.home, 'init.sql');
    const statements = [
      `CREATE DATABASE IF NOT EXISTS ${DATABASE};`,
      `CREATE USER IF NOT EXISTS '${USER}'@'localhost';`,
      `ALTER USER '${USER}'@'localhost' IDENTIFIED BY '${this.password}';`,
      `GRANT ALL PRIVILEGES ON *.* TO '${USER}'@'localhost' WITH GRANT OPTION;`,
    ];
    writeFileSync(path, `${statements.join('\n')}\n`, { mode: 0o600 });
    return path;
  }

  private async ask(): Promise<void> {
    const { socket: socketPath, password } = this;
    const login = { socketPath, user: USER, password, database: DATABASE };
    await overOneConnection({ ...login, connectTimeout: 1_000 }, (connection) =>
      connection.query('SELECT 1'),
    );
  }
}
