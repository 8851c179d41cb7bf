/** Something that a row measured, usually once in each round. */
export interface Figure {
  readonly row: string;
  readonly name: string;
  /** Such as `×`, `ms` or `MiB`; empty for a plain number. */
  readonly unit: string;
  readonly values: readonly number[];
}

/** `÷ postfix`: Posthouse's end-to-end rate divided by a peer's. */
export function ratioName(over: string): string {
  return `÷ ${over}`;
}

/** `accepted ÷ SMTP`: one way's rate of acceptance divided by another's. */
export function acceptRatio(over: string): string {
  return `accepted ÷ ${over}`;
}

/** Names of what is judged by a goal, or read by a program. */
export const LATENCY = { p50: 'accepted → arrived, p50', p99: 'accepted → arrived, p99' } as const;
export const FAN_OUT = 'events × subscribers per second of one core';
export const OVERLOAD = {
  goodput: 'goodput ÷ peak',
  refusal: 'slowest refusal',
  memory: 'RSS of the largest Node process',
  recovery: 'until served as before',
} as const;
export const LOST = 'messages lost';
export const NODE_RSS = 'RSS of all Node roles';
export const SLOWDOWN = {
  accept: 'accepted, slower by',
  endToEnd: 'end to end, slower by',
} as const;
export const NEXT_DUE_P99 = 'looking for what is due, p99';
export const WORKER_RSS = 'RSS of the worker, more by';
export const LIST_RATIO = 'pages ÷ pages from memory';
export const GROWTH_RATIO = 'CPU per message ÷ with a tenth';
