import { readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/**
 * Lines of JSON on disk. What `write` has resolved for survives a kill of this process and of the
 * machine; lines that come at the same time share one fsync.
 */
export class Journal {
  private waiting: { readonly text: string; readonly resolve: () => void }[] = [];
  private writing: Promise<void> | null = null;

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<Journal> {
    return new Journal(await open(path, 'a'));
  }

  write(line: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ text: `${JSON.stringify(line)}\n`, resolve });
      this.writing ??= this.flush();
      this.writing.catch(reject);
    });
  }

  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }

  private async flush(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        const lines = this.waiting.splice(0);
        await this.file.appendFile(lines.map(({ text }) => text).join(''));
        await this.file.datasync();
        for (const { resolve } of lines) resolve();
      }
    } finally {
      this.writing = null; // in the same step as the last look at what waits
    }
  }
}

/** Every whole line; the last may have been torn by a kill. */
export function readJournal<T>(path: string): T[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as T); // what was written there
}
