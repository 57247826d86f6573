// Titles with a date: before them, after them in brackets, or after a comma or dash.
import { type DateMention, findDates } from '../figures';
import { bareTitle, portionMark } from '../markdown/flattened';
import { capitalised, MONTH_STARTS, WEEKDAY_STARTS } from '../text/english';
import { WORD_LETTERS } from '../text/letters';
import { sentencesOf } from './sentences';

export interface DatedTitle {
  readonly title: string;
  /** EDTF. */
  readonly date: string;
  /** Length of the title within the text, from its first character. */
  readonly end: number;
  /** Where what follows title and date starts. */
  readonly rest: number;
}

const WEEKDAY =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)\\b\\.?)';
/** What may stand before the date that a text starts with. */
const OPENING = '[\\s[(【●■◆▪•·▌▍]*';
const BEFORE_DATE = new RegExp(
  `^${OPENING}(?:(?:on|in|early|late|mid|around|about|effective|announced|date)[\\s:-]+)*(?:${WEEKDAY}[\\s,(]+)?$`,
  'i',
);
const CLOCK =
  '(?:at )?\\d{1,2}[:.h]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: ?(?:utc|gmt|cet|cest|bst|est|edt|et|pt|local(?: time)?|london|brt))?|\\d{1,2} ?[ap]m';
/** What may stand between the date and what separates it from the title. */
const AFTER_DATE = new RegExp(
  `^(?:\\s*[,(]?\\s*(?:${WEEKDAY}|${CLOCK}|reported(?:ly)?|unconfirmed|expected|announced|provisional)\\s*\\)?)*\\s*[\\])】]?`,
  'i',
);
const SEPARATOR = /^\s*(?:::?|[：|]|\s[–—-]|[–—-](?=\s)|·|→|\.(?=\s+\p{Lu}))\s*/u;
const MAY_START_DATE = new RegExp(
  `^[\\s[(【●■◆▪•·▌▍]*(?:\\d|(?:on|in|early|late|mid|around|about|effective|announced|${MONTH_STARTS}|${WEEKDAY_STARTS}|q[1-4]|h[12]|end|week|first|second|third|fourth)[a-z]*)`,
  'i',
);

/** The date that a text starts with, and where the text after it and its separator starts. */
function leadingDate(
  text: string,
  isLead = false,
): { date: DateMention; end: number; separated: boolean } | undefined {
  const window = text.slice(0, 90);
  if (!MAY_START_DATE.test(window)) return undefined;
  const date = findDates(window)[0] ?? monthAlone(window);
  if (!date || !BEFORE_DATE.test(window.slice(0, date.span.start))) return undefined;
  const tail = AFTER_DATE.exec(text.slice(date.span.end, date.span.end + 60))?.[0] ?? '';
  const closed = /[\])】]$/.test(tail) && /^[\s]*[[(【]/.test(window);
  const end = date.span.end + tail.length;
  const separator = SEPARATOR.exec(text.slice(end, end + 12))?.[0];
  if (separator !== undefined) return { date, end: end + separator.length, separated: true };
  if (closed) return { date, end, separated: true };
  if (/^\s*\d{4}-\d\d-\d\d\s+\p{Lu}/u.test(window)) return { date, end, separated: true };
  const comma = /^,\s+/.exec(text.slice(end, end + 5));
  const isClause = comma && (isLead || /^\s*(?:on|in)\b/i.test(window));
  return isClause ? { date, end: end + comma[0].length, separated: true } : { date, end, separated: false };
}

/** "SANTIAGO, ", "Frankfurt am Main, ": the place before the date of a dispatch. */
const PLACE = new RegExp(
  `^[\\s(]*(?!(?:${capitalised(WEEKDAY_STARTS)}|${capitalised(MONTH_STARTS)})[a-z]*\\b)\\p{Lu}[\\p{L}'’-]{2,20}(?: [\\p{L}.'’-]{2,20}){0,2}(?:, \\p{Lu}[\\p{L}.]{1,15})?,\\s+(?=(?:\\d|${capitalised(MONTH_STARTS)}))`,
  'u',
);

/** What stands behind such a place, which few texts have. */
const MAY_END_PLACE = new RegExp(`,\\s+(?:\\d|${capitalised(MONTH_STARTS)})`);

/** Length of the place that a dispatch starts with; 0 when it has none. */
export function dateline(text: string): number {
  const window = text.slice(0, 70);
  return MAY_END_PLACE.test(window) ? (PLACE.exec(window)?.[0].length ?? 0) : 0;
}

const MONTH_ALONE = new RegExp(
  `^(${OPENING})((?:${MONTH_STARTS})[a-z]*)(?=\\s*(?:[:：|)\\]】]|[–—-]\\s|$))`,
  'i',
);

/** "March: …": a month by itself, which inside a sentence would need an "in". */
function monthAlone(window: string): DateMention | undefined {
  const [, opening = '', month] = MONTH_ALONE.exec(window) ?? [];
  const [date] = month === undefined ? [] : findDates(`in ${month}`);
  if (!date || month === undefined || !/^\p{Lu}/u.test(month)) return undefined;
  return { ...date, span: { start: opening.length, end: opening.length + month.length } };
}

/** A month in words, or numbers side by side. */
const MAY_BE_DATE = /\p{L}|\d\D{1,3}\d|\d{5}/u;

/** The EDTF value of a text that is a date more exact than a year, and nothing else. */
export function wholeDate(text: string): string | undefined {
  if (!MAY_START_DATE.test(text.slice(0, 90)) || !MAY_BE_DATE.test(text)) return undefined;
  const words = text.replace(/[\s.:：|,–—-]+$/, '');
  const found = leadingDate(words);
  return found && found.end >= words.length ? exactDate(found.date) : undefined;
}

/** "6 February 2026, unconfirmed media reports": a date and what is said of it. */
function dateWithNote(text: string): string | undefined {
  const [first = '', ...more] = text.split(/[,;]\s/);
  return more.length === 1 ? wholeDate(first) : undefined;
}

/** "16 July and 5 September 2025", "3 and 5 March 2026": from the first to the last of several dates. */
function severalDates(text: string): string | undefined {
  if (!/ and |&|,|\//.test(text)) return undefined;
  const dates = findDates(text);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last || last.precision === 'interval' || exactDate(last) === undefined) return undefined;
  const between = dates.reduceRight(
    (rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end),
    text,
  );
  // The day of a month that is named behind the last one.
  const day = last.precision === 'day' ? /^\s*(\d{1,2})(?=\s?(?:,|and|&))/.exec(between)?.[1] : undefined;
  const date =
    day === undefined
      ? exactDate(first)?.replace('XXXX', last.edtf.slice(0, 4))
      : last.edtf.slice(0, -2) + day.padStart(2, '0');
  return date !== undefined && date < last.edtf && /^(?:\s|\d{1,2}(?!\d)|,|&|\/|and)*$/.test(between)
    ? `${date}/${last.edtf}`
    : undefined;
}

/** A date more exact than a year: a span of years is a period, not when something happened. */
function exactDate(date: DateMention): string | undefined {
  if (date.precision === 'year') return undefined;
  if (date.precision === 'interval' && !/-\d\d/.test(date.edtf)) return undefined;
  return date.edtf;
}

/**
 * "12 March 2026: Title", "2026-03-12, 09:40 | Title", "[14 May] Title".
 * @param isLead the text is set off from what follows, so that a comma is enough: "12 March 2026, the warning"
 */
export function dateThenTitle(text: string, isLead = false): DatedTitle | undefined {
  const place = dateline(text);
  const found = leadingDate(text.slice(place), isLead);
  const date = found?.separated ? exactDate(found.date) : undefined;
  if (!found || date === undefined) return undefined;
  const start = place + found.end;
  const title = firstClause(text.slice(start));
  if (title === undefined || AMOUNT.test(title)) return undefined;
  const end = start + title.length;
  return { title: bareTitle(title).replace(/[.。]$/, ''), date, end, rest: end };
}

/** "Customers, June 2026: 11.8 million": a figure tells what was, not what happened. */
const AMOUNT = /^[^\p{L}]*\d[^\p{L}]*\p{L}*[^\p{L}]*$/u;

/** What leads over from the sentence before to the date: "And in May 2026 …", "Three days later, on 9 April 2026, …". */
const LEADS_OVER = new RegExp(
  `^\\s*(?:(?:and|but|so|then|first|second|third|fourth|last|next|finally|later|earlier|already|meanwhile)(?:ly)?,? |[${WORD_LETTERS}\\d][${WORD_LETTERS}\\d ]{2,40}, ){1,4}(?=(?:on|in|by)\\s)`,
  'i',
);
/** "By March 2026 the port had closed": what was over by then happened. */
const WAS_OVER = /^\s*by\s+(?=\S.{4,100}\bhad\s)/i;
/** "It started in November 2025, when a trawler cut the cable." */
const STARTED =
  /^.{2,60}?\b(?:start(?:s|ed)|beg[ai]ns?|open(?:s|ed)) (?=(?:on|in) )((?:on|in) [^,]{4,30}),? when (?=\S)/i;

/** "On 12 March 2026 the port closed.": a sentence that starts with when it happened. */
export function sentenceOfDate(sentence: string): DatedTitle | undefined {
  const told = sentence.slice(portionMark(sentence)).replace(LEADS_OVER, '').replace(WAS_OVER, 'in ');
  const text = / when /i.test(told) ? told.replace(STARTED, '$1, ') : told;
  const dated = dateThenTitle(text);
  if (dated || !/^\s*(?:on|in)\s/i.test(text.slice(0, 12))) return dated;
  const found = leadingDate(text);
  const date = found && exactDate(found.date);
  const title = found && firstClause(text.slice(found.end).trimStart());
  if (date === undefined || title === undefined) return undefined;
  return { title: bareTitle(title).replace(/[.。]$/, ''), date, end: text.length, rest: text.length };
}

/** What makes a date one that is still to come, or of something else. */
const NOT_OF_EVENT =
  /\b(?:by|until|till|before|after|from|since|to|due|through|expected|effective|clos(?:es?|ing)|expir(?:es?|ing)|matur(?:es?|ing)|founded|of)\s+(?:(?:on|in|at|the|end|early|mid|late|of)\s+)*$/i;

/** The date, to the day or month, that the first words of a text tell, unless it is of something to come. */
export function dateWithin(text: string): string | undefined {
  const window = text.slice(0, 320);
  const [first] = findDates(window).filter(date => exactDate(date) !== undefined);
  return first && !NOT_OF_EVENT.test(window.slice(0, first.span.start)) ? exactDate(first) : undefined;
}

/** "(bought 14 April 2026)", "(written down in June 2026)". */
const WHAT_WAS_DONE =
  /^(?!(?:until|till|due|from|since|before|after|expected|planned|founded|established|incorporated|born|early|late|about|around|effective|announced|week|end|date|the|mid)\b)\p{Ll}*(?:ed|ought|aught|[eo]ld|tten|ost|uilt|cut|won|own|paid)(?: \p{Ll}{2,5})? (?=(?:on |in )?[\p{Lu}\d])/u;

/** "Title (April 20, 2026) …": brackets that hold a date and nothing else end the title. */
export function titleThenDate(text: string): DatedTitle | undefined {
  const window = text.slice(0, 300);
  if (!/[(（[]/.test(window)) return undefined;
  for (const match of window.matchAll(/[(（[]([^()（）[\]]{4,60})[)）\]]/g)) {
    const before = window.slice(0, match.index).trim();
    if (/[.!?] \p{Lu}/u.test(bareTitle(before)) || before.split(/\s+/).length < 2) return undefined;
    const words = (match[1] ?? '').replace(WHAT_WAS_DONE, '');
    const date = wholeDate(words) ?? severalDates(words) ?? dateWithNote(words);
    const end = match.index + match[0].length;
    if (date) return { title: bareTitle(before).replace(/[.:：–—-]\s*$/, ''), date, end, rest: end };
  }
  return undefined;
}

/** "Title, 12 March 2026", "Title – 12 March 2026 (Harbour Post)": a lead that ends with the date, and a source at most. */
export function titleDateAtEnd(lead: string): DatedTitle | undefined {
  if (!/[–—|·,;-]\s/.test(lead)) return undefined;
  const match = /^(.{6,160}?)(?:\s[–—|·-]\s|[,;]\s|\s\|\s)\s*((?:on )?[^–—|;]{4,40})$/.exec(
    lead.slice(0, 240).replace(/(?<=\d)\s?[(（][^()（）]{2,60}[)）]\.?$|[.:]\s*$/, ''),
  );
  const date = match ? wholeDate(match[2] ?? '') : undefined;
  const title = bareTitle(match?.[1] ?? '');
  if (!date || title.split(/\s+/).length < 2) return undefined;
  return { title, date, end: match?.[1]?.length ?? 0, rest: lead.length };
}

/** The first sentence of a text, cut at a colon or semicolon. */
export function firstClause(text: string): string | undefined {
  const window = text.slice(0, 400).split('\n')[0] ?? '';
  const [sentence] = sentencesOf(window);
  const words = sentence ? window.slice(0, sentence.end) : window;
  const clause = /^.*?(?=,?\s[(（[]?sources?\s?[:：]|[;:：](?:\s|$)|$)/i.exec(words)?.[0].trimEnd() ?? '';
  return clause.replace(/[^\p{L}]/gu, '').length < 3 || clause.length > 240 ? undefined : clause;
}

/** A date without its year, in the year that the report's own date suggests: the latest that is not long after it. */
export function withYear(date: string, reportDate: string | undefined): string {
  const year = Number(reportDate?.slice(0, 4));
  if (!date.includes('XXXX') || !year) return date;
  const month = Number(/XXXX-(\d\d)/.exec(date)?.[1] ?? 1);
  const reportMonth = Number(reportDate?.slice(5, 7) || 12);
  return date.replaceAll('XXXX', String(month > reportMonth + 2 ? year - 1 : year));
}
