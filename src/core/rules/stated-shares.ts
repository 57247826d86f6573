// Shares that a sentence states behind their part: "120 of 400 stores, or 40%".
import type { Mention } from '../claims';
import { type Interval, meets } from '../figures';
import { atEnd } from '../text/at-end';
import { itemsWithin } from '../text/scopes';
import { alike, areCounts } from './amounts';
import { calledBy, wholeNamed } from './named-wholes';
import type { Reading } from './reading';
import type { Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import {
  areOneKind,
  COMPARES,
  isOf,
  lessOfMore,
  MAKES,
  OF_FIRST,
  SHARE_NOUN,
  shareOfEarlier,
  shareOfLast,
  shareOfThose,
} from './share-wholes';
import { fitsAsShare, isBare, isCounted, ratioOf, SHARE_REACH, type Share, shareFound } from './shares';

/** ", or 36%", ", which is 36%" and "(36%)" restate what stands before them. */
const RESTATES = atEnd(
  new RegExp(
    String.raw`(?:[,;(–—]\s*(?:or|i\.e\.,?|that is,?|(?:(?:which|that|this|it) )?${MAKES})\s+(?:about |some |roughly |just |only |exactly )?|\(\s*(?:or |about |i\.e\. |(?:an? )?${SHARE_NOUN} (?:of )?)?)`,
    'iu',
  ),
);
/** What is the share of one amount in another, and no change of one. */
const GIVES = atEnd(new RegExp(String.raw`\b(?:an?|its|the|their)\s+${SHARE_NOUN}\s+of\s+`, 'iu'));

/** "The write-down of $18 million corresponds to 3% of revenue": the amount is the subject. */
const EQUATED = new RegExp(
  String.raw`^,?(?:\s+[\p{L}'’-]+){0,4}?\s+(?:${MAKES}|ma(?:de|kes?|king) up|accounts? for|accounted for)\s+(?:about |some |roughly |just |only )?$`,
  'iu',
);
const OF_WHOLE =
  /^\s*(?:of (?!them|those|these|which|whom|this)|[,.;)]|and (?:has|have|had|is|are|was|were)\b|$)/;

/** The percentages of a sentence that are not what their part and whole make. */
export function* statedShares(
  reading: Reading,
  sentence: Sentence,
  last: Sentence | undefined,
): Iterable<Found> {
  for (let i = 0; i < sentence.parts.length; i++) {
    const percent = sentence.parts[i];
    if (percent?.mention.figure.quantity.kind !== 'percent' || percent.mention.figure.ends) continue;
    if (isHandedOut(sentence, i)) continue;
    const share =
      shareBefore(reading, sentence, i) ??
      shareBehind(sentence, i) ??
      (i === 0 && last ? shareOfLast(last, sentence, percent) : undefined);
    if (!share) continue;
    const stated = percent.mention.figure.quantity.range;
    if (meets(ratioOf(share), stated) || anotherPairFits(sentence, percent, stated, share)) continue;
    yield shareFound(percent.mention, share);
  }
}

/** "1.6 GW and 1.1 GW, or 17% and 12%": each percentage is that of another amount. */
function isHandedOut({ text, parts }: Sentence, index: number): boolean {
  const [percent, next] = [parts[index], parts[index + 1]];
  return (
    percent !== undefined &&
    next?.mention.figure.quantity.kind === 'percent' &&
    /^,? and $/.test(text.slice(percent.end, next.start))
  );
}

/** The part and whole of a percentage that restates what stands before it. */
function shareBefore(reading: Reading, sentence: Sentence, index: number): Share | undefined {
  const percent = sentence.parts[index];
  const last = sentence.parts[index - 1];
  if (!percent) return undefined;
  const before = wordsBefore(sentence, percent);
  const gives = GIVES.test(before);
  // "$1.8 billion or 56%"
  const isOr = last !== undefined && /^ or (?:about |some )?$/.test(wordsBetween(sentence, last, percent));
  const restates = gives || RESTATES.test(before);
  const isOfWhole = OF_WHOLE.test(wordsAfter(sentence, percent));
  const named =
    isOr ||
    isOfAmount(sentence, index) ||
    (isOfWhole &&
      (/[,(–—]\s*$/.test(before) || (last && EQUATED.test(wordsBetween(sentence, last, percent)))));
  if (!restates && !named) return undefined;
  const share = shareFor(reading, sentence, index, gives);
  return restates || share?.explicit ? share : undefined;
}

/** "Interest of £27 million absorbed 30% of cash flow of £90 million": one verb between, and the whole right behind. */
function isOfAmount(sentence: Sentence, index: number): boolean {
  const [part, percent, whole] = [-1, 0, 1].map(at => sentence.parts[index + at]);
  return (
    part !== undefined &&
    percent !== undefined &&
    whole !== undefined &&
    alike(part.mention, whole.mention) &&
    /^ of\b/.test(wordsAfter(sentence, percent, 4)) &&
    VERB_ALONE.test(wordsBetween(sentence, part, percent))
  );
}

const VERB_ALONE =
  /^(?:\s(?!(?:and|or|but|while|for|to|from|by|at|with|in|on|of|as|than|after|plus)\b)[\p{L}'’-]+){1,3}\s(?:about )?$/iu;

/** "A of B; that is 60%". */
const THAT_IS = /^;(?= (?:that|this|which) )/;

/** The part and whole that the words before a percentage name. */
function shareFor(reading: Reading, sentence: Sentence, index: number, gives: boolean): Share | undefined {
  const percent = sentence.parts[index];
  if (!percent) return undefined;
  const near = sentence.parts.slice(Math.max(0, index - 6), index);
  const amounts = near.filter(
    part => percent.start - part.end <= SHARE_REACH && isCounted(part.mention) && !isArticle(part.mention),
  );
  const part = amounts.at(-1);
  const between = part ? sentence.text.slice(part.end, percent.start) : '';
  const others = near.some(
    other => part && other.start >= part.end && other.mention.figure.quantity.kind === 'percent',
  );
  if (!part || others || /[;:]|(?<!\bi\.e)\.\s/.test(between.replace(THAT_IS, ''))) return undefined;
  const asked = shareOfThose(reading, sentence, part);
  if (asked) return asked;
  for (const other of amounts.slice(0, -1).reverse()) {
    const words = wordsBetween(sentence, other, part);
    // "to 40 from 30" gives two values of one thing.
    if (/\b(?:from|than|against|compared (?:with|to))\s+$/i.test(wordsBefore(sentence, other, 16))) continue;
    const share = shareOf(sentence, percent, [other, part], words);
    if (share) return share;
  }
  if (gives) return shareOfTwo(reading, sentence, percent, amounts);
  return shareOfEarlier(reading, sentence, percent, part);
}

/** "45% (3.7 million) of 8.2 million residents", "36% (189 of 727)", "30% of its 400 shops, or 120": the percentage comes first. */
function shareBehind(sentence: Sentence, index: number): Share | undefined {
  const [percent, first, second] = sentence.parts.slice(index, index + 3);
  if (!percent || !first || !isCounted(first.mention)) return undefined;
  const words = wordsBetween(sentence, percent, first);
  if (OF_THEM.test(words)) {
    const whole = sentence.parts
      .slice(Math.max(0, index - 3), index)
      .findLast(({ mention }) => isCounted(mention) && !isArticle(mention));
    return whole && fitsPart(first.mention, whole.mention)
      ? { part: first.mention, whole: whole.mention, explicit: true }
      : undefined;
  }
  if (/^\s*\((?:or |about |some )?$/.test(words)) {
    const joint = second && wordsBetween(sentence, first, second).replace(/^\)/, '');
    if (second && isCounted(second.mention) && fitsPart(first.mention, second.mention) && isOf(joint ?? ''))
      return { part: first.mention, whole: second.mention, explicit: true };
    const whole = sentence.parts[index - 1];
    if (!whole || !isCounted(whole.mention) || !/^\)/.test(wordsAfter(sentence, first, 2))) return undefined;
    const isOfFirst =
      OF_FIRST.test(wordsBefore(sentence, whole, 60)) &&
      /^[^;:.()]{0,90}$/.test(wordsBetween(sentence, whole, percent));
    return isOfFirst && fitsPart(first.mention, whole.mention)
      ? { part: first.mention, whole: whole.mention, explicit: true }
      : undefined;
  }
  if (!second || !isCounted(second.mention) || !isOf(words) || !fitsPart(second.mention, first.mention))
    return undefined;
  const restated = /^(?:\s[\p{L}\d'’-]+){0,6}(?:\s?\((?:or |about |some )?|, or (?:about |some )?)$/u.test(
    wordsBetween(sentence, first, second),
  );
  return restated ? { part: second.mention, whole: first.mention, explicit: true } : undefined;
}

/** "3.4 million panels, 22% of them (748,000)". */
const OF_THEM = /^ of (?:them|these|those|it|that|this) ?(?:\(|, or )(?:about |some )?$/;

/** The part may leave its unit to the whole. */
function fitsPart(part: Mention, whole: Mention): boolean {
  return fitsAsShare(part, whole) || isBare(part);
}

/** "A on a capacity of B, a load factor of Z%", "in a market of B it ships A, which gives it a share of Z%": the less of the more. */
function shareOfTwo(
  reading: Reading,
  sentence: Sentence,
  percent: Part,
  amounts: readonly Part[],
): Share | undefined {
  const pair = percent.mention.figure.quantity.value <= 100 && lessOfMore(sentence, amounts);
  if (!pair) return undefined;
  const [part, whole] = pair;
  const after = wordsAfter(sentence, percent, 40);
  const noun = wholeNamed(sentence, part, percent);
  const isOfOther = noun === undefined || !calledBy(reading.report.text, noun, [whole.mention]);
  if (/^\s+(?:of|in|among|on)\b/i.test(after) && isOfOther) return undefined;
  return { part: part.mention, whole: whole.mention };
}

/** "at least one domestic machine" counts nothing. */
function isArticle({ figure: { spelled, quantity } }: Mention): boolean {
  return spelled && quantity.value === 1;
}

const STOPS = /^\s*(?:[.,;)]|$)/;
const ON =
  /^(?:\s[\p{L}-]+){0,4} (?:on|over)\s+(?!top\b)(?:(?:an?|its|their|the)\s+)?(?:[\p{L}-]+\s+){0,3}(?:of\s+)?$/iu;

/** "18,900 ticket holders for 27,000 seats". */
const FOR = /^(?:\s[\p{L}-]+){1,4} for (?:the |its |their )?$/u;

/** Which of two amounts is part of the other, if the words between and around them say so. */
function shareOf(
  sentence: Sentence,
  percent: Part,
  [first, second]: readonly [Part, Part],
  words: string,
): Share | undefined {
  const [one, other] = [first.mention, second.mention];
  // "A of B, or Z%": the part may leave its unit to the whole.
  if (isOf(words) && fitsPart(one, other)) return { part: one, whole: other, explicit: true };
  const ofWhich = /\b(?:of (?:which|whom|these|those|them)|including|among them)\s+$/i.test(words);
  if (ofWhich && isBare(other)) return { part: other, whole: one };
  // "B, of which A, or Z%", "Of B things, A …, or Z%" and "B lines, A of them …, or Z%"
  const ofFirst = OF_FIRST.test(wordsBefore(sentence, first, 60)) && !hasOwnShare(sentence, first);
  if (!fitsAsShare(one, other) && !(ofFirst && isBare(other) && other.figure.scale !== undefined))
    return undefined;
  const ofThem = /^\s*(?:\p{L}+ ){0,2}of (?:them|these|those|which)\b/iu.test(
    wordsAfter(sentence, second, 30),
  );
  if (ofFirst || ofWhich || ofThem)
    return { part: other, whole: one, explicit: ofFirst && STOPS.test(wordsAfter(sentence, percent)) };
  if (FOR.test(words) && areCounts(one, other)) return { part: one, whole: other };
  // "A on sales of B, or Z%"
  return ON.test(words) && areOneKind(one, other) && !COMPARES.test(words + wordsAfter(sentence, second, 20))
    ? { part: one, whole: other }
    : undefined;
}

/** "Of the debt 9.9 billion (55%) follows inflation": a part itself. */
function hasOwnShare(sentence: Sentence, amount: Part): boolean {
  return /^[^,;.()]{0,40}\((?:about |or )?\d[\d.,]*(?:%| per ?cent)/i.test(wordsAfter(sentence, amount, 60));
}

/** True when the percentage is the share or change of two other amounts of its sentence. */
function anotherPairFits(
  sentence: Sentence,
  percent: Part,
  stated: Interval,
  { part, whole }: Share,
): boolean {
  const near = itemsWithin(
    sentence.parts,
    { start: percent.start - SHARE_REACH, end: percent.end + SHARE_REACH },
    part => part,
  ).flatMap(({ mention }) => (isCounted(mention) && !isArticle(mention) ? [mention] : []));
  const few = near.slice(0, 8);
  return few.some(a =>
    few.some(b => {
      if (a === b || [a, b].every(one => one === part || one === whole)) return false;
      if (!fitsAsShare(a, b) || b.figure.quantity.value <= 0) return false;
      const { low, high } = ratioOf({ part: a, whole: b });
      const readings = [
        { low, high },
        { low: low - 100, high: high - 100 },
        { low: 100 - high, high: 100 - low },
      ];
      return readings.some(reading => meets(reading, stated));
    }),
  );
}
