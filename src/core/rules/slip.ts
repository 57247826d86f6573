// How much more likely two values differ by a slip of the hand than by being two things, judged by their digits.
import { significantDigits } from '../claims';

/**
 * What the digits of two values tell, as the logarithm of how much more often a slip leaves them than chance: mostly two
 * digits change places or one behind the first is another, which tells less of a round value; that the first is another tells
 * something of three or more alone.
 */
const BY = {
  swap: 5.2,
  shortSwap: 3.5,
  oneDigit: 1.2,
  oneOfRound: 0,
  firstOfMany: 0.6,
  others: -2.1,
} as const;

/** Rates go up by whole numbers: 2.75%, 3.75%. */
const LEAST_OF_AMOUNTS = 100;

export function oddsOfSlip(a: number, b: number): number {
  const [one, other] = [significantDigits(a), significantDigits(b)];
  const length = Math.max(one.length, other.length);
  let changed = 0;
  let first = 0;
  let last = 0;
  for (let i = 0; i < length; i++) {
    if (digitAt(one, i) === digitAt(other, i)) continue;
    if (changed === 0) first = i;
    last = i;
    changed++;
  }
  const isSwap =
    one.length === other.length &&
    changed === 2 &&
    last === first + 1 &&
    one[first] === other[last] &&
    one[last] === other[first];
  if (isSwap) return length > 2 ? BY.swap : BY.shortSwap;
  if (changed !== 1) return BY.others;
  if (first > 0) return Math.min(one.length, other.length) === 1 ? BY.oneOfRound : BY.oneDigit;
  return length > 2 && Math.min(a, b) >= LEAST_OF_AMOUNTS ? BY.firstOfMany : BY.others;
}

/** The code of the digit at a place behind the first one: zero behind the last. */
function digitAt(digits: string, at: number): number {
  return at < digits.length ? digits.charCodeAt(at) : ZERO;
}

const ZERO = 0x30;

/** True when a value of three digits or more is another but for two digits that changed places. */
export function areSwapped(value: number, right: number): boolean {
  return oddsOfSlip(value, right) === BY.swap;
}
