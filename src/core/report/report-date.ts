// When a report was written, as its front matter or masthead says.
import { findDates } from '../figures';

/** Front matter or masthead are within this. */
const HEAD = 2000;
/** A line of the masthead is no longer. */
const LONGEST_LINE = 160;

/** The report's own date: the first whole day in its front matter or masthead, or else the first date with a year. */
export function reportDate(text: string): string | undefined {
  let first: string | undefined;
  for (const paragraph of text.slice(0, HEAD).split(BLANK_LINE)) {
    if (!MAY_TELL_YEAR.test(paragraph)) continue;
    const dates = findDates(paragraph).filter(date => /^\d{4}/.test(date.edtf));
    const day = dates.find(date => date.precision === 'day');
    if (day) return day.edtf;
    first ??= dates[0]?.edtf;
  }
  return first;
}

const BLANK_LINE = /\r?\n[ \t]*\r?\n/;
/** A year has two digits side by side, in other scripts perhaps in characters of their own. */
const MAY_TELL_YEAR = /\d\d|[\u0600-\u1fff\u3000-\uffff]/;

/** A day that says which period the report is of, or that stands in a list or a sentence, is not when it was written. */
const OF_PERIOD =
  /^\s*(?:[-*+|•]|\d{1,2}[.)])\s|(?:\p{Ll}{3,}|%)[.!?](?:\s|$)|\b(?:week|period|days?|from|since|beginning|starting|until)\b/iu;

/** The day, or the month, in which the report says it was written: the last in the first line of its masthead or front matter that has one. */
export function statedDate(text: string, mastheadEnd: number): string | undefined {
  for (const line of text.slice(0, Math.min(HEAD, mastheadEnd)).split(/[\r\n]+/)) {
    if (line.length > LONGEST_LINE || !MAY_TELL_YEAR.test(line) || OF_PERIOD.test(line)) continue;
    const dates = findDates(line).map(({ edtf }) => edtf);
    const exact = dates.filter(date => /^\d{4}-\d\d-\d\d$/.test(date)).sort();
    const found =
      exact.at(-1) ?? (dates.length === 1 && /^\d{4}-\d\d$/.test(dates[0] ?? '') ? dates[0] : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True for a day or month that is wholly after a day. */
export function isAfter(date: string, day: string | undefined): boolean {
  const start = date.split('/')[0] ?? '';
  return (
    day !== undefined && /^\d{4}-\d\d/.test(start) && start.slice(0, day.length) > day.slice(0, start.length)
  );
}
