// The words of all texts, each looked at once: in small letters, and with the lists of the grammar in which it stands.

/** A word list of the grammar as one bit, which `Token.is` asks for. */
export type WordClass = number;

/** A word as written. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** The bits of all lists that have it. */
  readonly classes: number;
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

/** Words met lately, by a hash of their letters: most words of a text come again and again. */
const MET = 1 << 14;
const met: (Word | undefined)[] = Array.from({ length: MET });
/** Longer pieces of a text would keep all of it in memory. */
const LONGEST = 12;

/** The word at [start, end) of a text. */
export function wordAt(text: string, start: number, end: number): Word {
  if (end - start === 1 && text.charCodeAt(start) < 128) return characterAt(text, start);
  if (end - start > LONGEST) return newWord(text.slice(start, end));
  let hash = 0;
  for (let i = start; i < end; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  const slot = (hash ^ (hash >>> 14)) & (MET - 1);
  const known = met[slot];
  if (known !== undefined && isAt(known.text, text, start, end)) return known;
  const word = newWord(text.slice(start, end));
  met[slot] = word;
  return word;
}

/** ASCII marks, mostly. */
function characterAt(text: string, at: number): Word {
  const code = text.charCodeAt(at);
  const word = characters[code] ?? newWord(text.charAt(at));
  characters[code] = word;
  return word;
}

const characters: (Word | undefined)[] = Array.from({ length: 128 });

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function newWord(text: string): Word {
  const lower = text.toLowerCase();
  let classes = listed.get(lower) ?? 0;
  for (const { bit, holds } of tests) if (holds(lower)) classes |= bit;
  return { text, lower, classes };
}
