// Shares of one whole in a sentence that together pass 100%: "The family holds 64%, the Ulmenau fund 41%".
import type { Mention } from '../claims';
import { exactly, spellLike } from '../figures';
import { add } from '../figures/interval';
import type { Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';

/** Beyond this the shares are of different wholes, or overlap. */
const MOST = 135;

/** The finding at the largest of some shares where they pass the whole, but not by far. */
export function* over(shares: readonly Mention[]): Iterable<Found> {
  const sum = add(...shares.map(share => share.figure.quantity.range));
  const stated = add(
    ...shares.map(({ figure: { quantity } }) => ({ low: quantity.value, high: quantity.value })),
  ).low;
  const largest = shares.reduce((a, b) => (b.figure.quantity.value > a.figure.quantity.value ? b : a));
  if (sum.low <= 100 || stated > MOST) return;
  yield {
    span: largest.figure.span,
    message: `These shares add up to ${Number(stated.toFixed(2))}%, more than the whole: ${shares.map(share => share.figure.text).join(' + ')}.`,
    related: shares
      .filter(share => share !== largest)
      .map(share => ({ span: share.figure.span, message: 'Another share of the same whole' })),
  };
}

/** A percentage of a whole, as it stands. */
export function isShare({ figure }: Mention): boolean {
  const { kind, value, qualifier } = figure.quantity;
  return (
    kind === 'percent' &&
    figure.ends === undefined &&
    value > 0 &&
    value <= 100 &&
    qualifier !== 'over' &&
    qualifier !== 'under' &&
    qualifier !== 'at-most' &&
    qualifier !== 'at-least'
  );
}

/** Words of ownership or division: what one has, another has not. */
const EXCLUSIVE =
  /\b(?:holds?|held|owns?|owned|belong(?:s|ed)? to|split|divided|market shares?|% of the (?:market|shares?|capital|equity|company|vote|votes|total|electorate)|stakes?|shareholders?|account(?:s|ed)? for|made up|consists? of|mix|shares? of the (?:market|total|vote))\b/i;
/** "Networks take 31% of copper, housing 26%": what one has used or made, another has not. */
const TAKES =
  /\b(?:takes?|took|absorbs?|absorbed|consumes?|consumed|suppl(?:y|ies|ied)|generates?|generated|contributes?|contributed|produces?|produced|provides?|provided|represents?|represented|settles?|settled|pays?|paid|covers?|covered|funds?|funded|financ(?:es?|ed)|buys?|bought|bears?|bore|handles?|handled|carr(?:y|ies|ied)|serv(?:es?|ed)|mak(?:es?|ing)|made)\s+(?:up )?(?:about |some |roughly |nearly |over |almost )?$/i;
const REST =
  /\b(?:the rest|others|other [\p{L}]+|(?:everyone|everybody|everything|someone|anything|all) else|all others|the remainder|the remaining)\b/iu;
const CHANGES =
  /\b(?:up|down|rose|fell|grew|grow(?:th|s|ing)?|risen|fallen|increas\w*|declin\w*|decreas\w*|from|than|margins?|return\w*|yield\w*|rates?|against|versus|compared|discount\w*|premium|probabilit\w+|chance|interest|coupon|previously|(?:years?|months?|quarters?) earlier|year ago|of (?:them|those|these|its|his|their))\b|\bafter\s+(?:(?:about|the|its|some|only|just)\s+)*[\d$€£]/i;

const COMPARED =
  /\b(?:up|down|rose|fell|grew|than|against|after|versus|compared|previously|earlier|year ago)\b/i;

/** The shares of a sentence that nothing can have twice. */
export function* sharesInSentence(sentence: Sentence): Iterable<Found> {
  const shares = sentence.parts.filter(part => isShare(part.mention));
  const found = restOf(sentence, shares);
  if (found) {
    yield found;
    return;
  }
  const told = shares.length === 2 && (holdTwo(sentence, shares) || soldAndKept(sentence, shares));
  if (told || isFurther(sentence, shares)) {
    yield* over(shares.map(share => share.mention));
    return;
  }
  if (shares.length < 3 || shares.length > 12) return;
  const [first] = shares;
  const last = shares.at(-1);
  if (!first || !last || !isOneList(sentence, shares)) return;
  if (areOfSeveral(sentence, shares)) return;
  const text = sentence.text.slice(Math.max(0, first.start - 90), last.end + 40);
  const divided = isDivision(sentence, shares);
  const takes =
    TAKES.test(sentence.text.slice(Math.max(0, first.start - 30), first.start)) &&
    /^\s+of\b/.test(wordsAfter(sentence, first, 8));
  if (
    !divided &&
    !takes &&
    !isBareList(sentence, shares) &&
    !EXCLUSIVE.test(text) &&
    !REST.test(sentence.text.slice(first.end, last.end + 30))
  )
    return;
  // "49%, 26% and 40% in 2019, 2018 and 2017, respectively" are three wholes.
  // What stands before "takes up" is nothing that it is compared with.
  const compared = sentence.text.slice(takes ? first.start : Math.max(0, first.start - 40), last.end + 20);
  if ((divided || takes ? COMPARED : CHANGES).test(compared)) return;
  if (/\brespectively\b/i.test(sentence.text.slice(last.end))) return;
  yield* over(shares.map(share => share.mention));
}

/** "40% of the mill and another 35%; 60% of the output": parts of different wholes. */
function areOfSeveral(sentence: Sentence, shares: readonly Part[]): boolean {
  const wholes = shares.flatMap(share => OF_WHOLE.exec(wordsAfter(sentence, share, 40))?.[1] ?? []);
  return new Set(wholes).size > 1;
}

const OF_WHOLE = /^\s+of (?:(?:the|its|their|all|his|her|our) )*([\p{L}-]+)/u;

/** "held 60% and bought the remaining 45%": what remains is all that the others leave. */
function restOf(sentence: Sentence, shares: readonly Part[]): Found | undefined {
  const rest = shares.at(-1);
  const others = shares.slice(0, -1);
  if (!rest || others.length === 0 || others.length > 6) return undefined;
  const before = sentence.text.slice(Math.max(0, rest.start - 24), rest.start);
  if (!/\b(?:the|its|their) (?:remaining|other|last)\s+$/i.test(before)) return undefined;
  if (CHANGES.test(sentence.text.slice(Math.max(0, (others[0]?.start ?? 0) - 40), rest.end)))
    return undefined;
  const all = add(...shares.map(share => share.mention.figure.quantity.range));
  if (all.low <= 100 || others.some(share => /[;:]|\.\s/.test(wordsBetween(sentence, share, rest))))
    return undefined;
  const left = 100 - add(...others.map(share => exactly(share.mention.figure.quantity.value))).low;
  const { figure } = rest.mention;
  const newText = spellLike(left, figure);
  return {
    span: figure.span,
    message: `${others.map(share => share.mention.figure.text).join(' and ')} leave ${newText}, not “${figure.text}”.`,
    related: others.map(share => ({
      span: share.mention.figure.span,
      message: 'Another share of the same whole',
    })),
    fixes:
      left > 0
        ? [
            {
              kind: 'edits',
              title: `Write ${newText}, what remains`,
              edits: [{ span: figure.core, newText }],
              certain: false,
            },
          ]
        : [],
  };
}

/** Money divided among its uses, or a whole among where it comes from: nothing goes to two of them. */
const DIVIDES =
  /\b(?:go(?:es)?|went|flow(?:s|ed)?|(?:is|are|was|were|be|been) (?:to be )?(?:spent|invested|allocated|earmarked|set aside|reserved|paid|put|placed|used)|(?:is|are|was|were) (?:allocated|devoted|assigned|destined)|pays?|paid|funds?|funded|financed?s?)\b[^,;]{0,24}?(?<!\p{L})(to|into|in|on|for|towards)\s/iu;
const COMES =
  /\b(?:come|comes|came|(?:is|are|was|were) (?:drawn|sourced|imported|bought))\b[^,;]{0,24}?\b(from)\s/iu;
const MONEY =
  /\b(?:proceeds|budget|money|funds?|loans?|grants?|revenues?|spending|expenditure|outlay|capital|cash|sum|profits?|investment|subsid(?:y|ies)|costs?|aid|package|dividends?|taxes|donations?)\b/i;

/** "45% will go into X, 35% into Y and 30% into Z": one verb for all, its preposition again at each. */
function isDivision(sentence: Sentence, shares: readonly Part[]): boolean {
  const [first, ...others] = shares;
  const [second] = others;
  if (!first || !second) return false;
  const around = sentence.text.slice(Math.max(0, first.start - 60), second.start);
  const divides = DIVIDES.exec(around);
  const preposition = (COMES.exec(around) ?? (MONEY.test(around) ? divides : null))?.[1];
  return (
    preposition !== undefined &&
    others.every(share => new RegExp(`^\\s*${preposition}\\s`, 'i').test(wordsAfter(sentence, share, 12)))
  );
}

const FURTHER = /\b(?:a further|another|an additional)\s+$/i;

/** "has 38% of the packages and withheld 32%; a further 40% is in dispute": none of it is in the others. */
function isFurther(sentence: Sentence, shares: readonly Part[]): boolean {
  const [first] = shares;
  const last = shares.at(-1);
  if (!first || !last || first === last || shares.length > 6) return false;
  if (!FURTHER.test(wordsBefore(sentence, last, 16)) || shares.length !== percentsIn(sentence)) return false;
  const words = sentence.text.slice(Math.max(0, first.start - 40), last.end);
  return (
    /^\s+of (?:the|its|all|their)\b/.test(wordsAfter(sentence, first, 12)) &&
    !CHANGES.test(words) &&
    !BY.test(words)
  );
}

/** "cut by 40% and by a further 70%" */
const BY = /\bby\b/i;

function percentsIn({ parts }: Sentence): number {
  return parts.filter(({ mention }) => mention.figure.quantity.kind === 'percent').length;
}

/** Several answers may be given at once, which add up to more than this. */
const MOST_OF_LIST = 115;
const VERB = /\b(?:is|are|was|were|has|have|had|say|said|want|use|cite|name|plan|expect|rate|see)\b/i;

/** "On holiday 46%, visiting friends 33%, on business 27%": a sentence that is nothing but a whole's parts. */
function isBareList({ text, parts }: Sentence, shares: readonly Part[]): boolean {
  const ends = shares.every(share =>
    /^\s*(?:[,;.]|and\b|\[|\(|$)/.test(text.slice(share.end, share.end + 5)),
  );
  const sum = add(...shares.map(share => share.mention.figure.quantity.range)).low;
  return ends && parts.length === shares.length && sum <= MOST_OF_LIST && !VERB.test(text);
}

/** What is owned: "the company", "the new company", "its voting rights". */
const OWNED =
  '(?:the |its |their )?(?:(?:new|combined|merged|joint|enlarged) )?(?:company|shares?|capital|equity|votes?|stock|firm|group|business|entity|venture|voting rights)';
const HOLDS =
  /\b(?:holds?|held|owns?|owned|ha(?:s|ve|d)|gets?|got|receives?|received|keeps?|kept|controls?|controlled)\s+(?:about |some |nearly )?$/i;
const OTHER_OWNER = new RegExp(
  `^(?: of ${OWNED})?,? (?:and |while )?(?:(?:the|its|an?) )?(?!(?:of|in|at|on|for|by|to|and|while|then|now|today|later)\\b)(?:[\\p{L}’'&.-]+ ){1,6}(?:about |some |nearly )?$`,
  'u',
);
const ENDS_OWNED = new RegExp(`^\\s*(?:[.;,)[]|$|of ${OWNED})`, 'i');

/** "The family holds 64%, the Ulmenau fund 41%": two owners under one verb. */
function holdTwo(sentence: Sentence, [first, second]: readonly Part[]): boolean {
  if (!first || !second) return false;
  const before = wordsBefore(sentence, first, 90);
  const between = wordsBetween(sentence, first, second);
  return (
    HOLDS.test(before) &&
    !CHANGES.test(before) &&
    OTHER_OWNER.test(between) &&
    !/\b(?:in|at|for|by|of which|including|who|which|whose)\b/i.test(between.replace(/^ of /, ' ')) &&
    ENDS_OWNED.test(wordsAfter(sentence, second, 40)) &&
    (EXCLUSIVE.test(sentence.text) ||
      IS_OWNED.test(between) ||
      /\b(?:owners?|ownership|shareholders?)\b/i.test(sentence.text))
  );
}

const IS_OWNED = new RegExp(`^ of ${OWNED}\\b`, 'i');

/** "49% of the wind farm goes to the fund; Norvik keeps 61%": what is sold is not kept. */
function soldAndKept(sentence: Sentence, [sold, kept]: readonly Part[]): boolean {
  if (!sold || !kept) return false;
  const between = wordsBetween(sentence, sold, kept);
  return (
    /^ of\b/.test(between) &&
    /[,;] (?:and |while |but )?(?:[\p{L}’'&.-]+ ){1,4}(?:keeps?|kept|retains?|retained)\s+(?:about |some |nearly )?$/u.test(
      between,
    ) &&
    !CHANGES.test(between) &&
    /^\s*(?:[.;,)|[]|$|and\b)/i.test(wordsAfter(sentence, kept, 8))
  );
}

/** Item after item, each with a few words, joined by commas, semicolons or "and". */
function isOneList(sentence: Sentence, shares: readonly Part[]): boolean {
  return shares.slice(1).every((share, i) => {
    const before = shares[i];
    const words = before ? wordsBetween(sentence, before, share) : '';
    return words.length <= 70 && /[,;)]|\band\b/.test(words) && !/\.\s|:/.test(words);
  });
}
