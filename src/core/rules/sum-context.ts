// Totals whose parts no word ties to them: their digits, or the list before them, do.
import { exactly } from '../figures';
import { add } from '../figures/interval';
import { remember } from '../text/remember';
import { alike, areCounts, isAmount, overlap, valuesOf } from './amounts';
import type { Found } from './rule';
import { mayNameTotal, opensTotal, SUBTRACTS, sayTotal } from './sentence-sums';
import type { Part, Sentence } from './sentences';
import { isSpelledCount, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import { areSwapped, oddsOfSlip } from './slip';
import { isList } from './sum-parts';
import { sumFound } from './sum-slips';

const MOST = 6;

/** "With 50.9 kt in winter and 56.9 kt in spring, the mine has made 108.7 kt": 107.8, but for two digits. */
export function* nearSums(sentence: Sentence, told: ReadonlySet<Part>): Iterable<Found> {
  for (let i = 2; i < sentence.parts.length; i++) {
    const total = sentence.parts[i];
    if (!total || told.has(total) || !isPart(total)) continue;
    const parts = smallerBefore(sentence, i, total);
    if (parts.length < 2) continue;
    const sum = sumOf(parts);
    const { value } = total.mention.figure.quantity;
    if (!areSwapped(value, sum) || fits(parts, total) || SUBTRACTS.test(sentence.text)) continue;
    if (areCompared(sentence, parts)) continue;
    yield sumFound(
      total.mention,
      parts.map(part => part.mention),
      sum,
    );
  }
}

/** The amounts alike right before one; none where one of them is not smaller. */
function smallerBefore({ parts }: Sentence, index: number, total: Part): readonly Part[] {
  const smaller: Part[] = [];
  for (const part of parts.slice(Math.max(0, index - MOST), index)) {
    if (!isPart(part) || !alike(part.mention, total.mention)) continue;
    if (part.mention.figure.quantity.value >= total.mention.figure.quantity.value) return NONE;
    smaller.push(part);
  }
  return smaller;
}

const NONE: readonly Part[] = [];

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

/**
 * "Motor €410 million, property €335 million" in one item or sentence, "€754 million in all" in the next.
 * @param last the sentence before, a neighbour
 */
export function totalOfBefore(
  last: Sentence,
  sentence: Sentence,
  told: ReadonlySet<Part>,
): Found | undefined {
  if (last.parts.length < 2 || !mayNameTotal(sentence)) return undefined;
  const [total, ...others] = sentence.parts.filter(part => !isSpelledCount(part));
  if (!total || told.has(total) || !isPart(total) || !isCalledTotal(sentence, total)) return undefined;
  if (others.some(other => isCalledTotal(sentence, other))) return undefined;
  const run = runOf(last);
  const parts = (run.length > 0 ? run : last.parts).filter(part => isPart(part) && areAdded(part, total));
  if (parts.length < 2 || parts.length > MOST || !isListed(last, parts)) return undefined;
  const sum = sumOf(parts);
  const { value } = total.mention.figure.quantity;
  if (fits(parts, total) || !(Math.abs(sum / value - 1) <= NEARLY || isSlip(value, sum))) return undefined;
  return sumFound(
    total.mention,
    parts.map(part => part.mention),
    sum,
  );
}

function isCalledTotal(sentence: Sentence, total: Part): boolean {
  return (
    mayNameTotal(sentence) &&
    (sayTotal(wordsAfter(sentence, total)) || opensTotal(sentence.text.slice(0, total.start)))
  );
}

/** Amounts that are alike, or counts of things with other names. */
function areAdded(part: Part, total: Part): boolean {
  return alike(part.mention, total.mention) || areCounts(part.mention, total.mention);
}

/** A slip of the hand leaves a total so near to what it should be. */
const SLIPPED = 0.12;

function isSlip(value: number, sum: number): boolean {
  return Math.abs(sum / value - 1) <= SLIPPED && oddsOfSlip(value, sum) > 0;
}

const LEAST_OF_LIST = 3;
/** Sums that are known less closely have many others near them. */
const CLOSELY = 0.02;
const LEAST_COUNT = 100;
/** The list is not all of its whole, or its amounts are told for themselves. */
const NOT_ALL =
  /\b(?:includ\w+|among (?:them|others)|such as|mainly|mostly|primarily|chiefly|largely|respectively|others?\b(?! (?:\p{L}+ )?\d)|each|average|up from|down from|instead of|rather than)\b/iu;

/**
 * "Tracks take £64 million, signals £38 million, stations £17 million and depots £9 million. The £138 million …": beside a
 * list of three amounts or more stands a larger one that is their sum but for a slip of the hand.
 * @param list the sentence with the parts
 * @param sentence the one with the total: the same, or a neighbour of it
 */
export function slippedTotal(list: Sentence, sentence: Sentence, told: ReadonlySet<Part>): Found | undefined {
  if (list.parts.length < LEAST_OF_LIST) return undefined;
  const parts = runOf(list);
  if (parts.length < LEAST_OF_LIST || parts.length > MOST || areCompared(list, parts)) return undefined;
  const totals = sentence.parts.filter(part => isPart(part) && !parts.includes(part));
  if (totals.length === 0) return undefined;
  const sum = sumOf(parts);
  const { low, high } = add(...parts.map(part => valuesOf(part.mention)));
  if (high - low > sum * CLOSELY || sum < LEAST_COUNT) return undefined;
  if (totals.some(total => told.has(total) || fits(parts, total))) return undefined;
  const most = Math.max(...parts.map(part => part.mention.figure.quantity.value));
  const slipped = totals.filter(part => {
    const { mention } = part;
    const { value } = mention.figure.quantity;
    return (
      value > most &&
      parts.every(one => alike(one.mention, mention)) &&
      isSlip(value, sum) &&
      !isCalledTotal(sentence, part)
    );
  });
  const [total, another] = slipped;
  if (!total || another || NOT_ALL.test(list.text) || NOT_ALL.test(wordsBefore(sentence, total)))
    return undefined;
  return sumFound(
    total.mention,
    parts.map(part => part.mention),
    sum,
  );
}

const knownRuns = new WeakMap<Sentence, readonly Part[]>();

/** The amounts of a sentence that stand in one list; none where others break it. */
function runOf(sentence: Sentence): readonly Part[] {
  return remember(knownRuns, sentence, () => readRun(sentence));
}

function readRun(sentence: Sentence): readonly Part[] {
  const runs: Part[][] = [];
  for (const part of sentence.parts.filter(isPart)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const joins =
      last && alike(last.mention, part.mention) && LISTED.test(wordsBetween(sentence, last, part));
    if (run && joins) run.push(part);
    else runs.push([part]);
  }
  const long = runs.filter(run => run.length >= LEAST_OF_LIST);
  return long.length === 1 ? (long[0] ?? []) : [];
}

const LISTED = /^(?!.{90})[^:]*(?:,|;|\band\b|\bplus\b)[^:]*$/;

function isPart({ mention }: Part): boolean {
  const { ends, spelled, quantity } = mention.figure;
  return (
    !ends &&
    !spelled &&
    isAmount(mention) &&
    quantity.kind !== 'percent' &&
    quantity.kind !== 'duration' &&
    mention.role !== 'change'
  );
}

function sumOf(parts: readonly Part[]): number {
  return add(...parts.map(part => exactly(part.mention.figure.quantity.value))).low;
}

function fits(parts: readonly Part[], total: Part): boolean {
  return overlap(add(...parts.map(part => valuesOf(part.mention))), valuesOf(total.mention));
}

/** Two sentences of one paragraph, or two items of one list. */
export function areNeighbours(last: Sentence, sentence: Sentence): boolean {
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
