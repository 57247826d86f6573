// The growth that a sentence states: a percentage or multiple with the word that makes it a change.
import { type Direction, DOWN, directionIn, firstDirection, NOUN, UP } from '../claims/directions';
import { atEnd } from '../text/at-end';
import { itemsWithin } from '../text/scopes';
import { alike } from './amounts';
import { isSpelledCount, type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';

/** A percentage or multiple with the word that makes it growth. */
export interface Growth {
  readonly part: Part;
  readonly sign: 1 | -1;
  /** The percentage and its direction word, in the sentence. */
  readonly start: number;
  readonly end: number;
}

/** A length of time: it tells how long a change took. */
export function isLength({ mention }: Part): boolean {
  return mention.figure.quantity.kind === 'duration';
}

/** Growth over a longer time, on another basis, or of something else says nothing on the two values. */
const OTHER_BASIS =
  /^\s*(?:\(?(?:a|per|each|every) (?:year|annum|quarter|month)\b|annual|annually|compound|yearly|organic|like-for-like|in (?:constant|local|real|organic|underlying|dollar|euro|volume|value)|at constant|excluding|adjusted|on (?:an? )?(?:organic|underlying|comparable|like|constant|adjusted|currency)|year[- ]on[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter|q\/q|m\/m|from (?:a|the) (?:year|month|quarter)|of (?:it|which|that|the))/i;
const BASIS_BEFORE = atEnd(
  /\b(?:annual(?:ly|ised|ized)?|compound(?:ed)?|average|cagr|real|organic(?:ally)?|underlying|like-for-like|yearly|per cent of|on average)\s+(?:\p{L}+ ){0,3}/iu,
);

/** The growth that stands before a change's first value: "fell 5% from 20 to 19". */
export function growthBefore(sentence: Sentence, from: Part): Growth | undefined {
  const near = itemsWithin(
    sentence.parts,
    { start: from.start - 120, end: from.start },
    part => part,
  ).findLast(part => !isLength(part) && !isSpelledCount(part));
  const growth = near && growthAt(sentence, near);
  return growth && joinsGrowth(wordsBetween(sentence, growth.part, from)) ? growth : undefined;
}

/** Between a growth and its values: no other statement. */
export function joinsGrowth(text: string): boolean {
  const words = text.replace(
    /\bbetween (?:19|20)\d\d and (?:19|20)\d\d\b|^ as [\p{L}]+(?: [\p{L}]+)? as\b/u,
    '',
  );
  return (
    words.length <= 70 &&
    !/[;:|]|\.\s|\b(?:and|but|while|whereas|which|that|with|because|rang(?:ing|es?|ed)|so|as|thus|hence|then|although|though|when|after|leaving|making|lifting|taking|bringing)\b/i.test(
      words,
    )
  );
}

const LEADS = new RegExp(
  `^[^;:|]{0,70}?(?:[,(–—]|\\bor\\b|:)\\s*(?:(?:or|i\\.e\\.|that is|that was|which is|which was|thus|meaning|(?:the )?equivalent (?:of|to))\\s+)?(?:(?:up|down|plus|minus|rising|falling|growing)(?: by)?|by|["“]?(?:an?|the|some)\\s+(?:[\\p{L}-]+\\s+){0,2}${NOUN}\\s+of)?\\s*(?:about |some |roughly )?$`,
  'iu',
);

/** The growth that stands after a change's last value, whichever of the two that is. */
export function growthAfter(sentence: Sentence, from: Part, to: Part, last = to): Growth | undefined {
  const [next, second] = itemsWithin(
    sentence.parts,
    { start: last.end, end: last.end + 200 },
    part => part,
  ).filter(part => !isLength(part));
  if (!next || next.start > last.end + 90) return undefined;
  const words = wordsBetween(sentence, last, next);
  if (
    !LEADS.test(words) ||
    /\.\s|\b(?:and|but|while|whereas|which(?! (?:is|was)\s+(?:about |some |roughly )?$)|with|costs?|profits?|margin)\b/i.test(
      words,
    )
  )
    return undefined;
  // "€1,138 million, which is 1.9 times the EBITDA": a multiple of something else.
  if (/\bwhich\b/i.test(words) && next.mention.figure.quantity.kind !== 'percent') return undefined;
  const way = wayOf(sentence, from, to);
  // "by 2,800 or 6.4%": the growth as an amount, and as a percentage.
  if (second && alike(next.mention, to.mention) && AS_PERCENTAGE.test(wordsBetween(sentence, next, second)))
    return growthAt(sentence, second, way);
  return growthAt(sentence, next, /\b(?:or|by)\s*$/.test(words) ? way : undefined);
}

/** "3.9 times the operating profit", "1.6 times on £87m": a multiple of something else. */
const IS_OF_ELSE =
  /^\s+(?:on\b|(?:the|its|their) (?!(?:\p{L}+ )?(?:levels?|amounts?|numbers?|figures?|totals?|values?|rates?|size|volumes?|sums?)\b|(?:\p{L}+ )?of\b)\p{L})/iu;

const AS_PERCENTAGE = /^(?: [\p{L}-]+){0,2},? (?:or |\()(?:by )?(?:about |some |roughly )?$/u;

/** The way that the clause says its values went, or, where it has no word for it, the way that they did. */
function wayOf(sentence: Sentence, from: Part, to: Part): 1 | -1 {
  const at = Math.max(from.start, to.start);
  const told = directionIn(sentence.text, clauseStart(sentence.text, at), at);
  return told?.sign ?? (to.mention.figure.quantity.value < from.mention.figure.quantity.value ? -1 : 1);
}

/** The growth that a part states: a multiple of change, or a percentage beside a word or sign of direction. */
export function growthAt(sentence: Sentence, part: Part, plain?: 1 | -1): Growth | undefined {
  const { kind, value } = part.mention.figure.quantity;
  if (kind !== 'multiple' && kind !== 'percent' && !(kind === 'ratio' && value < 1)) return undefined;
  if (OTHER_BASIS.test(wordsAfter(sentence, part, 45)) || BASIS_BEFORE.test(wordsBefore(sentence, part, 40)))
    return undefined;
  if (kind === 'multiple') {
    const isNumber = /(?:times|[x×])$/i.test(part.mention.figure.text);
    if (isNumber && IS_OF_ELSE.test(wordsAfter(sentence, part, 40))) return undefined;
    const sign = /^halv/i.test(part.mention.figure.text) || value < 1 ? -1 : 1;
    return { part, sign: directionNear(sentence, part)?.sign ?? sign, start: part.start, end: part.end };
  }
  const after = wordsAfter(sentence, part, 24);
  const sign = /^[+]/.test(sentence.text.slice(part.start))
    ? 1
    : /^[-−–]/.test(sentence.text.slice(part.start))
      ? -1
      : undefined;
  if (sign !== undefined) return { part, sign, start: part.start, end: part.end };
  const beside =
    directionNear(sentence, part) ??
    (/^\s*(?:up|more|higher|down|less|fewer|lower|above|below)\b/i.test(after)
      ? directionIn(sentence.text, part.end, part.end + 10)
      : undefined);
  if (beside)
    return {
      part,
      sign: beside.sign,
      start: Math.min(part.start, beside.start),
      end: Math.max(part.end, beside.end),
    };
  return plain !== undefined && value >= 0 && !/^\s*of\b/i.test(after)
    ? { part, sign: plain, start: part.start, end: part.end }
    : undefined;
}

/** True when a part is itself a growth rather than a level. */
export function isStatedGrowth(sentence: Sentence, part: Part): boolean {
  return growthAt(sentence, part) !== undefined;
}

const ADJACENT = new RegExp(
  `(?:\\b(?:${UP}|${DOWN})(?: (?:by|of|about|around|some|nearly|almost|over|more than|only|just|another|a further|sharply|back))*|\\b${NOUN} of(?: about| around| some| nearly| over| just)?)\\s+(?:an? )?$`,
  'i',
);

/** A direction word right before a growth: "up 5%", "grew by 48%", "a drop of 0.5%". */
function directionNear(sentence: Sentence, part: Part): Direction | undefined {
  const from = Math.max(0, part.start - 32);
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
