import { LIMITS } from '../config/limits.js';
import type { Release } from '../platform/admission/byte-room.js';
import { joinWithHeadroom } from '../mail/headroom.js';
import { StorageFull } from '../platform/database/errors.js';
import type { ContentRoom } from './content-room.js';
import type { SpoolFile } from './spool-file.js';

/** Small pieces are joined before they become too many. */
const MOST_PIECES = 256;

/**
 * The content of one message while it comes in: in memory as long as all messages together leave room there, in a
 * file otherwise. `drop` must follow.
 */
export class ReceivedContent {
  private blocks: Buffer[] = [];
  private pieces: Buffer[] = [];
  private inMemory = 0;
  private mayHold: number = LIMITS.contentFreeBytes;
  private held: Release[] = [];
  private spool: Promise<SpoolFile> | null = null;
  private isDropped = false;
  private failure: unknown = null;

  constructor(
    private readonly room: ContentRoom,
    private readonly maxBytes: number,
  ) {}

  add(piece: Buffer): void {
    if (piece.length === 0 || this.isDropped) return;
    this.pieces.push(piece);
    this.inMemory += piece.length;
    if (this.pieces.length >= MOST_PIECES) this.join();
    while (this.inMemory > this.mayHold && !this.spool) this.growOrSpool();
  }

  /** Whether more is in memory than may be; then nothing is to be read before `settle`. */
  get isPressed(): boolean {
    return this.spool !== null && this.inMemory > 0 && !this.isDropped;
  }

  /** Moves what is in memory to the file. A failure is told by `whole`, when the peer has said all. */
  async settle(): Promise<void> {
    try {
      const spool = await this.spool;
      if (this.isDropped) return;
      for (const piece of this.takeFromMemory()) await spool?.append(piece);
      this.giveBack();
    } catch (error) {
      this.failure = error;
      this.drop();
    }
  }

  /** All of it, once it is complete. Fails with StorageFull when it could not be kept. */
  async whole(): Promise<Buffer> {
    if (this.isPressed) await this.settle();
    if (this.failure !== null) throw new StorageFull({ cause: this.failure });
    return this.spool ? (await this.spool).read() : joinWithHeadroom(this.takeFromMemory());
  }

  /** Forgets it, and takes no more. */
  drop(): void {
    if (this.isDropped) return;
    this.isDropped = true;
    this.takeFromMemory();
    this.giveBack();
    void this.spool?.then((spool) => spool.close()).catch(() => undefined); // told by `settle`
  }

  private growOrSpool(): void {
    const release = this.room.memory.tryTake(LIMITS.contentStepBytes);
    if (release) {
      this.held.push(release);
      this.mayHold += LIMITS.contentStepBytes;
      return;
    }
    this.spool = this.room.spool(this.maxBytes);
    this.spool.catch(() => undefined); // told by `settle`
  }

  private join(): void {
    this.blocks.push(Buffer.concat(this.pieces));
    this.pieces = [];
  }

  private takeFromMemory(): Buffer[] {
    const parts = [...this.blocks, ...this.pieces];
    this.blocks = [];
    this.pieces = [];
    this.inMemory = 0;
    return parts;
  }

  private giveBack(): void {
    for (const release of this.held.splice(0)) release();
  }
}
