// The measure after a number: percent, points, times, a currency, a physical unit.
import { CURRENCY_STARTS, CURRENCY_WORDS, type CurrencySigns } from './currencies';
import { mayBeCurrency, readCurrency } from './currency-after';
import { decimal } from './decimal';
import { wordClass } from './lexicon';
import { isGluedHyphen, type Measure, type NumberBefore, plainMeasure } from './measure';
import { isStopWord } from './nouns';
import { SCALES } from './scales';
import type { Token } from './tokens';
import { readUnit, UNIT_STARTS } from './units';
import { words } from './words';

const SPREAD_UNITS =
  /^(?:year|month|week|day|hour|minute|mile|foot|inch|acre|pound|ounce|ton|tonne|gallon|meter|metre|kilometer|kilometre|point|percent|cent|dollar)$/;

/** "28 - year - old": the news agencies' way of writing a hyphen, before a unit in the singular. */
function isSpreadHyphen(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const word = tokens[at + 1];
  return mark?.text === '-' && mark.spaced && word?.spaced === true && SPREAD_UNITS.test(word.lower);
}

/** "0.25 of a percentage point" */
function ofOne(tokens: readonly Token[], at: number, number: NumberBefore): boolean {
  if (number.whole || tokens[at]?.lower !== 'of') return false;
  return tokens[at + 1]?.lower === 'a' && tokens[at + 2]?.is(PERCENT_STARTS) === true;
}

/** The marks with which a unit can begin. */
const UNIT_MARKS = '%％﹪‰×¢$＄£€¥￥₹₩₽₺₪₫₱₦฿₴₡₵₸₿₲₼₾৳₮₭°º℃℉″';

/** False for most of what stands behind a number and is no scale, unit or currency of it, nor leads to one. */
export function mayMeasure(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const code = token.text.charCodeAt(0);
  return token.is(MAY_MEASURE) || code > 127 || code !== token.lower.charCodeAt(0);
}

/** The measure that begins at token `at`, right after a number and its scale. */
export function readMeasure(
  tokens: readonly Token[],
  at: number,
  number: NumberBefore,
  signs: CurrencySigns,
): Measure | undefined {
  const hyphen = isGluedHyphen(tokens, at) || isSpreadHyphen(tokens, at);
  const start = hyphen ? at + 1 : ofOne(tokens, at, number) ? at + 2 : at;
  const token = tokens[start];
  if (!token || token.kind === 'wall' || token.kind === 'number') return undefined;
  if (token.kind === 'han' || token.kind === 'han-number') return undefined;
  if (token.kind === 'mark' && !UNIT_MARKS.includes(token.text)) return undefined;
  if (token.kind === 'word' && !token.is(MEASURE_STARTS) && !mayBeCurrency(token)) return undefined;
  return (
    readPercent(tokens, start, number) ??
    readMultiple(tokens, start, number, hyphen) ??
    readCurrency(tokens, start, number, signs) ??
    readPhysical(tokens, start, hyphen)
  );
}

// ------------------------------------------------------------------------------------------------ percent and points

const PERCENT_WORDS = new Set(['percent', 'pct', 'procent', 'percents']);
/** The British press's, glued to the number or behind decimals. */
const PC = 'pc';
const POINT_WORDS = new Set(['point', 'points', 'pts', 'pt']);
const POINTS = wordClass(POINT_WORDS);
const PERCENT_STARTS = wordClass([
  ...PERCENT_WORDS,
  ...POINT_WORDS,
  ...words('pc per percentage pp ppt ppts pps pctpts p basis bps bp bpts bips'),
]);

function readPercent(tokens: readonly Token[], at: number, number: NumberBefore): Measure | undefined {
  const token = tokens[at];
  if (token?.kind === 'mark') return readPercentSign(tokens, at, token.text);
  if (!token?.is(PERCENT_STARTS) || isInTime(tokens, number.at)) return undefined;
  const word = token.lower;
  if (token.text === PC && (!token.spaced || !number.whole))
    return plainMeasure('percent', '%', at + 1, 'percent');
  const second = nextWord(tokens, at);
  if (PERCENT_WORDS.has(word) || (word === 'per' && tokens[at + 1]?.lower === 'cent')) {
    const to = word === 'per' ? at + 2 : at + 1;
    if (tokens[to]?.is(POINTS)) return plainMeasure('points', 'pp', to + 1, 'percentage points');
    return plainMeasure('percent', '%', to, 'percent');
  }
  if (word === 'percentage' && POINT_WORDS.has(second.word))
    return plainMeasure('points', 'pp', second.to, 'percentage points');
  if (word === 'pp' || word === 'ppt' || word === 'ppts' || word === 'pps' || word === 'pctpts')
    return plainMeasure('points', 'pp', at + 1, 'percentage points');
  if (
    word === 'p' &&
    tokens[at + 1]?.text === '.' &&
    tokens[at + 2]?.lower === 'p' &&
    !tokens[at + 2]?.spaced
  )
    return plainMeasure('points', 'pp', tokens[at + 3]?.text === '.' ? at + 4 : at + 3, 'percentage points');
  if (word === 'basis' && POINT_WORDS.has(second.word))
    return plainMeasure('points', 'bp', second.to, 'basis points');
  if (word === 'bps' || word === 'bp' || word === 'bpts' || word === 'bips')
    return plainMeasure('points', 'bp', at + 1, 'basis points');
  if (word === 'point' && number.fraction) return plainMeasure('points', 'pp', at + 1, 'percentage points');
  if (
    (word === 'points' || word === 'point' || word === 'pts') &&
    !number.grouped &&
    isUnderHundred(tokens[number.at]) &&
    (percentBefore(tokens, number.at) || leadsToPercent(tokens, at + 1))
  )
    return plainMeasure('points', 'pp', at + 1, 'percentage points');
  return undefined;
}

/** "at one point last year" */
function isInTime(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'one' && tokens[at - 1]?.lower === 'at';
}

function readPercentSign(tokens: readonly Token[], at: number, sign: string): Measure | undefined {
  if (sign === '‰') return plainMeasure('percent', '%', at + 1, 'percent', decimal(1, -1));
  if (sign !== '%' && sign !== '％' && sign !== '﹪') return undefined;
  const next = tokens[at + 1];
  // "q=30%25", in an address of the web
  if (next?.kind === 'number' && !next.spaced) return undefined;
  return next?.is(POINTS) && next.lower !== 'point'
    ? plainMeasure('points', 'pp', at + 2, 'percentage points')
    : plainMeasure('percent', '%', at + 1, 'percent');
}

/** The word after a word, over a hyphen: "basis-point". */
function nextWord(tokens: readonly Token[], at: number): { word: string; to: number } {
  const next = isGluedHyphen(tokens, at + 1) ? at + 2 : at + 1;
  return { word: tokens[next]?.lower ?? '', to: next + 1 };
}

/** More than a hundred points are an index. */
function isUnderHundred(number: Token | undefined): boolean {
  return number?.kind !== 'number' || !/^\d{3}/.test(number.text);
}

/** The rest of "slipped three points to 41 percent" and of "by 7 points, 49% to 42%". */
function leadsToPercent(tokens: readonly Token[], at: number): boolean {
  const [to, number, percent, link] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  const isPercent = percent?.text === '%' || percent?.lower === 'percent' || percent?.lower === 'per';
  if (number?.kind !== 'number' || !isPercent) return false;
  return to?.lower === 'to' || (to?.text === ',' && link?.lower === 'to');
}

/** A percentage earlier in the sentence, within a dozen and a half tokens, and no index of a market. */
function percentBefore(tokens: readonly Token[], at: number): boolean {
  let found = false;
  for (let i = at - 1; i >= 0 && i > at - 24; i--) {
    const token = tokens[i];
    if (!token || token.kind === 'wall' || (token.text === '.' && tokens[i + 1]?.spaced)) break;
    if (token.text === '%' || token.lower === 'percent') found = true;
    if (INDEXES.has(token.lower)) return false;
  }
  return found;
}

const INDEXES = new Set(
  words(
    'index indices dow nasdaq s ftse dax nikkei sensex nifty cac kospi topix hang bovespa ibovespa stoxx',
  ),
);

// ----------------------------------------------------------------------------------------------------------- multiples

const MULTIPLE_STARTS = wordClass(['x', 'fold', 'folds', 'times']);
/** Every word with which a measure other than money can begin. */
const MEASURE_STARTS = PERCENT_STARTS | MULTIPLE_STARTS | UNIT_STARTS;
const LEADS = wordClass(['%', '$', '¢', '+', '-', ')', 'of']);
const MAY_MEASURE = MEASURE_STARTS | SCALES | CURRENCY_WORDS | CURRENCY_STARTS | LEADS;
const OFTEN = new Set(words('a an per each every daily weekly monthly yearly annually in on during before'));

function readMultiple(
  tokens: readonly Token[],
  at: number,
  number: NumberBefore,
  hyphen: boolean,
): Measure | undefined {
  const token = tokens[at];
  if (!token || (token.kind === 'word' && !token.is(MULTIPLE_STARTS))) return undefined;
  const next = tokens[at + 1];
  const word = token.lower;
  if (word === 'x' || word === '×') {
    if (
      next?.kind === 'number' ||
      (token.spaced && word === 'x' && next?.kind === 'word' && !isStopWord(next)) ||
      (next?.kind === 'mark' && '$£€'.includes(next.text))
    )
      return undefined;
    return plainMeasure('multiple', 'x', at + 1, 'times');
  }
  if (word === 'fold' || word === 'folds') return plainMeasure('multiple', 'x', at + 1, 'times');
  if (word === 'times' && !hyphen)
    return number.grouped || (number.whole && OFTEN.has(next?.lower ?? ''))
      ? undefined
      : plainMeasure('multiple', 'x', at + 1, 'times');
  return undefined;
}

// ----------------------------------------------------------------------------------------------------- physical, rates

function readPhysical(tokens: readonly Token[], at: number, hyphen: boolean): Measure | undefined {
  const glued = tokens[at]?.spaced === false;
  const reading = readUnit(tokens, at, glued);
  if (!reading) return undefined;
  if (hyphen && reading.text.length === 1 && reading.text === reading.text.toUpperCase()) return undefined;
  return {
    kind: reading.unit.kind,
    unit: reading.unit.base,
    factor: reading.unit.factor,
    divisor: reading.unit.divisor,
    name: reading.unit.name,
    to: reading.to,
  };
}
