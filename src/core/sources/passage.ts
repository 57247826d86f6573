// What is shown of a passage: its quote, where it stands, and a selector by which others find it again.

import type { Span } from '../text/span';
import type { Landmark, SourceDocument } from './document';
import type { Evidence, Place, TextQuoteSelector } from './evidence';
import type { Passage } from './library';

/** Length of what a selector keeps of the text before and after the quote, in UTF-16 code units. */
const AROUND = 32;
/** A longer passage is cut around its figure: nobody reads a quote of a page. */
const LONGEST = 360;

export function evidenceOf({ document: { document }, mention }: Passage, score: number): Evidence {
  const { figure } = mention;
  const passage = cut(document.text, mention.passage, figure.span);
  return {
    path: document.path,
    title: document.title,
    quote: quoteOf(document.text, passage),
    stated: figure.text,
    value: figure.quantity.value,
    place: placeOf(document, figure.span.start),
    selector: selectorOf(document.text, passage),
    passage,
    figure: figure.span,
    score,
  };
}

/** The passage, or of a long one the words around the figure. */
function cut(text: string, { start, end }: Span, figure: Span): Span {
  if (end - start <= LONGEST) return { start, end };
  const from = Math.max(start, figure.start - LONGEST / 2);
  const to = Math.min(end, Math.max(figure.end, from + LONGEST));
  const first = from === start ? start : text.indexOf(' ', from) + 1;
  const last = to === end ? end : text.lastIndexOf(' ', to);
  return { start: first > from && first < figure.start ? first : from, end: last > figure.end ? last : to };
}

/** One line without the marks of Markdown: those of emphasis, links and tables. */
function quoteOf(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .replace(/^\s*\|\s*|\s*\|\s*$/g, '')
    .replace(/\s*\|\s*/g, ' | ')
    .replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function selectorOf(text: string, { start, end }: Span): TextQuoteSelector {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
  };
}

function placeOf({ landmarks }: SourceDocument, at: number): Place {
  const last = <Kind extends Landmark['kind']>(kind: Kind) =>
    landmarks.findLast(
      (landmark): landmark is Extract<Landmark, { kind: Kind }> =>
        landmark.kind === kind && landmark.at <= at,
    );
  return { page: last('page')?.page, heading: last('heading')?.title, row: last('row')?.row };
}

/** What to call a document: its title, else its path. */
export function nameOfSource({ title, path }: Pick<SourceDocument, 'title' | 'path'>): string {
  return title?.trim() || path;
}

/** "Annual report (p. 4)", "prices.csv (row 12)": the source and the place in it. */
export function whereOf({ place, ...document }: Pick<Evidence, 'title' | 'path' | 'place'>): string {
  const isAllOfIt = place.page === undefined && place.heading === document.title;
  const where = isAllOfIt ? undefined : placeInWords(place);
  return where === undefined ? nameOfSource(document) : `${nameOfSource(document)} (${where})`;
}

/** The nearest thing to a page number that the document has. */
export function placeInWords({ page, heading, row }: Place): string | undefined {
  if (page !== undefined) return `p. ${page}`;
  if (row !== undefined) return `row ${row}`;
  return heading === undefined ? undefined : `under “${heading}”`;
}
