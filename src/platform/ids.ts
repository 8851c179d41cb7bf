import type { Clock } from './clock.js';

const WRITER_BITS = 10n;
const SEQUENCE_BITS = 12n;
const MAX_SEQUENCE = (1n << SEQUENCE_BITS) - 1n;
/** 2025-01-01T00:00:00Z: 41 bits of milliseconds last until 2094. */
const EPOCH_MS = 1_735_689_600_000n;
const LAST_MS = (1n << 41n) - 1n;

/** When an id was made. */
export function timeOfId(id: bigint): Date {
  return new Date(Number((id >> (WRITER_BITS + SEQUENCE_BITS)) + EPOCH_MS));
}

/** No id that was made at this time or later is smaller. */
export function firstIdAt(time: Date): bigint {
  const ms = BigInt(time.getTime()) - EPOCH_MS;
  if (ms < 0n) return 0n;
  return (ms < LAST_MS ? ms : LAST_MS) << (WRITER_BITS + SEQUENCE_BITS);
}

export const MAX_WRITER = Number((1n << WRITER_BITS) - 1n);

/**
 * Makes time-ordered 64-bit ids: 41 bits of milliseconds, 10 bits of writer, 12 bits of sequence.
 * The writer number is leased in the database, so no two living processes share one. Never goes
 * back, even when the machine's clock does.
 */
export class IdSource {
  private lastMs = 0n;
  private sequence = 0n;

  constructor(
    private readonly writer: number,
    private readonly clock: Clock,
  ) {
    if (!Number.isInteger(writer) || writer < 0 || writer > MAX_WRITER) {
      throw new RangeError(`writer ${writer} is outside 0..${MAX_WRITER}`);
    }
  }

  next(): bigint {
    const nowMs = BigInt(this.clock.now().getTime()) - EPOCH_MS;
    if (nowMs > this.lastMs) {
      this.lastMs = nowMs;
      this.sequence = 0n;
    } else if (this.sequence < MAX_SEQUENCE) {
      this.sequence += 1n;
    } else {
      this.lastMs += 1n; // borrow from the next millisecond rather than wait
      this.sequence = 0n;
    }
    return (
      (this.lastMs << (WRITER_BITS + SEQUENCE_BITS)) |
      (BigInt(this.writer) << SEQUENCE_BITS) |
      this.sequence
    );
  }
}
