// A currency after a number: by its sign, its code, its name, or that of its hundredth.
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
import { decimal } from './decimal';
import { wordClass } from './lexicon';
import { type Measure, moneyMeasure, type NumberBefore } from './measure';
import { mayScale, scaleWord } from './scales';
import type { Token } from './tokens';
import { words } from './words';

const HUNDREDTH = decimal(1, -2);

/** False for most words that are no currency after a number. */
export function mayBeCurrency(token: Token): boolean {
  return token.is(CURRENCY_WORDS | CURRENCY_STARTS) || isCapitalised(token);
}

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
    return code !== undefined && (!token.spaced || isSpreadSign(tokens, at))
      ? moneyMeasure(code, at + 1)
      : undefined;
  }
  if (token.kind !== 'word') return undefined;
  if (!token.is(CURRENCY_WORDS)) return readFullName(tokens, at);
  const scaled = scaledCode(token.text);
  if (scaled) return moneyMeasure(scaled.code, at + 1, decimal(1, scaled.power));
  const letters = signs.ofLetters(SMALL_CODES.has(token.text) ? token.text.toUpperCase() : token.text);
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

/** Codes that no English word looks like, in small letters: "20 usd". */
const SMALL_CODES = new Set(words('usd eur gbp jpy cny inr chf aud hkd sgd nzd'));

/** "10 $ is not much", "799 ¥": the sign belongs to no number or scale behind it. */
function isSpreadSign(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next === undefined || (next.spaced ? !mayScale(next) : next.kind === 'mark');
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
  if (code !== undefined && /^cents?$/.test(tokens[at + 1]?.lower ?? ''))
    return moneyMeasure(code, at + 2, HUNDREDTH);
  if (code !== undefined)
    return NEEDS_SCALE.has(word) && !number.scaled && !number.grouped
      ? undefined
      : moneyMeasure(code, at + 1);
  const subunit = signs.ofSubunit(word);
  if (
    subunit !== undefined &&
    (word.length > 3 || word === 'sen' || tokens[at]?.spaced === false) &&
    word !== 'ct'
  )
    return moneyMeasure(subunit, at + 1, HUNDREDTH);
  if (word === 'p' && tokens[at]?.spaced === false && tokens[at]?.text === 'p' && !isResolution(tokens, at))
    return moneyMeasure('GBP', at + 1, HUNDREDTH);
  if (word === 'ct' && tokens[at + 1]?.text === '/') return moneyMeasure('EUR', at + 1, HUNDREDTH);
  if (word === 'us' && /^(?:cents?)$/.test(tokens[at + 1]?.lower ?? ''))
    return moneyMeasure('USD', at + 2, HUNDREDTH);
  return readFullName(tokens, at);
}

/** "1080p" is how fine a picture is; prices have their thousands apart. */
function isResolution(tokens: readonly Token[], at: number): boolean {
  return /^(?:1080|1440|2160|4320)$/.test(tokens[at - 1]?.text ?? '');
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
