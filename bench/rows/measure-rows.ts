import type { Results } from '../report/report.js';
import type { Measured, Row, Scene } from './row.js';

/** Every row after the other; what one cannot measure is missing in the results. */
export async function measureRows(rows: readonly Row[], scene: Scene): Promise<Results> {
  const measured: Measured[] = [];
  for (const row of rows) {
    const own = await scene.contestants.orFail(row.name, () => row.measure(scene));
    if (own) measured.push(own);
  }
  return {
    rows: rows.map(({ name }) => name),
    cells: measured.flatMap(({ cells }) => cells),
    figures: measured.flatMap(({ figures }) => figures),
  };
}
