import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import type { Canaries } from '../support/canaries.js';

/** Every file of a folder, by its path inside. */
export function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(pathOf);
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}

function pathOf(entry: Dirent): string {
  return join(entry.parentPath, entry.name);
}

/** What was found where; files in which nothing was found are left out. */
export function findings(canaries: Canaries, files: ReadonlyMap<string, Buffer>) {
  const found = [...files].map(([path, content]) => [path, canaries.foundIn(content)] as const);
  return Object.fromEntries(found.filter(([, places]) => places.length > 0));
}
