// What of a quantity is compared between a report and its sources: its kind, and the values that its words allow.
import { type Stated, significantDigits } from '../claims';
import { hull, type Interval, meets, multiply, type Qualifier, type Quantity } from '../figures';

export interface Amount {
  /** Amounts of one kind can be the same quantity. */
  readonly kind: string;
  /** Of money: the code of its currency, '' when none is given. */
  readonly currency: string | undefined;
  readonly value: number;
  /** The values meant: what "over" and "up to" leave open ends near the number. */
  readonly range: Interval;
  /** The number and its scale as they stand, whatever they are per: 1,450 of "EUR 1,450/kW". */
  readonly stated: { readonly value: number; readonly range: Interval };
  /** The digits of the number as it stands, without its scale. */
  readonly digits: string;
  /** True where the words around a number may tell another unit than its own, or than none: "46500" under "Tonnes". */
  readonly unsure: boolean;
}

/**
 * How far from the number what its words leave open may be, as a part of it: who writes "over 100,000" mostly has a
 * value in mind that no other round number would name better, and "up to 25" names the very most.
 */
const REACH: Readonly<Partial<Record<Qualifier, number>>> = {
  over: 0.2,
  'at-least': 0.2,
  under: 0.15,
  'at-most': 0.02,
};
/** What a number that ends in zeros may have lost by rounding, as a part of it. */
const MOST_ROUNDING = 0.01;

/** @param inherited the unit comes from the header of a table, which may not speak of every row */
export function amountOf({ money, figure: { quantity } }: Stated, inherited: boolean): Amount {
  const { kind, value, unit, stated } = quantity;
  const range = meant(quantity);
  // "One in eight" is 12.5 percent.
  if (kind === 'ratio' && value <= 1)
    return amount('percent', undefined, value * 100, scaled(range, 100), 1, false);
  const factor =
    stated && value !== 0 ? (stated.value * (inherited && unit !== '' ? 1 : 10 ** stated.power)) / value : 1;
  const currency = money ? (kind === 'money' ? (unit.split('/')[0] ?? '') : '') : undefined;
  const unsure = inherited || (!money && kind === 'count' && unit === '');
  return amount(money ? 'money' : kind, currency, value, range, factor, unsure);
}

/** The values that a reader may take the words for. */
function meant({ value, range, qualifier }: Quantity): Interval {
  const size = Math.abs(value);
  const reach = qualifier === undefined ? undefined : REACH[qualifier];
  if (reach !== undefined)
    return {
      low: Math.max(range.low, value - size * reach),
      high: Math.min(range.high, value + size * reach),
    };
  if (qualifier !== undefined || size === 0) return range;
  // 22,300 may be 22,310, rounded to hundreds.
  const roundedTo = 10 ** (Math.floor(Math.log10(size)) + 1 - significantDigits(size).length) / 2;
  const rounding = Math.min(roundedTo, size * MOST_ROUNDING);
  return hull(range, { low: value - rounding, high: value + rounding });
}

function amount(
  kind: string,
  currency: string | undefined,
  value: number,
  range: Interval,
  factor: number,
  unsure: boolean,
): Amount {
  return {
    kind,
    currency,
    value,
    range,
    stated: { value: value * factor, range: scaled(range, factor) },
    digits: significantDigits(value * factor),
    unsure,
  };
}

function scaled(range: Interval, factor: number): Interval {
  return multiply(range, { low: factor, high: factor });
}

/** True when two amounts may be one quantity: of one value in units that do not exclude each other. */
export function sameAmount(a: Amount, b: Amount): boolean {
  const asStated = meets(a.stated.range, b.stated.range);
  if (a.kind === b.kind && sameCurrency(a, b))
    // "€1,450 per kilowatt" and "1,450 euros" are written as one number, whatever they are per.
    return meets(a.range, b.range) || (a.kind === 'money' && asStated);
  return asStated && a.unsure !== b.unsure && a.kind !== 'percent' && b.kind !== 'percent';
}

function sameCurrency(a: Amount, b: Amount): boolean {
  return a.currency === b.currency || a.currency === '' || b.currency === '';
}
