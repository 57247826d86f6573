// The classes of characters that make tokens.

/** -1 at the end of the text: engines are slow to find nothing. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : -1;
}

export function isDigit(code: number): boolean {
  return code < 128 ? code >= 48 && code <= 57 : code >= 0xff10 && code <= 0xff19;
}

export function isSeparator(code: number): boolean {
  return code === 44 || code === 46 || code === 39 || code === 0x2019 || code === 0xff0e;
}

export function isGroupSpace(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x2007;
}

export function isSpace(code: number): boolean {
  if (code > 32 && code < 160) return false;
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0x2028 ||
    code === 0x2029
  );
}

export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf);
}

/** An ASCII letter; the bit that tells capitals from small letters is set first. */
export function isLetterCode(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122 && code < 128;
}

const LETTER = /^\p{L}$/u;

export function isLetter(text: string, code: number, at: number): boolean {
  if (code < 0xaa) return isLetterCode(code) || code === 95;
  if (isHan(code)) return false;
  if (code >= 0xd800 && code <= 0xdfff) return isHighSurrogate(code) && LETTER.test(text.slice(at, at + 2));
  return LETTER.test(String.fromCharCode(code));
}
