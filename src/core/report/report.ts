// The parts of a report. Every part keeps the spans of the text that it was read from.
import type { Level } from '../figures';
import type { Block, Cell, Heading, Row, Table } from '../markdown/block';
import type { Span } from '../text/span';

export type PartKind =
  | 'background'
  | 'events'
  | 'calendar'
  | 'data'
  | 'evolution'
  | 'players'
  | 'landscape'
  | 'impacts'
  | 'judgments'
  | 'questions'
  | 'significance'
  | 'decisions'
  | 'predictions'
  | 'risks'
  | 'sources'
  | 'other';

/** A heading with the blocks under it, up to the next heading of any level. */
export interface Section {
  readonly heading: Heading | undefined;
  /** Nesting depth of the heading, from 1; 0 for the text before the first heading. */
  readonly depth: number;
  readonly part: PartKind;
  readonly title: string;
  readonly parent: Section | undefined;
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** A labelled stretch of a part, such as an event's "Driving Factors". */
export interface Field {
  readonly text: string;
  readonly span: Span;
}

export interface Event {
  readonly title: string;
  readonly titleSpan: Span;
  /** EDTF, or undefined when the event gives no date. */
  readonly date: string | undefined;
  readonly facts: Field | undefined;
  readonly drivers: Field | undefined;
  readonly source: Field | undefined;
  readonly span: Span;
}

/** A row of a key-data table: a named measure and its value. */
export interface Metric {
  readonly name: string;
  readonly value: Field;
  readonly source: Field | undefined;
  readonly span: Span;
}

export interface Player {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly position: Field | undefined;
  readonly interests: Field | undefined;
  /** Where the report introduces the player: its entry, or the first mention of its name. */
  readonly span: Span;
  /** Every place that names it. */
  readonly mentions: readonly Span[];
}

/** A player by name alone, as somebody who knows it beforehand would list it. */
export interface KnownPlayer {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

export interface Judgment {
  readonly text: string;
  readonly confidence: string | undefined;
  readonly span: Span;
}

export interface Prediction {
  readonly text: string;
  readonly horizon: string | undefined;
  readonly confidence: string | undefined;
  readonly span: Span;
}

export interface Decision {
  readonly text: string;
  readonly audience: string | undefined;
  readonly span: Span;
}

export interface Question {
  readonly text: string;
  readonly span: Span;
}

/** Words or a marker that say that figures are not confirmed, and the stretches of text that they speak of. */
export interface Caveat {
  readonly text: string;
  readonly span: Span;
  readonly scopes: readonly Span[];
}

/** Something that says where figures come from, and the stretches of text that it covers. */
export interface SourceNote {
  readonly kind: 'line' | 'cell' | 'link' | 'footnote' | 'citation' | 'attribution';
  readonly span: Span;
  readonly text: string;
  /** The bodies or documents that it names; empty when it names nobody. */
  readonly names: readonly SourceName[];
  readonly scopes: readonly Span[];
}

export interface SourceName {
  readonly name: string;
  /** What the report cites it by: the key of `[@key]` or `[^key]`. */
  readonly key: string | undefined;
  readonly span: Span;
  readonly url: string | undefined;
}

/** A figure with its place in the report. */
export interface PlacedFigure extends Level {
  readonly section: Section;
  readonly block: Block;
  /** The sentence of prose or the cell that holds it: one object for all figures in it. */
  readonly sentence: Span;
  readonly cell: CellPlace | undefined;
}

export interface CellPlace {
  readonly table: Table;
  readonly row: Row;
  readonly cell: Cell;
  readonly column: number;
  /** The words that introduce the table; '' when it has none of its own. */
  readonly caption: string;
}

export interface Report {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  /** In text order. */
  readonly figures: readonly PlacedFigure[];
  readonly caveats: readonly Caveat[];
  readonly sources: readonly SourceNote[];
  readonly events: readonly Event[];
  readonly metrics: readonly Metric[];
  readonly players: readonly Player[];
  readonly judgments: readonly Judgment[];
  readonly predictions: readonly Prediction[];
  readonly decisions: readonly Decision[];
  readonly questions: readonly Question[];
}
