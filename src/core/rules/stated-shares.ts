// Shares that a sentence states behind their part: "120 of 400 stores, or 40%".
import type { Mention } from '../claims';
import { type Interval, meets } from '../figures';
import { atEnd } from '../text/at-end';
import { itemsWithin } from '../text/scopes';
import type { Reading } from './reading';
import type { Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import { shareOfEarlier, shareOfThose } from './share-wholes';
import { fitsAsShare, isBare, isCounted, ratioOf, SHARE_REACH, type Share, shareFound } from './shares';

/** ", or 36%" and "(36%)" restate what stands before them. */
const RESTATES = atEnd(
  /(?:[,;(–—]\s*(?:or|i\.e\.,?|that is,?|which is|equal to|equivalent to)\s+(?:about |some |roughly |just )?|\(\s*(?:or |about |i\.e\. )?)/i,
);
const GIVES = atEnd(
  /\b(?:an?|its|the)\s+(?:load factor|share|occupancy|utili[sz]ation|turnout|stake|success rate|hit rate)\s+of\s+/i,
);

/** The percentages of a sentence that are not what their part and whole make. */
export function* statedShares(reading: Reading, sentence: Sentence): Iterable<Found> {
  for (const [i, percent] of sentence.parts.entries()) {
    const { quantity } = percent.mention.figure;
    if (quantity.kind !== 'percent' || percent.mention.figure.ends || isHandedOut(sentence, i)) continue;
    const before = wordsBefore(sentence, percent);
    const gives = GIVES.test(before);
    const plain =
      /[,(–—]\s*$/.test(before) &&
      /^\s*(?:of (?!them|those|these|which|whom|this)|[,.;)]|$)/.test(wordsAfter(sentence, percent));
    if (!gives && !plain && !RESTATES.test(before)) continue;
    const share = shareFor(reading, sentence, i, gives);
    if (!share || (plain && !gives && !RESTATES.test(before) && !share.explicit)) continue;
    const ratio = ratioOf(share);
    const stated = quantity.range;
    if (meets(ratio, stated) || anotherPairFits(sentence, percent, stated, share)) continue;
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
  if (!part || others || /[;:]|(?<!\bi\.e)\.\s/.test(between)) return undefined;
  const asked = amounts.length === 1 ? shareOfThose(reading, sentence, part) : undefined;
  if (asked) return asked;
  for (const other of amounts.slice(0, -1).reverse()) {
    const words = wordsBetween(sentence, other, part);
    // "to 40 from 30" gives two values of one thing.
    if (/\b(?:from|than|against|compared (?:with|to))\s+$/i.test(wordsBefore(sentence, other, 16))) continue;
    const share = shareOf(sentence, other, part, words, gives);
    if (share) return share;
  }
  return shareOfEarlier(reading, sentence, percent, part);
}

/** "at least one domestic machine" counts nothing. */
function isArticle({ figure: { spelled, quantity } }: Mention): boolean {
  return spelled && quantity.value === 1;
}

/** "Of the 40 stores", at the start of its clause. */
const OF_FIRST = atEnd(
  /(?:^|[.;(]\s*)(?:out )?of (?:the|its|their|all|these|those|some|a total of)?\s*(?:[\p{L}'’.-]+\s){0,3}/iu,
);

/** Which of two amounts is part of the other, if the words between and around them say so. */
function shareOf(
  sentence: Sentence,
  first: Part,
  second: Part,
  words: string,
  gives: boolean,
): Share | undefined {
  const [one, other] = [first.mention, second.mention];
  // "A of B, or Z%": the part may leave its unit to the whole.
  if (isOf(words) && (fitsAsShare(one, other) || isBare(one)))
    return { part: one, whole: other, explicit: true };
  const ofWhich = /\b(?:of (?:which|whom|these|those|them)|including|among them)\s+$/i.test(words);
  if (ofWhich && isBare(other)) return { part: other, whole: one };
  if (!fitsAsShare(one, other)) return undefined;
  // "A on a capacity of B, which gives a load factor of Z%"
  if (gives)
    return /\b(?:on|against|out of) (?:an? )?(?:\p{L}+ ){0,3}(?:of )?$/iu.test(words)
      ? { part: one, whole: other }
      : undefined;
  // "B, of which A, or Z%", "Of B things, A …, or Z%" and "B lines, A of them …, or Z%"
  const ofFirst = OF_FIRST.test(wordsBefore(sentence, first, 60)) && !hasOwnShare(sentence, first);
  const ofThem = /^\s*(?:\p{L}+ ){0,2}of (?:them|these|those|which)\b/iu.test(
    wordsAfter(sentence, second, 30),
  );
  return ofWhich || ofFirst || ofThem ? { part: other, whole: one } : undefined;
}

/** "Of the debt 9.9 billion (55%) follows inflation": a part itself. */
function hasOwnShare(sentence: Sentence, amount: Part): boolean {
  return /^ ?\((?:about |or )?\d[\d.,]*(?:%| per ?cent)/i.test(wordsAfter(sentence, amount, 20));
}

function isOf(words: string): boolean {
  return /^\s+(?:[\p{L}-]+\s+){0,2}?(?:out of|of|among)\s+(?:(?:the|its|their|a) (?:[\p{L}-]+ ){1,2}of|(?:the|its|their) [\p{L}-]+|the|its|his|her|their|our|all|all the|all its|some|these|those|a|an|an? (?:possible|total|maximum|potential)(?: of)?|a total of|the total of|the total|the country's)?\s*$/iu.test(
    words,
  );
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
