// Units that a table's header, caption or row label gives to its cells: "Revenue ($m)", "Thousand tonnes", "Change (%)".
import { type CurrencySigns, dollarPrefix, isCurrencySymbol } from './currencies';
import type { QuantityKind } from './figure';
import { type Measure, moneyMeasure, plainMeasure } from './measure';
import { readMeasure } from './measure-after';
import { isStopWord } from './nouns';
import { withDenominators } from './rates';
import { scaleAfterDigits, scalePlural, scaleWord } from './scales';
import { type Token, tokenize } from './tokens';
import { unitNamed } from './units';
import { words } from './words';

/** What a bare number below the header means. */
export interface HeaderUnit {
  readonly power: number;
  readonly scale: string | undefined;
  readonly measure: Measure | undefined;
  /** The counted noun, for headers such as "Thousand TEU". */
  readonly noun: string;
}

const LENGTHS =
  /draught|draft|length|height|depth|width|distance|diameter|elevation|altitude|radius|thickness|beam|span|rainfall|swell/i;

/** The unit of a header; undefined when it names none. The last bracket that reads as a unit decides. */
export function readHeader(header: string, signs: CurrencySigns): HeaderUnit | undefined {
  const lengthwise = LENGTHS.test(header);
  const brackets = [...header.slice(0, 2000).matchAll(/[([]([^()[\]]{1,80})[)\]]/g)]
    .map(match => match[1] ?? '')
    .reverse();
  const outside = header.slice(0, 2000).replace(/[([][^()[\]]{0,200}[)\]]/g, ' ');
  const pieces = [...brackets, ...outside.split(/[,;:|\n]|\.\s/).reverse(), outside];
  for (const piece of pieces) {
    const found = readPiece(
      piece.split(/[,;]| except | unless /)[0] ?? '',
      signs,
      lengthwise,
      brackets.includes(piece),
    );
    if (found) return found;
  }
  return undefined;
}

/** "NOKm", "EURbn": the code of a currency and a scale in one word. */
const CODE_WITH_SCALE = /\b([A-Z]{3})(k|mn?|bn|trn?|tn)\b/g;

/** Columns that date their rows rather than measure anything. */
const TIME_COLUMNS = new Set(words('year month week day hour minute second quarter decade date'));

function readPiece(
  piece: string,
  signs: CurrencySigns,
  lengthwise: boolean,
  bracketed: boolean,
): HeaderUnit | undefined {
  const tokens = tokenize(piece.trim().replace(CODE_WITH_SCALE, '$1 $2'));
  if (!bracketed && tokens.length === 1 && TIME_COLUMNS.has(tokens[0]?.lower ?? '')) return undefined;
  let at = 0;
  while (
    [
      'in',
      'all',
      'figures',
      'amounts',
      'values',
      'of',
      'the',
      'and',
      'as',
      '±',
      'Δ',
      '+',
      '/',
      '-',
      '−',
    ].includes(tokens[at]?.lower ?? '')
  )
    at++;
  if (at >= tokens.length || at > 4) return undefined;
  const currency = readCurrencyAt(tokens, at, signs);
  if (currency) at = currency.to + (tokens[currency.to]?.lower === 'in' ? 1 : 0);
  const scale = readScaleAt(tokens, at, currency !== undefined, lengthwise);
  if (scale) at = scale.to;
  if (tokens[at]?.lower === 'of') at++;
  const measure = currency
    ? withDenominators(tokens, moneyMeasure(currency.code, at))
    : readUnitAt(tokens, at, signs, scale !== undefined);
  if (measure) at = measure.to;
  const noun =
    !measure && at === tokens.length - 1 && (scale !== undefined || bracketed) ? nounAt(tokens[at]) : '';
  if (noun !== '') at++;
  if (
    at < tokens.length &&
    !(tokens[at]?.lower === 'per' && (measure || noun !== '')) &&
    !isRemark(tokens[at]) &&
    !(bracketed && isOfWhat(tokens.slice(at), measure))
  )
    return undefined;
  if (!measure && !scale && noun === '') return undefined;
  return { power: scale?.power ?? 0, scale: scale?.text, measure, noun };
}

/** Amounts that are mostly of something. */
const OF_MATTER: ReadonlySet<QuantityKind> = new Set(['mass', 'volume', 'energy']);

/** In brackets after a unit: "(t LCE)", "(kt Cu)", "(kg dry matter)". */
function isOfWhat(rest: readonly Token[], measure: Measure | undefined): boolean {
  return (
    measure !== undefined &&
    OF_MATTER.has(measure.kind) &&
    rest.length <= 2 &&
    rest.every(token => token.kind === 'word' && !isStopWord(token))
  );
}

/** Words that may follow a unit: "$m, unaudited", "US$ million restated". */
function isRemark(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    [
      'restated',
      'unaudited',
      'nominal',
      'real',
      'constant',
      'current',
      'total',
      'change',
      'growth',
      'net',
      'gross',
      'equivalent',
      'co',
      'co2e',
      'co2',
    ].includes(token.lower)
  );
}

function readCurrencyAt(
  tokens: readonly Token[],
  at: number,
  signs: CurrencySigns,
): { code: string; to: number } | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first) return undefined;
  if (second?.text === '$' && !second.spaced) {
    const code = dollarPrefix(first.text);
    if (code !== undefined) return { code, to: at + 2 };
  }
  const symbol = isCurrencySymbol(first.text) ? signs.ofSymbol(first.text) : undefined;
  if (symbol !== undefined) return { code: symbol, to: at + 1 };
  const code = first.kind === 'word' ? signs.ofLetters(first.text) : undefined;
  return code === undefined ? undefined : { code, to: second?.text === '.' ? at + 2 : at + 1 };
}

function readScaleAt(
  tokens: readonly Token[],
  at: number,
  money: boolean,
  lengthwise: boolean,
): { power: number; text: string; to: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const quoted = "'’".includes(token.text) && tokens[at + 1]?.text === '000';
  if (token.text === '000' || quoted) {
    const end = quoted ? at + 2 : at + 1;
    return { power: 3, text: "'000", to: tokens[end]?.lower === 's' ? end + 1 : end };
  }
  if (
    token.kind === 'word' &&
    /^[mb]n?s?$|^MM$|^mm$|^[kKMB]$/.test(token.text) &&
    !money &&
    (lengthwise || token.text === 'mm' || token.text === 'B') &&
    unitNamed(token.text)
  )
    return undefined;
  const power = scaleWord(token.lower) ?? scalePlural(token.lower) ?? scaleAfterDigits(token, true, money);
  if (token.kind !== 'word' || power === undefined) return undefined;
  const more = scaleWord(tokens[at + 1]?.lower ?? '');
  return more === undefined
    ? { power, text: token.text, to: at + 1 }
    : { power: power + more, text: `${token.text} ${tokens[at + 1]?.text}`, to: at + 2 };
}

function readUnitAt(
  tokens: readonly Token[],
  at: number,
  signs: CurrencySigns,
  scaled: boolean,
): Measure | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.text === 'p' && at === tokens.length - 1)
    return readMeasure([token.glued()], 0, { scaled, grouped: false, whole: true, at: 0 }, signs);
  if (token.lower === 'times' || token.lower === 'multiple')
    return plainMeasure('multiple', 'x', at + 1, 'times');
  const glued = tokens.map((each, i) => (i === at ? each.glued() : each));
  const measure = readMeasure(glued, at, { scaled: true, grouped: false, whole: true, at: 0 }, signs);
  return measure ? withDenominators(tokens, measure) : undefined;
}

function nounAt(token: Token | undefined): string {
  return token?.kind === 'word' &&
    !isStopWord(token) &&
    token.text.length > 2 &&
    (token.lower.endsWith('s') || /^[A-Z]{3,4}$/.test(token.text))
    ? token.lower
    : '';
}
