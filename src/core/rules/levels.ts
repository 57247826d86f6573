// Levels: amounts that stand for themselves, which of them may be values of one thing, and the change between two.
import { exactly, type Interval } from '../figures';
import { alike, baseUnit, isCountedOut } from './amounts';
import type { Part } from './sentences';
import { isBare } from './shares';

/** An amount that stands for itself: no change, rate of change or range, and no kind of thing, as "a 6-inch wafer" is. */
export function isLevel({ mention: { figure } }: Part): boolean {
  const { kind } = figure.quantity;
  return (
    kind !== 'multiple' &&
    kind !== 'points' &&
    kind !== 'ratio' &&
    kind !== 'duration' &&
    figure.ends === undefined &&
    (kind === 'money' || !NAMES_KIND.test(figure.text))
  );
}

const NAMES_KIND = /\d-\p{L}/u;

/** The values of a part beside another: "$1.1 million" beside "$1.4 million per kilometre" means the same rate. */
export function levelsOf(part: Part, other: Part): Interval {
  const { unit, range, value, stated } = part.mention.figure.quantity;
  const rate = other.mention.figure.quantity.unit;
  const isWritten =
    unit.includes('/') || rate.includes('/') || leavesUnit(part, other) || leavesUnit(other, part);
  if (unit === rate || !stated || value === 0 || !isWritten)
    return isCountedOut(part.mention) && !part.mention.figure.cell ? exactly(value) : range;
  const factor = (stated.value * 10 ** stated.power) / value;
  return { low: range.low * factor, high: range.high * factor };
}

/** True when two levels may be values of one thing at two times. */
export function comparable(a: Part, b: Part): boolean {
  if (alike(a.mention, b.mention) || leavesUnit(a, b) || leavesUnit(b, a)) return true;
  const [one, other] = [a.mention.figure.quantity, b.mention.figure.quantity];
  if (one.kind === 'count' && other.kind === 'count' && (isAnything(a) || isAnything(b))) return true;
  const areMoney = a.mention.money && b.mention.money;
  if (one.kind !== other.kind && !areMoney) return false;
  const isOneARate = one.unit.includes('/') !== other.unit.includes('/');
  return (areMoney || isOneARate) && baseUnit(one.unit) === baseUnit(other.unit);
}

/** "5.6 million robots, up from 3.9 million units" */
function isAnything({ mention }: Part): boolean {
  return /^(?:units|pieces|items)$/.test(mention.figure.quantity.unit);
}

/** "84.1 million tonnes, after 89.3 million a year earlier": one of two values leaves its unit to the other. */
function leavesUnit(bare: Part, other: Part): boolean {
  const [one, two] = [bare.mention.figure, other.mention.figure];
  return (
    isBare(bare.mention) &&
    two.quantity.kind !== 'percent' &&
    two.quantity.stated !== undefined &&
    one.scale !== undefined &&
    one.quantity.stated?.power === two.quantity.stated.power
  );
}

/** The change in percent from one value to another: all that their roundings allow. */
export function percentChange(from: Interval, to: Interval): Interval {
  return { low: (to.low / from.high - 1) * 100, high: (to.high / from.low - 1) * 100 };
}

/** Of the change that two rounded ends allow, the part that nearly all pairs of values are in. */
const LIKELY = 0.9;

/**
 * The change in percent without the far ends of what the roundings allow, for both ends are hardly ever rounded as far as
 * they can be, and in opposite ways.
 * @param slack how far a change is always allowed to be from the one between the values, in percentage points
 */
export function likelyChange(from: Interval, to: Interval, slack = 0): Interval {
  const { low, high } = percentChange(from, to);
  const middle = (low + high) / 2;
  if (![middle, from.high, to.high].every(Number.isFinite)) return { low: low - slack, high: high + slack };
  const spread = Math.max(((high - low) / 2) * LIKELY, slack);
  return { low: middle - spread, high: middle + spread };
}
