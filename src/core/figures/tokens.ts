// Cuts a text into words, numbers and marks: the one pass over characters on which the quantity grammar stands.
import { codeAt, isDigit, isHan, isHighSurrogate, isLetter, isLetterCode, isSpace } from './characters';
import { endOfNumber, startsWithPoint } from './digit-runs';
import { type Word, type WordClass, wordAt } from './lexicon';
import { words } from './words';

export type TokenKind = 'number' | 'word' | 'han-number' | 'han' | 'mark' | 'wall';

/** A piece of text. White space makes no token; a blank line or an object replacement character makes a wall. */
export class Token {
  constructor(
    private readonly word: Word,
    readonly kind: TokenKind,
    readonly start: number,
    readonly end: number,
    /** True when white space, or nothing, stands before it. */
    readonly spaced: boolean,
  ) {}

  /** As written. */
  get text(): string {
    return this.word.text;
  }

  /** In lower case, for look-ups. */
  get lower(): string {
    return this.word.lower;
  }

  /** The value of one to six ASCII digits; -1 for anything else. */
  get digits(): number {
    return this.word.digits;
  }

  /** True when the word is in the list. */
  is(list: WordClass): boolean {
    return (this.word.classes & list) !== 0;
  }

  /** The same without the white space before it. */
  glued(): Token {
    return this.spaced ? new Token(this.word, this.kind, this.start, this.end, false) : this;
  }
}

/** Where a paragraph begins and ends. */
export function isWall(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'wall';
}

/** The text of a blank line is nobody's concern. */
const WALL = wordAt('\n', 0, 1);

const HAN_NUMERALS = '〇零一二三四五六七八九十百千万萬亿億兆两兩壹贰貳叁肆伍陆陸柒捌玖拾佰仟';

/** The tokens of a text, and which of them may begin something. */
interface Tokens {
  readonly tokens: Token[];
  /** The places of all tokens that are no word and no ASCII mark, and of the words in the list asked for. */
  readonly starts: number[];
}

export function tokenize(text: string): Token[] {
  const found: Tokens = { tokens: [], starts: [] };
  readTokens(text, 0, Number.POSITIVE_INFINITY, 0, found);
  return found.tokens;
}

/** Long texts are read in pieces of about this many code units, so that few tokens are alive at a time. */
const CHUNK = 1 << 14;

/**
 * The tokens of a text from an offset on, up to a blank line, where no figure goes on; `end` is where to read on. Walls
 * stand before the first, so that whoever looks back a few tokens finds some: engines are slow to find nothing.
 */
export function tokenizeChunk(
  text: string,
  from: number,
  awaited: WordClass,
  limit = CHUNK,
): Readonly<Tokens> & { readonly end: number } {
  const wall = new Token(WALL, 'wall', from, from, true);
  const found: Tokens = { tokens: [wall, wall, wall], starts: [] };
  const end = readTokens(text, from, limit, awaited, found);
  return { tokens: found.tokens, starts: found.starts, end };
}

/** Adds the tokens to `found`, and returns the offset behind the last. */
function readTokens(
  text: string,
  from: number,
  limit: number,
  awaited: WordClass,
  { tokens, starts }: Tokens,
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
      if (next > at + 1) tokens.push(new Token(WALL, 'wall', at + 1, next, true));
      const paragraphEnds = next > at + 1 && next - from >= limit;
      at = next;
      spaced = true;
      if (paragraphEnds) break;
      continue;
    }
    const kind = kindAt(text, at, code);
    const end = endOf(kind, text, at, code);
    const word = wordAt(text, at, end);
    if (kind === 'word' ? (word.classes & awaited) !== 0 : kind !== 'mark' || code > 127)
      starts.push(tokens.length);
    tokens.push(new Token(word, kind, at, end, spaced));
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
  if (letters !== 'R' && letters !== 'PS') return PREFIX_WORDS.has(letters) || CURRENCY_CODES.has(letters);
  // Rand, and the news agencies' way of writing £, only where it must be money: R2, R7 and PS5 are names.
  const numberEnd = endOfNumber(text, end);
  MONEY_SCALE.lastIndex = numberEnd;
  return MONEY_SCALE.test(text) || text.slice(end, numberEnd).includes(',');
}

const MONEY_SCALE = / ?(?:m|mn|bn|tn|million|billion|trillion)\b/y;

/** The ISO 4217 codes that the running engine knows. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
