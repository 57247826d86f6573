// Where a report cites each entry of its bibliography, and the figures that rest on it there.
import type { PlacedFigure, Report, SourceNote } from '../report/report';
import { firstFrom, itemsWithin } from '../text/scopes';
import type { Span } from '../text/span';
import type { Bibliography } from './bibliography';
import { type Entry, isCitable } from './bibliography-entry';

/** One place that refers to a source. */
export interface Citation {
  /** The key as written; undefined for a source line, cell or link, which names its source in words. */
  readonly key: string | undefined;
  readonly kind: 'citation' | 'footnote' | 'words';
  /** All of the mark or of the words. */
  readonly span: Span;
  /** The key alone. */
  readonly keySpan: Span | undefined;
  /** Undefined when no entry is known. */
  readonly entry: Entry | undefined;
  /** The figures that it backs, in text order. */
  readonly figures: readonly PlacedFigure[];
}

/** Every place of a report that cites something, in text order. */
export function citationsOf(report: Report, bibliography: Bibliography): readonly Citation[] {
  const finder = new EntryFinder(bibliography);
  return report.sources.flatMap((note, index) => {
    if (note.kind === 'attribution') return [];
    const figures = figuresBacked(report, note, report.sources[index - 1]);
    if (note.kind !== 'citation' && note.kind !== 'footnote')
      return note.names.map(
        (name): Citation => ({
          key: undefined,
          kind: 'words',
          span: note.span,
          keySpan: undefined,
          entry: finder.named(name.name),
          figures,
        }),
      );
    const { kind } = note;
    return keysIn(report.text, note).map(({ key, keySpan }): Citation => {
      const entry = kind === 'citation' ? bibliography.byKey.get(key) : finder.footnote(key);
      return { key, kind, span: note.span, keySpan, entry, figures };
    });
  });
}

/** What cites each entry that is cited at all. */
export function citationsByEntry(citations: readonly Citation[]): ReadonlyMap<Entry, readonly Citation[]> {
  const byEntry = new Map<Entry, Citation[]>();
  for (const citation of citations) {
    if (!citation.entry) continue;
    const known = byEntry.get(citation.entry);
    if (known) known.push(citation);
    else byEntry.set(citation.entry, [citation]);
  }
  return byEntry;
}

class EntryFinder {
  private readonly footnotes = new Map<string, Entry>();
  private readonly names = new Map<string, Entry>();

  constructor({ entries }: Bibliography) {
    for (const entry of entries) {
      const { key, title, place } = entry;
      const name = title?.toLowerCase();
      if (place.kind === 'footnote' && key !== undefined && !this.footnotes.has(key))
        this.footnotes.set(key, entry);
      if (name !== undefined && place.kind !== 'footnote' && !this.names.has(name))
        this.names.set(name, entry);
    }
  }

  footnote(key: string): Entry | undefined {
    return this.footnotes.get(key);
  }

  named(name: string): Entry | undefined {
    return this.names.get(name.toLowerCase());
  }
}

/** The keys of a mark, each with the place where it stands in it. */
function keysIn(text: string, { kind, span, names }: SourceNote): { key: string; keySpan: Span }[] {
  const written = text.slice(span.start, span.end);
  let from = 0;
  return names.flatMap(({ key }) => {
    if (key === undefined) return [];
    const sign = kind === 'citation' ? '@' : '^';
    let at = written.indexOf(key, from);
    while (at > 0 && !written.slice(Math.max(0, at - 2), at).includes(sign))
      at = written.indexOf(key, at + 1);
    if (at < 0) return [];
    from = at + key.length;
    return [{ key, keySpan: { start: span.start + at, end: span.start + from } }];
  });
}

/** A line or cell backs what it covers; a mark the figures before it in its sentence, back to the mark before it. */
function figuresBacked(
  report: Report,
  note: SourceNote,
  before: SourceNote | undefined,
): readonly PlacedFigure[] {
  const [scope] = note.scopes;
  if (!scope) return [];
  const covered = itemsWithin(report.figures, scope, figure => figure.span).filter(
    ({ span }) => span.end <= note.span.start || note.span.end <= span.start,
  );
  if (note.kind === 'line' || note.kind === 'cell' || covered[0]?.cell) return covered;
  const next = firstFrom(covered, note.span.start, figure => figure.span.start);
  const last = covered[next - 1];
  if (last && holds(last, note)) {
    const from = before && before.span.end <= last.span.start ? before.span.end : last.sentence.start;
    return covered.slice(0, next).filter(({ span, sentence }) => {
      return sentence.start === last.sentence.start && span.start >= from;
    });
  }
  const first = covered[next];
  return first && holds(first, note)
    ? covered.slice(next).filter(({ sentence }) => sentence.start === first.sentence.start)
    : [];
}

/** True when a mark stands in the sentence of a figure or right after its full stop. */
function holds({ sentence }: PlacedFigure, { span }: SourceNote): boolean {
  return sentence.start <= span.start && span.start <= sentence.end + 1;
}

/** The entries that nothing in the report cites, of those that the report itself lists to be cited. */
export function unusedEntries(
  report: Report,
  bibliography: Bibliography,
  citations: readonly Citation[],
): readonly Entry[] {
  const used = new Set(citations.map(({ entry }) => entry));
  const written = referencesIn(report.text);
  return bibliography.entries.filter(entry => {
    const { key, place } = entry;
    if (key === undefined || place.path !== undefined || used.has(entry)) return false;
    const reference = isCitable(entry) ? `@${key}` : `^${key}`;
    // Its own entry may begin with the reference; any other counts, even where no citation is read, such as in a note.
    const own = report.text.slice(place.span.start, place.span.end).includes(reference) ? 1 : 0;
    return (written.get(reference) ?? 0) <= own;
  });
}

/** How often a text has each `@key` and `^key`, whatever it stands in. */
function referencesIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, sign = '', key = ''] of text.matchAll(/(?:\[(?=\^)|(?=@))([@^])\{?([^\s\]{};,"]{1,200})/g))
    for (const reference of new Set([sign + key, sign + key.replace(/[.:)]+$/, '')]))
      counts.set(reference, (counts.get(reference) ?? 0) + 1);
  return counts;
}
