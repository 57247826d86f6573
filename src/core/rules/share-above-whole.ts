// Parts that are larger than the whole that their sentence names.
import type { Mention } from '../claims';
import { atEnd } from '../text/at-end';
import { seek } from '../text/beginnings';
import { remember } from '../text/remember';
import { firstFrom } from '../text/scopes';
import { alike, isAmount, sameNoun } from './amounts';
import { type ForeignNumber, foreignNumbersIn } from './foreign-numbers';
import type { Reading } from './reading';
import type { Found } from './rule';
import { isSpelledCount, type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import { wholeOfThose } from './share-wholes';

const DETERMINED =
  /^\s+(?:[\p{L}-]+\s+){0,2}?(?:out )?of\s+(?:the|its|his|her|their|our|all|all the|these|those|a total of|the total of)\s+$/iu;

/** Measures that are differences: what goes into them may be larger than they are. */
const NET: ReadonlySet<string> = new Set(['profit', 'loss', 'cash flow', 'margin']);

const OF_BEFORE = atEnd(/(?:^|[.;:]\s*)(?:out )?of (?:the|its|their|all|these|those)\s+(?:\p{L}+\s){0,1}/iu);
const OF_WHICH = atEnd(/,\s+(?:of which|of whom|including)\s+/i);

/** What says that one is part of another. */
const OF = seek('of including');

/** False for a sentence that names no whole. */
export function maySayOf({ words }: Sentence): boolean {
  return (words & OF) !== 0;
}

export function* partsAboveWhole(reading: Reading, sentence: Sentence): Iterable<Found> {
  const { parts } = sentence;
  const above = aboveThose(reading, sentence);
  if (above) yield above;
  if (sentence.several === 0) return;
  for (let i = 0; i + 1 < parts.length; i++) {
    const first = parts[i];
    // "Of the 2,900 households with a child under five, 3,016 …": the age is no part of them.
    const second = firstCounted(parts[i + 1], parts[i + 2]);
    if (!first || !second || !isAmount(first.mention) || !isAmount(second.mention)) continue;
    const pair = aboveWhole(sentence, first, second);
    if (!pair) continue;
    const [part, whole] = pair;
    const low = part.mention.figure.quantity.range.low;
    if (low <= whole.mention.figure.quantity.range.high || isForeign(sentence, whole)) continue;
    // "2,300 deaths in 12 cities, of which 1,500": the whole may stand further back.
    const earlier = parts.slice(Math.max(0, i - 3), i);
    if (
      part === second &&
      earlier.some(
        other =>
          other.mention.figure.quantity.kind === part.mention.figure.quantity.kind &&
          other.mention.figure.quantity.range.high >= low,
      )
    )
      continue;
    yield aboveFound(part.mention, whole.mention);
  }
}

/** "The town has 640 teachers. Of these, 702 …": the sentence before has the whole. */
function aboveThose(reading: Reading, sentence: Sentence): Found | undefined {
  const [part] = sentence.parts;
  if (!part || !isAmount(part.mention) || !isRightBehind(sentence, part)) return undefined;
  const whole = wholeOfThose(reading, sentence, part);
  return whole && part.mention.figure.quantity.range.low > whole.figure.quantity.range.high
    ? aboveFound(part.mention, whole)
    : undefined;
}

function firstCounted(one: Part | undefined, other: Part | undefined): Part | undefined {
  if (one && !isSpelledCount(one)) return one;
  return other && !isSpelledCount(other) ? other : undefined;
}

/** "Of these, 702" and "702 of them", not "of these items, debts of 702". */
function isRightBehind(sentence: Sentence, part: Part): boolean {
  return (
    /^\s*(?:out )?of (?:these|those|them)\b,?\s*$/i.test(sentence.text.slice(0, part.start)) ||
    /^ of\b/.test(wordsAfter(sentence, part, 4))
  );
}

function aboveFound({ figure }: Mention, whole: Mention): Found {
  return {
    span: figure.span,
    message: `A part cannot be larger than its whole: “${figure.text}” of “${whole.figure.text}”.`,
    related: [{ span: whole.figure.span, message: 'The whole' }],
  };
}

const foreign = new WeakMap<Sentence, readonly ForeignNumber[]>();

/** "R$ 480 milhões, of which …": a scale in another language is not in the value that was read. */
function isForeign(sentence: Sentence, part: Part): boolean {
  const numbers = remember(foreign, sentence, () => foreignNumbersIn(sentence.text));
  const number = numbers[firstFrom(numbers, part.end, ({ start }) => start) - 1];
  return number !== undefined && part.end < number.end;
}

function aboveWhole(sentence: Sentence, first: Part, second: Part): readonly [Part, Part] | undefined {
  const [a, b] = [first.mention.figure.quantity, second.mention.figure.quantity];
  if (
    a.kind !== b.kind ||
    (a.kind !== 'count' && !alike(first.mention, second.mention)) ||
    a.kind === 'percent' ||
    a.kind === 'duration'
  )
    return undefined;
  const words = wordsBetween(sentence, first, second);
  const glued = /^-/.test(sentence.text.slice(second.end, second.end + 1));
  const broken = /^\s*(?:thousand|million|billion|trillion)\b/i.test(wordsAfter(sentence, second, 12));
  if (glued || broken || words.length > 80) return undefined;
  if (DETERMINED.test(words)) return [first, second];
  const ofBefore = OF_BEFORE.test(wordsBefore(sentence, first, 30));
  if (
    ofBefore &&
    a.kind === 'count' &&
    b.kind === 'count' &&
    /^[^,;:.]{0,60},\s+(?:only |some |about |just )?$/.test(words) &&
    !/\b(?:to|from)\s*$/.test(words)
  )
    return [second, first];
  // A result is what is left of greater amounts.
  const isNet = NET.has(first.mention.measure ?? '') || first.mention.role === 'change';
  // "€65 million come from credit lines, of which …": of the credit lines.
  if (
    OF_WHICH.test(words) &&
    !/\bfrom\b/i.test(words) &&
    !isNet &&
    (a.kind !== 'count' || sameNoun(a.unit, b.unit))
  )
    return [second, first];
  const ofThem = /^\s*(?:\p{L}+ )?of (?:them|these|those|whom)\b/iu.test(wordsAfter(sentence, second, 20));
  return ofThem && a.kind === 'count' && /^[^;:]{0,60},\s+(?:and )?$/.test(words)
    ? [second, first]
    : undefined;
}
