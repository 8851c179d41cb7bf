export interface ChaosOptions {
  /** Spread over the time; null: as many as it takes. */
  readonly messages: number | null;
  readonly minutes: number;
  /** Of the faults: which, when and for how long. What Posthouse makes of them differs every time. */
  readonly seed: number;
}

/** What `npm run test:chaos` was told, read and checked there. */
export function readOptions(): ChaosOptions {
  return JSON.parse(process.env['TEST_CHAOS'] ?? '') as ChaosOptions; // written by scripts/chaos.js
}
