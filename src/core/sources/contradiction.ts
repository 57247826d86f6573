// Finds passages that state another value of a figure's claim. Whoever calls a right figure wrong is not believed again,
// so that subject, measure, period and words must all agree, and nothing attached may bear the figure out.
import { agreeOnCircumstances, comparable, type Stated, sameScaleSlip } from '../claims';
import { meets, type Quantity } from '../figures';
import { affinity, type Query, sameSubject } from './affinity';
import type { Amount } from './amount';
import type { Library, Passage } from './library';

export interface Scored {
  readonly passage: Passage;
  readonly score: number;
}

/** What a passage of the same digits at another scale must have in common with the figure, by how many digits these are. */
const NEEDED_OF_SLIP = [Infinity, 2.2, 1.5, 1.2] as const;
/** How much more it must have in common where the nearest names, or the measures, are not the same. */
const OTHER_SUBJECT = 0.7;
const OTHER_MEASURE = 0.6;
/** Values further apart than this, but for powers of ten, are two things rather than two versions of one. */
const WIDEST_RATIO = 2;
/** Words, measure and period that a passage of any other value must share with the figure, … */
const NEEDED_OTHERWISE = 5;
/** … and the part of the words of the one that has fewer. */
const COVERED = 0.33;
/** A passage of the same value that fits nearly as well as the contradicting one speaks for the figure. */
const AGREES = 0.6;

/**
 * The passages of another value, the best first; empty when in doubt.
 * @param same the passages that state the figure's own value
 */
export function otherValues(library: Library, query: Query, same: readonly Scored[]): readonly Scored[] {
  const { mention, amount } = query;
  if (mention.role === 'change' || amount.value <= 0 || mention.figure.quantity.qualifier === 'range')
    return [];
  const agreement = Math.max(
    0,
    ...same.filter(({ passage }) => agrees(query, passage)).map(({ score }) => score),
  );
  const others = [...slips(library, query), ...otherVersions(library, query)]
    .filter(({ score }) => score * AGREES > agreement)
    .sort((a, b) => b.score - a.score);
  // Sources that do not agree with each other settle nothing.
  const values = new Set(others.map(({ passage }) => passage.amount.value.toPrecision(3)));
  return values.size === 1 ? others : [];
}

/** True when the two may be about the same thing, as far as measure, role, aspect and period tell. */
function agrees({ mention: a }: Query, { mention: b }: Passage): boolean {
  const otherMeasure = a.measure !== undefined && b.measure !== undefined && a.measure !== b.measure;
  return !otherMeasure && agreeOnCircumstances(a, b);
}

/** Passages with the digits of the figure at another scale, about the same thing in much the same words. */
function slips(library: Library, query: Query): readonly Scored[] {
  const { mention, amount } = query;
  return library
    .withDigits(amount)
    .filter(
      passage =>
        passage.mention.figure.quantity.qualifier !== 'range' &&
        comparable(mention, passage.mention) &&
        // A report dates its events otherwise than a source.
        agreeOnCircumstances({ ...mention, periods: [] }, passage.mention) &&
        isSlip(query, passage),
    )
    .map(passage => ({ passage, score: affinity(library, query, passage) }))
    .filter(({ passage, score }) => score >= neededOfSlip(library, query, passage));
}

function isSlip({ mention, amount }: Query, passage: Passage): boolean {
  const power = sameScaleSlip(closed(mention, amount), closed(passage.mention, passage.amount));
  // "In thousands" may stand where no reader of tables looks for it.
  return power !== undefined && !(passage.amount.unsure && power % 3 === 0);
}

function neededOfSlip(library: Library, query: Query, passage: Passage): number {
  const { subjects, mention: a, amount } = query;
  const { mention: b, document } = passage;
  const needed = NEEDED_OF_SLIP[Math.min(amount.digits.length, NEEDED_OF_SLIP.length - 1)] ?? Infinity;
  const otherMeasure = a.measure !== undefined && b.measure !== undefined && a.measure !== b.measure;
  const isAbout = subjects.some(name => library.speaksOf(document, name));
  const subject = sameSubject(query, passage) ? 0 : isAbout ? OTHER_SUBJECT : Infinity;
  return needed + subject + (otherMeasure ? OTHER_MEASURE : 0);
}

/** Passages that give the figure's measure of the same subject in the same period another value, not far from its own. */
function otherVersions(library: Library, query: Query): readonly Scored[] {
  const { mention, amount, subjects } = query;
  if (mention.measure === undefined || subjects.length === 0) return [];
  return [...library.ofMeasure(amount, mention.measure, subjects)]
    .filter(passage => isOtherVersion(query, passage))
    .map(passage => ({ passage, score: affinity(library, query, passage) }));
}

function isOtherVersion(query: Query, passage: Passage): boolean {
  const { mention: a, words } = query;
  const { mention: b } = passage;
  if (!comparable(a, b) || !agreeOnCircumstances(a, b) || b.figure.quantity.qualifier === 'range')
    return false;
  if (meets(query.amount.range, passage.amount.range) || !sameSubject(query, passage)) return false;
  if (meets(a.figure.quantity.range, b.figure.quantity.range)) return false;
  const values = [query.amount.value, passage.amount.value];
  if (!(Math.max(...values) / Math.min(...values) < WIDEST_RATIO)) return false;
  const samePeriod = a.periods.some(period => b.periods.includes(period));
  const sameKind =
    a.aspect === b.aspect && a.role === b.role && a.modifiers.join(' ') === b.modifiers.join(' ');
  const shared = b.words.filter(word => words.has(word)).length;
  const covered = shared >= Math.min(b.words.length, words.size) * COVERED;
  return samePeriod && sameKind && covered && shared + 2 >= NEEDED_OTHERWISE;
}

/** "Over 30" is no "over 3", although a value could be both. */
function closed({ figure }: Stated, { range }: Amount): Quantity {
  return { ...figure.quantity, range };
}
