// A total of a table and the cells that it sums up: what a check of one tells, and the sums of cells.
import type { Mention } from '../claims';
import { exactly, type Interval } from '../figures';
import { alike, isAddable } from './amounts';
import type { GridRow } from './tables';

/** A total that its parts do not make. */
export interface WrongTotal {
  readonly total: Mention;
  readonly parts: readonly Mention[];
  /** What the parts add up to. */
  readonly value: number;
  /** False when the number looks like another kind of summary: an average, a maximum. */
  readonly plausible: boolean;
}

/** What totals should be that are wrong. */
export type Corrected = ReadonlyMap<Mention, number>;

/** A total that was added up, whether its parts make it or not. */
export interface Check extends WrongTotal {
  readonly holds: boolean;
}

/** True for a cell that stands for nothing: a dash, "nil". */
export function isNone(row: GridRow, column: number): boolean {
  return row.cells[column] === undefined && /^[–—−-]$|^nil$/i.test(row.texts[column] ?? '');
}

/** Every row has a figure in the column, alike the total. */
export function isWhole(group: readonly (Mention | undefined)[], total: Mention): boolean {
  return (
    group.length >= 2 && group.every(part => part !== undefined && isAddable(part) && alike(part, total))
  );
}

/** What cells add up to, those left out that are empty. */
export function sumOf(group: readonly (Mention | undefined)[], corrected: Corrected): Interval {
  return group.reduce((sum, part) => (part ? plus(sum, part, corrected) : sum), NOTHING);
}

export const NOTHING: Interval = { low: 0, high: 0 };

/** One more part, added as plain numbers: comparison allows for their last bits. */
export function plus(sum: Interval, part: Mention, corrected: Corrected): Interval {
  const { value } = part.figure.quantity;
  const range = isCounted(part) ? exactly(value) : part.figure.quantity.range;
  const shift = (corrected.get(part) ?? value) - value;
  return { low: sum.low + range.low + shift, high: sum.high + range.high + shift };
}

/** A few things, ships or incidents, are counted one by one; what is given in thousands is rounded. */
function isCounted({ figure: { quantity, scale, inherited } }: Mention): boolean {
  const { kind, value, qualifier } = quantity;
  return (
    kind === 'count' &&
    scale === undefined &&
    !inherited &&
    qualifier === undefined &&
    Number.isInteger(value) &&
    Math.abs(value) < MOST_COUNTED
  );
}

const MOST_COUNTED = 1000;

/** False where the number looks like another kind of summary: an average, a maximum. */
export function isPlausible(total: Mention, parts: readonly Mention[], value: number): boolean {
  const stated = total.figure.quantity.value;
  const ratio = value / stated;
  if (!(ratio > 0.5 && ratio < 1.9)) return false;
  const values = parts.map(part => part.figure.quantity.value);
  return values.some(part => part < 0) || stated > Math.max(...values);
}
