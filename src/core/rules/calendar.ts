// Days and partly known dates, for rules that compare dates.

const DAY = 86_400_000;

/** The first and the last day that a date or period may mean, in days since 1970; undefined when its year is unknown. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** The days of one EDTF date (not of an interval): a day, month or year. */
export function daysOf(edtf: string): Days | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const first = dayNumber(year, month, day);
  if (match[3] !== undefined) return { first, last: first };
  if (match[2] !== undefined) return { first, last: dayNumber(year, month + 1, 1) - 1 };
  return { first, last: dayNumber(year + 1, 1, 1) - 1 };
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The weekday of a day in days since 1970. */
export function weekdayOf(day: number): string {
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? '';
}

/** True when a weekday as written ("Mon.", "tuesday", "Thurs") is the one named in full. */
export function isWeekday(written: string, full: string): boolean {
  const letters = written.replace(/[^\p{L}]/gu, '').toLowerCase();
  return letters.length >= 3 && full.toLowerCase().startsWith(letters.slice(0, 3));
}

/** A weekday written as another one is: "Mon" like "Thu", "MONDAY" like "FRIDAY". */
export function weekdayLike(full: string, written: string): string {
  const letters = written.replace(/\./g, '');
  const short = letters.length < 6 && !WEEKDAYS.some(day => day.toLowerCase() === letters.toLowerCase());
  const name = short ? full.slice(0, 3) : full;
  return letters.length > 1 && letters === letters.toUpperCase() ? name.toUpperCase() : name;
}

/** The last day of the month of a day that does not exist: "2026-06-31" is 30. */
export function lastDayOfMonth(edtf: string): number | undefined {
  const days = daysOf(edtf.slice(0, 7).replace('XXXX', '2000'));
  return days ? days.last - days.first + 1 : undefined;
}
