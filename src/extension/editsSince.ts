// How a text has changed since it was read, so that what was read of it is found where it stands now.
import type { Span } from '../core';

/** A stretch of the text, from `start` to `end`, has given way to another of some length. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

export class EditsSince {
  /** In the order in which they were made. */
  private readonly changes: Change[] = [];

  get isNone(): boolean {
    return this.changes.length === 0;
  }

  add(change: Change): void {
    const last = this.changes.at(-1);
    // What is typed letter by letter is one change.
    if (last && change.start === change.end && change.start === last.start + last.length)
      this.changes[this.changes.length - 1] = { ...last, length: last.length + change.length };
    else this.changes.push(change);
  }

  /** Where the words of a span stand now; undefined when a change has touched them. */
  wordsNow(span: Span): Span | undefined {
    return this.changes.reduce(wordsAfter, span as Span | undefined);
  }

  /** Where a span stands now, with what was changed inside it; undefined when a change has touched one of its ends. */
  spanNow(span: Span): Span | undefined {
    return this.changes.reduce(spanAfter, span as Span | undefined);
  }

  /** Where an offset of the present text stood when it was read; undefined in text that came later. */
  offsetThen(offset: number): number | undefined {
    return this.changes.reduceRight(offsetBefore, offset as number | undefined);
  }
}

/** Where the words of a span stand after a change; undefined when it touches them. */
export function wordsAfter(span: Span | undefined, change: Change): Span | undefined {
  if (!span || change.start >= span.end) return span;
  return change.end <= span.start ? moved(span, change) : undefined;
}

function spanAfter(span: Span | undefined, change: Change): Span | undefined {
  const isInside = span && span.start < change.start && change.end < span.end;
  return isInside ? { start: span.start, end: span.end + growth(change) } : wordsAfter(span, change);
}

function offsetBefore(offset: number | undefined, change: Change): number | undefined {
  if (offset === undefined || offset <= change.start) return offset;
  return offset >= change.start + change.length ? offset - growth(change) : undefined;
}

function moved({ start, end }: Span, change: Change): Span {
  return { start: start + growth(change), end: end + growth(change) };
}

function growth({ start, end, length }: Change): number {
  return length - (end - start);
}
