// What a figure is: a quantity, and the place and the words in which it is written.
import type { Span } from '../text/span';
import type { Interval } from './interval';

/** What is measured. Base units: W, Wh, kg, m, m2, m3, s, B (bytes), Hz, m/s, 1 for the rest; money in its currency. */
export type QuantityKind =
  | 'money'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'ratio'
  | 'count'
  | 'duration'
  | 'power'
  | 'energy'
  | 'mass'
  | 'volume'
  | 'length'
  | 'area'
  | 'data'
  | 'frequency'
  | 'temperature'
  | 'speed'
  | 'other';

export type Qualifier = 'exactly' | 'about' | 'over' | 'at-least' | 'under' | 'at-most' | 'nearly' | 'range';

/** The value that was meant, as an interval in base units. */
export interface Quantity {
  readonly kind: QuantityKind;
  /** The number as written, in base units; the middle of a range. */
  readonly value: number;
  /** The values that the words allow: rounding of the digits written, opened or widened by the qualifier. */
  readonly range: Interval;
  /**
   * ISO 4217 code for money (or '' when none is given), '%', 'pp', 'bp', 'x', the base unit of a physical quantity,
   * the counted noun in lower case, as written, for a count ('' when it has none).
   *
   * A rate carries its denominator: 'USD/Wh'. A metric denominator is the base unit and the value is converted; any
   * other keeps its own name and the value is left alone: 'USD/yr', 'USD/mo', 'm3/d', 'USD/bbl', 'EUR/teu', 'USD/share'.
   * A year is 365.25 days, a month a twelfth of it. Temperatures stay in the degrees written: '°C', '°F', 'K'.
   */
  readonly unit: string;
  readonly qualifier: Qualifier | undefined;
  /** The unit as the text has it, in words: "megawatt-hours"; of money only what it is per: " per barrel". */
  readonly unitName?: string | undefined;
  /** The number and the scale as the text has them: 30 and 9 for "30 billion". */
  readonly stated?: { readonly value: number; readonly power: number } | undefined;
}

/** What a text asserts at one place: a level, or a change from one level to another. */
export type Figure = Level | Change;

/** One quantity where it stands: a value or a range. */
export interface Level extends Written {
  readonly form: 'level';
}

/**
 * "from 240 to 273": two values told as one. Its quantity reaches from the lower to the higher, its ends are in the order
 * written, and its span takes in the "from" and all up to the second value.
 */
export interface Change extends Written {
  readonly form: 'change';
  /** The two values as figures of their own, within the span. */
  readonly from: Level;
  readonly to: Level;
}

/** What levels and changes have in common. All spans are offsets in the text that was scanned. */
interface Written {
  /** Qualifier, number, scale and unit. The noun that a count counts is outside: it is in `quantity.unit` alone. */
  readonly span: Span;
  /** Exactly what stands at `span`, qualifier included. */
  readonly text: string;
  readonly quantity: Quantity;
  /** Number, scale and unit without the qualifier: what a fix replaces. */
  readonly core: Span;
  /**
   * The number with its scale ("30 billion" in "$30 billion a year"), inside `core`; of a range, both ends; of a compound
   * measure ("5 feet 4 inches", one value in inches) from its first number to its last.
   */
  readonly numeral: Span;
  /**
   * The ends as stated, when a range or a change is written ("20–30 GW"), and of what a vague plural leaves open ("tens of
   * millions"): each a value in base units, in the order written.
   */
  readonly ends: readonly [number, number] | undefined;
  /** The scale word or letter as written ("billion", "bn", "亿"), when there is one. */
  readonly scale: string | undefined;
  /** Written in words alone ("eight", "two-thirds", "twofold"): rules may be lenient with it. */
  readonly spelled: boolean;
  /** Unit or scale come from the header or caption, or from a figure beside it, not from the figure's own words. */
  readonly inherited: boolean;
}
