import { once } from 'node:events';
import { createServer } from 'node:net';
import { BenchError } from '../bench-error.js';

/** Below what systems give to outgoing connections, one of which could sit on the port when it is needed. */
const LOWEST = 15_000;
const HIGHEST = 32_000;
const TRIES = 100;

/** A port of 127.0.0.1 where nobody listens at the moment, and nobody is likely to until it is used. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) return port;
  }
  throw new BenchError(`no free port between ${LOWEST} and ${HIGHEST}`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  await new Promise((resolve) => server.close(resolve));
  return true;
}
