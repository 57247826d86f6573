// The words of all texts, each looked at once: in small letters, and with the lists of the grammar in which it stands.

/** A word list of the grammar as one bit, which `Token.is` asks for. */
export type WordClass = number;

/** A word as written. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** The bits of all lists that have it. */
  readonly classes: number;
  /** The value of one to six ASCII digits; -1 for anything else. */
  readonly digits: number;
  readonly hash: number;
}

/** Which words are in which lists. */
const listed = new Map<string, number>();
const tests: { readonly bit: WordClass; readonly holds: (lower: string) => boolean }[] = [];
let bits = 0;

/** @param words in lower case, or a test of a word in lower case */
export function wordClass(words: Iterable<string> | ((lower: string) => boolean)): WordClass {
  if (bits === 31) throw new RangeError('no bit is left for another class of words');
  const bit = 1 << bits++;
  if (typeof words === 'function') tests.push({ bit, holds: words });
  else for (const word of words) listed.set(word, (listed.get(word) ?? 0) | bit);
  return bit;
}

/** Words met lately, each at the first free place from the one that its hash tells: most words come again and again. */
const BITS = 14;
const met: (Word | undefined)[] = Array.from({ length: 1 << BITS });
/** Half of the places; then the words are forgotten and met anew. */
const MOST = 1 << (BITS - 1);
let count = 0;
/** Near hashes are set far apart: 2^32 over the golden ratio, after Knuth. */
const SPREAD = 0x9e3779b1;
/** The longest piece of a text that engines copy rather than keep all of the text in memory for it. */
const COPIED = 12;
/** Longer words are not remembered. */
const LONGEST = 2 * COPIED;

/** The word at [start, end) of a text. */
export function wordAt(text: string, start: number, end: number): Word {
  if (end - start === 1 && text.charCodeAt(start) < 128) return characterAt(text, start);
  if (end - start > LONGEST) return newWord(text.slice(start, end), 0);
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  let place = Math.imul(hash, SPREAD) >>> (32 - BITS);
  for (let word = met[place]; word !== undefined; word = met[place]) {
    if (word.hash === hash && isAt(word.text, text, start, end)) return word;
    place = (place + 1) & (met.length - 1);
  }
  if (count === MOST) met.fill(undefined);
  count = count === MOST ? 1 : count + 1;
  const middle = Math.min(start + COPIED, end);
  const word = newWord(text.slice(start, middle) + text.slice(middle, end), hash);
  met[place] = word;
  return word;
}

/** ASCII marks, mostly. */
function characterAt(text: string, at: number): Word {
  const code = text.charCodeAt(at);
  const word = characters[code] ?? newWord(text.charAt(at), code);
  characters[code] = word;
  return word;
}

const characters: (Word | undefined)[] = Array.from({ length: 128 });

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function newWord(text: string, hash: number): Word {
  const lower = text.toLowerCase();
  let classes = listed.get(lower) ?? 0;
  for (const { bit, holds } of tests) if (holds(lower)) classes |= bit;
  return { text, lower, classes, digits: shortNumber(text), hash };
}

/** The value of one to six digits. */
function shortNumber(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : -1;
}
