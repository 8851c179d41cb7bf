import { createClient } from 'redis';
import { parseRedisUrl } from './redis-url.js';

const LONGEST_RETRY_MS = 2_000;
/** A Redis that hangs must not fill our memory: beyond this, commands fail at once. */
const UNANSWERED = 10_000;

/** A client that connects again for ever; while Redis is away its commands fail instead of waiting. */
export function redisConnection(url: string) {
  const { path, host, port, username, password, database, tls } = parseRedisUrl(url);
  const reconnectStrategy = (retries: number) => Math.min(50 * 2 ** retries, LONGEST_RETRY_MS);
  return createClient({
    socket:
      path === undefined
        ? { host, port, reconnectStrategy, ...(tls ? { tls: true as const } : {}) }
        : { path, reconnectStrategy },
    username,
    password,
    database,
    RESP: 2,
    disableOfflineQueue: true,
    commandsQueueMaxLength: UNANSWERED,
  });
}
