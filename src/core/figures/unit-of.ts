// The unit of a number: what stands behind it and its scale, and what its currency or 百分之 before it says.
import { isHan } from './characters';
import { readCurrency } from './currency-after';
import { type Decimal, decimal, toNumber } from './decimal';
import { readFen, readHanMeasure, skipMore } from './han-measure';
import { type Measure, measureOf, moneyMeasure, type NumberBefore, plainMeasure } from './measure';
import { mayMeasure, readMeasure } from './measure-after';
import type { Numeral } from './numerals';
import { withDenominators } from './rates';
import { scaleWord } from './scales';
import type { Scan } from './scan';
import type { Token } from './tokens';

/** The unit of a number, and where it ends. */
export interface Measured {
  readonly measure: Measure | undefined;
  readonly to: number;
  readonly end: number;
  /** "100+ GWh": a plus before the unit. */
  readonly open: boolean;
}

/**
 * The unit of the number at token `at`, whose scale ends before token `to`.
 * @param code the currency before it
 * @param share what 百分之 before it makes of it
 */
export function readUnitOf(
  scan: Scan,
  at: number,
  numeral: Numeral,
  to: number,
  power: number,
  code: string | undefined,
  share: Decimal | undefined,
): Measured {
  const { tokens, signs } = scan;
  const next = tokens[to];
  const han = asDiscount(scan, hanUnit(scan, to, at), numeral);
  if (han) {
    const measure =
      code === undefined
        ? han
        : measureOf({ ...han, kind: 'money', unit: han.kind === 'money' ? han.unit : code });
    const end = hanEnd(tokens, to, han.to);
    return { measure, to: end.to, end: end.end, open: isMoreAt(scan, to) };
  }
  if (numeral.writing === 'vague')
    return readUnitBehindOf(scan, numeral.to, numberBefore(scan, at, numeral, true));
  if (share !== undefined) return measuredTo(tokens, plainMeasure('percent', '%', to, 'percent', share), to);
  if (code !== undefined) {
    const again = mayMeasure(next)
      ? readCurrency(tokens, to, numberBefore(scan, at, numeral, true), signs)
      : undefined;
    const same =
      again &&
      again.kind === 'money' &&
      again.factor.exponent === 0 &&
      again.to > to &&
      !(next?.kind === 'word' && next.text === 'p')
        ? again
        : undefined;
    const measure = withDenominators(
      tokens,
      moneyMeasure(same && same.unit !== code && code === 'USD' ? same.unit : code, same?.to ?? to),
    );
    return measuredTo(tokens, measure, measure.to);
  }
  if (!mayMeasure(next)) return measuredTo(tokens, undefined, to);
  const open = next?.text === '+' && !next.spaced ? 1 : 0;
  const closes = next?.text === ')' && !next.spaced && tokens[at - 1]?.text === '(' ? 1 : 0;
  const number = numberBefore(scan, at, numeral, power > 0 || numeral.scaleAt !== undefined);
  const measure = readMeasure(tokens, to + open + closes, number, signs);
  if (!measure || (closes > 0 && measure.kind !== 'percent')) return measuredTo(tokens, undefined, to);
  const rate = withDenominators(tokens, measure);
  return measuredTo(tokens, rate, rate.to, open > 0);
}

function numberBefore({ tokens }: Scan, at: number, numeral: Numeral, scaled: boolean): NumberBefore {
  return {
    scaled,
    grouped: numeral.grouped,
    whole: numeral.place >= 0 && numeral.writing !== 'fraction',
    fraction: numeral.writing === 'fraction' && tokens[at]?.kind === 'word',
    at,
  };
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
    isOf || endsInScale(tokens[at - 1]) ? readMeasure(tokens, isOf ? at + 1 : at, number, signs) : undefined;
  const measure = found && found.kind !== 'multiple' ? withDenominators(tokens, found) : undefined;
  return measuredTo(tokens, measure, measure?.to ?? at);
}

/** The hundred of "several hundred", which is no plural. */
function endsInScale(last: Token | undefined): boolean {
  return last !== undefined && (last.lower === 'dozen' || scaleWord(last.lower) !== undefined);
}

/** The tenths that a character behind a Chinese unit adds: 两年半, 三米半, 七成六; not 一天半小时. */
export function tenthsBehind({ text }: Scan, end: number): number {
  if (!isHan(text.charCodeAt(end)) || !isHan(text.charCodeAt(end - 1))) return 0;
  const digit = text.charAt(end - 1) === '成' ? '一二三四五六七八九'.indexOf(text.charAt(end)) + 1 : 0;
  if (text.charAt(end) !== '半') return digit;
  return readHanMeasure(text, end + 1) === undefined ? 5 : 0;
}

/** 百分之, 千分之 or 万分之 before the number, as percentages. */
export function hanShare({ text, tokens }: Scan, at: number): Decimal | undefined {
  const start = tokens[at]?.start ?? 0;
  if (tokens[at - 1]?.kind !== 'han' || !text.startsWith('分之', start - 2)) return undefined;
  const power = '百千万'.indexOf(text.charAt(start - 3));
  return power < 0 ? undefined : decimal(1, -power);
}

/** 负百分之三 */
export function isNegativeShare({ text }: Scan, start: number): boolean {
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
