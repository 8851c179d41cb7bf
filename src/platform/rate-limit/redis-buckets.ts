import { createHash } from 'node:crypto';
import { redisConnection } from '../redis/redis-connection.js';
import type { Bucket, Spending } from './bucket.js';

/**
 * Spends ARGV[1] points from every bucket in KEYS, or from none, by the clock of Redis. Each bucket has
 * its capacity and points per second in ARGV; its key is gone once it would be full again. Answers
 * whether it was granted, the wait in milliseconds, and the levels.
 */
const SPEND = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local cost = tonumber(ARGV[1])
local wait, levels = 0, {}
for i, key in ipairs(KEYS) do
  local capacity, rate = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
  local known = redis.call('HMGET', key, 'points', 'at')
  local points = capacity
  if known[1] then
    points = math.min(capacity, known[1] + math.max(0, now - known[2]) / 1000 * rate)
  end
  levels[i] = points
  if points < cost then wait = math.max(wait, math.ceil((cost - points) / rate * 1000)) end
end
local answer = { wait == 0 and 1 or 0, wait }
for i, key in ipairs(KEYS) do
  if wait == 0 then
    levels[i] = levels[i] - cost
    local capacity, rate = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
    redis.call('HSET', key, 'points', tostring(levels[i]), 'at', now)
    redis.call('PEXPIRE', key, math.ceil((capacity - levels[i]) / rate * 1000) + 1000)
  end
  answer[i + 2] = tostring(levels[i])
end
return answer
`;
const SPEND_NAME = createHash('sha1').update(SPEND).digest('hex');

/** How long an operation waits for Redis, and for how long nobody asks one that did not answer. */
const PATIENCE_MS = 250;
const PAUSE_MS = 1_000;

export interface SharedSpending extends Spending {
  /** What each bucket holds now, in the order they were named in. */
  readonly levels: readonly number[];
}

/** Buckets that all processes share. */
export class RedisBuckets {
  private readonly client: ReturnType<typeof redisConnection>;
  private pausedUntil = 0;

  constructor(
    url: string,
    private readonly prefix: string,
  ) {
    this.client = redisConnection(url);
    this.client.on('error', () => undefined); // it connects again by itself
    void this.client.connect().catch(() => undefined);
  }

  /** Null when Redis is away or does not answer in time. */
  async spend(buckets: readonly Bucket[], points: number): Promise<SharedSpending | null> {
    if (!this.client.isReady || performance.now() < this.pausedUntil) return null;
    const answer = await inTime(this.run(buckets, points)).catch(() => null);
    if (answer === null) {
      this.pausedUntil = performance.now() + PAUSE_MS;
      return null;
    }
    const [isGranted, waitMs = 0, ...levels] = answer.map(Number);
    const available = Math.max(0, Math.floor(Math.min(...levels)));
    return { isGranted: isGranted === 1, waitMs, available, levels };
  }

  close(): void {
    this.client.destroy();
  }

  private async run(buckets: readonly Bucket[], points: number): Promise<unknown[]> {
    const call = {
      keys: buckets.map(({ name }) => `${this.prefix}:budget:${name}`),
      arguments: [points, ...buckets.flatMap((one) => [one.capacity, one.perSecond])].map(String),
    };
    try {
      return (await this.client.evalSha(SPEND_NAME, call)) as unknown[]; // what SPEND returns
    } catch (error) {
      if (!String(error).includes('NOSCRIPT')) throw error;
      return (await this.client.eval(SPEND, call)) as unknown[]; // as above
    }
  }
}

function inTime<T>(work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
