// Total rows of a table against the rows above or below them, column by column.
import type { Mention } from '../claims';
import { exactSum } from '../figures/decimal';
import { alike, isAddable, isAmount, overlap } from './amounts';
import { oddsOfSlip } from './slip';
import {
  type Check,
  type Corrected,
  isNone,
  isPlausible,
  isWhole,
  NOTHING,
  plus,
  sumOf,
  type WrongTotal,
} from './sum-checks';
import { type Grid, type GridRow, isAdded, mixesMeasures } from './tables';

/** A row further away than so many rows belongs to another sum. */
const REACH = 60;

/**
 * The totals that their columns do not make, where enough of the others show that the row is a sum.
 * @param corrected the totals of rows as they should be, where these are wrong
 */
export function* columnTotals(grid: Grid, corrected: Corrected): Iterable<WrongTotal> {
  if (mixesMeasures(grid)) return;
  const columns = grid.headers.map((_, column) => column).slice(1);
  const last = grid.rows.length - 1;
  let earlierHold = true;
  for (const [r, row] of grid.rows.entries()) {
    const unnamed = row.kind === 'part' && r === last && r > 1;
    if (row.kind !== 'total' && row.kind !== 'marked' && !unnamed) continue;
    const groups = groupsFor(grid, r);
    const checks = columns.flatMap(column => checkColumn(grid, r, column, groups, corrected) ?? []);
    const wrong = checks.filter(check => !check.holds);
    const holding = checks.length - wrong.length;
    // A last row that is called by the whole's name, such as the country's, is known by columns that add up.
    if (unnamed) {
      if (holding >= 2 && wrong.length * 2 <= holding) yield* wrong;
      continue;
    }
    const told =
      earlierHold &&
      ((row.kind === 'total' && isPlainTotal(grid, r)) ||
        isResult(row, checks) ||
        (row.kind === 'marked' && r > 2 && isNear(checks, r === last ? NEARLY : 0)) ||
        (row.kind === 'marked' && wrong.every(check => isConfirmed(grid, r, check))));
    // Other columns that add up show how the row is meant; a single column has to be told by its words.
    // Averages in the row of totals say nothing against it.
    const doubtful = wrong.filter(check => check.plausible).length;
    const single = checks.length === 1 && told && checks.every(({ total }) => isAmount(total));
    const trusted = holding > 0 ? doubtful <= Math.max(1, holding) : single;
    if (trusted) {
      if (holding > 0 || told) yield* wrong;
    }
    if (wrong.length > 0 && holding === 0) earlierHold = false;
  }
}

/** "Gross profit", set off below an amount and what is taken from it. */
function isResult(row: GridRow, checks: readonly Check[]): boolean {
  return (
    row.kind === 'marked' &&
    /\b(?:profit|loss|result|surplus|deficit|balance|ebitda?|income|margin)\b/i.test(row.label) &&
    checks.every(({ parts }) => parts.some(part => part.figure.quantity.value < 0))
  );
}

/** The next sum holds once this one is what its parts make. */
function isConfirmed(grid: Grid, r: number, { total, parts, value }: Check): boolean {
  const column = total.figure.cell?.column;
  const next = grid.rows.findIndex((row, i) => i > r && isSum(row));
  const sum = column === undefined ? undefined : grid.rows[next]?.cells[column];
  if (column === undefined || !sum || parts.length < 2) return false;
  const between = grid.rows.slice(r, next).filter(row => row.kind !== 'detail');
  const cells = between.filter(row => !isNone(row, column)).map(row => row.cells[column]);
  const corrected = new Map([[total, value]]);
  return isWhole(cells, sum) && overlap(sumOf(cells, corrected), sum.figure.quantity.range);
}

/** A row set off that is nearly what several rows add up to: "Germany" below its states. */
function isNear(checks: readonly Check[], within: number): boolean {
  return checks.every(
    ({ holds, parts, value, total }) =>
      holds || (parts.length >= 3 && isNearly(total.figure.quantity.value, value, within)),
  );
}

/** Nearly the sum, or the sum but for a digit. */
function isNearly(stated: number, value: number, within: number): boolean {
  const off = Math.abs(value / stated - 1);
  return off <= within || (off <= 2 * NEARLY && oddsOfSlip(stated, value) > 0);
}

const NEARLY = 0.05;

/** "Total", or a row set off, or one that has a unit of its rows' kind: not "Total staff" among other key figures. */
function isPlainTotal(grid: Grid, r: number): boolean {
  const row = grid.rows[r];
  if (!row) return false;
  const bare = /^(?:grand |sub-?)?totals?$|^(?:sum|all|overall|combined)$/i.test(row.label);
  const measured = row.cells.some(cell => cell && cell.figure.quantity.kind !== 'count');
  return bare || measured || isBold(row);
}

function isBold(row: GridRow): boolean {
  return row.row.cells.some(cell => cell.prose.marks.some(mark => mark.kind === 'strong'));
}

function checkColumn(
  grid: Grid,
  r: number,
  column: number,
  rows: readonly (readonly GridRow[])[],
  corrected: Corrected,
): Check | undefined {
  const total = grid.rows[r]?.cells[column];
  if (!total || !isAddable(total) || !isAdded(grid.headers[column] ?? '')) return undefined;
  if (total.figure.quantity.kind === 'percent' && total.figure.quantity.value !== 100) return undefined;
  const groups = rows.map(group => group.filter(row => !isNone(row, column)).map(row => row.cells[column]));
  const main = groups.find(group => group.length >= 2);
  if (!main) return undefined;
  const stated = total.figure.quantity.range;
  const holds =
    groups.some(group => isWhole(group, total) && overlap(sumOf(group, corrected), stated)) ||
    someRunHolds(grid, r, column, total, corrected);
  const parts = main.filter(part => part !== undefined);
  // A dash may stand for nothing or for what nobody knows: it lets a sum hold, and none be wrong.
  const blank = rows.some(group => group.some(row => isNone(row, column)));
  if (!isWhole(main, total) || (blank && !holds))
    return holds ? { total, parts, value: 0, holds, plausible: false } : undefined;
  const value = exactSum(parts.map(part => corrected.get(part) ?? part.figure.quantity.value));
  return { total, parts, value, holds, plausible: isPlausible(total, parts, value) };
}

/** The rows that a total may sum up, the likeliest first. */
function groupsFor(grid: Grid, r: number): (readonly GridRow[])[] {
  const above = grid.rows.slice(Math.max(0, r - REACH), r).filter(row => row.kind !== 'detail');
  const lastSum = above.findLastIndex(isSum);
  const since = above.slice(lastSum + 1);
  const sums = above.filter(isSum);
  const below = grid.rows.slice(r + 1, r + 1 + REACH).filter(row => row.kind !== 'detail');
  const end = below.findIndex(isSum);
  return [
    since,
    ...(r === 0 ? [end < 0 ? below : below.slice(0, end)] : []),
    above.slice(Math.max(0, lastSum)),
    above.filter(row => !isSum(row)),
    sums,
    sums.slice(-2),
  ].filter(group => group.length >= 2);
}

function isSum(row: GridRow): boolean {
  return row.kind === 'total' || row.kind === 'marked';
}

/** True when the rows right above, from any row on, make the total. */
function someRunHolds(grid: Grid, r: number, column: number, total: Mention, corrected: Corrected): boolean {
  let sum = NOTHING;
  let count = 0;
  for (let i = r - 1; i >= Math.max(0, r - REACH); i--) {
    const row = grid.rows[i];
    const part = row?.cells[column];
    if (row?.kind === 'detail' || !part || !alike(part, total)) continue;
    sum = plus(sum, part, corrected);
    count++;
    if (count >= 2 && overlap(sum, total.figure.quantity.range)) return true;
  }
  return false;
}
