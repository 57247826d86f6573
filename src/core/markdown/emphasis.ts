// Pairs the delimiter runs of emphasis (`*`, `_`, `~~`) within one block.
import { ALPHANUMERIC, kindAt, SPACE } from '../text/letters';
import type { Span } from '../text/span';

export interface DelimiterRun extends Span {
  readonly mark: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

export interface EmphasisPair {
  readonly opener: Span;
  readonly closer: Span;
  readonly strong: boolean;
}

/** Whether a run of delimiters can open or close, by the characters around it: CommonMark's left- and right-flanking. */
export function flanks(
  underscore: boolean,
  before: string,
  after: string,
): { canOpen: boolean; canClose: boolean } {
  const [isSpaceBefore, isSpaceAfter] = [isSpace(before), isSpace(after)];
  const [isMarkBefore, isMarkAfter] = [isPunctuation(before), isPunctuation(after)];
  const left = !isSpaceAfter && (!isMarkAfter || isSpaceBefore || isMarkBefore);
  const right = !isSpaceBefore && (!isMarkBefore || isSpaceAfter || isMarkAfter);
  if (!underscore) return { canOpen: left, canClose: right };
  return { canOpen: left && (!right || isMarkBefore), canClose: right && (!left || isMarkAfter) };
}

function isSpace(character: string): boolean {
  return kindAt(character, 0) === SPACE;
}

/** A letter or digit, as most characters beside a mark are, is told without asking the platform. */
function isPunctuation(character: string): boolean {
  return (kindAt(character, 0) & ALPHANUMERIC) === 0 && /[\p{P}\p{S}]/u.test(character);
}

/** The matched pairs, innermost first. Each run is visited a bounded number of times for each of its characters. */
export function resolveEmphasis(runs: readonly DelimiterRun[]): readonly EmphasisPair[] {
  const pairs: EmphasisPair[] = [];
  const open: { mark: string; start: number; end: number }[] = [];
  const openOf = new Map<string, number>();
  const count = (mark: string, by: number) => openOf.set(mark, (openOf.get(mark) ?? 0) + by);
  for (const run of runs) {
    let start = run.start;
    while (run.canClose && start < run.end && (openOf.get(run.mark) ?? 0) > 0) {
      let opener = open.at(-1);
      while (opener && opener.mark !== run.mark) {
        count(opener.mark, -1);
        open.pop();
        opener = open.at(-1);
      }
      if (!opener) break;
      const width = Math.min(opener.end - opener.start, run.end - start) >= 2 ? 2 : 1;
      pairs.push({
        opener: { start: opener.end - width, end: opener.end },
        closer: { start, end: start + width },
        strong: width === 2 && run.mark !== '~',
      });
      opener.end -= width;
      start += width;
      if (opener.end === opener.start) {
        count(opener.mark, -1);
        open.pop();
      }
    }
    if (run.canOpen && start < run.end) {
      open.push({ mark: run.mark, start, end: run.end });
      count(run.mark, 1);
    }
  }
  return pairs;
}
