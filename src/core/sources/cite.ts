// Writes a citation of a source behind a figure, in the style in which the report cites already.
import type { Report, SourceName } from '../report/report';
import type { TextEdit } from '../text/edits';
import type { Span } from '../text/span';
import { clauseEnd } from './clause';
import { linkTo } from './link';

export { citedAt, clauseEnd } from './clause';
export { citableUrl } from './link';

/** A source that the report does not name yet. */
export interface NewSource {
  readonly title: string;
  /** Left out when the source has none; one that cannot be cited safely is left out too. */
  readonly url: string | undefined;
}

/**
 * The edits that cite a source for a figure: `[@key]` when the report cites it so already, a footnote where the
 * report uses footnotes, else a link or "(Source: …)" in brackets. They only insert. Empty when no prose of the
 * report holds the figure.
 */
export function citeEdits(report: Report, at: Span, source: SourceName | NewSource): readonly TextEdit[] {
  const offset = clauseEnd(report, at);
  if (offset === undefined) return [];
  const noted = 'name' in source ? noteKindOf(report, source) : undefined;
  if (noted === 'citation') return [insertion(report.text, offset, ` [@${keyOf(source)}]`)];
  if (noted === 'footnote') return [insertion(report.text, offset, `[^${keyOf(source)}]`)];
  const cited = linkTo(titleOf(source), source.url);
  const footnotes = report.blocks.filter(block => block.kind === 'footnote');
  const last = footnotes.at(-1);
  if (!last) {
    const isLink = cited.startsWith('[');
    return [insertion(report.text, offset, isLink ? ` (${cited})` : ` (Source: ${cited})`)];
  }
  const known = footnotes.find(({ span }) => definitionAt(report.text, span) === cited);
  if (known) return [insertion(report.text, offset, `[^${known.key}]`)];
  const key = nextKey(report.text);
  const end = endOfDefinition(report.text, last.span.end);
  const lineBreak = lineBreakOf(report.text);
  const prefix = linePrefix(report.text, last.span.start);
  // Inside a quote, a definition on the next line would go on with the one before it.
  const apart = prefix === '' ? '' : `${lineBreak}${prefix.trimEnd()}`;
  const definition = `${apart}${lineBreak}${prefix}[^${key}]: ${cited}`;
  return [insertion(report.text, offset, `[^${key}]`), insertAt(end, definition)];
}

/** The edits that put the name of a source in the place of words that name nobody. */
function nameEdits(at: Span, source: SourceName | NewSource): readonly TextEdit[] {
  return [{ span: at, newText: linkTo(titleOf(source), source.url) }];
}

/** The edits of the fix "Insert source citation" once its source is known. */
export function editsOfCitation(
  report: Report,
  fix: { readonly at: Span; readonly instead: boolean },
  source: SourceName | NewSource,
): readonly TextEdit[] {
  return fix.instead ? nameEdits(fix.at, source) : citeEdits(report, fix.at, source);
}

function titleOf(source: SourceName | NewSource): string {
  return 'name' in source ? source.name : source.title;
}

function keyOf(source: SourceName | NewSource): string {
  return 'name' in source ? (source.key ?? source.name) : source.title;
}

/** How the report itself refers to a source, when it does so by a key. */
function noteKindOf(report: Report, source: SourceName): 'citation' | 'footnote' | undefined {
  const note = report.sources.find(({ names }) =>
    names.some(({ name, span }) => name === source.name && span.start === source.span.start),
  );
  return note?.kind === 'citation' || note?.kind === 'footnote' ? note.kind : undefined;
}

/** Keeps the brackets of the citation from joining those around it into a link. */
function insertion(text: string, offset: number, citation: string): TextEdit {
  const lead = citation.startsWith('[') && text[offset - 1] === ']' ? ' ' : '';
  const trail = citation.endsWith(']') && /[([]/.test(text[offset] ?? '') ? ' ' : '';
  return insertAt(offset, lead + citation + trail);
}

function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

function definitionAt(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(/^[\s>]*\[\^[^\]]*\]:\s*/, '');
}

/** The number after the highest that any footnote has, defined or not. */
function nextKey(text: string): number {
  let highest = 0;
  for (const [, number] of text.matchAll(/\[\^(\d{1,9})\]/g)) highest = Math.max(highest, Number(number));
  return highest + 1;
}

/** A definition goes on over indented lines, with blank lines between them. */
function endOfDefinition(text: string, from: number): number {
  const line = /(?:\r\n|\r|\n)([^\r\n]*)/y;
  let end = from;
  line.lastIndex = from;
  for (let found = line.exec(text); found; found = line.exec(text)) {
    const content = found[1] ?? '';
    if (/^(?: {4}|\t)\s*\S/.test(content)) end = line.lastIndex;
    else if (content.trim() !== '') break;
  }
  return end;
}

/** What stands before a definition on its line: the marks of a quote, or indentation. */
function linePrefix(text: string, definition: number): string {
  const start = Math.max(text.lastIndexOf('\n', definition - 1), text.lastIndexOf('\r', definition - 1)) + 1;
  return /^[\s>]*/.exec(text.slice(start, definition + 4))?.[0] ?? '';
}

function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
