#!/usr/bin/env node
import './app/production.js';
import { fileURLToPath } from 'node:url';
import { runCommand } from './app/command-line.js';

const status = await runCommand(process.argv.slice(2), {
  main: fileURLToPath(import.meta.url),
  // Loaded where they are wanted: the supervisor itself does without.
  compose: async (config, log) => (await import('./app/compose.js')).compose(config, log),
  startDemo: async (config, log) => (await import('./demo/demo.js')).startDemo(config, log),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
// Whatever still holds the event loop, such as the channel to a supervisor, has nothing left to do.
process.exit(status);
