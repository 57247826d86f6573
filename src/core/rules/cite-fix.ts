// The fix "Insert source citation", offered wherever a figure lacks its source.
import type { Span } from '../text/span';
import type { Reading } from './reading';
import type { Fix } from './rule';

export function citeFix(reading: Reading, at: Span): Fix {
  return {
    kind: 'cite',
    title: 'Insert source citation',
    at,
    instead: false,
    sources: reading.namedSources(at),
  };
}

/** The fix for words that name nobody: a named source takes their place. */
export function nameSourceFix(reading: Reading, at: Span): Fix {
  return { kind: 'cite', title: 'Name the source', at, instead: true, sources: reading.namedSources(at) };
}
