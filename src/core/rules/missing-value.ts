import type { Block, Cell, Row, Table } from '../markdown/block';
import { caveatIn } from '../report/caveats';
import type { PartKind, Section } from '../report/report';
import { sourceColumn } from '../report/source-column';
import { CONFIDENCE_HEADER, isTotalRow, VALUE_HEADER } from '../report/tables';
import { once } from '../text/remember';
import type { Span } from '../text/span';
import type { Reading } from './reading';
import type { Found, Rule } from './rule';
import { rowsOfSums } from './tables';

const SIGN = /^(?:[-–—−?.…*]{1,3}|tb[acd]\.?|n\/?[adk]|n\.[ad]\.|n\.m\.|n\/?m|x{2,3})$/i;
/** What is said of a value that somebody has and the report has not, or that is still to come. */
const ABSENT =
  /^(?:(?:still|as yet|data|figures?|value) )?(?:(?:is|are) )?(?:un(?:known|published|available|disclosed|reported)|pending|awaited|awaiting|outstanding|missing|withheld|expected|due|to (?:come|follow)|to be (?:announced|disclosed|confirmed|determined|decided|published|released|added|supplied|updated)|(?:not|never) (?:yet |publicly )?(?:available|known|given|out|ready|in|final|disclosed|reported|published|released|announced|confirmed|collected|measured|recorded|stated|provided|supplied|received|determined|communicated)|no (?:data|figures?|values?|information)|under (?:review|survey|study|discussion|examination|investigation|negotiation|consideration)|in preparation|(?:coming )?soon)\b/i;
/** What may follow such words: "awaited in May", "not yet published by the office". */
const AND_WHEN =
  /^(?:\s+(?:yet|so far|soon|later|shortly|audit|release|in|by|on|from|until|at|for|with)\b[^,;]{0,30})?$/i;
/** "Due in H1 2028": what cannot be there yet, and when it will. */
const COMES = /^(?:due|expected)\b.{0,20}\b20\d\d$/i;
const OPINIONS: ReadonlySet<PartKind> = new Set(['judgments', 'decisions', 'questions', 'sources']);

export const missingValue: Rule = {
  id: 'missing-value',
  family: 'verification',
  severity: 'warning',
  summary:
    'A cell of a data table that holds a caveat, a placeholder or nothing where the other rows hold a figure.',
  *check(reading) {
    let notes: readonly string[] | undefined;
    const isKeyed = once((sign: string) => {
      notes ??= notesOnSigns(reading);
      return SIGN.test(sign) && notes.some(text => explains(text, sign));
    });
    const sums = rowsOfSums(reading);
    for (const section of reading.report.sections) {
      const isOpinion = OPINIONS.has(section.part);
      if (!isOpinion) yield* missingInItems(reading, section);
      for (const [i, block] of section.blocks.entries()) {
        // A table that gives the source of each row tells facts.
        if (block.kind !== 'table' || (isOpinion && sourceColumn(block) === undefined)) continue;
        const figureCells = cellsWithFigures(reading, block);
        const dashIsNil = meansNil(block);
        for (const column of valueColumns(block, figureCells)) {
          for (const row of block.rows) {
            const cell = row.cells[column];
            if (
              !cell ||
              isTotalRow(row) ||
              sums.has(row) ||
              figureCells.has(cell) ||
              !isMissing(cell) ||
              (dashIsNil && DASH.test(cell.prose.text.trim())) ||
              isExplained(cell, section, i) ||
              isKeyed(cell.prose.text.trim())
            )
              continue;
            // A row without a name heads others.
            const isNamed = row.cells[0]?.prose.text.trim() !== '';
            if (!isNamed || (cell.prose.text.trim() === '' && !isOneBlank(row))) continue;
            yield {
              span: spanOfCell(cell),
              message: messageFor(
                cell,
                row.cells[0]?.prose.text.trim() ?? '',
                block.header.cells[column]?.prose.text.trim() ?? '',
              ),
            };
          }
        }
      }
    }
  },
};

const DASH = /^[-–—−]{1,3}$/;
/** A loss or an outflow, as accounts set it. */
const IN_BRACKETS_ALONE = /^\(\p{Sc}?\s?\d[\d.,\s]*%?\)%?$/u;

/** In accounts, and in a table with several dashes, a dash stands for nil. */
function meansNil(table: Table): boolean {
  const cells = table.rows.flatMap(row => row.cells.slice(1)).map(cell => cell.prose.text.trim());
  return cells.filter(text => DASH.test(text)).length > 1 || cells.some(text => IN_BRACKETS_ALONE.test(text));
}

/** A row with several blanks or a dash gives something else than the others do. */
function isOneBlank({ cells: [, ...others] }: Row): boolean {
  const blanks = others.filter(cell => cell.prose.text.trim() === '' && cell.prose.marks.length === 0);
  return blanks.length < 2 && !others.some(cell => DASH.test(cell.prose.text.trim()));
}

/** "TBD (Source: Parcel Monitor)": where the value is to come from. */
const SOURCE_NOTE = /\s*[([]\s?(?:data )?sources?\s?[:：][^()[\]]{0,60}[)\]]\s*$/i;
const IN_BRACKETS = /\s*\([^()]{1,60}\)\s*$/;
const NAMED_VALUE = /^\s*([^:：]{2,80})[:：]\s+(\S.{0,60}?)\s*$/u;

function namedValueIn(text: string): RegExpExecArray | null {
  const start = text.slice(0, 200);
  return /[:：]\s/.test(start) ? NAMED_VALUE.exec(start) : null;
}

/** "Customers: n/a" in a list whose other items give figures the same way. */
function* missingInItems(reading: Reading, section: Section): Iterable<Found> {
  const items = section.blocks.flatMap(block => {
    if (block.kind !== 'item' && block.kind !== 'paragraph') return [];
    const match = block.prose.of(namedValueIn);
    return match ? [{ block, name: match[1] ?? '', value: match[2] ?? '' }] : [];
  });
  const holds = items.map(({ block }) => reading.figuresIn(block.span).length > 0);
  if (holds.filter(Boolean).length < 2 || holds.filter(Boolean).length * 2 < items.length) return;
  for (const [i, { block, name, value }] of items.entries()) {
    const cites = block.prose.marks.some(mark => mark.kind === 'link');
    const held = value.replace(cites ? IN_BRACKETS : SOURCE_NOTE, '');
    const words = held.replace(/\.$/, '');
    if (holds[i] || !(isPlaceholder(words) || caveatIn(value) !== undefined)) continue;
    const start = block.prose.text.indexOf(value, name.length);
    yield {
      span: block.prose.toSpan({ start, end: start + held.length }),
      message: `No value: “${name.trim()}” has only “${words}”, where the other items have a figure.`,
    };
  }
}

function messageFor(cell: Cell, name: string, header: string): string {
  const words = cell.prose.text.trim();
  const held = words === '' ? 'nothing' : `only “${words}”`;
  return `No value: “${name}” has ${held} under “${header}”, where the other rows have a figure.`;
}

/** An empty cell has no width; its squiggle takes the space between the bars. */
function spanOfCell(cell: Cell): Span {
  return cell.span.end > cell.span.start
    ? cell.span
    : { start: Math.max(0, cell.span.start - 1), end: cell.span.start + 1 };
}

function cellsWithFigures(reading: Reading, table: Table): ReadonlySet<Cell> {
  return new Set(reading.figuresIn(table.span).flatMap(figure => figure.cell?.cell ?? []));
}

/** Columns in which most rows hold a short figure. */
function valueColumns(table: Table, figureCells: ReadonlySet<Cell>): number[] {
  const source = sourceColumn(table);
  return table.header.cells.flatMap((header, column) => {
    const name = header.prose.text.trim();
    if (column === 0 || column === source || CONFIDENCE_HEADER.test(name)) return [];
    const cells = table.rows.flatMap(row => (isTotalRow(row) ? [] : (row.cells[column] ?? [])));
    const short = cells.filter(
      cell => figureCells.has(cell) && (VALUE_HEADER.test(name) || cell.prose.text.length <= 24),
    );
    return short.length >= 2 && short.length * 2 >= cells.length ? [column] : [];
  });
}

function isPlaceholder(words: string): boolean {
  if (COMES.test(words)) return false;
  const absent = ABSENT.exec(words);
  return SIGN.test(words) || (absent !== null && AND_WHEN.test(words.slice(absent[0].length)));
}

function isMissing(cell: Cell): boolean {
  const words = cell.prose.text.trim();
  if (words === '' || isPlaceholder(words)) return cell.prose.marks.length === 0 || words !== '';
  return caveatIn(words) !== undefined;
}

/** True when a note at the table says what the blank or sign means. */
function isExplained(cell: Cell, section: Section, table: number): boolean {
  const words = cell.prose.text.trim();
  const notes = [-2, -1, 1, 2, 3].map(by => proseText(section.blocks[table + by])).join(' ');
  if (words === '') return /\b(?:blanks?|empty)\b/i.test(notes);
  if (/^[-–—−]+$/.test(words))
    return /\b(?:dash(?:es)?|hyphens?)\b|[-–—−]\s*(?:=|:|(?:means?|nil|none|not|no|zero)\b)/i.test(notes);
  if (/^[.…]+$/.test(words))
    return /\b(?:dots?|ellips[ie]s)\b|\.\.\s*(?:=|:|(?:means?|not|no)\b)/i.test(notes);
  return notes.includes(`${words} `) || notes.includes(`${words}=`) || notes.includes(`${words}:`);
}

/** The texts of the report that may tell what a quoted sign means. */
function notesOnSigns({ report }: Reading): readonly string[] {
  return report.blocks
    .map(proseText)
    .filter(text => QUOTED.some(([open]) => text.includes(open)) && KEY.test(text));
}

/** "Two dots (..) mean that a figure was not collected". */
function explains(text: string, sign: string): boolean {
  return text.includes(sign) && QUOTED.some(([open, close]) => text.includes(`${open}${sign}${close}`));
}

const QUOTED = [
  ['(', ')'],
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
] as const;
const KEY = /\b(?:means?|stands? for|indicates?|denotes?|marks?|shows?|not|no)\b/i;

function proseText(block: Block | undefined): string {
  return block && block.kind !== 'table' && block.kind !== 'heading' && block.prose.text.length < 500
    ? block.prose.text
    : '';
}
