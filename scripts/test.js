#!/usr/bin/env node
/**
 * `npm test [-- jest arguments]`: prepares a bare machine as `npm start` does, then runs jest.
 * With `--long` (`npm run test:long`) it runs the full figures of the tests, and test/long/ as well.
 */
import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.js';
import { ensureDependencies } from './bootstrap/dependencies.js';
import { ensureServices } from './bootstrap/services.js';
import { findNode } from './bootstrap/node24.js';
import { handOver } from './bootstrap/hand-over.js';
import { projectFolder, runSteps } from './bootstrap/project.js';
import { ensureLongRunTools, ensureTestTools } from './bootstrap/tools.js';

await runSteps(async () => {
  ensureDependencies();
  const node = findNode();
  ensureServices({}); // tests never touch a given database: they start their own
  ensureTestTools();
  const given = process.argv.slice(2);
  if (given.includes('--long')) {
    ensureLongRunTools();
    process.env.TEST_LONG = '1';
  }
  ensureBuild(node);
  const jest = join(projectFolder, 'node_modules', 'jest', 'bin', 'jest.js');
  await handOver(node, [jest, ...given.filter((each) => each !== '--long')], { tethered: false });
});
