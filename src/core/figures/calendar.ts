// The words of the calendar and the arithmetic of days that the grammar of dates needs.
import { MONTH_NAMES, WEEKDAY_NAMES } from '../text/english';

const MONTHS = new Map<string, number>(
  MONTH_NAMES.flatMap((name, i) => [
    [name, i + 1],
    [name.slice(0, 3), i + 1],
  ]),
);
MONTHS.set('sept', 9);

const WEEKDAYS = new Set([
  ...WEEKDAY_NAMES,
  ...WEEKDAY_NAMES.map(name => name.slice(0, 3)),
  'tues',
  'weds',
  'thur',
  'thurs',
]);

/** 1–12 for an English month name or its abbreviation, in lower case. */
export function monthNumber(word: string): number | undefined {
  return MONTHS.get(word);
}

export function isWeekday(word: string): boolean {
  return WEEKDAYS.has(word);
}

const ORDINALS = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['1st', 1],
  ['2nd', 2],
  ['3rd', 3],
  ['4th', 4],
]);

export function ordinalNumber(word: string): number | undefined {
  return ORDINALS.get(word);
}

export function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** Number of days in a month of the Gregorian calendar; 29 for February when the year is unknown. */
export function daysInMonth(year: number | undefined, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** First and last day of an ISO 8601 week, as EDTF. */
export function weekInterval(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7);
  return `${isoDay(monday)}/${isoDay(monday + 6 * 86_400_000)}`;
}

/** The seven days that end on a given day, as EDTF. */
export function weekTo(edtf: string): string {
  const end = Date.parse(`${edtf}T00:00:00Z`);
  return Number.isNaN(end) ? edtf : `${isoDay(end - 6 * 86_400_000)}/${edtf}`;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The names of months and their abbreviations, in lower case. */
export const MONTH_WORDS: readonly string[] = [...MONTHS.keys()];

/** All names of months, weekdays and ordinals, in lower case. */
export const CALENDAR_WORDS: readonly string[] = [...MONTH_WORDS, ...WEEKDAYS, ...ORDINALS.keys()];
