import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../config/limits.js';
import { ByteRoom, type Release } from '../platform/admission/byte-room.js';
import { SpoolFile } from './spool-file.js';

/** Where the content of this process's incoming messages may be, over all sessions. */
export class ContentRoom {
  /** While it comes in. Whoever is slow holds up nobody: what finds no room here goes to a file. */
  readonly memory = new ByteRoom(LIMITS.contentMemoryBytes);
  private readonly files = new ByteRoom(LIMITS.contentFileBytes);
  /** While it is committed, which takes copies. Only our own work holds this, so that everybody's turn comes. */
  private readonly turns = new ByteRoom(LIMITS.contentTurnBytes);
  private readonly folder: string;
  private count = 0;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'incoming');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** A file for a message of at most so many bytes; fails when there is no room for it. */
  async spool(maxBytes: number): Promise<SpoolFile> {
    const release = this.files.tryTake(maxBytes);
    if (!release) throw new Error('There is no room for another file of incoming mail');
    this.count += 1;
    try {
      return await SpoolFile.open(join(this.folder, `${process.pid}-${this.count}`), release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Leave to commit a message of this size; null when its turn does not come in time. */
  turn(bytes: number): Promise<Release | null> {
    if (bytes < LIMITS.contentTurnFromBytes) return Promise.resolve(nothing);
    return this.turns.take(bytes, LIMITS.contentTurnMs);
  }
}

const nothing: Release = () => undefined;
