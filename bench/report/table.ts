import type { Verdict } from './goals.js';
import type { FigureRow, LoadRow, Report } from './report.js';
import type { Spread } from './spread.js';

const LOADS = [
  'work',
  'system',
  'end to end/s (min/median/max)',
  'accepted/s (min/median/max)',
  'CPU s per 1000',
  'peak RSS MiB',
];
const FIGURES = ['row', 'figure', 'min/median/max', 'unit'];
const GOALS = ['row', 'figure', 'measured', 'goal', ''];

/** The tables as Markdown, which reads well in a terminal, too: loads of mail, other figures, goals. */
export function tableOf({ rows, figures, goals }: Pick<Report, 'rows' | 'figures' | 'goals'>) {
  return [
    tableWith(LOADS, rows.map(loadCells)),
    tableWith(FIGURES, figures.map(figureCells)),
    tableWith(GOALS, goals.map(goalCells)),
  ]
    .filter((table) => table !== '')
    .join('\n\n');
}

function loadCells(row: LoadRow): string[] {
  return [
    row.work,
    row.system,
    textOf(row.e2ePerSecond, (value) => value.toFixed(0)),
    textOf(row.acceptPerSecond, (value) => value.toFixed(0)),
    row.cpuSecondsPer1000.toFixed(2),
    row.peakRssMiB.toFixed(0),
  ];
}

function figureCells({ row, name, unit, ...spread }: FigureRow): string[] {
  return [row, name, textOf(spread, rounded), unit];
}

function goalCells({ row, figure, measured, sense, value, unit, isMet }: Verdict): string[] {
  const goal = `${sense} ${value} ${unit}`.trim();
  if (measured === null) return [row, figure, '–', goal, 'not measured'];
  return [row, figure, `${rounded(measured)} ${unit}`.trim(), goal, isMet ? 'met' : 'missed'];
}

function textOf({ min, median, max }: Spread, text: (value: number) => string): string {
  return [min, median, max].map(text).join(' / ');
}

/** Three digits, or all that stand before the point; a count as it is. */
function rounded(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

function tableWith(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : align([head, ...rows]);
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) => lineOf(row.map((cell, i) => cell.padEnd(widths[i] ?? 0))));
  const rule = lineOf(widths.map((width) => '-'.repeat(width)));
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
