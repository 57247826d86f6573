// Finds the figures of every block and gives each its place: section, sentence, table cell.
import {
  type FigureContext,
  findDates,
  findFigures,
  findFiguresAndDates,
  type Header,
  headerOf,
  type Level,
  levelsOf,
} from '../figures';
import type { Block, Cell, Row, Table } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import { Known } from '../text/identity';
import { remember } from '../text/remember';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import type { PlacedFigure, Section } from './report';
import { sentenceAt, sentencesOf } from './sentences';
import { sourceColumn } from './source-column';
import { columnsOf, isTotalRow } from './tables';

/** The figures that a section asserts, in text order; figures inside the names of sources are not among them. */
export function placeFigures(section: Section): PlacedFigure[] {
  const figures: PlacedFigure[] = [];
  if (section.heading) addInProse(section.heading.prose, section, section.heading, figures);
  section.blocks.forEach((block, i) => {
    if (block.kind === 'footnote' || section.part === 'sources') return;
    if (block.kind === 'table') addInTable(block, section, section.blocks[i - 1], figures);
    else addInProse(block.prose, section, block, figures);
  });
  return figures;
}

function addInProse(prose: Prose, section: Section, block: Block, found: PlacedFigure[]): void {
  let own: Span | undefined;
  let sentence: Span | undefined;
  for (const figure of prose.of(figuresOf)) {
    if (isOnlyNumber(prose.text, figure) || isInSourceName(prose, figure.span)) continue;
    const last = own;
    own = sentenceAt(prose.of(sentencesOf), figure.span.start);
    if (sentence === undefined || own !== last) sentence = prose.toSpan(own);
    found.push(placed(figure, prose, { section, block, sentence, cell: undefined }));
  }
}

/** What a report's figures are: each end of a change makes a claim of its own. */
function figuresOf(text: string, wording: Wording): readonly Level[] {
  const { figures, dates } = findFiguresAndDates(text);
  wording.keep(findDates, dates);
  return levelsOf(figures);
}

function levelsIn(text: string, context: FigureContext): readonly Level[] {
  return levelsOf(findFigures(text, context));
}

function addInTable(table: Table, section: Section, before: Block | undefined, found: PlacedFigure[]): void {
  const caption = captionOf(section, before);
  const figures = figuresIn(table, caption);
  table.rows.forEach((row, i) => {
    row.cells.forEach((cell, column) => {
      const own = figures[i]?.[column] ?? [];
      if (own.length === 0) return;
      const place = { table, row, cell, column, caption };
      for (const figure of own)
        found.push(placed(figure, cell.prose, { section, block: table, sentence: cell.span, cell: place }));
    });
  });
}

/** By row and column, with offsets in the prose of each cell. */
type TableFigures = readonly (readonly (readonly Level[])[])[];

const known = new Known<{ readonly caption: string; readonly figures: TableFigures }>();

/** The figures in the cells of a table. */
function figuresIn(table: Table, caption: string): TableFigures {
  const before = known.get(table.identity);
  if (before?.caption === caption) return before.figures;
  const source = sourceColumn(table);
  const { unit } = columnsOf(table);
  const unitRows = unitRowsOf(table);
  // What is added up has one unit: "Meters" are things among the parts of a total.
  const isAdded = table.rows.slice(-1).some(isTotalRow);
  const headers = new Map<string, Header>();
  const read = (words: string) => remember(headers, words, () => headerOf(words));
  const figures = table.rows.map(row =>
    row.cells.map((cell, column) =>
      column === source || column === unit
        ? NONE
        : inCell(cell.prose, column, read, () =>
            headersOf(table, row, column, { unitColumn: unit, unitRows, caption, isAdded }),
          ),
    ),
  );
  known.set(table.identity, { caption, figures });
  return figures;
}

/** Where a table tells the units of its cells. */
interface TableUnits {
  readonly unitColumn: number | undefined;
  readonly unitRows: readonly Cell[];
  readonly caption: string;
  /** True when its rows are added up. */
  readonly isAdded: boolean;
}

/** The words whose unit a bare number in the cell inherits, nearest first. */
function headersOf(
  table: Table,
  row: Row,
  column: number,
  { unitColumn, unitRows, caption, isAdded }: TableUnits,
): readonly string[] {
  if (column === 0) return [];
  const texts: string[] = [];
  const add = (text = '') => {
    if (text !== '') texts.push(text);
  };
  if (unitColumn !== undefined) add(row.cells[unitColumn]?.prose.text);
  add(table.header.cells[column]?.prose.text);
  const label = row.cells[0]?.prose.text ?? '';
  if (!isAdded || /[(,[]/.test(label)) add(label);
  add(table.header.cells[0]?.prose.text);
  for (const { prose } of unitRows) add(prose.text);
  add(caption);
  return texts;
}

const FIRST_ROWS = 3;

/** "(in millions)" alone in one of the first rows, as merged header cells come out. */
function unitRowsOf(table: Table): Cell[] {
  return table.rows.slice(0, FIRST_ROWS).flatMap(({ cells }) => {
    const filled = cells.filter(cell => cell.prose.text.trim() !== '');
    const [only] = filled;
    return only &&
      filled.length === 1 &&
      /^\s*\(?(?:in|\p{Sc}|all)\b|^\s*\([^)]*\)\s*$/iu.test(only.prose.text)
      ? [only]
      : [];
  });
}

function captionOf(section: Section, before: Block | undefined): string {
  const isCaption =
    before &&
    before.kind !== 'table' &&
    before.prose.text.length < 200 &&
    !/[.!?]\s*$/.test(before.prose.text);
  return isCaption ? before.prose.text : section.title;
}

/** A number with nothing but a sign, brackets or a qualifier: "(1,204)", "up to 615", "~40". */
const BARE =
  /^\s*(?:(?:up to|over|about|around|approx\.?|circa|ca?\.|at (?:least|most)|(?:more|less) than|under|nearly|almost|some|[~≈<>≤≥])\s*)?[\s(+−–-]*(?:(?:US|A|C|HK|S|NZ|R)?\p{Sc}\s?)?[\s(+−–-]*[\d.,'’\s%–-]+\)?%?\s*$/iu;

const LONGEST_BARE = 60;

type ReadHeader = (words: string) => Header;

const NONE: readonly Level[] = [];

function inCell(
  prose: Prose,
  column: number,
  read: ReadHeader,
  headers: () => readonly string[],
): readonly Level[] {
  const isBare = prose.text.length <= LONGEST_BARE && BARE.test(prose.text);
  if (isBare && (column === 0 || !/\d/.test(prose.text))) return NONE;
  const figures = isBare ? bareCellFigures(prose.text, headers(), read) : prose.of(figuresOf);
  return prose.marks.length === 0 ? figures : figures.filter(({ span }) => !isInSourceName(prose, span));
}

const SCALE = /\b(?:thousand|million|billion|trillion|crore|lakh)s?\b|\b(?:mn|bn)\b|['’]000|\p{Sc}\s?m\b/iu;

/** A bare number takes its unit from the nearest header that has one. */
function bareCellFigures(text: string, headers: readonly string[], read: ReadHeader): readonly Level[] {
  // An amount with its currency takes a scale that is spelled out, not a letter that happens to be a label.
  const scaled = /\p{Sc}/u.test(text) ? headers.filter(header => SCALE.test(header)) : headers;
  for (const words of scaled) {
    const header = read(words);
    const figures = header.unit ? levelsIn(text, { header }) : NONE;
    if (figures.some(({ inherited }) => inherited)) return figures;
  }
  return levelsIn(text, { header: read(scaled[0] ?? '') });
}

/** A number that counts paragraphs, papers and the like, and says nothing of the matter. */
function isOnlyNumber(text: string, { span, quantity }: Level): boolean {
  if (quantity.kind !== 'count') return false;
  const after = text.slice(span.start, span.start + 30);
  const opens = text.slice(0, span.start).trim() === '';
  // "2.3 Norvik exceeds its plan": what looks like a plural is no noun of that number.
  if (quantity.unit !== '') return opens && OF_SUBSECTION.test(after);
  if (opens) return OPENING_NUMBER.test(after);
  return (
    NUMBERED_PAPER.test(text.slice(Math.max(0, span.start - 40), span.start)) &&
    /^\d+\s*(?:$|[\n·|])/.test(after)
  );
}

/** "5.1 The market …", "7. Costs", "3 · Costs", "1️⃣ Costs": a number that opens a paragraph before its first word. */
const OPENING_NUMBER = /^\d{1,2}(?:(?:\.\d{1,2}){0,3}(?:[.)]|\s?[|｜·•–—])?\s+\p{Lu}|\uFE0F?\u20E3)/u;
const OF_SUBSECTION = /^\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+\p{Lu}/u;
/** "Agenda item: 9", "Issue: 41", in the head of a paper. */
const NUMBERED_PAPER =
  /(?:^|[\n·|])\s*(?:\p{L}+ ){0,2}(?:item|issue|number|no\.?|volume|edition|page|paper|version|copy|report|bulletin|circular|file|ref(?:erence)?)\s?[:：]\s*$/iu;

/** A figure inside a link's text belongs to the name of a source, unless it is the link's text. */
function isInSourceName(prose: Prose, span: Span): boolean {
  return prose.marks.some(
    mark =>
      mark.kind === 'link' &&
      span.start < mark.at.end &&
      mark.at.start < span.end &&
      span.end - span.start < (mark.at.end - mark.at.start) * 0.5,
  );
}

/**
 * A figure of a prose where it stands in the source. All that reads figures is faster where they all have the same shape,
 * which copying one object after another into a new one does not give.
 */
function placed(
  { span, text, quantity, core, numeral, ends, scale, spelled, inherited }: Level,
  prose: Prose,
  { section, block, sentence, cell }: Pick<PlacedFigure, 'section' | 'block' | 'sentence' | 'cell'>,
): PlacedFigure {
  return {
    form: 'level',
    span: prose.toSpan(span),
    text,
    quantity,
    core: prose.toSpan(core),
    numeral: prose.toSpan(numeral),
    ends,
    scale,
    spelled,
    inherited,
    section,
    block,
    sentence,
    cell,
  };
}
