import type { Work } from '../works.js';

/** In the order in which they have their turns. `baseline` is Posthouse, too, as another folder holds it. */
export const SYSTEM_NAMES = [
  'direct',
  'posthouse',
  'baseline',
  'postfix',
  'postfix+opendkim',
  'haraka',
] as const;
export type SystemName = (typeof SYSTEM_NAMES)[number];

/** A mail system under load: it accepts durably at its door, queues, and delivers to its sink. */
export interface System {
  readonly name: SystemName;
  /** The port of its door, on 127.0.0.1. */
  readonly port: number;
  /** Processes from which all others of the system descend. */
  readonly roots: readonly number[];
  /** Resolves when its door is open. */
  start(): Promise<void>;
  /** How many signatures a message of this work leaves with. */
  signaturesOf(work: Work): number;
  /** Resolves when no process of it is left. */
  stop(): Promise<void>;
}

export function isSystemName(name: string): name is SystemName {
  return (SYSTEM_NAMES as readonly string[]).includes(name);
}

const SIGNED: readonly SystemName[] = ['direct', 'posthouse', 'postfix', 'postfix+opendkim'];
const UNSIGNED: readonly SystemName[] = ['direct', 'posthouse', 'postfix', 'haraka'];

/** Whom a work compares: those that were asked for, or who is of interest. Tools alone are always measured. */
export function systemsFor(work: Work, asked: readonly SystemName[] | null): SystemName[] {
  const wanted = asked ? ['direct', ...asked] : work.isSigned ? SIGNED : UNSIGNED;
  return SYSTEM_NAMES.filter((name) => wanted.includes(name));
}
