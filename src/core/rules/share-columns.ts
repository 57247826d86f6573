// Columns of shares beside the amounts that they are shares of: each row's share against its amount and the total.
import type { Mention } from '../claims';
import { meets } from '../figures';
import { isAmount } from './amounts';
import type { Found } from './rule';
import { ratioOf, shareFound } from './shares';
import { type Grid, type GridRow, saysTotal } from './tables';

/** So many rows must agree, and so large a part of them, before one that does not is wrong. */
const AGREEING = 3;
const AGREEING_PART = 0.74;

export function* sharesBesideAmounts(grid: Grid): Iterable<Found> {
  for (const [column, header] of grid.headers.entries()) {
    if (column === 0 || !/\bshare|\bweight|%|\bper ?cent/i.test(header)) continue;
    const total = grid.rows.findLast(row => isWhole(row, column));
    if (!total) continue;
    const rows = grid.rows.filter(row => row !== total && isPercent(row.cells[column]));
    for (const amounts of grid.headers.keys()) yield* wrongShares(rows, total, column, amounts);
  }
}

/** A row that is called a total, or whose share is the whole. */
function isWhole({ label, cells }: GridRow, column: number): boolean {
  const share = cells[column];
  return isPercent(share) && (share?.figure.quantity.value === 100 || saysTotal(label));
}

function isPercent(mention: Mention | undefined): boolean {
  return mention?.figure.quantity.kind === 'percent';
}

function* wrongShares(
  rows: readonly GridRow[],
  total: GridRow,
  column: number,
  amounts: number,
): Iterable<Found> {
  const whole = total.cells[amounts];
  if (!whole || !isAmount(whole) || whole.figure.quantity.value <= 0) return;
  const checks = rows.flatMap(({ cells }) => {
    const [share, part] = [cells[column], cells[amounts]];
    if (!share || !part || !isAmount(part)) return [];
    return [{ share, part, holds: meets(ratioOf({ part, whole }), share.figure.quantity.range) }];
  });
  const holding = checks.filter(({ holds }) => holds).length;
  if (holding < AGREEING || holding < checks.length * AGREEING_PART) return;
  for (const { share, part, holds } of checks) if (!holds) yield shareFound(share, { part, whole });
}
