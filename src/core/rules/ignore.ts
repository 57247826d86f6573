// The edits that silence one finding by a comment, such that the report reads and looks as before.
import type { Table } from '../markdown/block';
import type { Report } from '../report/report';
import type { TextEdit } from '../text/edits';
import { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { ruleById } from '.';
import type { Finding } from './rule';

/**
 * Adds the comment to the line above the finding. Under a blank line it gets a line of its own, with the finding's
 * indentation and quote marks; a paragraph or list that goes on from the line above would be torn apart by that, so
 * there it ends that line. Around a table, and right around the finding after a pasted heading, two comments are needed.
 */
export function ignoreEdits({ text, blocks, figures }: Report, { rule, span }: Finding): TextEdit[] {
  const lines = new LineIndex(text);
  const table = blocks.find(
    (block): block is Table => block.kind === 'table' && holds(block.span, span.start),
  );
  if (table) return aroundTable(text, lines, table, rule);
  const { line } = lines.positionAt(span.start);
  const above = line > 0 ? lineAt(text, lines, line - 1) : undefined;
  if (above) {
    const namesAt = placeForAnother(text, above);
    if (namesAt !== undefined) return [insertion(namesAt, ` ${rule}`)];
    const before = blocks.filter(block => block.kind !== 'table' && meets(block.span, above));
    // A heading that a paste has left without its mark is known by its form alone, which a comment would spoil. Words
    // that are flagged for their own form would be spoilt by a comment beside them.
    const isUnderPasted = before.some(block => block.kind === 'heading' && block.level === 0);
    if (isUnderPasted && ruleById(rule)?.family !== 'text') {
      // A comment inside a figure would part its number from its unit.
      const whole = figures.find(figure => meets(figure.span, span))?.span ?? span;
      const [start, end] = [Math.min(whole.start, span.start), Math.max(whole.end, span.end)];
      return [insertion(start, comment('disable', rule)), insertion(end, comment('enable', rule))];
    }
    if (before.length > 0 && hasWords(text, above))
      return [insertion(endOfWords(text, above), ` ${comment('disable-next-line', rule)}`)];
  }
  const own = lineAt(text, lines, line);
  const prefix = prefixOf(text, own);
  return [insertion(own.start, `${prefix}${comment('disable-next-line', rule)}${lineBreakOf(text)}`)];
}

function aroundTable(text: string, lines: LineIndex, table: Table, rule: string): TextEdit[] {
  const first = lineAt(text, lines, lines.positionAt(table.span.start).line);
  const last = lineAt(text, lines, lines.positionAt(table.span.end).line);
  const lineBreak = lineBreakOf(text);
  return [
    insertion(first.start, `${prefixOf(text, first)}${comment('disable', rule)}${lineBreak}`),
    insertion(last.end, `${lineBreak}${prefixOf(text, last)}${comment('enable', rule)}`),
  ];
}

function comment(kind: string, rule: string): string {
  return `<!-- annotated-reading-${kind} ${rule} -->`;
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** Where a comment on the next line takes another rule; two such comments would speak of each other. */
function placeForAnother(text: string, line: Span): number | undefined {
  const found = /<!--\s*annotated-reading-disable-next-line(?:\s+[a-z-]+)*?(?=\s*-->)/.exec(
    text.slice(line.start, line.end),
  );
  return found ? line.start + found.index + found[0].length : undefined;
}

/** False for a blank line and for the underline of a heading. */
function hasWords(text: string, { start, end }: Span): boolean {
  return /[^\s>=-]/.test(text.slice(start, end));
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A line without its break. */
function lineAt(text: string, lines: LineIndex, line: number): Span {
  const start = lines.startOf(line);
  const end = line + 1 < lines.lineCount ? lines.startOf(line + 1) : text.length;
  return { start, end: start + text.slice(start, end).replace(/[\r\n]+$/, '').length };
}

/** Indentation and quote marks. */
function prefixOf(text: string, { start, end }: Span): string {
  return /^[ \t>]*/.exec(text.slice(start, end))?.[0] ?? '';
}

/** The end of a line's words; the spaces or the backslash of a forced line break come after it. */
function endOfWords(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().replace(/\\$/, '').length;
}

function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
