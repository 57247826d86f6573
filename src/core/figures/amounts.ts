// An amount: sign, currency, number, scale and unit, without qualifier: "-$4.7 bn", "20 feet", "30亿元", "3.3x".
import { isHan } from './characters';
import { isCurrencySymbol } from './currencies';
import { readCurrency } from './currency-after';
import { type Decimal, decimal, negate, numberOf, plus, times, toNumber } from './decimal';
import { readFen, readHanMeasure, skipMore } from './han-measure';
import { lowerScales } from './han-numbers';
import { type Measure, measureOf, moneyMeasure, type NumberBefore, plainMeasure } from './measure';
import { readMeasure } from './measure-after';
import { andFraction, type Numeral, readNumeral } from './numerals';
import { readPrefix } from './prefix';
import { withDenominators } from './rates';
import { lowerWords, readScale, type Scaled } from './scale-after';
import { scaleWord } from './scales';
import type { Scan } from './scan';
import type { Token } from './tokens';
import type { Writing } from './word-tokens';

export interface Amount {
  /** Tokens [from, to), sign and currency included; `end` is the offset behind the last character. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Offsets of number and scale. */
  readonly numeralStart: number;
  readonly numeralEnd: number;
  /** The token with which the number begins. */
  readonly numberAt: number;
  /** As written, without scale; with its sign. */
  readonly value: Decimal;
  /** Power of ten of the last place written, without scale. */
  readonly place: number;
  readonly writing: Writing;
  /** Power of ten of the scale. */
  readonly power: number;
  readonly scale: string | undefined;
  readonly measure: Measure | undefined;
  /** A currency sign or code stands before the number. */
  readonly prefixed: boolean;
  readonly signed: boolean;
  readonly grouped: boolean;
  /** "$65+ billion": a plus before the scale or unit. */
  readonly openAbove: boolean;
}

/** An amount of the shape that all have: engines are slow to read objects of several, such as copies made here and there. */
export function amountOf(parts: Amount): Amount {
  return {
    from: parts.from,
    to: parts.to,
    end: parts.end,
    numeralStart: parts.numeralStart,
    numeralEnd: parts.numeralEnd,
    numberAt: parts.numberAt,
    value: parts.value,
    place: parts.place,
    writing: parts.writing,
    power: parts.power,
    scale: parts.scale,
    measure: parts.measure,
    prefixed: parts.prefixed,
    signed: parts.signed,
    grouped: parts.grouped,
    openAbove: parts.openAbove,
  };
}

/** The amount whose number begins at token `at`; `floor` is the first token that no earlier figure has taken. */
export function readAmount(scan: Scan, at: number, floor: number): Amount | undefined {
  const { tokens } = scan;
  const bare = readNumeral(scan, at);
  if (!bare) return undefined;
  const inBrackets = isMoneyInBrackets(tokens, at, bare.to);
  const numeral = inBrackets ? { ...bare, to: bare.to + 1 } : bare;
  const prefix = readPrefix(scan, inBrackets ? at - 1 : at, floor);
  const alone = readScale(scan, numeral, prefix?.code !== undefined);
  const more = moreBehind(tokens, numeral, alone);
  const scaled = more ? { ...alone, to: more.to } : alone;
  const weak =
    prefix !== undefined &&
    ((prefix.named && scaled.power < 3) ||
      (prefix.weak && scaled.power === 0 && !numeral.grouped && numeral.place === 0));
  const before = weak ? undefined : prefix;
  const code = before?.code;
  const start = tokens[at]?.start ?? 0;
  const numeralEnd = numeral.end ?? tokens[scaled.to - 1]?.end ?? start;
  const measured = readUnitOf(scan, at, numeral, scaled, code);
  const tenths = measured.measure === undefined ? 0 : tenthsBehind(scan, measured.end);
  const half = tenths > 0 ? 1 : 0;
  const extra = half > 0 ? decimal(tenths, -1) : more && times(more.value, decimal(1, -alone.power));
  const value = extra ? plus(numeral.value, extra) : numeral.value;
  const isShare = hanShare(scan, at) !== undefined && at >= floor + 2;
  const unsigned = inBrackets ? at - 1 : at;
  const from = weak ? at : isShare ? at - 2 : (prefix?.from ?? unsigned);
  return {
    from,
    to: measured.to,
    end: numeral.end ?? measured.end + half,
    numeralStart: start,
    numeralEnd,
    numberAt: at,
    value:
      inBrackets || before?.negative === true || (isShare && isNegativeShare(scan, start))
        ? negate(value)
        : value,
    place: half > 0 ? -1 : more ? more.place - alone.power : numeral.place,
    writing: numeral.writing,
    power: scaled.power + (before?.power ?? 0),
    scale: scaled.text,
    measure: measured.measure,
    prefixed: code !== undefined,
    signed: inBrackets || before?.signed === true,
    grouped: numeral.grouped,
    openAbove: scaled.plus || measured.open,
  };
}

/** What a scale leaves to be added: the 3000万 of 2亿3000万, "2 crore 50 lakh", "five billion and a half". */
function moreBehind(
  tokens: readonly Token[],
  { writing }: Numeral,
  { to, power, text }: Scaled,
): { value: Decimal; place: number; to: number } | undefined {
  if (power < 2) return undefined;
  const words =
    writing === 'digits' && text !== undefined && text.length > 3 && tokens[to - 1]?.lower === text;
  const lower = words ? lowerWords(tokens, to, power) : undefined;
  return (
    lower ?? (power < 3 ? undefined : (lowerScales(tokens, to, power) ?? andFraction(tokens, to, power)))
  );
}

/** "$(14.2) million", the accountants' way. */
function isMoneyInBrackets(tokens: readonly Token[], at: number, to: number): boolean {
  const open = tokens[at - 1];
  if (open?.text !== '(' || open.spaced || tokens[to]?.text !== ')') return false;
  const sign = tokens[at - 2];
  return sign !== undefined && isCurrencySymbol(sign.text);
}

// ----------------------------------------------------------------------------------------------------------------- unit

interface Measured {
  readonly measure: Measure | undefined;
  readonly to: number;
  readonly end: number;
  /** "100+ GWh": a plus before the unit. */
  readonly open: boolean;
}

function readUnitOf(
  scan: Scan,
  at: number,
  numeral: Numeral,
  scaled: Scaled,
  code: string | undefined,
): Measured {
  const { tokens, signs } = scan;
  const number = {
    scaled: scaled.power > 0 || numeral.scaleAt !== undefined,
    grouped: numeral.grouped,
    whole: numeral.place >= 0 && numeral.writing !== 'fraction',
    fraction: numeral.writing === 'fraction' && tokens[at]?.kind === 'word',
    at,
  };
  const han = asDiscount(scan, hanUnit(scan, scaled.to, at), numeral);
  if (han) {
    const measure =
      code === undefined
        ? han
        : measureOf({ ...han, kind: 'money', unit: han.kind === 'money' ? han.unit : code });
    const { to, end } = hanEnd(tokens, scaled.to, han.to);
    return { measure, to, end, open: isMoreAt(scan, scaled.to) };
  }
  if (numeral.writing === 'vague') return readUnitBehindOf(scan, numeral.to, number);
  const share = hanShare(scan, at);
  if (share !== undefined)
    return measuredTo(tokens, plainMeasure('percent', '%', scaled.to, 'percent', share), scaled.to);
  if (code !== undefined) {
    const again = readCurrency(tokens, scaled.to, { ...number, scaled: true }, signs);
    const same =
      again &&
      again.kind === 'money' &&
      again.factor.exponent === 0 &&
      again.to > scaled.to &&
      !(tokens[scaled.to]?.kind === 'word' && tokens[scaled.to]?.text === 'p')
        ? again
        : undefined;
    const measure = withDenominators(
      tokens,
      moneyMeasure(same && same.unit !== code && code === 'USD' ? same.unit : code, same?.to ?? scaled.to),
    );
    return measuredTo(tokens, measure, measure.to);
  }
  const open = tokens[scaled.to]?.text === '+' && !tokens[scaled.to]?.spaced ? 1 : 0;
  const closes =
    tokens[scaled.to]?.text === ')' && !tokens[scaled.to]?.spaced && tokens[at - 1]?.text === '(' ? 1 : 0;
  const measure = readMeasure(tokens, scaled.to + open + closes, number, signs);
  if (!measure || (closes > 0 && measure.kind !== 'percent')) return measuredTo(tokens, undefined, scaled.to);
  const rate = withDenominators(tokens, measure);
  return measuredTo(tokens, rate, rate.to, open > 0);
}

/** What ends with the token before `to`. */
function measuredTo(
  tokens: readonly Token[],
  measure: Measure | undefined,
  to: number,
  open = false,
): Measured {
  return { measure, to, end: tokens[to - 1]?.end ?? 0, open };
}

/** "tens of millions of dollars", "hundreds of miles", "several hundred miles"; what is told of things goes without "of". */
function readUnitBehindOf(scan: Scan, at: number, number: NumberBefore): Measured {
  const { tokens, signs } = scan;
  const isOf = tokens[at]?.lower === 'of';
  const found =
    isOf || endsInScale(tokens[at - 1])
      ? readMeasure(tokens, isOf ? at + 1 : at, { ...number, scaled: true }, signs)
      : undefined;
  const measure = found && found.kind !== 'multiple' ? withDenominators(tokens, found) : undefined;
  return measuredTo(tokens, measure, measure?.to ?? at);
}

/** The hundred of "several hundred", which is no plural. */
function endsInScale(last: Token | undefined): boolean {
  return last !== undefined && (last.lower === 'dozen' || scaleWord(last.lower) !== undefined);
}

/** The tenths that a character behind a Chinese unit adds: 两年半, 三米半, 七成六; not 一天半小时. */
function tenthsBehind({ text }: Scan, end: number): number {
  if (!isHan(text.charCodeAt(end)) || !isHan(text.charCodeAt(end - 1))) return 0;
  const digit = text.charAt(end - 1) === '成' ? '一二三四五六七八九'.indexOf(text.charAt(end)) + 1 : 0;
  if (text.charAt(end) !== '半') return digit;
  return readHanMeasure(text, end + 1) === undefined ? 5 : 0;
}

/** 百分之, 千分之 or 万分之 before the number, as percentages. */
function hanShare({ text, tokens }: Scan, at: number): Decimal | undefined {
  const start = tokens[at]?.start ?? 0;
  if (tokens[at - 1]?.kind !== 'han' || !text.startsWith('分之', start - 2)) return undefined;
  const power = '百千万'.indexOf(text.charAt(start - 3));
  return power < 0 ? undefined : decimal(1, -power);
}

/** 负百分之三 */
function isNegativeShare({ text }: Scan, start: number): boolean {
  return start > 3 && '负負'.includes(text.charAt(start - 4));
}

function hanUnit({ text, tokens }: Scan, at: number, numberAt: number): Measure | undefined {
  const token = tokens[at];
  if (
    token?.kind !== 'han' &&
    token?.kind !== 'han-number' &&
    !(token?.kind === 'word' && '円'.includes(token.text))
  )
    return undefined;
  return (
    readFen(text, tokens[numberAt]?.start ?? 0, token.start) ??
    readHanMeasure(text, skipMore(text, token.start))
  );
}

/** 8.5折 and 85折 are both 85 percent of the price. */
function asDiscount({ text }: Scan, han: Measure | undefined, { value }: Numeral): Measure | undefined {
  const isDiscount = han?.kind === 'percent' && text.charAt(han.to - 1) === '折';
  return isDiscount && toNumber(value) > 10 ? measureOf({ ...han, factor: decimal(1) }) : han;
}

/** 多 or 余 begins the token: 30亿多元. */
function isMoreAt({ text, tokens }: Scan, at: number): boolean {
  return '多余餘'.includes(text.charAt(tokens[at]?.start ?? text.length) || '-');
}

/** A Chinese unit may end inside a token: the rest of that token is passed over. */
function hanEnd(tokens: readonly Token[], at: number, end: number): { to: number; end: number } {
  let to = at;
  while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to++;
  return { to, end };
}

/** An amount in base units. */
export function baseValue(value: Decimal, power: number, measure: Measure | undefined): number {
  const exponent = value.exponent + power;
  if (measure === undefined) return numberOf(value.digits, exponent);
  const { factor, divisor } = measure;
  if (factor.digits === 1) return numberOf(value.digits, exponent + factor.exponent) / divisor;
  return toNumber(times({ digits: value.digits, exponent }, factor)) / divisor;
}
