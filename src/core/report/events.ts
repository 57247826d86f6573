// Events: what happened, when, why, and who says so.
import { findDates } from '../figures';
import { flat } from '../text/lists';
import { Scopes } from '../text/scopes';
import type { Steps } from '../text/steps';
import { partOfContent } from './content';
import { dateOrderOf, inOrder } from './date-order';
import { type DatedTitle, sentenceOfDate, titleThenDate, wholeDate, withYear } from './dated';
import { type Entry, entriesOf, headingEntry, isCaption } from './entries';
import { eventsOfTable, RARELY_EVENTS } from './event-tables';
import { eventTitle, headedTitle, sentenceWithDate, titleOfDay } from './event-titles';
import { withoutSeparator } from './fields';
import type { Event, PartKind, Section } from './report';
import { isAfter } from './report-date';
import { endWithChildren } from './sections';
import { sentencesOf } from './sentences';

/** Parts that speak of what is to come: a date there makes no event. */
const NOT_EVENTS: ReadonlySet<PartKind> = new Set(['calendar', 'predictions', 'questions', 'sources']);

/**
 * Every event of the report, in text order.
 * @param reportDate the report's own date, for dates that leave out the year
 * @param masthead where the title and what stands under it end
 * @param stated the day on which the report says it was written: what is dated later, without a source, is still to come
 */
export function* readEvents(
  sections: readonly Section[],
  reportDate: string | undefined,
  stated: string | undefined,
  masthead: number,
): Steps<readonly Event[]> {
  const events: Event[] = [];
  // One heading alone that is a date says when the report was written.
  const hasDays = sections.filter(({ heading, title }) => heading && wholeDate(title)).length > 1;
  for (const [index, section] of sections.entries()) {
    if (NOT_EVENTS.has(section.part)) continue;
    yield;
    events.push(...eventsIn(section, index, sections, reportDate, hasDays));
  }
  if (events.length === 0)
    for (const section of sections)
      if (MAY_TELL.has(section.part)) events.push(...toldIn(section, reportDate));
  events.sort((a, b) => a.span.start - b.span.start);
  // What a masthead dates is the report itself: "Laid before the Assembly on 9 July 2026".
  const told = events.filter(({ span }) => span.start >= masthead);
  const past = (told.length > 1 ? told : events).filter(
    ({ date = '', source }) => source !== undefined || !isAfter(date, stated),
  );
  return past.length * 2 > events.length ? past : events;
}

/** "Then Sundby sold two ferries (2 April 2026, filing).": without the word that leads over. */
function withoutLink(sentence: string): string {
  return MAY_LEAD_OVER.test(sentence) ? sentence.replace(LEADS_OVER, '') : sentence;
}

const MAY_LEAD_OVER = /^(?:then|and|but|so|next|later|finally)\b/i;
const LEADS_OVER = /^(?:then|and|but|so|next|later|finally),? (?=\p{Lu})/iu;

/** Where a report tells what happened when it has no part for it. */
const MAY_TELL: ReadonlySet<PartKind> = new Set([
  'other',
  'background',
  'significance',
  'evolution',
  'landscape',
]);

function toldIn(section: Section, reportDate: string | undefined): Event[] {
  const reader = new EventReader('events', contextDate(section, reportDate));
  if (partOfContent(section.blocks) === 'events')
    return inOneOrder(entriesOf(section)).flatMap(entry => reader.readAll(entry));
  const entries = entriesOf(section).filter(({ form, marked }) => form === 'paragraph' && !marked);
  const told = flat(entries, entry => reader.told(entry));
  const mentioned = told.length > 0 ? told : flat(entries, entry => reader.within(entry));
  return mentioned.length > 1 ? mentioned : [];
}

function eventsIn(
  section: Section,
  index: number,
  sections: readonly Section[],
  reportDate: string | undefined,
  hasDays: boolean,
): Event[] {
  const day = hasDays ? dayOf(section, reportDate) : undefined;
  const context = contextDate(section, reportDate);
  const reader = new EventReader(section.part, context, day);
  const { heading } = section;
  const entry = heading && headingEntry(section, heading, endWithChildren(sections, index));
  const entries = inOneOrder(entriesOf(section)).filter(one => !isCaption(one, section.blocks));
  const isDay = day !== undefined && entries.length > 0;
  const headed =
    entry && !isDay && !isReportTitle(section, sections[index + 1])
      ? reader.headed(entry, section)
      : undefined;
  const listed = [
    ...(headed ? [headed] : flat(entries, one => reader.readAll(one))),
    ...section.blocks.flatMap(block =>
      block.kind === 'table' ? eventsOfTable(block, section.part, context) : [],
    ),
  ];
  const isAlone = section.part === 'events' && section.parent?.part !== 'events';
  return listed.length > 0 || !isAlone ? listed : flat(entries, one => reader.within(one));
}

/** "Monday 12 October", "March": a heading that is nothing but the date of what stands under it. */
function dayOf({ title, part, heading }: Section, reportDate: string | undefined): string | undefined {
  const date = heading && part === 'events' ? wholeDate(title) : undefined;
  return date && withYear(date, yearIn(title) ?? reportDate);
}

/** The title of the report may give its month, which makes no event of it. */
function isReportTitle({ depth, parent, part }: Section, next: Section | undefined): boolean {
  return depth === 1 && parent === undefined && part !== 'events' && (next?.depth ?? 0) > 1;
}

/** The entries with all their dates in the order that one of them tells. */
function inOneOrder(entries: readonly Entry[]): readonly Entry[] {
  const order = dateOrderOf(entries.map(({ lead }) => lead.text.slice(0, 60)));
  return order === undefined
    ? entries
    : entries.map(entry => ({ ...entry, lead: { ...entry.lead, text: inOrder(entry.lead.text, order) } }));
}

/** The year that the heading names, or the report's date. */
function contextDate(section: Section, reportDate: string | undefined): string | undefined {
  return yearIn(section.title) ?? reportDate;
}

function yearIn(title: string): string | undefined {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(title)?.[0];
}

/** What stands above the date of a letter or a memo. */
const LETTERHEAD =
  /^(?:(?:internal |office |briefing )?memo(?:randum)?|(?:briefing |file )?note|minutes|circular|letter|(?:press|news) release)$|^(?:\S+ ){0,3}(?:no|nr|issue|vol|volume|edition)\b\.? ?\d\S*$/i;

class EventReader {
  constructor(
    private readonly part: PartKind,
    private readonly date: string | undefined,
    private readonly day?: string,
  ) {}

  /** The entry as an event, or the events among the items under it. */
  readAll(entry: Entry): Event[] {
    const told = this.told(entry);
    if (told.length > 0) return told;
    const event = this.read(entry);
    if (event) return [event];
    const year = yearIn(entry.lead.text);
    const inner = year === undefined ? this : new EventReader(this.part, year);
    const events = flat(entry.children, child => inner.readAll(child));
    const ofDay = events.length === 0 && this.day ? titleOfDay(entry, this.day) : undefined;
    return ofDay ? [this.eventOf(entry, ofDay)] : events;
  }

  /** A paragraph that tells several events, each in sentences that start with its date. */
  told(entry: Entry): Event[] {
    if (this.part !== 'events' || entry.form !== 'paragraph' || entry.marked) return [];
    const events = this.sentences(
      entry,
      sentence => sentenceOfDate(sentence) ?? titleThenDate(withoutLink(sentence)),
    );
    return events.length < 2 ? [] : events;
  }

  /** Text that tells of several days, each in a sentence that gives it: for a part that holds nothing else. */
  within(entry: Entry): Event[] {
    return this.sentences(entry, sentenceWithDate);
  }

  /** The sentences of an entry that tell events, each with those that follow up to the next. */
  private sentences({ prose, lead }: Entry, read: (sentence: string) => DatedTitle | undefined): Event[] {
    const from = lead.text === '' ? -1 : prose.text.indexOf(lead.text);
    if (from < 0) return [];
    const starts = prose.of(sentencesOf).flatMap(({ start: at, end }) => {
      const start = Math.max(at, from);
      const dated = start < end ? read(prose.text.slice(start, end)) : undefined;
      return dated ? [{ start, end, dated }] : [];
    });
    return starts.map(({ start, end, dated }, i): Event => {
      const titleSpan = prose.toSpan({ start, end });
      const until = starts[i + 1]?.start ?? prose.text.length;
      return {
        title: dated.title,
        titleSpan,
        date: withYear(dated.date, this.date),
        facts: { text: prose.text.slice(start, end), span: titleSpan },
        drivers: undefined,
        source: undefined,
        span: prose.toSpan({ start, end: start + prose.text.slice(start, until).trimEnd().length }),
      };
    });
  }

  /** A heading that is an event itself, with its text. */
  headed(entry: Entry, { parent }: Section): Event | undefined {
    if (parent?.part === 'events') return this.read(entry);
    const isStory = parent !== undefined && this.part === 'other';
    // Most headings are turned away by their words, before what stands under them is read.
    const dated = headedTitle(entry, isStory);
    return dated && this.makesEvent(entry) ? this.titled(entry, dated) : undefined;
  }

  read(entry: Entry): Event | undefined {
    return this.makesEvent(entry) ? this.titled(entry, eventTitle(entry, this.part === 'events')) : undefined;
  }

  private titled(entry: Entry, dated: DatedTitle | undefined): Event | undefined {
    return dated && !LETTERHEAD.test(dated.title) ? this.eventOf(entry, dated) : undefined;
  }

  private eventOf(entry: Entry, dated: DatedTitle): Event {
    const { lead, fields, body } = entry;
    const rest = (entry.form === 'heading' ? '' : lead.text.slice(dated.rest)).replace(/^[\s.:：–—-]+/, '');
    const date = dated.date.includes('XXXX') ? (inBody(dated.date, body?.text) ?? dated.date) : dated.date;
    const facts =
      fields.get('facts') ?? withoutSeparator(body) ?? (rest ? { text: rest, span: lead.span } : undefined);
    return {
      title: dated.title,
      titleSpan: { start: lead.span.start, end: Math.min(lead.span.start + dated.end, lead.span.end) },
      date: withYear(date, this.date),
      facts,
      drivers: fields.get('drivers') ?? fields.get('significance'),
      source: fields.get('source'),
      span: entry.span,
    };
  }

  private makesEvent(entry: Entry): boolean {
    if (this.part === 'events') return true;
    if (entry.marked && !RARELY_EVENTS.has(this.part)) return true;
    return entry.fields.has('facts') || entry.fields.has('source');
  }
}

/** "In March" above "… (notice of 12 March 2026)": the year of a title's date, where its text gives it. */
function inBody(date: string, body: string | undefined): string | undefined {
  const day = date.replaceAll('XXXX', '');
  const told = findDates(body?.slice(0, LONGEST_BODY) ?? '').find(
    ({ edtf }) => edtf.length <= 10 && edtf.slice(4).startsWith(day),
  );
  return told && date.replaceAll('XXXX', told.edtf.slice(0, 4));
}

const LONGEST_BODY = 600;

/** Finds the event that holds a place. */
export function eventScopes(events: readonly Event[]): Scopes<Event> {
  return new Scopes(events.map(event => ({ span: event.span, value: event })));
}
