// The sums that sentences state: a total and what they make its parts.
import { atEnd } from '../text/at-end';
import { seek } from '../text/beginnings';
import { SMALL_NUMBERS } from '../text/english';
import { alike, isAmount } from './amounts';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import {
  countsAfter,
  countsBefore,
  endsOtherwise,
  isLabelled,
  isList,
  isToldOn,
  OF_WHOLE,
  partsAfter,
  partsBefore,
  WITH_ANOTHER,
} from './sum-parts';

/** A total and what the sentence makes its parts. */
export interface Sum {
  readonly total: Part;
  readonly parts: readonly Part[];
  /** False when the parts need not be all: "of which", "including". */
  readonly complete: boolean;
  /** They may not be parts at all: "604 supermarkets and 204 drugstores, 808 shops in all", "taking the total to 90". */
  readonly unsure?: boolean;
}

/** Words for an amount that counts the other way. */
export const SUBTRACTS =
  /\b(?:negative|less|minus|net of|offset|deduct\w*|t(?:akes?|ook|aken|aking) (?:away|off|out)|subtract\w*|cancel\w*)\b/i;
/** What a text says that gives a total right after it. */
const IN_ALL = `in all|in total|all told|altogether|taken together|together(?! with)|combined|for (?:the|all|all the) (?:${SMALL_NUMBERS})|for both`;
const STOP = String.raw`(?=\s*(?:[,.;:()[\]–—|]|$)|\s+(?:by|over|for|from|since|between|across|this|last|at|to|on|before|and|which|when|so)\b)`;
const TOTAL_AFTER = new RegExp(String.raw`^(?:\s+[\p{L}'’-]+){0,3}?\s*,?\s*\(?(?:${IN_ALL})${STOP}`, 'iu');

/** True for words behind a figure that say it is a total: "in all", "ships altogether". */
export function sayTotal(words: string): boolean {
  return TOTAL_AFTER.test(words);
}

/** What the words that name a total begin with, behind it or before it. */
const NAMES_TOTAL = seek(
  `all total totals altogether taken together combined both ${SMALL_NUMBERS.replaceAll('|', ' ')} jointly joint overall ` +
    'add adds added adding sum sums summed summing makes gives comes',
);

/** False for a sentence of which no amount is called a total. */
export function mayNameTotal({ words }: Sentence): boolean {
  return (words & NAMES_TOTAL) !== 0;
}

/** "Together, the three plants built", "In all, this makes": a sentence that opens with its total. */
export function opensTotal(words: string): boolean {
  return TOGETHER.test(words) || TOTAL_BEFORE.test(words);
}

const TOTAL_BEFORE = atEnd(
  /\b(?:together|in all|in total|altogether|all told|for (?:a|an) (?:\p{L}+ )?total of|a (?:grand |combined |overall )?total of|(?:for|by|to|with|at) a (?:combined|joint|total)|for (?:total|combined|overall|joint) (?:\p{L}+ ){0,2}of|totall?ing|add(?:s|ing|ed)? up to|sum(?:s|ming|med)? to|(?:which|that|this) (?:makes|gives|comes to)|a sum of)\s*,?\s*/iu,
);
/** "costs of $8 million and depreciation totalling $19 million": the amount of the last item alone. */
const IS_LAST_PART = /\band\s+[^,;:]*\btotall?ing\s*$/i;
const INTRODUCES =
  /^,?(?:\s+[\p{L}'’-]+){0,8}?\s*(?::\s|[–—]\s|\(|,?\s+(?:made up of|consist(?:s|ing) of|compris(?:es|ing)|comprised of|split (?:between|into)|divided (?:between|into)|namely)(?=\s))/iu;
const INCLUDES = /^(?:\s+[\p{L}'’()-]+){0,6}?,?\s*\(?(?:of which|of whom|including|among them)\b/iu;

/** What a sentence has that makes a total of its parts, or brings it to one. */
const MAKES = seek(
  'make makes making equal equals give gives bring brings bringing brought take takes taking took lift lifts lifting ' +
    'lifted push pushes pushing pushed raising',
);
/** What it has between a total and its parts. */
const PARTS_FOLLOW = seek(
  'made consisting consists comprising comprises comprised split divided namely which whom including among',
);
const OPENS_PARTS = /[:–—(]/;

/** The sums of a sentence, in the order of their totals. */
export function* sumsIn(sentence: Sentence): Iterable<Sum> {
  const mayName = mayNameTotal(sentence);
  const mayMake = (sentence.words & MAKES) !== 0 || sentence.text.includes('=');
  const mayIntroduce = (sentence.words & PARTS_FOLLOW) !== 0 || OPENS_PARTS.test(sentence.text);
  if (!mayName && !mayMake && !mayIntroduce && !isDividedUp(sentence, 0)) return;
  for (let i = 0; i < sentence.parts.length; i++) {
    const total = sentence.parts[i];
    if (!total || !isAmount(total.mention)) continue;
    const [before, behind] = [wordsBefore(sentence, total), wordsAfter(sentence, total)];
    if (/^[^.;]{0,40}\brespectively\b/i.test(behind)) continue;
    // "2 plus 2 equals 5" is a saying.
    const added = mayMake && EQUALS.test(before) && total.mention.figure.quantity.value >= 10;
    const isTotal = mayName && sayTotal(behind);
    const called =
      isTotal ||
      (mayName && (TOTAL_BEFORE.test(before) || isWholeOfAll(sentence, i))) ||
      (mayMake && isBroughtTo(sentence, i));
    const told = called || added;
    const unsure =
      !told && i >= 2 && ((mayMake && BRINGING.test(before)) || (mayName && isWithAnother(sentence, i)));
    const earlier = (told || unsure) && !IS_LAST_PART.test(before) ? partsBefore(sentence, i) : [];
    if (earlier.length >= 2) {
      if (called || unsure || arePlus(sentence, earlier))
        yield { total, parts: earlier, complete: true, unsure };
      continue;
    }
    const mixed = isTotal ? countsBefore(sentence, i) : [];
    if (mixed.length >= 2) {
      yield { total, parts: mixed, complete: true, unsure: true };
      continue;
    }
    if (isDividedUp(sentence, i)) {
      yield { total, parts: partsAfter(sentence, i), complete: false };
      continue;
    }
    if (!mayIntroduce || IS_COMPARED.test(before)) continue;
    const next = partBehind(sentence, i);
    const after = next ? sentence.text.slice(total.end, next.start).replace(CONVERSION, '') : '';
    if (!next || after.length > 80) continue;
    const complete =
      INTRODUCES.test(after) && !INCLUDES.test(after) && !/\([^()]*\)\s*[,;]?\s*[^(:–—]*$/.test(after);
    if (!complete && !INCLUDES.test(after)) continue;
    const own = partsAfter(sentence, i);
    const bracket = after.trimEnd().endsWith('(') || /\([^)]*$/.test(after);
    const counts = complete ? countsAfter(sentence, i) : [];
    // "3 lots: 24 tugs here, 15 there": what is counted of each is something else.
    const unlike = complete && (own.length < 2 || counts.length > own.length);
    const parts = unlike ? counts : own;
    if (
      parts.length >= 2 &&
      ((told && !unlike) || isList(sentence, parts, bracket) || isLabelled(sentence, parts)) &&
      !isToldOn(sentence, parts)
    )
      yield { total, parts, complete, unsure: unlike || endsOtherwise(sentence, parts) };
  }
}

/** "$210 million (¥31.5 billion): $150 million …": what stands behind a total and what it is in another currency. */
function partBehind({ text, parts }: Sentence, index: number): Part | undefined {
  const [total, next] = [parts[index], parts[index + 1]];
  if (!total?.mention.money || !next?.mention.money || alike(total.mention, next.mention)) return next;
  return /^ \((?:about |some )?$/.test(text.slice(total.end, next.start)) && text[next.end] === ')'
    ? parts[index + 2]
    : next;
}

const CONVERSION = /^ \([^()]*\)/;

/** "31.6 million, 7% more than the 29.4 million of a year ago: 24.7 million at home and 6.9 million abroad" goes through the first. */
const IS_COMPARED = atEnd(
  /\b(?:than|against|versus|compared (?:with|to)|(?:up|down) from) (?:the |its |their |our )?/i,
);

/** "Of the $4.8 billion raised, A goes into the plant, B into development and C into stocks": things may overlap, money not. */
function isDividedUp(sentence: Sentence, index: number): boolean {
  const [total, next] = [sentence.parts[index], sentence.parts[index + 1]];
  if (!total?.mention.money || !next || index > 0 || !OF_WHOLE.test(sentence.text.slice(0, total.start)))
    return false;
  const parts = partsAfter(sentence, index);
  return (
    /^[^,;:.]{0,60},/.test(wordsBetween(sentence, total, next)) &&
    parts.length >= 2 &&
    isList(sentence, parts, false)
  );
}

const TOGETHER =
  /^\s*(?:together|combined|adding|jointly|in all|in total|all told|altogether|taken together)\b(?! with)/i;
const WITH = /^\s*(?:with|at)\s/i;
const OF_ALL = atEnd(/\b(?:total|combined|overall|joint) (?:\p{L}+ ){0,2}of\s+/iu);

/** "Together, A and B cost T", "With A here and B there, it has a total capacity of T". */
function isWholeOfAll(sentence: Sentence, index: number): boolean {
  const total = sentence.parts[index];
  if (!total || index !== sentence.parts.length - 1) return false;
  return (
    TOGETHER.test(sentence.text) || (WITH.test(sentence.text) && OF_ALL.test(wordsBefore(sentence, total)))
  );
}

const VERB = /^(?:\s[\p{L}'’-]+){1,6}\s$/u;

/** "A gives 40 and B 95; together with 65 from C the plan has 200": the last part is joined to those before it. */
function isWithAnother(sentence: Sentence, index: number): boolean {
  const [last, total] = [sentence.parts[index - 1], sentence.parts[index]];
  return (
    last !== undefined &&
    total !== undefined &&
    index === sentence.parts.length - 1 &&
    WITH_ANOTHER.test(wordsBefore(sentence, last, 30)) &&
    VERB.test(wordsBetween(sentence, last, total))
  );
}

const BRINGS =
  /^\)?\s+(?:together\s+)?(?:bring|brought|take|took|lift|lifted|push|pushed)s?\s+(?:[\p{L}'’-]+\s+){1,4}to\s+$/iu;

/** "drew A and placed B, taking new loans to T"; what there was before may be in it too. */
const BRINGING = atEnd(
  /,\s+(?:bringing|taking|lifting|pushing|raising|which (?:brings|brought|takes|took|lifts|lifted))\s+(?:[\p{L}'’-]+\s+){1,7}to\s+/iu,
);

/** "A and B bring it to T". */
function isBroughtTo(sentence: Sentence, index: number): boolean {
  const [before, total] = [sentence.parts[index - 1], sentence.parts[index]];
  return before !== undefined && total !== undefined && BRINGS.test(wordsBetween(sentence, before, total));
}

/** "A plus B makes T", "A + B = T", "A and B make T". */
const EQUALS = atEnd(/(?:=|\b(?:makes?|making|equals?|gives?))\s*(?:a total of )?/i);

function arePlus(sentence: Sentence, parts: readonly Part[]): boolean {
  return parts.slice(1).every((part, i) => {
    const before = parts[i];
    return before !== undefined && /\bplus\b|\+|\band\b/.test(wordsBetween(sentence, before, part));
  });
}
