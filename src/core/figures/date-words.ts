// Dates that begin with a word: April 20, 2026; Q1 2026; FY26; the third quarter; end of 2025; week to 7 May.
import { CALENDAR_WORDS, isWeekday, ordinalNumber, two, weekTo } from './calendar';
import { dayMonth } from './date-digits';
import {
  attached,
  codePart,
  type DateTokens,
  dayNumber,
  digits,
  isMark,
  isWord,
  monthOf,
  months,
  shortYear,
  throughLater,
  wholeDay,
  yearAfter,
  yearOf,
} from './date-parts';
import { wordClass } from './lexicon';
import type { Token } from './tokens';
import { followsAsUnit } from './units';

export function wordDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const token = tokens[at];
  if (!token?.is(BEGINNERS)) return undefined;
  if (token.text.charCodeAt(0) !== token.lower.charCodeAt(0) && isWeekday(token.lower))
    return weekdayDate(tokens, at, token);
  const month = monthDate(tokens, at);
  if (month) return month;
  return (
    quarterCode(tokens, at) ??
    fiscalYear(tokens, at, at) ??
    ordinalPeriod(tokens, at) ??
    partOfYear(tokens, at) ??
    season(tokens, at) ??
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
    yearAfter(tokens, month.to) ??
    hyphenedYear(tokens, month.to) ??
    (isMark(tokens[month.to], "'’") ? shortYear(tokens, month.to) : undefined);
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

/** Apr-2026. */
function hyphenedYear(tokens: readonly Token[], at: number): { year: number; to: number } | undefined {
  if (!isMark(tokens[at], '-‑') || !attached(tokens[at]) || !attached(tokens[at + 1])) return undefined;
  const year = yearOf(tokens[at + 1]);
  return year === undefined ? undefined : { year, to: at + 2 };
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
  if (!token?.is(CODES)) return undefined;
  const code = /^([qh])([1-4])(?:fy)?([1-4]\d|20\d\d)?$/.exec(token.lower);
  if (!code || token.text.charAt(0) === token.lower.charAt(0)) return undefined;
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
  if (!token?.is(FISCAL)) return undefined;
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

/** Seasons are those of the northern half of the Earth; a winter is of two years: "winter 2025/26". */
const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map<string, readonly [number, number]>([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['autumn', [9, 11]],
  ['fall', [9, 11]],
]);

/** "Spring 2026", "the summer of 2025", "winter 2025/26"; "prices fall 2026" and "the fall of 2008" are none. */
function season(tokens: readonly Token[], at: number): DateTokens | undefined {
  const token = tokens[at];
  const range = SEASONS.get(token?.lower ?? '');
  const of = isWord(tokens[at + 1], 'of') ? 1 : 0;
  const year = yearOf(tokens[at + 1 + of]);
  if (!token || year === undefined || !looksLikeYearAfter(tokens, at + 1 + of)) return undefined;
  const to = at + 2 + of;
  if (isWord(token, 'winter')) {
    const next = digits(tokens[to + 1], 2, 2) ?? (yearOf(tokens[to + 1]) ?? 0) % 100;
    const isJoined = isMark(tokens[to], '/–-') && attached(tokens[to]) && attached(tokens[to + 1]);
    if (!isJoined || next !== (year + 1) % 100) return undefined;
    return { from: at, to: to + 2, edtf: `${year}-12/${year + 1}-02`, precision: 'interval' };
  }
  if (!range) return undefined;
  const isName =
    token.text !== token.lower ||
    isWord(
      tokens[at - (isWord(tokens[at - 1], 'the') ? 2 : 1)],
      'in',
      'by',
      'since',
      'until',
      'for',
      'from',
      'during',
    );
  if (isWord(token, 'fall') && !isName) return undefined;
  return { from: at, to, edtf: months(String(year), ...range), precision: 'interval' };
}

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

const LISTED = [
  'week',
  'fiscal',
  'financial',
  'fy',
  'cy',
  'winter',
  ...CALENDAR_WORDS,
  ...PARTS.keys(),
  ...SEASONS.keys(),
];
const isCode = (word: string) => word.length <= 8 && /^[qhfc](?:ye?)?\d/.test(word);
const CODES = wordClass([], isCode);
const FISCAL = wordClass(['fy', 'fiscal', 'cy', 'financial'], isCode);
/** Every word with which a date can begin, and codes such as Q1 and FY26. */
export const BEGINNERS = wordClass(LISTED, isCode);

function looksLikeYearAfter(tokens: readonly Token[], at: number): boolean {
  return !followsAsUnit(tokens, at + 1) && !isMark(tokens[at + 1], '%');
}

/** "week to 7 May", "week ending May 7, 2026". */
function weekOf(tokens: readonly Token[], at: number): DateTokens | undefined {
  if (!isWord(tokens[at], 'week') || !isWord(tokens[at + 1], 'to', 'ending', 'ended')) return undefined;
  const day = wholeDay(tokens, at + 2);
  return day ? { from: at, to: day.to, edtf: weekTo(day.edtf), precision: 'week' } : undefined;
}
