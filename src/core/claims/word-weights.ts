// What the words of a report tell: the fewer of its places have one, the more.
import type { Prose } from '../markdown/prose';
import { firstFrom } from '../text/scopes';
import type { Span } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { labelsOf, spanIn } from './beside';
import type { Mention } from './claim';
import { proseOf } from './spot';
import { stemsIn } from './stems';

/** How many places of a report have a word, and which of them is the last so far. */
interface Places {
  number: number;
  last: number;
}

const MOST_WEIGHT = 3.2;
/** How fast words lose weight that more places have: one in ten places of a hundred weighs half. */
const STEEPNESS = 1.5;
/** So many places are taken to exist besides the report's, so that a short one has rare words too. */
const ELSEWHERE = 30;

/** The weights of words by inverse document frequency (K. Sparck Jones, 1972), counted once, when first asked for. */
export class WordWeights {
  private frequencies: ReadonlyMap<string, Places> | undefined;
  /** By the frequency of a word. */
  private readonly weights: number[] = [];
  private pieces = 0;

  constructor(private readonly mentions: readonly Mention[]) {}

  /** Counts beforehand, sentence by sentence. */
  *prepare(): Steps<void> {
    this.frequencies ??= yield* this.count();
  }

  /** In how many places of the report a word stands. */
  frequency(word: string): number {
    this.frequencies ??= finish(this.count());
    return this.frequencies.get(word)?.number ?? 0;
  }

  /** What a word weighs: about 3 for a rare one. */
  of(word: string): number {
    const frequency = Math.max(2, this.frequency(word));
    const places = this.pieces + ELSEWHERE;
    this.weights[frequency] ??=
      MOST_WEIGHT * (Math.log(places / frequency) / Math.log(places / 2)) ** STEEPNESS;
    return this.weights[frequency];
  }

  /** Counts the sentences, row labels and headers that hold each word. */
  private *count(): Steps<ReadonlyMap<string, Places>> {
    const counts = new Map<string, Places>();
    // Many figures may share a sentence, which is read once.
    const seen = new Set<number>();
    const add = (prose: Prose, within: Span) => {
      this.pieces++;
      eachStemWithin(prose, within, stem => {
        const places = counts.get(stem);
        if (!places) counts.set(stem, { number: 1, last: this.pieces });
        else if (places.last !== this.pieces) {
          places.number++;
          places.last = this.pieces;
        }
      });
    };
    const isNew = ({ start }: Span) => seen.size < seen.add(start).size;
    for (const { figure } of this.mentions) {
      const prose = proseOf(figure);
      if (isNew(figure.sentence)) {
        add(prose, spanIn(prose, figure.sentence));
        yield;
      }
      for (const cell of labelsOf(figure)) if (isNew(cell.span)) add(cell.prose, ALL);
    }
    return counts;
  }
}

export const ALL: Span = { start: 0, end: Infinity };

/** Calls back for the content words between two offsets of a prose. */
export function eachStemWithin(prose: Prose, { start, end }: Span, found: (stem: string) => void): void {
  const stems = prose.of(stemsIn);
  for (let i = firstFrom(stems, start, stem => stem.start); i < stems.length; i++) {
    const stem = stems[i];
    if (stem === undefined || stem.end > end) return;
    found(stem.stem);
  }
}
