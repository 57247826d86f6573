// Numbers in English words: "twenty-five", "two hundred and six", "a dozen", "a million", "hundreds of millions".
import { type Decimal, decimal, plus, times, toNumber } from './decimal';
import { fraction, isPart, readAndFraction, readFraction, readParts } from './fractions';
import { wordClass } from './lexicon';
import { isStopWord } from './nouns';
import { scalePlural, scaleWord } from './scales';
import type { Token } from './tokens';
import { at, hyphen, isArticle, type Reading, SMALL, smallOrTens, TENS } from './word-tokens';
import { words } from './words';

/** A number in words that begins at a token; undefined when none does. */
export function readWords(tokens: readonly Token[], from: number): Reading | undefined {
  if (isArticle(tokens[from]) && !mayFollowArticle(tokens[from + 1])) return undefined;
  const part = readFraction(tokens, from);
  if (part) return part;
  const whole = readCardinal(tokens, from);
  if (!whole) return readVague(tokens, from);
  return readPoint(tokens, whole) ?? ofParts(tokens, whole) ?? whole;
}

/** "twenty fifths", "two hundred and fifty-four hundredths". */
function ofParts(tokens: readonly Token[], whole: Reading): Reading | undefined {
  const parts = readParts(tokens, whole.to);
  const value = parts && fraction(toNumber(whole.value), parts.under);
  return value && { to: parts.to, value, place: 0, writing: 'fraction' };
}

/** "a dozen", "a million", "a third". */
export function mayFollowArticle(token: Token | undefined): boolean {
  return token?.is(AFTER_ARTICLE) === true;
}

const AFTER_ARTICLE = wordClass(['dozen', 'few'], word => scaleWord(word) !== undefined || isPart(word));

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
    const isDozen = word === 'dozen' || (word === 'dozens' && seen);
    const scale = scaleWord(word) ?? (isDozen ? 1 : undefined);
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
      const factor = isDozen ? 12n : 10n ** BigInt(scale);
      if (scale >= lastPower) {
        if (power === 0 || scale <= 2) break;
        total *= factor;
        power += scale;
      } else if (scale === 2 || isDozen) {
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
    if (readAndFraction(tokens, end)) break;
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
  const few = readFew(tokens, from);
  if (few) return few;
  let value = vagueUnit(at(tokens, from));
  if (value === undefined) return undefined;
  let to = from + 1;
  for (let steps = 0; steps < 3 && at(tokens, to) === 'of'; steps++) {
    const power = scalePlural(at(tokens, to + 1));
    if (power === undefined) break;
    value = times(value, decimal(1, power));
    to += 2;
  }
  if (to === from + 1 && at(tokens, to) !== 'of' && at(tokens, to) !== 'more' && !standsAlone(tokens, from))
    return undefined;
  return { to, value, place: 0, writing: 'vague' };
}

/** "several hundred", "a few million": from one of them to ten. */
function readFew(tokens: readonly Token[], from: number): Reading | undefined {
  const isFew = at(tokens, from) === 'a' && at(tokens, from + 1) === 'few';
  if (!isFew && at(tokens, from) !== 'several') return undefined;
  let to = from + (isFew ? 2 : 1);
  if (at(tokens, to) === 'dozen') return { to: to + 1, value: decimal(12), place: 0, writing: 'vague' };
  let value: Decimal | undefined;
  // "several hundreds of millions" is read without it.
  for (let power = scaleWord(at(tokens, to)); power !== undefined; power = anyScale(at(tokens, to))) {
    value = times(value ?? decimal(1), decimal(1, power));
    to++;
  }
  return value && !hyphen(tokens, to) ? { to, value, place: 0, writing: 'vague' } : undefined;
}

function anyScale(word: string): number | undefined {
  return scaleWord(word) ?? scalePlural(word);
}

/** "killed hundreds", "worth millions": whatever there are so many of goes without saying; not "in thousands". */
function standsAlone(tokens: readonly Token[], from: number): boolean {
  const [verb, next] = [at(tokens, from - 1), tokens[from + 1]];
  if (!BEFORE_VAGUE.has(verb) && !/(?:ed|ing)$/.test(verb)) return false;
  return (
    next === undefined ||
    next.kind === 'wall' ||
    (next.kind === 'mark' && '.,;'.includes(next.text)) ||
    isStopWord(next)
  );
}

const BEFORE_VAGUE = new Set(words('cost costs worth lost left made earn hire save for with to than'));

function vagueUnit(word: string): Decimal | undefined {
  if (word === 'dozens') return decimal(12);
  if (word === 'tens') return decimal(10);
  const power = scalePlural(word);
  return power === undefined ? undefined : decimal(1, power);
}

/** True for a word with which a number in words can begin. */
export function startsNumber(token: Token): boolean {
  return token.is(NUMBERS);
}

export const NUMBERS = wordClass([
  'a',
  'an',
  'half',
  'quarter',
  'dozen',
  'dozens',
  'tens',
  'several',
  ...SMALL.keys(),
  ...TENS.keys(),
  ...['hundred', 'thousand', 'million', 'billion', 'trillion', 'crore', 'lakh'].flatMap(word => [
    word,
    `${word}s`,
  ]),
]);
