#!/usr/bin/env node
/** `npm test [-- jest arguments]`: prepares a bare machine as `npm start` does, then runs jest. */
import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.js';
import { ensureDependencies } from './bootstrap/dependencies.js';
import { ensureServices } from './bootstrap/services.js';
import { findNode } from './bootstrap/node24.js';
import { handOver } from './bootstrap/hand-over.js';
import { projectFolder, runSteps } from './bootstrap/project.js';
import { ensureTestTools } from './bootstrap/test-tools.js';

await runSteps(async () => {
  ensureDependencies();
  const node = findNode();
  ensureServices({}); // tests never touch a given database: they start their own
  ensureTestTools();
  ensureBuild(node);
  const jest = join(projectFolder, 'node_modules', 'jest', 'bin', 'jest.js');
  await handOver(node, [jest, ...process.argv.slice(2)], { tethered: false });
});
