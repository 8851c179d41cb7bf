import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { overOneConnection } from '../../src/platform/database/one-connection.js';
import { requireBinary } from '../../src/app/services/find-binary.js';
import { createMariadbFiles, makeTemporaryFolder } from '../../src/app/services/mariadb-files.js';
import { eventually } from './eventually.js';

/** A MariaDB as somebody else would set it up: with these options and without any of ours. */
export class BareMariadb {
  private child: ChildProcess | null = null;

  private constructor(
    /** Everything of it: its files in `data`, its error log. */
    readonly home: string,
    private readonly options: readonly string[],
  ) {}

  static async start(options: readonly string[]): Promise<BareMariadb> {
    const home = mkdtempSync(join(tmpdir(), 'posthouse-bare-'));
    await createMariadbFiles(home);
    const mariadb = new BareMariadb(home, options);
    try {
      await mariadb.startAgain();
      return mariadb;
    } catch (error) {
      await mariadb.stop();
      throw error;
    }
  }

  /** After `kill`, on the same files. Resolves when it answers. */
  async startAgain(): Promise<void> {
    const { home } = this;
    this.child = spawn(
      await requireBinary(['mariadbd', 'mysqld']),
      [
        '--no-defaults',
        `--user=${userInfo().username}`,
        `--datadir=${join(home, 'data')}`,
        `--tmpdir=${makeTemporaryFolder(home)}`,
        `--socket=${join(home, 'mysqld.sock')}`,
        `--log-error=${join(home, 'mariadb.log')}`,
        '--skip-networking',
        '--skip-grant-tables',
        ...this.options,
      ],
      { stdio: 'ignore' },
    );
    await eventually(
      () => this.query('CREATE DATABASE IF NOT EXISTS bare').catch(() => null),
      (answer) => answer !== null,
      60_000,
    );
  }

  get url(): string {
    return `mysql://root@localhost/bare?socketPath=${encodeURIComponent(join(this.home, 'mysqld.sock'))}`;
  }

  async query<T = unknown>(statement: string): Promise<T> {
    const socketPath = join(this.home, 'mysqld.sock');
    return overOneConnection({ socketPath, user: 'root' }, (connection) =>
      connection.query<T>(statement),
    );
  }

  /** SIGKILL, and the end of it. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Ends it in good order: everything is in its files. */
  async shutDown(): Promise<void> {
    const ended = this.child ? once(this.child, 'exit') : null;
    await this.query('SHUTDOWN');
    await ended;
  }

  /** Nothing in it is worth a clean end. */
  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.home, { recursive: true, force: true });
  }
}
