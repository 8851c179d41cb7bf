import { goalFor } from './goals.js';
import type { Ratio, Report, Row } from './report.js';
import type { Spread } from './spread.js';

/** The figures as Markdown, which reads well in a terminal, too. */
export function tableOf({ rows, ratios }: Pick<Report, 'rows' | 'ratios'>): string {
  const figures = align([
    [
      'work',
      'system',
      'end to end/s (min/median/max)',
      'accepted/s (min/median/max)',
      'CPU s per 1000',
      'peak RSS MiB',
    ],
    ...rows.map(cellsOf),
  ]);
  if (ratios.length === 0) return figures;
  return `${figures}\n\n${align([['work', 'Posthouse ÷', 'median', 'goal'], ...ratios.map(ratioCellsOf)])}`;
}

function cellsOf(row: Row): string[] {
  return [
    row.work,
    row.system,
    textOf(row.e2ePerSecond),
    textOf(row.acceptPerSecond),
    row.cpuSecondsPer1000.toFixed(2),
    row.peakRssMiB.toFixed(0),
  ];
}

function textOf({ min, median, max }: Spread): string {
  return [min, median, max].map((value) => value.toFixed(0)).join(' / ');
}

function ratioCellsOf({ work, over, median }: Ratio): string[] {
  const goal = goalFor(work, over);
  const verdict = goal === null ? '' : `≥ ${goal}: ${median >= goal ? 'reached' : 'missed'}`;
  return [work, over, `${median.toFixed(2)}×`, verdict];
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
