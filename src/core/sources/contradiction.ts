// Finds passages that state another value of a figure's claim. Whoever calls a right figure wrong is not believed again,
// so that subject, measure, period and words must all agree, and nothing attached may bear the figure out.
import { agreeOnCircumstances, comparable, type Stated, sameScaleSlip, significantDigits } from '../claims';
import { meets } from '../figures';
import { affinity, type Query, sameSubject } from './affinity';
import type { Amount } from './amount';
import type { Library, Passage } from './library';

export interface Scored {
  readonly passage: Passage;
  readonly score: number;
}

/** Values further apart than this, but for powers of ten, are two things rather than two versions of one. */
const WIDEST_RATIO = 2;
/** Words, measure and period that the two must share, by the digits of the value: few digits are equal by chance. */
const NEEDED = [Infinity, 6, 4, 3] as const;
const NEEDED_OTHERWISE = 5;
/** The part of the words that the one with fewer words must have in common with the other. */
const COVERED = 0.33;
/** A passage of the same value that fits nearly as well as the contradicting one speaks for the figure. */
const AGREES = 0.6;

/**
 * The passages of another value, the best first; empty when in doubt.
 * @param same the passages that state the figure's own value
 */
export function otherValues(library: Library, query: Query, same: readonly Scored[]): readonly Scored[] {
  const { mention, amount } = query;
  if (mention.role === 'change' || mention.measure === undefined || mention.subjects.length === 0) return [];
  if (amount.value <= 0 || mention.figure.quantity.qualifier === 'range') return [];
  const agreement = Math.max(
    0,
    ...same.filter(({ passage }) => agrees(query, passage)).map(({ score }) => score),
  );
  const others = [...library.ofMeasure(amount, mention.measure, query.subjects)]
    .filter(passage => isSameClaim(query, passage))
    .map(passage => ({ passage, score: affinity(library, query, passage) }))
    .filter(({ score }) => score * AGREES > agreement)
    .sort((a, b) => b.score - a.score);
  // Sources that do not agree with each other settle nothing.
  const values = new Set(others.map(({ passage }) => passage.amount.value.toPrecision(3)));
  return values.size === 1 ? others : [];
}

/** True when a passage of the figure's own value may be about the same thing. */
function agrees({ mention: a }: Query, { mention: b }: Passage): boolean {
  const otherMeasure = a.measure !== undefined && b.measure !== undefined && a.measure !== b.measure;
  return !otherMeasure && agreeOnCircumstances(a, b);
}

function isSameClaim(query: Query, passage: Passage): boolean {
  const { mention: a } = query;
  const { mention: b } = passage;
  if (a.measure !== b.measure || !comparable(a, b) || !agreeOnCircumstances(a, b)) return false;
  if (b.figure.quantity.qualifier === 'range' || !sameSubject(query, passage)) return false;
  if (meets(query.amount.range, passage.amount.range)) return false;
  const shared = b.words.filter(word => query.words.has(word)).length;
  if (shared < Math.min(b.words.length, query.words.size) * COVERED) return false;
  const samePeriod = a.periods.some(period => b.periods.includes(period));
  const agreement = shared + 1 + (samePeriod ? 1 : 0);
  if (sameScaleSlip(closed(a, query.amount), closed(b, passage.amount)) !== undefined)
    return (
      agreement >=
      (NEEDED[Math.min(significantDigits(query.amount.value).length, NEEDED.length - 1)] ?? Infinity)
    );
  if (meets(a.figure.quantity.range, b.figure.quantity.range)) return false;
  const values = [query.amount.value, passage.amount.value];
  const isNear = Math.max(...values) / Math.min(...values) < WIDEST_RATIO;
  const sameKind =
    a.aspect === b.aspect && a.role === b.role && a.modifiers.join(' ') === b.modifiers.join(' ');
  return isNear && samePeriod && sameKind && agreement >= NEEDED_OTHERWISE;
}

/** "Over 30" is no "over 3", although a value could be both. */
function closed(mention: Stated, { range }: Amount): Stated {
  return { ...mention, figure: { quantity: { ...mention.figure.quantity, range } } };
}
