// What the Markdown stage hands on: a flat list of blocks in text order, each with exact offsets.
import type { Identity } from '../text/identity';
import type { Span } from '../text/span';
import type { Prose } from './prose';

interface BlockBase {
  /** The same object for a block that has only moved since it was first read: what it says is known by it. */
  readonly identity: Identity;
  /** All of the block in the report's text, marks included, the line break at its end excluded. */
  readonly span: Span;
  /** Set when a paste had glued the block to the text before it: the glued words' first offset. */
  readonly gluedAt: number | undefined;
  /** How many block quotes it stands in. */
  readonly quoteDepth: number;
}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  /** 1 to 6; 0 when the heading lost its mark and is recognised by its form alone. */
  readonly level: number;
  /** The mark in place of Markdown's that set it off, such as ■ or emphasis around all of it. */
  readonly sign: string | undefined;
  readonly prose: Prose;
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly prose: Prose;
  /** Depth of the list that it continues; 0 outside lists. */
  readonly listDepth: number;
}

export interface Item extends BlockBase {
  readonly kind: 'item';
  readonly prose: Prose;
  /** 1 for an item of an outermost list. */
  readonly listDepth: number;
  readonly ordered: boolean;
}

export interface Cell {
  readonly span: Span;
  readonly prose: Prose;
}

export interface Row {
  readonly span: Span;
  readonly cells: readonly Cell[];
}

export interface Table extends BlockBase {
  readonly kind: 'table';
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** The definition of a footnote: `[^key]: text`. */
export interface FootnoteDefinition extends BlockBase {
  readonly kind: 'footnote';
  readonly key: string;
  readonly prose: Prose;
}

export type Block = Heading | Paragraph | Item | Table | FootnoteDefinition;
export type ProseBlock = Exclude<Block, Table>;

/** All prose of a block: its own, or that of its cells. */
export function prosesOf(block: Block): Prose[] {
  if (block.kind !== 'table') return [block.prose];
  const proses = block.header.cells.map(cell => cell.prose);
  for (const row of block.rows) for (const cell of row.cells) proses.push(cell.prose);
  return proses;
}
