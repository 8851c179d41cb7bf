import type { Event, NewEvent } from '../events/event.entity.js';
import type { NewMessage } from '../messages/message-writer.js';
import type { Decision, Outcome } from './outcome.js';
import type { Work } from './work.js';

/** What the courier or a gate found out. */
export interface Finding {
  readonly outcome: Outcome;
  readonly decision: Decision;
  readonly transcript: string;
  /** The next hop took over NOTIFY (RFC 3461), so success is for it to report. */
  readonly dsnPassedOn: boolean;
  readonly startedAt: Date;
  readonly durationMs: number;
}

/** Everything that one attempt changes, ready to be written. */
export interface Settlement {
  readonly work: Work;
  readonly attemptId: bigint;
  readonly outcome: Outcome;
  readonly finding: Finding;
  /** When to try again; null when this outcome is the last one or a person has to decide. */
  readonly dueAt: Date | null;
  readonly event: NewEvent;
  readonly report: NewMessage | null;
  readonly isDelayReport: boolean;
  readonly at: Date;
}

/** `fenced`: somebody else owns the delivery now, and nothing was written. */
export interface Settled {
  readonly result: 'settled' | 'fenced';
  /** Announced by the transaction; the first settlement of a group carries them all. */
  readonly events: readonly Event[];
}
