// Which of the things that a report lists in text order lie in a span, or at an offset.
import type { PlacedFigure, Report, Span } from '../core';
import { firstFrom } from '../core/text/scopes';
import { contains } from '../core/text/span';

interface Placed {
  readonly span: Span;
}

/** Those that lie in a span. */
export function within<T extends Placed>(ordered: readonly T[], outer: Span): readonly T[] {
  const from = firstFrom(ordered, outer.start, startOf);
  const to = firstFrom(ordered, outer.end, startOf);
  return from === to ? NONE : ordered.slice(from, to).filter(({ span }) => contains(outer, span));
}

/** Whether one of them lies in a span. */
export function hasWithin(ordered: readonly Placed[], outer: Span): boolean {
  for (let i = firstFrom(ordered, outer.start, startOf); i < ordered.length; i++) {
    const item = ordered[i];
    if (item === undefined || item.span.start >= outer.end) return false;
    if (contains(outer, item.span)) return true;
  }
  return false;
}

/** Like `within`, for bare spans. */
export function spansWithin(ordered: readonly Span[], outer: Span): readonly Span[] {
  const from = firstFrom(ordered, outer.start, spanStart);
  const to = firstFrom(ordered, outer.end, spanStart);
  return ordered.slice(from, to).filter(span => contains(outer, span));
}

/** The figure that an offset lies in or right behind. */
export function figureAt({ figures }: Report, offset: number): PlacedFigure | undefined {
  const figure = figures[firstFrom(figures, offset + 1, startOf) - 1];
  return figure && offset <= figure.span.end ? figure : undefined;
}

const NONE: readonly never[] = [];

function startOf({ span }: Placed): number {
  return span.start;
}

function spanStart({ start }: Span): number {
  return start;
}
