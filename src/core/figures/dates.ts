// Dates and periods with their values in EDTF (ISO 8601-2). The grammar is in date-digits.ts and date-words.ts.
import type { Span } from '../text/span';
import { daysInMonth } from './calendar';
import { numberDate } from './date-digits';
import type { DatePrecision, DateTokens } from './date-parts';
import { BEGINNERS, wordDate } from './date-words';
import { type Token, tokenizePart } from './tokens';

export type { DatePrecision } from './date-parts';

/** A date or period as written. */
export interface DateMention {
  readonly span: Span;
  readonly text: string;
  /**
   * An EDTF value: 2026-04-20, 2026-04, 2026, 2026-06-03/2026-06-17, 199X, 2027/.. (and beyond).
   * A quarter, half, week or part of a year is its interval: Q1 2026 is 2026-01/2026-03, "end of 2025" 2025-12, "early",
   * "mid-" and "late" 2025 its first, middle and last four months, a season its three months in the north. An unknown
   * year is XXXX. Where day and month could be swapped (03/04/2025) only the year is given: either day would be a guess.
   * A day that does not exist (31 June) is kept as written.
   */
  readonly edtf: string;
  readonly precision: DatePrecision;
  /** The weekday as written, if any. */
  readonly weekday: string | undefined;
  /** A financial year or a part of one: its months depend on the company, so it reads as a calendar year here. */
  readonly fiscal: boolean;
  /** False for a day that is in no calendar, such as 31 June. */
  readonly exists: boolean;
}

/** All dates and periods of a text, in order, never overlapping. */
export function findDates(text: string): DateMention[] {
  const dates: DateMention[] = [];
  for (let at = 0; at < text.length; ) {
    const { tokens, starts, end } = tokenizePart(text, at, BEGINNERS);
    addDates(text, tokens, starts, dates);
    at = end;
  }
  return dates;
}

/**
 * Adds the dates of a part of a text.
 * @param starts the tokens at which one may begin, and any others
 */
export function addDates(
  text: string,
  tokens: readonly Token[],
  starts: readonly number[],
  dates: DateMention[],
): void {
  for (const date of datesAt(tokens, starts)) dates.push(mentionOf(text, tokens, date));
}

function datesAt(tokens: readonly Token[], starts: readonly number[]): DateTokens[] {
  const dates: DateTokens[] = [];
  let free = 0;
  for (const at of starts) {
    const date = at < free ? undefined : dateAt(tokens, at);
    if (!date) continue;
    dates.push(date);
    free = date.to;
  }
  return dates;
}

function mentionOf(text: string, tokens: readonly Token[], date: DateTokens): DateMention {
  const start = tokens[date.from]?.start ?? 0;
  const last = tokens[date.to - 1];
  // 年, 月 and 日 are the first characters of what runs on.
  const end = last?.kind === 'han' ? last.start + 1 : (last?.end ?? start);
  return {
    span: { start, end },
    text: text.slice(start, end),
    edtf: date.edtf,
    precision: date.precision,
    weekday: date.weekday,
    fiscal: date.fiscal ?? false,
    exists: allDaysExist(date.edtf),
  };
}

const DAY = '2026-04-20'.length;

function allDaysExist(edtf: string): boolean {
  if (edtf.length < DAY) return true;
  return [...edtf.matchAll(/(\d{4}|XXXX)-(\d\d)-(\d\d)/g)].every(([, year = '', month, day]) => {
    const known = year === 'XXXX' ? undefined : Number(year);
    return Number(month) <= 12 && Number(day) <= daysInMonth(known, Number(month));
  });
}

/** The date that begins at a token. */
export function dateAt(tokens: readonly Token[], at: number): DateTokens | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') return numberDate(tokens, at);
  if (token.kind === 'word') return wordDate(tokens, at);
  return undefined;
}
