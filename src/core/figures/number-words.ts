// Numbers in English words: "twenty-five", "two hundred and six", "a dozen", "half a million", "hundreds of millions".
import { type Decimal, decimal, plus, times } from './decimal';
import { scalePlural, scaleWord } from './scales';
import type { Token } from './tokens';
import { readUnit } from './units';
import { words } from './words';

const SMALL = new Map<string, number>(
  [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ].map((word, i) => [word, i]),
);
const TENS = new Map<string, number>(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, i) => [
    word,
    20 + i * 10,
  ]),
);
TENS.set('fourty', 40);

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
  ['twelfth', 12],
  ['sixteenth', 16],
  ['twentieth', 20],
  ['hundredth', 100],
  ['thousandth', 1000],
]);

/** How a number is written, for the values that it leaves open. */
export type Writing = 'digits' | 'words' | 'fraction' | 'vague';

export interface Reading {
  /** The token after the number. */
  readonly to: number;
  readonly value: Decimal;
  /** The power of ten of the last place written. */
  readonly place: number;
  readonly writing: Writing;
  /** The first token of the scale words at the end ("million" in "half a million"), if any. */
  readonly scaleAt?: number;
}

const at = (tokens: readonly Token[], i: number): string =>
  tokens[i]?.kind === 'word' ? tokens[i].lower : '';

function hyphen(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return (
    token?.kind === 'mark' &&
    (token.text === '-' || token.text === '‑') &&
    !token.spaced &&
    tokens[i + 1]?.spaced === false
  );
}

export function smallNumber(word: string): number | undefined {
  return SMALL.get(word);
}

/** The exact value of n/d when d divides a power of ten, else to 15 places. */
export function fraction(numerator: number, denominator: number): Decimal {
  const places = 15;
  const scaled = (BigInt(numerator) * 10n ** BigInt(places + 1)) / BigInt(denominator);
  return decimal((scaled + 5n) / 10n, -places);
}

/** A number in words that begins at a token; undefined when none does. */
export function readWords(tokens: readonly Token[], from: number): Reading | undefined {
  const cardinal = () => {
    const whole = readCardinal(tokens, from);
    return whole && (readPoint(tokens, whole) ?? whole);
  };
  return readFraction(tokens, from) ?? cardinal() ?? readVague(tokens, from);
}

/** "two point five", "two hundred point zero three", "six point seventy-one". */
function readPoint(tokens: readonly Token[], whole: Reading): Reading | undefined {
  if (at(tokens, whole.to) !== 'point') return undefined;
  let digits = '';
  let to = whole.to + 1;
  for (let value = smallOrTens(tokens, to); value && digits.length < 9; value = smallOrTens(tokens, to)) {
    digits += String(value.number);
    to = value.to;
  }
  if (digits === '') return undefined;
  const value = plus(whole.value, decimal(Number(digits), -digits.length));
  return { to, value, place: -digits.length, writing: 'words' };
}

function smallOrTens(tokens: readonly Token[], from: number): { number: number; to: number } | undefined {
  const word = at(tokens, from);
  const small = SMALL.get(word);
  if (small !== undefined) return { number: small, to: from + 1 };
  const tens = TENS.get(word);
  if (tens === undefined) return undefined;
  const next = hyphen(tokens, from + 1) ? from + 2 : from + 1;
  const units = SMALL.get(at(tokens, next)) ?? 0;
  return units > 0 && units < 10 ? { number: tens + units, to: next + 1 } : { number: tens, to: from + 1 };
}

/** "a third", "two-thirds", "three quarters of", "half a million", "one and a half million", "a quarter of a million". */
function readFraction(tokens: readonly Token[], from: number): Reading | undefined {
  const word = at(tokens, from);
  if (word === 'half') return readHalf(tokens, from);
  const article = word === 'a' || word === 'an';
  const numerator = article ? 1 : SMALL.get(word);
  if (numerator === undefined || numerator === 0) return undefined;
  const glued = hyphen(tokens, from + 1);
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
  if (!glued && !readsAsFraction(tokens, nounAt + 1, tokens[from - 1], noun)) return undefined;
  if (article && noun === 'half') return withScaleOf(tokens, nounAt + 1, fraction(1, 2));
  return withScaleOf(tokens, nounAt + 1, fraction(numerator, denominator));
}

const AFTER_FRACTION = new Set(
  words(`
  of more less fewer higher lower above below larger smaller bigger cheaper faster slower longer shorter
  greater the as since in on from over to its their on compared this last within and or percentage point
  percent century`),
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
  before: Token | undefined,
  noun: string,
): boolean {
  const following = at(tokens, next);
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
  return following === ''
    ? before !== undefined && BEFORE_FRACTION.has(before.lower)
    : before?.lower === 'by' || noun.endsWith('s');
}

/** "half a million", "half of", "half the", "half its"; not "first half", "half-year". */
function readHalf(tokens: readonly Token[], from: number): Reading | undefined {
  if (hyphen(tokens, from + 1)) {
    const glued = at(tokens, from + 2);
    if (glued === 'a') return withScaleOf(tokens, from + 1, fraction(1, 2));
    return scaleWord(glued) !== undefined || glued === 'point'
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

/** "twenty-five", "two hundred and six", "a dozen", "a million", "hundred-billion", "three million five hundred thousand". */
function readCardinal(tokens: readonly Token[], from: number): Reading | undefined {
  let i = from;
  let total = 0n;
  let group = 0n;
  let power = 0;
  let lastPower = Number.POSITIVE_INFINITY;
  let seen = false;
  let scaleAt: number | undefined;
  let end = from;
  for (let steps = 0; steps < 24; steps++) {
    const word = at(tokens, i);
    const tens = TENS.get(word);
    const small = SMALL.get(word);
    const scale = scaleWord(word) ?? (word === 'dozen' ? 1 : undefined);
    if (tens !== undefined && group % 100n === 0n) {
      if (steps > 0 && group === 0n && power === 0 && seen) break;
      group += BigInt(tens);
      power = 0;
      const units = SMALL.get(at(tokens, hyphen(tokens, i + 1) ? i + 2 : i + 1));
      if (units !== undefined && units > 0 && units < 10) {
        group += BigInt(units);
        i += hyphen(tokens, i + 1) ? 2 : 1;
      }
    } else if (small !== undefined && group % 100n === 0n && !(seen && group === 0n && total === 0n)) {
      group += BigInt(small);
      power = 0;
    } else if (scale !== undefined && (seen || steps > 0 || scaleStartsNumber(tokens, from))) {
      const factor = word === 'dozen' ? 12n : 10n ** BigInt(scale);
      if (scale >= lastPower) {
        if (power === 0 || scale <= 2) break;
        total *= factor;
        power += scale;
      } else if (scale === 2 || word === 'dozen') {
        group = (group === 0n ? 1n : group) * factor;
        power = scale;
      } else {
        total += (group === 0n ? 1n : group) * factor;
        group = 0n;
        power = scale;
        lastPower = scale;
      }
      scaleAt = power >= 2 ? i : undefined;
    } else if ((word === 'a' || word === 'an') && steps === 0) {
      const next = at(tokens, i + 1);
      if (scaleWord(next) === undefined && next !== 'dozen') return undefined;
      i++;
      continue;
    } else break;
    seen = true;
    end = i + 1;
    const joined = hyphen(tokens, end) ? end + 1 : at(tokens, end) === 'and' && power >= 2 ? end + 1 : end;
    const nextWord = at(tokens, joined);
    if (
      joined !== end &&
      SMALL.get(nextWord) === undefined &&
      TENS.get(nextWord) === undefined &&
      (scaleWord(nextWord) === undefined || at(tokens, end) === 'and')
    ) {
      // The article of "a million-dollar deal" belongs to the deal.
      if (hyphen(tokens, end) && ['a', 'an'].includes(at(tokens, from))) return undefined;
      break;
    }
    if (at(tokens, end) === 'and' && nextWord === 'one' && at(tokens, joined + 1) === 'of') break;
    i = joined;
  }
  if (!seen) return undefined;
  const value = decimal(total + group);
  return {
    to: end,
    value,
    place: power >= 2 ? power : 0,
    writing: 'words',
    ...(scaleAt !== undefined ? { scaleAt } : {}),
  };
}

/** "hundred-billion-dollar", "million-dollar", "hundred million": a scale without a number before it counts as one. */
function scaleStartsNumber(tokens: readonly Token[], from: number): boolean {
  const word = at(tokens, from);
  if (scaleWord(word) === undefined || word === 'lac')
    return word === 'dozen' && at(tokens, from + 1) !== 'of';
  if (tokens[from - 1]?.text === '-' && tokens[from]?.spaced === false) return false;
  return hyphen(tokens, from + 1) || scaleWord(at(tokens, from + 1)) !== undefined;
}

/** "dozens", "hundreds of millions", "tens of thousands", "billions of": from the unit itself to ten times as much. */
function readVague(tokens: readonly Token[], from: number): Reading | undefined {
  let value = vagueUnit(at(tokens, from));
  if (value === undefined) return undefined;
  let to = from + 1;
  for (let steps = 0; steps < 3 && at(tokens, to) === 'of'; steps++) {
    const power = scalePlural(at(tokens, to + 1));
    if (power === undefined) break;
    value = times(value, decimal(1, power));
    to += 2;
  }
  if (to === from + 1 && at(tokens, to) !== 'of') return undefined;
  return { to, value, place: 0, writing: 'vague' };
}

function vagueUnit(word: string): Decimal | undefined {
  if (word === 'dozens') return decimal(12);
  if (word === 'tens') return decimal(10);
  const power = scalePlural(word);
  return power === undefined ? undefined : decimal(1, power);
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
  return { value: fraction(numerator, denominator), to: nounAt + 1 };
}

/** True for a word with which a number in words can begin. */
export function startsNumber(word: string): boolean {
  return NUMBER_WORDS.has(word);
}

export const NUMBER_WORDS: ReadonlySet<string> = new Set([
  'a',
  'an',
  'half',
  'dozen',
  'dozens',
  'tens',
  ...SMALL.keys(),
  ...TENS.keys(),
  ...['hundred', 'thousand', 'million', 'billion', 'trillion', 'crore', 'lakh'].flatMap(word => [
    word,
    `${word}s`,
  ]),
]);
