// The sources that may be cited at a place, the best first: what states the figure, what the report names, the rest.
import {
  type Analysis,
  type AnalyzeOptions,
  attachDocuments,
  type Backing,
  type Candidate,
  candidatesFor,
  type Entry,
  type SourceName,
  type Span,
} from '../core';

/** A checked report, as far as candidates go. */
interface Checked {
  readonly analysis: Analysis;
  readonly options: AnalyzeOptions;
}

export function candidatesAt(
  checked: Checked,
  place: { readonly at: Span; readonly sources: readonly SourceName[] } | undefined,
): readonly Candidate[] {
  const { bibliography } = checked.analysis;
  return place
    ? candidatesFor(bibliography, place.sources, backingAt(checked, place.at))
    : candidatesFor(bibliography, []);
}

/** The passages of attached documents that state what stands at a place, or in the event or row that it names. */
function backingAt(checked: Checked, at: Span): readonly Backing[] {
  const { judged, report } = checked.analysis;
  if (judged.length === 0) return [];
  const isIn = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
  const event = report.events.find(({ titleSpan }) => isIn(titleSpan, at));
  const meant = judged.filter(({ mention: { figure } }) => isIn(figure.span, at) || isIn(at, figure.span));
  const around = judged.filter(({ mention: { figure } }) =>
    event ? isIn(event.span, figure.span) : figure.cell !== undefined && isIn(figure.cell.row.span, at),
  );
  const entries = entriesByPath(checked);
  return (
    (meant.length > 0 ? meant : around)
      .flatMap(({ mention: { figure }, evidence: { same } }) =>
        same.map(evidence => ({ evidence, isExact: evidence.value === figure.quantity.value })),
      )
      // "Over 25" allows 30, but whoever states 30 is the better source for it.
      .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.evidence.score - a.evidence.score)
      .map(({ evidence }) => ({ evidence, entry: entries.get(evidence.path) }))
  );
}

const known = new WeakMap<Analysis, ReadonlyMap<string, Entry>>();

/** The entry that each attached document belongs to, the first of several, by the document's path. */
export function entriesByPath({ analysis, options }: Checked): ReadonlyMap<string, Entry> {
  const before = known.get(analysis);
  if (before) return before;
  const documents = (options.sources?.documents ?? []).map(({ document }) => document);
  const attached = attachDocuments(analysis.bibliography.entries, documents);
  const entries = new Map([...attached].reverse().map(([entry, { path }]) => [path, entry]));
  known.set(analysis, entries);
  return entries;
}
