import type { Outcome } from './outcome.js';
import type { Work } from './work.js';

/**
 * Deliveries that workers die of.
 *
 * A lease that ran out, instead of being settled or given back, is a lapse of its row: the worker that held
 * it died or was cut off. One lapse says little, because everything that this worker held gets one. With the
 * second a delivery is a suspect: few of them are attempted at a time, so that the next death points at them.
 * After the third the attempt is not carried out any more: it is a failure of ours, tried again by the
 * schedule while the delivery stays a suspect, and held like every delivery that fails here three times in
 * a row (verdict.ts). So a crash loop ends after three rounds, whatever else is in the queue.
 */
export const SUSPECT_LAPSES = 2;
const MOST_LAPSES = 3;

/** Of the slots of a worker, for suspects. */
const SUSPECTS_SHARE = 0.05;

export function mostSuspects(slots: number): number {
  return Math.ceil(slots * SUSPECTS_SHARE);
}

export function isSuspect({ lapses }: Pick<Work, 'lapses'>): boolean {
  return lapses >= SUSPECT_LAPSES;
}

/** The outcome of an attempt that had better not be made. */
export function refuseAfterLapses({ lapses }: Work): Outcome | null {
  return lapses >= MOST_LAPSES ? WORKER_DIED : null;
}

/** What is remembered beyond an attempt that was settled: suspicion, unless the attempt went through. */
export function lapsesAfter({ lapses }: Work, { stage }: Outcome): number {
  return stage === 'local' ? Math.min(lapses, SUSPECT_LAPSES) : 0;
}

const WORKER_DIED: Outcome = {
  kind: 'DEFERRED',
  code: null,
  enhancedCode: '4.3.0',
  reply: 'Posthouse was interrupted in every attempt of late',
  stage: 'local',
};
