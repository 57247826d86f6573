// Percentage points that a sentence calls percent: "from 4% to 6%, up 2%".
import type { Mention } from '../claims';
import { type Interval, meets, type Quantity } from '../figures';
import { type Change, changesIn } from './changes';
import { growthAt, isLength } from './growth';
import { isLevel, likelyChange } from './levels';
import type { Reading } from './reading';
import type { Found } from './rule';
import { type Part, type Sentence, wordsBefore, wordsBetween } from './sentences';
import { areNeighbours } from './sum-context';

/** Two percentages, and the growth that the text states for them. */
interface Step {
  readonly from: Mention;
  readonly to: Mention;
  readonly growth: Part;
}

/** The growth equals the difference of two percentages, which is in percentage points: for sentences with several. */
export function* pointsAsPercent(reading: Reading, sentence: Sentence): Iterable<Found> {
  const told = new Set<Part>();
  for (const step of [...stepsOf(changesIn(sentence)), ...stepsFromBefore(reading, sentence)]) {
    if (told.has(step.growth) || !arePoints(step)) continue;
    told.add(step.growth);
    yield found(step);
  }
}

/** The same for changes that are known already. */
export function* pointsIn(changes: readonly Change[]): Iterable<Found> {
  for (const step of stepsOf(changes)) if (arePoints(step)) yield found(step);
}

function stepsOf(changes: readonly Change[]): Step[] {
  return changes.flatMap(({ from, to, growth }) =>
    growth ? [{ from: from.mention, to: to.mention, growth: growth.part }] : [],
  );
}

/** "In 2004, 72% had a buyer; by 2024 it was only 41%. The share thus fell by 31%." */
export function* pointsOfBefore(last: Sentence, sentence: Sentence): Iterable<Found> {
  const [growth, ...others] = sentence.parts.filter(part => !isLength(part));
  if (!growth || others.length > 0 || !isInPercent(growth) || !MEANS_BEFORE.test(sentence.text)) return;
  const [first, second, ...more] = last.parts.filter(isInPercent);
  if (!first || !second || more.length > 0 || !isLevel(first) || !isLevel(second)) return;
  if (!growthAt(sentence, growth) || !areNeighbours(last, sentence)) return;
  const step = { from: first.mention, to: second.mention, growth };
  if (arePoints(step)) yield found(step);
}

/** "The share", "it": what the sentence before told of. */
const MEANS_BEFORE =
  /^(?:(?:this|it|they)\b(?! follow)|(?:the|this|that|its|their) (?:[\p{Ll}-]+ )?(?:shares?|rates?|ratios?|proportion|percentage|figure|level)\b)/iu;

/** "Recovery had been 86%; it rose 2% to 88%", "The railways moved 61%. A year before it was 58%, so they gained 3%". */
function* stepsFromBefore(reading: Reading, sentence: Sentence): Iterable<Step> {
  for (const [i, part] of sentence.parts.entries()) {
    const growth = isInPercent(part) ? growthAt(sentence, part) : undefined;
    if (!growth) continue;
    const [last, next] = [sentence.parts[i - 1], sentence.parts[i + 1]];
    const near =
      next &&
      /^\s+to\s+$/i.test(wordsBetween(sentence, part, next)) &&
      !/\bof\s+$/i.test(wordsBefore(sentence, part))
        ? next
        : last && CONCLUDES.test(wordsBetween(sentence, last, part))
          ? last
          : undefined;
    if (!near || !isPercentage(near)) continue;
    const earlier = reading
      .near(near.mention)
      .filter(
        ({ figure }) =>
          figure.span.end <= Math.min(near.mention.figure.span.start, part.mention.figure.span.start),
      );
    const other = earlier.at(-1);
    if (other?.figure.quantity.kind !== 'percent' || other.role === 'change') continue;
    // "61%. A year before it was 58%": the order of telling is not that of time.
    const rises = other.figure.quantity.value < near.mention.figure.quantity.value;
    const [from, to] = rises === growth.sign > 0 ? [other, near.mention] : [near.mention, other];
    yield { from, to, growth: part };
  }
}

const CONCLUDES =
  /^[^;:.]{0,40}?[,(–—]\s*(?:(?:so|thus|hence|which|that|and so|meaning)\b[^;:.,]{0,40}|(?:an?|the)\s+(?:\p{L}+\s+){1,2}of\s+|(?:up|down)\s+)$/iu;

function isPercentage(part: Part): boolean {
  return isLevel(part) && isInPercent(part);
}

function isInPercent({ mention }: Part): boolean {
  return mention.figure.quantity.kind === 'percent';
}

/** True when the growth is the difference of its ends, and is not their change in percent. */
function arePoints({ from, to, growth }: Step): boolean {
  const [a, b, stated] = [from, to, growth.mention].map(({ figure }) => figure.quantity);
  if (!a || !b || stated?.kind !== 'percent' || a.kind !== 'percent' || b.kind !== 'percent') return false;
  const change = nearer(likelyChange(a.range, b.range));
  const size = {
    low: Math.min(Math.abs(change.low), Math.abs(change.high)),
    high: Math.max(Math.abs(change.low), Math.abs(change.high)),
  };
  const points = Math.abs(b.value - a.value);
  return !meets(stated.range, size) && meets(stated.range, { low: points * 0.999, high: points * 1.001 });
}

/** Where the points are as stated, it would be chance that the ends are rounded just so that they give the same in percent. */
function nearer({ low, high }: Interval): Interval {
  const [middle, spread] = [(low + high) / 2, (high - low) / 16];
  return { low: middle - spread, high: middle + spread };
}

function found({ from, to, growth }: Step): Found {
  const { figure } = growth.mention;
  const [a, b] = [from.figure, to.figure];
  const points = Math.abs(b.quantity.value - a.quantity.value);
  return {
    span: figure.span,
    message: `From ${a.text} to ${b.text} is ${points === 1 ? 'one percentage point' : `${shown(points)} percentage points`}, not “${figure.text}”: in percent it is a change of ${shown(Math.abs(b.quantity.value / a.quantity.value - 1) * 100)}%.`,
    related: [from, to].map(mention => ({ span: mention.figure.span, message: 'A value of the change' })),
    fixes: [
      {
        kind: 'edits',
        title: 'Write percentage points',
        edits: [{ span: figure.core, newText: asPoints(figure.quantity, figure.text) }],
        certain: false,
      },
    ],
  };
}

function shown(value: number): string {
  return String(Number(value.toFixed(value < 10 ? 1 : 0)));
}

function asPoints({ value }: Quantity, text: string): string {
  const number = /\d[\d.,]*/.exec(text)?.[0] ?? String(value);
  return `${number} percentage ${value === 1 ? 'point' : 'points'}`;
}
