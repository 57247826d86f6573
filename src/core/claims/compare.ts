// Compares two mentions: do they speak of the same thing, and do their values agree?
import { meets, type Quantity } from '../figures';
import { exactly, subtract } from '../figures/interval';
import { once } from '../text/remember';
import type { Mention, Stated } from './claim';
import { type PeriodRelation, relationOf } from './periods';

/** False only when both tell a period and the two have nothing in common. */
export function agreeOnPeriod(a: Stated, b: Stated): boolean {
  // "in June" without a year tells too little.
  const ofA = a.periods.filter(period => !period.startsWith('X'));
  const ofB = b.periods.filter(period => !period.startsWith('X'));
  if (ofA.length === 0 || ofB.length === 0) return true;
  return ofA.some(one => ofB.some(other => one.startsWith(other) || other.startsWith(one)));
}

/** True when the two amounts can be compared at all: both money, or both of one kind and unit. */
export function comparable(a: Stated, b: Stated): boolean {
  const one = a.figure.quantity;
  const other = b.figure.quantity;
  if (a.money !== b.money || (!a.money && one.kind !== other.kind)) return false;
  if (one.unit === other.unit) return true;
  const open = one.unit === '' || other.unit === '';
  if (open && (a.money || one.kind === 'count')) return true;
  return perTime(a) === perTime(b);
}

const PER_TIME: Readonly<Partial<Record<string, string>>> = { annual: '/yr', monthly: '/mo' };

/** "$2,840 a year" and "$2,840" under "Price a year" have one unit, and so have "9 tonnes a month" and "9 tonnes of sand a month". */
function perTime({ figure, aspect }: Stated): string {
  const { unit } = figure.quantity;
  const rate = PER_TIME[aspect] ?? '';
  return unit.endsWith(rate) ? unit : unit + rate;
}

/** True when nothing in the units or periods of two values of a measure tells that they are two claims. */
export function mayBeOneClaim(a: Stated, b: Stated): boolean {
  return comparable(a, b) && periodRelation(a, b) !== 'apart';
}

/**
 * Two cells of one table, cells of two tables on two measures, and two figures of one sentence are set beside each other
 * because they differ.
 */
export function standApart(a: Mention, b: Mention): boolean {
  const one = a.figure;
  const other = b.figure;
  if (one.cell && other.cell && (one.cell.table === other.cell.table || areOfOtherMeasures(a, b)))
    return false;
  return one.block !== other.block || one.sentence.start !== other.sentence.start;
}

/** Revenue and profit, each in a table of the same rows. */
function areOfOtherMeasures(a: Stated, b: Stated): boolean {
  return a.measure !== undefined && b.measure !== undefined && a.measure !== b.measure;
}

/** True when neither says that it is another kind of amount than the other. */
export function agreeOnCircumstances(a: Stated, b: Stated): boolean {
  const aspects = a.aspect === b.aspect || a.aspect === '' || b.aspect === '';
  const roles = a.role === b.role || (isWhole(a) && isWhole(b));
  return aspects && roles && agreeOnPeriod(a, b) && a.role !== 'change' && b.role !== 'change';
}

export function isWhole({ role }: Stated): boolean {
  return role === 'level' || role === 'total' || role === 'maximum';
}

/** A name that one has for its subject and the other at least keeps company with. */
export function shareSubject(a: Stated, b: Stated): boolean {
  return (
    haveOneInCommon(a.subjects, b.names) ||
    haveOneInCommon(a.subjects, b.subjects) ||
    haveOneInCommon(b.subjects, a.names)
  );
}

function haveOneInCommon(names: readonly string[], others: readonly string[]): boolean {
  for (const name of names) if (others.includes(name)) return true;
  return false;
}

/** How the periods of two mentions relate. */
export function periodRelation(a: Stated, b: Stated): PeriodRelation {
  if (a.periods.length === 0 || b.periods.length === 0) return 'unknown';
  let closest: PeriodRelation = 'unknown';
  for (const one of a.periods)
    for (const other of b.periods) {
      const relation = relationOf(one, other);
      if (relation === 'same') return relation;
      if (CLOSENESS[relation] > CLOSENESS[closest]) closest = relation;
    }
  return closest;
}

const CLOSENESS: Readonly<Record<PeriodRelation, number>> = { same: 3, meets: 2, apart: 1, unknown: 0 };

/**
 * The power of ten (3 for ×1000) by which two quantities differ when their digits agree within rounding;
 * undefined when they differ otherwise or not at all.
 */
export function sameScaleSlip(one: Quantity, other: Quantity): number | undefined {
  if (one.value === other.value || one.value === 0 || other.value === 0) return undefined;
  if (one.value < 0 !== other.value < 0) return undefined;
  // "up to 36" allows 3.6 too, but no one says of one thing that it is up to both.
  if (meets(one.range, other.range) && !areOpenAlike(one, other)) return undefined;
  const power = Math.round(Math.log10(one.value / other.value));
  if (power === 0) return undefined;
  const ratio = one.value / other.value / 10 ** power;
  return Math.abs(ratio - 1) < 1e-6 || isRounded(one, other, power) ? power : undefined;
}

/** The quantity of a mention to compare with another: a cost that a table has in brackets is told without a sign in the text. */
export function sizeBeside({ figure: { cell, quantity } }: Mention, { figure: told }: Mention): Quantity {
  const isCost = cell !== undefined && quantity.value < 0 && !told.cell && told.quantity.value > 0;
  return isCost ? unsigned(quantity) : quantity;
}

/** The power of ten by which two mentions differ, as `sameScaleSlip` tells it. */
export function scaleSlipOf(a: Mention, b: Mention): number | undefined {
  return sameScaleSlip(sizeBeside(a, b), sizeBeside(b, a));
}

/** What a negative quantity is without its sign. */
function unsigned(quantity: Quantity): Quantity {
  return { ...quantity, value: -quantity.value, range: subtract(ZERO, quantity.range) };
}

const ZERO = exactly(0);

const AT_MOST: ReadonlySet<Quantity['qualifier']> = new Set(['at-most', 'under', 'nearly'] as const);
const AT_LEAST: ReadonlySet<Quantity['qualifier']> = new Set(['at-least', 'over'] as const);

function areOpenAlike(a: Quantity, b: Quantity): boolean {
  return [AT_MOST, AT_LEAST].some(kind => kind.has(a.qualifier) && kind.has(b.qualifier));
}

/** The most that rounding may open a value for its digits to tell anything. */
const FINE = 0.0101;

/** "11.4 billion" beside "1,138 million": the digits of one are those of the other, rounded. */
function isRounded(a: Quantity, b: Quantity, power: number): boolean {
  const isFine = ({ range, value }: Quantity) => range.high - range.low <= Math.abs(value) * FINE;
  const factor = 10 ** power;
  return isFine(a) && isFine(b) && meets({ low: a.range.low / factor, high: a.range.high / factor }, b.range);
}

/** By their number; no more of them tell more. */
const BY_DIGITS = [0, 0, 2, 3.4] as const;

/**
 * What the same digits in two values tell for one claim, as the logarithm of how much more often one claim has them than
 * chance: few are equal by chance.
 */
export function oddsOfDigits(value: number): number {
  return BY_DIGITS[significantDigits(value).length] ?? BY_DIGITS[3];
}

/** The digits of a value without its scale, to nine digits: 300 billion and 30 billion both give "3". */
export const significantDigits = once((value: number): string => {
  if (value === 0) return '';
  const size = Math.abs(value);
  let digits = Math.round(size / 10 ** (Math.floor(Math.log10(size)) - 8));
  while (digits > 0 && digits % 10 === 0) digits /= 10;
  return String(digits);
});
