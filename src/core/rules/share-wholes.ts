// The whole of a part and its percentage, where it stands earlier than right before the part.
import type { Mention } from '../claims';
import { directionIn } from '../claims/directions';
import { meets } from '../figures';
import { atEnd } from '../text/at-end';
import { seek } from '../text/beginnings';
import { itemsWithin } from '../text/scopes';
import { alike, areCounts, isAmount } from './amounts';
import { calledBy, wholeNamed } from './named-wholes';
import type { Reading } from './reading';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import { fitsAsShare, isBare, isCounted, ratioOf, SHARE_REACH, type Share } from './shares';

/** What says that a percentage is what an amount makes of its whole: "which corresponds to", "making". */
export const MAKES =
  '(?:is|are|was|were|mak(?:es|ing)|made|giv(?:es|ing)|gave|equal(?:s|led|ing)?(?: to)?|equivalent to|equat(?:es|ing) to|represent(?:s|ed|ing)?|correspond(?:s|ed|ing)? to|amount(?:s|ed|ing)? to|com(?:es|ing) to|came to|work(?:s|ed|ing)? out at|translat(?:es|ing) (?:in)?to)';
/** A list of parts gives the share of each in brackets, without their whole. */
const IS_SHARE = atEnd(
  new RegExp(String.raw`\b(?:or|(?:which|that) ${MAKES})\s+(?:about |some |roughly |just )?`, 'i'),
);

const ENDS_AS_SHARE = new RegExp(String.raw`${MAKES}\s+$`, 'i');

/** "We asked 1,250 landlords. Of these, 475, or 38%": the whole is the count that stands right before the sentence. */
export function shareOfThose(reading: Reading, sentence: Sentence, part: Part): Share | undefined {
  const whole = wholeOfThose(reading, sentence, part);
  return whole && whole.figure.quantity.value >= part.mention.figure.quantity.value
    ? { part: part.mention, whole, explicit: ofTheseBefore(sentence, part) !== undefined }
    : undefined;
}

/** "Of this, A is …" at the start of a clause speaks of its whole for every part of the clause. */
const OF_THESE = /(?:^|[.;]\s)\s*(?:out )?of (?:these|those|them|this|that|it)\b[^.;]*$/i;
const THOSE = seek('these those them this that it');
/** So far back a clause may start, in UTF-16 code units. */
const LONGEST_CLAUSE = 1000;

/** Where the clause of a part opens with "of these", in the sentence. */
function ofTheseBefore({ text, words }: Sentence, { start }: Part): number | undefined {
  if ((words & THOSE) === 0) return undefined;
  const from = Math.max(0, start - LONGEST_CLAUSE);
  const at = OF_THESE.exec(text.slice(from, start))?.index;
  // Nothing opens where the text was only cut.
  return at === undefined || (at === 0 && from > 0) ? undefined : from + at;
}

/** What "of these" at a part, or before it in its clause, points back to: the only amount of the sentence before. */
export function wholeOfThose(reading: Reading, sentence: Sentence, part: Part): Mention | undefined {
  const opens = ofTheseBefore(sentence, part);
  const isFirst = !sentence.parts.some(other => other.end <= part.start && isCounted(other.mention));
  const points = isFirst && /^\s+of (?:these|those|them)\b/i.test(wordsAfter(sentence, part, 12));
  if (opens === undefined && !points) return undefined;
  const start = sentence.toSpan({ start: opens ?? 0, end: part.end }).start;
  const [whole, another] = before(reading, part.mention)
    .filter(({ figure }) => !figure.spelled && figure.span.end <= start)
    .toReversed();
  if (!whole || !isCounted(whole) || !fitsAsShare(part.mention, whole)) return undefined;
  const isOnly = another?.figure.sentence.start !== whole.figure.sentence.start || !isCounted(another);
  return isOnly ? whole : undefined;
}

/** Things with other names may be no part of each other. */
export function areOneKind(a: Mention, b: Mention): boolean {
  return areCounts(a, b) ? alike(a, b) : fitsAsShare(a, b);
}

/** Two values of one thing at different times, or a price for each. */
export const COMPARES =
  /\b(?:from|than|versus|earlier|ago|before|previous|prior|last|next|then|after|rose|fell|grew|each|per)\b/i;

/** "Of the 40 stores", at the start of its clause. */
export const OF_FIRST = atEnd(
  /(?:^|[.;:(]\s*)(?:(?:out )?of|among) (?:the|its|their|all|these|those|some|a total of)?\s*(?:[\p{L}'’.-]+\s){0,3}/iu,
);

/** Not "sales of A and profits of B". */
export function isOf(words: string): boolean {
  return /^\s+(?:(?!and\b|or\b|plus\b|with\b)[\p{L}-]+\s+){0,2}?(?:out of|of|among)\s+(?:(?:the|its|their|a) (?:[\p{L}-]+ ){1,2}of|(?:the|its|their) [\p{L}'’-]+|the|its|his|her|their|our|all|all the|all its|some|these|those|a|an|an? (?:possible|total|maximum|potential)(?: of)?|a total of|the total of|the total|the country's)?\s*$/iu.test(
    words,
  );
}

/** The less and the more of two amounts that are all there is in a sentence. */
export function lessOfMore(
  sentence: Sentence,
  [first, second, another]: readonly Part[],
): readonly [Part, Part] | undefined {
  if (!first || !second || another || !areOneKind(first.mention, second.mention)) return undefined;
  const isOf = OF_FIRST.test(wordsBefore(sentence, first, 60));
  const around = wordsBetween(sentence, first, second) + wordsAfter(sentence, second, 20);
  if (!isOf && COMPARES.test(around)) return undefined;
  if ([first, second].some(amount => /\bby\s+$/i.test(wordsBefore(sentence, amount, 8)))) return undefined;
  return first.mention.figure.quantity.value < second.mention.figure.quantity.value
    ? [first, second]
    : [second, first];
}

/** What is a share of one amount in another, after words of its own. */
export const SHARE_NOUN = String.raw`(?:(?!(?:interest|growth|tax|duty|inflation|discount|policy|coupon|annual|compound)\b)[\p{L}-]+\s+){0,3}?(?:load factor|share|proportion|portion|margin|occupancy|utili[sz]ation|turnout|stake|rate|ratio|quota)`;
/** "That is 40%", "This detention rate of 9%", at the start of a sentence. */
const IS_THAT = new RegExp(
  String.raw`^\s*(?:(?:that|this) ${MAKES} (?:about |some |roughly |just |only )?|(?:that|this|such an?|the resulting) ${SHARE_NOUN} of )$`,
  'iu',
);
/** "The load factor of 82%", "Completion thus stands at 76%": said of "A of B" alone. */
const FOLLOWS = new RegExp(
  String.raw`^\s*(?:(?:the|its|their) ${SHARE_NOUN} (?:of|${MAKES}|(?:stands|stood) at)|[^,;:]{0,40}\b(?:therefore|thus|hence|accordingly|consequently)\b[^,;:]{0,20}) $`,
  'iu',
);

/** The share that a sentence tells of the one before it: "Of 1,140 ships 97 were held. That rate of 9% is the highest". */
export function shareOfLast(last: Sentence, sentence: Sentence, percent: Part): Share | undefined {
  const before = sentence.text.slice(0, percent.start);
  if (last.parts[0]?.mention.figure.block !== percent.mention.figure.block) return undefined;
  const amounts = last.parts.filter(({ mention }) => isCounted(mention) && !mention.figure.spelled);
  if (amounts.length !== 2) return undefined;
  const isThat = IS_THAT.test(before);
  if (!isThat && !FOLLOWS.test(before)) return undefined;
  if (
    !/\bof\s$/.test(before) &&
    !/^\s*(?:[.,;)]|$|and\b|of (?:them|it|the total|all)\b)/.test(wordsAfter(sentence, percent))
  )
    return undefined;
  const pair = lessOfMore(last, amounts);
  const [first, second] = amounts;
  const isTold =
    first &&
    second &&
    (isOf(wordsBetween(last, first, second)) || OF_FIRST.test(wordsBefore(last, first, 60)));
  const moves = directionIn(last.text, 0, last.text.length) !== undefined;
  const share = pair && { part: pair[0].mention, whole: pair[1].mention };
  return share && (isThat ? !moves : isTold) ? share : undefined;
}

/** The share of a whole that is named behind the percentage, called by a word of its own, or the only one there is. */
export function shareOfEarlier(
  reading: Reading,
  sentence: Sentence,
  percent: Part,
  part: Part,
): Share | undefined {
  const named = ofNamedWhole(reading, sentence, percent, part);
  if (named) return named;
  const share =
    ofCalledWhole(reading, sentence, percent, part) ?? ofOnlyWhole(reading, sentence, percent, part);
  const isTold = OF_FIRST.test(wordsBefore(sentence, part));
  return share && !isTold && someWholeFits(reading, percent, part) ? undefined : share;
}

/** "The hall will seat 41,000, more than the present 33,500; 31,400 came, 94% of the seats": it is the share of another. */
function someWholeFits(reading: Reading, percent: Part, { mention: part }: Part): boolean {
  const stated = percent.mention.figure.quantity.range;
  return before(reading, part).some(
    whole =>
      isCounted(whole) &&
      whole.figure.quantity.value > 0 &&
      fitsAsShare(part, whole) &&
      meets(ratioOf({ part, whole }), stated),
  );
}

/** "…, or 15% of its capacity of 450 kt", "sold 210 MW, or 24% of that": one whole stands close by. */
function ofNamedWhole(reading: Reading, sentence: Sentence, percent: Part, part: Part): Share | undefined {
  const between = wordsBetween(sentence, part, percent).replace(ENDS_AS_SHARE, '');
  if (/[;:]|\.\s|\b(?:and|but|while|from|to)\b/.test(between)) return undefined;
  const after = wordsAfter(sentence, percent, 60);
  const named =
    /^,?\s+of (?:the |its |their |all |our )?((?:(?!(?:from|against|versus|in|are|is|was|were)\b)[\p{L}'’-]+ ){0,4})(?:of )?$/iu;
  const [next] = itemsWithin(sentence.parts, { start: percent.end, end: percent.end + 120 }, other => other);
  if (
    next &&
    isAmount(next.mention) &&
    fitsAsShare(part.mention, next.mention) &&
    named.test(wordsBetween(sentence, percent, next))
  )
    return { part: part.mention, whole: next.mention, explicit: true };
  const isOfThat = /^\s+of (?:that|this|it|these|them|those)\b/i;
  if (!isOfThat.test(after) && !isOfThat.test(wordsBetween(sentence, part, percent))) return undefined;
  const wholes = before(reading, part.mention).filter(
    other =>
      alike(other, part.mention) &&
      isAmount(other) &&
      other.figure.quantity.value > part.mention.figure.quantity.value,
  );
  const [whole] = wholes;
  return whole && wholes.length === 1 ? { part: part.mention, whole } : undefined;
}

/** "It needs 900 Ml a day and gets 548, or 61% of its need": the whole is called so where it stands. */
function ofCalledWhole(reading: Reading, sentence: Sentence, percent: Part, part: Part): Share | undefined {
  const noun = wholeNamed(sentence, part, percent);
  if (noun === undefined) return undefined;
  const { value, stated } = part.mention.figure.quantity;
  const earlier = before(reading, part.mention);
  const wholes = earlier.filter(
    (other, i) =>
      isCounted(other) &&
      other.role !== 'change' &&
      !isPartItself(reading, other, earlier[i + 1]) &&
      !isOld(reading, other) &&
      (fitsAsShare(part.mention, other)
        ? other.figure.quantity.value > value
        : isBare(part.mention) && (other.figure.quantity.stated?.value ?? 0) > (stated?.value ?? value)),
  );
  const whole = calledBy(reading.report.text, noun, wholes);
  return whole && { part: part.mention, whole, explicit: true };
}

/** "went from 2.4 to 3.0": the first value is no whole of what is told later. */
function isOld({ report }: Reading, { figure: { span } }: Mention): boolean {
  return /\bfrom\s+$/.test(report.text.slice(Math.max(0, span.start - 6), span.start));
}

/** "1,150 million, 80% of profit", "9.9 billion (55%)": what its share follows is a part too. */
function isPartItself(
  { report: { text } }: Reading,
  { figure }: Mention,
  next: Mention | undefined,
): boolean {
  if (next?.figure.quantity.kind !== 'percent') return false;
  const between = text.slice(figure.span.end, next.figure.span.start);
  return (
    /(?:\(|\bor )(?:about )?$/.test(between) ||
    /^ of\b/.test(text.slice(next.figure.span.end, next.figure.span.end + 4))
  );
}

/** "Revenue came to €148 million. Wages took €96 million, or 65%": one amount before it can be the whole, and no other. */
function ofOnlyWhole(reading: Reading, sentence: Sentence, percent: Part, part: Part): Share | undefined {
  if (!IS_SHARE.test(wordsBefore(sentence, percent))) return undefined;
  const isGrowth = directionIn(sentence.text, part.start - SHARE_REACH, part.start) !== undefined;
  if (
    isGrowth ||
    /^\s*(?:of|more|less|fewer|higher|lower|above|below|up|down)\b/i.test(wordsAfter(sentence, percent))
  )
    return undefined;
  const amounts = before(reading, part.mention).filter(
    (other, i, all) =>
      isCounted(other) && other.role !== 'change' && !isPartItself(reading, other, all[i + 1]),
  );
  // "5.2 million tonnes, then 9.1 million": an amount without its unit may be the whole too.
  if (!isBare(part.mention) && amounts.some(isBare)) return undefined;
  const earlier = amounts.filter(other => alike(other, part.mention));
  const { value } = part.mention.figure.quantity;
  const wholes = earlier.filter(other => other.figure.quantity.value > value);
  const [whole] = wholes;
  const isOnly = wholes.every(other => other.figure.quantity.value === whole?.figure.quantity.value);
  if (!whole || !isOnly) return undefined;
  const stated = percent.mention.figure.quantity.range;
  const { low, high } = ratioOf({ part: part.mention, whole });
  // The whole may be what is left, or what both make together; or the part is what the whole shrank to.
  const others = [
    { low: low / (1 - low / 100), high: high / (1 - high / 100) },
    { low: low / (1 + low / 100), high: high / (1 + high / 100) },
    { low: 100 - high, high: 100 - low },
  ];
  if (others.some(other => meets(other, stated))) return undefined;
  return { part: part.mention, whole };
}

/** The mentions before one in its paragraph. */
function before(reading: Reading, mention: Mention): readonly Mention[] {
  return reading.near(mention).filter(other => other.figure.span.end <= mention.figure.span.start);
}
