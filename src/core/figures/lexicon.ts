// The words of all texts, each looked at once: in small letters, and with the lists of the grammar in which it stands.
import { codeAt, isDigit, isLetterCode } from './characters';

/** A word list of the grammar as one bit, which `Token.is` asks for. */
export type WordClass = number;

/** A word, number or mark as written. */
export interface Word {
  /** Its key in the table of words met: see `lettersAt` and `wordAt`. */
  readonly first: number;
  readonly rest: number;
  readonly text: string;
  readonly length: number;
  readonly lower: string;
  /** The bits of all lists that have it. */
  readonly classes: number;
  /** The value of one to six ASCII digits; -1 for anything else. */
  readonly digits: number;
}

/** Which words are in which lists. */
const listed = new Map<string, number>();
const tests: { readonly bit: WordClass; readonly holds: (lower: string) => boolean }[] = [];
let bits = 0;

/** @param words in lower case; `holds` tells others, by a test of a word in lower case */
export function wordClass(words: Iterable<string>, holds?: (lower: string) => boolean): WordClass {
  if (bits === 31) throw new RangeError('no bit is left for another class of words');
  const bit = 1 << bits++;
  for (const word of words) listed.set(word, (listed.get(word) ?? 0) | bit);
  if (holds) tests.push({ bit, holds });
  return bit;
}

/** Words met lately, each at one of a few places from the one that its key tells: most words come again and again. */
const BITS = 14;
const PLACES = 4;
const met: (Word | undefined)[] = Array.from({ length: (1 << BITS) + PLACES });
/** Near keys are set far apart: 2^32 over the golden ratio, after Knuth, and another odd number. */
const [SPREAD, SPREAD_REST] = [0x9e3779b1, 0x85ebca6b];
/** The most letters that are their own key: five letters of six bits in each half. */
const LETTERS = 10;
const HALF = (1 << 30) - 1;
/** In place of the second half: the first is a hash, which other words may have too. */
const HASHED = -1;
/** The longest piece of a text that engines copy rather than keep all of the text in memory for it. */
const COPIED = 12;
/** Longer words are not remembered. */
const LONGEST = 2 * COPIED;

/**
 * The word of up to ten ASCII letters at an offset, which are its key, so that it is read once and never compared;
 * undefined where it is longer, or where something else may belong to it: a digit, an apostrophe, another letter.
 */
export function lettersAt(text: string, start: number): Word | undefined {
  let first = 0;
  let rest = 0;
  let end = start;
  let code = text.charCodeAt(end);
  for (; isLetterCode(code); code = codeAt(text, ++end)) {
    rest = (rest << 6) | (first >> 24);
    first = ((first << 6) | (code & 63)) & HALF;
  }
  if (end - start > LETTERS) return undefined;
  if (code > 127 || code === 39 || code === 95 || isDigit(code)) return undefined;
  const home = homeOf(first, rest);
  for (let place = home; place < home + PLACES; place++) {
    const word = met[place];
    if (word === undefined) break;
    if (word.first === first && word.rest === rest) return word;
  }
  return remember(home, text, start, end, first, rest);
}

/** The word, number or mark at [start, end) of a text. */
export function wordAt(text: string, start: number, end: number): Word {
  if (end - start > LONGEST) return newWord(text.slice(start, end), 0, HASHED);
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const home = homeOf(hash, HASHED);
  for (let place = home; place < home + PLACES; place++) {
    const word = met[place];
    if (word === undefined) break;
    if (word.first === hash && word.rest === HASHED && isAt(word.text, text, start, end)) return word;
  }
  return remember(home, text, start, end, hash, HASHED);
}

/** The ASCII mark at an offset. */
export function markAt(text: string, at: number): Word {
  const code = text.charCodeAt(at);
  const word = marks[code] ?? newWord(text.charAt(at), code, 0);
  marks[code] = word;
  return word;
}

const marks: (Word | undefined)[] = Array.from({ length: 128 });

function homeOf(first: number, rest: number): number {
  return (Math.imul(first, SPREAD) ^ Math.imul(rest, SPREAD_REST)) >>> (32 - BITS);
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = start; i < end; i++) if (word.charCodeAt(i - start) !== text.charCodeAt(i)) return false;
  return true;
}

/** Takes the first free place, and otherwise the first of all. */
function remember(home: number, text: string, start: number, end: number, first: number, rest: number): Word {
  const middle = Math.min(start + COPIED, end);
  const word = newWord(text.slice(start, middle) + text.slice(middle, end), first, rest);
  let place = home;
  while (place < home + PLACES && met[place] !== undefined) place++;
  met[place < home + PLACES ? place : home] = word;
  return word;
}

function newWord(text: string, first: number, rest: number): Word {
  const lower = text.toLowerCase();
  let classes = listed.get(lower) ?? 0;
  for (const { bit, holds } of tests) if (holds(lower)) classes |= bit;
  return { first, rest, text, length: text.length, lower, classes, digits: shortNumber(text) };
}

/** The value of one to six digits. */
function shortNumber(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : -1;
}
