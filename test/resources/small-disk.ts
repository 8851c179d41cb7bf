import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, in memory, that can be filled up. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Null where this process may not mount. */
  static make(megabytes: number): SmallDisk | null {
    const folder = mkdtempSync(join(tmpdir(), 'posthouse-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
        stdio: 'ignore',
      });
      return new SmallDisk(folder);
    } catch {
      rmdirSync(folder);
      return null;
    }
  }

  get freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize;
  }

  /** Leaves so much free, as far as it can be had. */
  fill(leaveBytes: number): void {
    const room = Math.max(0, this.freeBytes - leaveBytes);
    try {
      writeFileSync(join(this.folder, `ballast-${Date.now()}`), Buffer.alloc(room, 1));
    } catch {
      // it is full
    }
  }

  empty(): void {
    execFileSync('find', [this.folder, '-maxdepth', '1', '-name', 'ballast-*', '-delete']);
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder], { stdio: 'ignore' });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
