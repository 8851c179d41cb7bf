import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunningPosthouse, type RunningOptions } from '../support/running-posthouse.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/**
 * The ground of an installation that is started and stopped several times: a data folder and, so that
 * starting is quick, a schema of its own on the MariaDB and Redis of the test run.
 */
export class House {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'posthouse-house-'));
  private readonly started: RunningPosthouse[] = [];

  private constructor(readonly database: TestDatabase) {}

  static async build(): Promise<House> {
    return new House(await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? ''));
  }

  /** The given services, as an environment. */
  get services(): Record<string, string> {
    return {
      POSTHOUSE_DATABASE_URL: this.database.url,
      POSTHOUSE_REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
      POSTHOUSE_REDIS_PREFIX: this.database.name.replaceAll('_', '-').slice(0, 32),
    };
  }

  async start(options: RunningOptions = {}): Promise<RunningPosthouse> {
    const running = this.spawn(options);
    await running.says('Posthouse is ready.');
    return running;
  }

  /** Without waiting. */
  spawn({ settings, ...options }: RunningOptions = {}): RunningPosthouse {
    const running = RunningPosthouse.spawn({
      dataDir: this.dataDir,
      ...options,
      settings: { ...this.services, ...settings },
    });
    this.started.push(running);
    return running;
  }

  /** A command that ends by itself: its exit status and what it said. */
  async run(...command: string[]): Promise<{ status: number | null; text: string }> {
    const running = this.spawn({ command });
    return { status: await running.ended(), text: running.text };
  }

  /** Stops what still runs, and leaves nothing. */
  async tearDown(): Promise<void> {
    await Promise.all(this.started.map((running) => running.stop()));
    rmSync(this.dataDir, { recursive: true, force: true });
    await this.database.drop();
  }
}
