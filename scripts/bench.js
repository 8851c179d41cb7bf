#!/usr/bin/env node
/** `npm run bench [-- options]`: prepares a bare machine as `npm start` does, then runs the bench. */
import { join } from 'node:path';
import { ensureBenchBuild, ensureBuild } from './bootstrap/build.js';
import { ensureDependencies } from './bootstrap/dependencies.js';
import { ensureServices } from './bootstrap/services.js';
import { findNode } from './bootstrap/node24.js';
import { handOver } from './bootstrap/hand-over.js';
import { projectFolder, runSteps } from './bootstrap/project.js';
import { ensureBenchTools } from './bootstrap/tools.js';

await runSteps(async () => {
  ensureDependencies();
  const node = findNode();
  ensureServices({}); // the bench measures Posthouse with services of its own
  ensureBenchTools();
  ensureBuild(node);
  ensureBenchBuild(node);
  const main = join(projectFolder, 'dist', 'bench', 'bench', 'main.js');
  await handOver(node, [main, ...process.argv.slice(2)], { tethered: true });
});
