// Finds what holds a place: things that each cover a span, searched by offset.
import { contains, type Span } from './span';

export class Scopes<T> {
  private readonly entries: readonly { readonly span: Span; readonly value: T }[];
  /** The furthest end among the entries up to each index: where it lies before a place, nothing earlier holds it. */
  private readonly reach: readonly number[];

  constructor(entries: readonly { readonly span: Span; readonly value: T }[]) {
    this.entries = [...entries].sort((a, b) => a.span.start - b.span.start);
    let furthest = -1;
    this.reach = this.entries.map(({ span }) => (furthest = Math.max(furthest, span.end)));
  }

  /** The value with the latest start that holds all of the span. */
  innermost(span: Span): T | undefined {
    for (let i = this.lastAt(span.start); i >= 0 && (this.reach[i] ?? -1) >= span.end; i--) {
      const entry = this.entries[i];
      if (entry && contains(entry.span, span)) return entry.value;
    }
    return undefined;
  }

  /** Every value that holds all of the span, the one that starts last first. */
  *holding(span: Span): Iterable<T> {
    for (let i = this.lastAt(span.start); i >= 0 && (this.reach[i] ?? -1) >= span.end; i--) {
      const entry = this.entries[i];
      if (entry && contains(entry.span, span)) yield entry.value;
    }
  }

  /** Index of the last entry that starts at or before an offset; -1 when none does. */
  private lastAt(offset: number): number {
    return firstFrom(this.entries, offset + 1, entry => entry.span.start) - 1;
  }
}

/** Index of the first item that starts at or after an offset; the items are in order. */
export function firstFrom<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that lie within a span; the items are in order and do not overlap. */
export function itemsWithin<T>(items: readonly T[], span: Span, spanOf: (item: T) => Span): T[] {
  const within: T[] = [];
  for (let i = firstFrom(items, span.start, item => spanOf(item).start); i < items.length; i++) {
    const item = items[i];
    if (item === undefined || spanOf(item).end > span.end) break;
    within.push(item);
  }
  return within;
}
