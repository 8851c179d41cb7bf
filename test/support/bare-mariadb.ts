import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mariadb';
import { requireBinary } from '../../src/app/services/find-binary.js';
import { createMariadbFiles, makeTemporaryFolder } from '../../src/app/services/mariadb-files.js';
import { eventually } from './eventually.js';

/** A MariaDB as somebody else would set it up: with these options and without any of ours. */
export class BareMariadb {
  private constructor(
    private readonly child: ChildProcess,
    /** Everything of it: its files in `data`, its error log. */
    readonly home: string,
  ) {}

  static async start(options: readonly string[]): Promise<BareMariadb> {
    const home = mkdtempSync(join(tmpdir(), 'posthouse-bare-'));
    await createMariadbFiles(home);
    const child = spawn(
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
        ...options,
      ],
      { stdio: 'ignore' },
    );
    const mariadb = new BareMariadb(child, home);
    try {
      await eventually(
        () => mariadb.query('CREATE DATABASE IF NOT EXISTS bare').catch(() => null),
        (answer) => answer !== null,
        60_000,
      );
      return mariadb;
    } catch (error) {
      await mariadb.stop();
      throw error;
    }
  }

  get url(): string {
    return `mysql://root@localhost/bare?socketPath=${encodeURIComponent(join(this.home, 'mysqld.sock'))}`;
  }

  async query<T = unknown>(statement: string): Promise<T> {
    const socketPath = join(this.home, 'mysqld.sock');
    const connection = await createConnection({ socketPath, user: 'root' });
    try {
      return await connection.query<T>(statement);
    } finally {
      await connection.end();
    }
  }

  /** Ends it in good order: everything is in its files. */
  async shutDown(): Promise<void> {
    const ended = once(this.child, 'exit');
    await this.query('SHUTDOWN');
    await ended;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGKILL'); // nothing in it is worth a clean end
      await once(this.child, 'exit');
    }
    rmSync(this.home, { recursive: true, force: true });
  }
}
