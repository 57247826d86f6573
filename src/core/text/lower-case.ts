// Finds the words of a text that start in lower case, without a regular expression over all of it.

/**
 * Calls `found` with every run of lower-case letters that no letter or digit stands before, in text order: a word, or
 * the start of one such as "iPhone". Letters beyond the basic plane count as none.
 */
export function eachLowerCaseWord(text: string, found: (word: string) => void): void {
  let at = 0;
  let inWord = false;
  while (at < text.length) {
    if (!isLower(text, at)) {
      inWord = isWord(text, at);
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && isLower(text, at)) at++;
    if (!inWord) found(text.slice(start, at));
    inWord = true;
  }
}

function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 97 && code <= 122;
  return /^\p{Ll}/u.test(text.charAt(at));
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return /^[\p{L}\p{N}]/u.test(text.charAt(at));
}
