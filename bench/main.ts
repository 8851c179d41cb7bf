#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runCommand } from './command.js';

// Compiled, this file is dist/bench/bench/main.js.
const project = fileURLToPath(new URL('../../../', import.meta.url));
const print = (text: string) => process.stdout.write(text);
const complain = (text: string) => process.stderr.write(text);
process.exit(await runCommand(process.argv.slice(2), { project, print, complain }));
