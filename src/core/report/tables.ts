// What the columns of a table hold, by their headers and, where these say nothing, by their cells.
import type { Cell, Row, Table } from '../markdown/block';
import { Known } from '../text/identity';
import { once, remember } from '../text/remember';
import { spanOf } from '../text/span';
import { confidenceAlone } from './confidence';
import { wholeDate } from './dated';
import { horizonOf } from './horizons';
import type { Field } from './report';

export const SOURCE_HEADER =
  /^(?:(?:data |original |main |primary )?sources?|references?|refs?\.?|cited from|(?:where )?(?:reported|documented|recorded)(?: in| by)?)$/i;
export const CONFIDENCE_HEADER =
  /\bconfidence\b|\bcertainty\b|\bconviction\b|^how (?:sure|likely|certain|confident)\b|^(?:likelihood|probability|odds|credence|chances?|strength)\b|^conf\.?$/i;
export const VALUE_HEADER =
  /^(?:values?|figures?|amounts?|numbers?|level|latest|data|result|reading|current|actual)\b/i;
export const NAME_HEADER =
  /^(?:key |core |main )?(?:metrics?|indicators?|measures?|items?|facts?|kpis?|data ?points?|parameters?|statistics?|figures?|ratios?|variables?)$/i;

const HEADERS = {
  horizon:
    /\bhorizons?\b|\btime ?frame\b|^by(?: when)?$|^until$|^timing$|^when$|^deadline\b|^(?:target )?(?:date|year|period)$|^over what time$|^within$/i,
  date: /^(?:date|dates|day|when|announced|date announced|announcement(?: date)?|time|month|closed(?: or announced)?|signed|effective(?: date)?|published|week)$/i,
  event:
    /\bevents?\b|\bdeals?\b|\btransactions?\b|\bwhat\b|\bmilestones?\b|\bdevelopments?\b|\bannouncements?\b|\bmoves?\b|\bnews\b|\boccurrences?\b|\bincidents?\b|\bheadlines?\b|^entry$|^step$|^happening$/i,
  facts:
    /\bterms\b|\bfacts?\b|\bdetails?\b|\bdescription\b|\bsummary\b|\bcontent\b|\bparticulars\b|\bnotes?\b/i,
  drivers: /\bdrivers?\b|\bfactors?\b|\bwhy\b|\bbackground\b|\breasons?\b|\bsignificance\b|\brationale\b/i,
  judgment:
    /\bjudge?ments?\b|\bfindings?\b|\blessons?\b|\bconclusions?\b|\bassessments?\b|\bviews?\b|\btakeaways?\b|\bstatements?\b|\bthes[ie]s\b|\bopinions?\b|\bclaims?\b|\bhypothes[ei]s\b|\bpropositions?\b|\bbeliefs?\b|\binsights?\b|\barguments?\b/i,
  prediction:
    /\bpredictions?\b|\bforecasts?\b|\bexpect|\boutlook\b|\bwhat\b|\bcalls?\b|\bbets?\b|\bprojections?\b|\bstatements?\b|\bevents?\b|\boutcomes?\b|\bscenarios?\b/i,
  decision:
    /\brecommend|\bdecisions?\b|\bactions?\b|\bmeasures?\b|\badvice\b|\bto[- ]do\b|\bsteps?\b|\bproposals?\b|\btasks?\b|\bwhat\b|\basks?\b|\bremed(?:y|ies)\b|\bresolutions?\b/i,
  audience:
    /\baudience\b|\baddressees?\b|^(?:for(?: whom)?|to(?: whom)?|who|owner|responsible|whose|by whom|actor|party|recipient|group|team|desk|unit|function|department|from(?: whom)?)$/i,
  question: /\bquestions?\b|\bopen (?:points?|issues?|items?)\b|\bunknowns?\b/i,
  player:
    /^(?:key )?(?:players?|compan(?:y|ies)|stakeholders?|actors?|vendors?|firms?|names?|groups?|organi[sz]ations?|competitors?|rivals?|makers?|developers?|part(?:y|ies)|who|institutions?|participants?|operators?|members?|sides?|banks?|countr(?:y|ies)|carriers?|suppliers?)$/i,
  position: /\bposition|\bstance\b|\brole\b|\bstrategy\b|\bstands?\b|^status$|\bposture\b/i,
  interests:
    /\binterests?\b|\bgoals?\b|\bobjectives?\b|\bmotiv|\bwants?\b|\baims?\b|\bdemands?\b|\bseeks?\b|\bneeds?\b|\bwish(?:es)?\b|\bagenda\b|\bafter$/i,
} as const;

const COUNTS = /^(?:#|no\.?|nr\.?|id|code|ref\.?)$/i;

type ColumnKind = keyof typeof HEADERS;
const KINDS = Object.keys(HEADERS) as readonly ColumnKind[];
const NO_COLUMNS = Object.fromEntries(KINDS.map(kind => [kind, undefined])) as Record<ColumnKind, undefined>;
/** The kinds of columns that a header may be of. */
const kindsOf = once((header: string) => KINDS.filter(kind => HEADERS[kind].test(header)));

export type Columns = Readonly<Record<ColumnKind | 'confidence' | 'unit', number | undefined>>;

const known = new Known<Columns>();

/** The columns that a table has of every kind. */
export function columnsOf(table: Table): Columns {
  return remember(known, table.identity, () => readColumns(table));
}

function readColumns(table: Table): Columns {
  const headers = headersOf(table);
  const named: Record<ColumnKind, number | undefined> = { ...NO_COLUMNS };
  headers.forEach((header, column) => {
    for (const kind of kindsOf(header)) named[kind] ??= column;
  });
  // "H1" in a column of numbers counts hypotheses.
  const columns = headers.map((header, column) => (COUNTS.test(header) ? [] : cellsToAsk(table, column)));
  const where = (test: (text: string) => boolean) =>
    definedIndex(columns.findIndex(texts => most(texts, test)));
  const states = (text: string) => /\p{L}|[★●/]/u.test(text) && confidenceAlone(text) !== undefined;
  const graded = where(text => text.length < 30 && states(text));
  const isHeaded = CONFIDENCE_HEADER.test(headers[graded ?? -1] ?? '');
  return {
    ...named,
    unit: matching(headers, /^units?$/i),
    // "Conviction" may head what is held, beside how firmly it is.
    confidence: (isHeaded ? undefined : matching(headers, CONFIDENCE_HEADER)) ?? graded,
    date: named.date ?? where(text => wholeDate(text) !== undefined),
    horizon: named.horizon ?? where(text => horizonOf(text) !== undefined),
    question: where(text => text.endsWith('?') || text.endsWith('？')),
  };
}

/** True for a column whose header says that it holds dates. */
export function namesDates(table: Table, column: number): boolean {
  return HEADERS.date.test(table.header.cells[column]?.prose.text.trim() ?? '');
}

/** True for a column whose header says that it holds deadlines, or days that are still to come. */
export function namesDeadlines(table: Table, column: number): boolean {
  const header = table.header.cells[column]?.prose.text.trim() ?? '';
  return (
    HEADERS.horizon.test(header) || /\b(?:due|next|planned|expected|until|deadline|expir\w+)\b/i.test(header)
  );
}

const PARTY =
  /^(?:acquir(?:er|or)|buyer|seller|bidder|target|vendor|purchaser|investor|lender|borrower|issuer|sponsor|partner|counterparty|supplier|customer|tenant|landlord|licensor|licensee|developer|competitor|winner|contractor|awardee|insurer)(?:\(s\)|s)?$/i;

/** Indices of the columns that name who deals with whom. */
export function partyColumns(table: Table): number[] {
  return headersOf(table).flatMap((header, i) => (PARTY.test(header) ? [i] : []));
}

/** Index of the first column whose header matches. */
export function columnOf(table: Table, header: RegExp): number | undefined {
  return matching(headersOf(table), header);
}

function headersOf(table: Table): readonly string[] {
  return table.header.cells.map(cell => cell.prose.text.trim());
}

function matching(headers: readonly string[], header: RegExp): number | undefined {
  return definedIndex(headers.findIndex(text => header.test(text)));
}

function definedIndex(index: number): number | undefined {
  return index < 0 ? undefined : index;
}

/** How many rows tell what a column holds. */
const ROWS_TO_ASK = 8;

/** Index of the first column most of whose cells pass a test. */
export function columnWhere(table: Table, test: (text: string) => boolean): number | undefined {
  return definedIndex(table.header.cells.findIndex((_, column) => most(cellsToAsk(table, column), test)));
}

/** What the first cells of a column hold that hold anything. */
function cellsToAsk(table: Table, column: number): readonly string[] {
  return table.rows
    .slice(0, ROWS_TO_ASK)
    .map(row => row.cells[column]?.prose.text.trim() ?? '')
    .filter(text => text !== '');
}

function most(texts: readonly string[], test: (text: string) => boolean): boolean {
  if (texts.length < 2) return false;
  let passing = texts.length;
  for (const text of texts) if (!test(text) && --passing <= texts.length * 0.6) return false;
  return true;
}

/**
 * The longest column: the one that says most, where its header does not say what it is.
 * @param least how many characters its cells must hold on average
 */
export function wordiestColumn(
  table: Table,
  except: readonly (number | undefined)[],
  least = 1,
): number | undefined {
  const lengths = table.header.cells.map((_, column) =>
    except.includes(column)
      ? -1
      : table.rows
          .slice(0, ROWS_TO_ASK)
          .reduce((sum, row) => sum + (row.cells[column]?.prose.text.length ?? 0), 0),
  );
  const longest = Math.max(...lengths);
  return longest >= least * Math.min(table.rows.length, ROWS_TO_ASK) ? lengths.indexOf(longest) : undefined;
}

/** The cell's text as a field; undefined when the row has no such cell or it is empty. */
export function cellField(row: Row, column: number | undefined): Field | undefined {
  const cell = column === undefined ? undefined : row.cells[column];
  return cell && cell.prose.text.trim() !== '' ? fieldOf(cell) : undefined;
}

export function fieldOf(cell: Cell): Field {
  return { text: cell.prose.text.trim(), span: cell.span };
}

/** A row that sums up the others. */
export function isTotalRow(row: Row): boolean {
  return row.cells[0]?.prose.of(sumsUp) ?? false;
}

function sumsUp(label: string): boolean {
  return /^(?:grand |sub-?)?totals?\b|^all\b|^sum\b|^overall$|^combined$/.test(label.trim().toLowerCase());
}

/** Span from the first to the last cell of a row. */
export function rowSpan(row: Row): { start: number; end: number } {
  const first = row.cells[0]?.span ?? row.span;
  const last = row.cells.at(-1)?.span ?? row.span;
  return spanOf(Math.min(first.start, row.span.start), Math.max(last.end, first.end));
}
