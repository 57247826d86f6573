// The fix "Insert source citation", offered wherever a figure lacks its source.
import type { Span } from '../text/span';
import type { Reading } from './reading';
import type { Fix } from './rule';

export function citeFix(reading: Reading, at: Span): Fix {
  return { kind: 'cite', title: 'Insert source citation', at, sources: reading.namedSources(at) };
}
