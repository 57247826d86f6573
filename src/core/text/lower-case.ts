// Finds the words of a text that start in lower case, without a regular expression over all of it.
import { ALPHANUMERIC, endOfRun, kindAt, LOWER, SPACE } from './letters';

/**
 * Calls `found` with every run of lower-case letters that no letter or digit stands before, in text order: a word, or
 * the start of one such as "iPhone".
 */
export function eachLowerCaseWord(text: string, found: (start: number, end: number) => void): void {
  const { length } = text;
  let at = 0;
  let inWord = false;
  while (at < length) {
    const start = at;
    // Engines are slow to find nothing behind the end.
    while (at < length && isSmallLetter(text.charCodeAt(at))) at++;
    const kind = at < length && text.charCodeAt(at) === 32 ? SPACE : kindAt(text, at);
    if (kind === LOWER) at = endOfRun(text, at, LOWER);
    if (at > start) {
      if (!inWord) found(start, at);
      inWord = true;
    } else {
      inWord = (kind & ALPHANUMERIC) !== 0;
      at++;
    }
  }
}

/** Nearly all letters are told by their code alone. */
function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}
