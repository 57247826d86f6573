// The source's lines by what each starts, with front matter, code and comments set apart.
import { endOfRun, SPACE } from '../text/letters';
import type { Span } from '../text/span';

export interface RawLine extends Span {
  readonly text: string;
  /** `opaque` is code or a comment; `heading` is a heading with its mark, or the line that underlines one. */
  readonly kind: 'blank' | 'opaque' | 'heading' | 'item' | 'row' | 'quote' | 'definition' | 'text';
  /** False for a line of dashes that only separates. */
  readonly isHeading: boolean;
}

/** Finds the source's lines and what each starts, leaving front matter, code and comments alone. */
export function classifyLines(text: string): RawLine[] {
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
    const first = line.charAt(endOfRun(line, 0, SPACE));
    const fenceMark = '`~>'.includes(first) ? /^[\s>]{0,20}(`{3,}|~{3,})/.exec(line)?.[1] : undefined;
    let kind = kindOf(line, first);
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
    } else if (first === '<' && /^ {0,3}<!--/.test(line)) {
      kind = 'opaque';
      comment = !line.includes('-->');
    }
    // A line of front matter stands as an empty one, so that it is never read as text.
    lines.push({
      start,
      end: kind === 'blank' ? start : end,
      text: kind === 'blank' ? '' : line,
      kind,
      isHeading: kind === 'heading' && (line.includes('#') || lines.at(-1)?.kind === 'text'),
    });
    if (!found) return withoutLooseRows(lines);
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

/** @param first the first character of the line that is no white space; '' when there is none */
function kindOf(line: string, first: string): RawLine['kind'] {
  if (first === '') return 'blank';
  if (first === '>') return 'quote';
  if ('#=-'.includes(first) && /^ {0,3}(?:#{1,6}(?:\s|$)|(?:=+|-{2,})\s*$)/.test(line)) return 'heading';
  if (first === '[' && /^ {0,3}\[[^\]]{1,200}\]:/.test(line)) return 'definition';
  if ('-*+0123456789'.includes(first) && /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line)) return 'item';
  return first === '|' || (line.includes('|') && /\s\|\s/.test(line)) ? 'row' : 'text';
}

/** Lines with bars make a table only where a row of dashes stands among them, or where every line starts with one. */
function withoutLooseRows(lines: readonly RawLine[]): RawLine[] {
  const isTable = lines.map(() => false);
  for (let i = 0; i < lines.length; i++) {
    const from = i;
    let table = false;
    for (; lines[i]?.kind === 'row'; i++) {
      const row = lines[i]?.text ?? '';
      table ||= isDelimiterRow(row) || row.trimStart().startsWith('|');
    }
    isTable.fill(table, from, i);
  }
  return lines.map((line, i) => (line.kind === 'row' && !isTable[i] ? { ...line, kind: 'text' } : line));
}

/** The row of dashes that makes the line above it a table's header. */
export function isDelimiterRow(line: string | undefined): boolean {
  return (
    line !== undefined &&
    /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line.slice(0, 2000)) &&
    line.includes('|')
  );
}
