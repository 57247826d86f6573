// Events: what happened, when, why, and who says so.
import { findDates } from '../figures';
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { Scopes } from '../text/scopes';
import { type Entry, entriesOf, headingEntry } from './entries';
import type { Event, Field, PartKind, Section } from './report';
import { endWithChildren } from './sections';
import { cellField, columnOf, DATE_HEADER, rowSpan, SOURCE_HEADER } from './tables';

/** Parts that speak of what is to come: a date there makes no event. */
const NOT_EVENTS: ReadonlySet<PartKind> = new Set(['predictions', 'questions', 'sources']);
/** Parts in which a date makes an event only together with the fields of one. */
const RARELY_EVENTS: ReadonlySet<PartKind> = new Set(['decisions', 'judgments']);
const EVENT_HEADER =
  /\bevents?\b|\bdeals?\b|\btransactions?\b|\bwhat\b|\bmilestones?\b|\bdevelopments?\b|\bannouncements?\b|\bmoves?\b|\bnews\b/i;
const FACTS_HEADER = /\bterms\b|\bfacts?\b|\bdetails?\b|\bdescription\b|\bsummary\b|\bcontent\b/i;
const DRIVERS_HEADER = /\bdrivers?\b|\bfactors?\b|\bwhy\b|\bbackground\b|\breasons?\b|\bsignificance\b/i;

/** Every event of the report, in text order. */
export function readEvents(sections: readonly Section[]): Event[] {
  const events: Event[] = [];
  sections.forEach((section, index) => {
    if (NOT_EVENTS.has(section.part)) return;
    if (section.heading && section.depth > 0) {
      events.push(...eventOf(headingEntry(section, section.heading, endWithChildren(sections, index))));
    }
    for (const entry of entriesOf(section)) events.push(...eventOf(entry));
    for (const block of section.blocks)
      if (block.kind === 'table') events.push(...eventRows(block, section.part));
  });
  return events.sort((a, b) => a.span.start - b.span.start);
}

interface DatedTitle {
  readonly title: string;
  readonly date: string;
  /** Length of the title within the lead, from its first character. */
  readonly end: number;
  /** Where what follows the date starts. */
  readonly rest: number;
}

function eventOf(entry: Entry): Event[] {
  const dated = titleThenDate(entry.lead.text) ?? dateThenTitle(entry.lead.text, entry);
  if (!dated) return [];
  const hasFields = entry.fields.has('facts') || entry.fields.has('source');
  if (!hasFields && RARELY_EVENTS.has(entry.section.part)) return [];
  if (!hasFields && !entry.marked && entry.section.part !== 'events') return [];
  const start = entry.lead.span.start;
  const title = dated.title;
  const rest = entry.lead.text.slice(dated.rest).replace(/^[\s.:：–—-]+/, '');
  const facts =
    entry.fields.get('facts') ?? entry.body ?? (rest ? { text: rest, span: entry.lead.span } : undefined);
  return [
    {
      title,
      titleSpan: { start, end: Math.min(start + dated.end, entry.lead.span.end) },
      date: dated.date,
      facts,
      drivers: entry.fields.get('drivers') ?? entry.fields.get('significance'),
      source: entry.fields.get('source'),
      span: entry.span,
    },
  ];
}

/** "Title (April 20, 2026) …": brackets that hold a date and nothing else end the title. */
function titleThenDate(lead: string): DatedTitle | undefined {
  const window = lead.slice(0, 300);
  for (const match of window.matchAll(/[(（]([^()（）]{4,60})[)）]/g)) {
    const before = window.slice(0, match.index).trim();
    if (/[.!?] /.test(bareTitle(before)) || before.split(/\s+/).length < 2) return undefined;
    const date = wholeDate(match[1] ?? '');
    if (date)
      return {
        title: bareTitle(before),
        date,
        end: match.index + match[0].length,
        rest: match.index + match[0].length,
      };
  }
  return undefined;
}

/** "12 March 2026: Title" and "2026-03-12 – Title". */
function dateThenTitle(lead: string, entry: Entry): DatedTitle | undefined {
  const match = /^\s*([^:：–—|]{4,40}?)\s*(?:[:：]|\s[–—-]|[–—])\s*/.exec(`${lead.slice(0, 80)} `);
  const end = match?.[0].length ?? 0;
  if (match) {
    const date = wholeDate(match[1] ?? '');
    const title = /^(.{3,160}?)(?:[.;:](?=\s|$)|$)/.exec(lead.slice(end).split('\n')[0] ?? '')?.[1];
    if (date && title)
      return { title: bareTitle(title), date, end: end + title.length, rest: end + title.length };
  }
  const date =
    entry.marked && entry.section.part === 'events' ? wholeDate(lead.replace(/[.:]\s*$/, '')) : undefined;
  const title = date ? /^[^.;:\n]{3,160}/.exec(entry.body?.text ?? '')?.[0] : undefined;
  return date && title ? { title: bareTitle(title), date, end: lead.length, rest: lead.length } : undefined;
}

/** The EDTF value of a text that is a date more exact than a year, and nothing else. */
function wholeDate(text: string): string | undefined {
  const [date, more] = findDates(text);
  if (!date || more) return undefined;
  const rest = (text.slice(0, date.span.start) + text.slice(date.span.end)).replace(
    /\b(?:on|in|early|late|mid|announced|as of)\b/gi,
    '',
  );
  if (/[\p{L}\p{N}]/u.test(rest) || date.precision === 'year') return undefined;
  return /^\d{4}(?:-\d\d)?\/\d{4}(?:-\d\d)?$/.test(date.edtf) &&
    date.precision === 'interval' &&
    !/-\d\d/.test(date.edtf)
    ? undefined
    : date.edtf;
}

/** Rows of a table that has a column of dates and one of events. */
function eventRows(table: Table, part: PartKind): Event[] {
  const dateColumn = columnOf(table, DATE_HEADER);
  if (dateColumn === undefined) return [];
  const titleColumn =
    columnOf(table, EVENT_HEADER) ?? (part === 'events' ? (dateColumn === 0 ? 1 : 0) : undefined);
  if (titleColumn === undefined || titleColumn === dateColumn) return [];
  return table.rows.flatMap(row => {
    const title = cellField(row, titleColumn);
    const date = findDates(row.cells[dateColumn]?.prose.text ?? '')[0]?.edtf;
    if (!title || !date) return [];
    const field = (header: RegExp): Field | undefined => cellField(row, columnOf(table, header));
    const source = field(SOURCE_HEADER);
    const span = rowSpan(row);
    return [
      {
        title: bareTitle(title.text),
        titleSpan: title.span,
        date,
        facts: field(FACTS_HEADER),
        drivers: field(DRIVERS_HEADER),
        source,
        span,
      },
    ];
  });
}

/** Finds the event that holds a place. */
export function eventScopes(events: readonly Event[]): Scopes<Event> {
  return new Scopes(events.map(event => ({ span: event.span, value: event })));
}
