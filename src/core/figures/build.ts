// Makes a figure of an amount, or of the two ends of a range, and of the words around it.
import type { Span } from '../text/span';
import { type Amount, baseValue } from './amounts';
import { type Decimal, decimal, tidy, toNumber } from './decimal';
import type { Figure, Qualifier, Quantity, QuantityKind } from './figure';
import { allowed, between, type Interval, type Openness } from './interval';
import type { Measure } from './measure';
import type { Writing } from './word-tokens';

/** Everything that a figure is made of besides its amount. */
export interface Setting {
  readonly text: string;
  readonly span: Span;
  readonly core: Span;
  readonly qualifier: Qualifier | undefined;
  readonly openness: Openness;
  /** The counted noun. */
  readonly noun: string;
  /** Unit or scale come from a header. */
  readonly inherited: boolean;
}

const CAN_BE_NEGATIVE = new Set<QuantityKind>(['percent', 'points', 'temperature']);

/** Values of an amount as its digits are written. */
export interface Value {
  readonly value: number;
  readonly rounding: number;
  readonly roundNumber: number;
}

/** The value of an amount in base units, and how far its writing leaves it open. */
export function writtenValue(
  amount: Pick<Amount, 'value' | 'place' | 'power' | 'writing'>,
  measure: Measure | undefined,
): Value {
  const value = baseValue(amount.value, amount.power, measure);
  const half = (place: number) => baseValue(decimal(5, place - 1), amount.power, measure);
  const rounding = roundingOf(amount.writing, measure, value, () => half(amount.place));
  const place = lastNonZero(amount.value);
  return { value, rounding, roundNumber: place > amount.place ? Math.max(rounding, half(place)) : rounding };
}

function roundingOf(
  writing: Writing,
  measure: Measure | undefined,
  value: number,
  half: () => number,
): number {
  if (writing === 'fraction') return tidy(Math.abs(value) * 0.05);
  if (writing === 'words' && measure?.kind === 'multiple') return tidy(Math.abs(value) * 0.1);
  return half();
}

function lastNonZero({ digits, exponent }: Decimal): number {
  let place = exponent;
  if (typeof digits === 'bigint' || digits === 0) return place;
  for (let rest = digits; rest % 10 === 0; rest /= 10) place++;
  return place;
}

export function kindOf(measure: Measure | undefined): QuantityKind {
  return measure?.kind ?? 'count';
}

export function figureOf(amount: Amount, measure: Measure | undefined, setting: Setting): Figure {
  const written = writtenValue(amount, measure);
  const kind = kindOf(measure);
  const floor = CAN_BE_NEGATIVE.has(kind) ? Number.NEGATIVE_INFINITY : 0;
  const vague = amount.writing === 'vague';
  const range: Interval = vague
    ? { low: written.value, high: tidy(written.value * 10) }
    : allowed(setting.openness, written, floor);
  const qualifier = setting.qualifier ?? (vague ? 'about' : undefined);
  return {
    span: setting.span,
    text: setting.text,
    quantity: quantityOf(kind, written.value, range, measure, setting.noun, qualifier, amount),
    core: setting.core,
    numeral: { start: amount.numeralStart, end: amount.numeralEnd },
    ends: undefined,
    scale: amount.scale,
    spelled: amount.writing !== 'digits' && !DIGIT.test(setting.text),
    inherited: setting.inherited,
  };
}

const DIGIT = /[\d０-９½-⅞]/;

/** A range as one figure; an outer qualifier ("about 20 to 30", "up to 10–15") opens it as it would a number. */
export function rangeFigure(
  low: Amount,
  high: Amount,
  measures: readonly [Measure | undefined, Measure | undefined],
  setting: Setting,
): Figure {
  const ends: [number, number] = [
    writtenValue(low, measures[0]).value,
    writtenValue(high, measures[1]).value,
  ];
  const stated = between(...ends);
  const value = tidy((ends[0] + ends[1]) / 2);
  const range = openRange(stated, setting.openness);
  return {
    span: setting.span,
    text: setting.text,
    core: setting.core,
    numeral: { start: low.numeralStart, end: high.numeralEnd },
    inherited: setting.inherited,
    quantity: quantityOf(kindOf(measures[1]), value, range, measures[1], setting.noun, 'range', undefined),
    ends,
    scale: high.scale ?? low.scale,
    spelled: low.writing !== 'digits' && high.writing !== 'digits',
  };
}

function openRange(stated: Interval, openness: Openness): Interval {
  if (openness === 'about') return { low: tidy(stated.low * 0.95), high: tidy(stated.high * 1.05) };
  if (openness === 'over') return { low: stated.low, high: Number.POSITIVE_INFINITY };
  if (openness === 'under') return { low: Math.min(0, stated.low), high: stated.high };
  return stated;
}

function quantityOf(
  kind: QuantityKind,
  value: number,
  range: Interval,
  measure: Measure | undefined,
  noun: string,
  qualifier: Qualifier | undefined,
  amount: Amount | undefined,
): Quantity {
  return {
    kind,
    value,
    range,
    unit: measure ? measure.unit : noun,
    qualifier,
    unitName: unitName(measure, noun),
    stated: amount ? { value: toNumber(amount.value), power: amount.power } : undefined,
  };
}

/** Names of currencies are looked up when a quantity is described, not for every figure found. */
function unitName(measure: Measure | undefined, noun: string): string | undefined {
  if (!measure) return noun;
  return measure.name === '' ? undefined : measure.name;
}
