import { refilled, type Bucket, type Level, type Spending } from './bucket.js';

const REMEMBERED = 20_000;

/** Buckets of this process alone, the ones used last; one that was forgotten is full. */
export class LocalBuckets {
  private readonly levels = new Map<string, Level>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  spend(buckets: readonly Bucket[], points: number): Spending {
    const nowMs = this.nowMs();
    const found = buckets.map((bucket) => ({ bucket, left: this.leftIn(bucket, nowMs) }));
    const waits = found.map(({ bucket, left }) => waitFor(points - left, bucket));
    const isGranted = Math.max(...waits) === 0;
    const taken = isGranted ? points : 0;
    for (const { bucket, left } of found) this.remember(bucket, left - taken, nowMs);
    const available = Math.min(...found.map(({ left }) => left - taken));
    return { isGranted, available: Math.floor(available), waitMs: Math.max(...waits) };
  }

  /** Takes over what is known from elsewhere. */
  learn(bucket: Bucket, points: number): void {
    this.remember(bucket, points, this.nowMs());
  }

  private leftIn(bucket: Bucket, nowMs: number): number {
    const level = this.levels.get(bucket.name);
    return level ? refilled(bucket, level, nowMs) : bucket.capacity;
  }

  private remember({ name }: Bucket, points: number, atMs: number): void {
    this.levels.delete(name);
    this.levels.set(name, { points, atMs });
    const [oldest] = this.levels.keys();
    if (this.levels.size > REMEMBERED && oldest !== undefined) this.levels.delete(oldest);
  }
}

function waitFor(missing: number, { perSecond }: Bucket): number {
  return missing <= 0 ? 0 : Math.ceil((missing / perSecond) * 1_000);
}
