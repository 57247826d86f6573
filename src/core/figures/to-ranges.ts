// Whether "A to B" is a range or two values, the second of which is reached: "growth of 3% to 5%", "rose $2 to $30".
import type { Amount } from './amounts';
import { qualifierBefore } from './qualifiers';
import { tellsChange, tellsMove } from './ranges';
import type { Token } from './tokens';
import { words } from './words';

/** True when two amounts with "to" between them, and no "from" before, are the ends of a range. */
export function areEnds(
  tokens: readonly Token[],
  first: Amount,
  second: Amount,
  values: readonly [number, number],
): boolean {
  if (isOneValue(tokens, first.from, values) || isSpread(tokens, first, second, values)) return true;
  return values[0] < values[1] && (sharesUnit(first, second) || !tellsChange(tokens, first.from, false));
}

/** "2 to 3 percent": the first has its unit from the second. */
function sharesUnit(first: Amount, second: Amount): boolean {
  return first.measure === undefined && first.power === 0 && !first.grouped && second.measure !== undefined;
}

/** "raising $500 million to $600 million", "down from the $89 to $93 billion it forecast": amounts of about one size. */
function isOneValue(tokens: readonly Token[], at: number, [low, high]: readonly [number, number]): boolean {
  return /^(?:the|rais(?:es?|ed|ing))$/.test(tokens[at - 1]?.lower ?? '') && low < high && high <= low * 2;
}

/**
 * "growth of 3% to 5%", "will grow by 2% to 3%", "a top-up of $100 to $200": what grows by so much is rarely told of one
 * size with what it grows to.
 */
function isSpread(
  tokens: readonly Token[],
  first: Amount,
  second: Amount,
  [low, high]: readonly [number, number],
): boolean {
  if (!first.measure || !second.measure || low >= high) return false;
  const start = qualifierBefore(tokens, first.from)?.from ?? first.from;
  if (followsFrom(tokens, start)) return false;
  const isLevel = BEFORE_LEVEL.has(tokens[start - 1]?.lower ?? '');
  const told = tokens[start - 2];
  if (second.measure.kind === 'percent') return high <= low * (isLevel ? 6 : 3);
  return isLevel && !(told?.spaced && tellsMove(told)) && high <= low * 4;
}

/** "from the current", "from a low of": a change begins. */
function followsFrom(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > at - 6 && tokens[i]?.kind === 'word'; i--)
    if (tokens[i]?.lower === 'from') return true;
  return false;
}

const BEFORE_LEVEL = new Set(words('of at to be is are was were been within around'));
