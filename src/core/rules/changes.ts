// Changes in sentences: two values of one thing at two times, with the growth that is stated for them.
import { type Direction, directionIn, FALLS, RISES, SAYS_FROM, VERB } from '../claims/directions';
import { atEnd } from '../text/at-end';
import { seek } from '../text/beginnings';
import { remember } from '../text/remember';
import { firstFrom } from '../text/scopes';
import { alike } from './amounts';
import {
  clauseStart,
  type Ends,
  type Growth,
  growthAfter,
  growthAt,
  growthBefore,
  growthByColon,
  isLength,
  isStatedGrowth,
  joinsGrowth,
  mayBeGrowth,
  STOPS,
} from './growth';
import { KIND } from './kinds';
import { comparable, isLevel } from './levels';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import { isBefore, isToldAsEarlier, WHEN } from './times';

/** "from A to B", with the growth that the sentence states for it. */
export interface Change {
  readonly from: Part;
  readonly to: Part;
  readonly growth: Growth | undefined;
  /** The direction word that governs the two values. */
  readonly direction: Direction | undefined;
}

const NONE: readonly Change[] = [];
const known = new WeakMap<Sentence, readonly Change[]>();

/** The changes that a sentence tells; several rules ask for them. */
export function changesIn(sentence: Sentence): readonly Change[] {
  return mayTellChange(sentence) ? remember(known, sentence, () => readChanges(sentence)) : NONE;
}

const GROWTHS = KIND.percent | KIND.multiple | KIND.ratio;
/** How the verbs begin behind which the next value of what was told stands. */
const GOES = seek(
  'fell falls falling rose rises rising grew grows growing climb increa jumpe jumps surge soare dropp drops decli decre slipp ' +
    'shrank narro widen plung tumbl slump eased eases sank slid halve doubl recov rebou',
);

/** False where neither a growth, a "from" nor a verb of change stands beside two figures. */
export function mayTellChange({ parts, kinds, words }: Sentence): boolean {
  return parts.length >= 2 && ((kinds & GROWTHS) !== 0 || (words & (SAYS_FROM | GOES)) !== 0);
}

function readChanges(sentence: Sentence): readonly Change[] {
  const { parts } = sentence;
  const mayTell = (sentence.kinds & GROWTHS) !== 0 && parts.some(mayBeGrowth);
  const saysFrom = (sentence.words & SAYS_FROM) !== 0;
  const goesOn = (sentence.words & GOES) !== 0 && sentence.text.includes(' to ');
  const changes: Change[] = [];
  const add = (change: Change | undefined) => {
    if (change) changes.push(change);
  };
  parts.forEach((part, i) => {
    const next = parts[i + 1];
    // A wait may fall "from 40 days to 32 days"; elsewhere a length of time tells how long a change took.
    if (!isLevel(part) && !(next && isLength(part) && isLength(next))) return;
    const before = wordsBefore(sentence, part, 60);
    if (saysFrom && /\bfrom\b/i.test(before) && FROM.test(before)) {
      const to = next && parts.slice(i + 1, i + 3).find(other => isEnd(sentence, part, other));
      add(to ? onward(sentence, part, to) : backward(sentence, i));
    } else if (next && goesOn && GOES_TO.test(wordsBetween(sentence, part, next))) {
      add(then(sentence, i, part, next));
    } else if (mayTell) {
      if (isBase(sentence, part, before)) add(backward(sentence, i));
      if (next && OPENS_WITH_BASE.test(before)) add(forward(sentence, part, next));
      if (next) add(inTurn(sentence, part, next));
    }
  });
  return changes;
}

/** "from 40", "from a low of 40". */
const FROM =
  /\bfrom\s+(?:(?:an? |the |its |those |these |that )(?:(?!(?:by|to|in) )[\p{L}-]+ ){0,3}(?:of )?)?$/iu;
/** "after 40", "as many as the 40", "(2024: 40". */
const BASE = atEnd(
  /\b(?:than|against|after|compare[sd]? (?:with|to)|versus|vs\.?|on|above|below|over(?= (?:the|its|their) )|instead of|(?:as )?opposed to|having \p{L}+(?: at)?|(?:as|so) (?:many|much|large|big|high|long|fast|heavy|often|strong)(?: [\p{L}]+)? as|when (?:it|they|there) (?:\p{L}+ ){0,2}\p{L}+)\s+(?:the |its |their |an? )?/iu,
);
/** "more than three times the 820" */
const TIMES_THE = /\b(?:times|twice|double|triple)\s+(?:the|its|their)\s+$/i;
/** "(2024: 40", "(prior-year quarter: 40". */
const BASE_IN_BRACKETS =
  /\(\s*(?:(?:up |down )?from\s*|(?:(?:FY|CY|[HQ][1-4]|[1-4][HQ]|9M)[ -/’']?)?(?:(?:19|20)?\d\d(?:[/–-]\d\d(?:\d\d)?)?)?|(?!(?:target|plan|goal|forecast|budget|guidance|of|by)\w*\b)(?:\d\d? )?(?:\p{L}+\.?[ -]){1,3}(?:19|20)\d\d(?=\s*[:：])|(?:the )?(?:previous|prior|last|preceding|comparative)[- ](?:\p{L}+[- ])?(?:year|quarter|month|period|half)(?:[- ]\p{L}+)?|(?:a|one) (?:year|quarter|month) (?:ago|earlier|before)|same \p{L}+ last year)\s*[:：]?\s*$/iu;

/** True when the words beside a value make it the one that another is compared with. */
function isBase(sentence: Sentence, part: Part, before: string): boolean {
  return (
    BASE.test(before) ||
    TIMES_THE.test(before) ||
    isBaseInBrackets(sentence, part) ||
    isToldAsEarlier(sentence, part)
  );
}

/** "(2024: 40)", "(40 a year earlier)", "(40 in 2024)" */
function isBaseInBrackets(sentence: Sentence, part: Part): boolean {
  const before = wordsBefore(sentence, part, 40);
  if (!before.includes('(') || part.mention.figure.text.startsWith('=')) return false;
  if (/\(\s*$/.test(before)) return /^ (?:in|a|one) [^(),;]{4,30}\)/.test(wordsAfter(sentence, part, 40));
  return BASE_IN_BRACKETS.test(before);
}

/** Only words that can join the two ends of one change. */
function isEnd(sentence: Sentence, from: Part, to: Part): boolean {
  return (
    isLevel(to) === isLevel(from) &&
    comparable(from, to) &&
    /^[^;:|]{0,70}?\bto\s+(?:(?:an? |the |its )(?:[\p{L}-]+ ){0,2}(?:of )?)?$/iu.test(
      wordsBetween(sentence, from, to),
    ) &&
    !/\.\s|\b(?:and|but|while)\b/.test(wordsBetween(sentence, from, to)) &&
    // "rose to 812 from 790, profit to 96": another measure, whose verb is left out.
    !/^,\s(?!up |down |then |now |rising |falling )\p{Ll}[^,]*\s(?:to|from)\s+$/u.test(
      wordsBetween(sentence, from, to),
    )
  );
}

/** "from A to B", the growth before or after both. */
function onward(sentence: Sentence, from: Part, to: Part): Change {
  const ends = { from, to };
  const growth = growthBefore(sentence, ends) ?? growthAfter(sentence, ends);
  const start = clauseStart(sentence.text, from.start);
  // "from a loss of 3 to a profit of 18": the amounts count in opposite ways.
  const signed =
    /\b(?:loss|losses|deficit|shortfall|negative|minus|profit|surplus|gain|(?:dis)?investment|(?:out|in)flows?|net (?:debt|cash)|credit|debit|depth)\s+(?:of\s+)?$/i;
  const opposite =
    [from, to].some(
      part =>
        signed.test(wordsBefore(sentence, part, 20)) || COUNTS_DOWN.test(wordsAfter(sentence, part, 12)),
    ) || HAS_OWN_WAY.test(wordsAfter(sentence, to, 8));
  const verb = directionIn(sentence.text, start, from.start, VERB);
  // "narrowed because of a rise of 1.3 from 4.0 to 5.4": another word may speak of the two values.
  const nearest = directionIn(sentence.text, start, from.start);
  const direction = opposite || nearest?.sign !== verb?.sign || isOfFigure(sentence, verb) ? undefined : verb;
  return { from, to, growth, direction };
}

/** "from 6 metres below ground to 14", "5% short of the plan". */
const COUNTS_DOWN = /^\s+(?:below|beneath|under|short of|behind)\b/i;
/** "from 5% down to 10% up": two changes. */
const HAS_OWN_WAY = /^\s+(?:up|down)\b/i;

/** "renewed 20% down": the way of a figure, not of those behind it. */
function isOfFigure({ parts }: Sentence, direction: Direction | undefined): boolean {
  if (!direction) return false;
  const end = direction.start - 1;
  return parts[firstFrom(parts, end, part => part.end)]?.end === end;
}

/** "B, up 40% from A", "B, 18% more than A", "B after A, up 31%", "to B from A". */
function backward(sentence: Sentence, index: number): Change | undefined {
  const from = sentence.parts[index];
  if (!from) return undefined;
  const earlier = sentence.parts.slice(Math.max(0, index - 4), index);
  const levels = earlier.filter(
    part =>
      isLevel(part) === isLevel(from) &&
      comparable(part, from) &&
      !isStatedGrowth(sentence, part) &&
      !/\bby\s+$/i.test(wordsBefore(sentence, part, 6)) &&
      !isBaseOfGrowth(sentence, part),
  );
  const near = levels.filter(part => !isAside(sentence, part, from));
  const { unit } = from.mention.figure.quantity;
  // "£2,140 million in five years, or £428 million a year": the one in the same unit is meant.
  const to =
    near.findLast(part => part.mention.figure.quantity.unit === unit) ?? near.at(-1) ?? levels.at(-1);
  if (!to) return undefined;
  const words = wordsBetween(sentence, to, from);
  // "it has 40; a year ago it was 34"
  const isTold = isToldAsEarlier(sentence, from);
  if (words.includes('|') || STOPS.test(words) || (words.includes(';') && !isTold)) return undefined;
  const ends = { from, to };
  const between = earlier
    .filter(part => part.start >= to.end)
    .flatMap(part => growthAt(sentence, part, undefined, ends) ?? [])
    // "from 3% below $8,000 to 30% above $20,000": the rates of two brackets.
    .filter(growth => !/\bto\s+$/i.test(wordsBefore(sentence, growth.part, 4)))
    .find(({ part }) => {
      const between = wordsBetween(sentence, part, from);
      return joinsGrowth(part === earlier.at(-1) ? between.replace(OPENS_BRACKET, '') : between);
    });
  const before = wordsBefore(sentence, from, 24);
  const compares = isTold || COMPARES.test(before) || isBaseInBrackets(sentence, from);
  const after = !between && compares ? growthAfter(sentence, ends, from) : undefined;
  // "fell 5% to 19, having risen from 15": another change lies between the two.
  const other = directionIn(sentence.text, to.end, from.start, VERB);
  const growth = between ?? after ?? (other ? undefined : growthOnTheWay(sentence, ends, earlier));
  const verb =
    /\bto\s+(?:about |around )?$/i.test(wordsBefore(sentence, to, 10)) && /\bfrom\s+$/i.test(before);
  const direction = verb && !other ? wayTo(sentence, to) : undefined;
  return growth || direction ? { from, to, growth, direction } : undefined;
}

/** "7% above the 2,430 of the draft": a value with a growth from it is not what another one is compared with. */
function isBaseOfGrowth(sentence: Sentence, part: Part): boolean {
  return GROWTH_FROM.test(wordsBefore(sentence, part, 40));
}

const GROWTH_FROM = atEnd(
  /(?:%|\bper ?cent)\s+(?:\p{L}+\s+)?(?:than|above|below)\s+(?:the |its |their |an? )?/iu,
);

/** "up 18% (2024: 40": the brackets that hold the first value. */
const OPENS_BRACKET = /\s\([^()]*$/;

/** In brackets that close before the other: "3% less than in May (5.05 cents) and a fifth less than the 6.1 cents of 2022". */
function isAside(sentence: Sentence, part: Part, other: Part): boolean {
  return /^[^(]*\)/.test(wordsBetween(sentence, part, other));
}

const COMPARES =
  /\b(?:after|against|compare[sd]? (?:with|to)|versus|vs\.?|from|instead of)\s+(?:the |its |their |an? )?$/i;

/** "climbed 30% to B from A", "halved to B from A", "rose by 8% year on year, to B (2023: A)". */
function growthOnTheWay(sentence: Sentence, ends: Ends, earlier: readonly Part[]): Growth | undefined {
  const { to } = ends;
  const part = earlier.findLast(other => other.end <= to.start);
  return part && ON_THE_WAY.test(wordsBetween(sentence, part, to))
    ? growthAt(sentence, part, undefined, ends)
    : undefined;
}

const ON_THE_WAY = new RegExp(
  `^,?(?: year[- ](?:on|over)[- ]year| y/?o/?y| (?:in|over|during) ${WHEN})?,?\\s+(?:(?:to|at)|(?:and )?reach(?:ed|es|ing))\\s+$`,
  'iu',
);

/** The direction word before "to B from A"; none where another start stands there. */
function wayTo(sentence: Sentence, to: Part): Direction | undefined {
  const start = Math.max(0, to.start - 40);
  return /\bfrom\b/i.test(sentence.text.slice(start, to.start))
    ? undefined
    : directionIn(sentence.text, start, to.start, VERB);
}

/** "Compared with the A of May, B were sold, 30% more" */
function forward(sentence: Sentence, from: Part, to: Part): Change | undefined {
  if (!isLevel(from) || !isLevel(to) || !comparable(from, to)) return undefined;
  if (!/,\s/.test(wordsBetween(sentence, from, to))) return undefined;
  const growth = growthAfter(sentence, { from, to });
  return growth && { from, to, growth, direction: undefined };
}

const OPENS_WITH_BASE =
  /(?:^|[.;:]\s)(?:compared (?:with|to)|as against|against|after|versus|up from|down from|instead of)\s+(?:the |its |their |an? )?$/i;

/** "A in 2022 and B in 2025, up by 60%", "A in mid-January and B on 31 July, 25% less". */
function inTurn(sentence: Sentence, first: Part, second: Part): Change | undefined {
  if (isLevel(first) !== isLevel(second) || !comparable(first, second)) return undefined;
  if (!NEXT_VALUE.test(wordsBetween(sentence, first, second))) return undefined;
  const ends = { from: first, to: second };
  const growth = growthAfter(sentence, ends) ?? growthByColon(sentence, ends);
  if (!growth) return undefined;
  if (isBefore(sentence, first, second)) return { from: first, to: second, growth, direction: undefined };
  if (!isBefore(sentence, second, first)) return undefined;
  // "now 18%, was 15% until June"
  const back = growthAfter(sentence, { from: second, to: first }, second);
  return back && { from: second, to: first, growth: back, direction: undefined };
}

/** "… and (in 2024 it was) ": no other statement between the two. */
const NEXT_VALUE =
  /(?:,|;|\b(?:and|but))\s+(?:(?:in|by|at|on) [^,;.|]{3,20},?\s+|this \p{L}+,?\s+)?(?:(?:it|they|this)\s+)?(?:\p{L}+\s+){0,3}$/u;

const GOES_TO = new RegExp(
  `^[^;:.|()]{0,40}?(?:,|\\b(?:and|but|before)) (?:it |they |then |later )*((?:${RISES}|${FALLS})) (?:further )?to $`,
  'i',
);

/** A value told of a peak or a trough is not the last one before the next. */
const PEAKS = /\b(?:peak\w*|height|highs?|trough\w*|lows?|records?|again|back)\b/i;
const BEHIND = 8;
/** Others of their kind stand among so many figures before them. */
const MOST_BEFORE = 100;

/** "It came to A in the third quarter, and fell to B in the fourth": the only two values of their kind. */
function then(sentence: Sentence, index: number, from: Part, to: Part): Change | undefined {
  if (!isLevel(from) || !isLevel(to) || !alike(from.mention, to.mention)) return undefined;
  const earlier = sentence.parts.slice(Math.max(0, index - MOST_BEFORE), index);
  if (earlier.some(part => isLevel(part) && comparable(part, to))) return undefined;
  if (isBase(sentence, from, wordsBefore(sentence, from, 60))) return undefined;
  if (PEAKS.test(sentence.text.slice(Math.max(0, from.start - 100), to.end + BEHIND))) return undefined;
  const direction = directionIn(sentence.text, from.end, to.start, VERB);
  return direction && { from, to, growth: undefined, direction };
}
