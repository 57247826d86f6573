// Cuts a text into words, numbers and marks: the one pass over characters on which the quantity grammar stands.
import { type Word, type WordClass, wordAt } from './lexicon';
import type { WordFilter } from './word-filter';
import { words } from './words';

export type TokenKind = 'number' | 'word' | 'han-number' | 'han' | 'mark' | 'wall';

/**
 * A piece of text. White space makes no token; a blank line or an object replacement character makes a wall. Most tokens
 * are never looked at, so their text is cut out when somebody asks for it.
 */
export class Token {
  private known: Word | undefined;

  constructor(
    private readonly source: string,
    readonly kind: TokenKind,
    readonly start: number,
    readonly end: number,
    /** True when white space, or nothing, stands before it. */
    readonly spaced: boolean,
    /** False when surely nothing begins with it that the reader of the text waits for. */
    readonly awaited: boolean,
  ) {}

  /** As written. */
  get text(): string {
    return this.word.text;
  }

  /** In lower case, for look-ups. */
  get lower(): string {
    return this.word.lower;
  }

  /** True when the word is in the list. */
  is(list: WordClass): boolean {
    return (this.word.classes & list) !== 0;
  }

  private get word(): Word {
    this.known ??= wordAt(this.source, this.start, this.end);
    return this.known;
  }

  /** The same without the white space before it. */
  glued(): Token {
    return this.spaced ? new Token(this.source, this.kind, this.start, this.end, false, this.awaited) : this;
  }
}

const HAN_NUMERALS = '〇零一二三四五六七八九十百千万萬亿億兆两兩';

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  readTokens(text, 0, Number.POSITIVE_INFINITY, undefined, tokens);
  return tokens;
}

/** Long texts are read in pieces of about this many code units, so that few tokens are alive at a time. */
const CHUNK = 1 << 15;

/**
 * The tokens of a text from an offset on, up to a blank line, where no figure goes on; `end` is where to read on. Walls
 * stand before the first, so that whoever looks back a few tokens finds some: engines are slow to find nothing.
 */
export function tokenizeChunk(
  text: string,
  from: number,
  awaited: WordFilter,
  limit = CHUNK,
): { tokens: Token[]; end: number } {
  const wall = new Token(text, 'wall', from, from, true, false);
  const tokens = [wall, wall, wall];
  return { tokens, end: readTokens(text, from, limit, awaited, tokens) };
}

/** Adds the tokens to `tokens`, and returns the offset behind the last. */
function readTokens(
  text: string,
  from: number,
  limit: number,
  awaited: WordFilter | undefined,
  tokens: Token[],
): number {
  let at = from;
  let spaced = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      at++;
      spaced = true;
      continue;
    }
    if (isSpace(code)) {
      const next = code === 10 || code === 13 ? skipBlank(text, at + 1, code) : at + 1;
      if (next > at + 1) tokens.push(new Token(text, 'wall', at + 1, next, true, false));
      const paragraphEnds = next > at + 1 && next - from >= limit;
      at = next;
      spaced = true;
      if (paragraphEnds) break;
      continue;
    }
    const kind = kindAt(text, at, code);
    const end = endOf(kind, text, at, code);
    const mayBegin =
      kind === 'word' ? (awaited?.passes(text, at, end) ?? false) : kind !== 'mark' || code > 127;
    tokens.push(new Token(text, kind, at, end, spaced, mayBegin));
    at = end;
    spaced = false;
  }
  return at;
}

function kindAt(text: string, at: number, code: number): TokenKind {
  if (isLetterCode(code)) return 'word';
  if (isDigit(code) || (code === 46 && startsWithPoint(text, at))) return 'number';
  if (code < 128) return code === 95 ? 'word' : 'mark';
  if (isLetter(text, code, at)) return 'word';
  if (isHan(code)) return HAN_NUMERALS.includes(text.charAt(at)) ? 'han-number' : 'han';
  return code === 0xfffc ? 'wall' : 'mark';
}

function endOf(kind: TokenKind, text: string, at: number, code: number): number {
  switch (kind) {
    case 'number':
      return endOfNumber(text, at);
    case 'word':
      return endOfWord(text, at);
    case 'han':
    case 'han-number':
      return endOfHan(text, at, kind === 'han-number');
    default:
      return at + (isHighSurrogate(code) && at + 1 < text.length ? 2 : 1);
  }
}

/** After a line end: the offset behind further empty lines, or `at` when the next line has text. */
function skipBlank(text: string, at: number, lineEnd: number): number {
  let next = lineEnd === 13 && text.charCodeAt(at) === 10 ? at + 1 : at;
  const first = next;
  let blank = false;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (code === 10 || code === 13) blank = true;
    else if (!isSpace(code)) break;
    next++;
  }
  return blank && next > first ? next : at;
}

function endOfHan(text: string, at: number, numeral: boolean): number {
  let end = at + 1;
  while (
    end < text.length &&
    isHan(text.charCodeAt(end)) &&
    HAN_NUMERALS.includes(text.charAt(end)) === numeral
  )
    end++;
  return end;
}

/** ".5" begins a number when nothing but white space or a mark of currency or opening stands before the point. */
function startsWithPoint(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at + 1))) return false;
  if (at === 0) return true;
  return isSpace(text.charCodeAt(at - 1)) || '$£€¥₹(<>~+-−–'.includes(text.charAt(at - 1));
}

/**
 * A number is a run of digits with separators inside it: a point, comma or apostrophe before a digit, or a space
 * between groups of three digits. Whether the run makes sense is decided by the numerals.
 */
function endOfNumber(text: string, at: number): number {
  let end = codeAt(text, at) === 46 ? at + 1 : at;
  let groupStart = end;
  let onlySpaces = true;
  let groups = 0;
  for (;;) {
    while (isDigit(codeAt(text, end))) end++;
    const code = codeAt(text, end);
    const width = end - groupStart;
    if (isSeparator(code) && isDigit(codeAt(text, end + 1))) {
      onlySpaces = false;
      end++;
    } else if (
      onlySpaces &&
      isGroupSpace(code) &&
      (groups === 0 ? width <= 3 : width === 3) &&
      threeDigits(text, end + 1)
    ) {
      end++;
    } else if (isSpreadSeparator(text, end, width)) {
      onlySpaces = false;
      end += 3;
    } else return end;
    groupStart = end;
    groups++;
  }
}

/** "10 , 000" and "5 . 3": the news agencies' way, with white space around every mark. Prose never has it before one. */
function isSpreadSeparator(text: string, at: number, width: number): boolean {
  if (codeAt(text, at) !== 32 || codeAt(text, at + 2) !== 32) return false;
  const mark = codeAt(text, at + 1);
  if (mark === 46) return isDigit(codeAt(text, at + 3));
  return mark === 44 && width <= 3 && threeDigits(text, at + 3);
}

function threeDigits(text: string, at: number): boolean {
  for (let i = at; i < at + 3; i++) if (!isDigit(codeAt(text, i))) return false;
  return !isDigit(codeAt(text, at + 3)) && !isLetterCode(codeAt(text, at + 3));
}

/** Letters, then letters and digits; an apostrophe inside. A currency code ends before a digit: "USD4". */
function endOfWord(text: string, at: number): number {
  let end = at;
  let digits = false;
  while (end < text.length) {
    while (isLetterCode(codeAt(text, end))) end++;
    const code = codeAt(text, end);
    if (code === 32) return end;
    if (isDigit(code)) {
      if (!digits && endsBeforeDigits(text, at, end)) return end;
      digits = true;
    } else if (code === 0x27 || code === 0x2019) {
      if (!isLetter(text, codeAt(text, end + 1), end + 1)) return end;
    } else if (!isLetter(text, code, end) && code !== 0xb2 && code !== 0xb3) return end;
    end += isHighSurrogate(code) ? 2 : 1;
  }
  return Math.min(end, text.length);
}

const PREFIX_WORDS = new Set(
  words('Rs RMB kr Kr ca DKr NKr SKr SFr Sfr Fr KSh Ksh Php RM Rp Dhs MEUR MUSD MSEK MNOK MDKK MCHF'),
);

function endsBeforeDigits(text: string, at: number, end: number): boolean {
  const letters = text.slice(at, end);
  // "$US55", "$A82": the Australian way.
  if (text.charAt(at - 1) === '$') return letters.length <= 2;
  if (letters !== 'R') return PREFIX_WORDS.has(letters) || CURRENCY_CODES.has(letters);
  // Rand only with a scale: R2 and R7 are names.
  MONEY_SCALE.lastIndex = endOfNumber(text, end);
  return MONEY_SCALE.test(text);
}

const MONEY_SCALE = / ?(?:m|mn|bn|tn|million|billion|trillion)\b/y;

/** -1 at the end of the text: engines are slow to find nothing. */
function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : -1;
}

/** The ISO 4217 codes that the running engine knows. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function isDigit(code: number): boolean {
  return code < 128 ? code >= 48 && code <= 57 : code >= 0xff10 && code <= 0xff19;
}

function isSeparator(code: number): boolean {
  return code === 44 || code === 46 || code === 39 || code === 0x2019 || code === 0xff0e;
}

function isGroupSpace(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x2007;
}

function isSpace(code: number): boolean {
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

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf);
}

/** An ASCII letter; the bit that tells capitals from small letters is set first. */
function isLetterCode(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122 && code < 128;
}

const LETTER = /^\p{L}$/u;

function isLetter(text: string, code: number, at: number): boolean {
  if (code < 0xaa) return isLetterCode(code) || code === 95;
  if (isHan(code)) return false;
  if (code >= 0xd800 && code <= 0xdfff) return isHighSurrogate(code) && LETTER.test(text.slice(at, at + 2));
  return LETTER.test(String.fromCharCode(code));
}
