#!/usr/bin/env node
import './app/production.js';
import { fileURLToPath } from 'node:url';
import { runCommand } from './app/command-line.js';
import { compose } from './app/compose.js';
import { startDemo } from './demo/demo.js';

const status = await runCommand(process.argv.slice(2), {
  main: fileURLToPath(import.meta.url),
  compose,
  startDemo,
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
// Whatever still holds the event loop, such as the channel to a supervisor, has nothing left to do.
process.exit(status);
