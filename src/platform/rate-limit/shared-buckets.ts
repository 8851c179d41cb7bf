import type { Bucket, Spending } from './bucket.js';
import { LocalBuckets } from './local-buckets.js';
import type { RedisBuckets } from './redis-buckets.js';

/**
 * Buckets that all processes share through Redis. While it is away each process keeps its own, from the
 * levels that were seen last: a caller then has at most one budget in each process, never none at all
 * and never one without end.
 */
export class SharedBuckets {
  private readonly local = new LocalBuckets();

  constructor(private readonly redis: Pick<RedisBuckets, 'spend' | 'close'>) {}

  /** Takes the points from every bucket, or from none. */
  async spend(buckets: readonly Bucket[], points: number): Promise<Spending> {
    const shared = await this.redis.spend(buckets, points);
    if (shared === null) return this.local.spend(buckets, points);
    buckets.forEach((bucket, index) => this.local.learn(bucket, shared.levels[index] ?? 0));
    return shared;
  }

  close(): void {
    this.redis.close();
  }
}
