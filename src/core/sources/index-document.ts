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
    /** The unit or scale comes from the header of its table. */
    readonly inherited: boolean;
  };
  /** What to quote: the sentence, or the row of the table. */
  readonly passage: Span;
  /** Stems of the content words around it: of its sentence or row, its headers and headings, and its subjects. */
  readonly words: readonly string[];
  /** Further ones, of the sentences before it in its paragraph. */
  readonly wordsBefore: readonly string[];
}

/** Plain data: it survives JSON, can be cached by the document's content, and be handed between threads. */
export interface IndexedDocument {
  readonly document: SourceDocument;
  /** Stems of the content words of its title and of its file's name. */
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
    titleWords: [...new Set(contentWords(`${document.title ?? ''} ${nameOf(document.path)}`))],
    mentions: mentions.map(mention => sourceMention(document.text, mention, context)),
  };
}

function nameOf(path: string): string {
  return path
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** How far back in a paragraph a passage finds what it is about. */
const BEFORE = 400;

function sourceMention(text: string, mention: Mention, context: ContextReader): SourceMention {
  const { figure, ...said } = mention;
  const { span, quantity, inherited } = figure;
  const ofFigure = new Set(contentWords(figure.text));
  const words = new Set(
    [...context.of(mention), ...mention.subjects.flatMap(contentWords)].filter(word => !ofFigure.has(word)),
  );
  const from = Math.max(figure.block.span.start, figure.sentence.start - BEFORE);
  const before = figure.cell ? '' : text.slice(from, figure.sentence.start);
  return {
    ...said,
    figure: { span, text: figure.text, quantity: { ...quantity, range: finite(quantity.range) }, inherited },
    passage: figure.cell?.row.span ?? figure.sentence,
    words: [...words],
    wordsBefore: [...new Set(contentWords(before))].filter(word => !words.has(word)),
  };
}

function finite({ low, high }: Interval): Interval {
  return { low: Math.max(low, -Number.MAX_VALUE), high: Math.min(high, Number.MAX_VALUE) };
}
