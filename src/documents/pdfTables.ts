// Parts the lines of a page into running text and tables: rows whose text stands in the same columns.
import type { PdfLine, Segment } from './pdfLines';

export type Part =
  | { readonly kind: 'text'; readonly lines: readonly PdfLine[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Columns of running text hold this many characters a line at least, over this many lines. */
const TEXT_COLUMN = 32;
const TEXT_LINES = 4;
const MOST_COLUMNS = 30;

interface Column {
  readonly x: number;
  readonly end: number;
}

export function partsOf(lines: readonly PdfLine[]): Part[] {
  const parts: Part[] = [];
  let text: PdfLine[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while ((lines[end]?.segments.length ?? 0) > 1) end++;
    const run = lines.slice(at, end);
    const part = run.length > 1 ? partOfColumns(run) : undefined;
    if (part?.kind === 'table') {
      if (text.length > 0) parts.push({ kind: 'text', lines: text });
      text = [];
      parts.push(part);
      at = end;
    } else if (part) {
      text.push(...part.lines);
      at = end;
    } else {
      const stop = Math.max(end, at + 1);
      text.push(...lines.slice(at, stop));
      at = stop;
    }
  }
  if (text.length > 0) parts.push({ kind: 'text', lines: text });
  return parts;
}

/** What lines with gaps in them are; undefined when their gaps do not stand under each other. */
function partOfColumns(lines: readonly PdfLine[]): Part | undefined {
  const columns = columnsOf(lines.flatMap(({ segments }) => segments));
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return undefined;
  const rows = lines.map(({ segments }) =>
    columns.map(column =>
      segments
        .filter(segment => segment.x <= column.end && segment.end >= column.x)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
  return isRunningText(rows)
    ? { kind: 'text', lines: oneColumnAfterTheOther(lines, columns) }
    : { kind: 'table', rows };
}

/** The stretches that text covers in any of the lines. */
function columnsOf(segments: readonly Segment[]): Column[] {
  const columns: Column[] = [];
  for (const { x, end } of segments.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && x <= last.end) columns[columns.length - 1] = { x: last.x, end: Math.max(last.end, end) };
    else columns.push({ x, end });
  }
  return columns;
}

/** Columns of a page that is set in several, whose lines happen to stand beside each other. */
function isRunningText(rows: readonly (readonly string[])[]): boolean {
  if (rows.length < TEXT_LINES) return false;
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0),
  ).every(length => length / rows.length >= TEXT_COLUMN);
}

function oneColumnAfterTheOther(lines: readonly PdfLine[], columns: readonly Column[]): PdfLine[] {
  return columns.flatMap(column =>
    lines.flatMap(line =>
      line.segments
        .filter(segment => segment.x <= column.end && segment.end >= column.x)
        .map(segment => ({ ...line, ...segment, segments: [segment] })),
    ),
  );
}
