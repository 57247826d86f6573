// Cuts a text into words, numbers and marks: the one pass over characters on which the quantity grammar stands.
import { isDigit, isHan, isHighSurrogate, isLetter, isLetterCode, isSpace } from './characters';
import { endOfNumber, startsWithPoint } from './digit-runs';
import type { DigitRun } from './digits';
import { NO_WORD, takeLetters, takeMark, takeNumber, takeWord, type Word, type WordClass } from './lexicon';
import { endOfHan, endOfWord, isHanNumeral } from './word-runs';

export type TokenKind = 'number' | 'word' | 'han-number' | 'han' | 'mark' | 'wall';

/** A piece of text. White space makes no token; a blank line or an object replacement character makes a wall. */
export type Token = Readonly<Piece>;

class Piece {
  kind: TokenKind = 'wall';
  start = 0;
  end = 0;
  /** True when white space, or nothing, stands before it. */
  spaced = true;
  word: Word = NO_WORD;
  /** The lists that have it. */
  classes: WordClass = 0;

  /** As written; of a blank line, a line feed. */
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

  /** What digits with separators say, where that makes sense. */
  get run(): DigitRun | undefined {
    return this.word.run;
  }

  /** True when the word is in the list. */
  is(list: WordClass): boolean {
    return (this.classes & list) !== 0;
  }

  /** The same without the white space before it. */
  glued(): Token {
    return this.spaced ? Object.assign(new Piece(), this, { spaced: false }) : this;
  }
}

/** Where a paragraph begins and ends. */
export function isWall(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'wall';
}

/** The tokens of a part of a text. */
interface Tokens {
  readonly tokens: readonly Token[];
  /** The places of all tokens that are no word and no ASCII mark, and of the words in the lists asked for. */
  readonly starts: readonly number[];
  /** Where to read on. */
  readonly end: number;
}

/** Long texts are read in parts of about this many code units: their tokens stay in the machine's nearest memory. */
const PART = 1 << 12;

/** Walls before the first token: whoever looks back finds some, for engines are slow to find nothing. */
const WALLS = 3;

/** The tokens of a text. */
export function tokenize(text: string): readonly Token[] {
  return new Page().read(text, 0, Number.POSITIVE_INFINITY, 0).tokens.slice(WALLS);
}

/**
 * The tokens of a part of a text from an offset on, up to a blank line, where no figure goes on. They hold until the next
 * part is asked for, of this text or another.
 */
export function tokenizePart(text: string, from: number, awaited: WordClass): Tokens {
  return PAGE.read(text, from, PART, awaited);
}

/** Makes the tokens of one part of a text after another, those of the next from those of the last. */
class Page {
  private pieces: Piece[] = [];
  private count = 0;

  /** Reads from an offset to the first blank line behind so many code units. */
  read(text: string, from: number, least: number, awaited: WordClass): Tokens {
    if (this.pieces.length > KEPT) this.pieces = [];
    this.count = 0;
    for (let i = 0; i < WALLS; i++) this.addBlank(from, from);
    const starts: number[] = [];
    let at = from;
    let spaced = true;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === 32) {
        at++;
        spaced = true;
      } else if (isSpace(code)) {
        const next = code === 10 || code === 13 ? skipBlank(text, at + 1, code) : at + 1;
        const isBlankLine = next > at + 1;
        if (isBlankLine) this.addBlank(at + 1, next);
        at = next;
        spaced = true;
        if (isBlankLine && next - from >= least) break;
      } else {
        const kind = kindAt(text, at, code);
        const piece = this.next(kind, at, spaced);
        takeAt(text, at, code, piece);
        if (kind === 'word' ? piece.is(awaited) : kind !== 'mark' || code > 127) starts.push(this.count - 1);
        at = piece.end;
        spaced = false;
      }
    }
    return { tokens: this.pieces.slice(0, this.count), starts, end: at };
  }

  private next(kind: TokenKind, start: number, spaced: boolean): Piece {
    const piece = this.pieces[this.count++] ?? new Piece();
    if (this.count > this.pieces.length) this.pieces.push(piece);
    piece.kind = kind;
    piece.start = start;
    piece.spaced = spaced;
    return piece;
  }

  private addBlank(start: number, end: number): void {
    const piece = this.next('wall', start, true);
    piece.end = end;
    piece.word = BLANK_LINE;
    piece.classes = 0;
  }
}

const PAGE = new Page();
const BLANK_LINE: Word = { ...NO_WORD, text: '\n', lower: '\n' };
/** More tokens than this, of a text without blank lines, are let go. */
const KEPT = PART;

function kindAt(text: string, at: number, code: number): TokenKind {
  if (isLetterCode(code)) return 'word';
  if (isDigit(code) || (code === 46 && startsWithPoint(text, at))) return 'number';
  if (code < 128) return code === 95 ? 'word' : 'mark';
  if (isLetter(text, code, at)) return 'word';
  if (isHan(code)) return isHanNumeral(text, at) ? 'han-number' : 'han';
  return code === 0xfffc ? 'wall' : 'mark';
}

/** Gives a piece of a known kind its word, and so its end. */
function takeAt(text: string, at: number, code: number, piece: Piece): void {
  switch (piece.kind) {
    case 'word':
      if (!takeLetters(text, at, piece)) takeWord(text, at, endOfWord(text, at), piece);
      break;
    case 'number': {
      const end = endOfNumber(text, at);
      if (!takeNumber(text, at, end, piece)) takeWord(text, at, end, piece);
      break;
    }
    case 'han':
    case 'han-number':
      takeWord(text, at, endOfHan(text, at), piece);
      break;
    default:
      if (code < 128) takeMark(at, code, piece);
      else takeWord(text, at, at + (isHighSurrogate(code) && at + 1 < text.length ? 2 : 1), piece);
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
