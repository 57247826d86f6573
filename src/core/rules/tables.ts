// Tables of figures: the number of each cell, and which rows and columns sum up others.
import type { Mention } from '../claims';
import type { Cell, Row, Table } from '../markdown/block';
import type { Section } from '../report/report';
import { SMALL_NUMBERS } from '../text/english';
import { gather, once, remember } from '../text/remember';
import type { Reading } from './reading';

export interface Grid {
  readonly table: Table;
  readonly section: Section;
  readonly headers: readonly string[];
  readonly rows: readonly GridRow[];
}

export type RowKind =
  /** A row of its own amount. */
  | 'part'
  /** Its label says that it sums up other rows. */
  | 'total'
  /** It is set off in bold or italics, as sums are. */
  | 'marked'
  /** A part of the row above: "of which grain". */
  | 'detail';

export interface GridRow {
  readonly row: Row;
  readonly label: string;
  readonly kind: RowKind;
  /** By column: the mention of a cell that holds one figure and little else. */
  readonly cells: readonly (Mention | undefined)[];
  /** By column: the words of each cell. */
  readonly texts: readonly string[];
}

const known = new WeakMap<Reading, readonly Grid[]>();

/** Every table of the report. */
export function gridsIn(reading: Reading): readonly Grid[] {
  return remember(known, reading, () => readGrids(reading));
}

function readGrids(reading: Reading): Grid[] {
  const byCell = new Map<Cell, Mention[]>();
  for (const mention of reading.mentions) {
    const cell = mention.figure.cell?.cell;
    if (cell) gather(byCell, cell, mention);
  }
  return reading.report.sections.flatMap(section =>
    section.blocks.flatMap(block =>
      block.kind === 'table' ? [gridOf(reading.report.text, section, block, byCell)] : [],
    ),
  );
}

/** The rows that sum up others, by their label or their type. */
export function rowsOfSums(reading: Reading): ReadonlySet<Row> {
  return new Set(
    gridsIn(reading).flatMap(({ rows }) =>
      rows.flatMap(({ row, kind }) => (kind === 'part' || kind === 'detail' ? [] : [row])),
    ),
  );
}

function gridOf(
  text: string,
  section: Section,
  table: Table,
  byCell: ReadonlyMap<Cell, readonly Mention[]>,
): Grid {
  const marked = table.rows.map(row => isMarked(text, row));
  const someAreMarked = marked.filter(mark => mark).length * 2 <= table.rows.length;
  return {
    table,
    section,
    headers: table.header.cells.map(cell => cell.prose.text.trim()),
    rows: table.rows.map((row, i) => {
      const label = row.cells[0]?.prose.text.trim() ?? '';
      return {
        row,
        label,
        kind: kindOf(label, someAreMarked && marked[i] === true, i === table.rows.length - 1 && i > 1),
        cells: row.cells.map((cell, column) =>
          column === 0 ? undefined : oneFigure(cell, byCell.get(cell)),
        ),
        texts: row.cells.map(cell => cell.prose.text.trim()),
      };
    }),
  };
}

/** Room for a footnote mark, "(restated)" and the like beside the figure. */
const ASIDE = 14;

function oneFigure(cell: Cell, mentions: readonly Mention[] | undefined): Mention | undefined {
  const [mention] = mentions ?? [];
  if (!mention || mentions?.length !== 1 || mention.figure.ends !== undefined) return undefined;
  return cell.prose.text.trim().length <= mention.figure.text.length + ASIDE ? mention : undefined;
}

const TOTAL =
  /^[Σ∑]|^(?:grand |sub-?|running )?totals?\b|^sum\b|^all\b(?! (?:other|else|rest|remaining))|^(?:overall|combined|together|altogether|aggregate)\b|\btotals?$/i;
/** "Three companies", "All 12 ports" in the last row: as many as stand above it. */
const SO_MANY = new RegExp(
  `^(?:the |all |these )?(?:${SMALL_NUMBERS}|eleven|twelve|\\d{1,3}) (?:\\p{L}+ ){0,2}\\p{L}+$`,
  'iu',
);
const DETAIL = /^(?:[–—•↳-]\s*)?(?:of which|thereof|including|incl\.?|o\/w|memo(?:randum)?)\b/i;

/** True for a label or header that says it sums up others: "Total", "All ports", "Sum", "Subtotal". */
export const saysTotal = once((label: string) => TOTAL.test(label));

/** True for "of which", "including": what is in another row already. */
export function isDetail(label: string): boolean {
  return DETAIL.test(label);
}

function kindOf(label: string, marked: boolean, last: boolean): RowKind {
  if (isDetail(label)) return 'detail';
  if (saysTotal(label)) return 'total';
  if (last && SO_MANY.test(label)) return 'marked';
  return marked ? 'marked' : 'part';
}

/** True when the first cell with words stands in bold or italics. */
function isMarked(text: string, row: Row): boolean {
  const cell = row.cells.find(({ prose }) => prose.text.trim() !== '');
  return cell !== undefined && /^\s*(?:\*|_)/.test(text.slice(cell.span.start, cell.span.end));
}

const NOT_ADDED =
  /\b(?:average|avg|mean|median|per|rates?|ratio|prices?|yield|margin|change|growth|index|rank|score|multiple|max(?:imum)?|min(?:imum)?|peak|high|low|share|factor|cagr|y\/?o\/?y|vs|versus|productivity|efficiency|intensity|density|utili[sz]ation|occupancy|age)\b|%|±|Δ|[$€£¥]\s?\/|\p{L}{3,}\s?\/\s?\p{L}{3,}/iu;
const LABEL_NOT_ADDED =
  /\b(?:average|avg|mean|median|rates?|ratio|change|growth|index|yield|margin|share|cagr)\b|(?<!\d ?)%/i;

const OVERLAPS =
  /\b(?:counted (?:only )?once|double[- ]count\w*|overlap\w*|duplicat\w*|(?:do|does|may|need|will|cannot) not (?:add|sum)|cannot be added|do(?:es)?n.t (?:add|sum))\b/i;

/** True when a note right below the table says that its parts overlap, or do not add up. */
export function isNotAdditive({ section, table }: Grid): boolean {
  const at = section.blocks.indexOf(table);
  return section.blocks
    .slice(at + 1, at + 3)
    .some(block => block.kind !== 'table' && OVERLAPS.test(block.prose.text.slice(0, 400)));
}

/** False for columns of averages, prices, rates and changes: they do not add up. */
export function isAdded(header: string): boolean {
  return !NOT_ADDED.test(header);
}

/** True when some row is no amount that could be added: a table of key figures rather than of parts. */
export function mixesMeasures({ rows }: Grid): boolean {
  return rows.some(row => row.kind === 'part' && LABEL_NOT_ADDED.test(row.label));
}
