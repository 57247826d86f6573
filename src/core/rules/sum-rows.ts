// Total columns of a table against the columns beside them, row by row.
import type { Mention } from '../claims';
import { exactly } from '../figures';
import { exactSum } from '../figures/decimal';
import { isAmount, overlap } from './amounts';
import { type Check, isNone, isPlausible, isWhole, sumOf, type WrongTotal } from './sum-checks';
import { type Grid, type GridRow, isAdded, saysTotal } from './tables';

/** Total columns, and years beside their quarters, where most rows add up. */
export function* rowTotals(grid: Grid): Iterable<WrongTotal> {
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
