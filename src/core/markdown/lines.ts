// The lines that the block parser sees. Mostly the source's own; where a paste has glued or flattened structure, the
// lines that its author meant. Nothing is changed in the text: every line knows where it stands.
import type { Span } from '../text/span';
import { gluedParts, looksLikeHeading } from './flattened';

export interface Line extends Span {
  /** A heading that lost its mark: the block parser gets the mark back. */
  readonly heading: boolean;
  /** It stood glued to the text before it. */
  readonly glued: boolean;
}

interface RawLine extends Span {
  readonly text: string;
  readonly kind: 'blank' | 'opaque' | 'heading' | 'item' | 'row' | 'quote' | 'definition' | 'text';
}

const BLANK_LINE = { heading: false, glued: false };

/** Splits a text into the lines to parse; blank lines are added where structure had lost them. */
export function recoverLines(text: string): Line[] {
  const raw = classifyLines(text);
  const pasted = isPasted(raw);
  const lines: Line[] = [];
  const blank = (at: number) => {
    const last = lines.at(-1);
    if (last && last.end > last.start) lines.push({ start: at, end: at, ...BLANK_LINE });
  };
  for (let i = 0; i < raw.length; i++) {
    const line = raw[i];
    if (!line) continue;
    if (line.kind === 'opaque' || line.kind === 'blank' || line.kind === 'heading') {
      lines.push({ start: line.start, end: line.end, ...BLANK_LINE });
      continue;
    }
    if (breaksBefore(raw, i, pasted)) blank(line.start);
    const parts = line.kind === 'row' ? [{ start: line.start, end: line.end }] : gluedParts(text, line);
    for (const [index, part] of parts.entries()) {
      const content = text.slice(part.start, part.end);
      const glued = index > 0;
      const heading = isRecoveredHeading(raw, i, content, glued, pasted, index === parts.length - 1);
      if (heading || glued) blank(part.start);
      lines.push({ start: part.start, end: part.end, heading, glued });
      if (heading) blank(part.end);
    }
  }
  return lines;
}

/** Finds the source's lines and what each starts, leaving front matter, code and comments alone. */
function classifyLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  const breaks = /\r\n|\r|\n/g;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  const frontMatterEnd = endOfFrontMatter(text, start);
  let fence: string | undefined;
  let comment = false;
  for (;;) {
    const found = breaks.exec(text);
    const end = found ? found.index : text.length;
    const line = text.slice(start, end);
    const fenceMark = /^[\s>]{0,20}(`{3,}|~{3,})/.exec(line)?.[1];
    let kind = kindOf(line);
    if (start < frontMatterEnd) kind = 'blank';
    else if (fence !== undefined) {
      kind = 'opaque';
      if (fenceMark?.startsWith(fence) && /^[\s>]*[`~]+\s*$/.test(line)) fence = undefined;
    } else if (comment) {
      kind = 'opaque';
      comment = !line.includes('-->');
    } else if (fenceMark && !line.slice(line.indexOf(fenceMark) + fenceMark.length).includes('`')) {
      kind = 'opaque';
      fence = fenceMark;
    } else if (/^ {0,3}<!--/.test(line)) {
      kind = 'opaque';
      comment = !line.includes('-->');
    }
    // A line of front matter stands as an empty one, so that it is never read as text.
    lines.push({ start, end: kind === 'blank' ? start : end, text: kind === 'blank' ? '' : line, kind });
    if (!found) return lines;
    start = end + found[0].length;
  }
}

/** Offset after the front matter (`---` … `---` or `...` at the very start); 0 when there is none. */
function endOfFrontMatter(text: string, start: number): number {
  if (!/^---[ \t]*(?:\r\n|\r|\n)/.test(text.slice(start, start + 200))) return 0;
  const close = /(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g;
  close.lastIndex = start + 3;
  const found = close.exec(text);
  return found ? found.index + found[0].length : 0;
}

function kindOf(line: string): RawLine['kind'] {
  if (/^\s*$/.test(line)) return 'blank';
  if (/^ {0,3}#{1,6}(?:\s|$)/.test(line) || /^ {0,3}(?:=+|-{2,})\s*$/.test(line)) return 'heading';
  if (/^\s*>/.test(line)) return 'quote';
  if (/^ {0,3}\[[^\]]{1,200}\]:/.test(line)) return 'definition';
  if (/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line)) return 'item';
  return /^\s*\|/.test(line) || /\s\|\s/.test(line) ? 'row' : 'text';
}

/** A report pasted from a page: none of its headings has kept its mark, yet some lines can only be headings. */
function isPasted(lines: readonly RawLine[]): boolean {
  const marked = lines.filter(line => line.kind === 'heading' && line.text.includes('#')).length;
  if (marked > 1) return false;
  return lines.some((line, i) => {
    const next = lines[i + 1];
    return (
      line.kind === 'text' &&
      next !== undefined &&
      next.kind !== 'blank' &&
      isDeliberateBreak(lines, i) &&
      looksLikeHeading(line.text)
    );
  });
}

/**
 * True when the author ended line `i`, rather than an editor that wraps lines: the next line's first word would
 * have had room on it, or the line is longer than anyone wraps.
 */
function isDeliberateBreak(lines: readonly RawLine[], i: number): boolean {
  const line = lines[i];
  const next = lines[i + 1];
  if (!line || next?.kind !== 'text' || line.text.length > 160) return true;
  let width = 0;
  for (let k = i; k >= 0 && k > i - 20 && isProse(lines[k]); k--)
    width = Math.max(width, lines[k]?.text.length ?? 0);
  for (let k = i + 1; k < i + 20 && isProse(lines[k]); k++)
    width = Math.max(width, lines[k]?.text.length ?? 0);
  const firstWord = /^\s*\S{0,40}/.exec(next.text)?.[0].length ?? 0;
  return line.text.length + 1 + firstWord <= width;
}

function isProse(line: RawLine | undefined): boolean {
  return line?.kind === 'text' || line?.kind === 'item';
}

function breaksBefore(lines: readonly RawLine[], i: number, pasted: boolean): boolean {
  const line = lines[i];
  const before = lines[i - 1];
  if (!line || !before || before.kind === 'blank' || before.kind === 'opaque') return false;
  if (line.kind === 'definition') return true;
  if (line.kind === 'text' && before.kind === 'row') return true;
  // A row of dashes under it makes the line before a table's header: a new table starts here.
  if (line.kind === 'row' && before.kind === 'row' && isDelimiterRow(lines[i + 1]?.text)) return true;
  return (
    pasted &&
    line.kind === 'text' &&
    isProse(before) &&
    !/^\s/.test(line.text) &&
    isDeliberateBreak(lines, i - 1)
  );
}

function isDelimiterRow(line: string | undefined): boolean {
  return (
    line !== undefined &&
    /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line.slice(0, 2000)) &&
    line.includes('|')
  );
}

function isRecoveredHeading(
  lines: readonly RawLine[],
  i: number,
  content: string,
  glued: boolean,
  pasted: boolean,
  lastPart: boolean,
): boolean {
  const line = lines[i];
  const next = lines[i + 1];
  if (!line || !lastPart || !looksLikeHeading(content)) return false;
  if (glued) return !/^\s*[-*+]\s/.test(content);
  const bold = /^\s*(\*\*|__)(?=\S)[^*_]{1,120}\1\s*$/.test(content);
  const alone = (lines[i - 1]?.kind ?? 'blank') === 'blank' && (next?.kind ?? 'blank') === 'blank';
  if (line.kind === 'text' && bold && alone) return nextContent(lines, i) !== 'row';
  if (!pasted) return false;
  // A numbered line with its text directly under it, unindented, is a numbered heading.
  if (line.kind === 'item') return /^\d/.test(line.text) && next?.kind === 'text' && !/^\s/.test(next.text);
  return line.kind === 'text' && isDeliberateBreak(lines, i) && (i === 0 || isDeliberateBreak(lines, i - 1));
}

function nextContent(lines: readonly RawLine[], i: number): RawLine['kind'] | undefined {
  for (let k = i + 1; k < lines.length; k++) if (lines[k]?.kind !== 'blank') return lines[k]?.kind;
  return undefined;
}
