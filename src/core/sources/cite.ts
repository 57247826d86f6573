// Writes a citation of a source behind a figure, in the style in which the report cites already or in another.
import type { Claim, Mention } from '../claims';
import { meets } from '../figures';
import type { Report, SourceName } from '../report/report';
import type { TextEdit } from '../text/edits';
import type { Span } from '../text/span';
import { type Entry, isCitable, nameOf } from './bibliography-entry';
import { citedAt, clauseEnd } from './clause';
import { escapeTitle, linkTo } from './link';

export { citedAt, clauseEnd } from './clause';
export { citableUrl } from './link';

/** A source that the report does not name yet. */
export interface NewSource {
  readonly title: string;
  /** Left out when the source has none; one that cannot be cited safely is left out too. */
  readonly url: string | undefined;
  readonly page?: number | undefined;
}

/** An entry of the bibliography, and the page of it that is meant. */
export interface CitedEntry {
  readonly entry: Entry;
  readonly page?: number | undefined;
}

export type Citable = SourceName | NewSource | CitedEntry;

export const CITATION_STYLES = ['auto', 'pandoc', 'footnote', 'link', 'source'] as const;
/** `[@key]`, `[^1]`, `([title](url))` or `(Source: title)`; auto is the one that the report uses. */
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** What every style can be written from. */
interface Cited {
  readonly title: string;
  readonly url: string | undefined;
  /** What stands behind the title where there is room: who published it and when. */
  readonly more: string;
  readonly key: string | undefined;
  /** The key of a footnote that the report has for it. */
  readonly footnote: string | undefined;
  readonly page: number | undefined;
}

/** A citation's mark, and what must be added elsewhere for it. */
interface Written {
  readonly mark: string;
  readonly definition: readonly TextEdit[];
}

/**
 * The edits that cite a source for a figure, at the end of its clause. They only insert, but for a "[citation needed]"
 * there, which they replace. Empty when no prose of the report holds the figure. A style that the source cannot be
 * cited in, such as `[@key]` without a key, falls back to the report's own.
 */
export function citeEdits(
  report: Report,
  at: Span,
  source: Citable,
  style: CitationStyle = 'auto',
): readonly TextEdit[] {
  return citeAllEdits(report, [at], source, style);
}

/** The edits that cite a source for several figures, once for each clause. */
export function citeAllEdits(
  report: Report,
  places: readonly Span[],
  source: Citable,
  style: CitationStyle = 'auto',
): readonly TextEdit[] {
  const offsets = new Set(places.flatMap(at => clauseEnd(report, at) ?? []));
  if (offsets.size === 0) return [];
  const { mark, definition } = written(report, citedOf(report, source), style);
  return [...Array.from(offsets, offset => insertion(report.text, offset, mark)), ...definition];
}

/** The edit that cites a source at a place of the reader's choice; a footnote's definition comes with it. */
export function citeAtEdits(
  report: Report,
  offset: number,
  source: Citable,
  style: CitationStyle = 'auto',
): readonly TextEdit[] {
  const { mark, definition } = written(report, citedOf(report, source), style);
  const isApart = offset === 0 || /\s/.test(report.text[offset - 1] ?? '');
  return [insertion(report.text, offset, isApart ? mark.trimStart() : mark), ...definition];
}

/**
 * The mentions of a claim that state what the figure at a place states and have no citation of their own, that one
 * among them: where a source for it can be cited too. Mentions that differ in value are another source's matter.
 */
export function mentionsToCite(
  { report, claims }: { readonly report: Report; readonly claims: readonly Claim[] },
  at: Span,
): readonly Span[] {
  const isHere = ({ figure }: Mention) => figure.span.start <= at.start && at.end <= figure.span.end;
  const claim = claims.find(({ mentions }) => mentions.some(isHere));
  const own = claim?.mentions.find(isHere)?.figure.quantity;
  if (!claim || !own) return [];
  return claim.mentions
    .filter(({ figure: { quantity } }) => quantity.kind === own.kind && meets(quantity.range, own.range))
    .map(({ figure }) => figure.span)
    .filter(span => !citedAt(report, span));
}

const NEEDED = '[citation needed]';

/** The edits that ask for a citation; none where the report asks for it already. */
export function citationNeededEdits(report: Report, at: Span): readonly TextEdit[] {
  const offset = clauseEnd(report, at);
  if (offset === undefined || neededBefore(report.text, offset) > 0) return [];
  return [insertion(report.text, offset, ` ${NEEDED}`)];
}

/** The edits of the fix "Insert source citation" once its source is known. */
export function editsOfCitation(
  report: Report,
  fix: { readonly at: Span; readonly instead: boolean },
  source: Citable,
  style: CitationStyle = 'auto',
): readonly TextEdit[] {
  if (!fix.instead) return citeEdits(report, fix.at, source, style);
  // The name of the source takes the place of words that name nobody.
  const { title, url } = citedOf(report, source);
  return [{ span: fix.at, newText: linkTo(title, url) }];
}

function citedOf(report: Report, source: Citable): Cited {
  const none = { more: '', key: undefined, footnote: undefined, page: undefined };
  if ('title' in source) return { ...none, title: source.title, url: source.url, page: source.page };
  if ('name' in source) {
    const kind = noteKindOf(report, source);
    const key = source.key ?? source.name;
    return {
      ...none,
      title: source.name,
      url: source.url,
      key: kind === 'citation' ? key : undefined,
      footnote: kind === 'footnote' ? key : undefined,
    };
  }
  const { entry, page } = source;
  return {
    title: nameOf(entry),
    url: entry.url ?? (entry.doi === undefined ? undefined : `https://doi.org/${entry.doi}`),
    more: [entry.publisher, entry.issued]
      .filter(one => one !== undefined && one !== nameOf(entry))
      .join(', '),
    key: isCitable(entry) ? entry.key : undefined,
    footnote: entry.place.kind === 'footnote' ? entry.key : undefined,
    page,
  };
}

function written(report: Report, cited: Cited, style: CitationStyle): Written {
  const page = cited.page === undefined ? '' : `, p. ${cited.page}`;
  const inText = (mark: string): Written => ({ mark, definition: [] });
  switch (style === 'auto' ? styleFor(report, cited) : style) {
    case 'pandoc':
      if (cited.key === undefined) return written(report, cited, ownStyle(report));
      return inText(` [@${cited.key}${page}]`);
    case 'footnote':
      return footnoted(report, cited, page);
    case 'source':
      return inText(` (Source: ${linkTo(cited.title, cited.url)}${page})`);
    default: {
      const link = linkTo(cited.title, cited.url);
      return inText(link.startsWith('[') ? ` (${link}${page})` : ` (Source: ${link}${page})`);
    }
  }
}

/** By its key where the report cites by keys or the source has nothing else; else as the report does. */
function styleFor(report: Report, { key, footnote }: Cited): CitationStyle {
  if (footnote !== undefined) return 'footnote';
  const citesByKey = report.sources.some(({ kind }) => kind === 'citation');
  return key !== undefined && (citesByKey || !hasFootnotes(report)) ? 'pandoc' : ownStyle(report);
}

/** How a report cites a source that has no key. */
function ownStyle(report: Report): 'footnote' | 'link' {
  return hasFootnotes(report) ? 'footnote' : 'link';
}

function hasFootnotes({ blocks }: Report): boolean {
  return blocks.some(({ kind }) => kind === 'footnote');
}

/** A reference to the footnote that says the same already, else to a new one. */
function footnoted(report: Report, cited: Cited, page: string): Written {
  if (cited.footnote !== undefined) return { mark: `[^${cited.footnote}]`, definition: [] };
  const more = cited.more === '' ? '' : `, ${escapeTitle(cited.more)}`;
  const note = `${linkTo(cited.title, cited.url)}${more}${page}`;
  const footnotes = report.blocks.filter(block => block.kind === 'footnote');
  const known = footnotes.find(({ span }) => definitionAt(report.text, span) === note);
  if (known) return { mark: `[^${known.key}]`, definition: [] };
  const key = nextKey(report.text);
  const lineBreak = lineBreakOf(report.text);
  const last = footnotes.at(-1);
  if (!last) {
    const end = report.text.trimEnd().length;
    return {
      mark: `[^${key}]`,
      definition: [insertAt(end, `${lineBreak}${lineBreak}[^${key}]: ${note}`)],
    };
  }
  const end = endOfDefinition(report.text, last.span.end);
  const prefix = linePrefix(report.text, last.span.start);
  // Inside a quote, a definition on the next line would go on with the one before it.
  const apart = prefix === '' ? '' : `${lineBreak}${prefix.trimEnd()}`;
  const definition = `${apart}${lineBreak}${prefix}[^${key}]: ${note}`;
  return { mark: `[^${key}]`, definition: [insertAt(end, definition)] };
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
  const start = offset - neededBefore(text, offset);
  const lead = citation.startsWith('[') && text[start - 1] === ']' ? ' ' : '';
  const trail = citation.endsWith(']') && /[([]/.test(text[offset] ?? '') ? ' ' : '';
  return { span: { start, end: offset }, newText: lead + citation + trail };
}

/** How much of the text before an offset is a "[citation needed]". */
function neededBefore(text: string, offset: number): number {
  return /[ \t]*\[citation needed\]$/i.exec(text.slice(Math.max(0, offset - 40), offset))?.[0].length ?? 0;
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
  let end = endOfBrokenLines(text, from);
  line.lastIndex = end;
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

/** Lines that end with a hard break go on in the next one. */
function endOfBrokenLines(text: string, from: number): number {
  let end = from;
  while (/^(?: {2,}|\\)$/.test(text.slice(end, endOfLine(text, end)))) {
    const broken = endOfLine(text, end);
    const start = text.startsWith('\r\n', broken) ? broken + 2 : broken + 1;
    const content = text.slice(start, endOfLine(text, start)).replace(/\\$/, '').trimEnd();
    if (content.trim() === '') break;
    end = start + content.length;
  }
  return end;
}

function endOfLine(text: string, at: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = at;
  return found.exec(text)?.index ?? text.length;
}
