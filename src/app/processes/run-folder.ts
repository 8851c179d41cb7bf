import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isAlive, type ProcessMark } from './process-identity.js';

/** One process that works on a data folder, and the process that started it. */
export interface RunRecord extends ProcessMark {
  readonly name: string;
  readonly owner: ProcessMark;
}

/**
 * Which processes work on a data folder. It outlives a killed supervisor, so that the next one finds
 * what was left behind instead of fighting over the files.
 */
export class RunFolder {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'run');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  record(name: string, pid: number): void {
    const identity = identityOf(pid);
    if (identity === null) return; // it has ended already
    this.write({ name, pid, identity, owner: myself() }, 'w');
  }

  /** Records this process under a name that only one may have: the one that has it already, or null. */
  claim(name: string): RunRecord | null {
    const other = this.find(name); // removes the record of a dead one
    if (other) return other;
    try {
      this.write({ name, ...myself(), owner: myself() }, 'wx');
      return null;
    } catch (error) {
      const rival = this.find(name); // two started at the same moment
      if (rival) return rival;
      throw error;
    }
  }

  forget(name: string): void {
    rmSync(this.path(name), { force: true });
  }

  /** The recorded process if it still lives. */
  find(name: string): RunRecord | null {
    return this.living().find((record) => record.name === name) ?? null;
  }

  /** Those that still live; records of others are removed. */
  living(): RunRecord[] {
    const names = readdirSync(this.folder).filter((file) => file.endsWith('.json'));
    return names.flatMap((file) => {
      const record = readRecord(join(this.folder, file));
      if (record !== null && isAlive(record)) return [record];
      rmSync(join(this.folder, file), { force: true });
      return [];
    });
  }

  private write(record: RunRecord, flag: 'w' | 'wx'): void {
    writeFileSync(this.path(record.name), JSON.stringify(record), { flag, mode: 0o600 });
  }

  private path(name: string): string {
    return join(this.folder, `${name}.json`);
  }
}

function myself(): ProcessMark {
  return { pid: process.pid, identity: identityOf(process.pid) ?? '' };
}

function readRecord(path: string): RunRecord | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RunRecord; // written by `record` above
  } catch {
    return null; // half written by a process that was killed
  }
}
