import type { Block, Cell, Row, Table } from '../markdown/block';
import { caveatIn } from '../report/caveats';
import type { PartKind, Section } from '../report/report';
import { sentencesOf } from '../report/sentences';
import { sourceColumn } from '../report/source-column';
import { CONFIDENCE_HEADER, isTotalRow, VALUE_HEADER } from '../report/tables';
import { once } from '../text/remember';
import type { Span } from '../text/span';
import type { Reading } from './reading';
import type { Found, Rule } from './rule';
import { rowsOfSums } from './tables';

const SIGN = /^(?:[-–—−?.…*]{1,3}|tb[acd]\.?|n\/?[adkr]|(?:\p{L}\.\s?){2,3}|n\/?m|x{2,3})$/iu;
/** What is said of a value that somebody has and the report has not, or that is still to come. */
const ABSENT =
  /^(?:(?:still|as yet|data|figures?|value) )?(?:(?:is|are) )?(?:un(?:known|published|available|disclosed|reported)|pending|awaited|awaiting|outstanding|missing|withheld|expected|due|to (?:come|follow)|to be (?:announced|disclosed|confirmed|determined|decided|published|released|added|supplied|updated)|(?:not|never) (?:yet |publicly )?(?:available|known|given|out|ready|in|final|disclosed|reported|published|released|announced|confirmed|collected|measured|recorded|stated|provided|supplied|received|determined|communicated)|no (?:data|figures?|values?|information)|under (?:review|survey|study|discussion|examination|investigation|negotiation|consideration)|in preparation|being \p{L}+ed|(?:coming )?soon)\b/iu;
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
      notes ??= reading.report.blocks.map(proseText);
      return SIGN.test(sign) && notes.some(text => text.includes(sign) && explains(text, sign));
    });
    const sums = rowsOfSums(reading);
    for (const section of reading.report.sections) {
      const isOpinion = OPINIONS.has(section.part);
      if (!isOpinion) yield* missingInItems(reading, section);
      for (const [i, block] of section.blocks.entries()) {
        // A table that gives the source of each row tells facts.
        if (block.kind !== 'table' || (isOpinion && sourceColumn(block) === undefined)) continue;
        const figureCells = cellsWithFigures(reading, block);
        for (const column of valueColumns(block, figureCells)) {
          for (const row of block.rows) {
            const cell = row.cells[column];
            if (
              !cell ||
              isTotalRow(row) ||
              sums.has(row) ||
              figureCells.has(cell) ||
              !isMissing(cell) ||
              (DASH.test(cell.prose.text.trim()) && meansNil(block, row)) ||
              isExplained(cell, row, notesAt(section, i)) ||
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

/** In accounts, and in a table with several dashes, a dash stands for nil, but no rate of a row of rates is nil. */
function meansNil(table: Table, own: Row): boolean {
  const textsOf = ({ cells }: Row) => cells.slice(1).map(cell => cell.prose.text.trim());
  const cells = table.rows.flatMap(textsOf);
  if (cells.filter(text => DASH.test(text)).length > 1) return true;
  const isOfRates = textsOf(own).every(text => DASH.test(text) || text.endsWith('%'));
  return !isOfRates && cells.some(text => IN_BRACKETS_ALONE.test(text));
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

/** What stands right before and after a table. */
function notesAt({ blocks }: Section, table: number): readonly string[] {
  return [-2, -1, 1, 2, 3].map(by => proseText(blocks[table + by]));
}

/** True when a note at the table says what the sign means, or why this row has none. */
function isExplained(cell: Cell, row: Row, notes: readonly string[]): boolean {
  const words = cell.prose.text.trim();
  if (/[^-–—−]/.test(words) && notes.some(note => placesOf(note, words).length > 0)) return true;
  if (notes.some(note => BY_NAME.some(([sign, name]) => sign.test(words) && name.test(note)))) return true;
  const name = (row.cells[0]?.prose.text ?? '')
    .replace(/\s*[([].*/, '')
    .trim()
    .toLowerCase();
  if (name.length < 3) return false;
  return notes.some(note =>
    sentencesOf(note).some(({ start, end }) => {
      const sentence = note.slice(start, end).toLowerCase();
      return sentence.includes(name) && (LACKS.test(sentence) || /^[*†‡]+$/.test(words));
    }),
  );
}

/** What notes call blanks and signs. */
const BY_NAME = [
  [/^$/, /\b(?:blanks?|empty)\b/i],
  [/^[-–—−]+$/, /\b(?:dash(?:es)?|hyphens?)\b|(?:^|[.;:(]\s*)[-–—−]\s*(?:nil|none|not|no|zero)\b/i],
  [/^[.…]+$/, /\b(?:dots?|ellips[ie]s)\b/i],
] as const;
/** "The figure for Sundby was withheld", "Tarn does not publish its tonnage". */
const LACKS =
  /\b(?:not|never|none|without|withh[eo]ld\p{L}*|suppressed|confidential\p{L}*|unavailable|unknown|missing|cannot|awaited|pending|yet to|left (?:out|blank|open))\b|n['’]t\b/iu;

/** Where a sign stands by itself in a text. */
function placesOf(text: string, sign: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1))
    if (
      /^$|[\s(“"‘'[;,]/.test(text.charAt(at - 1)) &&
      /^$|[\s)”"’'\]=:;,]/.test(text.charAt(at + sign.length))
    )
      places.push(at);
  return places;
}

/** "n/a means that a line has no service", "x = not comparable", "two dots (..) mean that a figure was not collected". */
function explains(text: string, sign: string): boolean {
  return placesOf(text, sign).some(at => {
    const end = at + sign.length;
    const isQuoted = /[(“"‘'[]/.test(text.charAt(at - 1)) && /[)”"’'\]]/.test(text.charAt(end));
    return isQuoted ? KEY.test(text) : MEANS.test(text.slice(end, end + 24));
  });
}

const KEY = /\b(?:means?|stands? for|indicates?|denotes?|marks?|marked|shows?|shown|not|no)\b/i;
const MEANS = /^\s*(?:=|:(?!$)|means?\b|stands? for\b|indicates?\b|denotes?\b|marks?\b|signif)/i;

function proseText(block: Block | undefined): string {
  return block && block.kind !== 'table' && block.kind !== 'heading' && block.prose.text.length < 500
    ? block.prose.text
    : '';
}
