// The sources that may be cited at a place, the best first: what states the figure, what the report names, the rest.
import { type Candidate, candidatesFor, type SourceName, type Span } from '../core';
import type { State } from './analyses';

export function candidatesAt(
  { analysis }: State & { readonly kind: 'checked' },
  place: { readonly at: Span; readonly sources: readonly SourceName[] } | undefined,
): readonly Candidate[] {
  return candidatesFor(analysis.bibliography, place?.sources ?? []);
}
