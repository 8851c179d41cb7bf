import type { SystemCall } from './system-calls.js';

export interface CommitOrder {
  /** Replies that take responsibility for a message. */
  readonly accepted: number;
  /** One line for each of them that came before its commit was on disk. */
  readonly early: readonly string[];
}

/** What must have ended, one after the other, between the content of a message and the 250 for it. */
const STEPS: readonly (readonly [missing: string, is: (call: SystemCall) => boolean])[] = [
  ['its content did not come', (call) => isRead(call) && call.text.includes('From: <')],
  ['no COMMIT was sent', (call) => isWrite(call) && /COMMIT"/.test(call.text)],
  ['no redo log was written', ({ name, text }) => name === 'pwrite64' && isRedoLog(text)],
  ['no redo log was flushed', ({ name, text }) => /^f(data)?sync$/.test(name) && isFlushed(text)],
];

/**
 * Holds for one session whose messages come one after the other and for a database where nobody else writes
 * meanwhile: then a flush in between can only be the one of this message.
 */
export function commitOrder(calls: readonly SystemCall[]): CommitOrder {
  const early: string[] = [];
  let since = -1;
  let accepted = 0;
  calls.forEach((call, at) => {
    if (!isReply(call)) return;
    accepted += 1;
    const missing = missingIn(calls.slice(since + 1, at), call.began);
    if (missing !== null) early.push(`message ${accepted}: ${missing}`);
    since = at;
  });
  return { accepted, early };
}

/** The first step that has not ended by then, after the one before it. */
function missingIn(calls: readonly SystemCall[], until: number): string | null {
  let after = 0;
  for (const [missing, is] of STEPS) {
    const step = calls.find((call) => call.began > after && call.ended < until && is(call));
    if (!step) return missing;
    after = step.ended;
  }
  return null;
}

function isReply(call: SystemCall): boolean {
  return isWrite(call) && call.text.includes('Ok: queued as');
}

function isRead({ name }: SystemCall): boolean {
  return name === 'read' || name === 'recvfrom';
}

function isWrite({ name }: SystemCall): boolean {
  return ['write', 'writev', 'sendto', 'sendmsg'].includes(name);
}

function isRedoLog(text: string): boolean {
  return text.includes('/ib_logfile');
}

function isFlushed(text: string): boolean {
  return isRedoLog(text) && text.endsWith('= 0');
}
