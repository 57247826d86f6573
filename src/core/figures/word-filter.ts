// Turns most words of a text away before anybody cuts them out of it: by their length and three of their letters.

const SIZE = 1 << 12;

export class WordFilter {
  private readonly possible = new Uint8Array(SIZE);

  /** @param words in lower case */
  constructor(words: Iterable<string>) {
    for (const word of words) this.possible[keyOf(word, 0, word.length)] = 1;
  }

  /** True for all of the words, in whatever case, for codes such as Q1 and FY26, and for a few others by chance. */
  passes(text: string, start: number, end: number): boolean {
    return this.possible[keyOf(text, start, end)] === 1 || isCode(text, start, end);
  }
}

/** The same for capitals and small letters. */
function keyOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) | 32;
  const middle = text.charCodeAt((start + end) >> 1) | 32;
  const last = text.charCodeAt(end - 1) | 32;
  return ((first << 7) ^ (middle << 5) ^ (last << 2) ^ (end - start)) & (SIZE - 1);
}

const CODE_LETTERS = 'qhfcQHFC';

/** Among the second to fourth characters of what may be a code. */
function isCode(text: string, start: number, end: number): boolean {
  if (!CODE_LETTERS.includes(text.charAt(start))) return false;
  const last = Math.min(start + 4, end);
  for (let i = start + 1; i < last; i++)
    if (text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) return true;
  return false;
}
