// What stands before a number: its sign and its currency.
import {
  CURRENCY_WORDS,
  dollarPrefix,
  isCurrencyCode,
  isCurrencySymbol,
  isWeakCode,
  scaledCode,
} from './currencies';
import { isGluedHyphen } from './measure';
import type { Scan } from './scan';
import type { Token } from './tokens';
import { words } from './words';

export interface Prefix {
  readonly from: number;
  readonly code: string | undefined;
  /** The power of ten in the currency's word: 6 for "MSEK". */
  readonly power: number;
  readonly weak: boolean;
  /** The currency is a name, as in "Euro 5 million": only a scale makes it one. */
  readonly named: boolean;
  readonly negative: boolean;
  readonly signed: boolean;
}

const MINUS = '-−–‑－';

/** Sign and currency before a number: "$", "US$", "-$", "$-", "EUR ", "Rs.", "minus"; undefined when there is neither. */
export function readPrefix({ text, tokens, signs }: Scan, at: number, floor: number): Prefix | undefined {
  if (at <= floor || isPlainWord(tokens[at - 1], tokens[at])) return undefined;
  let from = at;
  let code: string | undefined;
  let weak = false;
  let named = false;
  let power = 0;
  let sign = signBefore(tokens, from, floor);
  if (sign !== 0) from--;
  const before = tokens[from - 1];
  const apart = sign !== 0 && tokens[from]?.spaced === true;
  if (from > floor && before && (!apart || isCodeBeforeMinus(tokens, from, at))) {
    if (before.kind === 'mark' && isCurrencySymbol(before.text)) {
      from--;
      code = signs.ofSymbol(before.text);
      const letters = tokens[from - 1];
      if (from > floor && letters?.kind === 'word') {
        const glued = tokens[from]?.spaced === false;
        const dollar = before.text === '$';
        const prefixed = dollar
          ? prefixBefore(letters, glued)
          : glued
            ? signs.ofLetters(letters.text)
            : undefined;
        if (prefixed !== undefined) {
          code = prefixed;
          from--;
        }
      }
    } else if (
      !tokens[from]?.spaced &&
      !before.spaced &&
      tokens[from - 2]?.text === '$' &&
      from - 1 > floor
    ) {
      code = dollarPrefix(before.text);
      if (code !== undefined) from -= 2;
    } else if (before.is(CURRENCY_WORDS) && !isGluedToWord(tokens, from - 1)) {
      const scaled = scaledCode(before.text);
      code = scaled?.code ?? signs.ofLetters(before.text);
      named = code === undefined && NAMES.has(before.lower) && tokens[from - 2]?.lower !== 'the';
      if (named) code = signs.ofName(before.lower);
      power = scaled?.power ?? 0;
      weak = isWeakCode(before.text);
      if (code !== undefined) from--;
    } else if (before.text === '.' && tokens[from - 2]?.text === 'Rs' && from - 1 > floor) {
      code = signs.ofLetters('Rs');
      from -= 2;
    } else if (before.text === '=' && !before.spaced && tokens[from - 2]?.text === 'Y' && from - 1 > floor) {
      // The news agencies' way of writing ¥: "Y=590 billion".
      code = 'JPY';
      from -= 2;
    } else if (before.kind === 'han' && before.text.endsWith('人民币')) code = 'CNY';
  }
  if (sign === 0 && code !== undefined) {
    sign = signBefore(tokens, from, floor);
    if (sign !== 0) from--;
  }
  if (sign < 0 && from > floor && !tokens[from]?.spaced && isMinus(tokens[from - 1])) from--;
  if (sign === 0 && from - 1 > floor && isGluedHyphen(tokens, from - 1) && isMinus(tokens[from - 2])) {
    sign = -1;
    from -= 2;
  }
  if (sign === 0 && from > floor && isMinus(tokens[from - 1])) {
    const either = tokens[from - 2]?.lower === 'or' && tokens[from - 3]?.lower === 'plus' && from - 2 > floor;
    sign = either ? 1 : -1;
    from -= either ? 3 : 1;
  }
  if (
    sign === 0 &&
    from > floor &&
    tokens[from - 1]?.kind === 'han' &&
    isHanMinus(text, tokens[from]?.start ?? 0)
  )
    sign = -1;
  if (code === undefined && sign === 0) return undefined;
  return { from, code, power, weak, named, negative: sign < 0, signed: sign !== 0 };
}

/** The word before most numbers, which is neither sign nor currency. */
function isPlainWord(word: Token | undefined, number: Token | undefined): boolean {
  if (word?.kind !== 'word' || number?.spaced !== true) return false;
  return !word.is(CURRENCY_WORDS) && !isMinus(word);
}

const NAMES = new Set(
  words('dollar dollars euro euros rupee rupees yen yuan renminbi dirham dirhams riyal riyals ringgit baht'),
);

/** 零下 or 负 right before an offset. */
function isHanMinus(text: string, at: number): boolean {
  return text.startsWith('零下', at - 2) || '负負'.includes(text.charAt(at - 1));
}

/** "EUR -0.4 mn"; the "USD -0.3%" of a table is a change. */
function isCodeBeforeMinus(tokens: readonly Token[], sign: number, at: number): boolean {
  const code = tokens[sign - 1];
  return (
    code !== undefined && isCurrencyCode(code.text) && code.text.length === 3 && tokens[at + 1]?.text !== '%'
  );
}

function isMinus(token: Token | undefined): boolean {
  return token?.lower === 'minus' || token?.lower === 'negative';
}

/** "US$", "c$"; apart only where the letters are no other word: "US $", "hk $", "c $". */
function prefixBefore(letters: Token, glued: boolean): string | undefined {
  if (glued) return dollarPrefix(letters.text) ?? dollarPrefix(letters.text.toUpperCase());
  return SPACED_PREFIXES.has(letters.lower) ? dollarPrefix(letters.text.toUpperCase()) : undefined;
}

const SPACED_PREFIXES = new Set(['us', 'hk', 'nz', 'c', 'au', 'nt']);

function isGluedToWord(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  // "RMB320bn/RMB89bn"
  if (before?.text === '/' && (tokens[at - 2]?.kind === 'number' || tokens[at - 3]?.kind === 'number'))
    return false;
  return (
    tokens[at]?.spaced === false &&
    before !== undefined &&
    (before.kind === 'word' || '-/&'.includes(before.text))
  );
}

/** -1 or 1 when a sign is glued before token `at` and nothing is glued before the sign, else 0. */
function signBefore(tokens: readonly Token[], at: number, floor: number): number {
  const sign = tokens[at - 1];
  if (at <= floor || sign?.kind !== 'mark' || tokens[at]?.spaced) return 0;
  const negative = MINUS.includes(sign.text);
  if (!negative && sign.text !== '+') return 0;
  const before = tokens[at - 2];
  const free =
    sign.spaced ||
    before === undefined ||
    (before.kind === 'han' && /[为為是达達至到从從由约約]$/.test(before.text)) ||
    (before.kind === 'mark' && '([|/~≈:;,"“'.includes(before.text)) ||
    (before.kind === 'mark' && isCurrencySymbol(before.text) && at - 2 >= floor);
  return free ? (negative ? -1 : 1) : 0;
}
