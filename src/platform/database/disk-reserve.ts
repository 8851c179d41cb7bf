import { statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import { StorageFull } from './errors.js';
import type { Sql } from './sql.js';

/** As long an answer counts. */
const FRESH_MS = 250;

/**
 * Keeps a part of MariaDB's disk for what was accepted already: its deliveries, and MariaDB itself, which
 * may not survive a disk without any room. A database on another machine is not looked at.
 */
export class DiskReserve {
  private folder: Promise<string | null> | null = null;
  private freeBytes = Infinity;
  private askedAt = -Infinity;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly reserveBytes: number,
  ) {}

  /** Fails with StorageFull when so much more would reach into the reserve. */
  async requireRoom(bytes: number): Promise<void> {
    if (performance.now() - this.askedAt > FRESH_MS) await (this.looking ??= this.look());
    if (this.freeBytes - bytes < this.reserveBytes) throw new StorageFull();
  }

  /** How much of the disk is taken, where the reserve begins at 1; 0 without a reserve. */
  async use(): Promise<number> {
    if (this.reserveBytes === 0) return 0;
    if (performance.now() - this.askedAt > FRESH_MS) await this.look();
    return this.reserveBytes / Math.max(1, this.freeBytes);
  }

  private async look(): Promise<void> {
    this.folder ??= localFolder(this.sql);
    try {
      const folder = await this.folder;
      this.freeBytes = folder === null ? Infinity : await freeBytes(folder);
      this.askedAt = performance.now();
    } catch {
      this.folder = null; // the database is away: whoever wants to write to it will hear so
    } finally {
      this.looking = null;
    }
  }
}

async function localFolder(sql: Sql): Promise<string | null> {
  const [row] = await sql.query<{ host: string; folder: string }[]>(
    'SELECT @@hostname AS host, @@datadir AS folder',
  );
  if (row?.host !== hostname()) return null;
  return freeBytes(row.folder).then(
    () => row.folder,
    () => null, // in a container of its own, or closed to us
  );
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
