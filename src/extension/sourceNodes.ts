// The Sources view as data: every entry of the bibliography, how often it is cited, and the figures that rest on it.
import { type Analysis, aboutEntry, citationsByEntry, type Entry, nameOf, type Span } from '../core';
import { citationsIn } from './citationsIn';

export interface SourceNode {
  /** The same for the same source or figure of the next version of the report. */
  readonly id: string;
  readonly kind: 'entry' | 'figure';
  readonly label: string;
  /** Shown dimmed after the label. */
  readonly description: string;
  /** The whole of what is known of it. */
  readonly detail: string;
  /** The entry, or that which the figure rests on. */
  readonly entry: Entry;
  /** The figure in the report; undefined for an entry, which may stand in a file of its own. */
  readonly span: Span | undefined;
  readonly isCited: boolean;
  /** The path of the attached document that belongs to the entry. */
  readonly attached: string | undefined;
  readonly children: readonly SourceNode[];
}

const LONGEST_LABEL = 120;

/** The sources that are cited most come first, those that are not cited last; else as the bibliography has them. */
export function sourceNodes(
  analysis: Analysis,
  attached: ReadonlyMap<string, Entry> = new Map(),
): readonly SourceNode[] {
  const paths = new Map([...attached].map(([path, entry]) => [entry, path]));
  const byEntry = citationsByEntry(citationsIn(analysis));
  const ids = new Map<string, number>();
  return analysis.bibliography.entries
    .map(entry => ({ entry, citations: byEntry.get(entry) ?? [] }))
    .sort((a, b) => b.citations.length - a.citations.length)
    .map(({ entry, citations }) => {
      const name = `${entry.place.path ?? ''}/${entry.key ?? ''}/${nameOf(entry)}`;
      const times = ids.get(name) ?? 0;
      ids.set(name, times + 1);
      const id = times === 0 ? name : `${name}#${times + 1}`;
      const path = paths.get(entry);
      const figures = [...new Set(citations.flatMap(citation => citation.figures))];
      return {
        id,
        kind: 'entry',
        label: cut(nameOf(entry)),
        description: [timesCited(citations.length), path && 'attached', aboutEntry(entry)]
          .filter(Boolean)
          .join(' · '),
        detail: [detailOf(entry), path && `Attached as ${path}`].filter(Boolean).join('\n'),
        entry,
        span: undefined,
        isCited: citations.length > 0,
        attached: path,
        children: figures.map((figure, i): SourceNode => {
          const { start, end } = figure.sentence;
          const sentence = analysis.report.text.slice(start, Math.min(end, start + 300));
          return {
            id: `${id}/${i}:${figure.text}`,
            kind: 'figure',
            label: figure.text,
            description: cut(sentence.replace(/\s+/g, ' ').trim()),
            detail: sentence,
            entry,
            span: figure.span,
            isCited: true,
            attached: undefined,
            children: [],
          };
        }),
      };
    });
}

export function timesCited(times: number): string {
  return times === 0 ? 'not cited' : times === 1 ? 'cited once' : `cited ${times} times`;
}

/** Everything that is known of an entry, a line each. */
export function detailOf(entry: Entry): string {
  const { authors, publisher, issued, url, doi, file, key, place } = entry;
  const lines = [
    nameOf(entry),
    authors.join(', '),
    publisher,
    issued,
    url ?? (doi && `doi:${doi}`),
    file,
    key && place.kind !== 'footnote' ? `@${key}` : undefined,
    placeInWords(entry),
  ];
  return [...new Set(lines.filter(Boolean))].join('\n');
}

function placeInWords({ place }: Entry): string {
  switch (place.kind) {
    case 'front-matter':
      return 'In the front matter of this report';
    case 'footnote':
      return 'A footnote of this report';
    case 'list':
      return 'In the list of sources of this report';
    case 'line':
      return 'Named in a source line of this report';
    case 'link':
      return 'Linked in this report';
    default:
      return `In ${place.path}`;
  }
}

function cut(words: string): string {
  const start = words.slice(0, LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/, '');
  return words.length > LONGEST_LABEL ? `${start.trimEnd()}…` : words;
}
