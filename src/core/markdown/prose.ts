// The text of a block as a reader sees it, without Markdown marks, with the way back to the source.

import { flat } from '../text/lists';
import type { Span } from '../text/span';
import { Wording } from '../text/wording';

/** Stands for what must never be read as words or figures: code, addresses, pictures. */
export const OBJECT = '\uFFFC';

/** A mark of the Markdown source. `span` is where it stands in the source, `at` the prose that it holds. */
export type InlineMark =
  | { readonly kind: 'strong'; readonly span: Span; readonly at: Span }
  | { readonly kind: 'link'; readonly span: Span; readonly at: Span; readonly url: string | undefined }
  | { readonly kind: 'footnote'; readonly span: Span; readonly at: Span; readonly key: string }
  | { readonly kind: 'citation'; readonly span: Span; readonly at: Span; readonly keys: readonly string[] };

/** A run of prose that stands unchanged in the source. */
export interface Run {
  readonly prose: number;
  readonly source: number;
  readonly length: number;
}

export class Prose {
  readonly text: string;

  constructor(
    private readonly wording: Wording,
    /** In prose order, without gaps between them in the prose; their source offsets are less the shift. */
    private readonly runs: readonly Run[],
    /** In source order. */
    readonly marks: readonly InlineMark[],
    /** Where a prose without runs stands, less the shift. */
    private readonly fallback: number,
    /** How far it has moved since it was read. */
    private readonly shift = 0,
  ) {
    this.text = wording.text;
  }

  /** The same prose where the source stands `by` code units further on. */
  moved(by: number): Prose {
    const marks = this.marks.map(mark => ({
      ...mark,
      span: { start: mark.span.start + by, end: mark.span.end + by },
    }));
    return new Prose(this.wording, this.runs, marks, this.fallback, this.shift + by);
  }

  /** What stands from an offset on, as a prose of its own. */
  from(offset: number): Prose {
    const runs = flat(this.runs, ({ prose, source, length }): Run[] => {
      const cut = Math.max(0, offset - prose);
      return cut >= length
        ? []
        : [{ prose: prose + cut - offset, source: source + cut, length: length - cut }];
    });
    const marks = flat(this.marks, (mark): InlineMark[] => {
      const { start, end } = mark.at;
      return start < offset ? [] : [{ ...mark, at: { start: start - offset, end: end - offset } }];
    });
    const at = this.toSource(offset) - this.shift;
    return new Prose(new Wording(this.text.slice(offset)), runs, marks, at, this.shift);
  }

  /** What a function makes of the prose's text, as `Wording.of` gives it. */
  of<T>(read: (text: string, wording: Wording) => T): T {
    return this.wording.of(read);
  }

  /** Source offset of a prose offset; the end of the prose maps to the end of its last run. */
  toSource(offset: number): number {
    const run = this.runAt(offset);
    if (!run) return this.fallback + this.shift;
    return this.shift + run.source + Math.max(0, Math.min(offset - run.prose, run.length));
  }

  /** The source from the first to the last code unit of a span of prose, marks between them included. */
  toSpan(span: Span): Span {
    const start = this.toSource(span.start);
    return { start, end: span.end > span.start ? this.toSource(span.end - 1) + 1 : start };
  }

  /** Prose offset of a source offset: the nearest prose at or after it, within the block. */
  fromSource(sourceOffset: number): number {
    const offset = sourceOffset - this.shift;
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.runs[middle];
      if (run && run.source + run.length <= offset) low = middle + 1;
      else high = middle;
    }
    const run = this.runs[low];
    return run ? run.prose + Math.max(0, offset - run.source) : this.text.length;
  }

  private runAt(offset: number): Run | undefined {
    let low = 0;
    let high = this.runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.runs[middle]?.prose ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.runs[low];
  }
}
