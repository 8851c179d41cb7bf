import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that the systems keep while they are measured; gone afterwards. */
export class PrivateFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'posthouse-bench-'));

  constructor() {
    chmodSync(this.path, 0o755); // Postfix's processes belong to a user of their own
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
