// Interval arithmetic: the one place where values are compared.
//
// Ends are inclusive; an end may be infinite. Whoever writes "over 30" rarely means "not 30.0001 away from it", so
// openness is not modelled: intervals that touch can be the same value.
//
// What words allow (`allowed`):
//   as written        half a unit of the last digit either way: "5.2" is 5.15–5.25, "30 billion" 29.5–30.5 billion;
//                     a fraction in words ("a third") 5 % either way, a multiple in words ("doubled") 10 %
//   exactly           the value alone
//   about             as written, and at least 5 % either way; round numbers ("about 500") up to half a unit of their last
//                     digit that is not zero, at most 10 %
//   over, at least    the value and all above it; "just over" no more than 10 % above it
//   under, at most    the value and all below it, down to zero for what cannot be negative; "just under" as nearly
//   nearly            from 10 % below the value to the value
//   a range           from its low end to its high end, as stated
import { exactProduct, exactSum, tidy } from './decimal';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export function exactly(value: number): Interval {
  return { low: value, high: value };
}

/** True when the two intervals have a value in common, allowing for the last bits of floating-point arithmetic. */
export function meets(a: Interval, b: Interval): boolean {
  return a.low <= b.high + slack(b.high) && b.low <= a.high + slack(a.high);
}

function slack(end: number): number {
  return Number.isFinite(end) ? Math.abs(end) * 1e-9 : 0;
}

/** The interval from the lower of the two numbers to the higher. */
export function between(a: number, b: number): Interval {
  return { low: Math.min(a, b), high: Math.max(a, b) };
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** All sums of a value of each; exact in decimals. The sum of none is zero. */
export function add(...terms: readonly Interval[]): Interval {
  return { low: exactSum(terms.map(term => term.low)), high: exactSum(terms.map(term => term.high)) };
}

/** The values with the other sign. */
export function negate({ low, high }: Interval): Interval {
  return { low: -high, high: -low };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: exactSum([a.low, -b.high]), high: exactSum([a.high, -b.low]) };
}

/** All products of a value of each. */
export function multiply(a: Interval, b: Interval): Interval {
  const products = [
    product(a.low, b.low),
    product(a.low, b.high),
    product(a.high, b.low),
    product(a.high, b.high),
  ];
  return { low: Math.min(...products), high: Math.max(...products) };
}

/** All quotients; everything when the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.low <= 0 && b.high >= 0) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const quotients = [
    quotient(a.low, b.low),
    quotient(a.low, b.high),
    quotient(a.high, b.low),
    quotient(a.high, b.high),
  ];
  return { low: Math.min(...quotients), high: Math.max(...quotients) };
}

/** Zero times infinity is zero here: no units of a thing without limit are none. */
function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : exactProduct(a, b);
}

function quotient(a: number, b: number): number {
  if (!Number.isFinite(a) && !Number.isFinite(b)) return Math.sign(a) * Math.sign(b);
  return a / b;
}

/** What the words around a number say about it. */
export type Openness = 'as-written' | 'exactly' | 'about' | 'over' | 'just-over' | 'under' | 'nearly';

/** How a value is written, as far as rounding goes. */
export interface Written {
  readonly value: number;
  /** Half a unit of the last digit written (or what a word leaves open), in the value's own unit. */
  readonly rounding: number;
  /** Half a unit of the last digit that is not zero. */
  readonly roundNumber: number;
}

/**
 * The values that the words allow; the rules stand at the head of this file. `floor` is the least value that makes
 * sense: 0, or minus infinity for changes and temperatures.
 */
export function allowed(
  openness: Openness,
  { value, rounding, roundNumber }: Written,
  floor: number,
): Interval {
  const size = Math.abs(value);
  switch (openness) {
    case 'exactly':
      return exactly(value);
    case 'as-written':
      return around(value, rounding);
    case 'about':
      return around(value, Math.max(rounding, size * 0.05, Math.min(roundNumber, size * 0.1)));
    case 'over':
      return { low: value, high: Number.POSITIVE_INFINITY };
    case 'just-over':
      return { low: value, high: Math.max(value, tidy(value + size * 0.1)) };
    case 'under':
      return { low: value < 0 ? Number.NEGATIVE_INFINITY : floor, high: value };
    case 'nearly':
      return between(tidy(value * 0.9), value);
  }
}

function around(value: number, halfWidth: number): Interval {
  return { low: Math.min(value, tidy(value - halfWidth)), high: Math.max(value, tidy(value + halfWidth)) };
}
