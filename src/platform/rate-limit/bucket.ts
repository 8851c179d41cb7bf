/** A store of points that is filled again evenly, up to its capacity. */
export interface Bucket {
  /** Whose it is; the same name is the same bucket in every process. */
  readonly name: string;
  readonly capacity: number;
  readonly perSecond: number;
}

/** What came of an attempt to spend points from several buckets at once: from all of them, or from none. */
export interface Spending {
  readonly isGranted: boolean;
  /** What is left in the emptiest bucket, in whole points. */
  readonly available: number;
  /** How long until the same could be granted; 0 when it was. */
  readonly waitMs: number;
}

/** How full a bucket is at a moment. */
export interface Level {
  readonly points: number;
  readonly atMs: number;
}

/** The level now, with what has been filled in since. */
export function refilled(bucket: Bucket, { points, atMs }: Level, nowMs: number): number {
  const since = Math.max(0, nowMs - atMs) / 1_000;
  return Math.min(bucket.capacity, points + since * bucket.perSecond);
}
