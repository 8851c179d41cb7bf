#!/usr/bin/env node
/**
 * `npm start [-- --demo]`: from a bare machine to a running Posthouse. Plain JavaScript without
 * packages, because it runs before any are installed, on Node 20.19 and later.
 */
import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.js';
import { ensureDependencies } from './bootstrap/dependencies.js';
import { ensureServices } from './bootstrap/services.js';
import { findNode } from './bootstrap/node24.js';
import { handOver } from './bootstrap/hand-over.js';
import { projectFolder, runSteps } from './bootstrap/project.js';
import { ensureDemoTools } from './bootstrap/tools.js';

await runSteps(async () => {
  const given = process.argv.slice(2);
  const command = given.includes('--demo') ? 'demo' : 'serve';
  const rest = given.filter((argument) => argument !== '--demo');
  ensureDependencies();
  const node = findNode();
  ensureServices(process.env);
  if (command === 'demo') ensureDemoTools();
  ensureBuild(node);
  const main = join(projectFolder, 'dist', 'src', 'main.js');
  await handOver(node, [main, command, ...rest], { tethered: true });
});
