// Reads an attached document with the pipeline that reads reports, into plain data by which its figures are found.
import { ContextReader, contentWords, type Mention, readClaims, type Stated } from '../claims';
import type { Interval, Quantity } from '../figures';
import { parseBlocks } from '../markdown/parse';
import { readReport } from '../report';
import type { Span } from '../text/span';
import type { SourceDocument } from './document';

/** A figure of an attached document with what it says; all spans are offsets in the document's text. */
export interface SourceMention extends Stated {
  readonly figure: {
    readonly span: Span;
    /** Exactly what stands at `span`. */
    readonly text: string;
    /** An end of its range that is open is the greatest finite number, for JSON has no infinity. */
    readonly quantity: Quantity;
    /** The ends as stated, when a range is written. */
    readonly ends?: readonly [number, number] | undefined;
  };
  /** What to quote: the sentence, or the row of the table. */
  readonly passage: Span;
  /** Stems of the content words around it: of its sentence or row, its headers and headings, and its subjects. */
  readonly words: readonly string[];
}

/** Plain data: it survives JSON, can be cached by the document's content, and be handed between threads. */
export interface IndexedDocument {
  readonly document: SourceDocument;
  /** Stems of the content words of its title. */
  readonly titleWords: readonly string[];
  /** In text order. */
  readonly mentions: readonly SourceMention[];
}

/** Finds what every figure of a document says. Any text gives an index, in time linear in its length. */
export function indexDocument(document: SourceDocument): IndexedDocument {
  const report = readReport(document.text, parseBlocks(document.text));
  const context = new ContextReader(report);
  const { mentions } = readClaims(report);
  return {
    document,
    titleWords: [...new Set(contentWords(document.title ?? ''))],
    mentions: mentions.map(mention => sourceMention(mention, context)),
  };
}

function sourceMention(mention: Mention, context: ContextReader): SourceMention {
  const { figure, ...said } = mention;
  const { span, text, quantity, ends } = figure;
  return {
    ...said,
    figure: { span, text, quantity: { ...quantity, range: finite(quantity.range) }, ends },
    passage: figure.cell?.row.span ?? figure.sentence,
    words: [...new Set([...context.of(mention), ...mention.subjects.flatMap(contentWords)])],
  };
}

function finite({ low, high }: Interval): Interval {
  return { low: Math.max(low, -Number.MAX_VALUE), high: Math.min(high, Number.MAX_VALUE) };
}
