// Events in tables: a column of dates, and one that says what happened on each.
import { findDates } from '../figures';
import type { Row, Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { flat } from '../text/lists';
import { dateOrderOf, inOrder } from './date-order';
import { dateThenTitle, wholeDate, withYear } from './dated';
import type { Event, Field, PartKind } from './report';
import { sourceColumn } from './source-column';
import {
  cellField,
  columnsOf,
  columnWhere,
  namesDates,
  namesDeadlines,
  partyColumns,
  rowSpan,
  wordiestColumn,
} from './tables';

/** Parts in which a date makes an event only together with the fields of one. */
export const RARELY_EVENTS: ReadonlySet<PartKind> = new Set(['decisions', 'judgments', 'data']);

/**
 * The events that the rows of a table tell, if it has a column of dates and one of events.
 * @param part the part of the report that holds the table
 * @param contextDate for dates that leave out the year
 */
export function eventsOfTable(table: Table, part: PartKind, contextDate: string | undefined): Event[] {
  const columns = eventColumnsOf(table, part);
  if (!columns) return [];
  const { date, story, subject, partner } = columns;
  const { facts, drivers } = columnsOf(table);
  const sources = sourceColumn(table);
  const order = dateOrderOf(table.rows.map(row => cellField(row, date)?.text ?? ''));
  return flat(table.rows, row => {
    const words = cellField(row, story);
    const when = rowDate(inOrder(cellField(row, date)?.text ?? '', order));
    if (!words || !when) return [];
    const told = withSubject(bareTitle(words.text), cellField(row, subject)?.text);
    const other = cellField(row, partner);
    return [
      {
        title: other ? `${told} – ${other.text}` : told,
        titleSpan: words.span,
        date: withYear(when, contextDate),
        facts: otherField(row, facts, story),
        drivers: otherField(row, drivers, story),
        source: cellField(row, sources),
        span: rowSpan(row),
      },
    ];
  });
}

/** Indices of the columns that tell events. */
interface EventColumns {
  readonly date: number;
  /** What happened, or with whom. */
  readonly story: number;
  /** To whom it happened, where the story does not say so. */
  readonly subject: number | undefined;
  /** The other party, where names alone tell of a deal. */
  readonly partner: number | undefined;
}

function eventColumnsOf(table: Table, part: PartKind): EventColumns | undefined {
  const { date, event, question, horizon } = columnsOf(table);
  if (date === undefined || question !== undefined) return undefined;
  const isEvents = part === 'events';
  const named = event !== date ? event : undefined;
  const title =
    named ?? (isEvents ? (date === 0 ? 1 : 0) : (toldColumn(table, date, part) ?? dealColumn(table, date)));
  if (title === undefined || title === date) return undefined;
  // "Market | Launch | Patients": names with a date each are no events, unless it says what was done then.
  if (
    named === undefined &&
    title === 0 &&
    holdsNames(table, 0) &&
    !namesDone(table, date) &&
    partyColumns(table).length < 2
  )
    return undefined;
  if (!isEvents && horizon === date && !datesPast(table, date)) return undefined;
  const story = named === undefined ? storyBeside(table, title, date) : title;
  if (story === undefined) return { date, story: title, subject: undefined, partner: title + 1 };
  const subject = story === title ? subjectColumn(table, title) : title;
  return { date, story, subject, partner: undefined };
}

/** What each day of a table of days brought, where its headers do not say so: "In force | Change | Seen in". */
function toldColumn(table: Table, date: number, part: PartKind): number | undefined {
  const columns = columnsOf(table);
  if (date !== 0 || RARELY_EVENTS.has(part) || columns.decision !== undefined) return undefined;
  const figures = columnWhere(table, text => wholeDate(text) === undefined && BARE_FIGURE.test(text));
  return figures === undefined ? wordiestColumn(table, [date, sourceColumn(table)], STORY) : undefined;
}

/** What a table of deals names them by: who buys what, or what somebody wins. */
function dealColumn(table: Table, date: number): number | undefined {
  if (namesDeadlines(table, date)) return undefined;
  const [party, other] = partyColumns(table);
  if (party === undefined || other === party + 1) return party;
  // "Vendor | Since | Value": one party, and since when or until when, are no deal.
  return namesDone(table, date) ? (date === 0 ? party : 0) : undefined;
}

/** "Date", "Award date", "Signed": a column that says when something was done. */
function namesDone(table: Table, date: number): boolean {
  const header = table.header.cells[date]?.prose.text.trim() ?? '';
  return namesDates(table, date) || /\bdate\b|ed$/i.test(header);
}

/**
 * The column that tells what happened where the first one holds names: the longest beside it, or undefined where it only
 * stands beside other names: "Acquirer | Target".
 */
function storyBeside(table: Table, title: number, date: number): number | undefined {
  if (!holdsNames(table, title)) return title;
  const story = wordiestColumn(table, [date, title, sourceColumn(table)], STORY);
  return story ?? (holdsNames(table, title + 1) && title + 1 !== sourceColumn(table) ? undefined : title);
}

/** A column headed "By" gives deadlines. */
function datesPast(table: Table, date: number): boolean {
  const { confidence, event } = columnsOf(table);
  if (confidence !== undefined) return false;
  return namesDates(table, date) || (event === undefined && !namesDeadlines(table, date));
}

/** "Asset" beside "What happened": a column of short names before the one that says what each of them did. */
function subjectColumn(table: Table, title: number): number | undefined {
  const header = table.header.cells[title]?.prose.text ?? '';
  if (!/^what\b|^(?:event|development|move|news|change|incident)s?$/i.test(header.trim())) return undefined;
  return holdsNames(table, title - 1) ? title - 1 : undefined;
}

/** A column of short names that are mostly different. */
function holdsNames(table: Table, column: number): boolean {
  const names = table.rows.map(({ cells }) => cells[column]?.prose.text.trim() ?? '');
  const areNames = names.every(name => /^\p{Lu}/u.test(name) && name.length < 40 && !wholeDate(name));
  return areNames && new Set(names).size * 2 > names.length;
}

/** "Cut to a third" happened to something: "Ore quota: Cut to a third". */
function withSubject(title: string, subject: string | undefined): string {
  return subject === undefined || title.includes(subject) ? title : `${subject}: ${title}`;
}

/** A cell of fewer characters, on average, tells no story. */
const STORY = 15;

/** A cell that is nothing but a figure: a table with a column of these holds data, dated or not. */
const BARE_FIGURE = /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,4}[^\p{L}]*)?$/u;

function otherField(row: Row, column: number | undefined, title: number): Field | undefined {
  return column === title ? undefined : cellField(row, column);
}

/** "12.01.2026", "24.02.2026 (Tue.)", "early May 2026, after close". */
function rowDate(text: string): string | undefined {
  return wholeDate(text) ?? dateThenTitle(`${text}: row`)?.date ?? findDates(text)[0]?.edtf;
}
