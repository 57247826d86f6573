// Totals whose parts no word ties to them: their digits, or the list before them, do.
import { exactly } from '../figures';
import { add } from '../figures/interval';
import { alike, isAmount, overlap, valuesOf } from './amounts';
import type { Found } from './rule';
import { isList, SUBTRACTS, sayTotal } from './sentence-sums';
import type { Part, Sentence } from './sentences';
import { wordsAfter, wordsBetween } from './sentences';
import { areSwapped } from './slip';
import { sumFound } from './sum-slips';

const MOST = 6;

/** "With 50.9 kt in winter and 56.9 kt in spring, the mine has made 108.7 kt": 107.8, but for two digits. */
export function* nearSums(sentence: Sentence, told: ReadonlySet<Part>): Iterable<Found> {
  if (sentence.parts.length < 3) return;
  for (const [i, total] of sentence.parts.entries()) {
    if (i < 2 || told.has(total) || !isPart(total)) continue;
    const parts = sentence.parts
      .slice(Math.max(0, i - MOST), i)
      .filter(part => isPart(part) && alike(part.mention, total.mention));
    const { value } = total.mention.figure.quantity;
    if (parts.length < 2 || parts.some(part => part.mention.figure.quantity.value >= value)) continue;
    const sum = sumOf(parts);
    if (fits(parts, total) || !areSwapped(value, sum) || SUBTRACTS.test(sentence.text)) continue;
    if (areCompared(sentence, parts)) continue;
    yield sumFound(
      total.mention,
      parts.map(part => part.mention),
      sum,
    );
  }
}

/** "68 against 74 the year before": two values of one thing add up to nothing. */
function areCompared(sentence: Sentence, parts: readonly Part[]): boolean {
  return parts.some((part, i) => {
    const next = parts[i + 1];
    return next !== undefined && COMPARED.test(wordsBetween(sentence, part, next));
  });
}

const COMPARED = /\b(?:against|compared (?:with|to)|versus|than)\b/i;

/** How far a total may be from the parts that stand before it, to be theirs. */
const NEARLY = 0.05;

/** "Motor €410 million, property €335 million" in one item or sentence, "€754 million in all" in the next. */
export function* totalsOfBefore(
  last: Sentence,
  sentence: Sentence,
  told: ReadonlySet<Part>,
): Iterable<Found> {
  const [total, ...others] = sentence.parts;
  if (!total || last.parts.length < 2 || !areNeighbours(last, sentence)) return;
  if (told.has(total) || !isPart(total) || !sayTotal(wordsAfter(sentence, total))) return;
  if (others.some(other => sayTotal(wordsAfter(sentence, other)))) return;
  const parts = last.parts.filter(part => isPart(part) && alike(part.mention, total.mention));
  if (parts.length < 2 || parts.length > MOST || !isListed(last, parts)) return;
  const sum = sumOf(parts);
  const ratio = sum / total.mention.figure.quantity.value;
  if (fits(parts, total) || Math.abs(ratio - 1) > NEARLY) return;
  yield sumFound(
    total.mention,
    parts.map(part => part.mention),
    sum,
  );
}

function isPart({ mention }: Part): boolean {
  const { ends, spelled, quantity } = mention.figure;
  return (
    !ends && !spelled && isAmount(mention) && quantity.kind !== 'percent' && quantity.kind !== 'duration'
  );
}

function sumOf(parts: readonly Part[]): number {
  return add(...parts.map(part => exactly(part.mention.figure.quantity.value))).low;
}

function fits(parts: readonly Part[], total: Part): boolean {
  return overlap(add(...parts.map(part => valuesOf(part.mention))), valuesOf(total.mention));
}

/** Two sentences of one paragraph, or two items of one list. */
function areNeighbours(last: Sentence, sentence: Sentence): boolean {
  const [a, b] = [last.parts[0]?.mention.figure, sentence.parts[0]?.mention.figure];
  if (!a || !b || a.cell || b.cell || a.section !== b.section) return false;
  return a.block === b.block || (a.block.kind === 'item' && b.block.kind === 'item');
}

function isListed(sentence: Sentence, parts: readonly Part[]): boolean {
  const commas = parts.slice(1).every((part, i) => {
    const before = parts[i];
    return before !== undefined && /^[^.;:]{0,60},/.test(wordsBetween(sentence, before, part));
  });
  return commas || isList(sentence, parts, false);
}
