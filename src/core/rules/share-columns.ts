// Columns of shares beside the amounts that they are shares of: each row's share against its amount and the total.
import type { Mention } from '../claims';
import { type Interval, meets } from '../figures';
import { alike, isAmount } from './amounts';
import type { Found } from './rule';
import { isRatio, ratioFound } from './share-ratios';
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

const IS_SHARE =
  /%|\bper ?cent|\b(?:share|margin|occupancy|utili[sz]ation|turnout|penetration|coverage|rate)\b/i;
const IS_CHANGE = /\b(?:change|growth|var(?:iance|iation)?|increase|decrease|yoy|y\/y)\b|±|Δ/i;

/** A column of what part one amount of each row is of another: "On order as % of fleet". */
export function* sharesOfColumns(grid: Grid): Iterable<Found> {
  for (const [column, header] of grid.headers.entries()) {
    if (column === 0 || IS_CHANGE.test(header)) continue;
    if (IS_SHARE.test(header) || isPercent(grid.rows[0]?.cells[column]))
      yield* firstOfPairs(grid, column, (parts, wholes) => wrongParts(grid.rows, column, parts, wholes));
    else if (IS_RATIO.test(header))
      yield* firstOfPairs(grid, column, (totals, counts) => wrongRatios(grid.rows, column, totals, counts));
  }
}

/** What is wrong by the first two other columns by which something is. */
function* firstOfPairs(
  { headers }: Grid,
  column: number,
  check: (one: number, other: number) => Iterable<Found>,
): Iterable<Found> {
  for (const one of headers.keys())
    for (const other of headers.keys()) {
      if (one === other || one === column || other === column) continue;
      const wrong = [...check(one, other)];
      yield* wrong;
      if (wrong.length > 0) return;
    }
}

/** "EV/EBITDA", "Sales per shop", "Average price": one amount of each row over another. */
const IS_RATIO = /\bper\b|\p{L}\s?\/\s?\p{L}|\b(?:ratio|multiple|average|avg|yield)\b/iu;

function* wrongRatios(
  rows: readonly GridRow[],
  column: number,
  totals: number,
  counts: number,
): Iterable<Found> {
  const checks = rows.flatMap(({ cells, kind }) => {
    const [ratio, total, count] = [cells[column], cells[totals], cells[counts]];
    if (kind !== 'part' || !ratio || !total || !count || !isAmount(total) || !isAmount(count)) return [];
    return [{ ratio, total, count, holds: isRatio(ratio, total, count) }];
  });
  if (!mostHold(checks)) return;
  for (const { ratio, total, count, holds } of checks) if (!holds) yield ratioFound(ratio, total, count);
}

function mostHold(checks: readonly { readonly holds: boolean }[]): boolean {
  const holding = checks.filter(({ holds }) => holds).length;
  return holding >= AGREEING && holding >= checks.length * AGREEING_PART;
}

function* wrongParts(
  rows: readonly GridRow[],
  column: number,
  parts: number,
  wholes: number,
): Iterable<Found> {
  const checks = rows.flatMap(({ cells, kind }) => {
    const [share, part, whole] = [cells[column], cells[parts], cells[wholes]];
    // A wrong total has a finding of its own.
    if (kind !== 'part' || !share || !part || !whole || !isAmount(part) || !isAmount(whole)) return [];
    // Nothing is nothing of anything.
    if (share.figure.quantity.value === 0) return [];
    if (!alike(part, whole) || whole.figure.quantity.value <= 0) return [];
    return [{ share, part, whole, holds: meets(ratioOf({ part, whole }), percentOf(share)) }];
  });
  if (!mostHold(checks)) return;
  for (const { share, part, whole, holds } of checks) if (!holds) yield shareFound(share, { part, whole });
}

/** A number without a unit of its own, in a column of percentages, is one: what its row counts is no matter. */
function percentOf({ figure: { quantity, inherited, text } }: Mention): Interval {
  const { range, stated, value, kind } = quantity;
  const isBare = kind !== 'percent' && (inherited || /^[\d.,\s]+$/.test(text));
  if (!isBare || !stated || value === 0) return range;
  const factor = stated.value / value;
  return { low: range.low * factor, high: range.high * factor };
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
  if (!mostHold(checks)) return;
  for (const { share, part, holds } of checks) if (!holds) yield shareFound(share, { part, whole });
}
