// Sums in tables: total rows against the rows above or below them, total columns against the columns beside them.
import type { Mention } from '../claims';
import type { Found } from './rule';
import type { WrongTotal } from './sum-checks';
import { columnTotals } from './sum-columns';
import { rowTotals } from './sum-rows';
import { cellFound, scaleSlipIn, slipFound, sumFound } from './sum-slips';
import type { Grid } from './tables';

export function* checkSums(grid: Grid): Iterable<Found> {
  const rows = [...rowTotals(grid)];
  const crossed = crossingCells(rows, [...columnTotals(grid, new Map())]);
  // A column is added with the row totals as they should be: a wrong one is shown at its row alone.
  const own = rows.filter(({ total }) => !crossed.totals.has(total));
  const corrected = new Map(own.map(({ total, value }) => [total, value]));
  const columns = [...columnTotals(grid, corrected)].filter(({ total }) => !crossed.totals.has(total));
  yield* crossed.found;
  const told = new Set<number>();
  for (const { total, parts, value, plausible } of [...own, ...columns]) {
    const slip = scaleSlipIn(total, parts);
    const found = slip ? slipFound(slip, total) : plausible ? sumFound(total, parts, value) : undefined;
    if (found && !told.has(found.span.start)) yield found;
    if (found) told.add(found.span.start);
  }
}

/** A cell that breaks its row and its column by the same amount is itself the wrong one: one finding for both. */
function crossingCells(rows: readonly WrongTotal[], columns: readonly WrongTotal[]) {
  const totals = new Set<Mention>();
  const found: Found[] = [];
  for (const row of rows) {
    const off = row.value - row.total.figure.quantity.value;
    for (const column of columns) {
      const cell = row.parts.find(part => column.parts.includes(part));
      const offToo = column.value - column.total.figure.quantity.value;
      if (!cell || Math.abs(off - offToo) > Math.abs(off) * CLOSE) continue;
      totals.add(row.total).add(column.total);
      found.push(cellFound(cell, cell.figure.quantity.value - off, [row.total, column.total]));
    }
  }
  return { totals, found };
}

/** Rounded rows and columns are off by nearly the same amount. */
const CLOSE = 0.02;
