#!/usr/bin/env node
/** `npm run test:chaos [-- --messages N --minutes M --seed S]`: everything at once, see test/README.md. */
import { parseArgs } from 'node:util';
import { runJest } from './bootstrap/jest.js';
import { BootstrapError, runSteps } from './bootstrap/project.js';

const DEFAULT_MINUTES = 5;
const LONGEST_MINUTES = 600;
const MOST_MESSAGES = 10_000_000;
const USAGE = 'npm run test:chaos [-- --messages N --minutes M --seed S]';

await runSteps(async () => {
  const { messages, minutes, seed } = readWords(process.argv.slice(2));
  const options = {
    messages: messages === undefined ? null : numberOf('--messages', messages, MOST_MESSAGES),
    minutes:
      minutes === undefined ? DEFAULT_MINUTES : numberOf('--minutes', minutes, LONGEST_MINUTES),
    seed: seed === undefined ? Date.now() % 1_000_000 : numberOf('--seed', seed, 2 ** 31),
  };
  process.env.TEST_CHAOS = JSON.stringify(options);
  await runJest(['--runInBand', '--forceExit']); // whatever a broken run has left behind
});

function readWords(args) {
  try {
    const texts = { messages: { type: 'string' }, minutes: { type: 'string' } };
    return parseArgs({ args, options: { ...texts, seed: { type: 'string' } } }).values;
  } catch (error) {
    throw new BootstrapError(`${error.message}\n${USAGE}`);
  }
}

function numberOf(name, text, most) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new BootstrapError(`${name} is a whole number from 1 to ${most}\n${USAGE}`);
}
