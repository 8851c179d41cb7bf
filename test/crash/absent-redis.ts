import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { eventually } from '../support/eventually.js';
import type { RunningWorld } from '../support/running-world.js';

/**
 * Ends the Redis of the house and keeps it from coming back: a folder stands where its socket belongs, so
 * each start of the supervisor fails, until the returned function takes that away and waits for Redis.
 */
export async function takeRedisAway(world: RunningWorld): Promise<() => Promise<void>> {
  const socket = world.redisSocket;
  const pid = await world.replaced('redis', null);
  rmSync(socket);
  mkdirSync(socket);
  process.kill(pid, 'SIGKILL');
  return async () => {
    rmdirSync(socket);
    await eventually(
      () => world.redis('PING').catch(() => 'away'),
      (answer) => answer === '+PONG',
    );
  };
}
