// A part of a whole and its percentage: what it must be, and the finding where it is something else.
import type { Mention } from '../claims';
import { spellLike } from '../figures';
import { divide, type Interval } from '../figures/interval';
import { alike, baseUnit, isAmount, valuesOf } from './amounts';
import type { Found } from './rule';

/** So far from a percentage its part and whole are looked for, in UTF-16 code units. */
export const SHARE_REACH = 160;

/** A part of a whole, and the percentage that the sentence gives for it. */
export interface Share {
  readonly part: Mention;
  readonly whole: Mention;
  /** The sentence says "A of B" right before the percentage. */
  readonly explicit?: boolean;
}

export function shareFound(percent: Mention, { part, whole }: Share): Found {
  const { figure } = percent;
  const { low, high } = wholeFor(part, whole);
  const right = (part.figure.quantity.value / ((low + high) / 2)) * 100;
  const decimals = /\d[.,](\d+)/.exec(figure.text)?.[1]?.length ?? 0;
  const rounded = Number(right.toFixed(right < 1 ? Math.max(decimals, 2) : decimals));
  const newText = figure.quantity.kind === 'percent' ? spellLike(rounded, figure) : String(rounded);
  return {
    span: figure.span,
    message: `“${figure.text}” does not fit: “${part.figure.text}” of “${whole.figure.text}” is ${newText}.`,
    related: [
      { span: part.figure.span, message: 'The part' },
      { span: whole.figure.span, message: 'The whole' },
    ],
    fixes: [
      { kind: 'edits', title: `Write ${newText}`, edits: [{ span: figure.core, newText }], certain: false },
    ],
  };
}

/** The share in percent, with half a point of slack for values that were rounded after it was computed. */
export function ratioOf({ part, whole }: Share): Interval {
  const { low, high } = divide(valuesOf(part), wholeFor(part, whole));
  return { low: low * 100 - 0.05, high: high * 100 + 0.05 };
}

/** The whole in the unit as written where the part has none: 727 for "189 of 727 GWh", "71 million of 98 million tonnes". */
function wholeFor(part: Mention, whole: Mention): Interval {
  const { stated, value } = whole.figure.quantity;
  const range = valuesOf(whole);
  if (!isBare(part) || isBare(whole) || whole.figure.quantity.kind === 'count' || !stated || value === 0)
    return range;
  const scale = part.figure.scale === undefined ? 0 : stated.power;
  const factor = (stated.value * 10 ** scale) / value;
  return { low: range.low * factor, high: range.high * factor };
}

/** A number without a unit of its own: "189 of 727 GWh". */
export function isBare({ figure: { quantity }, money }: Mention): boolean {
  return !money && quantity.kind === 'count' && quantity.unit === '';
}

/** True for an amount that may be a part or a whole. */
export function isCounted(mention: Mention): boolean {
  const { kind } = mention.figure.quantity;
  return isAmount(mention) && kind !== 'percent' && kind !== 'duration';
}

/** Amounts of one kind may be part and whole, a yearly amount of a yearly capacity too. Counts of differently named things may be part and whole: "1.9 million patients of 1.6 million people". */
export function fitsAsShare(a: Mention, b: Mention): boolean {
  if (alike(a, b)) return true;
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (one.kind === 'count' && other.kind === 'count') return true;
  return one.kind === other.kind && !a.money && baseUnit(one.unit) === baseUnit(other.unit);
}
