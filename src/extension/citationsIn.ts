// What a report cites, worked out once for each analysis.
import { type Analysis, type Citation, citationsOf, type Entry, type Span } from '../core';

const known = new WeakMap<Analysis, readonly Citation[]>();

export function citationsIn(analysis: Analysis): readonly Citation[] {
  const citations = known.get(analysis) ?? citationsOf(analysis.report, analysis.bibliography);
  known.set(analysis, citations);
  return citations;
}

/** The entry that is cited at an offset, or whose key stands there in the report. */
export function entryAt(analysis: Analysis, offset: number): Entry | undefined {
  const cited = citationsIn(analysis).find(({ keySpan }) => keySpan && isAt(keySpan, offset))?.entry;
  return cited ?? ownEntryAt(analysis.bibliography.entries, undefined, offset);
}

/** The entry whose key stands at an offset of a file; undefined is the report itself. */
export function ownEntryAt(
  entries: readonly Entry[],
  path: string | undefined,
  offset: number,
): Entry | undefined {
  return entries.find(
    ({ place }) => place.path === path && place.keySpan !== undefined && isAt(place.keySpan, offset),
  );
}

export function isAt({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
