import { join } from 'node:path';
import { ensureBuild, ensureClientBuild } from './build.js';
import { ensureDependencies } from './dependencies.js';
import { handOver } from './hand-over.js';
import { findNode } from './node24.js';
import { projectFolder } from './project.js';
import { ensureServices } from './services.js';

/** Prepares a machine for tests, `ensureTools` included, and runs jest in this process's place. */
export async function runJest(args, ensureTools = () => undefined) {
  ensureDependencies();
  const node = findNode();
  ensureServices({}); // tests never touch a given database: they start their own
  ensureTools();
  ensureBuild(node);
  ensureClientBuild(node);
  const jest = join(projectFolder, 'node_modules', 'jest', 'bin', 'jest.js');
  await handOver(node, [jest, ...args], { tethered: false });
}
