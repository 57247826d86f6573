// Two things set side by side, and by how many percent the one is said to pass the other: "$3,400 on the new line and
// $4,100 on the old one, so it is 17% cheaper".
import { type Interval, meets, spellLike } from '../figures';
import { alike } from './amounts';
import { isLevel, percentChange } from './levels';
import type { Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';

const COMPARATIVE =
  /^\s+(?:(?:more|less) (?:expensive|costly)|cheaper|dearer|costlier|larger|smaller|bigger|heavier|lighter|taller|faster|slower|longer|shorter|higher|lower|more|less|fewer)(?=\s*(?:[,.;)]|$))/i;
const CONCLUDES = /[,;]\s*(?:so|thus|hence|therefore|making|which makes|that makes|this makes)\s/i;
const SLACK = 0.5;

/** The percentage behind two values that is not by how much the one passes the other. */
export function checkComparisons(sentence: Sentence): Found | undefined {
  const [one, other, percent] = firstLevels(sentence);
  if (!one || !other || percent?.mention.figure.quantity.kind !== 'percent') return undefined;
  if (!alike(one.mention, other.mention)) return undefined;
  if (!COMPARATIVE.test(wordsAfter(sentence, percent, 24)) || !isConclusion(sentence, other, percent))
    return undefined;
  if (!/\b(?:and|against|but|while|whereas)\b/i.test(wordsBetween(sentence, one, other))) return undefined;
  const [a, b] = [one.mention.figure.quantity.range, other.mention.figure.quantity.range];
  if (a.low <= 0 || b.low <= 0) return undefined;
  return fits(percent, a, b) || fits(percent, b, a) ? undefined : found(percent, one, other);
}

/** The first three levels of a sentence: two values, and behind more than two no percentage tells which of them it compares. */
function firstLevels({ parts }: Sentence): readonly Part[] {
  const levels: Part[] = [];
  for (const part of parts) {
    if (isLevel(part)) levels.push(part);
    if (levels.length === 3) break;
  }
  return levels;
}

function isConclusion(sentence: Sentence, last: Part, percent: Part): boolean {
  return (
    CONCLUDES.test(wordsBetween(sentence, last, percent)) && !/\bthan\b/i.test(wordsBefore(sentence, percent))
  );
}

/** In either direction, for either may be what the other is compared with. */
function fits({ mention }: Part, from: Interval, to: Interval): boolean {
  const { low, high } = percentChange(from, to);
  const size =
    low > 0 ? { low, high } : high < 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) };
  return meets({ low: size.low - SLACK, high: size.high + SLACK }, mention.figure.quantity.range);
}

function found({ mention: { figure } }: Part, one: Part, other: Part): Found {
  const [a, b] = [one.mention.figure, other.mention.figure];
  const [small, large] = [a.quantity.value, b.quantity.value].sort((x, y) => x - y);
  const less = spellLike(Math.round((1 - (small ?? 0) / (large ?? 1)) * 100), figure);
  const more = spellLike(Math.round(((large ?? 0) / (small ?? 1) - 1) * 100), figure);
  return {
    span: figure.span,
    message: `“${figure.text}” does not fit: between “${a.text}” and “${b.text}” the smaller is ${less} less, the larger ${more} more.`,
    related: [one, other].map(part => ({ span: part.mention.figure.span, message: 'One of the two' })),
  };
}
