// The unit of a number: what stands after it (percent, points, times, a currency, a physical unit) and what it is per.
import {
  CURRENCY_ENDS,
  CURRENCY_STARTS,
  CURRENCY_WORDS,
  type CurrencySigns,
  currencyOfFullName,
  isCurrencySymbol,
  isWeakCode,
  scaledCode,
} from './currencies';
import { type Decimal, decimal } from './decimal';
import type { QuantityKind } from './figure';
import { wordClass } from './lexicon';
import { isStopWord } from './nouns';
import { scaleWord } from './scales';
import type { Token } from './tokens';
import { readUnit } from './units';
import { words } from './words';

/** What a number measures. */
export interface Measure {
  readonly kind: QuantityKind;
  /** As in `Quantity.unit`. */
  readonly unit: string;
  readonly factor: Decimal;
  readonly divisor: number;
  readonly name: string;
  /** The token after it. */
  readonly to: number;
}

const ONE = decimal(1);
const HUNDREDTH = decimal(1, -2);

export function plainMeasure(
  kind: QuantityKind,
  unit: string,
  to: number,
  name = '',
  factor: Decimal = ONE,
): Measure {
  return { kind, unit, factor, divisor: 1, name, to };
}

export function moneyMeasure(code: string, to: number, factor: Decimal = ONE): Measure {
  return { kind: 'money', unit: code, factor, divisor: 1, name: '', to };
}

/** What the reader of a measure needs to know of the number before it. */
export interface NumberBefore {
  /** A scale stands after the number. */
  readonly scaled: boolean;
  /** The token of the number: what stands before it can tell what "points" and "pounds" are. */
  readonly at: number;
  readonly grouped: boolean;
  /** A fraction in words: "a quarter point" is of a percentage point. */
  readonly fraction?: boolean;
}

/** A hyphen with nothing around it. */
export function isGluedHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === 'mark' &&
    (token.text === '-' || token.text === '‑') &&
    !token.spaced &&
    tokens[at + 1]?.spaced === false
  );
}

const SPREAD_UNITS =
  /^(?:year|month|week|day|hour|minute|mile|foot|inch|acre|pound|ounce|ton|tonne|gallon|meter|metre|kilometer|kilometre|point|percent|cent|dollar)$/;

/** "28 - year - old": the news agencies' way of writing a hyphen, before a unit in the singular. */
function isSpreadHyphen(tokens: readonly Token[], at: number): boolean {
  const [mark, word] = [tokens[at], tokens[at + 1]];
  return mark?.text === '-' && mark.spaced && word?.spaced === true && SPREAD_UNITS.test(word.lower);
}

/** The marks with which a unit can begin. */
const UNIT_MARKS = '%％﹪‰×¢$＄£€¥￥₹₩₽₺₪₫₱₦฿₴₡₵₸₿₲₼₾৳₮₭°º℃℉';

/** The measure that begins at token `at`, right after a number and its scale. */
export function readMeasure(
  tokens: readonly Token[],
  at: number,
  number: NumberBefore,
  signs: CurrencySigns,
): Measure | undefined {
  const hyphen = isGluedHyphen(tokens, at) || isSpreadHyphen(tokens, at);
  const start = hyphen ? at + 1 : at;
  const token = tokens[start];
  if (!token || token.kind === 'wall' || token.kind === 'number') return undefined;
  if (token.kind === 'han' || token.kind === 'han-number') return undefined;
  if (token.kind === 'mark' && !UNIT_MARKS.includes(token.text)) return undefined;
  return (
    readPercent(tokens, start, number) ??
    readMultiple(tokens, start, hyphen) ??
    readCurrency(tokens, start, number, signs) ??
    readPhysical(tokens, start, hyphen)
  );
}

// ------------------------------------------------------------------------------------------------ percent and points

const PERCENT_WORDS = new Set(['percent', 'pct', 'procent', 'percents']);
/** The British press's, glued to the number. */
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
  if (!token?.is(PERCENT_STARTS)) return undefined;
  const word = token.lower;
  if (token.text === PC && !token.spaced) return plainMeasure('percent', '%', at + 1, 'percent');
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
    percentBefore(tokens, number.at)
  )
    return plainMeasure('points', 'pp', at + 1, 'percentage points');
  return undefined;
}

function readPercentSign(tokens: readonly Token[], at: number, sign: string): Measure | undefined {
  if (sign === '‰') return plainMeasure('percent', '%', at + 1, 'percent', decimal(1, -1));
  if (sign !== '%' && sign !== '％' && sign !== '﹪') return undefined;
  const next = tokens[at + 1];
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

/** A percentage earlier in the sentence, within a dozen and a half tokens. */
function percentBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 24; i--) {
    const token = tokens[i];
    if (!token || token.kind === 'wall' || (token.text === '.' && tokens[i + 1]?.spaced)) return false;
    if (token.text === '%' || token.lower === 'percent') return true;
  }
  return false;
}

const PRICE_WORDS = wordClass(
  words(`
  cost costs costing price priced prices paid pay pays paying spend spent spends spending worth earn
  earns earned fine fined salary wage bill fee charge charged sold bought buy raised saved saving owed
  debt budget profit loss revenue sterling bonus invest invested donated funding`),
);

function priceBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 7; i--) {
    const token = tokens[i];
    if (!token || token.kind === 'wall') return false;
    if (token.is(PRICE_WORDS)) return true;
  }
  return false;
}

// ----------------------------------------------------------------------------------------------------------- multiples

const MULTIPLE_STARTS = wordClass(['x', 'fold', 'folds', 'times']);
const OFTEN = new Set(words('a an per each every daily weekly monthly yearly annually in'));

function readMultiple(tokens: readonly Token[], at: number, hyphen: boolean): Measure | undefined {
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
    return OFTEN.has(next?.lower ?? '') ? undefined : plainMeasure('multiple', 'x', at + 1, 'times');
  return undefined;
}

// ------------------------------------------------------------------------------------------------------------ currency

/** A currency after a number: "USD", "€", "dollars", "Hong Kong dollars", "cents". */
export function readCurrency(
  tokens: readonly Token[],
  at: number,
  number: NumberBefore,
  signs: CurrencySigns,
): Measure | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'mark') {
    if (token.text === '¢') return moneyMeasure(signs.ofSubunit('¢') ?? 'USD', at + 1, HUNDREDTH);
    const code =
      isCurrencySymbol(token.text) && tokens[at + 1]?.kind !== 'number'
        ? signs.ofSymbol(token.text)
        : undefined;
    return code !== undefined && (!token.spaced || '€'.includes(token.text))
      ? moneyMeasure(code, at + 1)
      : undefined;
  }
  if (token.kind !== 'word') return undefined;
  if (!token.is(CURRENCY_WORDS)) return readFullName(tokens, at);
  const scaled = scaledCode(token.text);
  if (scaled) return moneyMeasure(scaled.code, at + 1, decimal(1, scaled.power));
  const letters = signs.ofLetters(token.text);
  if (
    letters !== undefined &&
    tokens[at + 1]?.kind !== 'number' &&
    (!isWeakCode(token.text) || number.scaled)
  ) {
    const power = number.scaled ? undefined : scaleWord(tokens[at + 1]?.lower ?? '');
    if (power !== undefined) return moneyMeasure(letters, at + 2, decimal(1, power));
    const dollars = /^(?:dollars?|euros?|pounds?)$/.test(tokens[at + 1]?.lower ?? '');
    return moneyMeasure(letters, dollars ? at + 2 : at + 1);
  }
  return readCurrencyName(tokens, at, number, signs);
}

const NEEDS_SCALE = new Set(words('won rand lev lei leu dong pula sterling lira real birr'));

function readCurrencyName(
  tokens: readonly Token[],
  at: number,
  number: NumberBefore,
  signs: CurrencySigns,
): Measure | undefined {
  const word = tokens[at]?.lower ?? '';
  if (word === 'pounds' || word === 'pound') {
    if (tokens[at + 1]?.lower === 'sterling') return moneyMeasure('GBP', at + 2);
    return number.scaled || priceBefore(tokens, number.at) ? moneyMeasure('GBP', at + 1) : undefined;
  }
  if (word === 'euro' && ['zone', 'area'].includes(tokens[at + 1]?.lower ?? '')) return undefined;
  const code = signs.ofName(word);
  if (code !== undefined)
    return NEEDS_SCALE.has(word) && !number.scaled && !number.grouped
      ? undefined
      : moneyMeasure(code, at + 1);
  const subunit = signs.ofSubunit(word);
  if (subunit !== undefined && (word.length > 3 || tokens[at]?.spaced === false) && word !== 'ct')
    return moneyMeasure(subunit, at + 1, HUNDREDTH);
  if (word === 'p' && tokens[at]?.spaced === false && tokens[at]?.text === 'p')
    return moneyMeasure('GBP', at + 1, HUNDREDTH);
  if (word === 'ct' && tokens[at + 1]?.text === '/') return moneyMeasure('EUR', at + 1, HUNDREDTH);
  if (word === 'us' && /^(?:cents?)$/.test(tokens[at + 1]?.lower ?? ''))
    return moneyMeasure('USD', at + 2, HUNDREDTH);
  return readFullName(tokens, at);
}

/** "U.S. dollars", "Hong Kong dollars", "new Israeli shekels": up to four words that end in a word for money. */
function readFullName(tokens: readonly Token[], at: number): Measure | undefined {
  if (!tokens[at]?.is(CURRENCY_STARTS) && !isCapitalised(tokens[at])) return undefined;
  for (let i = at, words = 0; words < 4; i++) {
    const token = tokens[i];
    if (token?.text === '.' && !token.spaced) continue;
    if (token?.kind !== 'word') return undefined;
    words++;
    if (words > 1 && token.is(CURRENCY_ENDS)) return fullName(tokens, at, i + 1);
  }
  return undefined;
}

function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && token.text.charCodeAt(0) !== token.lower.charCodeAt(0);
}

function fullName(tokens: readonly Token[], from: number, to: number): Measure | undefined {
  let name = '';
  for (const token of tokens.slice(from, to))
    name +=
      name === '' || token.text === '.' || (name.endsWith('.') && !token.spaced)
        ? token.lower
        : ` ${token.lower}`;
  const code = currencyOfFullName(name.replaceAll('u.s.', 'us').replaceAll('u.k.', 'uk'));
  return code === undefined ? undefined : moneyMeasure(code, to);
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
