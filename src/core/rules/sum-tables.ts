// Sums in tables: total rows against the rows above or below them, total columns against the columns beside them.
import type { Mention } from '../claims';
import { exactly, type Interval } from '../figures';
import { exactSum } from '../figures/decimal';
import { alike, isAmount, overlap } from './amounts';
import type { Found } from './rule';
import { cellFound, scaleSlipIn, slipFound, sumFound } from './sum-slips';
import { type Grid, type GridRow, isAdded, mixesMeasures, saysTotal } from './tables';

/** A row or column further away than this belongs to another sum. */
const REACH = 60;

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

interface WrongTotal {
  readonly total: Mention;
  readonly parts: readonly Mention[];
  /** What the parts add up to. */
  readonly value: number;
  /** False when the number looks like another kind of summary: an average, a maximum. */
  readonly plausible: boolean;
}

type Corrected = ReadonlyMap<Mention, number>;

// ---------------------------------------------------------------------------------------------------------- columns

function* columnTotals(grid: Grid, corrected: Corrected): Iterable<WrongTotal> {
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
    const told = earlierHold && ((row.kind === 'total' && isPlainTotal(grid, r)) || isResult(row, checks));
    // Other columns that add up show how the row is meant; a single column has to be told by its words.
    // Averages in the row of totals say nothing against it.
    const doubtful = wrong.filter(check => check.plausible).length;
    const trusted = holding > 0 ? doubtful <= Math.max(1, holding) : checks.length === 1 && told;
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

interface Check extends WrongTotal {
  readonly holds: boolean;
}

function checkColumn(
  grid: Grid,
  r: number,
  column: number,
  rows: readonly (readonly GridRow[])[],
  corrected: Corrected,
): Check | undefined {
  const total = grid.rows[r]?.cells[column];
  if (!total || !isAmount(total) || !isAdded(grid.headers[column] ?? '')) return undefined;
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

function isNone(row: GridRow, column: number): boolean {
  return row.cells[column] === undefined && /^[–—−-]$|^nil$/i.test(row.texts[column] ?? '');
}

/** Every row has a figure in the column, alike the total. */
function isWhole(group: readonly (Mention | undefined)[], total: Mention): boolean {
  return group.length >= 2 && group.every(part => part !== undefined && isAmount(part) && alike(part, total));
}

function sumOf(group: readonly (Mention | undefined)[], corrected: Corrected): Interval {
  return group.reduce((sum, part) => (part ? plus(sum, part, corrected) : sum), NOTHING);
}

const NOTHING: Interval = { low: 0, high: 0 };

/** One more part, added as plain numbers: comparison allows for their last bits. */
function plus(sum: Interval, part: Mention, corrected: Corrected): Interval {
  const { range, value } = part.figure.quantity;
  const shift = (corrected.get(part) ?? value) - value;
  return { low: sum.low + range.low + shift, high: sum.high + range.high + shift };
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

function isPlausible(total: Mention, parts: readonly Mention[], value: number): boolean {
  const stated = total.figure.quantity.value;
  const ratio = value / stated;
  if (!(ratio > 0.5 && ratio < 1.9)) return false;
  const values = parts.map(part => part.figure.quantity.value);
  return values.some(part => part < 0) || stated > Math.max(...values);
}

// ------------------------------------------------------------------------------------------------------------- rows

/** Total columns, and years beside their quarters, where most rows add up. */
function* rowTotals(grid: Grid): Iterable<WrongTotal> {
  for (const column of grid.headers.keys()) {
    const all = columnsFor(grid, column);
    if (!all) continue;
    const named = saysTotal(grid.headers[column] ?? '');
    for (const group of [all, ...withoutFirst(all)]) {
      const checks = grid.rows.flatMap(row => checkRow(row, column, group) ?? []);
      const wrong = checks.filter(check => !check.holds);
      const holding = checks.length - wrong.length;
      // Columns that are left out must be shown to be none of the sum.
      if (holding < (group === all ? 1 : 2)) continue;
      if (holding > wrong.length || (holding === wrong.length && named)) {
        yield* wrong;
        break;
      }
    }
  }
}

/** The first one or two columns may tell something else of the row: "Seats" before its costs. */
function withoutFirst(columns: readonly number[]): (readonly number[])[] {
  return [columns.slice(1), columns.slice(2)].filter(some => some.length >= 2);
}

/** The columns that a column may sum up. */
function columnsFor(grid: Grid, column: number): readonly number[] | undefined {
  const { headers } = grid;
  const header = headers[column] ?? '';
  if (column === 0) return undefined;
  const before = headers.slice(0, column);
  const quarters = before.slice(-4).every((name, i) => new RegExp(`\\bq${i + 1}\\b`, 'i').test(name));
  const halves = before.slice(-2).every((name, i) => new RegExp(`\\bh${i + 1}\\b`, 'i').test(name));
  const ofYear = halfOf(header, before);
  if (ofYear) return ofYear;
  if (column > 4 && quarters) return [column - 4, column - 3, column - 2, column - 1];
  if (column > 2 && halves) return [column - 2, column - 1];
  if (!saysTotal(header) || !isAdded(header)) return undefined;
  const added = (at: number) =>
    isAdded(headers[at] ?? '') &&
    !saysTotal(headers[at] ?? '') &&
    grid.rows.some(row => row.cells[at] !== undefined);
  const left: number[] = [];
  for (let at = column - 1; at > 0 && added(at); at--) left.unshift(at);
  if (left.length >= 2) return left;
  const right: number[] = [];
  for (let at = column + 1; at < headers.length && added(at); at++) right.push(at);
  return right.length >= 2 ? right : undefined;
}

/** "H1" right behind Q1 and Q2, "9M" behind three quarters. */
function halfOf(header: string, before: readonly string[]): readonly number[] | undefined {
  const wanted = /\bh1\b/i.test(header)
    ? [1, 2]
    : /\bh2\b/i.test(header)
      ? [3, 4]
      : /\b9m\b/i.test(header)
        ? [1, 2, 3]
        : [];
  const columns = before.map((_, at) => at).slice(before.length - wanted.length);
  const all = columns.every(
    (at, i) => at > 0 && new RegExp(`\\bq${wanted[i]}\\b`, 'i').test(before[at] ?? ''),
  );
  return wanted.length > 0 && columns.length === wanted.length && all ? columns : undefined;
}

function checkRow(row: GridRow, column: number, group: readonly number[]): Check | undefined {
  const total = row.cells[column];
  const cells = group.filter(at => !isNone(row, at)).map(at => row.cells[at]);
  if (!total || !isAmount(total) || total.figure.quantity.kind === 'percent' || !isWhole(cells, total))
    return undefined;
  const parts = cells.filter(part => part !== undefined);
  const value = exactSum(parts.map(part => part.figure.quantity.value));
  const holds =
    isAtMost(total) && parts.some(isAtMost)
      ? overlap(sumOf(parts.map(atMost), new Map()), atMost(total).figure.quantity.range)
      : overlap(sumOf(parts, new Map()), total.figure.quantity.range);
  const blank = cells.length < group.length;
  if (blank && !holds) return undefined;
  return { total, parts, value, holds, plausible: isPlausible(total, parts, value) };
}

function isAtMost({ figure }: Mention): boolean {
  return figure.quantity.qualifier === 'at-most';
}

/** "up to 615 and 85, up to 700 in all": the most of the parts make the most of the total. */
function atMost(mention: Mention): Mention {
  const { figure } = mention;
  if (!isAtMost(mention)) return mention;
  return {
    ...mention,
    figure: { ...figure, quantity: { ...figure.quantity, range: exactly(figure.quantity.value) } },
  };
}
