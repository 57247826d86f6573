// The growth that a sentence states: a percentage or multiple with the word that makes it a change.
import { measuresIn } from '../claims';
import {
  type Direction,
  DOWN,
  directionIn,
  FALLS,
  firstDirection,
  NOUN,
  RISES,
  UP,
} from '../claims/directions';
import { atEnd } from '../text/at-end';
import { itemsWithin } from '../text/scopes';
import { alike } from './amounts';
import { isSpelledCount, type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import { areYearApart, WHEN } from './times';

/** A percentage or multiple with the word that makes it growth. */
export interface Growth {
  readonly part: Part;
  readonly sign: 1 | -1;
  /** The percentage and its direction word, in the sentence. */
  readonly start: number;
  readonly end: number;
}

/** Two values of one thing at two times. */
export interface Ends {
  readonly from: Part;
  readonly to: Part;
}

/** A length of time: it tells how long a change took. */
export function isLength({ mention }: Part): boolean {
  return mention.figure.quantity.kind === 'duration';
}

/** Growth over a longer time, on another basis, or of something else says nothing on the two values. */
const OTHER_BASIS =
  /^\s*(?:\(?(?:a|per|each|every) (?:year|annum|quarter|month)\b|annual|annually|compound|yearly|organic|like-for-like|in (?:constant|local|real|organic|underlying|dollar|euro|volume|value)|at constant|excluding|adjusted|on (?:an? )?(?:organic|underlying|comparable|like|constant|adjusted|currency)|month[- ]on[- ]month|quarter[- ]on[- ]quarter|q\/q|m\/m|from (?:a|the) (?:month|quarter)|of (?:it|which|that|the))/i;
/** Growth over a year says nothing on two values unless they are a year apart. */
const OVER_YEAR = /^\s*\(?(?:year[- ](?:on|over)[- ]year|y[/-]?o[/-]?y|y\/y|from (?:a|the) year)\b/i;
/** "an average of", "annual growth of"; in "annual revenue rose" the verb tells that it is none. */
const BASIS_BEFORE = atEnd(
  new RegExp(
    `\\b(?:annual(?:ly|ised|ized)?|compound(?:ed)?|average|cagr|real|organic(?:ally)?|underlying|like-for-like|yearly|per cent of|on average)\\s+(?:(?!${RISES}|${FALLS})\\p{L}+ ){0,3}`,
    'iu',
  ),
);

/** The growth that stands before a change's first value: "fell 5% from 20 to 19". */
export function growthBefore(sentence: Sentence, ends: Ends): Growth | undefined {
  const { from } = ends;
  const near = itemsWithin(
    sentence.parts,
    { start: from.start - 120, end: from.start },
    part => part,
  ).findLast(part => !isLength(part) && !isSpelledCount(part));
  const growth = near && growthAt(sentence, near, undefined, ends);
  if (!growth) return undefined;
  const words = wordsBetween(sentence, growth.part, from);
  return joinsGrowth(words) && !IS_ASIDE.test(words) ? growth : undefined;
}

/** "to 15 (+6%), pensions from 1,210": what closes in brackets is of what stands before them. */
const IS_ASIDE = /^\)(?! (?:from|to)\b)/;

/** "have tripled since the ban: 2,300 in 2021, 4,100 in 2025": the growth before a colon. */
export function growthByColon(sentence: Sentence, ends: Ends): Growth | undefined {
  const near = { start: ends.from.start - 110, end: ends.from.start };
  const last = itemsWithin(sentence.parts, near, part => part).at(-1);
  return last && BY_COLON.test(wordsBetween(sentence, last, ends.from))
    ? growthAt(sentence, last, undefined, ends)
    : undefined;
}

const BY_COLON = /^[^:;.|()]{0,70}: (?:[\p{L}'’-]+ ){0,3}$/u;

/** Between a growth and its values: no other statement. */
export function joinsGrowth(text: string): boolean {
  const words = text.replace(
    /\bbetween (?:19|20)\d\d and (?:19|20)\d\d\b|^ as [\p{L}]+(?: [\p{L}]+)? as\b|, when (?:it|they|there) (?:\p{L}+ ){1,3}$/u,
    '',
  );
  return (
    words.length <= 70 &&
    !/[;:|]|\.\s|\b(?:and|but|while|whereas|which|that|with|because|rang(?:ing|es?|ed)|so|as|thus|hence|then|although|though|when|after|leaving|making|lifting|taking|bringing)\b/i.test(
      words,
    )
  );
}

/** The end of a sentence, or of what was taken for one. */
export const STOPS = /(?<!\b(?:i\.e|e\.g|vs))\.\s/;

const ARTICLE = '(?:an?|the|this|that|some)';
/** "thus", "or", "in other words". */
const CONCLUDES =
  '(?:(?:or|i\\.e\\.|in (?:percentage|relative) terms|thus|thereby|hence|so that|so|and so|in other words|equal to|(?:the )?equivalent (?:of|to)),?\\s+)*';
/** "up", "which has risen by", "it thus fell", "so the intake grew by". */
const TELLS_WAY = `(?:(?<=\\b(?:so|so that|thus|hence)\\s+)(?:(?:the|its|their|our)\\s+)?\\p{Ll}+\\s+(?:(?:has|have|had)\\s+)?(?=${RISES}|${FALLS})|\\p{Ll}+\\s+(?:thus|therefore|hence)\\s+)?(?:(?:which|this|that|it|they)(?:[’']s)?\\s+(?:(?:is|was|has|have|had|thus|therefore|then|also)\\s+)*)?(?:(?:${UP}|${DOWN})(?: by)?|by)?`;
/** "an increase of", "which corresponds to growth of", "we are looking at a" before "18% rise". */
const NAMES_CHANGE = `(?:(?:which|this|that|it|they|we)(?:[’']s\\s+|\\s+(?:\\p{Ll}+,?\\s+){1,3}?)|\\p{Ll}+ing\\s+(?:to\\s+|in\\s+)?)?["“]?(?:(?:${ARTICLE}\\s+)?(?:[\\p{L}-]+\\s+){0,2}?${NOUN}(?: rate)?(?:\\s+of|,|(?:\\s+\\p{Ll}+){1,2}?\\s+(?:at|to)|\\s+(?:is|was|being))|${ARTICLE}(?:\\s+[\\p{L}-]+)?)`;
/** What is said of the last value, a mark or word that ends it, and what leads to the growth. */
const LEADS = new RegExp(
  `^[^;:|,(–—]{0,70}?(?:\\)?\\s*[,;:(–—]|\\)|\\bor\\b|\\band(?= (?:so|thus|hence|therefore)\\b))\\s*${CONCLUDES}(?:${NAMES_CHANGE}|${TELLS_WAY})\\s*(?:about |some |roughly )?$`,
  'iu',
);
/** The last value is told of something else than the first: "compared with £459 for women". */
const OF_OTHER = new RegExp(
  `^(?:(?! and (?:so|thus|hence|therefore) )[^,;:(–—]){0,60}?\\b(?:in|for|at|by|among)\\s+(?!${WHEN})`,
  'iu',
);
/** What the growth is of, or what it compares with, where that is no time: "a rise of 4% in volumes", "20% more than planned". */
const OF_ELSE = new RegExp(
  `^(?:\\s+(?:\\p{L}+ )?(?:${NOUN}|up|down|more|less|fewer|higher|lower|larger|bigger|smaller))?\\s+(?:in|of|for|among|across|at|to|than|above|below|on|over|against|within|outside|per|from|compared (?:to|with))\\s+(?!${WHEN})`,
  'iu',
);

/** "between December and June". */
const BETWEEN_TIMES = /\bbetween (?:\p{Lu}\p{Ll}+(?: \d{4})?|\d{4}) and (?:\p{Lu}\p{Ll}+(?: \d{4})?|\d{4})/u;

/** The growth that stands after a change's last value, whichever of the two that is. */
export function growthAfter(sentence: Sentence, ends: Ends, last = ends.to): Growth | undefined {
  const { from, to } = ends;
  const [next, second] = itemsWithin(
    sentence.parts,
    { start: last.end, end: last.end + 200 },
    part => part,
  ).filter(part => !isLength(part));
  if (!next || next.start > last.end + 110) return undefined;
  const words = wordsBetween(sentence, last, next).replace(BETWEEN_TIMES, '');
  if (
    !LEADS.test(words) ||
    OF_OTHER.test(words) ||
    STOPS.test(words) ||
    /\b(?:and(?! (?:so|thus|hence|therefore)\b)|but|while|whereas|with)\b/i.test(words) ||
    isOfOtherMeasure(words, to)
  )
    return undefined;
  const told = directionToldOf(sentence, from, to);
  const way = told?.sign ?? (to.mention.figure.quantity.value < from.mention.figure.quantity.value ? -1 : 1);
  // "by 2,800 or 6.4%": the growth as an amount, and as a percentage.
  const isAmountToo =
    second && alike(next.mention, to.mention) && AS_PERCENTAGE.test(wordsBetween(sentence, next, second));
  if (isAmountToo) return growthAt(sentence, second, way, ends);
  if (OF_ELSE.test(wordsAfter(sentence, next, 60)) || isSinceElse(sentence, next)) return undefined;
  // "€1,138 million, which is 1.9 times the EBITDA": a multiple of something else.
  if (/\b(?:which|that|this)\b/i.test(words) && next.mention.figure.quantity.kind !== 'percent')
    return undefined;
  // "fell from 100 to 80, or 20%"; where nothing tells a change, it is rather a part of something.
  const isChange = told !== undefined || /\bfrom\s+$/i.test(wordsBefore(sentence, from, 8));
  const isPlain = /\bby\s*$/.test(words) || (isChange && /\bor\s*$/.test(words));
  const plain = isPlain ? way : undefined;
  return growthAt(sentence, next, plain, ends);
}

/** "3.9 times the operating profit", "1.6 times on £87m": a multiple of something else. */
const IS_OF_ELSE =
  /^\s+(?:on\b|(?:the|its|their) (?!(?:\p{L}+ )?(?:levels?|amounts?|numbers?|figures?|totals?|values?|rates?|size|volumes?|sums?)\b|(?:\p{L}+ )?of\b)\p{L})/iu;

const AS_PERCENTAGE = /^(?: [\p{L}-]+){0,2},? (?:or |\()(?:by )?(?:about |some |roughly )?$/u;

/** "It has lost 22% since January", where neither value is of January. */
function isSinceElse(sentence: Sentence, growth: Part): boolean {
  const since = SINCE.exec(wordsAfter(sentence, growth, 60))?.[1];
  return since !== undefined && !wordsBefore(sentence, growth, SINCE_WITHIN).includes(since);
}

const SINCE_WITHIN = 1000;
const SINCE = new RegExp(
  `^(?:\\s+(?:\\p{L}+ )?(?:${NOUN}|up|down|more|less|fewer|higher|lower))?\\s+since\\s+(?:the )?([\\p{L}\\d]+)`,
  'iu',
);

/** "a price increase of 4%" beside two amounts of revenue. */
function isOfOtherMeasure(words: string, { mention: { measure } }: Part): boolean {
  return measuresIn(words.slice(words.search(/[,;:(–—]/) + 1)).some(({ name }) => name !== measure);
}

/** The way that the clause says its values went. */
function directionToldOf(sentence: Sentence, from: Part, to: Part): Direction | undefined {
  const at = Math.max(from.start, to.start);
  return directionIn(sentence.text, clauseStart(sentence.text, at), at);
}

/** A word behind a percentage that makes it a change: "18% up", "an 18% rise". */
const CHANGES = new RegExp(
  `^\\s*(?:up|more|higher|down|less|fewer|lower|larger|bigger|smaller|above|below|${NOUN})\\b`,
  'i',
);

/** A percentage, a multiple or a fraction: all else is no growth. */
export function mayBeGrowth({ mention }: Part): boolean {
  const { kind, value } = mention.figure.quantity;
  return kind === 'multiple' || kind === 'percent' || (kind === 'ratio' && value < 1);
}

/** The growth that a part states: a multiple of change, or a percentage beside a word or sign of direction. */
export function growthAt(sentence: Sentence, part: Part, plain?: 1 | -1, ends?: Ends): Growth | undefined {
  const { kind, value } = part.mention.figure.quantity;
  if (!mayBeGrowth(part)) return undefined;
  const next = wordsAfter(sentence, part, 45);
  if (OTHER_BASIS.test(next)) return undefined;
  const isVerb = kind === 'multiple' && /(?:ed|ing|es)$/i.test(part.mention.figure.text);
  if (!isVerb && BASIS_BEFORE.test(wordsBefore(sentence, part, 40))) return undefined;
  if (OVER_YEAR.test(next) && !(ends && areYearApart(sentence, ends.from, ends.to))) return undefined;
  if (kind === 'multiple') {
    const isNumber = /(?:times|[x×])$/i.test(part.mention.figure.text);
    if (isNumber && IS_OF_ELSE.test(next)) return undefined;
    const sign = /^halv/i.test(part.mention.figure.text) || value < 1 ? -1 : 1;
    return { part, sign: directionNear(sentence, part)?.sign ?? sign, start: part.start, end: part.end };
  }
  const first = sentence.text.charAt(part.start);
  const sign = first === '+' ? 1 : /[-−–]/.test(first) ? -1 : undefined;
  if (sign !== undefined) return { part, sign, start: part.start, end: part.end };
  const changes = CHANGES.exec(next);
  const beside =
    directionNear(sentence, part) ??
    (changes ? directionIn(sentence.text, part.end, part.end + changes[0].length) : undefined);
  if (beside)
    return {
      part,
      sign: ends && isImprovement(sentence, beside) ? wayOf(ends) : beside.sign,
      start: Math.min(part.start, beside.start),
      end: Math.max(part.end, beside.end),
    };
  return plain !== undefined && value >= 0 && !/^\s*of\b/i.test(next)
    ? { part, sign: plain, start: part.start, end: part.end }
    : undefined;
}

/** What improves may rise or fall. */
function isImprovement(sentence: Sentence, { start }: Direction): boolean {
  return /^improv/i.test(sentence.text.slice(start, start + 6));
}

function wayOf({ from, to }: Ends): 1 | -1 {
  return to.mention.figure.quantity.value < from.mention.figure.quantity.value ? -1 : 1;
}

/** True when a part is itself a growth rather than a level. */
export function isStatedGrowth(sentence: Sentence, part: Part): boolean {
  return growthAt(sentence, part) !== undefined;
}

const ADJACENT = new RegExp(
  `(?:\\b(?:${UP}|${DOWN})(?: \\p{L}+ly,?)?(?: (?:by|of|about|around|some|nearly|almost|over|more than|only|just|another|a further|back))*|\\b${NOUN}(?: rate)?(?: of|,| is| was)(?: about| around| some| nearly| over| just)?)\\s+(?:an? )?$`,
  'iu',
);

/** A direction word right before a growth: "up 5%", "grew by 48%", "a drop of 0.5%". */
function directionNear(sentence: Sentence, part: Part): Direction | undefined {
  const from = Math.max(0, part.start - 40);
  const adjacent = ADJACENT.exec(sentence.text.slice(from, part.start));
  return adjacent ? firstDirection(sentence.text, from + adjacent.index, part.start) : undefined;
}

/** Where the clause that holds a place begins, in the sentence. */
export function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - 120);
  const before = text.slice(from, at);
  const breaks = [
    ...before.matchAll(
      /[;:(]|\s[–—]\s|,\s+(?:and|but|while|as|which|whereas|because|since|although|though|when|after|before)\b|\b(?:and|but|while|whereas|because|although)\s/g,
    ),
  ].at(-1);
  return breaks ? from + breaks.index + breaks[0].length : from;
}
