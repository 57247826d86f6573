// Writes what a reader finds in a document as Markdown, and remembers where its pages, headings and rows begin.
import type { Landmark } from '../core';
import { LIMITS, tooLarge } from './limits';

/** Characters that could be read as inline marks. */
const MARKS = /[\\`*<[\]~|]|&(?=[#\w])|\b_|_\b/g;
/** What would make a line something other than text: heading, list item, quote, rule or underline. */
const LINE_MARK = /^(?:[#>+=-]|\d{1,9}(?=[.)](?:\s|$)))/;

export class MarkdownWriter {
  private readonly parts: string[] = [];
  private readonly found: Landmark[] = [];
  private length = 0;
  private lastWasItem = false;

  /** What comes next stands on this page. */
  page(page: number): void {
    this.found.push({ kind: 'page', at: this.length, page });
  }

  heading(level: number, title: string): void {
    const shown = oneLine(title);
    if (!shown) return;
    this.block('');
    this.found.push({ kind: 'heading', at: this.length, title: shown });
    this.write(`${'#'.repeat(Math.min(Math.max(level, 1), 6))} ${escaped(shown)}`);
  }

  paragraph(text: string): void {
    const shown = oneLine(text);
    if (!shown) return;
    this.block('');
    this.write(asLine(shown));
  }

  /** A line with an address; nothing for what is none. */
  address(url: string): void {
    if (!/^https?:\/\/[^\s<>]+$/i.test(url)) return;
    this.block('');
    this.write(`<${url}>`);
  }

  /** @param depth 1 for an outermost list */
  item(depth: number, text: string): void {
    const shown = oneLine(text);
    if (!shown) return;
    this.block('item');
    this.write(`${'  '.repeat(Math.min(Math.max(depth, 1), 6) - 1)}- ${asLine(shown)}`);
  }

  /**
   * A table, the first row of which is the header. Rows that are short are filled up.
   * @param numbers the numbers of the rows in the original, where it has any
   */
  table(rows: readonly (readonly string[])[], numbers?: readonly number[]): void {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (width === 0) return;
    rows.forEach((row, index) => {
      if (index === 0) this.block('');
      else this.write('\n');
      const number = numbers?.[index];
      if (number !== undefined) this.found.push({ kind: 'row', at: this.length, row: number });
      const cells = Array.from({ length: width }, (_, i) => escaped(oneLine(row[i] ?? '')));
      this.write(`| ${cells.join(' | ')} |`);
      if (index === 0) this.write(`\n|${' --- |'.repeat(width)}`);
    });
  }

  /** A block whose text comes in pieces, so that a page may begin in its midst. */
  pieces(pieces: readonly { readonly text: string; readonly page: number }[]): void {
    this.block('');
    let page = pieces[0]?.page;
    pieces.forEach((piece, index) => {
      if (piece.page !== page) this.page(piece.page);
      page = piece.page;
      this.write(index === 0 ? asLine(piece.text) : escaped(piece.text));
    });
  }

  finish(): { readonly text: string; readonly landmarks: readonly Landmark[] } {
    return { text: this.parts.join(''), landmarks: this.found };
  }

  /** Parts a block from the one before it, and takes the landmarks between them along. */
  private block(kind: 'item' | ''): void {
    const isItem = kind === 'item';
    if (this.length > 0) {
      const before = this.length;
      this.write(isItem && this.lastWasItem ? '\n' : '\n\n');
      for (let i = this.found.length - 1; this.found[i]?.at === before; i--) {
        const landmark = this.found[i];
        if (landmark) this.found[i] = { ...landmark, at: this.length };
      }
    }
    this.lastWasItem = isItem;
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    if (this.length > LIMITS.textLength) throw tooLarge('has too much text to be read');
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(MARKS, '\\$&');
}

function asLine(text: string): string {
  const line = escaped(text);
  const mark = LINE_MARK.exec(line)?.[0];
  if (!mark) return line;
  return /\d/.test(mark) ? `${mark}\\${line.slice(mark.length)}` : `\\${line}`;
}
