import { open, unlink, type FileHandle } from 'node:fs/promises';
import { allocateWithHeadroom } from '../mail/headroom.js';
import type { Release } from '../platform/admission/byte-room.js';

/** Content of one incoming message on disk. The file has no name, so that nothing of it is left when we die. */
export class SpoolFile {
  private bytes = 0;
  private written: Promise<void> = Promise.resolve();

  private constructor(
    private readonly file: FileHandle,
    private readonly release: Release,
  ) {}

  static async open(path: string, release: Release): Promise<SpoolFile> {
    const file = await open(path, 'wx+', 0o600);
    await unlink(path);
    return new SpoolFile(file, release);
  }

  /** One after the other; the bytes must not be changed meanwhile. */
  append(bytes: Buffer): Promise<void> {
    this.written = this.written.then(() => this.write(bytes));
    return this.written;
  }

  /** A disk that fills up may take a part: what follows must never stand behind a gap. */
  private async write(bytes: Buffer): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const left = bytes.length - done;
      const { bytesWritten } = await this.file.write(bytes, done, left, this.bytes);
      done += bytesWritten;
      this.bytes += bytesWritten;
    }
  }

  async read(): Promise<Buffer> {
    await this.written;
    const content = allocateWithHeadroom(this.bytes);
    let read = 0;
    while (read < content.length) {
      const { bytesRead } = await this.file.read(content, read, content.length - read, read);
      if (bytesRead === 0) throw new Error('A file of incoming mail is shorter than it was');
      read += bytesRead;
    }
    return content;
  }

  /** Whatever was being written. */
  async close(): Promise<void> {
    await this.written.catch(() => undefined);
    await this.file.close().catch(() => undefined); // it has no name, and nobody reads it any more
    this.release();
  }
}
