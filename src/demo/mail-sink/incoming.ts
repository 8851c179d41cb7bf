const FIRST_ROOM = 65_536;

/** Bytes that have come and were not taken yet. Looks at each byte once, however small the pieces are. */
export class Incoming {
  private room = Buffer.alloc(FIRST_ROOM);
  private start = 0;
  private end = 0;
  /** Where the mark that was looked for may still begin. */
  private lookFrom = 0;

  push(chunk: Buffer): void {
    if (this.end + chunk.length > this.room.length) this.makeRoom(chunk.length);
    chunk.copy(this.room, this.end);
    this.end += chunk.length;
  }

  startsWith(text: Buffer): boolean {
    return this.room
      .subarray(this.start, Math.min(this.start + text.length, this.end))
      .equals(text);
  }

  /** What came up to the mark, and the mark; null while it has not come. Ask for one mark until it comes. */
  takeThrough(mark: Buffer): Buffer | null {
    const found = this.room.subarray(0, this.end).indexOf(mark, this.lookFrom);
    if (found < 0) {
      this.lookFrom = Math.max(this.start, this.end - mark.length + 1);
      return null;
    }
    const taken = Buffer.from(this.room.subarray(this.start, found + mark.length));
    this.start = found + mark.length;
    this.lookFrom = this.start;
    if (this.start === this.end) this.clear();
    return taken;
  }

  clear(): void {
    this.start = this.end = this.lookFrom = 0;
    if (this.room.length > FIRST_ROOM) this.room = Buffer.alloc(FIRST_ROOM);
  }

  private makeRoom(bytes: number): void {
    const kept = this.room.subarray(this.start, this.end);
    const room = Buffer.alloc(Math.max(FIRST_ROOM, 2 * (kept.length + bytes)));
    kept.copy(room);
    this.lookFrom -= this.start;
    this.end = kept.length;
    this.start = 0;
    this.room = room;
  }
}
