import type { Question } from '../http.js';
import type { Settings } from '../settings.js';

/** What is told to and by whatever carries a stream. */
export interface Carriage {
  readonly signal: AbortSignal;
  /** Something arrived, if only a heartbeat. */
  readonly heard: () => void;
  /** So long without anything, and the connection counts as dead. */
  readonly silenceMs: number;
  /** So many events may wait for a reader where the network cannot be made to wait. */
  readonly ahead: number;
}

/**
 * Carries a subscription: gives the data of each event; ends when Posthouse ends the stream, and throws
 * when the connection or the subscription failed.
 */
export type Way = (
  settings: Settings,
  question: Question,
  carriage: Carriage,
) => AsyncGenerator<unknown, void, undefined>;
