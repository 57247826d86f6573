// Figures of prose that the text works out from the cells of a table: the rows that a sentence names, or all rows together.
import { comparable, type Mention } from '../claims';
import { type Interval, meets } from '../figures';
import { gather, once, remember } from '../text/remember';
import { baseUnit } from './amounts';
import type { Reading } from './reading';
import { type Grid, gridsIn } from './tables';

/** What says that an amount is of several things at once. */
const TOGETHER = /\b(?:together|combined|between them|in all|altogether|jointly|in total|all told)\b/i;
/** More rows and tables than these are not gone through. */
const MOST_ROWS = 60;
const MOST_GRIDS = 12;
const LEAST_LABEL = 4;

const known = new WeakMap<Reading, ReadonlyMap<unknown, readonly Grid[]>>();

/** True when a figure is the sum, difference, share or growth of cells that its sentence speaks of. */
export function isFromTable(reading: Reading, mention: Mention, stated: Interval): boolean {
  const { figure } = mention;
  if (figure.cell) return false;
  const sentence = reading.report.text.slice(figure.sentence.start, figure.sentence.end).slice(0, 600);
  const own = tablesOf(reading, figure.section);
  if (own.some(grid => isOfRows(mention, stated, rowsNamed(grid, sentence)))) return true;
  if (!TOGETHER.test(sentence)) return false;
  return gridsIn(reading)
    .slice(0, MOST_GRIDS)
    .some(grid => isOfManyRows(mention, stated, columnsOf(grid)));
}

/** The tables of a section. */
export function tablesOf(reading: Reading, section: unknown): readonly Grid[] {
  const bySection = remember(known, reading, () => {
    const groups = new Map<unknown, Grid[]>();
    for (const grid of gridsIn(reading)) gather(groups, grid.section, grid);
    return groups;
  });
  return bySection.get(section) ?? [];
}

/** "Kasonta smelter" is named as "Kasonta" too. */
function isNamed(label: string, sentence: string): boolean {
  if (label.length < LEAST_LABEL) return false;
  const name = nameOf(label);
  return sentence.includes(label) || (name !== '' && sentence.includes(name));
}

const nameOf = once((label: string) => /^\p{Lu}\p{L}{4,}/u.exec(label)?.[0] ?? '');

/** The columns of the rows whose label stands in a sentence. */
function rowsNamed({ rows, headers }: Grid, sentence: string): readonly (readonly Mention[])[] {
  const named = rows
    .slice(0, MOST_ROWS)
    .filter(({ texts }) => texts.slice(0, 2).some(label => isNamed(label, sentence)));
  if (named.length < 2) return [];
  return headers.map((_, column) => named.flatMap(({ cells }) => cells[column] ?? []));
}

/** The amounts of each column without its totals. */
function columnsOf({ rows, headers }: Grid): readonly (readonly Mention[])[] {
  const parts = rows.slice(0, MOST_ROWS).filter(({ kind }) => kind === 'part');
  return headers.map((_, column) => parts.flatMap(({ cells }) => cells[column] ?? []));
}

function isOfRows(mention: Mention, stated: Interval, columns: readonly (readonly Mention[])[]): boolean {
  return columns.some(cells => {
    const values = cells.map(({ figure }) => Math.abs(figure.quantity.value));
    if (values.length < 2) return false;
    const isAmount = cells.every(cell => isAlike(cell, mention));
    if (isAmount && meets(exact(sumOf(values)), stated)) return true;
    return values.some((a, i) =>
      values.some((b, k) => {
        if (i === k || b === 0) return false;
        if (isAmount) return meets(exact(Math.abs(a - b)), stated);
        return isPercent(mention) && [a / b, Math.abs(a / b - 1)].some(part => meets(percent(part), stated));
      }),
    );
  });
}

/** The sum of a column, of its first or last rows, or of all but one; for a percentage, what part of the whole that is. */
function isOfManyRows(mention: Mention, stated: Interval, columns: readonly (readonly Mention[])[]): boolean {
  return columns.some(cells => {
    const values = cells.map(({ figure }) => figure.quantity.value);
    const whole = sumOf(values);
    if (values.length < 3 || whole <= 0) return false;
    let top = 0;
    const sums = [whole, ...values.map(value => whole - value)];
    for (const value of values) {
      top += value;
      sums.push(top, whole - top);
    }
    if (cells.every(cell => isAlike(cell, mention))) return sums.some(sum => meets(exact(sum), stated));
    return isPercent(mention) && sums.some(sum => sum < whole && meets(percent(sum / whole), stated));
  });
}

/** Amounts of one kind, whatever the time is that they are for. */
function isAlike(a: Mention, b: Mention): boolean {
  if (comparable(a, b)) return true;
  return a.money && b.money && baseUnit(a.figure.quantity.unit) === baseUnit(b.figure.quantity.unit);
}

function isPercent({ figure: { quantity } }: Mention): boolean {
  return quantity.kind === 'percent';
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function exact(value: number): Interval {
  return { low: value * 0.999, high: value * 1.001 };
}

function percent(part: number): Interval {
  return { low: part * 100 - 0.5, high: part * 100 + 0.5 };
}
