import type { Mention } from '../claims';
import { directionIn } from '../claims/directions';
import { type Interval, meets } from '../figures';
import { Cover } from '../text/cover';
import { itemsWithin } from '../text/scopes';
import { alike, isAmount } from './amounts';
import { calledBy, wholeNamed } from './named-wholes';
import type { Reading } from './reading';
import type { Found, Rule } from './rule';
import { type Part, type Sentence, sentencesIn, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import { partsAboveWhole } from './share-above-whole';
import { sharesBesideAmounts, sharesOfColumns } from './share-columns';
import { sharesOfOneWhole } from './share-lists';
import { oddShareOfPairs } from './share-pairs';
import { ratioPerOne } from './share-ratios';
import { isBare, ratioOf, type Share, shareFound } from './shares';
import { type Grid, gridsIn } from './tables';

export const shareMismatch: Rule = {
  id: 'share-mismatch',
  family: 'arithmetic',
  severity: 'error',
  summary:
    'A percentage or ratio that its part and whole contradict, shares that together pass 100%, a part above its whole.',
  *check(reading) {
    for (const sentence of sentencesIn(reading)) {
      if (sentence.parts.length < 2) continue;
      yield;
      yield* statedShares(reading, sentence);
      yield* partsAboveWhole(sentence);
      yield* ratioPerOne(sentence);
      yield* oddShareOfPairs(sentence);
    }
    yield;
    const contradicted = gridsIn(reading).map(grid => ({ grid, found: contradictedIn(grid) }));
    yield;
    yield* contradicted.flatMap(({ found }) => found);
    // A share that its own amount contradicts is why its column passes the whole.
    const tables = new Cover(
      contradicted.flatMap(({ grid, found }) => (found.length > 0 ? [grid.table.span] : [])),
    );
    for (const found of sharesOfOneWhole(reading)) if (!tables.covers(found.span)) yield found;
  },
};

function contradictedIn(grid: Grid): Found[] {
  const found = [...sharesBesideAmounts(grid)];
  return found.length > 0 ? found : [...sharesOfColumns(grid)];
}

const REACH = 160;
/** ", or 36%" and "(36%)" restate what stands before them. */
const RESTATES =
  /(?:[,;(–—]\s*(?:or|i\.e\.,?|that is,?|which is|equal to|equivalent to)\s+(?:about |some |roughly |just )?|\(\s*(?:or |about |i\.e\. )?)$/i;
const GIVES =
  /\b(?:an?|its|the)\s+(?:load factor|share|occupancy|utili[sz]ation|turnout|stake|success rate|hit rate)\s+of\s+$/i;

function* statedShares(reading: Reading, sentence: Sentence): Iterable<Found> {
  for (const [i, percent] of sentence.parts.entries()) {
    const { quantity } = percent.mention.figure;
    if (quantity.kind !== 'percent' || percent.mention.figure.ends) continue;
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

/** The part and whole that the words before a percentage name. */
function shareFor(reading: Reading, sentence: Sentence, index: number, gives: boolean): Share | undefined {
  const percent = sentence.parts[index];
  if (!percent) return undefined;
  const near = sentence.parts.slice(Math.max(0, index - 6), index);
  const amounts = near.filter(
    part => percent.start - part.end <= REACH && isCounted(part.mention) && !isArticle(part.mention),
  );
  const part = amounts.at(-1);
  const between = part ? sentence.text.slice(part.end, percent.start) : '';
  const others = near.some(
    other => part && other.start >= part.end && other.mention.figure.quantity.kind === 'percent',
  );
  if (!part || others || /[;:]|(?<!\bi\.e)\.\s/.test(between)) return undefined;
  const asked = amounts.length === 1 ? wholeBefore(reading, sentence, part) : undefined;
  if (asked) return asked;
  for (const other of amounts.slice(0, -1).reverse()) {
    const words = wordsBetween(sentence, other, part);
    // "to 40 from 30" gives two values of one thing.
    if (/\b(?:from|than|against|compared (?:with|to))\s+$/i.test(wordsBefore(sentence, other, 16))) continue;
    const share = shareOf(sentence, other, part, words, gives);
    if (share) return share;
  }
  return (
    ofNamedWhole(reading, sentence, percent, part) ??
    ofCalledWhole(reading, sentence, percent, part) ??
    ofOnlyWhole(reading, sentence, percent, part)
  );
}

/** "at least one domestic machine" counts nothing. */
function isArticle({ figure: { spelled, quantity } }: Mention): boolean {
  return spelled && quantity.value === 1;
}

/** "We asked 1,250 landlords. Of these, 475, or 38%": the whole is the count that stands right before the sentence. */
function wholeBefore(reading: Reading, sentence: Sentence, part: Part): Share | undefined {
  const opens = /^\s*(?:out )?of (?:these|those|them)\b,?\s+(?:only |some |about )?$/i;
  const points = /^\s+of (?:these|those|them)\b/i;
  if (!opens.test(sentence.text.slice(0, part.start)) && !points.test(wordsAfter(sentence, part, 12)))
    return undefined;
  const [whole, another] = before(reading, part.mention).toReversed();
  if (!whole || !isCounted(whole) || !fitsAsShare(part.mention, whole)) return undefined;
  const isOnly = another?.figure.sentence.start !== whole.figure.sentence.start || !isCounted(another);
  return isOnly && whole.figure.quantity.value >= part.mention.figure.quantity.value
    ? { part: part.mention, whole }
    : undefined;
}

function isCounted(mention: Mention): boolean {
  const { kind } = mention.figure.quantity;
  return isAmount(mention) && kind !== 'percent' && kind !== 'duration';
}

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
  if (!fitsAsShare(one, other)) return undefined;
  // "A on a capacity of B, which gives a load factor of Z%"
  if (gives)
    return /\b(?:on|against|out of) (?:an? )?(?:\p{L}+ ){0,3}(?:of )?$/iu.test(words)
      ? { part: one, whole: other }
      : undefined;
  // "B, of which A, or Z%", "Of B things, A …, or Z%" and "B lines, A of them …, or Z%"
  const ofWhich = /\b(?:of (?:which|whom|these|those|them)|including|among them)\s+$/i.test(words);
  const ofFirst =
    /(?:^|[.;(]\s*)(?:out )?of (?:the|its|their|all|these|those|some|a total of)?\s*(?:[\p{L}'’.-]+\s){0,3}$/iu.test(
      wordsBefore(sentence, first, 60),
    );
  const ofThem = /^\s*(?:\p{L}+ ){0,2}of (?:them|these|those|which)\b/iu.test(
    wordsAfter(sentence, second, 30),
  );
  return ofWhich || ofFirst || ofThem ? { part: other, whole: one } : undefined;
}

function isOf(words: string): boolean {
  return /^\s+(?:[\p{L}-]+\s+){0,2}?(?:out )?of\s+(?:(?:the|its|their|a) (?:[\p{L}-]+ ){1,2}of|the|its|his|her|their|our|all|all the|all its|some|these|those|a|an|an? (?:possible|total|maximum|potential)(?: of)?|a total of|the total of|the total|the country's)?\s*$/iu.test(
    words,
  );
}

/** Amounts of one kind may be part and whole, a yearly amount of a yearly capacity too. Counts of differently named things may be part and whole: "1.9 million patients of 1.6 million people". */
function fitsAsShare(a: Mention, b: Mention): boolean {
  if (alike(a, b)) return true;
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (one.kind === 'count' && other.kind === 'count') return true;
  return one.kind === other.kind && !a.money && one.unit.split('/')[0] === other.unit.split('/')[0];
}

/** "…, or 15% of its capacity of 450 kt", "sold 210 MW, or 24% of that": one whole stands close by. */
function ofNamedWhole(
  reading: Reading,
  sentence: Sentence,
  percent: Part,
  part: Part | undefined,
): Share | undefined {
  if (!part || /[;:]|\.\s|\b(?:and|but|while|from|to)\b/.test(wordsBetween(sentence, part, percent)))
    return undefined;
  const after = wordsAfter(sentence, percent, 60);
  const named = /^,?\s+of (?:the |its |their |all |our )?((?:[\p{L}'’-]+ ){0,4})(?:of )?$/iu;
  const [next] = itemsWithin(sentence.parts, { start: percent.end, end: percent.end + 120 }, other => other);
  if (
    next &&
    isAmount(next.mention) &&
    fitsAsShare(part.mention, next.mention) &&
    named.test(wordsBetween(sentence, percent, next))
  )
    return { part: part.mention, whole: next.mention };
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
      // What a percentage follows is a part too.
      earlier[i + 1]?.figure.quantity.kind !== 'percent' &&
      (fitsAsShare(part.mention, other)
        ? other.figure.quantity.value > value
        : isBare(part.mention) && (other.figure.quantity.stated?.value ?? 0) > (stated?.value ?? value)),
  );
  const whole = calledBy(reading.report.text, noun, wholes);
  return whole && { part: part.mention, whole };
}

/** "Revenue came to €148 million. Wages took €96 million, or 65%": one amount before it can be the whole, and no other. */
function ofOnlyWhole(reading: Reading, sentence: Sentence, percent: Part, part: Part): Share | undefined {
  // A list of parts gives the share of each in brackets, without their whole.
  if (!/\bor\s+(?:about |some |roughly |just )?$/i.test(wordsBefore(sentence, percent))) return undefined;
  const isGrowth = directionIn(sentence.text, part.start - REACH, part.start) !== undefined;
  if (
    isGrowth ||
    /^\s*(?:of|more|less|fewer|higher|lower|above|below|up|down)\b/i.test(wordsAfter(sentence, percent))
  )
    return undefined;
  const amounts = before(reading, part.mention).filter(other => isCounted(other) && other.role !== 'change');
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
  // The whole may be what is left, or what both make together.
  const others = [
    low / (1 - low / 100),
    high / (1 - high / 100),
    low / (1 + low / 100),
    high / (1 + high / 100),
  ];
  const [a = 0, b = 0, c = 0, d = 0] = others;
  if (meets({ low: a, high: b }, stated) || meets({ low: c, high: d }, stated)) return undefined;
  return { part: part.mention, whole };
}

/** The mentions before one in its paragraph. */
function before(reading: Reading, mention: Mention): readonly Mention[] {
  return reading.near(mention).filter(other => other.figure.span.end <= mention.figure.span.start);
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
    { start: percent.start - REACH, end: percent.end + REACH },
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
