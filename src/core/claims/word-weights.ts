// What the words of a report tell: the fewer of its places have one, the more.
import type { Prose } from '../markdown/prose';
import { remember } from '../text/remember';
import { firstFrom } from '../text/scopes';
import type { Span } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { labelsOf, spanIn } from './beside';
import type { Mention } from './claim';
import { proseOf } from './spot';
import { type Stem, stemsIn } from './stems';

/** A word of a report, as its stem: one object for all places that have it. */
export class Term {
  /** How many places have it, and which of them is the last so far. */
  places = 0;
  last = 0;
  /** Where the figure has it that was marked last, and how many were before that: see `TermMarks`. */
  where = 0;
  marked = 0;

  constructor(readonly stem: string) {}
}

const MOST_WEIGHT = 3.2;
/** How fast words lose weight that more places have: one in ten places of a hundred weighs half. */
const STEEPNESS = 1.5;
/** So many places are taken to exist besides the report's, so that a short one has rare words too. */
const ELSEWHERE = 30;

/** The content words of a prose, and the term of each. */
interface Read {
  readonly stems: readonly Stem[];
  readonly terms: readonly Term[];
}

/** The weights of words by inverse document frequency (K. Sparck Jones, 1972), counted once, when first asked for. */
export class WordWeights {
  private readonly terms = new Map<string, Term>();
  private readonly known = new Map<Prose, Read>();
  /** By the number of places that have a word. */
  private readonly weights: number[] = [];
  private pieces = 0;
  private isCounted = false;

  constructor(private readonly mentions: readonly Mention[]) {}

  /** What a word weighs: about 3 for a rare one. */
  of(term: Term): number {
    const frequency = Math.max(2, this.frequency(term));
    const places = this.pieces + ELSEWHERE;
    this.weights[frequency] ??=
      MOST_WEIGHT * (Math.log(places / frequency) / Math.log(places / 2)) ** STEEPNESS;
    return this.weights[frequency];
  }

  /** In how many places of the report a word stands. */
  frequency(term: Term): number {
    if (!this.isCounted) finish(this.prepare());
    return term.places;
  }

  /** Calls back for the content words between two offsets of a prose. */
  eachWithin(prose: Prose, { start, end }: Span, found: (term: Term) => void): void {
    const { stems, terms } = remember(this.known, prose, () => this.read(prose));
    for (let i = start === 0 ? 0 : firstFrom(stems, start, stem => stem.start); i < stems.length; i++) {
      const stem = stems[i];
      const term = terms[i];
      if (!stem || !term || stem.end > end) return;
      found(term);
    }
  }

  private read(prose: Prose): Read {
    const stems = prose.of(stemsIn);
    return { stems, terms: stems.map(({ stem }) => this.termOf(stem)) };
  }

  termOf(stem: string): Term {
    return remember(this.terms, stem, () => new Term(stem));
  }

  /** Counts beforehand, sentence by sentence, the sentences, row labels and headers that hold each word. */
  *prepare(): Steps<void> {
    if (this.isCounted) return;
    this.isCounted = true;
    // Many figures may share a sentence, which is read once.
    const seen = new Set<number>();
    const isNew = ({ start }: Span) => seen.size < seen.add(start).size;
    for (const { figure } of this.mentions) {
      const prose = proseOf(figure);
      if (isNew(figure.sentence)) {
        this.count(prose, spanIn(prose, figure.sentence));
        yield;
      }
      for (const cell of labelsOf(figure)) if (isNew(cell.span)) this.count(cell.prose, ALL);
    }
  }

  private count(prose: Prose, within: Span): void {
    this.pieces++;
    this.eachWithin(prose, within, term => {
      if (term.last === this.pieces) return;
      term.places++;
      term.last = this.pieces;
    });
  }
}

export const ALL: Span = { start: 0, end: Infinity };

/** Notes at the words themselves where one figure has them: to ask a word is quicker than to look it up. */
export class TermMarks {
  private number = 0;

  /** Forgets what was noted. */
  clear(): void {
    this.number++;
  }

  /** @param where a bit, which is added to those that the term has */
  add(term: Term, where: number): void {
    if (term.marked !== this.number) {
      term.marked = this.number;
      term.where = 0;
    }
    term.where |= where;
  }

  /** The bits of a term; 0 when it has none. */
  of(term: Term): number {
    return term.marked === this.number ? term.where : 0;
  }
}
