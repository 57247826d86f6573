// What the words of a report tell: the fewer of its places have one, the more.
import type { Prose } from '../markdown/prose';
import { type Span, spanOf } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { labelsOf } from './beside';
import type { Mention } from './claim';
import type { Place, SentencePlace } from './places';
import { stemsIn } from './stems';

/** A word of a report, as the number of its stem: what is known of words are lists by these, which are quick to ask. */
export type Term = number;

const MOST_WEIGHT = 3.2;
/** How fast words lose weight that more places have: one in ten places of a hundred weighs half. */
const STEEPNESS = 1.5;
/** So many places are taken to exist besides the report's, so that a short one has rare words too. */
const ELSEWHERE = 30;

/** The content words of a prose, in order: the term of each, and where it starts and ends. */
export interface Terms {
  readonly terms: readonly Term[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The weights of words by inverse document frequency (K. Sparck Jones, 1972), counted once, when first asked for. */
export class WordWeights {
  private readonly terms = new Map<string, Term>();
  private readonly known = new Map<Prose, Terms>();
  /** By term: how many places have it, and which of them is the last so far. */
  private readonly places: number[] = [];
  private readonly last: number[] = [];
  /** By the number of places that have a word. */
  private readonly weights: number[] = [];
  private pieces = 0;
  private isCounted = false;

  constructor(
    private readonly mentions: readonly Mention[],
    private readonly placesOfMentions: readonly Place[],
  ) {}

  /** What a word weighs: about 3 for a rare one. */
  of(term: Term): number {
    const frequency = Math.max(2, this.frequency(term));
    const known = this.weights[frequency];
    if (known !== undefined) return known;
    const places = this.pieces + ELSEWHERE;
    const weight = MOST_WEIGHT * (Math.log(places / frequency) / Math.log(places / 2)) ** STEEPNESS;
    this.weights[frequency] = weight;
    return weight;
  }

  /** In how many places of the report a word stands. */
  frequency(term: Term): number {
    if (!this.isCounted) finish(this.prepare());
    return this.places[term] ?? 0;
  }

  /** The content words of a prose. */
  in(prose: Prose): Terms {
    const known = this.known.get(prose);
    if (known) return known;
    const { words, starts, ends } = prose.of(stemsIn);
    const terms = { terms: words.map(this.termOf, this), starts, ends };
    this.known.set(prose, terms);
    return terms;
  }

  termOf(stem: string): Term {
    const known = this.terms.get(stem);
    if (known !== undefined) return known;
    const term = this.places.length;
    this.terms.set(stem, term);
    this.places.push(0);
    this.last.push(0);
    return term;
  }

  /** Counts beforehand, sentence by sentence, the sentences, row labels and headers that hold each word. */
  *prepare(): Steps<void> {
    if (this.isCounted) return;
    this.isCounted = true;
    // Many figures may share a sentence or a label, which is read once.
    const seen = new Set<number>();
    const isNew = ({ start }: Span) => seen.size < seen.add(start).size;
    let last: SentencePlace | undefined;
    for (const { index, figure } of this.mentions) {
      const place = this.placesOfMentions[index];
      if (!place || place.sentence === last) continue;
      last = place.sentence;
      if (isNew(figure.sentence)) {
        this.count(place.prose, last);
        yield;
      }
      for (const cell of labelsOf(figure)) if (isNew(cell.span)) this.count(cell.prose, ALL);
    }
  }

  private count(prose: Prose, { start, end }: Span): void {
    this.pieces++;
    const { terms, starts, ends } = this.in(prose);
    for (let i = firstAt(starts, start); i < terms.length && (ends[i] ?? 0) <= end; i++) {
      const term = terms[i] ?? 0;
      if (this.last[term] === this.pieces) continue;
      this.places[term] = (this.places[term] ?? 0) + 1;
      this.last[term] = this.pieces;
    }
  }
}

export const ALL: Span = spanOf(0, Infinity);

/** Index of the first of some offsets in order that is not before another one. */
export function firstAt(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offset <= 0 ? 0 : offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Notes on the words that one figure has, as bits by term: quicker to ask than a set. */
export class TermMarks {
  /** The number of the figure that has the term, times 8, and the bits that it has there. */
  private readonly notes: number[] = [];
  private number = 8;

  /** Forgets what was noted. */
  clear(): void {
    this.number += 8;
  }

  /** @param where a bit, which is added to those that the term has */
  add(term: Term, where: 1 | 2 | 4): void {
    while (this.notes.length <= term) this.notes.push(0);
    this.notes[term] = this.number | this.of(term) | where;
  }

  /** The bits of a term; 0 when it has none. */
  of(term: Term): number {
    const note = this.notes[term] ?? 0;
    return note >= this.number ? note - this.number : 0;
  }
}
