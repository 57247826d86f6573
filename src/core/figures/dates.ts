// Dates and periods: their grammar over the tokens, and their values in EDTF (ISO 8601-2).
import type { Span } from '../text/span';
import {
  CALENDAR_WORDS,
  daysInMonth,
  isWeekday,
  monthNumber,
  ordinalNumber,
  two,
  weekInterval,
  weekTo,
} from './calendar';
import { isDigit, type Token, tokenize } from './tokens';
import { followsAsUnit } from './units';

export type DatePrecision = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'interval' | 'week';

/** A date or period as written. */
export interface DateMention {
  readonly span: Span;
  readonly text: string;
  /**
   * An EDTF value: 2026-04-20, 2026-04, 2026, 2026-06-03/2026-06-17, 199X, 2027/.. (and beyond).
   * A quarter, half, week or part of a year is its interval: Q1 2026 is 2026-01/2026-03, "end of 2025" 2025-12, "early",
   * "mid-" and "late" 2025 its first, middle and last four months. An unknown year is XXXX. Where day and month could be
   * swapped (03/04/2025) only the year is given. A day that does not exist (31 June) is kept as written.
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

/** Tokens [from, to) that make a date. */
export interface DateTokens {
  readonly from: number;
  readonly to: number;
  readonly edtf: string;
  readonly precision: DatePrecision;
  readonly weekday?: string;
  readonly fiscal?: boolean;
}

/** All dates and periods of a text, in order, never overlapping. */
export function findDates(text: string): DateMention[] {
  const tokens = tokenize(text);
  return findDateTokens(tokens).map(date => {
    const start = tokens[date.from]?.start ?? 0;
    const end = tokens[date.to - 1]?.end ?? start;
    return {
      span: { start, end },
      text: text.slice(start, end),
      edtf: date.edtf,
      precision: date.precision,
      weekday: date.weekday,
      fiscal: date.fiscal ?? false,
      exists: allDaysExist(date.edtf),
    };
  });
}

export function findDateTokens(tokens: readonly Token[]): DateTokens[] {
  const dates: DateTokens[] = [];
  let at = 0;
  while (at < tokens.length) {
    const date = dateAt(tokens, at);
    if (date) dates.push(date);
    at = date ? date.to : at + 1;
  }
  return dates;
}

function allDaysExist(edtf: string): boolean {
  return [...edtf.matchAll(/(\d{4}|XXXX)-(\d\d)-(\d\d)/g)].every(([, year = '', month, day]) => {
    const known = year === 'XXXX' ? undefined : Number(year);
    return Number(month) <= 12 && Number(day) <= daysInMonth(known, Number(month));
  });
}

function dateAt(tokens: readonly Token[], at: number): DateTokens | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') return numberDate(tokens, at);
  if (token.kind === 'word') return wordDate(tokens, at);
  return undefined;
}

// ---------------------------------------------------------------------------------------------- small readers

/** The number of a token that is nothing but so many digits. */
function digits(token: Token | undefined, least: number, most: number): number | undefined {
  if (token?.kind !== 'number' || token.text.length < least || token.text.length > most) return undefined;
  let value = 0;
  for (let i = 0; i < token.text.length; i++) {
    const digit = token.text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function yearOf(token: Token | undefined): number | undefined {
  const year = digits(token, 4, 4);
  return year !== undefined && year >= 1800 && year <= 2199 ? year : undefined;
}

function dayOf(token: Token | undefined): number | undefined {
  const day = digits(token, 1, 2);
  return day !== undefined && day >= 1 && day <= 31 ? day : undefined;
}

const isMark = (token: Token | undefined, marks: string): boolean =>
  token?.kind === 'mark' && marks.includes(token.text);
const attached = (token: Token | undefined): boolean => token !== undefined && !token.spaced;
const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.kind === 'word' && words.includes(token.lower);

/** 2026, 26 or '26 after the name of a period; the tokens it takes. */
function shortYear(tokens: readonly Token[], at: number): { year: number; to: number } | undefined {
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

function months(year: string, from: number, to: number): string {
  return `${year}-${two(from)}/${year}-${two(to)}`;
}

function quarter(n: number, year: string): Part {
  return { edtf: months(year, n * 3 - 2, n * 3), precision: 'quarter' };
}

function half(n: number, year: string): Part {
  return { edtf: months(year, n * 6 - 5, n * 6), precision: 'half' };
}

// ---------------------------------------------------------------------------------------- dates that begin with digits

function numberDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const before = tokens[at - 1];
  const width = tokens[at]?.text.length ?? 0;
  if (width > 4 || width === 3) return width > 7 ? dottedDate(tokens, at) : undefined;
  const chinese = tokens[at + 1]?.kind === 'han' ? hanDate(tokens, at) : undefined;
  if (chinese) return chinese;
  if (attached(tokens[at]) && isMark(before, '$£€¥₹#@')) return undefined;
  return (
    isoDate(tokens, at) ??
    slashDate(tokens, at) ??
    dayMonth(tokens, at) ??
    periodCode(tokens, at) ??
    yearDate(tokens, at)
  );
}

/** 2026-05-06, 2026-05, 2026/05/06, 2021-W41. */
function isoDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const year = yearOf(tokens[at]);
  const mark = tokens[at + 1];
  const next = tokens[at + 2];
  if (year === undefined || !isMark(mark, '-/‑') || !attached(mark) || !attached(next)) return undefined;
  const week = /^w(\d\d)$/.exec(next?.lower ?? '');
  if (week) return { from: at, to: at + 3, edtf: weekInterval(year, Number(week[1])), precision: 'week' };
  const month = digits(next, 2, 2);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const day = digits(tokens[at + 4], 2, 2);
  if (
    tokens[at + 3]?.text === mark?.text &&
    attached(tokens[at + 3]) &&
    attached(tokens[at + 4]) &&
    day !== undefined
  )
    return { from: at, to: at + 5, edtf: `${year}-${two(month)}-${two(day)}`, precision: 'day' };
  if (mark?.text === '/' || month === (year + 1) % 100) return undefined;
  return { from: at, to: at + 3, edtf: `${year}-${two(month)}`, precision: 'month' };
}

/** 2024年3月15日, 2024年3月, 2024年, 3月15日. */
function hanDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  let to = at;
  const part = (unit: string, most: number): string | undefined => {
    const value = digits(tokens[to], 1, most);
    if (
      value === undefined ||
      tokens[to + 1]?.kind !== 'han' ||
      !unit.includes(tokens[to + 1]?.text.charAt(0) ?? '-')
    )
      return undefined;
    to += 2;
    return most === 4 ? String(value) : two(value);
  };
  const year = yearOf(tokens[at]) === undefined ? undefined : part('年', 4);
  const month = part('月', 2);
  const day = month === undefined ? undefined : part('日号', 2);
  if (year === undefined && month === undefined) return undefined;
  const edtf = [year ?? 'XXXX', month, day].filter(each => each !== undefined).join('-');
  return {
    from: at,
    to,
    edtf,
    precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year',
  };
}

/** 14/02/2025, 4/2025. */
function slashDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const first = digits(tokens[at], 1, 2);
  if (
    first === undefined ||
    !isMark(tokens[at + 1], '/-') ||
    !attached(tokens[at + 1]) ||
    !attached(tokens[at + 2])
  )
    return undefined;
  const year = yearOf(tokens[at + 2]);
  if (year !== undefined && isMark(tokens[at + 1], '/') && first >= 1 && first <= 12)
    return { from: at, to: at + 3, edtf: `${year}-${two(first)}`, precision: 'month' };
  const second = digits(tokens[at + 2], 1, 2);
  const last = yearOf(tokens[at + 4]);
  if (
    second === undefined ||
    last === undefined ||
    tokens[at + 3]?.text !== tokens[at + 1]?.text ||
    !attached(tokens[at + 3]) ||
    !attached(tokens[at + 4])
  )
    return undefined;
  const edtf = dayAndMonth(last, first, second);
  return edtf === undefined
    ? undefined
    : { from: at, to: at + 5, edtf, precision: edtf.length === 4 ? 'year' : 'day' };
}

function dayAndMonth(year: number, first: number, second: number): string | undefined {
  if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12)) return undefined;
  if (first === second || first > 12) return `${year}-${two(second)}-${two(first)}`;
  return second > 12 ? `${year}-${two(first)}-${two(second)}` : String(year);
}

/** 14.02.2025: one token, because of its points. */
function dottedDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const match = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(tokens[at]?.text ?? '');
  if (!match) return undefined;
  const [day, month] = [Number(match[1]), Number(match[2])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { from: at, to: at + 1, edtf: `${match[3]}-${two(month)}-${two(day)}`, precision: 'day' };
}

/** 12 March 2025, 3–17 June 2025, 30 May–2 June, 7th of May, 1 to 7 May. */
function dayMonth(tokens: readonly Token[], at: number): DateTokens | undefined {
  const first = dayNumber(tokens, at);
  if (!first) return undefined;
  const until =
    isMark(tokens[first.to], '–-—') || isWord(tokens[first.to], 'to', 'and')
      ? dayNumber(tokens, first.to + 1)
      : undefined;
  const last = until ?? first;
  const of = isWord(tokens[last.to], 'of') ? 1 : 0;
  const month = monthOf(tokens, last.to + of);
  if (!month) return undefined;
  const year = yearAfter(tokens, month.to);
  const y = year?.year ?? 'XXXX';
  const to = year?.to ?? month.to;
  if (until && isWord(tokens[first.to], 'and')) {
    return undefined;
  }
  const start = `${y}-${two(month.month)}-${two(first.day)}`;
  if (until)
    return {
      from: at,
      to,
      edtf: `${start}/${y}-${two(month.month)}-${two(until.day)}`,
      precision: 'interval',
    };
  return throughLater(tokens, at, to, start) ?? { from: at, to, edtf: start, precision: 'day' };
}

function dayNumber(tokens: readonly Token[], at: number): { day: number; to: number } | undefined {
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

/** A month name; an abbreviation may carry a point. "May" and "march" must look like names. */
function monthOf(tokens: readonly Token[], at: number): { month: number; to: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' || !looksLikeMonth(tokens, at, token)) return undefined;
  const month = monthNumber(token.lower);
  if (month === undefined) return undefined;
  const point = token.text.length <= 4 && token.lower !== 'may' && isMark(tokens[at + 1], '.');
  return { month, to: point && tokens[at + 2]?.kind === 'number' ? at + 2 : at + 1 };
}

/** ", 2025" or " 2025" or " of 2025". */
function yearAfter(tokens: readonly Token[], at: number): { year: number; to: number } | undefined {
  const skip = isMark(tokens[at], ',') || isWord(tokens[at], 'of') ? 1 : 0;
  const year = yearOf(tokens[at + skip]);
  if (year === undefined || followsAsUnit(tokens, at + skip + 1)) return undefined;
  return { year, to: at + skip + 1 };
}

/** "30 May–2 June 2025", "28 December 2024 to 3 January 2025". */
function throughLater(
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
function wholeDay(tokens: readonly Token[], at: number): { edtf: string; to: number } | undefined {
  const day = dayNumber(tokens, at);
  const month = monthOf(tokens, day ? day.to : at);
  if (!month) return undefined;
  const number = day ?? dayNumber(tokens, month.to);
  if (!number) return undefined;
  const end = day ? month.to : number.to;
  const year = yearAfter(tokens, end);
  return { edtf: `${year?.year ?? 'XXXX'}-${two(month.month)}-${two(number.day)}`, to: year?.to ?? end };
}

/** 2026 Q1, 1Q26, 2H 2026. */
function periodCode(tokens: readonly Token[], at: number): DateTokens | undefined {
  const year = yearOf(tokens[at]);
  const next = tokens[at + 1];
  if (year !== undefined) {
    const skip = isMark(next, '-') && attached(next) ? 1 : 0;
    const code = /^([qh])([1-4])$/.exec(tokens[at + 1 + skip]?.lower ?? '');
    const part = code && codePart(code[1] ?? '', Number(code[2]), String(year));
    return part ? { from: at, to: at + 2 + skip, ...part } : undefined;
  }
  const n = digits(tokens[at], 1, 1);
  if (n === undefined || !attached(next)) return undefined;
  const code = /^([qh])(\d\d|\d{4})?e?$/.exec(next?.kind === 'word' ? next.lower : '');
  if (!code) return undefined;
  const written =
    code[2] === undefined
      ? shortYear(tokens, at + 2)
      : { year: Number(code[2].padStart(4, '20')), to: at + 2 };
  const part = codePart(code[1] ?? '', n, written ? String(written.year) : 'XXXX');
  return part ? { from: at, to: written?.to ?? at + 2, ...part } : undefined;
}

function codePart(letter: string, n: number, year: string): Part | undefined {
  if (letter === 'q') return n >= 1 && n <= 4 ? quarter(n, year) : undefined;
  return n >= 1 && n <= 2 ? half(n, year) : undefined;
}

/** 2026, 2024–2026, 2025/26, 1990s, "2027 and beyond". */
function yearDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const year = yearOf(tokens[at]);
  if (year === undefined || !looksLikeYear(tokens, at)) return decade(tokens, at);
  const next = tokens[at + 1];
  if (isWord(next, 's') && attached(next))
    return { from: at, to: at + 2, edtf: `${String(year).slice(0, 3)}X`, precision: 'interval' };
  const beyond = isWord(next, 'onwards', 'onward')
    ? 2
    : isWord(next, 'and') && isWord(tokens[at + 2], 'beyond', 'after', 'later', 'onwards')
      ? 3
      : 0;
  if (beyond > 0) return { from: at, to: at + beyond, edtf: `${year}/..`, precision: 'interval' };
  if (isWord(next, 'and') && isWord(tokens[at + 2], 'before', 'earlier'))
    return { from: at, to: at + 3, edtf: `../${year}`, precision: 'interval' };
  const joined = isMark(next, '–-—/‑') && attached(next) && attached(tokens[at + 2]);
  const last = yearOf(tokens[at + 2]);
  if (
    last !== undefined &&
    last > year &&
    (joined || isMark(next, '–—-') || isWord(next, 'to', 'through', 'until'))
  )
    return { from: at, to: at + 3, edtf: `${year}/${last}`, precision: 'interval' };
  const short = digits(tokens[at + 2], 2, 2);
  if (joined && short !== undefined && short > year % 100)
    return {
      from: at,
      to: at + 3,
      edtf: `${year}/${Math.floor(year / 100) * 100 + short}`,
      precision: 'interval',
    };
  return { from: at, to: at + 1, edtf: String(year), precision: 'year' };
}

/** "'90s", "the 80s". */
function decade(tokens: readonly Token[], at: number): DateTokens | undefined {
  const tens = digits(tokens[at], 2, 2);
  if (tens === undefined || tens % 10 !== 0 || tokens[at + 1]?.text !== 's' || !attached(tokens[at + 1]))
    return undefined;
  return { from: at, to: at + 2, edtf: `19${String(tens).charAt(0)}X`, precision: 'interval' };
}

/** Four digits are a year unless a unit or scale follows, a letter is glued on, or they plainly count people or things. */
function looksLikeYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (token === undefined) return false;
  if (attached(token) && before !== undefined && !isMark(before, '([{/–-—‑\'’"“,;:*~>|')) return false;
  if (attached(token) && isMark(before, '-‑/') && attached(before) && tokens[at - 2]?.kind === 'number')
    return false;
  if (next?.text === 's' && attached(next)) return true;
  if (isMark(next, '%‰+°') || followsAsUnit(tokens, at + 1)) return false;
  if (next?.kind === 'word' && attached(next) && next.text !== 's') return false;
  return Number(token.text) >= 1900 || isWord(before, 'in', 'since', 'of', 'by', 'from', 'until');
}

// ----------------------------------------------------------------------------------------- dates that begin with words

/** A cheap test that turns most words away: no date begins with them. */
function mayBeginDate(token: Token): boolean {
  const { lower } = token;
  if (lower.length <= 8 && hasDigit(lower) && CODE.test(lower)) return true;
  return BEGINNERS.has(lower);
}

/** Codes have their first digit in the second to fourth place: Q1, FY26, FYE26. */
function hasDigit(word: string): boolean {
  return isDigit(word.charCodeAt(1)) || isDigit(word.charCodeAt(2)) || isDigit(word.charCodeAt(3));
}

const CODE = /^[qhfc](?:ye?)?\d/;

function wordDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const token = tokens[at];
  if (!token || !mayBeginDate(token)) return undefined;
  if (isWeekday(token.lower) && token.text.charAt(0) !== token.lower.charAt(0))
    return weekdayDate(tokens, at, token);
  const month = monthDate(tokens, at);
  if (month) return month;
  return (
    quarterCode(tokens, at) ??
    fiscalYear(tokens, at, at) ??
    ordinalPeriod(tokens, at) ??
    partOfYear(tokens, at) ??
    weekOf(tokens, at)
  );
}

function weekdayDate(tokens: readonly Token[], at: number, token: Token): DateTokens | undefined {
  const next = isMark(tokens[at + 1], ',.') ? at + 2 : at + 1;
  const rest = tokens[next]?.kind === 'number' ? dayMonth(tokens, next) : monthDate(tokens, next);
  if (!rest || (rest.precision !== 'day' && rest.precision !== 'interval')) return undefined;
  return { ...rest, from: at, weekday: token.text };
}

/** April 20, 2026; April 20–24; March 2026; March–May 2026; "in March". */
function monthDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const month = monthOf(tokens, at);
  if (!month) return undefined;
  const day = dayNumber(tokens, month.to);
  if (day && !followsAsUnit(tokens, day.to)) return monthDay(tokens, at, month.month, day);
  const year =
    yearAfter(tokens, month.to) ?? (isMark(tokens[month.to], "'’") ? shortYear(tokens, month.to) : undefined);
  const joint = isMark(tokens[month.to], '–-—') || isWord(tokens[month.to], 'to', 'through');
  const last = joint ? monthOf(tokens, month.to + 1) : undefined;
  if (last) {
    const end = yearAfter(tokens, last.to);
    const y = String(end?.year ?? 'XXXX');
    return {
      from: at,
      to: end?.to ?? last.to,
      edtf: months(y, month.month, last.month),
      precision: 'interval',
    };
  }
  if (year) return { from: at, to: year.to, edtf: `${year.year}-${two(month.month)}`, precision: 'month' };
  if (
    !isWord(
      tokens[at - 1],
      'in',
      'since',
      'by',
      'until',
      'from',
      'of',
      'during',
      'last',
      'this',
      'next',
      'early',
      'mid',
      'late',
      'between',
      'to',
      'on',
      'before',
      'after',
      'for',
    )
  )
    return undefined;
  return { from: at, to: month.to, edtf: `XXXX-${two(month.month)}`, precision: 'month' };
}

function monthDay(
  tokens: readonly Token[],
  at: number,
  month: number,
  day: { day: number; to: number },
): DateTokens {
  const joint = isMark(tokens[day.to], '–-—') || isWord(tokens[day.to], 'to', 'through');
  const until = joint ? dayNumber(tokens, day.to + 1) : undefined;
  const end = until && !followsAsUnit(tokens, until.to) ? until.to : day.to;
  const year = yearAfter(tokens, end);
  const y = year?.year ?? 'XXXX';
  const start = `${y}-${two(month)}-${two(day.day)}`;
  const to = year?.to ?? end;
  if (until && end === until.to)
    return { from: at, to, edtf: `${start}/${y}-${two(month)}-${two(until.day)}`, precision: 'interval' };
  return throughLater(tokens, at, to, start) ?? { from: at, to, edtf: start, precision: 'day' };
}

/** Q1 2026, Q3 25, H2 FY26, Q4. */
function quarterCode(tokens: readonly Token[], at: number): DateTokens | undefined {
  const token = tokens[at];
  const code = /^([qh])([1-4])(?:fy)?(\d\d|\d{4})?$/.exec(token?.lower ?? '');
  if (!code || token?.text.charAt(0) === token?.lower.charAt(0)) return undefined;
  const glued = code[3] === undefined ? undefined : { year: Number(code[3].padStart(4, '20')), to: at + 1 };
  const skip =
    isWord(tokens[at + 1], 'of') || (isMark(tokens[at + 1], '-/') && attached(tokens[at + 1])) ? 1 : 0;
  const fiscal = glued ? undefined : fiscalYear(tokens, at + 1 + skip, at);
  const year = glued ?? shortYear(tokens, at + 1 + skip);
  const y = fiscal ? fiscal.edtf.slice(-4) : String(year?.year ?? 'XXXX');
  const part = codePart(code[1] ?? '', Number(code[2]), y);
  if (!part) return undefined;
  return { from: at, to: fiscal?.to ?? year?.to ?? at + 1, ...part, ...(fiscal ? { fiscal: true } : {}) };
}

/** FY26, FY2025/26, FY25E, fiscal 2026, financial year 2025-26, FY 2026. */
function fiscalYear(tokens: readonly Token[], at: number, from: number): DateTokens | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const glued = /^(?:fy|fye|cy)(\d\d|\d{4})[aef]?$/.exec(token.lower);
  let year = glued ? Number((glued[1] ?? '').padStart(4, '20')) : undefined;
  let to = at + 1;
  if (year === undefined) {
    if (isWord(token, 'fiscal', 'financial') && isWord(tokens[to], 'year', 'years')) to++;
    else if (!isWord(token, 'fy', 'fiscal', 'cy')) return undefined;
    const written = shortYear(tokens, to);
    if (!written) return undefined;
    year = written.year;
    to = written.to;
  }
  const short = digits(tokens[to + 1], 2, 2);
  const joined = isMark(tokens[to], '/–-') && attached(tokens[to]) && attached(tokens[to + 1]);
  if (joined && short === (year + 1) % 100)
    return { from, to: to + 2, edtf: `${year}/${year + 1}`, precision: 'year', fiscal: true };
  return { from, to, edtf: String(year), precision: 'year', fiscal: !token.lower.startsWith('cy') };
}

/** "the third quarter of 2025", "first half", "second half of 2028", "first-quarter". */
function ordinalPeriod(tokens: readonly Token[], at: number): DateTokens | undefined {
  const n = ordinalNumber(tokens[at]?.lower ?? '');
  const hyphen = isMark(tokens[at + 1], '-') && attached(tokens[at + 1]) ? 1 : 0;
  const noun = tokens[at + 1 + hyphen];
  if (n === undefined || !isWord(noun, 'quarter', 'half')) return undefined;
  let to = at + 2 + hyphen;
  const fiscalAt = isWord(tokens[to], 'of') ? to + 1 : to;
  const year = yearAfter(tokens, to);
  const fiscal = year ? undefined : fiscalYear(tokens, fiscalAt, at);
  to = year?.to ?? fiscal?.to ?? to;
  const part = codePart(
    noun?.lower === 'half' ? 'h' : 'q',
    n,
    String(year?.year ?? fiscal?.edtf.slice(-4) ?? 'XXXX'),
  );
  return part ? { from: at, to, ...part, ...(fiscal ? { fiscal: true } : {}) } : undefined;
}

const PARTS: ReadonlyMap<string, readonly [number, number]> = new Map<string, readonly [number, number]>([
  ['early', [1, 4]],
  ['start', [1, 1]],
  ['beginning', [1, 1]],
  ['mid', [5, 8]],
  ['middle', [5, 8]],
  ['late', [9, 12]],
  ['end', [12, 12]],
  ['year-end', [12, 12]],
  ['close', [12, 12]],
]);

/** "end of 2025", "End-2024", "mid-2027", "early in 2024", "late 2024", "year-end 2025". */
function partOfYear(tokens: readonly Token[], at: number): DateTokens | undefined {
  const range = PARTS.get(tokens[at]?.lower ?? '');
  if (!range) return undefined;
  const next = tokens[at + 1];
  const skip = isMark(next, '-–‑') && attached(next) ? 1 : isWord(next, 'of', 'in') ? 1 : 0;
  const year = yearOf(tokens[at + 1 + skip]);
  if (year === undefined || !looksLikeYearAfter(tokens, at + 1 + skip)) return undefined;
  const [from, to] = range;
  if (from === to) return { from: at, to: at + 2 + skip, edtf: `${year}-${two(from)}`, precision: 'month' };
  return { from: at, to: at + 2 + skip, edtf: months(String(year), from, to), precision: 'interval' };
}

/** Every word with which a date can begin, codes such as Q1 and FY26 aside. */
const BEGINNERS = new Set(['week', 'fiscal', 'financial', 'fy', 'cy', ...CALENDAR_WORDS, ...PARTS.keys()]);

function looksLikeYearAfter(tokens: readonly Token[], at: number): boolean {
  return !followsAsUnit(tokens, at + 1) && !isMark(tokens[at + 1], '%');
}

/** "week to 7 May", "week ending May 7, 2026". */
function weekOf(tokens: readonly Token[], at: number): DateTokens | undefined {
  if (!isWord(tokens[at], 'week') || !isWord(tokens[at + 1], 'to', 'ending', 'ended')) return undefined;
  const day = wholeDay(tokens, at + 2);
  return day ? { from: at, to: day.to, edtf: weekTo(day.edtf), precision: 'week' } : undefined;
}
