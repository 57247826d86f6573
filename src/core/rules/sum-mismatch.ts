import { exactly, type Interval } from '../figures';
import { add, multiply, subtract } from '../figures/interval';
import { atEnd } from '../text/at-end';
import { SMALL_NUMBERS } from '../text/english';
import { alike, isAmount, overlap, valuesOf } from './amounts';
import type { Found, Rule } from './rule';
import { SUBTRACTS, type Sum, sumsIn } from './sentence-sums';
import { type Part, type Sentence, sentencesIn, wordsAfter, wordsBefore } from './sentences';
import { areNeighbours, nearSums, slippedTotal, totalOfBefore } from './sum-context';
import { sumsOfItems } from './sum-items';
import { MOST } from './sum-parts';
import { productFound } from './sum-products';
import { scaleSlipIn, slipFound, sumFound } from './sum-slips';
import { checkSums } from './sum-tables';
import { totalsTold } from './sum-told';
import { gridsIn, isNotAdditive } from './tables';

export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  family: 'arithmetic',
  severity: 'error',
  summary: 'Parts that do not add up to the total that the sentence or the table states.',
  *check(reading) {
    let last: Sentence | undefined;
    for (const sentence of sentencesIn(reading)) {
      const hasParts = sentence.parts.length >= 3;
      if (hasParts) yield;
      const sums = hasParts ? [...sumsIn(sentence)] : NONE;
      for (const sum of sums) yield* checkSum(sentence, sum);
      const told = sums.length > 0 ? new Set(sums.map(({ total }) => total)) : NO_TOTALS;
      if (hasParts) {
        yield productFound(sentence);
        yield* nearSums(sentence, told);
        yield slippedTotal(sentence, sentence, told);
      }
      if (last && areNeighbours(last, sentence)) {
        yield totalOfBefore(last, sentence, told);
        yield slippedTotal(last, sentence, told);
        yield slippedTotal(sentence, last, told);
      }
      last = sentence;
    }
    yield* sumsOfItems(reading);
    yield* totalsTold(reading);
    for (const grid of gridsIn(reading)) {
      yield;
      if (!isNotAdditive(grid)) yield* checkSums(grid);
    }
  },
};

const NONE: readonly Sum[] = [];
const NO_TOTALS: ReadonlySet<Part> = new Set();

/** Words right before or after a figure that make it something else than a part. */
const NO_PART_BEFORE = atEnd(
  /\b(?:from|than|against|after|versus|vs\.?|per|by|below|above|up|down|out of|compared (?:with|to))\s+(?:a |an |the |its )?/i,
);
const NO_PART_AFTER =
  /^\s*(?:each|apiece|a (?:piece|head|year|month|day|unit)|per|more than|less than|earlier|ago)\b/i;

function* checkSum(sentence: Sentence, { total, parts, complete, unsure }: Sum): Iterable<Found> {
  const isPart = (part: Part) =>
    isAmount(part.mention) &&
    !NO_PART_BEFORE.test(wordsBefore(sentence, part, 30)) &&
    !NO_PART_AFTER.test(wordsAfter(sentence, part, 20));
  const [first] = parts;
  if (!first || !parts.every(isPart) || parts.length >= MOST) return;
  const stated = valuesOf(total.mention);
  const around = {
    start: Math.min(first.start, total.start) - 60,
    end: Math.max(parts.at(-1)?.end ?? 0, total.end) + 60,
  };
  // What follows a semicolon is another matter.
  const behind = sentence.text.slice(total.end, around.end).split(';', 1)[0] ?? '';
  if (SUBTRACTS.test(sentence.text.slice(Math.max(0, around.start), total.end) + behind)) return;
  if (
    someFit(
      parts.map(part => valuesOf(part.mention)),
      stated,
    )
  )
    return;
  if (isDifference(parts, stated) || isAverage(total, parts) || isProduct(sentence, parts, stated)) return;
  const sum = add(...parts.map(part => valuesOf(part.mention)));
  const value = add(...parts.map(part => exactly(part.mention.figure.quantity.value))).low;
  const { quantity } = total.mention.figure;
  if (!complete && sum.low <= stated.high) return;
  // "1.1 billion, 2.2 times the premiums of 500 million, of which 900 at closing and 200 later": the parts of another amount.
  if (!complete && isOfAnother(sentence, total, parts, sum)) return;
  if (isOffset(sentence, total, parts, subtract(sum, stated))) return;
  if (unsure && Math.abs(value / quantity.value - 1) > NEARLY) return;
  const mentions = parts.map(part => part.mention);
  const slip = complete && !unsure ? scaleSlipIn(total.mention, mentions) : undefined;
  if (slip) {
    yield slipFound(slip, total.mention);
    return;
  }
  if (value <= 0 || quantity.value <= 0 || value / quantity.value > 3 || value / quantity.value < 0.5) return;
  yield sumFound(total.mention, mentions, value);
}

const NEARLY = 0.05;

/** True when some of the parts, two or more, make the total: the others may stand there for themselves. */
function someFit(parts: readonly Interval[], total: Interval): boolean {
  const few = parts.slice(-8);
  for (let chosen = 1; chosen < 1 << few.length; chosen++) {
    const terms = few.filter((_, i) => (chosen >> i) & 1);
    if (terms.length >= 2 && overlap(add(...terms), total)) return true;
  }
  return overlap(add(...parts), total);
}

/** "options on four more at $258 million, together $1.03 billion": so many times one of them. */
function isProduct(sentence: Sentence, parts: readonly Part[], stated: Interval): boolean {
  return parts.some(part => {
    const [, word = ''] = TIMES.exec(wordsBefore(sentence, part, 40)) ?? [];
    const times = SMALL.includes(word) ? SMALL.indexOf(word) + 2 : Number(word);
    return times > 1 && overlap(multiply({ low: times, high: times }, valuesOf(part.mention)), stated);
  });
}

const SMALL = SMALL_NUMBERS.split('|');
/** "four more at", "12 ships at", "6 times". */
const TIMES = /\b(\d{1,4}|\p{Ll}+) (?:times|(?:more|others?|further|[\p{Ll}-]+s) (?:at|of|for)) $/u;

function isOfAnother(sentence: Sentence, total: Part, parts: readonly Part[], sum: Interval): boolean {
  return sentence.parts.some(
    part =>
      part.start < total.start &&
      !parts.includes(part) &&
      alike(part.mention, total.mention) &&
      overlap(valuesOf(part.mention), sum),
  );
}

/** "450 for ships, 140 for guns and 80 for radars; the batteries gave back 10": what is too much is told behind the parts. */
function isOffset(sentence: Sentence, total: Part, parts: readonly Part[], excess: Interval): boolean {
  const end = parts.at(-1)?.end ?? 0;
  return (
    excess.low > 0 &&
    sentence.parts.some(
      part =>
        part.start > end &&
        part !== total &&
        part.mention.figure.quantity.value > 0 &&
        alike(part.mention, total.mention) &&
        overlap(valuesOf(part.mention), excess),
    )
  );
}

/** "from a value of 4,575 down to 1,300, a loss totalling 3,275" states what lies between the first and the others. */
function isDifference([first, ...rest]: readonly Part[], total: Interval): boolean {
  if (!first) return false;
  const left = subtract(valuesOf(first.mention), add(...rest.map(part => valuesOf(part.mention))));
  return overlap(left, total) || overlap({ low: -left.high, high: -left.low }, total);
}

/** "Sales grew by 3.2%, of which the second quarter 3.5% and the first 2.9%": a rate between those of its parts. */
function isAverage({ mention }: Part, parts: readonly Part[]): boolean {
  const { kind, value } = mention.figure.quantity;
  const rates = parts.map(part => part.mention.figure.quantity.value);
  return kind === 'percent' && Math.min(...rates) <= value && value <= Math.max(...rates);
}
