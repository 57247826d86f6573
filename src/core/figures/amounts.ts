// An amount: sign, currency, number, scale and unit, without qualifier: "-$4.7 bn", "20 feet", "30亿元", "3.3x".
import { isCurrencySymbol } from './currencies';
import { type Decimal, decimal, negate, numberOf, plus, times, toNumber } from './decimal';
import { lowerScales } from './han-numbers';
import { type Measure, plainMeasure } from './measure';
import { mayMeasure } from './measure-after';
import { andFraction, type Numeral, readNumeral } from './numerals';
import { readPrefix } from './prefix';
import { lowerWords, readScale, type Scaled } from './scale-after';
import type { Scan } from './scan';
import type { Token } from './tokens';
import { hanShare, isNegativeShare, readUnitOf, tenthsBehind } from './unit-of';
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
  const isMeasured = mayMeasure(tokens[numeral.to]) || numeral.scaleAt !== undefined;
  const scaled = isMeasured ? readScale(scan, numeral, prefix?.code !== undefined) : undefined;
  const power = scaled?.power ?? 0;
  const more = scaled && moreBehind(tokens, numeral, scaled);
  const scaledTo = more?.to ?? scaled?.to ?? numeral.to;
  const weak =
    prefix !== undefined &&
    ((prefix.named && power < 3) || (prefix.weak && power === 0 && !numeral.grouped && numeral.place === 0));
  const before = weak ? undefined : prefix;
  const code = before?.code;
  const start = tokens[at]?.start ?? 0;
  const numeralEnd = numeral.end ?? tokens[scaledTo - 1]?.end ?? start;
  const share = hanShare(scan, at);
  const measured =
    isMeasured || code !== undefined || share
      ? readUnitOf(scan, at, numeral, scaledTo, power, code, share)
      : undefined;
  const end = measured?.end ?? tokens[scaledTo - 1]?.end ?? start;
  const tenths = measured?.measure === undefined ? 0 : tenthsBehind(scan, end);
  const half = tenths > 0 ? 1 : 0;
  const extra = half > 0 ? decimal(tenths, -1) : more && times(more.value, decimal(1, -power));
  const value = extra ? plus(numeral.value, extra) : numeral.value;
  const isShare = share !== undefined && at >= floor + 2;
  const unsigned = inBrackets ? at - 1 : at;
  const from = weak ? at : isShare ? at - 2 : (prefix?.from ?? unsigned);
  return {
    from,
    to: measured?.to ?? scaledTo,
    end: numeral.end ?? end + half,
    numeralStart: start,
    numeralEnd,
    numberAt: at,
    value:
      inBrackets || before?.negative === true || (isShare && isNegativeShare(scan, start))
        ? negate(value)
        : value,
    place: half > 0 ? -1 : more ? more.place - power : numeral.place,
    writing: numeral.writing,
    power: power + (before?.power ?? 0),
    scale: scaled?.text,
    measure: measured?.measure,
    prefixed: code !== undefined,
    signed: inBrackets || before?.signed === true,
    grouped: numeral.grouped,
    openAbove: scaled?.plus === true || measured?.open === true,
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

/** An amount in base units. */
export function baseValue(value: Decimal, power: number, measure: Measure | undefined): number {
  const exponent = value.exponent + power;
  if (measure === undefined) return numberOf(value.digits, exponent);
  const { factor, divisor } = measure;
  if (factor.digits === 1) return numberOf(value.digits, exponent + factor.exponent) / divisor;
  return toNumber(times({ digits: value.digits, exponent }, factor)) / divisor;
}

/** A fraction of nothing named is a ratio: "two-thirds of customers", "by a quarter". */
export function asRatio(amount: Amount): Amount {
  if (amount.writing !== 'fraction' || amount.measure !== undefined || amount.scale !== undefined)
    return amount;
  return amountOf({ ...amount, measure: plainMeasure('ratio', '', amount.to) });
}

/** Accounting negatives: "(1,357)" in a cell, "(3.6)%" anywhere. */
export function withBrackets({ tokens, isCell }: Scan, amount: Amount, floor: number): Amount {
  if (tokens[amount.from - 1]?.text !== '(' || amount.from <= floor) return amount;
  const inside = tokens.slice(amount.numberAt, amount.to).some(token => token.text === ')');
  const closes = tokens[amount.to]?.text === ')' && isCell && !amount.signed;
  if (!inside && !closes) return amount;
  const to = inside ? amount.to : amount.to + 1;
  return amountOf({
    ...amount,
    from: amount.from - 1,
    to,
    end: tokens[to - 1]?.end ?? amount.end,
    value: negate(amount.value),
    signed: true,
  });
}
