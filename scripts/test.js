#!/usr/bin/env node
/**
 * `npm test [-- jest arguments]`: prepares a bare machine as `npm start` does, then runs jest.
 * With `--long` (`npm run test:long`) it runs the full figures of the tests, and test/long/ as well.
 */
import { runJest } from './bootstrap/jest.js';
import { runSteps } from './bootstrap/project.js';
import { ensureLongRunTools, ensureTestTools } from './bootstrap/tools.js';

await runSteps(async () => {
  const given = process.argv.slice(2);
  const isLong = given.includes('--long');
  if (isLong) process.env.TEST_LONG = '1';
  await runJest(
    given.filter((each) => each !== '--long'),
    () => {
      ensureTestTools();
      if (isLong) ensureLongRunTools();
    },
  );
});
