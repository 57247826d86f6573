// List and heading marks that are not Markdown's, as people type them and as pages leave them in a paste.
import { kindAt, SPACE } from '../text/letters';

export interface LineMark {
  /**
   * A `bullet` always makes a list item; the others do so beside a line with the same mark. Alone, a `square` makes a
   * heading, a `number` may make one, and a `dash` or `picture` makes nothing.
   */
  readonly kind: 'bullet' | 'square' | 'number' | 'dash' | 'picture';
  /** Lines with the same family of mark belong to one list. */
  readonly family: string;
  /** Where the mark starts and where the words after it start, from the start of the line. */
  readonly start: number;
  readonly end: number;
}

const BULLETS = '•・◦▪▫‣⁃∙⦁·➤➢▸→⇒☐☑☒✓✔✗✘';
const DASHES = '–—';
const SQUARES = '■□◆◇❖▌▍◼【●○◎►▶★☆※▼';
const CIRCLED = /^[①-⑳❶-➓]$/;
/** "1️⃣": the picture of a key with a number. */
const KEYCAP = /^\d\uFE0F?\u20E3/;
const BRACKETED_NUMBER =
  /^(?:【\d{1,2}】|[(（](?:\d{1,2}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）]|[a-z][)）]|\d{1,2}[、）])\s*(?=\S)/;
/** "[Slide 4] The makers", "[Page 4/12] The makers": where the slides of a deck, or the pages of a print, begin in its text. */
const PAGE = /^\[(?:slide|page|p\.|sheet|folie) ?\d{1,3}(?: ?\/ ?\d{1,3})?\]/i;
const LEAD_IN_BRACKETS = /^【[^【】]{1,40}】\s*[^\s】]/;
/** "1.1. …" above "1.2. …": the numbers of a list below a numbered item. */
const DECIMAL = /^\d{1,2}\.\d{1,2}\. (?=\S)/;
/** "A. …" above "B. …". */
const LETTER = /^(?:[A-H][.)]|[a-h]\.) \S/;
const PICTURE = /^(?:\p{Extended_Pictographic}|(?!^)(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}]))+/u;

/** The mark at the start of a line; undefined for Markdown's own marks and for lines without one. */
export function markOf(line: string): LineMark | undefined {
  let start = 0;
  while (line.charCodeAt(start) === 32 || line.charCodeAt(start) === 9 || line.charCodeAt(start) === 0x3000)
    start++;
  const code = line.charCodeAt(start);
  if (Number.isNaN(code) || !mayBeMark(code)) return undefined;
  const glyph = line.charAt(start);
  const mark = (kind: LineMark['kind'], family: string, length: number): LineMark | undefined => {
    const gap = /^[\s\u3000]*/.exec(line.slice(start + length, start + length + 20))?.[0].length ?? 0;
    const end = start + length + gap;
    return end < line.length ? { kind, family, start, end } : undefined;
  };
  const spaced = kindAt(line, start + 1) === SPACE;
  if (glyph === '·' && /\p{L}/u.test(line.charAt(start + 1))) return mark('dash', glyph, 1);
  if (glyph === '·' || DASHES.includes(glyph))
    return spaced ? mark(glyph === '·' ? 'bullet' : 'dash', glyph, 1) : undefined;
  // ": text" under a term is its definition; ":- text" is what a page makes of the items after the first.
  if (glyph === ':' && line.startsWith('- ', start + 1)) return mark('bullet', ':-', 2);
  if (glyph === ':' || glyph === '?') return spaced ? mark('bullet', glyph, 1) : undefined;
  if (glyph === '…' && /\p{L}/u.test(line.charAt(start + 1))) return mark('dash', glyph, 1);
  if (BULLETS.includes(glyph)) return mark('bullet', glyph, 1);
  // "【Within 1 year】The route opens": brackets around the words that lead the text are no mark before it.
  if (glyph === '【' && LEAD_IN_BRACKETS.test(line.slice(start, start + 60)))
    return mark('square', '【】', 0);
  if (SQUARES.includes(glyph) && !/^【\d/.test(line.slice(start, start + 2))) return mark('square', glyph, 1);
  if (CIRCLED.test(glyph)) return mark('number', 'circled', 1);
  const page = glyph === '[' ? PAGE.exec(line.slice(start, start + 20)) : null;
  if (page) return mark('square', 'page', page[0].length);
  const keycap = KEYCAP.exec(line.slice(start, start + 3));
  if (keycap) return mark('number', 'keycap', keycap[0].length);
  const numbered = BRACKETED_NUMBER.exec(line.slice(start, start + 12));
  if (numbered) return mark('number', 'bracketed', numbered[0].length);
  const decimal = DECIMAL.exec(line.slice(start, start + 10));
  if (decimal) return mark('number', 'decimal', decimal[0].length - 1);
  if (LETTER.test(line.slice(start, start + 4))) return mark('number', 'letters', 2);
  const picture = code >= 0x2190 ? PICTURE.exec(line.slice(start, start + 16))?.[0] : undefined;
  return picture ? mark('picture', picture, picture.length) : undefined;
}

/** Turns nearly every line away by its first character. */
function mayBeMark(code: number): boolean {
  if (code > 0x7f) return code === 0xb7 || code >= 0x2010;
  return (
    code === 40 ||
    code === 63 ||
    code === 91 ||
    (code >= 48 && code <= 58) ||
    (code >= 65 && code <= 72) ||
    (code >= 97 && code <= 122)
  );
}

/** The mark that sets off a heading without Markdown's: a square, or emphasis around all of it. */
export function signOf(line: string): string | undefined {
  const mark = markOf(line);
  if (mark?.kind === 'square') return mark.family;
  return /^\s*(?:\*\*|__)/.test(line) ? '**' : undefined;
}
