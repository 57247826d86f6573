// Compares two mentions: do they speak of the same thing, and do their values agree?
import { meets } from '../figures';
import type { Mention, Stated } from './claim';
import type { ContextReader } from './context';

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
  const open = one.unit === '' || other.unit === '';
  const sameUnit = one.unit === other.unit || perYear(a) === perYear(b);
  if (a.money || b.money) return a.money && b.money && (sameUnit || open);
  return one.kind === other.kind && (sameUnit || (one.kind === 'count' && open));
}

/** "$2,840 a year" and "$2,840" under "Price a year" have one unit. */
function perYear({ figure, aspect }: Stated): string {
  const { unit } = figure.quantity;
  return aspect === 'annual' && !unit.endsWith('/yr') ? `${unit}/yr` : unit;
}

/** Two cells of one table, or two figures of one sentence, are set beside each other because they differ. */
export function standApart(a: Mention, b: Mention): boolean {
  const one = a.figure;
  const other = b.figure;
  if (one.cell && other.cell && one.cell.table === other.cell.table) return false;
  return one.block !== other.block || one.sentence.start !== other.sentence.start;
}

/** True when neither says that it is another kind of amount than the other. */
export function agreeOnCircumstances(a: Stated, b: Stated): boolean {
  const aspects = a.aspect === b.aspect || a.aspect === '' || b.aspect === '';
  const roles = a.role === b.role || (isWhole(a) && isWhole(b));
  return aspects && roles && agreeOnPeriod(a, b) && a.role !== 'change' && b.role !== 'change';
}

function isWhole({ role }: Stated): boolean {
  return role === 'level' || role === 'total' || role === 'maximum';
}

/** A name that one has for its subject and the other at least keeps company with. */
export function shareSubject(a: Stated, b: Stated): boolean {
  return (
    a.subjects.some(name => b.names.includes(name) || b.subjects.includes(name)) ||
    b.subjects.some(name => a.names.includes(name))
  );
}

/**
 * How sure we are that two mentions of comparable amounts make one claim: the words that they share, and their measure.
 * 0 when they cannot be one. A mention that names nobody, such as a row of a table about one company, must at least
 * have the same measure.
 */
export function affinity(a: Mention, b: Mention, context: ContextReader): number {
  if (!comparable(a, b) || !standApart(a, b) || !agreeOnCircumstances(a, b)) return 0;
  const sameMeasure = a.measure !== undefined && a.measure === b.measure;
  const nameless = a.subjects.length === 0 || b.subjects.length === 0;
  if (nameless ? !sameMeasure : !shareSubject(a, b)) return 0;
  const samePeriod = a.periods.length > 0 && b.periods.length > 0;
  // Counts of different things are equal by chance more often than amounts of money.
  const counts = a.figure.quantity.kind === 'count' && !a.money && !sameMeasure ? 1 : 0;
  const exactPeriod = a.periods.some(period => b.periods.includes(period)) ? 1 : 0;
  return (
    context.shared(a, b) + (sameMeasure ? 1 : 0) + exactPeriod - (nameless && !samePeriod ? 1 : 0) - counts
  );
}

/**
 * The power of ten (3 for ×1000) by which two values differ when their digits agree within rounding;
 * undefined when they differ otherwise or not at all.
 */
export function sameScaleSlip(a: Stated, b: Stated): number | undefined {
  const one = a.figure.quantity;
  const other = b.figure.quantity;
  if (one.value === 0 || other.value === 0 || one.value < 0 !== other.value < 0) return undefined;
  if (meets(one.range, other.range)) return undefined;
  const power = Math.round(Math.log10(one.value / other.value));
  if (power === 0) return undefined;
  const ratio = one.value / other.value / 10 ** power;
  return Math.abs(ratio - 1) < 1e-6 ? power : undefined;
}

/** The digits of a value without its scale, to nine digits: 300 billion and 30 billion both give "3". */
export function significantDigits(value: number): string {
  if (value === 0) return '';
  const size = Math.abs(value);
  let digits = Math.round(size / 10 ** (Math.floor(Math.log10(size)) - 8));
  while (digits > 0 && digits % 10 === 0) digits /= 10;
  return String(digits);
}
