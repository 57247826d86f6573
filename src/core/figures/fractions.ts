// Fractions in words: "a third", "two-thirds", "half a million", "three quarters of", "one and a half".
import { type Decimal, decimal, times } from './decimal';
import { scaleWord } from './scales';
import { isWall, type Token } from './tokens';
import { readUnit } from './units';
import { at, hyphen, type Reading, SMALL, TENS } from './word-tokens';
import { words } from './words';

/** Fractions by their denominators' names. */
const PARTS = new Map<string, number>([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['eleventh', 11],
  ['twelfth', 12],
  ['fifteenth', 15],
  ['sixteenth', 16],
  ['twentieth', 20],
  ['thirtieth', 30],
  ['fortieth', 40],
  ['fiftieth', 50],
  ['hundredth', 100],
  ['thousandth', 1000],
  ['millionth', 1_000_000],
  ['billionth', 1_000_000_000],
  ['trillionth', 1_000_000_000_000],
]);

/** True for the name of a part, in the singular: "third". */
export function isPart(word: string): boolean {
  return PARTS.has(word);
}

/** The exact value of n/d when d divides a power of ten, else to 15 places. */
export function fraction(numerator: number, denominator: number): Decimal {
  const places = 15;
  const scaled = (BigInt(numerator) * 10n ** BigInt(places + 1)) / BigInt(denominator);
  return decimal((scaled + 5n) / 10n, -places);
}

/** "a third", "two-thirds", "three quarters of", "half a million", "one and a half million", "a quarter of a million". */
export function readFraction(tokens: readonly Token[], from: number): Reading | undefined {
  const word = at(tokens, from);
  if (word === 'half') return readHalf(tokens, from);
  if (word === 'quarter' && hyphen(tokens, from + 1) && /^(?:percentage|point)$/.test(at(tokens, from + 2)))
    return withScaleOf(tokens, from + 2, fraction(1, 4));
  if (word === 'quarter')
    return scaleWord(at(tokens, from + 1)) === undefined
      ? undefined
      : withScaleOf(tokens, from + 1, fraction(1, 4));
  const article = word === 'a' || word === 'an';
  const numerator = article ? 1 : SMALL.get(word);
  if (numerator === undefined || numerator === 0) return undefined;
  const glued = hyphen(tokens, from + 1) || isSpreadHyphen(tokens, from + 1);
  if (article && glued) return undefined;
  const nounAt = from + (glued ? 2 : 1);
  const noun = at(tokens, nounAt);
  const denominator =
    PARTS.get(noun) ?? (numerator > 1 && noun.endsWith('s') ? PARTS.get(noun.slice(0, -1)) : undefined);
  if (
    denominator === undefined ||
    (numerator > 1 && noun !== 'half' && PARTS.has(noun)) ||
    numerator >= denominator
  )
    return undefined;
  if (!glued && !readsAsFraction(tokens, nounAt + 1, tokens[from], tokens[from - 1], noun)) return undefined;
  if (article && noun === 'half') return withScaleOf(tokens, nounAt + 1, fraction(1, 2));
  return withScaleOf(tokens, nounAt + 1, fraction(numerator, denominator));
}

/** "one - third interest", the news agencies' way of writing a hyphen; not "phase one - third quarter". */
function isSpreadHyphen(tokens: readonly Token[], from: number): boolean {
  const isSpread = tokens[from]?.text === '-' && tokens[from]?.spaced && tokens[from + 1]?.spaced === true;
  const next = at(tokens, from + 2);
  return isSpread && isPart(at(tokens, from + 1).replace(/s$/, '')) && !isPart(next) && next !== 'year';
}

/** The parts behind a number of them: the fifths of "twenty fifths", the twenty-firsts of "three twenty-firsts". */
export function readParts(tokens: readonly Token[], from: number): { under: number; to: number } | undefined {
  const tens = TENS.get(at(tokens, from));
  const last = tens === undefined ? from : from + (hyphen(tokens, from + 1) ? 2 : 1);
  const noun = at(tokens, last);
  if (!noun.endsWith('s')) return undefined;
  const part = noun === 'firsts' && tens !== undefined ? 1 : PARTS.get(noun.slice(0, -1));
  if (part === undefined || (tens !== undefined && part > 9)) return undefined;
  return noun === 'quarters' ? undefined : { under: (tens ?? 0) + part, to: last + 1 };
}

const AFTER_FRACTION = new Set(
  words(`
  of more less fewer higher lower above below larger smaller bigger cheaper faster slower longer shorter
  greater the as since in on from over to its their on compared this last within and or percentage point
  percent century ago later`),
);

const BEFORE_FRACTION = new Set(
  words(`
  by about nearly almost roughly around over than under some only just another approximately least most
  up down fell rose grew to from or`),
);

/** "a third of", "by a quarter", "two thirds were"; not "a third party", "a quarter earlier", "in three quarters". */
function readsAsFraction(
  tokens: readonly Token[],
  next: number,
  numerator: Token | undefined,
  before: Token | undefined,
  noun: string,
): boolean {
  if (hyphen(tokens, next)) return false;
  const following = at(tokens, next);
  if (scaleWord(following) !== undefined && (noun.endsWith('s') || noun === 'quarter')) return true;
  if (following === 'of' || following === 'more' || following === 'less')
    return !(noun === 'quarter' && at(tokens, next + 1).length === 0 && tokens[next + 1]?.kind === 'number');
  const ofTime = noun.startsWith('quarter');
  if (
    ofTime &&
    ![
      'of',
      'more',
      'less',
      'fewer',
      'higher',
      'lower',
      'above',
      'below',
      'the',
      'point',
      'percentage',
      'century',
    ].includes(following)
  )
    return before?.lower === 'by' || (before?.lower === 'a' && following === '');
  if (AFTER_FRACTION.has(following)) return true;
  if (noun.endsWith('s')) return true;
  if (following !== '') return before?.lower === 'by';
  // "a third" in a cell
  if (isWall(before) && isWall(tokens[next])) return true;
  return (
    numerator?.lower === 'one' ||
    noun === 'half' ||
    (before !== undefined && BEFORE_FRACTION.has(before.lower))
  );
}

/** "half a million", "half of", "half the", "half its"; not "first half", "half-year". */
function readHalf(tokens: readonly Token[], from: number): Reading | undefined {
  if (hyphen(tokens, from + 1)) {
    const glued = at(tokens, from + 2);
    if (glued === 'a') return withScaleOf(tokens, from + 1, fraction(1, 2));
    return scaleWord(glued) !== undefined || glued === 'point' || glued === 'percentage'
      ? withScaleOf(tokens, from + 2, fraction(1, 2))
      : undefined;
  }
  const before = tokens[from - 1]?.lower ?? '';
  if (
    [
      'first',
      'second',
      'other',
      'latter',
      'back',
      'top',
      'bottom',
      'final',
      'last',
      'each',
      'either',
      'this',
      'that',
    ].includes(before)
  )
    return undefined;
  const next = at(tokens, from + 1);
  if (
    [
      'a',
      'an',
      'of',
      'the',
      'its',
      'their',
      'his',
      'her',
      'our',
      'as',
      'those',
      'these',
      'all',
      'that',
      'what',
      'percent',
      'point',
      'million',
      'billion',
    ].includes(next) ||
    BEFORE_FRACTION.has(before) ||
    before === 'in'
  )
    return withScaleOf(tokens, from + 1, fraction(1, 2));
  return undefined;
}

/** The scale that follows a fraction: "half a million", "three quarters of a billion". */
function withScaleOf(tokens: readonly Token[], to: number, value: Decimal): Reading {
  let next = to;
  if (at(tokens, next) === 'of') next++;
  if (
    at(tokens, next) === 'an' ||
    at(tokens, next) === 'a' ||
    (hyphen(tokens, next) && at(tokens, next + 1) === 'a')
  )
    next += tokens[next]?.kind === 'mark' ? 2 : 1;
  if (hyphen(tokens, next)) next++;
  const power = scaleWord(at(tokens, next)) ?? (at(tokens, next) === 'dozen' ? 1 : undefined);
  if (power === undefined)
    return {
      to: next > to && next <= to + 2 && startsUnit(tokens, next) ? next : to,
      value,
      place: 0,
      writing: 'fraction',
    };
  const scale = at(tokens, next) === 'dozen' ? decimal(12) : decimal(1, power);
  return withMoreScales(tokens, {
    to: next + 1,
    value: times(value, scale),
    place: 0,
    writing: 'fraction',
    scaleAt: next,
  });
}

/** "half a mile", "half an hour", "half a percent": the article goes with the unit. */
function startsUnit(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  return (
    readUnit(tokens, at, false) !== undefined ||
    /^(?:per|percent|percentage|point|basis|dollar|euro|pound|cent)$/.test(word)
  );
}

function withMoreScales(tokens: readonly Token[], reading: Reading): Reading {
  let { to, value } = reading;
  for (let power = scaleWord(at(tokens, to)); power !== undefined; power = scaleWord(at(tokens, to))) {
    value = times(value, decimal(1, power));
    to++;
  }
  return { ...reading, to, value };
}

/** "and a half", "and three quarters", "and a quarter" after a number. */
export function readAndFraction(
  tokens: readonly Token[],
  from: number,
): { value: Decimal; to: number } | undefined {
  const glued = hyphen(tokens, from) && at(tokens, from + 1) === 'and';
  const first = glued ? from + 1 : from;
  if (at(tokens, first) !== 'and') return undefined;
  const numeratorAt = first + (hyphen(tokens, first + 1) ? 2 : 1);
  const word = at(tokens, numeratorAt);
  const numerator = word === 'a' || word === 'an' ? 1 : SMALL.get(word);
  const nounAt = numeratorAt + (hyphen(tokens, numeratorAt + 1) ? 2 : 1);
  const noun = at(tokens, nounAt);
  const denominator = PARTS.get(noun) ?? PARTS.get(noun.replace(/s$/, ''));
  if (numerator === undefined || denominator === undefined || numerator >= denominator || numerator === 0)
    return undefined;
  if (at(tokens, nounAt + 1) === 'of') return undefined;
  return { value: fraction(numerator, denominator), to: nounAt + 1 };
}
