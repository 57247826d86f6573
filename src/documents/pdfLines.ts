// From the pieces of text that a page sets to its lines, and the columns of text in them.
import { raised } from './superscript';

/** A piece of text where it is set: points from the lower left corner, along the base line. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the type, in points. */
  readonly size: number;
}

/** Text without a wide gap within it. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

export interface PdfLine {
  readonly text: string;
  readonly y: number;
  readonly size: number;
  readonly x: number;
  readonly end: number;
  /** From left to right; several where gaps as wide as between columns part them. */
  readonly segments: readonly Segment[];
}

/** Shares of the type's size: a gap that is a space, one that is a space before raised text, and one that is wider than any between words. */
const SPACE = 0.15;
const MARK_GAP = 0.5;
const COLUMN_GAP = 1.5;
/** How far from a line's base its raised or lowered text stands at most. */
const SAME_LINE = 0.6;
/** Raised text is this much smaller than its line. */
const SMALLER = 0.8;

/** The lines of a page, in the order in which it sets them. */
export function linesOf(texts: readonly PlacedText[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let current: PlacedText[] = [];
  const close = () => {
    const line = lineOf(current);
    if (line) lines.push(line);
    current = [];
  };
  for (const text of texts) {
    if (!text.text.trim()) continue;
    if (current.length > 0 && !continues(current, text)) close();
    current.push(text);
  }
  close();
  return lines;
}

/** True when a text stands on the line that the others make. */
function continues(line: readonly PlacedText[], text: PlacedText): boolean {
  const base = largest(line);
  const size = Math.max(base.size, text.size);
  const last = line.at(-1);
  return last !== undefined && Math.abs(text.y - base.y) < size * SAME_LINE && text.x > last.x - size;
}

function largest(texts: readonly PlacedText[]): PlacedText {
  return texts.reduce((most, one) => (one.size > most.size ? one : most));
}

function lineOf(texts: readonly PlacedText[]): PdfLine | undefined {
  if (texts.length === 0) return undefined;
  const base = largest(texts);
  const ordered = texts.toSorted((a, b) => a.x - b.x);
  const segments: Segment[] = [];
  let open: Segment | undefined;
  for (const one of ordered) {
    const isMark = isRaised(one, base);
    const text = isMark ? raised(one.text) : one.text;
    const end = one.x + one.width;
    const gap = open ? one.x - open.end : 0;
    if (open && gap < base.size * COLUMN_GAP) {
      const space = gap > base.size * (isMark ? MARK_GAP : SPACE) ? ' ' : '';
      open = { text: open.text + space + text, x: open.x, end: Math.max(open.end, end) };
    } else {
      if (open) segments.push(tidy(open));
      open = { text, x: one.x, end };
    }
  }
  if (open) segments.push(tidy(open));
  const first = segments[0];
  if (!first) return undefined;
  return {
    text: segments.map(({ text }) => text).join(' '),
    y: base.y,
    size: base.size,
    x: first.x,
    end: Math.max(...segments.map(({ end }) => end)),
    segments,
  };
}

function isRaised(text: PlacedText, base: PlacedText): boolean {
  return (
    text.size < base.size * SMALLER &&
    text.y > base.y + base.size * SPACE &&
    /^[\d+−-]+$/.test(text.text.trim())
  );
}

function tidy(segment: Segment): Segment {
  return { ...segment, text: segment.text.replace(/\s+/g, ' ').trim() };
}
