import { exactly, type Interval, spellLike } from '../figures';
import { add, subtract } from '../figures/interval';
import { alike, isAmount, overlap, valuesOf } from './amounts';
import type { Found, Rule } from './rule';
import { type Part, type Sentence, sentencesIn, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import { type ScaleSlip, scaleSlipIn, slipFound } from './sum-slips';
import { checkSums } from './sum-tables';
import { gridsIn } from './tables';

export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  family: 'arithmetic',
  severity: 'error',
  summary: 'Parts that do not add up to the total that the sentence or the table states.',
  *check(reading) {
    for (const sentence of sentencesIn(reading)) {
      if (sentence.parts.length < 3) continue;
      yield;
      for (const sum of sumsIn(sentence)) yield* checkSum(sentence, sum);
    }
    for (const grid of gridsIn(reading)) {
      yield;
      yield* checkSums(grid);
    }
  },
};

/** A total and what the sentence makes its parts. */
interface Sum {
  readonly total: Part;
  readonly parts: readonly Part[];
  /** False when the parts need not be all: "of which", "including". */
  readonly complete: boolean;
  /** The parts are counts of things with other names: "604 supermarkets and 204 drugstores, 808 shops in all". */
  readonly mixed?: boolean;
}

/** More parts than this are no sentence. */
const MOST = 12;
const STOP = String.raw`(?=\s*(?:[,.;:)\]–—|]|$)|\s+(?:by|over|for|from|since|between|across|this|last|at|to|on|before|and|which|when|so)\b)`;
const TOTAL_AFTER = new RegExp(
  String.raw`^(?:\s+[\p{L}'’-]+){0,3}?\s*,?\s*\(?(?:in all|in total|all told|altogether|taken together|together(?! with)|combined)${STOP}`,
  'iu',
);
const TOTAL_BEFORE =
  /\b(?:together|in all|in total|altogether|all told|for (?:a|an) (?:\p{L}+ )?total of|a (?:grand |combined |overall )?total of|for a (?:combined|joint|total)|totall?ing|add(?:s|ing|ed)? up to|sum(?:s|ming|med)? to|which (?:makes|gives)|a sum of)\s*,?\s*$/iu;
/** "costs of $8 million and depreciation totalling $19 million": the amount of the last item alone. */
const IS_LAST_PART = /\band\s+[^,;:]*\btotall?ing\s*$/i;
const INTRODUCES =
  /^(?:\s+[\p{L}'’-]+){0,8}?\s*(?::\s|[–—]\s|\(|,?\s+(?:made up of|consist(?:s|ing) of|compris(?:es|ing)|comprised of|split (?:between|into)|divided (?:between|into)|namely)(?=\s))/iu;
const INCLUDES = /^(?:\s+[\p{L}'’()-]+){0,6}?,?\s*\(?(?:of which|of whom|including|among them)\b/iu;

function* sumsIn(sentence: Sentence): Iterable<Sum> {
  for (const [i, total] of sentence.parts.entries()) {
    if (!isAmount(total.mention)) continue;
    const [before, behind] = [wordsBefore(sentence, total), wordsAfter(sentence, total)];
    if (/^[^.;]{0,40}\brespectively\b/i.test(behind)) continue;
    // "2 plus 2 equals 5" is a saying.
    const added = EQUALS.test(before) && total.mention.figure.quantity.value >= 10;
    const told =
      added ||
      TOTAL_AFTER.test(behind) ||
      TOTAL_BEFORE.test(before) ||
      isWholeOfAll(sentence, i) ||
      isBroughtTo(sentence, i);
    const earlier = told && !IS_LAST_PART.test(before) ? partsBefore(sentence, i) : [];
    if (earlier.length >= 2) {
      if (!added || arePlus(sentence, earlier)) yield { total, parts: earlier, complete: true };
      continue;
    }
    const mixed = told && TOTAL_AFTER.test(behind) ? countsBefore(sentence, i) : [];
    if (mixed.length >= 2) {
      yield { total, parts: mixed, complete: true, mixed: true };
      continue;
    }
    const next = sentence.parts[i + 1];
    const after = next ? sentence.text.slice(total.end, next.start) : '';
    if (!next || after.length > 80) continue;
    const complete = INTRODUCES.test(after) && !/\([^()]*\)\s*[,;]?\s*[^(:–—]*$/.test(after);
    if (!complete && !INCLUDES.test(after)) continue;
    const parts = partsAfter(sentence, i);
    const bracket = after.trimEnd().endsWith('(') || /\([^)]*$/.test(after);
    if (parts.length >= 2 && (told || isList(sentence, parts, bracket))) yield { total, parts, complete };
  }
}

const TOGETHER = /^\s*(?:together|combined|jointly|in all|in total|all told)\b(?! with)/i;
const WITH = /^\s*(?:with|at)\s/i;
const OF_ALL = /\b(?:total|combined|overall|joint) (?:\p{L}+ ){0,2}of\s+$/iu;

/** "Together, A and B cost T", "With A here and B there, it has a total capacity of T". */
function isWholeOfAll(sentence: Sentence, index: number): boolean {
  const total = sentence.parts[index];
  if (!total || index !== sentence.parts.length - 1) return false;
  return (
    TOGETHER.test(sentence.text) || (WITH.test(sentence.text) && OF_ALL.test(wordsBefore(sentence, total)))
  );
}

const BRINGS =
  /^\)?\s+(?:together\s+)?(?:bring|brought|take|took|lift|lifted|push|pushed)s?\s+(?:[\p{L}'’-]+\s+){1,4}to\s+$/iu;

/** "A and B bring it to T". */
function isBroughtTo(sentence: Sentence, index: number): boolean {
  const [before, total] = [sentence.parts[index - 1], sentence.parts[index]];
  return before !== undefined && total !== undefined && BRINGS.test(wordsBetween(sentence, before, total));
}

/** "A plus B makes T", "A + B = T", "A and B make T". */
const EQUALS = /(?:=|\b(?:makes?|making|equals?|gives?))\s*(?:a total of )?$/i;

function arePlus(sentence: Sentence, parts: readonly Part[]): boolean {
  return parts.slice(1).every((part, i) => {
    const before = parts[i];
    return before !== undefined && /\bplus\b|\+|\band\b/.test(wordsBetween(sentence, before, part));
  });
}

/** Words right before or after a figure that make it something else than a part. */
const NO_PART_BEFORE =
  /\b(?:from|than|against|after|versus|vs\.?|per|by|below|above|up|down|out of|compared (?:with|to))\s+(?:a |an |the |its )?$/i;
const NO_PART_AFTER =
  /^\s*(?:each|apiece|a (?:piece|head|year|month|day|unit)|per|more than|less than|earlier|ago)\b/i;

function partsBefore(sentence: Sentence, index: number): Part[] {
  const total = sentence.parts[index];
  if (!total) return [];
  const parts: Part[] = [];
  for (let i = index - 1; i >= 0 && parts.length < MOST; i--) {
    const part = sentence.parts[i];
    const next = parts.at(-1);
    const gap = part ? sentence.text.slice(part.end, (next ?? total).start) : '';
    // A colon, semicolon or dash may set off the total, never two parts.
    if (!part || (next ? /[;:]|\.\s/ : /[;:].{40}|\.\s/).test(gap)) break;
    if (lacksCurrency(part.mention, total.mention) || arePowerAndEnergy(part.mention, total.mention))
      return [];
    if (alike(part.mention, total.mention)) parts.push(part);
  }
  return parts.reverse();
}

/** Counts of several kinds of things right before their total, in a list. */
function countsBefore(sentence: Sentence, index: number): Part[] {
  const total = sentence.parts[index];
  const parts: Part[] = [];
  if (!total || !isCount(total)) return parts;
  for (let i = index - 1; i >= 0 && parts.length < MOST; i--) {
    const part = sentence.parts[i];
    const gap = part ? sentence.text.slice(part.end, (parts.at(-1) ?? total).start) : '';
    if (!part || !isCount(part) || gap.length > 60 || !LISTS.test(gap)) break;
    parts.push(part);
  }
  return parts.reverse();
}

const LISTS = /^(?: [\p{L}'’-]+){0,5}\s?(?:,|[–—]|\band\b|\bplus\b|&)\s?(?:and |or |that is,? )?$/u;

function isCount({ mention }: Part): boolean {
  const { quantity, scale, spelled } = mention.figure;
  return quantity.kind === 'count' && scale === undefined && !spelled && !mention.money && isAmount(mention);
}

/** A bare "16 million" among amounts of money may be a part that lost its currency: the parts are not sure. */
function lacksCurrency({ money, figure }: Mentioned, total: Mentioned): boolean {
  const { kind, unit } = figure.quantity;
  return total.money && !money && kind === 'count' && unit === '' && figure.scale !== undefined;
}

/** Of "39.5 GW, 22.1 GW and 31.2 GWh, 92.8 GW in all" one part is lost to a wrong unit. */
function arePowerAndEnergy(a: Mentioned, b: Mentioned): boolean {
  const kinds = [a, b].map(({ figure }) => figure.quantity.kind);
  return kinds.includes('power') && kinds.includes('energy');
}

function partsAfter(sentence: Sentence, index: number): Part[] {
  const total = sentence.parts[index];
  if (!total) return [];
  const parts: Part[] = [];
  for (const part of sentence.parts.slice(index + 1, index + 1 + 2 * MOST)) {
    const last = parts.at(-1);
    if (last && /[;:)]|\.\s/.test(closed(wordsBetween(sentence, last, part)))) break;
    if (alike(part.mention, total.mention)) parts.push(part);
  }
  return parts;
}

/** Without the asides in brackets of a list's items. */
function closed(words: string): string {
  return words.replace(/\([^()]*\)/g, '');
}

/** Parts joined by commas, the last by "and" unless brackets hold them all, each with few words of its own. */
function isList(sentence: Sentence, parts: readonly Part[], bracket: boolean): boolean {
  const last = parts.at(-1);
  if (bracket && !(last && /^[^()]{0,30}\)/.test(wordsAfter(sentence, last)))) return false;
  return parts.slice(1).every((part, i) => {
    const before = parts[i];
    const words = before ? wordsBetween(sentence, before, part) : '';
    const joint = i === parts.length - 2 && !bracket ? /\b(?:and|plus)\b|&/ : /,|\band\b|\bplus\b/;
    return words.length <= 90 && joint.test(words);
  });
}

/** Words for an amount that counts the other way. */
const SUBTRACTS = /\b(?:negative|less|minus|net of|offset|deduct\w*)\b/i;

function* checkSum(sentence: Sentence, { total, parts, complete, mixed }: Sum): Iterable<Found> {
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
  if (SUBTRACTS.test(sentence.text.slice(Math.max(0, around.start), around.end))) return;
  if (
    someFit(
      parts.map(part => valuesOf(part.mention)),
      stated,
    )
  )
    return;
  if (isDifference(parts, stated) || isAverage(total, parts)) return;
  const sum = add(...parts.map(part => valuesOf(part.mention)));
  const value = add(...parts.map(part => exactly(part.mention.figure.quantity.value))).low;
  const { quantity } = total.mention.figure;
  if (!complete && sum.low <= stated.high) return;
  // Things with other names may not be parts at all, unless the total is nearly theirs.
  if (mixed && Math.abs(value / quantity.value - 1) > NEARLY) return;
  const mentions = parts.map(part => part.mention);
  const slip = complete ? slipInSentence(total.mention, mentions) : undefined;
  if (slip) {
    yield slipFound(slip, total.mention);
    return;
  }
  if (value <= 0 || quantity.value <= 0 || value / quantity.value > 3 || value / quantity.value < 0.5) return;
  yield sumFound(total.mention, mentions, value);
}

/** "Of the budget of 86, 41 went …, 86 in all": an amount that repeats the total is no part of it. */
function slipInSentence(total: Mentioned, parts: readonly Mentioned[]): ScaleSlip | undefined {
  const repeats = parts[0]?.figure.quantity.value === total.figure.quantity.value;
  return scaleSlipIn(total, repeats ? parts.slice(1) : parts);
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

type Mentioned = Part['mention'];

/** The finding at a stated total, with the parts' sum as its fix. */
export function sumFound(total: Mentioned, parts: readonly Mentioned[], value: number): Found {
  const newText = spellLike(value, total.figure);
  const listed = parts.map(part => part.figure.text).join(' + ');
  return {
    span: total.figure.span,
    message: `The parts add up to ${newText}, not “${total.figure.text}”: ${listed}.`,
    related: parts.map(part => ({ span: part.figure.span, message: 'A part of the total' })),
    fixes: [
      {
        kind: 'edits',
        title: `Write ${newText}, the sum of the parts`,
        edits: [{ span: total.figure.core, newText }],
        certain: false,
      },
    ],
  };
}
