// Which of the words that somebody looks for a text may have, told by how its words begin: one pass over it for all who ask,
// so that a pattern is tried on few texts.
import { firstFrom } from './scopes';

/** Words that somebody looks for, as one bit. */
export type Sought = number;

/** Words are told by so many letters: five bits each, of A to Z without their case. */
const LETTERS = 5;
const BITS = 14;
/** Near keys are set far apart: 2^32 over the golden ratio, after Knuth. */
const SPREAD = 0x9e3779b1;
/** By the place that the key of a beginning tells, who looks for it. Others may have the same place: it only says "may". */
const sought = new Int32Array(1 << BITS);
let groups = 0;

/**
 * Words to look for, or beginnings of words of at least five letters. Called while modules are loaded, before any text is
 * read.
 * @param words in lower case, A to Z alone, with spaces between them
 */
export function seek(words: string): Sought {
  if (groups === 31) throw new RangeError('no bit is left for other words');
  const bit = 1 << groups++;
  for (const word of words.split(' ')) {
    const place = placeOf(keyAt(word, 0));
    sought[place] = (sought[place] ?? 0) | bit;
  }
  return bit;
}

/** True when one of the words may stand in a text, in any case; false when none does. */
export function mayHave(words: Sought, text: Remembering): boolean {
  return (text.of(beginningsIn).all & words) !== 0;
}

/** All words that may start in a stretch of a text. */
export function soughtWithin(text: Remembering, start: number, end: number): Sought {
  const { starts, words } = text.of(beginningsIn);
  let found = 0;
  for (let i = firstFrom(starts, start, at => at); i < starts.length && (starts[i] ?? end) < end; i++)
    found |= words[i] ?? 0;
  return found;
}

/** Calls `found` with the start of every word in a stretch of a text that may be one of the words, in order. */
export function eachSought(
  words: Sought,
  text: Remembering,
  found: (start: number) => void,
  from = 0,
  end = Number.POSITIVE_INFINITY,
): void {
  const { starts, words: may } = text.of(beginningsIn);
  for (let i = from > 0 ? firstFrom(starts, from, at => at) : 0; i < starts.length; i++) {
    const start = starts[i] ?? end;
    if (start >= end) break;
    if (((may[i] ?? 0) & words) !== 0) found(start);
  }
}

/** True when the word that starts at a place may be one of the words. */
export function mayStart(words: Sought, text: string, at: number): boolean {
  return ((sought[placeOf(keyAt(text, at))] ?? 0) & words) !== 0;
}

/** A text that remembers what has been read of it: a wording, or a prose. */
interface Remembering {
  of<T>(read: (text: string) => T): T;
}

/** The words of a text that somebody looks for. */
interface Beginnings {
  readonly all: Sought;
  /** Where each of them starts, and whose it may be. */
  readonly starts: readonly number[];
  readonly words: readonly Sought[];
}

const NONE: Beginnings = { all: 0, starts: [], words: [] };

function beginningsIn(text: string): Beginnings {
  let all = 0;
  let starts: number[] | undefined;
  let words: Sought[] | undefined;
  const add = (found: Sought, start: number) => {
    all |= found;
    starts ??= [];
    starts.push(start);
    words ??= [];
    words.push(found);
  };
  // The key of the word that a place is in, and where that starts; its letters behind the first ones are passed over.
  let key = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const letter = at < text.length ? letterAt(text, at) : 0;
    if (letter !== 0) {
      if (start < 0) start = at;
      if (at - start < LETTERS) key = (key << 5) | letter;
    } else if (start >= 0) {
      const found = sought[placeOf(key)] ?? 0;
      if (found !== 0) add(found, start);
      key = 0;
      start = -1;
    }
  }
  return starts && words ? { all, starts, words } : NONE;
}

function keyAt(text: string, start: number): number {
  let key = 0;
  const end = Math.min(start + LETTERS, text.length);
  for (let at = start; at < end; at++) {
    const letter = letterAt(text, at);
    if (letter === 0) break;
    key = (key << 5) | letter;
  }
  return key;
}

function placeOf(key: number): number {
  return Math.imul(key, SPREAD) >>> (32 - BITS);
}

/** 1 to 26 for A to Z in any case; 0 for anything else. */
function letterAt(text: string, at: number): number {
  const letter = (text.charCodeAt(at) | 32) - 96;
  return letter > 0 && letter < 27 ? letter : 0;
}
