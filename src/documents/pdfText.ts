// From the lines of a PDF's pages to its headings, paragraphs, lists and tables.
import { withoutRunningLines } from './pdfFurniture';
import type { PdfLine } from './pdfLines';
import { type Part, partsOf } from './pdfTables';
import { Joiner } from './pdfWords';
import type { MarkdownWriter } from './writer';

/** Type this much larger than the body's makes a heading, unless there is too much of it. */
const HEADING_SIZE = 1.15;
const LONGEST_HEADING = 200;
/** Sizes this close are one. */
const SAME_SIZE = 1.08;
/** A step between lines this much larger than usual parts paragraphs. */
const WIDE_STEP = 1.25;
/** Widths of a letter: how far a line is set in, or ends before the margin, to tell where a paragraph begins. */
const INDENT = 1;
const SHORT = 4;

const BULLET = /^[•‣▪■●○◦–—·*-]\s+(?=\S)/;
const NUMBERED = /^(?:\d{1,2}|[a-z])[.)]\s+(?=\S)/;
const SENTENCE_END = /[.!?:。！？：]["'”’)\]]?[⁰¹²³⁴-⁹]*$/u;
const GOES_ON = /^[\p{Ll}\d(,;]/u;

/** Writes all pages. A paragraph that goes on on the next page stays one. */
export function writePages(pages: readonly (readonly PdfLine[])[], writer: MarkdownWriter): void {
  const body = bodySize(pages);
  const kept = withoutRunningLines(pages, body * HEADING_SIZE);
  const pageWriter = new PageWriter(writer, body, headingSizes(kept, body), new Joiner(kept.flat()));
  kept.forEach((lines, index) => {
    pageWriter.page(lines, index + 1);
  });
  pageWriter.flush();
}

/** The size in which most of the text is set. */
function bodySize(pages: readonly (readonly PdfLine[])[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of pages.flat())
    lengths.set(rounded(size), (lengths.get(rounded(size)) ?? 0) + text.length);
  return [...lengths].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

function headingSizes(pages: readonly (readonly PdfLine[])[], body: number): readonly number[] {
  const sizes = pages
    .flat()
    .filter(line => isHeadingLine(line, body))
    .map(({ size }) => rounded(size));
  return [...new Set(sizes)].sort((a, b) => b - a);
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

function isHeadingLine({ size, text }: PdfLine, body: number): boolean {
  return size >= body * HEADING_SIZE && text.length <= LONGEST_HEADING && /\p{L}/u.test(text);
}

type Kind = 'heading' | 'item' | 'paragraph';

/** A block that is being gathered. */
interface Open {
  readonly kind: Kind;
  readonly size: number;
  readonly pieces: { text: string; page: number }[];
  last: PdfLine;
}

class PageWriter {
  private open: Open | undefined;
  private number = 0;
  /** The margin and the usual step between lines of the page. */
  private right = 0;
  private step = 0;

  constructor(
    private readonly writer: MarkdownWriter,
    private readonly body: number,
    private readonly headingSizes: readonly number[],
    private readonly joiner: Joiner,
  ) {}

  page(lines: readonly PdfLine[], number: number): void {
    this.number = number;
    this.right = Math.max(...lines.map(({ end }) => end));
    this.step = usualStep(lines);
    const parts = partsOf(lines);
    // Where a block goes on from the page before, its writing marks the page.
    if (!this.goesOn(parts[0])) {
      this.flush();
      this.writer.page(number);
    }
    for (const part of parts) this.part(part);
  }

  flush(): void {
    const { open } = this;
    this.open = undefined;
    if (!open) return;
    const text = open.pieces.map(piece => piece.text).join('');
    if (open.kind === 'heading') this.writer.heading(this.headingSizes.indexOf(rounded(open.size)) + 1, text);
    else if (open.kind === 'item') this.writer.item(1, text.replace(BULLET, ''));
    else this.writer.pieces(open.pieces);
  }

  private part(part: Part): void {
    if (part.kind === 'table') {
      this.flush();
      this.writer.table(part.rows);
    } else for (const line of part.lines) this.line(line);
  }

  private goesOn(part: Part | undefined): boolean {
    const line = part?.kind === 'text' ? part.lines[0] : undefined;
    return line !== undefined && this.open?.kind === 'paragraph' && this.continues(this.open, line);
  }

  private line(line: PdfLine): void {
    const { open } = this;
    if (open && this.continues(open, line)) {
      const last = open.pieces.at(-1);
      if (last) {
        const joined = this.joiner.join(last.text, line.text);
        last.text = joined.before;
        if (last.page === this.number) last.text += joined.after;
        else open.pieces.push({ text: joined.after, page: this.number });
      }
      open.last = line;
      return;
    }
    this.flush();
    const kind = this.kindOf(line);
    this.open = { kind, size: line.size, pieces: [{ text: line.text, page: this.number }], last: line };
  }

  private kindOf(line: PdfLine): Kind {
    if (isHeadingLine(line, this.body)) return 'heading';
    return BULLET.test(line.text) ? 'item' : 'paragraph';
  }

  private continues({ kind, size, last }: Open, line: PdfLine): boolean {
    if (BULLET.test(line.text) || NUMBERED.test(line.text)) return false;
    if (Math.max(size, line.size) > Math.min(size, line.size) * SAME_SIZE) return false;
    const step = last.y - line.y;
    // In the next column, or on the next page.
    if (step <= 0) return kind !== 'heading' && !SENTENCE_END.test(last.text) && GOES_ON.test(line.text);
    if (step > Math.max(this.step, size) * WIDE_STEP) return false;
    if (kind === 'heading') return true;
    return !SENTENCE_END.test(last.text) || !this.beginsParagraph(last, line);
  }

  /** After the end of a sentence: the line before stops short, or this one is set in. */
  private beginsParagraph(last: PdfLine, line: PdfLine): boolean {
    const letter = line.size / 2;
    return last.end < this.right - letter * SHORT * 2 || line.x > last.x + letter * INDENT;
  }
}

/** The median of the steps from line to line, downwards. */
function usualStep(lines: readonly PdfLine[]): number {
  const steps = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      return before && before.y > line.y ? [before.y - line.y] : [];
    })
    .sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 0;
}
