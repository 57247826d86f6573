// Events: what happened, when, why, and who says so.
import { findDates } from '../figures';
import type { Table } from '../markdown/block';
import { bareTitle, headingTitle } from '../markdown/flattened';
import { Scopes } from '../text/scopes';
import type { Steps } from '../text/steps';
import {
  type DatedTitle,
  dateThenTitle,
  dateWithin,
  firstClause,
  sentenceOfDate,
  titleDateAtEnd,
  titleThenDate,
  wholeDate,
  withYear,
} from './dated';
import { type Entry, entriesOf, headingEntry } from './entries';
import type { Event, Field, PartKind, Section } from './report';
import { endWithChildren } from './sections';
import { sentencesOf } from './sentences';
import { sourceColumn } from './source-column';
import {
  cellField,
  columnsOf,
  columnWhere,
  namesDates,
  namesDeadlines,
  rowSpan,
  wordiestColumn,
} from './tables';

/** Parts that speak of what is to come: a date there makes no event. */
const NOT_EVENTS: ReadonlySet<PartKind> = new Set(['predictions', 'questions', 'sources']);
/** Parts in which a date makes an event only together with the fields of one. */
const RARELY_EVENTS: ReadonlySet<PartKind> = new Set(['decisions', 'judgments', 'data']);

/**
 * Every event of the report, in text order.
 * @param reportDate the report's own date, for dates that leave out the year
 */
export function* readEvents(sections: readonly Section[], reportDate?: string): Steps<Event[]> {
  const events: Event[] = [];
  for (const [index, section] of sections.entries()) {
    if (NOT_EVENTS.has(section.part)) continue;
    yield;
    const reader = new EventReader(section.part, contextDate(section, reportDate));
    const { heading } = section;
    const headed = heading
      ? reader.read(
          headingEntry(section, heading, endWithChildren(sections, index)),
          section.parent?.part === 'events',
        )
      : undefined;
    if (headed) events.push(headed);
    else for (const entry of entriesOf(section)) events.push(...reader.readAll(entry));
    for (const block of section.blocks) if (block.kind === 'table') events.push(...reader.rows(block));
  }
  return events.sort((a, b) => a.span.start - b.span.start);
}

/** The year that the heading names, or the report's date. */
function contextDate(section: Section, reportDate: string | undefined): string | undefined {
  return yearIn(section.title) ?? reportDate;
}

function yearIn(title: string): string | undefined {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(title)?.[0];
}

class EventReader {
  constructor(
    private readonly part: PartKind,
    private readonly date: string | undefined,
  ) {}

  /** The entry as an event, or the events among the items under it. */
  readAll(entry: Entry): Event[] {
    const told = this.told(entry);
    if (told.length > 0) return told;
    const event = this.read(entry);
    if (event) return [event];
    const year = yearIn(entry.lead.text);
    const inner = year === undefined ? this : new EventReader(this.part, year);
    return entry.children.flatMap(child => inner.readAll(child));
  }

  /** A paragraph that tells several events, each in sentences that start with its date. */
  private told({ form, marked, prose, lead }: Entry): Event[] {
    if (this.part !== 'events' || form !== 'paragraph' || marked || lead.text === '') return [];
    const sentences = sentencesOf(prose.text).map(span => ({
      span,
      dated: sentenceOfDate(prose.text.slice(span.start, span.end)),
    }));
    const starts = sentences.filter(({ dated }) => dated !== undefined);
    if (starts.length < 2) return [];
    return starts.flatMap(({ span: { start, end }, dated }, i): Event[] => {
      if (!dated) return [];
      const titleSpan = prose.toSpan({ start, end });
      const until = starts[i + 1]?.span.start ?? prose.text.length;
      const span = prose.toSpan({ start, end: start + prose.text.slice(start, until).trimEnd().length });
      const facts = { text: prose.text.slice(start, end), span: titleSpan };
      return [
        {
          title: dated.title,
          titleSpan,
          date: withYear(dated.date, this.date),
          facts,
          drivers: undefined,
          source: undefined,
          span,
        },
      ];
    });
  }

  /** @param isEntry false for a heading that only announces the part: its text makes no event of it */
  read(entry: Entry, isEntry = true): Event | undefined {
    const dated = this.datedTitle(entry.form === 'heading' ? withoutNumber(entry) : entry, isEntry);
    if (!dated || !this.makesEvent(entry)) return undefined;
    const { lead, fields, body } = entry;
    const rest = (entry.form === 'heading' ? '' : lead.text.slice(dated.rest)).replace(/^[\s.:：–—-]+/, '');
    const facts =
      fields.get('facts') ?? withoutSeparator(body) ?? (rest ? { text: rest, span: lead.span } : undefined);
    return {
      title: dated.title,
      titleSpan: { start: lead.span.start, end: Math.min(lead.span.start + dated.end, lead.span.end) },
      date: withYear(dated.date, this.date),
      facts,
      drivers: fields.get('drivers') ?? fields.get('significance'),
      source: fields.get('source'),
      span: entry.span,
    };
  }

  private makesEvent(entry: Entry): boolean {
    if (this.part === 'events') return true;
    const hasFields = entry.fields.has('facts') || entry.fields.has('source');
    return hasFields || (entry.marked && !RARELY_EVENTS.has(this.part));
  }

  private datedTitle(entry: Entry, isEntry: boolean): DatedTitle | undefined {
    const { text } = entry.lead;
    if (CAPTION.test(text)) return undefined;
    const dated = titleThenDate(text) ?? dateThenTitle(text, isEntry && entry.marked);
    if (dated || !isEntry) return dated;
    const isEvents = this.part === 'events';
    const field = entry.fields.get('date');
    const fieldDate = field && wholeDate(field.text);
    if (fieldDate && text !== '') return titled(text, fieldDate);
    const after = entry.marked && isEvents ? dateBehind(entry) : undefined;
    if (after) return after;
    const hasPlace = isEvents || (entry.marked && entry.fields.size > 0 && entry.form !== 'heading');
    const atEnd = hasPlace ? titleDateAtEnd(text) : undefined;
    if (atEnd) return atEnd;
    return isEvents || entry.fields.size > 0 ? dateBeforeBody(entry) : undefined;
  }

  /** What each day of a table of days brought, where its headers do not say so: "In force | Change | Seen in". */
  private toldColumn(table: Table, date: number): number | undefined {
    const columns = columnsOf(table);
    if (date !== 0 || RARELY_EVENTS.has(this.part) || columns.decision !== undefined) return undefined;
    const figures = columnWhere(table, text => wholeDate(text) === undefined && BARE_FIGURE.test(text));
    return figures === undefined ? wordiestColumn(table, [date, sourceColumn(table)], STORY) : undefined;
  }

  /** Rows of a table that has a column of dates and one of events. */
  rows(table: Table): Event[] {
    const columns = columnsOf(table);
    const { date, question, horizon } = columns;
    if (date === undefined || question !== undefined) return [];
    const isEvents = this.part === 'events';
    const named = columns.event !== date ? columns.event : undefined;
    const title = named ?? (isEvents ? (date === 0 ? 1 : 0) : this.toldColumn(table, date));
    if (title === undefined || title === date) return [];
    if (!isEvents && horizon === date && !datesPast(table, date)) return [];
    const sources = sourceColumn(table);
    const subject = subjectColumn(table, title);
    return table.rows.flatMap(row => {
      const words = cellField(row, title);
      const when = rowDate(cellField(row, date)?.text);
      if (!words || !when) return [];
      return [
        {
          title: withSubject(bareTitle(words.text), cellField(row, subject)?.text),
          titleSpan: words.span,
          date: withYear(when, this.date),
          facts: otherField(row, columns.facts, title),
          drivers: otherField(row, columns.drivers, title),
          source: cellField(row, sources),
          span: rowSpan(row),
        },
      ];
    });
  }
}

/** "Table 2: Exports by origin (July to June)": what stands above a table tells no event. */
const CAPTION = /^\W*(?:table|figure|chart|exhibit|graph|box|map)\s+[\dIVXA-H]{1,4}\s?[.:：|–—-]/i;

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
  const names = table.rows.map(({ cells }) => cells[title - 1]?.prose.text.trim() ?? '');
  const areNames = names.every(name => /^\p{Lu}/u.test(name) && name.length < 40 && !wholeDate(name));
  return areNames && new Set(names).size * 2 > names.length ? title - 1 : undefined;
}

/** "Cut to a third" happened to something: "Ore quota: Cut to a third". */
function withSubject(title: string, subject: string | undefined): string {
  return subject === undefined || title.includes(subject) ? title : `${subject}: ${title}`;
}

/** A cell of fewer characters, on average, tells no story. */
const STORY = 15;

/** A cell that is nothing but a figure: a table with a column of these holds data, dated or not. */
const BARE_FIGURE = /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,4}[^\p{L}]*)?$/u;

/** A text without the dash or colon that sets it off from its lead. */
function withoutSeparator(field: Field | undefined): Field | undefined {
  return field && { ...field, text: field.text.replace(/^[\s:：–—|.-]+(?=\S)/, '') };
}

function otherField(
  row: Table['rows'][number],
  column: number | undefined,
  title: number,
): Field | undefined {
  return column === title ? undefined : cellField(row, column);
}

/** "12.01.2026", "24.02.2026 (Tue.)", "early May 2026, after close". */
function rowDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return wholeDate(text) ?? dateThenTitle(`${text}: row`)?.date ?? findDates(text)[0]?.edtf;
}

/** A heading without the number that would hide the date at its start. */
function withoutNumber(entry: Entry): Entry {
  return { ...entry, lead: { ...entry.lead, text: headingTitle(entry.lead.text) } };
}

function titled(text: string, date: string): DatedTitle {
  return { title: bareTitle(text).replace(/[.:：]\s*$/, ''), date, end: text.length, rest: text.length };
}

/** "**Norvik buys a harbour** (12 March 2026)", "### Norvik buys a harbour" above "*12 March 2026*". */
function dateBehind(entry: Entry): DatedTitle | undefined {
  const body = entry.body?.text ?? '';
  if (entry.lead.text.split(/\s+/).length < 2) return undefined;
  const bracketed = /^\s*[([（,–—|·-]+\s*([^()（）\n]{4,40}?)\s*(?:[)\]）]|[.:|–—](?=\s|$)|\n|$)/.exec(
    body.slice(0, 80),
  )?.[1];
  const date =
    wholeDate(bracketed ?? '') ??
    wholeDate(body.slice(0, 60).split('\n')[0] ?? '') ??
    dateThenTitle(body.slice(0, 160))?.date ??
    (entry.form !== 'heading' && tellsStory(entry.lead.text) ? dateWithin(body) : undefined);
  return date === undefined ? undefined : titled(entry.lead.text, date);
}

/** A name and what it does, not a name alone: "Norvik buys a harbour". */
function tellsStory(title: string): boolean {
  return /\s\p{Ll}{2,}/u.test(bareTitle(title));
}

/** "**14 May 2026** Norvik buys a harbour. It paid …": a lead that is the date, and the title after it. */
function dateBeforeBody(entry: Entry): DatedTitle | undefined {
  const date = entry.marked ? wholeDate(entry.lead.text) : undefined;
  const title = date ? firstClause((entry.body?.text ?? '').replace(/^[\s:：–—|.,-]+/, '')) : undefined;
  const { length } = entry.lead.text;
  return date && title
    ? { title: bareTitle(title).replace(/\.$/, ''), date, end: length, rest: length }
    : undefined;
}

/** Finds the event that holds a place. */
export function eventScopes(events: readonly Event[]): Scopes<Event> {
  return new Scopes(events.map(event => ({ span: event.span, value: event })));
}
