// Wholes that a share names by a word of theirs: "needs about 900 Ml a day and gets 548, or 61% of its need".
import type { Mention } from '../claims';
import { type Part, type Sentence, wordsAfter, wordsBefore } from './sentences';

/** "…, or 61% of its need", "Of our allowance £860 million, or 40%": the noun that names the whole. */
const NAMED_AFTER =
  /^\s+of (?:(?:its|their|our|his|her|the|that|this|all)\s+)?(?:\p{L}+ )??(\p{L}{4,})\s*(?:[,.;:)–—]|$)/u;
const NAMED_BEFORE = /(?:^|[.;:]\s+)Of (?:its|their|our|his|her|the|that|this)\s+(\p{L}{4,}),?\s+$/u;
/** What stands behind another number or a bracket speaks of something else; a year is no such number. */
const ANOTHER = /(?<![\p{L}\d])(?!(?:19|20)\d\d\b)\d|[()]/u;
/** So far from a figure stands the word that says what it is. */
const BEFORE = 45;
const AFTER = 25;
/** So much is left of a word without its ending, and so much longer may one of two be. */
const STEM = 4;

/** The noun by which the words around a part and its percentage name the whole; undefined where they name none. */
export function wholeNamed(sentence: Sentence, part: Part, percent: Part): string | undefined {
  return (
    NAMED_AFTER.exec(wordsAfter(sentence, percent, 40))?.[1] ??
    NAMED_BEFORE.exec(wordsBefore(sentence, part, 50))?.[1]
  );
}

/** The only one of some mentions that has a word like the noun beside it. */
export function calledBy(text: string, noun: string, mentions: readonly Mention[]): Mention | undefined {
  const wholes = mentions.filter(({ figure: { span, sentence } }) => {
    const before = text.slice(Math.max(sentence.start, span.start - BEFORE), span.start);
    const after = text.slice(span.end, Math.min(sentence.end, span.end + AFTER));
    return [before.split(ANOTHER).at(-1), after.split(ANOTHER)[0]].some(words =>
      hasWordLike(words ?? '', noun),
    );
  });
  return wholes.length === 1 ? wholes[0] : undefined;
}

/** "needs" and "need", "allow" and "allowance" are alike. */
function hasWordLike(text: string, noun: string): boolean {
  const long = noun.toLowerCase();
  return (text.match(/\p{L}{4,}/gu) ?? []).some(word => {
    const [one, other] = [bare(word.toLowerCase()), bare(long)];
    return (one.startsWith(other) || other.startsWith(one)) && Math.abs(one.length - other.length) <= STEM;
  });
}

/** A word without its ending, where enough of it is left. */
function bare(word: string): string {
  const stem = word.replace(/(?:ed|ing|es|s|e)$/, '');
  return stem.length >= STEM ? stem : word;
}
