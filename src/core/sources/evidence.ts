// Evidence: the passages of attached documents that state a figure of the report, or state it differently.
import type { Mention } from '../claims';
import type { Span } from '../text/span';
import { affinity, type Query } from './affinity';
import { amountOf } from './amount';
import { otherValues, type Scored } from './contradiction';
import type { Library } from './library';
import { evidenceOf } from './passage';

/** W3C Web Annotation Data Model, section 4.2.4: what is quoted, and the text right before and after it. */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where a passage stands in the original document, as far as its reader could tell. */
export interface Place {
  readonly page: number | undefined;
  readonly heading: string | undefined;
  readonly row: number | undefined;
}

/** A passage of an attached document. Plain data; spans are offsets in the document's text. */
export interface Evidence {
  /** Of the document, as in `SourceDocument`. */
  readonly path: string;
  readonly title: string | undefined;
  /** The sentence or table row in one line, without Markdown marks. */
  readonly quote: string;
  /** The figure as the document writes it. */
  readonly stated: string;
  readonly value: number;
  readonly place: Place;
  readonly selector: TextQuoteSelector;
  readonly passage: Span;
  readonly figure: Span;
  /** How much subject, measure, period and words have in common with the report's: higher is better, 0 is nothing. */
  readonly score: number;
}

/** What the attached documents say of one figure, the best passages first. */
export interface FigureEvidence {
  /** Passages that state the same quantity of the same thing. */
  readonly same: readonly Evidence[];
  /** Passages that state another value of the same claim; empty when in doubt, and where any document agrees. */
  readonly other: readonly Evidence[];
}

const MOST_PASSAGES = 5;
/** A passage of the same value that has less in common with the figure has it by chance. */
const NEEDED = 0.65;

/** What the attached documents say of a figure. `words` are stems of the content words around it. */
export function findEvidence(library: Library, mention: Mention, words: ReadonlySet<string>): FigureEvidence {
  const query: Query = {
    mention,
    amount: amountOf(mention, mention.figure.inherited),
    words,
    subjects: mention.subjects.map(name => library.bareName(name)),
  };
  const same = library
    .near(query.amount)
    .map(passage => ({ passage, score: affinity(library, query, passage) }))
    .sort((a, b) => b.score - a.score);
  return {
    same: shown(same.filter(({ score }) => score >= NEEDED)),
    other: shown(otherValues(library, query, same)),
  };
}

function shown(scored: readonly Scored[]): Evidence[] {
  return scored.slice(0, MOST_PASSAGES).map(({ passage, score }) => evidenceOf(passage, score));
}
