import type { ServerState } from '../servers/servers.service.js';
import type { Outcome } from './outcome.js';
import type { Work } from './work.js';

/** Looks at a delivery before it is attempted; an outcome settles it there and then. */
export type Gate = (work: Work, state: ServerState | null) => Outcome | null;

/**
 * The gates, in order. All of them hold: whatever stops mail before its first byte is for a person to
 * lift, and nothing is lost meanwhile.
 */
export const GATES: readonly Gate[] = [holdWithoutServer, holdWhenSuspended, holdInSandbox];

/** Runs the gates in order and stops at the first that decides. */
export function firstVerdict(
  gates: readonly Gate[],
  work: Work,
  state: ServerState | null,
): Outcome | null {
  for (const gate of gates) {
    const verdict = gate(work, state);
    if (verdict) return verdict;
  }
  return null;
}

function holdWithoutServer(_work: Work, state: ServerState | null): Outcome | null {
  return state ? null : hold('The mail server no longer exists');
}

/** Of the mail server, or else of its organization. */
function holdWhenSuspended(_work: Work, state: ServerState | null): Outcome | null {
  return state?.suspension == null ? null : hold(`Suspended: ${state.suspension}`);
}

function holdInSandbox(_work: Work, state: ServerState | null): Outcome | null {
  return state?.server.mode === 'SANDBOX' ? hold('The mail server is in SANDBOX mode') : null;
}

function hold(reply: string): Outcome {
  return { kind: 'HELD', code: null, enhancedCode: null, reply, stage: 'gate' };
}
