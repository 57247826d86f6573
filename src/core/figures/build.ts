// Makes a figure of an amount, or of the two ends of a range, and of the words around it.
import type { Span } from '../text/span';
import { type Amount, baseValue } from './amounts';
import { type Decimal, decimal, tidy, toNumber } from './decimal';
import type { Level, Qualifier, Quantity, QuantityKind } from './figure';
import { allowed, between, type Interval, type Openness } from './interval';
import type { Measure } from './measure';

/** Everything that a figure is made of besides its amount. */
export interface Setting {
  readonly text: string;
  readonly span: Span;
  readonly core: Span;
  readonly qualifier: Qualifier | undefined;
  readonly openness: Openness;
  /** The counted noun. */
  readonly noun: string;
  /** Unit or scale come from a header, or from a figure beside it. */
  readonly inherited: boolean;
}

function canBeNegative(kind: QuantityKind): boolean {
  return kind === 'percent' || kind === 'points' || kind === 'temperature';
}

/** The value of an amount in base units. */
export function amountValue(amount: Pick<Amount, 'value' | 'power'>, measure: Measure | undefined): number {
  return baseValue(amount.value, amount.power, measure);
}

/** Half a unit of the last digit that is not zero, in base units. */
function roundNumberOf(amount: Amount, measure: Measure | undefined, rounding: number): number {
  const place = lastNonZero(amount.value);
  return place > amount.place ? Math.max(rounding, halfUnit(amount, place, measure)) : rounding;
}

function halfUnit(amount: Amount, place: number, measure: Measure | undefined): number {
  return baseValue(decimal(5, place - 1), amount.power, measure);
}

function roundingOf(amount: Amount, measure: Measure | undefined, value: number): number {
  if (amount.writing === 'fraction') return tidy(Math.abs(value) * 0.05);
  if (amount.writing === 'words' && measure?.kind === 'multiple') return tidy(Math.abs(value) * 0.1);
  return halfUnit(amount, amount.place, measure);
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

export function figureOf(amount: Amount, measure: Measure | undefined, setting: Setting): Level {
  const value = amountValue(amount, measure);
  const kind = kindOf(measure);
  const vague = amount.writing === 'vague';
  const range: Interval = vague
    ? { low: value, high: tidy(value * 10) }
    : allowedBy(amount, measure, value, setting.openness);
  const qualifier = setting.qualifier ?? (vague ? 'about' : undefined);
  return {
    form: 'level',
    span: setting.span,
    text: setting.text,
    quantity: quantityOf(kind, value, range, measure, setting.noun, qualifier, amount),
    core: setting.core,
    numeral: { start: amount.numeralStart, end: amount.numeralEnd },
    ends: vague ? [range.low, range.high] : undefined,
    scale: amount.scale,
    spelled: amount.writing !== 'digits' && !DIGIT.test(setting.text),
    inherited: setting.inherited,
  };
}

function allowedBy(
  amount: Amount,
  measure: Measure | undefined,
  value: number,
  openness: Openness,
): Interval {
  const rounding = roundingOf(amount, measure, value);
  const roundNumber = openness === 'about' ? roundNumberOf(amount, measure, rounding) : rounding;
  const floor = canBeNegative(kindOf(measure)) ? Number.NEGATIVE_INFINITY : 0;
  const isShrinking = amount.writing === 'words' && measure?.kind === 'multiple' && value < 1;
  return allowed(isShrinking ? MIRRORED[openness] : openness, { value, rounding, roundNumber }, floor);
}

/** What "more than halved" leaves is less than half, and what "nearly halved" leaves a little more. */
const MIRRORED: Readonly<Record<Openness, Openness>> = {
  'as-written': 'as-written',
  exactly: 'exactly',
  about: 'about',
  over: 'under',
  'just-over': 'nearly',
  under: 'over',
  nearly: 'just-over',
};

const DIGIT = /[\d０-９½-⅞]/;

/** A range as one figure; an outer qualifier ("about 20 to 30", "up to 10–15") opens it as it would a number. */
export function rangeFigure(
  low: Amount,
  high: Amount,
  measures: readonly [Measure | undefined, Measure | undefined],
  setting: Setting,
): Level {
  const ends: [number, number] = [amountValue(low, measures[0]), amountValue(high, measures[1])];
  const stated = between(...ends);
  const value = tidy((ends[0] + ends[1]) / 2);
  const range = openRange(stated, setting.openness);
  return {
    form: 'level',
    span: setting.span,
    text: setting.text,
    quantity: quantityOf(kindOf(measures[1]), value, range, measures[1], setting.noun, 'range', undefined),
    core: setting.core,
    numeral: { start: low.numeralStart, end: high.numeralEnd },
    ends,
    scale: high.scale ?? low.scale,
    spelled: low.writing !== 'digits' && high.writing !== 'digits',
    inherited: setting.inherited,
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
