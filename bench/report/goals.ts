import {
  acceptRatio,
  FAN_OUT,
  GROWTH_RATIO,
  LATENCY,
  LIST_RATIO,
  LOST,
  NEXT_DUE_P99,
  NODE_RSS,
  OVERLOAD,
  ratioName,
  SLOWDOWN,
  type Figure,
  WORKER_RSS,
} from './figure.js';
import { medianOf } from './spread.js';

/** What the median of a figure is to reach at least, or at most. */
export interface Goal {
  readonly row: string;
  readonly figure: string;
  readonly sense: '≥' | '≤';
  readonly value: number;
}

/** A goal of a row that was asked for, and what became of it. */
export interface Verdict extends Goal {
  readonly unit: string;
  /** Null when the row, or one it is compared with, failed or was left out. */
  readonly measured: number | null;
  readonly isMet: boolean;
}

const GOALS: readonly Goal[] = [
  atLeast(4, '10k-50-signed', ratioName('postfix+opendkim')),
  atLeast(2, '10k-50-signed', ratioName('postfix')),
  atLeast(3, '10k-50-unsigned', ratioName('haraka')),
  atLeast(2.5, '100k-50-signed', ratioName('postfix+opendkim')),
  atLeast(1, '10k-1-signed', ratioName('postfix')),
  atLeast(1, '10k-10-newconn', ratioName('postfix')),
  atLeast(1, 'send-messages', acceptRatio('SMTP')),
  atMost(15, 'latency-idle', LATENCY.p50),
  atMost(300, 'latency-70', LATENCY.p99),
  atMost(0, 'latency-70', LOST),
  atLeast(60_000, 'fan-out', FAN_OUT),
  atLeast(0.9, 'overload', OVERLOAD.goodput),
  atMost(1_000, 'overload', OVERLOAD.refusal),
  atMost(512, 'overload', OVERLOAD.memory),
  atMost(10, 'overload', OVERLOAD.recovery),
  atLeast(0.9, 'overload-api', OVERLOAD.goodput),
  atMost(512, 'overload-api', OVERLOAD.memory),
  atMost(10, 'overload-api', OVERLOAD.recovery),
  atMost(700, '10k-50-signed', NODE_RSS),
  atMost(10, 'deferred-1m', SLOWDOWN.accept),
  atMost(10, 'deferred-1m', SLOWDOWN.endToEnd),
  atMost(5, 'deferred-1m', NEXT_DUE_P99),
  atMost(64, 'deferred-1m', WORKER_RSS),
  atLeast(0.5, 'message-list', LIST_RATIO),
  atMost(1.1, 'growth', GROWTH_RATIO),
  atMost(1.1, 'growth-10m', GROWTH_RATIO),
];

/** What became of the goals of these rows. */
export function verdictsOn(rows: readonly string[], figures: readonly Figure[]): Verdict[] {
  return GOALS.filter(({ row }) => rows.includes(row)).map((goal) => {
    const figure = figures.find(({ row, name }) => row === goal.row && name === goal.figure);
    const measured = figure ? medianOf(figure.values) : null;
    return { ...goal, unit: figure?.unit ?? '', measured, isMet: isMet(goal, measured) };
  });
}

function isMet({ sense, value }: Goal, measured: number | null): boolean {
  if (measured === null) return false;
  return sense === '≥' ? measured >= value : measured <= value;
}

function atLeast(value: number, row: string, figure: string): Goal {
  return { row, figure, sense: '≥', value };
}

function atMost(value: number, row: string, figure: string): Goal {
  return { row, figure, sense: '≤', value };
}
