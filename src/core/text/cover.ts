// The union of many spans, answering "is this place covered?" in logarithmic time.
import type { Span } from './span';

export class Cover {
  private readonly merged: readonly Span[];

  constructor(spans: readonly Span[]) {
    const ordered = [...spans].sort((a, b) => a.start - b.start);
    const merged: Span[] = [];
    for (const span of ordered) {
      const last = merged.at(-1);
      if (last && span.start <= last.end)
        merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
      else merged.push(span);
    }
    this.merged = merged;
  }

  /** True when all of the span lies in the union. */
  covers(span: Span): boolean {
    let low = 0;
    let high = this.merged.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.merged[middle]?.start ?? 0) <= span.start) low = middle;
      else high = middle - 1;
    }
    const candidate = this.merged[low];
    return candidate !== undefined && candidate.start <= span.start && span.end <= candidate.end;
  }
}
