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
  /** Its key in the table of words met: see `wordAt`. */
  readonly first: number;
  readonly rest: number;
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

/** Words met lately, each at the first free place from the one that its key tells: most words come again and again. */
const BITS = 14;
const met: (Word | undefined)[] = Array.from({ length: 1 << BITS });
/** Half of the places; then the words are forgotten and met anew. */
const MOST = 1 << (BITS - 1);
let count = 0;
/** Near keys are set far apart: 2^32 over the golden ratio, after Knuth, and another odd number. */
const [SPREAD, SPREAD_REST] = [0x9e3779b1, 0x85ebca6b];
/** The longest piece of a text that engines copy rather than keep all of the text in memory for it. */
const COPIED = 12;
/** Longer words are not remembered. */
const LONGEST = 2 * COPIED;
/** The most characters of a word that is its own key, in two numbers of four ASCII characters each. */
const PACKED = 8;
/** In place of the second number: the first is a hash, which other words may have too. */
const HASHED = -1;

/** The word at [start, end) of a text. */
export function wordAt(text: string, start: number, end: number): Word {
  const length = end - start;
  if (length === 1 && text.charCodeAt(start) < 128) return characterAt(text, start);
  if (length > LONGEST) return newWord(text.slice(start, end), 0, HASHED);
  if (length <= PACKED) {
    const first = pack(text, start, Math.min(start + 4, end));
    const rest = pack(text, start + 4, end);
    if (first >= 0 && rest >= 0) return remembered(text, start, end, first, rest);
  }
  return remembered(text, start, end, hashOf(text, start, end), HASHED);
}

/** Up to four ASCII characters as one number, which is not negative; -1 when other characters are among them. */
function pack(text: string, start: number, end: number): number {
  let packed = 0;
  let all = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    all |= code;
    packed = (packed << 8) | code;
  }
  return all < 128 ? packed : -1;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

function remembered(text: string, start: number, end: number, first: number, rest: number): Word {
  let place = (Math.imul(first, SPREAD) ^ Math.imul(rest, SPREAD_REST)) >>> (32 - BITS);
  for (let word = met[place]; word !== undefined; word = met[place]) {
    const isSame = word.first === first && word.rest === rest;
    if (isSame && (rest !== HASHED || isAt(word.text, text, start, end))) return word;
    place = (place + 1) & (met.length - 1);
  }
  if (count === MOST) met.fill(undefined);
  count = count === MOST ? 1 : count + 1;
  const middle = Math.min(start + COPIED, end);
  const word = newWord(text.slice(start, middle) + text.slice(middle, end), first, rest);
  met[place] = word;
  return word;
}

/** ASCII marks, mostly. */
function characterAt(text: string, at: number): Word {
  const code = text.charCodeAt(at);
  const word = characters[code] ?? newWord(text.charAt(at), code, 0);
  characters[code] = word;
  return word;
}

const characters: (Word | undefined)[] = Array.from({ length: 128 });

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function newWord(text: string, first: number, rest: number): Word {
  const lower = text.toLowerCase();
  let classes = listed.get(lower) ?? 0;
  for (const { bit, holds } of tests) if (holds(lower)) classes |= bit;
  return { text, lower, classes, digits: shortNumber(text), first, rest };
}

/** The value of one to six digits. */
function shortNumber(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : -1;
}
