// The parts of dates: years, months, days and what may follow them, read from tokens.
import { MONTH_WORDS, monthNumber, two } from './calendar';
import { wordClass } from './lexicon';
import type { Token } from './tokens';
import { followsAsUnit } from './units';

export type DatePrecision = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'interval' | 'week';

/** Tokens [from, to) that make a date. */
export interface DateTokens {
  readonly from: number;
  readonly to: number;
  readonly edtf: string;
  readonly precision: DatePrecision;
  readonly weekday?: string;
  readonly fiscal?: boolean;
}

/** The number of a token that is nothing but so many digits, at most six. */
export function digits(token: Token | undefined, least: number, most: number): number | undefined {
  if (token?.kind !== 'number' || token.digits < 0) return undefined;
  const width = token.end - token.start;
  return width < least || width > most ? undefined : token.digits;
}

export function yearOf(token: Token | undefined): number | undefined {
  const year = digits(token, 4, 4);
  return year !== undefined && year >= 1800 && year <= 2199 ? year : undefined;
}

export function dayOf(token: Token | undefined): number | undefined {
  const day = digits(token, 1, 2);
  return day !== undefined && day >= 1 && day <= 31 ? day : undefined;
}

export const isMark = (token: Token | undefined, marks: string): boolean =>
  token?.kind === 'mark' && marks.includes(token.text);

export const attached = (token: Token | undefined): boolean => token !== undefined && !token.spaced;

export const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.kind === 'word' && words.includes(token.lower);

/** 2026, 26 or '26 after the name of a period; the tokens it takes. */
export function shortYear(tokens: readonly Token[], at: number): { year: number; to: number } | undefined {
  const quote = isMark(tokens[at], "'’");
  const token = tokens[quote ? at + 1 : at];
  const year = yearOf(token);
  if (year !== undefined && !quote) return { year, to: at + 1 };
  const short = digits(token, 2, 2);
  if (short === undefined || (quote && !attached(token)) || followsAsUnit(tokens, at + 1)) return undefined;
  return { year: 2000 + short, to: quote ? at + 2 : at + 1 };
}

interface Part {
  readonly edtf: string;
  readonly precision: DatePrecision;
}

export function months(year: string, from: number, to: number): string {
  return `${year}-${two(from)}/${year}-${two(to)}`;
}

function quarter(n: number, year: string): Part {
  return { edtf: months(year, n * 3 - 2, n * 3), precision: 'quarter' };
}

function half(n: number, year: string): Part {
  return { edtf: months(year, n * 6 - 5, n * 6), precision: 'half' };
}

export function codePart(letter: string, n: number, year: string): Part | undefined {
  if (letter === 'q') return n >= 1 && n <= 4 ? quarter(n, year) : undefined;
  return n >= 1 && n <= 2 ? half(n, year) : undefined;
}

export function dayNumber(tokens: readonly Token[], at: number): { day: number; to: number } | undefined {
  const day = dayOf(tokens[at]);
  if (day === undefined) return undefined;
  const suffix = tokens[at + 1];
  return { day, to: isWord(suffix, 'st', 'nd', 'rd', 'th') && attached(suffix) ? at + 2 : at + 1 };
}

/** A capital, or in a text without capitals a number next to it: "on may 19", "19 may 1988". */
function looksLikeMonth(tokens: readonly Token[], at: number, token: Token): boolean {
  if (token.text.charAt(0) !== token.lower.charAt(0)) return true;
  const next = isMark(tokens[at + 1], '.') ? tokens[at + 2] : tokens[at + 1];
  const verb = token.lower === 'may' || token.lower === 'march';
  if (dayOf(next) === undefined && yearOf(next) === undefined)
    return !verb && dayOf(tokens[at - 1]) !== undefined;
  return (
    !verb ||
    isWord(tokens[at - 1], 'on', 'in', 'by', 'since', 'until', 'of', 'from') ||
    dayOf(tokens[at - 1]) !== undefined
  );
}

const MONTHS = wordClass(MONTH_WORDS);

/** A month name; an abbreviation may carry a point. "May" and "march" must look like names. */
export function monthOf(tokens: readonly Token[], at: number): { month: number; to: number } | undefined {
  const token = tokens[at];
  const month = token?.is(MONTHS) ? monthNumber(token.lower) : undefined;
  if (!token || month === undefined || !looksLikeMonth(tokens, at, token)) return undefined;
  const point = token.text.length <= 4 && token.lower !== 'may' && isMark(tokens[at + 1], '.');
  return { month, to: point && tokens[at + 2]?.kind === 'number' ? at + 2 : at + 1 };
}

/** ", 2025" or " 2025" or " of 2025". */
export function yearAfter(tokens: readonly Token[], at: number): { year: number; to: number } | undefined {
  const skip = isMark(tokens[at], ',，') || isWord(tokens[at], 'of') ? 1 : 0;
  const year = yearOf(tokens[at + skip]);
  if (year === undefined || followsAsUnit(tokens, at + skip + 1)) return undefined;
  return { year, to: at + skip + 1 };
}

/** "30 May–2 June 2025", "28 December 2024 to 3 January 2025". */
export function throughLater(
  tokens: readonly Token[],
  from: number,
  at: number,
  start: string,
): DateTokens | undefined {
  if (!isMark(tokens[at], '–-—') && !isWord(tokens[at], 'to', 'until', 'through')) return undefined;
  const end = wholeDay(tokens, at + 1);
  if (!end) return undefined;
  const first = start.startsWith('XXXX') ? end.edtf.slice(0, 4) + start.slice(4) : start;
  return { from, to: end.to, edtf: `${first}/${end.edtf}`, precision: 'interval' };
}

/** One full day without a range: "2 June 2025", "June 2, 2025". */
export function wholeDay(tokens: readonly Token[], at: number): { edtf: string; to: number } | undefined {
  const day = dayNumber(tokens, at);
  const month = monthOf(tokens, day ? day.to : at);
  if (!month) return undefined;
  const number = day ?? dayNumber(tokens, month.to);
  if (!number) return undefined;
  const end = day ? month.to : number.to;
  const year = yearAfter(tokens, end);
  return { edtf: `${year?.year ?? 'XXXX'}-${two(month.month)}-${two(number.day)}`, to: year?.to ?? end };
}
