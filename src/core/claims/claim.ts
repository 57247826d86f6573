// What figures say: a claim is a subject, a measure and their circumstances; a mention is one place that says it.
import type { Quantity } from '../figures';
import type { PlacedFigure } from '../report/report';

/** Which of several amounts of one measure is meant: the first payment, a further one, the most, the whole … */
export type Role = 'level' | 'initial' | 'further' | 'maximum' | 'total' | 'previous' | 'change';

export interface Mention {
  /** Its place among the mentions of its report. */
  readonly index: number;
  readonly figure: PlacedFigure;
  /** Lower-case names of who or what it is about; empty when the text does not tell. */
  readonly subjects: readonly string[];
  /** All names in its sentence, row, event title or heading, in lower case: the company it keeps. */
  readonly names: readonly string[];
  /** What is measured ("revenue", "investment", "stake" …), or undefined when the text does not tell. */
  readonly measure: string | undefined;
  /** Words that narrow the measure down: "peak" sales, "net" price. */
  readonly modifiers: readonly string[];
  readonly role: Role;
  /** 'annual', 'monthly', 'average' …: what kind of value it is; '' for a plain one. */
  readonly aspect: string;
  /** EDTF dates and periods that belong to it. */
  readonly periods: readonly string[];
  /** True when the periods stand in its own sentence or row; otherwise they are those of its event. */
  readonly dated: boolean;
  /** True for money, and for a bare amount whose measure is counted in money ("revenue exceeds 300 billion"). */
  readonly money: boolean;
}

/** What comparing needs of a mention: one of a report, or the record of one in an attached document. */
export type Stated = Omit<Mention, 'figure' | 'index'> & { readonly figure: { readonly quantity: Quantity } };

export interface Claim {
  readonly mentions: readonly Mention[];
}
