// Walks the nodes of a page and writes its blocks. Elements are known by name alone: nothing is run, laid out or fetched.
import { lowered, raised } from './superscript';
import type { MarkdownWriter } from './writer';

/** The little of the DOM that is used. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

const ELEMENT = 1;
const TEXT = 3;

/** How deep elements are followed. No page needs as much; what is deeper is taken as plain text. */
const DEEPEST = 300;

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr html legend main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const LISTS = new Set(['ul', 'ol', 'menu']);
const CELLS = new Set(['td', 'th']);
const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);

/** Writes all blocks within an element. */
export function writeBlocks(element: DomElement, writer: MarkdownWriter): void {
  const reader = new BlockReader(writer);
  reader.visitChildren(element, 0);
  reader.flush();
}

class BlockReader {
  private text = '';
  private listDepth = 0;
  private isItem = false;

  constructor(private readonly writer: MarkdownWriter) {}

  visitChildren(node: DomNode, depth: number): void {
    if (depth > DEEPEST) this.text += node.textContent ?? '';
    else for (const child of node.childNodes) this.visit(child, depth + 1);
  }

  /** Ends the block whose text has been gathered. */
  flush(): void {
    if (!this.text.trim()) return;
    if (this.isItem) this.writer.item(this.listDepth, this.text);
    else this.writer.paragraph(this.text);
    this.text = '';
    this.isItem = false;
  }

  private visit(node: DomNode, depth: number): void {
    if (node.nodeType === TEXT) this.text += node.textContent ?? '';
    else if (isElement(node)) this.element(node, depth);
  }

  private element(element: DomElement, depth: number): void {
    const { localName } = element;
    if (/^h[1-6]$/.test(localName)) {
      this.flush();
      this.writer.heading(Number(localName[1]), inlineText(element));
    } else if (localName === 'table' && isDataTable(element)) {
      this.flush();
      this.table(element);
    } else if (localName === 'br') {
      if (/\n\s*$/.test(this.text)) this.flush();
      else this.text += '\n';
    } else if (localName === 'sup' || localName === 'sub') this.text += scriptText(element);
    else if (LISTS.has(localName)) this.list(element, depth);
    else if (localName === 'li' || BLOCKS.has(localName)) {
      this.flush();
      this.isItem = localName === 'li';
      this.visitChildren(element, depth);
      this.flush();
      this.isItem = false;
    } else this.visitChildren(element, depth);
  }

  private list(element: DomElement, depth: number): void {
    this.flush();
    this.listDepth++;
    this.visitChildren(element, depth);
    this.flush();
    this.listDepth--;
  }

  private table(element: DomElement): void {
    const caption = element.querySelector('caption');
    if (caption) this.writer.paragraph(inlineText(caption));
    this.writer.table(tableRows(element));
  }
}

function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

/** A table that holds others, or has one column or one row, only lays out the page. */
function isDataTable(table: DomElement): boolean {
  if (table.querySelector('table')) return false;
  const rows = rowsOf(table);
  return rows.length > 1 && rows.some(row => cellsOf(row).length > 1);
}

function rowsOf(table: DomElement): DomElement[] {
  return [...table.childNodes].filter(isElement).flatMap(child => {
    if (child.localName === 'tr') return [child];
    return SECTIONS.has(child.localName) ? rowsOf(child) : [];
  });
}

function cellsOf(row: DomElement): DomElement[] {
  return [...row.childNodes].filter(isElement).filter(({ localName }) => CELLS.has(localName));
}

/** The cells' texts, each at the column where it is shown; a cell over several rows or columns is in the first of them. */
function tableRows(table: DomElement): string[][] {
  const rows: string[][] = [];
  /** By column: how many rows below are still taken by a cell above. */
  const taken: number[] = [];
  for (const row of rowsOf(table)) {
    const texts: string[] = [];
    const skipTaken = () => {
      while ((taken[texts.length] ?? 0) > 0) {
        taken[texts.length] = (taken[texts.length] ?? 0) - 1;
        texts.push('');
      }
    };
    for (const cell of cellsOf(row)) {
      skipTaken();
      const below = spanOf(cell, 'rowspan') - 1;
      const text = inlineText(cell);
      for (let i = spanOf(cell, 'colspan'); i > 0; i--) {
        taken[texts.length] = below;
        texts.push(texts.length > 0 && i < spanOf(cell, 'colspan') ? '' : text);
      }
    }
    skipTaken();
    rows.push(texts);
  }
  return rows;
}

/** A table is at most this wide, whatever its cells say. */
const MOST_SPANNED = 50;

function spanOf(cell: DomElement, name: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return span >= 1 ? Math.min(span, MOST_SPANNED) : 1;
}

/** The text of an element as one run. */
function inlineText(element: DomElement, depth = 0): string {
  if (depth > DEEPEST) return element.textContent ?? '';
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === TEXT) text += child.textContent ?? '';
    else if (isElement(child)) {
      const { localName } = child;
      if (localName === 'sup' || localName === 'sub') text += scriptText(child);
      else if (localName === 'br') text += ' ';
      else if (localName === 'li' || BLOCKS.has(localName)) text += ` ${inlineText(child, depth + 1)} `;
      else text += inlineText(child, depth + 1);
    }
  }
  return text;
}

function scriptText(element: DomElement): string {
  const text = element.textContent ?? '';
  return element.localName === 'sup' ? raised(text) : lowered(text);
}
