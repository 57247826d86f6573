// Titles of events: the words of an entry that name what happened, with the date that stands in, before or behind them.
import { findDates } from '../figures';
import { bareTitle, headingTitle } from '../markdown/flattened';
import {
  type DatedTitle,
  dateline,
  dateThenTitle,
  dateWithin,
  firstClause,
  sentenceOfDate,
  titleDateAtEnd,
  titleThenDate,
  wholeDate,
} from './dated';
import type { Entry } from './entries';
import { sentencesOf } from './sentences';

/**
 * The title of an entry that tells an event, with its date.
 * @param isEvents the entry stands in a part of events, so that a date near its title is enough
 */
export function eventTitle(entry: Entry, isEvents: boolean): DatedTitle | undefined {
  const text = titleWithoutNumber(entry);
  if (CAPTION.test(text) || MASTHEAD.test(text)) return undefined;
  const dated = titleThenDate(text) ?? dateThenTitle(text, entry.marked) ?? monthAndDay(text);
  if (dated) return dated;
  const named = isEvents && entry.marked ? titleThenBrackets(text) : undefined;
  if (named) return named;
  const field = entry.fields.get('date');
  const fieldDate = field && wholeDate(field.text);
  if (fieldDate && text !== '') return titled(text, fieldDate);
  const behind = entry.marked && isEvents ? dateBehind(entry, text) : undefined;
  if (behind) return behind;
  const hasPlace = isEvents || (entry.marked && entry.fields.size > 0 && entry.form !== 'heading');
  const atEnd = hasPlace ? titleDateAtEnd(text.split('\n', 1)[0] ?? '') : undefined;
  if (atEnd) return atEnd;
  const mayTell = isEvents || (entry.fields.has('source') && text.split(' ').length > 3);
  const inBody = entry.marked && mayTell ? dateInBody(entry, text) : undefined;
  if (inBody && (isEvents || /-\d\d-\d\d$/.test(inBody.date))) return inBody;
  if (isEvents && !entry.marked)
    return (
      dateBesideTitle(text) ??
      sentenceOfDate(text) ??
      (entry.form === 'item' ? sentenceWithDate(text) : undefined)
    );
  return isEvents || entry.fields.size > 0 ? dateBeforeBody(entry, text) : undefined;
}

/** The title of a heading outside a part of events: with its date, or as the story that its text tells at once. */
export function headedTitle(entry: Entry, isBelowTitle: boolean): DatedTitle | undefined {
  const text = titleWithoutNumber(entry);
  if (CAPTION.test(text)) return undefined;
  const dated = titleThenDate(text) ?? dateThenTitle(text);
  if (dated || !isBelowTitle) return dated;
  const field = wholeDate(entry.fields.get('date')?.text ?? '');
  return field === undefined ? headedStory(entry, text) : titled(text, field);
}

/** The title of an entry under a heading that is its date; "on the 14th" gives the day in a month. */
export function titleOfDay(entry: Entry, day: string): DatedTitle | undefined {
  const [lead = '', dayOfMonth] =
    /^\s*(\d{1,2})(?:st|nd|rd|th)?\s?[:.–—-]\s+(?=\p{Lu})/u.exec(entry.lead.text) ?? [];
  if (dayOfMonth !== undefined && Number(dayOfMonth) <= 31 && /-\d\d$/.test(day) && day.length <= 7) {
    const told = firstClause(entry.lead.text.slice(lead.length));
    return told === undefined
      ? undefined
      : { ...titled(told, `${day}-${dayOfMonth.padStart(2, '0')}`), rest: lead.length + told.length };
  }
  const title = entry.marked ? entry.lead.text : firstClause(entry.lead.text);
  const told = findDates(entry.lead.text.slice(0, 200)).find(
    ({ edtf }) => edtf.slice(-5, -2) === `${day.slice(-2)}-`,
  );
  const inMonth = /\bon the (\d{1,2})(?:st|nd|rd|th)\b/.exec(entry.lead.text)?.[1] ?? told?.edtf.slice(-2);
  const date = inMonth !== undefined && /^\d{4}-\d\d$/.test(day) ? `${day}-${inMonth.padStart(2, '0')}` : day;
  return title === undefined ? undefined : { ...titled(title, date), rest: title.length };
}

/** True for an entry whose title has a date to the month at least, in itself or right beside it. */
export function isDated(entry: Entry): boolean {
  const { text } = entry.lead;
  const dated =
    titleThenDate(text) ??
    dateThenTitle(text) ??
    monthAndDay(text) ??
    (entry.marked
      ? (dateBehind(entry, text) ?? dateInBody(entry, text))
      : (titleDateAtEnd(text) ?? sentenceOfDate(text)));
  const date = dated?.date ?? (entry.marked ? wholeDate(text.slice(dateline(text))) : undefined);
  return date !== undefined && /-\d\d-\d\d|^XXXX-\d\d$|^\d{4}-\d\d$/.test(date);
}

/** "Table 2: Exports by origin (July to June)": what stands above a table tells no event. */
const CAPTION = /^\W*(?:table|figure|chart|exhibit|graph|box|map)\s+[\dIVXA-H]{1,4}\s?[.:：|–—-]/i;

/** A line of a memo's head. */
const MASTHEAD = /^\W*(?:subject|re|from|to|cc|date)\s?[:：]/i;

/** The lead of an entry without the number that would hide the date at its start; a day is no number of a text. */
function titleWithoutNumber({ form, lead: { text } }: Entry): string {
  if (form === 'heading') return headingTitle(text);
  return /^[(（[]/.test(text) ? bareTitle(text) : text;
}

function titled(text: string, date: string): DatedTitle {
  const title = bareTitle(text)
    .replace(WEEKDAY, '')
    .replace(/[.:：]\s*$/, '');
  return { title, date, end: text.length, rest: text.length };
}

/** "**Lockout (May 2026).**", "**Consultation of the villages (2023).**": one word, or the year that is all it says of when. */
function titleThenBrackets(text: string): DatedTitle | undefined {
  const [, title, when = ''] = /^([^()（）]{4,120}) [(（]([^()（）]{4,40})[)）]\W*$/u.exec(text) ?? [];
  const date = /^(?:19|20)\d\d$/.test(when) ? when : wholeDate(when);
  return title === undefined || date === undefined ? undefined : titled(title, date);
}

/** "Monday: …", "Tuesday – …". */
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\s?[:：–—]\s+(?=\S)/i;

/** "**Norvik buys a harbour** (12 March 2026)", "### Norvik buys a harbour" above "*12 March 2026*". */
function dateBehind(entry: Entry, title: string): DatedTitle | undefined {
  if (title.split(/\s+/).length < 2) return undefined;
  const body = entry.body?.text ?? '';
  const bracketed = /^\s*[([（,–—|·-]+\s*([^()（）\n]{4,40}?)\s*(?:[)\]）]|[.:|–—](?=\s|$)|\n|$)/.exec(
    body.slice(0, 80),
  )?.[1];
  const date =
    wholeDate(bracketed ?? '') ??
    wholeDate(body.slice(0, 60).split('\n')[0] ?? '') ??
    dateThenTitle(body.slice(0, 160))?.date;
  return date === undefined ? undefined : titled(title, date);
}

/** "9/8　Norvik starts its plant": month and day as East Asian papers give them, set off by a wide space. */
const MONTH_AND_DAY = /^(\d{1,2})\/(\d{1,2})(?:\s?[(（].{1,3}[)）])?(?:\u3000|\s{2,}|\s?：)\s*(?=\p{L})/u;

function monthAndDay(text: string): DatedTitle | undefined {
  const [lead, month = '', day = ''] = MONTH_AND_DAY.exec(text.slice(0, 24)) ?? [];
  const title = lead === undefined ? undefined : firstClause(text.slice(lead.length));
  if (title === undefined || Number(month) > 12 || Number(day) > 31) return undefined;
  const end = (lead?.length ?? 0) + title.length;
  return { ...titled(title, `XXXX-${month.padStart(2, '0')}-${day.padStart(2, '0')}`), end, rest: end };
}

/** "05 Oct 2026 Bird flu confirmed": a day and the title, with nothing between them. */
function dateBesideTitle(text: string): DatedTitle | undefined {
  const [, day = '', title] =
    /^(\d{1,2} \p{Lu}\p{Ll}{2,8}\.? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}) (\p{Lu}\S* \S.*)/su.exec(text) ?? [];
  const date = title === undefined ? undefined : wholeDate(day);
  const clause = firstClause(title ?? '');
  return date && clause ? { ...titled(clause, date), end: text.length, rest: text.length } : undefined;
}

/** "**Norvik buys a harbour.** It paid on 12 March 2026 …": a lead that tells a story, with the date in its text. */
function dateInBody({ form, body }: Entry, title: string): DatedTitle | undefined {
  const tells = form !== 'heading' && title.split(/\s+/).length > 1 && tellsStory(title);
  const date = tells ? dateWithin(body?.text ?? '') : undefined;
  return date === undefined ? undefined : titled(title, date);
}

/** A name and what it does, not a name alone: "Norvik buys a harbour". */
function tellsStory(title: string): boolean {
  return (
    /\s\p{Ll}{2,}/u.test(bareTitle(title)) && !/\?\s*$|^\W*(?:what|how|why|where|who|when)\b/i.test(title)
  );
}

/** "**14 May 2026** Norvik buys a harbour. It paid …": a lead that is the date, and the title after it. */
function dateBeforeBody(entry: Entry, lead: string): DatedTitle | undefined {
  const date = entry.marked ? wholeDate(lead.slice(dateline(lead))) : undefined;
  const title = date ? firstClause((entry.body?.text ?? '').replace(/^[\s:：–—|.,-]+/, '')) : undefined;
  const { length } = lead;
  return date && title
    ? { title: bareTitle(title).replace(/\.$/, ''), date, end: length, rest: length }
    : undefined;
}

/** "Voltara buys a supplier" above "Voltara said on 6 March 2026 that it would …": most names of the title, and the day. */
function headedStory(entry: Entry, title: string): DatedTitle | undefined {
  const text = entry.body?.text.slice(0, 400) ?? '';
  const [first] = sentencesOf(text);
  const sentence = first ? text.slice(first.start, first.end) : '';
  const date = tellsStory(title) ? dateWithin(sentence) : undefined;
  const names = title.match(/\p{Lu}[\p{L}\p{N}&’'-]+/gu) ?? [];
  const told = names.filter(name => sentence.includes(name)).length;
  return date !== undefined && told > 1 && told * 2 >= names.length ? titled(title, date) : undefined;
}

/** A sentence that goes on from others, or the label of a field, starts no story. */
const GOES_ON =
  /^\W*(?:it|he|she|they|we|this|that|these|those|its|their|his|her|both|there|in|of|by|since|until|from|before|after|for|as|while|when|sources?)\b/i;

/** "Masten sold its towers on 11 June 2026.": a sentence that gives the day within. */
export function sentenceWithDate(sentence: string): DatedTitle | undefined {
  const date =
    GOES_ON.test(sentence) || / (?:will|would|is to|are to) /.test(sentence)
      ? undefined
      : dateWithin(sentence);
  const title = date?.match(/-\d\d-\d\d$/) ? firstClause(sentence.trimStart()) : undefined;
  if (date === undefined || title === undefined || !tellsStory(title)) return undefined;
  return { title: bareTitle(title).replace(/[.。]$/, ''), date, end: title.length, rest: title.length };
}
