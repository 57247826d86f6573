// The words of all texts, each looked at once: in small letters, and with the lists of the grammar in which it stands.
import { codeAt, isDigit, isLetterCode } from './characters';
import { type DigitRun, readDigits } from './digits';

/** A word list of the grammar as one bit, which `Token.is` asks for. */
export type WordClass = number;

/** A word, number or mark as written. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** The value of one to six ASCII digits; -1 for anything else. */
  readonly digits: number;
  /** What digits with separators say, where that makes sense. */
  readonly run: DigitRun | undefined;
}

/** What takes a word that is found in a text: a token. */
export interface Holder {
  end: number;
  word: Word;
  /** The bits of all lists that have the word. */
  classes: WordClass;
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

/**
 * Words met lately, each in one of a few entries from the one that its key tells: both halves of the key, the lists, and
 * the number of the word. Most words come again and again, and many are never asked for more than their lists.
 */
const BITS = 14;
const ENTRY = 4;
const ENTRIES = 4;
const PLACE = ENTRY * ENTRIES;
const met = new Int32Array((ENTRY << BITS) + PLACE);
const [REST, CLASSES, NUMBER] = [1, 2, 3];
export const NO_WORD: Word = { text: '', lower: '', digits: -1, run: undefined };
/** By their numbers, from 1 on. */
const words: Word[] = [NO_WORD];
/** Near keys are set far apart: 2^32 over the golden ratio, after Knuth, and another odd number. */
const [SPREAD, SPREAD_REST] = [0x9e3779b1, 0x85ebca6b];
/** The most characters that are their own key: five of six bits in each half. */
const MOST = 10;
const HALF = (1 << 30) - 1;
/** A bit of the second half that no letters have. */
const OF_NUMBER = 1 << 30;
/** In place of the second half: the first is a hash, which other words may have too. */
const OF_HASH = -1;
/** The longest piece of a text that engines copy rather than keep all of the text in memory for it. */
const COPIED = 12;
/** Longer words are not remembered. */
const LONGEST = 2 * COPIED;

/**
 * Takes the word of up to ten ASCII letters at an offset, which are its key, so that it is read once and never compared.
 * @returns false where it is longer, or where something else may belong to it: a digit, an apostrophe, another letter
 */
export function takeLetters(text: string, start: number, holder: Holder): boolean {
  let first = 0;
  let rest = 0;
  let end = start;
  let code = text.charCodeAt(end);
  for (; isLetterCode(code); code = codeAt(text, ++end)) {
    rest = (rest << 6) | (first >> 24);
    first = ((first << 6) | (code & 63)) & HALF;
  }
  if (end - start > MOST) return false;
  if (code > 127 || code === 39 || code === 95 || isDigit(code)) return false;
  take(text, start, end, first, rest, holder);
  return true;
}

/** Takes the number of up to ten digits and separators at [start, end) of a text; false where it is longer, or no ASCII. */
export function takeNumber(text: string, start: number, end: number, holder: Holder): boolean {
  if (end - start > MOST) return false;
  let first = 0;
  let rest = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 63) return false;
    rest = (rest << 6) | (first >> 24);
    first = ((first << 6) | code) & HALF;
  }
  take(text, start, end, first, rest | OF_NUMBER, holder);
  return true;
}

/** Takes the ASCII mark of a code at an offset. */
export function takeMark(at: number, code: number, holder: Holder): void {
  const mark = marks[code] ?? newMark(code);
  holder.end = at + 1;
  holder.word = mark.word;
  holder.classes = mark.classes;
}

/** By their codes. */
const marks: ({ readonly word: Word; readonly classes: WordClass } | undefined)[] = Array.from({
  length: 128,
});

function newMark(code: number): { readonly word: Word; readonly classes: WordClass } {
  const word = newWord(String.fromCharCode(code));
  const mark = { word, classes: classesOf(word.lower) };
  marks[code] = mark;
  return mark;
}

/** Takes the word, number or mark at [start, end) of a text. */
export function takeWord(text: string, start: number, end: number, holder: Holder): void {
  if (end - start > LONGEST) {
    holder.end = end;
    holder.word = newWord(text.slice(start, end));
    holder.classes = classesOf(holder.word.lower);
    return;
  }
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  take(text, start, end, hash, OF_HASH, holder);
}

function take(text: string, start: number, end: number, first: number, rest: number, holder: Holder): void {
  const place = ((Math.imul(first, SPREAD) ^ Math.imul(rest, SPREAD_REST)) >>> (32 - BITS)) * ENTRY;
  let at = place;
  while (at < place + PLACE && !(met[at] === first && met[at + REST] === rest)) at += ENTRY;
  const isKnown = at < place + PLACE && (rest !== OF_HASH || isAt(wordOf(at).text, text, start, end));
  if (!isKnown) at = remember(at < place + PLACE ? at : freeIn(place), text, start, end, first, rest);
  holder.end = end;
  holder.classes = met[at + CLASSES] ?? 0;
  holder.word = wordOf(at);
}

function wordOf(entry: number): Word {
  return words[met[entry + NUMBER] ?? 0] ?? NO_WORD;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = start; i < end; i++) if (word.charCodeAt(i - start) !== text.charCodeAt(i)) return false;
  return true;
}

/** The first free entry of a place, and otherwise the first of all. */
function freeIn(place: number): number {
  for (let at = place; at < place + PLACE; at += ENTRY) if (met[at + NUMBER] === 0) return at;
  return place;
}

function remember(
  entry: number,
  text: string,
  start: number,
  end: number,
  first: number,
  rest: number,
): number {
  const middle = Math.min(start + COPIED, end);
  const word = newWord(text.slice(start, middle) + text.slice(middle, end));
  const number = met[entry + NUMBER] || words.length;
  words[number] = word;
  met[entry] = first;
  met[entry + REST] = rest;
  met[entry + CLASSES] = classesOf(word.lower);
  met[entry + NUMBER] = number;
  return entry;
}

function newWord(text: string): Word {
  const lower = text.toLowerCase();
  const own = asName(text);
  const isNumber = isDigit(text.charCodeAt(0)) || (text.charCodeAt(0) === 46 && text.length > 1);
  return {
    text: own,
    lower: lower === text ? own : asName(lower),
    digits: shortNumber(text),
    run: isNumber ? readDigits(text) : undefined,
  };
}

/**
 * The same text as engines keep it for the name of a property, once for all: two of them are compared by where they are,
 * not letter by letter, and the grammar compares a hundred times for each figure.
 */
function asName(text: string): string {
  const names: Record<string, true> = Object.create(null);
  names[text] = true;
  return Object.keys(names)[0] ?? text;
}

function classesOf(lower: string): WordClass {
  let classes = listed.get(lower) ?? 0;
  for (const { bit, holds } of tests) if (holds(lower)) classes |= bit;
  return classes;
}

/** The value of one to six digits. */
function shortNumber(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : -1;
}
