// Restores the structure of a flattened paste: headings, list items and paragraphs get their marks and lines back, and
// page furniture goes. No other word is lost.
import type { Block, Heading } from '../markdown/block';
import { markOf } from '../markdown/marks';
import type { TextEdit } from '../text/edits';
import { flat } from '../text/lists';
import { firstFrom } from '../text/scopes';
import type { Span } from '../text/span';
import { furnitureIn } from './furniture';
import type { Report, Section } from './report';

/** Gives the Markdown mark of a heading that lost its own; where none names the report, the first level is left to one. */
export function headingMarks({ sections }: Report): (section: Section) => string {
  const isMarked = sections.some(one => (one.heading?.level ?? 0) > 0);
  const first = sections.find(one => one.heading);
  const hasTitle = first?.depth === 1 && sections.every(one => one === first || one.depth !== 1);
  const shift = isMarked || hasTitle ? 0 : 1;
  return section => '#'.repeat(Math.min(6, Math.max(1, section.depth + shift)));
}

/** The edits that restore the whole report; none for one whose structure is whole. */
export function restoreEdits(report: Report): TextEdit[] {
  return withoutOverlaps([...new Restorer(report).edits()]);
}

/** True when something of the report's structure can be restored; looks no further than the first of it. */
export function isRestorable(report: Report): boolean {
  return new Restorer(report).edits().next().done === false;
}

class Restorer {
  private readonly lineBreak: string;
  private readonly markOf: (section: Section) => string;
  /** In text order. */
  private readonly removals: readonly Span[];
  private readonly removalEndingAt: ReadonlyMap<number, number>;
  /** Its headings had lost their marks: lines that stand directly under each other are paragraphs of their own. */
  private readonly isPaste: boolean;

  constructor(private readonly report: Report) {
    this.lineBreak = /\r\n|\r|\n/.exec(report.text)?.[0] ?? '\n';
    this.markOf = headingMarks(report);
    this.removals = furnitureIn(report).map(({ removal }) => removal);
    this.removalEndingAt = new Map(this.removals.map(({ start, end }) => [end, start]));
    const headings = flat(report.sections, section => section.heading ?? []);
    this.isPaste = headings.some(isUnmarked) && headings.filter(heading => heading.level > 0).length <= 1;
  }

  *edits(): Generator<TextEdit> {
    for (const span of this.removals) yield { span, newText: '' };
    let before: Block | undefined;
    for (const section of this.report.sections) {
      for (const block of [...(section.heading ? [section.heading] : []), ...section.blocks]) {
        const removed = this.removalAt(block.span.start);
        if (!removed) yield* this.editsOf(block, section, before);
        else if (removed.end < block.span.end) yield* this.gapAt(removed.end, this.gapBefore(block, before));
        before = block;
      }
    }
  }

  private editsOf(block: Block, section: Section, before: Block | undefined): TextEdit[] {
    const { start } = block.span;
    const gap = this.gapBefore(block, before);
    if (block.kind === 'heading' && this.losesMark(block)) {
      const mark = this.sourceMark(block);
      const words = { start: start + mark.start, end: start + mark.end };
      const opening = mark.isMarkdown ? '' : `${this.markOf(section)} `;
      return [
        { span: mark.isMarkdown ? { start, end: start } : words, newText: gap + opening },
        ...(mark.tail === undefined ? [] : [{ span: mark.tail, newText: '' }]),
      ];
    }
    const mark = block.kind === 'item' ? markOf(this.lineFrom(start)) : undefined;
    // Markdown has no numbers such as 1.2.
    const bullet = mark?.family === 'decimal' ? undefined : mark;
    if (!bullet) return this.gapAt(start, gap);
    const span = { start: start + bullet.start, end: start + bullet.end };
    const newText = bullet.kind === 'number' ? `${numberOf(this.lineFrom(start))}. ` : '- ';
    return gap === '' ? [{ span, newText }] : [{ span: { start, end: span.end }, newText: gap + newText }];
  }

  private gapAt(at: number, gap: string): TextEdit[] {
    return gap === '' ? [] : [{ span: { start: at, end: at }, newText: gap }];
  }

  /** A heading in bold only counts as one without its mark where no heading has one. */
  private losesMark(heading: Heading): boolean {
    return isUnmarked(heading) && (heading.sign !== '**' || this.isPaste || heading.gluedAt !== undefined);
  }

  /** The line breaks that are missing before a block. */
  private gapBefore(block: Block, before: Block | undefined): string {
    if (block.gluedAt !== undefined)
      return block.kind === 'item' && !this.isPaste ? this.lineBreak : this.lineBreak + this.lineBreak;
    const isListed =
      block.kind === 'item' ? before?.kind === 'item' : block.kind === 'paragraph' && block.listDepth > 0;
    const isRestored = this.isPaste || (block.kind === 'heading' && this.losesMark(block));
    return isRestored && !isListed && this.hasTextAbove(block.span.start) ? this.lineBreak : '';
  }

  /** True when text that stays stands on the line right above. */
  private hasTextAbove(start: number): boolean {
    let at = start;
    for (
      let before = this.removalEndingAt.get(at);
      before !== undefined;
      before = this.removalEndingAt.get(at)
    )
      at = before;
    const above = this.report.text.slice(Math.max(0, at - 400), at);
    return /\S[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(above) && above.trim() !== '';
  }

  private removalAt(offset: number): Span | undefined {
    const last = this.removals[firstFrom(this.removals, offset + 1, span => span.start) - 1];
    return last && offset < last.end ? last : undefined;
  }

  private lineFrom(start: number): string {
    return this.report.text.slice(start, start + 60);
  }

  /** What set the heading off in the source: a square, emphasis around it, or Markdown's own mark in a glued line. */
  private sourceMark(heading: Heading): {
    readonly start: number;
    readonly end: number;
    readonly isMarkdown: boolean;
    readonly tail: Span | undefined;
  } {
    const { start, end } = heading.span;
    const source = this.report.text.slice(start, end);
    const square = markOf(source);
    const tailAt = (pattern: RegExp): Span | undefined => {
      const tail = pattern.exec(source);
      return tail ? { start: start + tail.index, end: start + tail.index + tail[0].length } : undefined;
    };
    // The number of a slide is part of its title.
    if (square?.kind === 'square' && square.family !== 'page') {
      const tail = square.family === '【' ? tailAt(/】\s*$/) : undefined;
      return { start: 0, end: square.end, isMarkdown: false, tail };
    }
    const bold = /^\s*(?:\*\*|__)/.exec(source)?.[0].length;
    if (bold !== undefined)
      return { start: 0, end: bold, isMarkdown: false, tail: tailAt(/(?:\*\*|__)(?=\s*[:：]?\s*$)/) };
    const indent = /^\s*/.exec(source)?.[0].length ?? 0;
    return { start: 0, end: indent, isMarkdown: /^\s*#{1,6}\s/.test(source), tail: undefined };
  }
}

function isUnmarked(heading: Heading): boolean {
  return heading.level === 0;
}

/** The number of an item whose mark is ③, (3) or 3、. */
function numberOf(line: string): number {
  const glyph = /[①-⑳❶-❿]/.exec(line.slice(0, 10))?.[0].charCodeAt(0);
  if (glyph !== undefined) return glyph >= 0x2776 ? glyph - 0x2775 : glyph - 0x245f;
  return Number(/\d{1,2}/.exec(line)?.[0] ?? 1);
}

function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = -1;
  return ordered.filter(({ span }) => {
    if (span.start < end) return false;
    end = Math.max(end, span.end);
    return true;
  });
}
