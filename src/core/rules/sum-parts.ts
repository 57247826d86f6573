// The parts of a sum in a sentence: the amounts before a total or behind it that can be added to it.
import type { Mention } from '../claims';
import { alike, isAmount } from './amounts';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';

/** More parts than this are no sentence. */
export const MOST = 12;
/** "Of the 40 stores", at the start of a sentence. */
export const OF_WHOLE = /^\W*(?:out )?of (?:\p{L}+[ -]){0,5}$/iu;

/** "… 95; together with 65": the last part is joined to those before it. */
export const WITH_ANOTHER =
  /(?:^|[;,]\s|\band\s)(?:together|combined|added) with (?:the |its |a |another |a further )?$/iu;

/** Parts stand among so many figures before their total. */
const FURTHEST = 4 * MOST;

/** The amounts before a total that make it, in one clause. */
export function partsBefore(sentence: Sentence, index: number): Part[] {
  const total = sentence.parts[index];
  if (!total) return [];
  const parts: Part[] = [];
  for (let i = index - 1; i >= 0 && i >= index - FURTHEST && parts.length < MOST; i--) {
    const part = sentence.parts[i];
    const next = parts.at(-1);
    const gap = part ? sentence.text.slice(part.end, (next ?? total).start) : '';
    if (!next && IS_OF_OTHER.test(gap)) return [];
    // A colon, semicolon or dash may set off the total, never two parts.
    const breaks = next ? /[;:]|\.\s/ : /[;:].{40}|\.\s/;
    if (!part || (breaks.test(gap) && !(parts.length === 1 && WITH_ANOTHER.test(gap)))) break;
    if (lacksCurrency(part.mention, total.mention) || arePowerAndEnergy(part.mention, total.mention))
      return [];
    // "Of the budget of 86, 41 went …, 86 in all" names the whole before its parts.
    if (i === 0 && OF_WHOLE.test(sentence.text.slice(0, part.start)) && gap.includes(',')) break;
    if (areAdded(part.mention, total.mention) && !isOne(part, total) && !isOfEach(sentence, part))
      parts.push(part);
  }
  return parts.reverse();
}

/** "16 parts for one unit, 48 in all": a word that is hardly more than an article. */
function isOne({ mention: { figure } }: Part, total: Part): boolean {
  return figure.spelled && figure.quantity.value === 1 && !total.mention.figure.spelled;
}

/** "sold three players for 29 million who had cost it 4.5 million together": the total of what the clause is about. */
const IS_OF_OTHER =
  /\b(?:who|whom|whose)\b|\b(?:which|that) (?!mak|mad|giv|gav|bring|brought|is\b|was\b|are\b|were\b|com|cam|add|tak|took|total|amount|sum)/i;

/** "16 units a system and 48 in all", "16 seats each": what there is of each of several. */
function isOfEach(sentence: Sentence, part: Part): boolean {
  return /^(?: [\p{L}-]+){0,3} (?:(?:an?|per) [\p{L}-]+|each|apiece)(?: and\b|,|\)|$)/u.test(
    wordsAfter(sentence, part, 60),
  );
}

/** Amounts that are alike, or of which the parts leave to the last what they are per: "2.4 Mt, 1.5 Mt and 0.8 Mt a year". */
function areAdded(part: Mention, total: Mention): boolean {
  const [one, other] = [part.figure.quantity, total.figure.quantity];
  const leavesRate =
    !one.unit.includes('/') && other.unit.startsWith(`${one.unit}/`) && one.kind === other.kind;
  return alike(part, total) || (leavesRate && (!part.money || other.unit.endsWith('/yr')));
}

/** Counts of several kinds of things right before their total, in a list. */
export function countsBefore(sentence: Sentence, index: number): Part[] {
  const total = sentence.parts[index];
  const parts: Part[] = [];
  if (!total || !isCount(total)) return parts;
  for (let i = index - 1; i >= 0 && parts.length < MOST; i--) {
    const part = sentence.parts[i];
    const gap = part ? sentence.text.slice(part.end, (parts.at(-1) ?? total).start) : '';
    if (!part || !isCount(part) || gap.length > 60 || !LISTS.test(gap)) break;
    parts.push(part);
  }
  return parts.reverse();
}

/** Counts of several kinds of things behind their total. */
export function countsAfter(sentence: Sentence, index: number): Part[] {
  const total = sentence.parts[index];
  return total && isCount(total) ? runAfter(sentence, index, isCount) : [];
}

const LISTS = /^(?: [\p{L}'’-]+){0,5}\s?(?:,|[–—]|\band\b|\bplus\b|&)\s?(?:and |or |that is,? )?$/u;

function isCount({ mention }: Part): boolean {
  const { quantity, scale, spelled } = mention.figure;
  return quantity.kind === 'count' && scale === undefined && !spelled && !mention.money && isAmount(mention);
}

/** A bare "16 million" among amounts of money may be a part that lost its currency: the parts are not sure. */
function lacksCurrency({ money, figure }: Part['mention'], total: Part['mention']): boolean {
  const { kind, unit } = figure.quantity;
  return total.money && !money && kind === 'count' && unit === '' && figure.scale !== undefined;
}

/** Of "39.5 GW, 22.1 GW and 31.2 GWh, 92.8 GW in all" one part is lost to a wrong unit. */
function arePowerAndEnergy(a: Part['mention'], b: Part['mention']): boolean {
  const kinds = [a, b].map(({ figure }) => figure.quantity.kind);
  return kinds.includes('power') && kinds.includes('energy');
}

/** The amounts behind a total that can be added to it, up to the end of their clause. */
export function partsAfter(sentence: Sentence, index: number): Part[] {
  const total = sentence.parts[index];
  return total ? runAfter(sentence, index, part => alike(part.mention, total.mention)) : [];
}

function runAfter(sentence: Sentence, index: number, isPart: (part: Part) => boolean): Part[] {
  const parts: Part[] = [];
  for (const part of sentence.parts.slice(index + 1, index + 1 + 2 * MOST)) {
    const last = parts.at(-1);
    if (last && /[;:)]|\.\s/.test(closed(wordsBetween(sentence, last, part)))) break;
    if (isPart(part)) parts.push(part);
  }
  return parts;
}

/** "96 million, of which 61 million was profit, and bought for 118 million": another verb tells what came next. */
export function isToldOn(sentence: Sentence, parts: readonly Part[]): boolean {
  return parts.slice(1).some((part, i) => {
    const before = parts[i];
    return before !== undefined && VERB_ON.test(wordsBetween(sentence, before, part));
  });
}

const VERB_ON =
  /\b(?:and|but) (?:it |they |then |later )?(?:bought|sold|spent|paid|took|made|lost|got|gave|cost|[\p{Ll}]{3,}ed) (?:for|at|out|up|back|(?:a |the )?(?:further|total)) (?:\p{Ll}+ )?$/u;

/** "$150 million in cash, $40 million in shares, and takes over debts of $80 million": only the last has words before it. */
export function endsOtherwise(sentence: Sentence, parts: readonly Part[]): boolean {
  const before = parts.slice(1).map((part, i) => {
    const last = parts[i];
    return last ? WORDS_BEFORE.test(wordsBetween(sentence, last, part)) : false;
  });
  return before.at(-1) === true && !before.slice(0, -1).includes(true) && before.length > 1;
}

const WORDS_BEFORE = /(?:,|\band|\bplus) (?:[\p{L}'’-]+ ){3,}$/u;

/** Without the asides in brackets of a list's items. */
function closed(words: string): string {
  return words.replace(/\([^()]*\)/g, '');
}

/** "breaks down as follows: works €7.9m, turbines €4.3m, grid €1.6m.": items with their names, to the end of the sentence. */
export function isLabelled(sentence: Sentence, parts: readonly Part[]): boolean {
  const [first, ...others] = parts;
  const last = parts.at(-1);
  if (!first || !last || others.length < 2 || sentence.text.length > last.end + LONGEST_ASIDE) return false;
  if (!ENDS.test(sentence.text.slice(last.end))) return false;
  return [first, ...others].every((part, i) => {
    const before = parts[i - 1];
    return LABEL.test(before ? wordsBetween(sentence, before, part) : wordsBefore(sentence, part));
  });
}

const LABEL = /[,;:] (?:[\p{L}'’-]+ ){1,5}$/u;
/** Notes in brackets may stand behind the last item. */
const LONGEST_ASIDE = 400;
const ENDS = /^[.;]?\s*(?:\[[^\]]*\]|\([^()]*\))*\.?\s*$/;

/** Parts joined by commas, the last by "and" unless brackets hold them all, each with few words of its own. */
export function isList(sentence: Sentence, parts: readonly Part[], bracket: boolean): boolean {
  const last = parts.at(-1);
  if (bracket && !(last && /^[^()]{0,30}\)/.test(wordsAfter(sentence, last)))) return false;
  return parts.slice(1).every((part, i) => {
    const before = parts[i];
    const words = before ? wordsBetween(sentence, before, part) : '';
    const joint = i === parts.length - 2 && !bracket ? /\b(?:and|plus)\b|&/ : /,|\band\b|\bplus\b/;
    return words.length <= 90 && joint.test(words);
  });
}
