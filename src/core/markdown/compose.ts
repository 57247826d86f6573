// Puts the prose of a block together from its text and the marks that were found in it.
import type { Span } from '../text/span';
import { Wording } from '../text/wording';
import { type InlineMark, Prose, type Run } from './prose';

/** Text of the source that the prose replaces by something else (mostly by nothing). */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

type MarkKind =
  | { readonly kind: 'strong' }
  | { readonly kind: 'link'; readonly url: string | undefined }
  | { readonly kind: 'footnote'; readonly key: string }
  | { readonly kind: 'citation'; readonly keys: readonly string[] };

/** A mark in raw offsets: `inner` is what it holds. */
export type RawMark = MarkKind & { readonly outer: Span; readonly inner: Span };

/** The prose of a text without marks, whose `pieces` stand in the source and are joined by line breaks. */
export function plainProse(raw: string, pieces: readonly Span[]): Prose {
  return new Prose(new Wording(raw), runsOf(pieces), NO_MARKS, pieces[0]?.start ?? 0);
}

const NO_MARKS: readonly InlineMark[] = [];

/** The runs of a text that has no marks. The joint between two pieces is the line break at the end of the first. */
function runsOf(pieces: readonly Span[]): Run[] {
  const runs: Run[] = [];
  let prose = 0;
  let before: Span | undefined;
  for (const piece of pieces) {
    if (before) runs.push({ prose: prose++, source: before.end, length: 1 });
    const length = piece.end - piece.start;
    if (length > 0) runs.push({ prose, source: piece.start, length });
    prose += length;
    before = piece;
  }
  return runs;
}

/**
 * The prose of a text with marks.
 * @param raw the text of the pieces, joined by line breaks
 * @param replacements in text order, in offsets of `raw`; one that starts inside another is left out
 * @param rawMarks in text order
 */
export function compose(
  raw: string,
  pieces: readonly Span[],
  replacements: readonly Replacement[],
  rawMarks: readonly RawMark[],
): Prose {
  const runs: Run[] = [];
  const toSource = pieceMap(pieces);
  let text = '';
  let at = 0;
  /** Raw offset → prose offset, at the places where a replacement ends. */
  const stops: { raw: number; prose: number }[] = [];
  const copy = (end: number) => {
    for (let from = at; from < end; ) {
      const { source, length } = toSource(from, end);
      runs.push({ prose: text.length, source, length });
      text += raw.slice(from, from + length);
      from += length;
    }
  };
  for (const { start, end, by } of replacements) {
    if (start < at) continue;
    copy(start);
    if (by) {
      runs.push({ prose: text.length, source: toSource(start, end).source, length: by.length });
      text += by;
    }
    at = end;
    stops.push({ raw: end, prose: text.length });
  }
  copy(raw.length);
  const toProse = (offset: number) => {
    let low = 0;
    let high = stops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stops[middle]?.raw ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const stop = stops[low - 1] ?? { raw: 0, prose: 0 };
    const limit = stops[low]?.prose ?? text.length;
    return Math.min(stop.prose + offset - stop.raw, limit);
  };
  const sourceAt = (offset: number) => toSource(offset, offset + 1).source;
  const marks = rawMarks.map(mark =>
    markAt(
      mark,
      { start: sourceAt(mark.outer.start), end: sourceAt(mark.outer.end - 1) + 1 },
      { start: toProse(mark.inner.start), end: toProse(mark.inner.end) },
    ),
  );
  return new Prose(new Wording(text), runs, marks, pieces[0]?.start ?? 0);
}

/** A mark with its places. Written out: to copy an object without some of its properties takes engines long. */
function markAt(mark: RawMark, span: Span, at: Span): InlineMark {
  switch (mark.kind) {
    case 'strong':
      return { kind: 'strong', span, at };
    case 'link':
      return { kind: 'link', url: mark.url, span, at };
    case 'footnote':
      return { kind: 'footnote', key: mark.key, span, at };
    case 'citation':
      return { kind: 'citation', keys: mark.keys, span, at };
  }
}

/** Maps a raw offset to the source, with how far the two run together. */
function pieceMap(
  pieces: readonly Span[],
): (from: number, end: number) => { source: number; length: number } {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.end - piece.start + 1;
  }
  let index = 0;
  return (from, end) => {
    while ((starts[index] ?? 0) > from) index--;
    while (index + 1 < starts.length && (starts[index + 1] ?? 0) <= from) index++;
    const piece = pieces[index] ?? { start: 0, end: 0 };
    const offset = from - (starts[index] ?? 0);
    const rest = piece.end - piece.start - offset;
    // The joint between two pieces is the line break at the end of the first.
    return rest > 0
      ? { source: piece.start + offset, length: Math.min(rest, end - from) }
      : { source: piece.end, length: 1 };
  };
}
