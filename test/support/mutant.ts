import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');

/** A change to the shipped code: what to replace in which file of `dist/src`, by its first occurrence. */
export interface Mutation {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** The shipped build with a protection taken away, for a negative control: the test must see the difference. */
export class Mutant {
  private constructor(private readonly folder: string) {}

  /** Fails when there is nothing to replace, so that a control cannot go stale. */
  static make(...mutations: readonly Mutation[]): Mutant {
    const folder = mkdtempSync(join(tmpdir(), 'posthouse-mutant-'));
    cpSync(join(PROJECT, 'dist'), join(folder, 'dist'), { recursive: true });
    for (const name of ['node_modules', 'package.json']) {
      symlinkSync(join(PROJECT, name), join(folder, name));
    }
    for (const { file, from, to } of mutations) {
      const path = join(folder, 'dist/src', file);
      const before = readFileSync(path, 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`nothing to replace in ${file}`);
      writeFileSync(path, after);
    }
    return new Mutant(folder);
  }

  /** What to start instead of the shipped program. */
  get main(): string {
    return join(this.folder, 'dist/src/main.js');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
