// The lines that the block parser sees. Mostly the source's own; where a paste has glued or flattened structure, the
// lines that its author meant. Nothing is changed in the text: every line knows where it stands.
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { classifyLines, isDelimiterRow, type RawLine } from './classify';
import { headingTitle, looksLikeHeading } from './flattened';
import { gluedParts, isShortTitle } from './glued';
import { type LineMark, markOf } from './marks';
import { linesSetOneByOne, type Verse } from './verse';

export interface Line extends Span {
  /** A heading that lost its mark: the block parser gets the mark back. */
  readonly heading: boolean;
  /** It stood glued to the text before it. */
  readonly glued: boolean;
  /** What the block parser sees in place of the line, where it would not know its mark. */
  readonly as: string | undefined;
}

const LONGEST_WRAPPED = 160;
const LINES_AT_ONCE = 50;
/** The start of a line that no editor's wrapping makes: a Chinese or roman section number, or a label. */
const STARTS_ANEW =
  /^\s*(?:[一二三四五六七八九十]{1,3}[、.]|[IVX]{2,5}\. [A-Z]|(?:Facts?|Core [a-z]+|Sources?|Drivers?|Background|Why|Within|By|Confidence|Position|Date)\b[^:：]{0,40}[:：])/;
/** "四、Players", "IV. Positions of the parties". */
const SECTION_NUMBER = /^\s*(?:[一二三四五六七八九十]{1,3}、|[IVX]{1,5}[.)] )/;
/** "WHO WANTS WHAT". */
const SHOUTED = /^[^\p{Ll}\d.,;:!?|]*\p{Lu}{4}[^\p{Ll}\d.,;:!?|]*$/u;
/** "1. EVENTS". */
const IN_CAPITALS = /^\s*\d{1,2}[.)] [^\p{Ll}\d]*\p{Lu}{4}[^\p{Ll}\d]*$/u;
/** "What readers should do", "Where this goes": nobody ends a line of text so. */
const ASKS_WITHOUT_MARK = /^(?:What|Who|Where|How|Why)(?:['’]s)? (?:\S+ ){1,5}\S*[\p{L}\d]$/u;
/** "Norvik Buys the Old Harbour of Sundby (12 March 2026)". */
const DATED_TITLE = /^(?:\S+ ){1,14}[(（][^()（）]*\b(?:19|20)\d\d[^()（）]{0,20}[)）]$/;

/** "… for a year. Source: Norvik notice". */
const ENDS_WITH_SOURCE = /\bSources?[:：] ?(?:[^.]|\.(?! [A-Z])){3,80}$/;

/** A line that is emphasised throughout, a picture before it aside. */
const EMPHASISED =
  /^\s{0,3}(?:\p{Extended_Pictographic}\uFE0F?\s*)?(\*\*|__|\*|_)(?=[^\s*_])([^*_]{1,120})\1[:：]?\s*$/u;

function plainLine(start: number, end: number): Line {
  return { start, end, heading: false, glued: false, as: undefined };
}

/** Splits a text into the lines to parse; blank lines are added where structure had lost them. */
export function* recoverLines(text: string): Steps<Line[]> {
  const recovery = new Recovery(text);
  yield;
  return yield* recovery.lines();
}

class Recovery {
  private readonly raw: readonly RawLine[];
  private readonly marks: readonly (LineMark | undefined)[];
  /** Lines that stand under each other as the entries of a list do, without its marks. */
  private readonly verse: Verse;
  /** Several lines are longer than any editor wraps them. */
  private readonly unwrapped: boolean;
  /** None of the headings has kept its mark. */
  private readonly unmarked: boolean;
  /** Lines such as "2. Positions" that count the sections of such a text, each right above its own. */
  private readonly numbered: ReadonlySet<number>;
  /** … and some lines can only be headings: the text was pasted from a page. */
  private readonly pasted: boolean;

  constructor(private readonly text: string) {
    this.raw = classifyLines(text);
    this.marks = this.raw.map(line =>
      line.kind === 'text' || line.kind === 'item' ? markOf(line.text) : undefined,
    );
    this.verse = linesSetOneByOne(this.raw);
    this.unwrapped = this.raw.filter(line => isProse(line) && line.text.length > LONGEST_WRAPPED).length > 1;
    this.unmarked = this.raw.filter(line => line.kind === 'heading' && line.isHeading).length <= 1;
    this.numbered = this.unmarked ? this.numberedTitles() : new Set();
    this.pasted = this.unmarked && this.raw.some((line, i) => this.canOnlyBeHeading(line, i));
  }

  *lines(): Steps<Line[]> {
    const lines: Line[] = [];
    const blank = (at: number) => {
      const last = lines.at(-1);
      if (last && last.end > last.start) lines.push(plainLine(at, at));
    };
    for (const [i, line] of this.raw.entries()) {
      if (i % LINES_AT_ONCE === 0) yield;
      if (line.kind === 'opaque' || line.kind === 'blank' || line.kind === 'heading') {
        lines.push(plainLine(line.start, line.end));
        continue;
      }
      if (this.breaksBefore(i)) blank(line.start);
      const leftOut = this.numberLeftOut(i);
      const parts =
        line.kind === 'row'
          ? [{ start: line.start, end: line.end, isHeading: false }]
          : gluedParts(this.text, line, leftOut?.number);
      parts.forEach((part, index) => {
        const content = index === 0 && parts.length === 1 ? line.text : this.text.slice(part.start, part.end);
        const glued = index > 0;
        const next = parts[index + 1];
        const isItem = glued && leftOut?.inList && content.startsWith(String(leftOut.number));
        const heading =
          part.isHeading ||
          (index === parts.length - 1 && !isItem && this.isHeading(i, content, glued)) ||
          (next !== undefined && headsItems(content, this.text.slice(next.start, next.end)));
        if (heading || glued) blank(part.start);
        const as = heading
          ? `# ${withoutHeadingMark(content)}`
          : (wikiHeading(content) ?? this.asItem(i, content, glued));
        lines.push({ start: part.start, end: part.end, heading, glued, as });
        if (heading) blank(part.end);
      });
    }
    return lines;
  }

  /** The number that the numbered lines before and after line `i` leave out between them, and what they are. */
  private numberLeftOut(i: number): { readonly number: number; readonly inList: boolean } | undefined {
    const text = this.raw[i]?.text ?? '';
    if (!MAY_HOLD_NUMBER.test(text) || !/\d\d[.)] \p{Lu}/u.test(text)) return undefined;
    const from = Math.max(0, i - NEAR);
    const before = from + this.raw.slice(from, i + 1).findLastIndex(line => numberOf(line) !== undefined);
    const after = this.raw.slice(i + 1, i + 1 + NEAR).find(line => numberOf(line) !== undefined);
    const line = this.raw[before];
    const number = line && numberOf(line);
    if (number === undefined || !after || numberOf(after) !== number + 2) return undefined;
    return { number: number + 1, inList: !this.isHeading(before, line?.text ?? '', false) };
  }

  /** The line with Markdown's mark in place of its own, when it is a list item. */
  private asItem(i: number, content: string, glued: boolean): string | undefined {
    const mark = glued ? markOf(content) : this.marks[i];
    if (!mark || !(mark.kind === 'bullet' || this.standsInList(i, mark))) return undefined;
    const item = `${content.slice(0, mark.start)}${mark.kind === 'number' ? '1.' : '-'} ${content.slice(mark.end)}`;
    return glued ? item.trimStart() : item;
  }

  /** A line next to it, or across one blank line, has the same mark. */
  private standsInList(i: number, mark: LineMark): boolean {
    const sameAt = (k: number) => {
      const other = this.marks[k];
      return other !== undefined && other.family === mark.family && other.start === mark.start;
    };
    const isBlank = (k: number) => this.raw[k]?.kind === 'blank' || this.introducesList(k);
    if (mark.kind === 'square' && !(sameAt(i - 1) || sameAt(i + 1))) return false;
    return (
      sameAt(i - 1) || sameAt(i + 1) || (isBlank(i - 1) && sameAt(i - 2)) || (isBlank(i + 1) && sameAt(i + 2))
    );
  }

  private isHeading(i: number, content: string, glued: boolean): boolean {
    if (content.length > 200) return false;
    const line = this.raw[i];
    const mark = glued ? markOf(content) : this.marks[i];
    if (!line || mark?.kind === 'bullet' || (mark && this.standsInList(i, mark))) return false;
    const isSquare = mark?.kind === 'square';
    if (glued)
      return (
        !/^\s*(?:[-*+]|\d{1,2}[.)])\s.*[.;]$/.test(content) &&
        !/^\s*[-*+]\s/.test(content) &&
        looksLikeHeading(
          content,
          mark !== undefined || /^[#（一二三四五六七八九十]/.test(content) || isShortTitle(content),
        )
      );
    if (line.kind === 'text' && isSquare) return looksLikeHeading(content, true);
    if (this.isBoldHeading(i, content)) return true;
    if (this.numbered.has(i) || this.isLoneHeading(i, content) || this.headsParagraphs(i, content))
      return true;
    return this.pasted && this.isPastedHeading(i, content);
  }

  /** "**Key Judgments**" on a line of its own that heads what follows. A table's is its caption. */
  private isBoldHeading(i: number, content: string): boolean {
    if (this.raw[i]?.kind !== 'text' || !this.endsBlock(i - 1)) return false;
    const bold = EMPHASISED.exec(content);
    // Where headings have marks, words in italics are a note.
    if (!bold || (bold[1]?.length === 1 && !this.unmarked)) return false;
    const next = this.raw[i + 1]?.kind ?? 'blank';
    const mark = this.marks[i + 1]?.kind;
    const heads =
      next === 'item' ||
      (bold[1]?.length === 2 && this.verse.breaks.has(i + 1)) ||
      mark === 'bullet' ||
      mark === 'dash' ||
      (mark === 'picture' && bold[1]?.length === 2) ||
      (next === 'blank' && (bold[1]?.length === 2 || this.kindAfter(i) === 'item'));
    // "**2) Relevant facts.**" heads a list, "**Ports merge.**" is a statement.
    const stop = next === 'item' && /^\d{1,2}[.)] /.test(bold[2] ?? '') ? /[:：.]\s*$/ : /[:：]\s*$/;
    // "**Who owns the port?**" heads its answer.
    const isAsked = next === 'blank' && bold[1]?.length === 2 && /[?？]\s*$/.test(bold[2] ?? '');
    const words = (bold[2] ?? '').replace(isAsked ? /[?？]\s*$/ : stop, '');
    const after = this.kindAfter(i);
    // "Views", which a page counts, heads a list all the same.
    const isWord = after === 'item' && /^\p{Lu}\p{Ll}+$/u.test(words);
    return heads && (isWord || looksLikeHeading(words, true)) && (isAsked || after !== 'row');
  }

  /** A short line between blank ones, in a text whose headings have no marks, or in capitals throughout. */
  private isLoneHeading(i: number, content: string): boolean {
    const line = this.raw[i];
    const numbered = line?.kind === 'item' && /^\d/.test(line.text);
    if (!line || !(line.kind === 'text' || numbered) || !this.endsBlock(i - 1)) return false;
    if (this.kindAfter(i) === undefined) return false;
    const title = headingTitle(content);
    const capitals = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(title) && /\p{Lu}{4}/u.test(title);
    // "2. ACTORS" needs no blank line between it and what it heads.
    if (!this.endsBlock(i + 1) && !(numbered && capitals && !isNumbered(this.raw[i + 1]))) return false;
    if (capitals && /\d/.test(title) && !this.unmarked) return false;
    return (
      (capitals ||
        (this.unmarked && (!numbered || title.split(' ').length <= 6 || DATED_TITLE.test(title)))) &&
      looksLikeHeading(content, true)
    );
  }

  /** Short numbered lines behind blank ones and right above text, where three or more count on. */
  private numberedTitles(): ReadonlySet<number> {
    const titles: number[] = [];
    let number = 0;
    for (const [i, line] of this.raw.entries()) {
      if (numberOf(line) !== number + 1 || !this.endsBlock(i - 1)) continue;
      const next = this.raw[i + 1];
      const isAbove = next?.kind === 'text' && !/^\s/.test(next.text) && !this.marks[i + 1];
      if (!isAbove || line.text.split(' ').length > MOST_TITLE_WORDS || !looksLikeHeading(line.text, true))
        continue;
      number++;
      titles.push(i);
    }
    return new Set(titles.length < TITLES_NEEDED ? [] : titles);
  }

  /** "2. Events of the month" above "2.1 On 14 July …", in a text whose headings have no marks. */
  private headsParagraphs(i: number, content: string): boolean {
    const line = this.raw[i];
    const number = line && numberOf(line);
    const next = this.raw.slice(i + 1, i + 3).find(({ kind }) => kind !== 'blank');
    return (
      this.unmarked &&
      number !== undefined &&
      next?.text.trimStart().startsWith(`${number}.1`) === true &&
      looksLikeHeading(content, true)
    );
  }

  private isPastedHeading(i: number, content: string): boolean {
    const line = this.raw[i];
    const next = this.raw[i + 1];
    const stands = line && (SHOUTED.test(content) || i === 0 || this.endsDeliberately(i - 1));
    if (!stands || !(SHOUTED.test(content) || this.endsDeliberately(i))) return false;
    // A numbered line with its text, table or unnumbered list directly under it, unindented, is a numbered heading.
    const numbered = line.kind === 'item' ? /^\d/.test(line.text) : this.marks[i]?.kind === 'number';
    if (numbered)
      return (
        (headsOther(next) ||
          (IN_CAPITALS.test(content) && !isNumbered(next)) ||
          // "C. Assessment" above "1. …".
          (this.marks[i]?.family === 'letters' && isNumbered(next))) &&
        looksLikeHeading(content)
      );
    if (line.kind !== 'text' || this.verse.lines.has(i)) return false;
    const headsList = next?.kind === 'item' || next?.kind === 'row' || this.marks[i + 1]?.kind === 'bullet';
    const isSet = ASKS_WITHOUT_MARK.test(content) || SECTION_NUMBER.test(content);
    const alone = headsList || isSet || (next?.text.length ?? 0) > 160;
    return looksLikeHeading(content, alone);
  }

  /** Right above text, on a line that its author ended, with the form of a heading. */
  private canOnlyBeHeading(line: RawLine, i: number): boolean {
    const next = this.raw[i + 1];
    if (line.kind !== 'text' || next === undefined || next.kind === 'blank') return false;
    return (this.marks[i]?.kind === 'square' || looksLikeHeading(line.text)) && this.endsDeliberately(i);
  }

  /**
   * True when the author ended line `i`, rather than an editor that wraps lines: nobody wraps this text, or the next
   * line's first word would have had room on the line.
   */
  private endsDeliberately(i: number): boolean {
    const line = this.raw[i];
    const next = this.raw[i + 1];
    if (!line || next?.kind !== 'text' || this.marks[i + 1] || this.unwrapped) return true;
    if (STARTS_ANEW.test(next.text) || line.text.length > LONGEST_WRAPPED) return true;
    const isOver = this.unmarked && /[.!?)\]]\s*$/.test(line.text);
    if (isOver && ASKS_WITHOUT_MARK.test(next.text)) return true;
    if ((isOver || (this.unmarked && ENDS_WITH_SOURCE.test(line.text))) && this.isCutShort(i + 1))
      return true;
    let width = 0;
    for (let k = i; k >= 0 && k > i - 20 && isProse(this.raw[k]); k--)
      width = Math.max(width, this.raw[k]?.text.length ?? 0);
    for (let k = i + 1; k < i + 20 && isProse(this.raw[k]); k++)
      width = Math.max(width, this.raw[k]?.text.length ?? 0);
    const firstWord = /^\s*\S{0,40}/.exec(next.text)?.[0].length ?? 0;
    return line.text.length + 1 + firstWord <= width;
  }

  /** A line with the form of a heading, right above more text, that is far too short for one that was only wrapped. */
  private isCutShort(i: number): boolean {
    const text = this.raw[i]?.text ?? '';
    const after = this.raw[i + 1]?.kind ?? 'blank';
    return (
      text.length * 2 < (this.raw[i - 1]?.text.length ?? 0) && after !== 'blank' && looksLikeHeading(text)
    );
  }

  private breaksBefore(i: number): boolean {
    const line = this.raw[i];
    const before = this.raw[i - 1];
    if (!line || !before || before.kind === 'blank' || before.kind === 'opaque') return false;
    if (line.kind === 'definition') return true;
    if (line.kind === 'text' && before.kind === 'row') return true;
    if (this.verse.breaks.has(i) || this.introducesList(i)) return true;
    // A row of dashes under it makes the line a table's header: a new table starts here, and no text or item goes on.
    const startsTable = line.kind === 'row' && isDelimiterRow(this.raw[i + 1]?.text);
    if (startsTable && (before.kind === 'row' || line.text.startsWith('|'))) return true;
    return (
      this.pasted &&
      line.kind === 'text' &&
      isProse(before) &&
      !/^\s/.test(line.text) &&
      this.endsDeliberately(i - 1)
    );
  }

  /** "For farmers:" between two lines of lists. */
  private introducesList(i: number): boolean {
    const line = this.raw[i];
    const isListed = (k: number) => this.raw[k]?.kind === 'item' || this.marks[k] !== undefined;
    return (
      line?.kind === 'text' &&
      /^\p{Lu}[^:：]{2,60}[:：]\s*$/u.test(line.text) &&
      isListed(i - 1) &&
      isListed(i + 1)
    );
  }

  /** No text on line `i` runs on into its neighbour. */
  private endsBlock(i: number): boolean {
    const kind = this.raw[i]?.kind ?? 'blank';
    return kind === 'blank' || kind === 'heading' || kind === 'opaque';
  }

  private kindAfter(i: number): RawLine['kind'] | undefined {
    for (let k = i + 1; k < this.raw.length && k < i + 10; k++)
      if (this.raw[k]?.kind !== 'blank') return this.raw[k]?.kind;
    return undefined;
  }
}

/** "IV. Predictions:" before ":- Within 6 months …" in one line. */
function headsItems(content: string, next: string): boolean {
  return (
    /^\s*(?:[IVX]{1,5}|\d{1,2})[.)] \p{Lu}[^:：.]{3,60}[:：]?\s*$/u.test(content) &&
    /^(?:[-•・●▪◦‣∙]|1[.)]) ?\S/u.test(next) &&
    looksLikeHeading(content.replace(/[:：]\s*$/, ''), true)
  );
}

/** A number and six words. */
const MOST_TITLE_WORDS = 7;
const TITLES_NEEDED = 3;

/** Numbered lines of one sequence have no more lines between them. */
const NEAR = 40;
const MAY_HOLD_NUMBER = /\d\d[.)] /;
const NUMBER = /^\s{0,3}(\d{1,2})[.)]\s/;

function numberOf(line: RawLine): number | undefined {
  if (line.kind === 'text' || line.kind === 'blank') return undefined;
  const number = NUMBER.exec(line.text)?.[1];
  return number === undefined ? undefined : Number(number);
}

function isNumbered(line: RawLine | undefined): boolean {
  return line?.kind === 'item' && /^\s*\d/.test(line.text);
}

/** True for a line that does not go on with a numbered list. */
function headsOther(next: RawLine | undefined): boolean {
  return (
    next !== undefined &&
    (next.kind === 'text' || next.kind === 'row' || next.kind === 'item') &&
    !/^(?:\s|\d)/.test(next.text)
  );
}

function isProse(line: RawLine | undefined): boolean {
  return line?.kind === 'text' || line?.kind === 'item';
}

/** "== Title ==", as wikis mark headings, or "++ Title ++" and the like, as letters without any markup do. */
function wikiHeading(content: string): string | undefined {
  if (!'=+*:-'.includes(content.charAt(0))) return undefined;
  const [, mark = '', , title] = /^(={1,6}|([+*:-])\2{1,5})\s+(\S.{0,140}?)\s+\1\s*$/.exec(content) ?? [];
  if (!title) return undefined;
  return mark.startsWith('=')
    ? `${'#'.repeat(mark.length)} ${title}`
    : looksLikeHeading(title, true)
      ? `# ${title}`
      : undefined;
}

/** The words of a recovered heading, ready for the block parser's own mark. */
function withoutHeadingMark(content: string): string {
  return content
    .trim()
    .replace(/[:：]$/, '')
    .replace(/^(?:#{1,6}\s+|(?:[■□◆◇❖▌▍◼●○◎►▶★☆※▼]|【(?!\d|[^【】]{1,40}】\s*[^\s】]))\s*)/u, '')
    .replace(/(?<!^【\d{1,2})】$/, '');
}
