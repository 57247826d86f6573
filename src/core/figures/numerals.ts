// Numbers without sign, scale and unit: digits, fractions, words.
import { type Decimal, decimal, plus, times } from './decimal';
import type { DigitRun } from './digits';
import { fraction, readAndFraction } from './fractions';
import { hanParts, readHanNumeral } from './han-numerals';
import { mayJoin } from './joints';
import { isGluedHyphen } from './measure';
import { readWords } from './number-words';
import { scaleWord } from './scales';
import type { Scan } from './scan';
import type { Token } from './tokens';
import type { Writing } from './word-tokens';
import { words } from './words';

/** A number without sign, scale and unit. */
export interface Numeral {
  readonly to: number;
  readonly value: Decimal;
  readonly place: number;
  readonly writing: Writing;
  readonly grouped: boolean;
  readonly scaleAt: number | undefined;
  /** The offset behind it, where that is inside its last token. */
  readonly end?: number;
}

const VULGAR = new Map<string, readonly [number, number]>([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
  ['⅖', [2, 5]],
  ['⅗', [3, 5]],
  ['⅘', [4, 5]],
  ['⅙', [1, 6]],
  ['⅚', [5, 6]],
  ['⅐', [1, 7]],
  ['⅛', [1, 8]],
  ['⅜', [3, 8]],
  ['⅝', [5, 8]],
  ['⅞', [7, 8]],
  ['⅑', [1, 9]],
  ['⅒', [1, 10]],
]);

export function isVulgarFraction(token: Token): boolean {
  return VULGAR.has(token.text);
}

/** The number that begins at a token. */
export function readNumeral(scan: Scan, at: number): Numeral | undefined {
  const { tokens } = scan;
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') return readDigitNumeral(tokens, at);
  const vulgar = token.kind === 'mark' ? VULGAR.get(token.text) : undefined;
  if (vulgar)
    return {
      to: at + 1,
      value: fraction(...vulgar),
      place: -2,
      writing: 'fraction',
      grouped: false,
      scaleAt: undefined,
    };
  if (token.kind === 'han-number') return readHanNumeral(scan, at);
  const words = readWords(tokens, at);
  if (!words) return undefined;
  const half = words.writing === 'words' ? andFraction(tokens, words.to, words.place) : undefined;
  if (half)
    return {
      to: half.to,
      value: plus(words.value, half.value),
      place: half.place,
      writing: 'words',
      grouped: false,
      scaleAt: words.scaleAt,
    };
  return {
    to: words.to,
    value: words.value,
    place: words.place,
    writing: words.writing,
    grouped: false,
    scaleAt: words.scaleAt,
  };
}

/** "five billion and three quarters": of a billion; "one billion and a half million": of a million. */
export function andFraction(
  tokens: readonly Token[],
  at: number,
  power: number,
): { value: Decimal; place: number; to: number } | undefined {
  const part = readAndFraction(tokens, at);
  if (!part) return undefined;
  const own = scaleWord(tokens[part.to]?.lower ?? '');
  const scale = power < 3 ? 0 : own !== undefined && own < power ? own : power;
  return {
    value: times(part.value, decimal(1, scale)),
    place: scale - 1,
    to: scale === own && scale > 0 ? part.to + 1 : part.to,
  };
}

function readDigitNumeral(tokens: readonly Token[], at: number): Numeral | undefined {
  const digits = tokens[at]?.run;
  if (!digits) return undefined;
  const next = tokens[at + 1];
  const more =
    next && mayJoin(next)
      ? ((next.kind === 'han' ? hanParts(tokens, at, digits.value) : undefined) ??
        moreThanDigits(tokens, at, digits))
      : undefined;
  return more ?? digitNumeral(at + 1, digits.value, digits.value.exponent, digits.grouped);
}

/** "2½", "3/4", "2 1/2", "6-1/4", "2 and 1/2", "1.5e6", "5 and a half". */
function moreThanDigits(
  tokens: readonly Token[],
  at: number,
  { value, grouped }: DigitRun,
): Numeral | undefined {
  const next = tokens[at + 1];
  if (next?.kind === 'mark') {
    const vulgar = next.text.charCodeAt(0) > 127 ? VULGAR.get(next.text) : undefined;
    if (vulgar) return digitNumeral(at + 2, plus(value, fraction(...vulgar)), -2, grouped);
    const power = powerAfter(tokens, at, value);
    if (power) return power;
    const hyphened = isGluedHyphen(tokens, at + 1) ? readSlash(tokens, at + 2) : undefined;
    // "$5.86-1/2": half a cent.
    if (hyphened)
      return digitNumeral(
        at + 5,
        plus(value, times(hyphened, decimal(1, value.exponent))),
        value.exponent - 2,
        grouped,
      );
    const simple = readSlash(tokens, at);
    if (simple)
      return { to: at + 3, value: simple, place: -2, writing: 'fraction', grouped, scaleAt: undefined };
  } else if (next?.kind === 'number') {
    const mixed = value.exponent === 0 ? readSlash(tokens, at + 1) : undefined;
    return mixed && digitNumeral(at + 4, plus(value, mixed), -2, grouped);
  } else if (next?.lower === 'and') {
    const joined = value.exponent === 0 ? readSlash(tokens, at + 2) : undefined;
    if (joined) return digitNumeral(at + 5, plus(value, joined), -2, grouped);
  } else if (next?.lower === 'dozen' || next?.lower === 'dozens') {
    return digitNumeral(at + 2, times(value, decimal(12)), value.exponent, grouped);
  } else {
    const times10 = next && powerAfter(tokens, at, value);
    if (times10) return times10;
    const power = next && exponentAfter(tokens, at + 1);
    if (!power) return undefined;
    const exponent = value.exponent + power.power;
    return digitNumeral(power.to, { digits: value.digits, exponent }, exponent, grouped);
  }
  const half = readAndFraction(tokens, at + 1);
  return half && digitNumeral(half.to, plus(value, half.value), -1, grouped);
}

/** "e6" and "e-6" glued to a number. */
function exponentAfter(tokens: readonly Token[], at: number): { power: number; to: number } | undefined {
  const letter = tokens[at];
  const sign = tokens[at + 1];
  const number = tokens[at + 2];
  if (letter?.kind !== 'word' || letter.spaced || letter.lower.charAt(0) !== 'e') return undefined;
  if (/^e\d{1,2}$/.test(letter.lower)) return { power: Number(letter.lower.slice(1)), to: at + 1 };
  const signed =
    letter.lower === 'e' &&
    (sign?.text === '-' || sign?.text === '+') &&
    !sign.spaced &&
    number?.kind === 'number' &&
    !number.spaced &&
    /^\d{1,2}$/.test(number.text);
  return signed ? { power: Number(sign.text + number.text), to: at + 3 } : undefined;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "10^5", "10⁵", "3.2 × 10^6", "6.2x10^-4". */
function powerAfter(tokens: readonly Token[], at: number, value: Decimal): Numeral | undefined {
  const next = tokens[at + 1];
  const joined = next?.lower === 'x10' && !next.spaced;
  const times10 = joined || (tokens[at + 2]?.digits === 10 && '×x*·'.includes(next?.text ?? '-'));
  if (!times10 && tokens[at]?.digits !== 10) return undefined;
  const found = powerOfTen(tokens, joined ? at + 2 : times10 ? at + 3 : at + 1);
  if (!found) return undefined;
  const one = times10 ? value : decimal(1);
  const exponent = one.exponent + found.power;
  return digitNumeral(found.to, { digits: one.digits, exponent }, times10 ? exponent : found.power, false);
}

/** "^5", "^-4", "⁵", "⁻⁴" behind a ten. */
function powerOfTen(tokens: readonly Token[], at: number): { power: number; to: number } | undefined {
  if (tokens[at]?.spaced !== false) return undefined;
  if (tokens[at]?.text === '^' || tokens[at]?.text === '−') {
    const lost = tokens[at]?.text === '−';
    const signed = !lost && '-−'.includes(tokens[at + 1]?.text ?? '+') ? 1 : 0;
    const digits = tokens[at + 1 + signed];
    if (digits?.kind !== 'number' || digits.spaced || !/^\d{1,2}$/.test(digits.text)) return undefined;
    return { power: signed > 0 || lost ? -Number(digits.text) : Number(digits.text), to: at + 2 + signed };
  }
  const signed = tokens[at]?.text === '⁻' ? 1 : 0;
  let power = 0;
  let to = at + signed;
  for (; to < at + 3 && tokens[to]?.kind === 'mark' && !tokens[to]?.spaced; to++) {
    const digit = SUPERSCRIPTS.indexOf(tokens[to]?.text ?? '-');
    if (digit < 0) break;
    power = power * 10 + digit;
  }
  return to > at + signed ? { power: signed ? -power : power, to } : undefined;
}

function digitNumeral(to: number, value: Decimal, place: number, grouped: boolean): Numeral {
  return { to, value, place, writing: 'digits', grouped, scaleAt: undefined };
}

const DENOMINATORS = new Set(words('2 3 4 5 6 7 8 9 10 12 16 20 32 64 100 128 1000'));

/** "3/4": a proper fraction with a usual denominator, nothing glued before or behind. */
function readSlash(tokens: readonly Token[], at: number): Decimal | undefined {
  const slash = tokens[at + 1];
  if (slash?.kind !== 'mark') return undefined;
  const over = tokens[at];
  const under = tokens[at + 2];
  const after = tokens[at + 3];
  if ((slash.text !== '/' && slash.text !== '⁄') || under?.kind !== 'number' || under.spaced !== slash.spaced)
    return undefined;
  if (
    !over ||
    !DENOMINATORS.has(under.text) ||
    !/^\d{1,3}$/.test(over.text) ||
    Number(over.text) >= Number(under.text) ||
    over.text === '0'
  )
    return undefined;
  if (after && !after.spaced && (after.kind === 'number' || after.text === '/')) return undefined;
  if (!over.spaced && tokens[at - 1]?.text === '/') return undefined;
  return fraction(Number(over.text), Number(under.text));
}
