// Dates that begin with digits: 2026-05-06, 14/02/2025, 12 March 2025, 2026 Q1, 2024–2026, 1990s.
import { MONTH_WORDS, two, weekInterval } from './calendar';
import { militaryDate } from './date-military';
import {
  attached,
  codePart,
  type DateTokens,
  dayNumber,
  dayOf,
  digits,
  isMark,
  isWord,
  monthOf,
  shortYear,
  throughLater,
  yearAfter,
  yearOf,
} from './date-parts';
import { wordClass } from './lexicon';
import { isStopWord } from './nouns';
import type { Token } from './tokens';
import { followsAsUnit } from './units';

export function numberDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const token = tokens[at];
  const width = token ? token.end - token.start : 0;
  if (width === 6) return militaryDate(tokens, at);
  if (width > 4 || width === 3) return width > 7 ? dottedDate(tokens, at) : undefined;
  const military = width < 3 ? militaryDate(tokens, at) : undefined;
  if (military) return military;
  const chinese = tokens[at + 1]?.kind === 'han' ? hanDate(tokens, at) : undefined;
  if (chinese) return chinese;
  if (width < 3 && !mayFollowDay(tokens[at + 1])) return undefined;
  if (attached(token) && isMark(tokens[at - 1], '$£€¥₹#@')) return undefined;
  return (
    isoDate(tokens, at) ??
    slashDate(tokens, at) ??
    dayMonth(tokens, at) ??
    periodCode(tokens, at) ??
    yearDate(tokens, at)
  );
}

/** "12 March", "12. March", "3–17 June", "14/02/2025", "1Q26", "90s": nothing else follows one or two digits that begin a date. */
function mayFollowDay(next: Token | undefined): boolean {
  if (next?.kind === 'word') return next.is(AFTER_DAY);
  return next?.kind === 'mark' && '/-–—‑.'.includes(next.text);
}

const AFTER_DAY = wordClass([...MONTH_WORDS, 'st', 'nd', 'rd', 'th', 'of', 'to', 'and', 's'], word =>
  /^[qh]\d*e?$/.test(word),
);

/** 2026-05-06, 2026-05, 2026/05/06, 2021-W41. */
function isoDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const year = yearOf(tokens[at]);
  const mark = tokens[at + 1];
  const next = tokens[at + 2];
  if (year === undefined || !isMark(mark, '-/‑') || !attached(mark) || !attached(next)) return undefined;
  const week = /^w(\d\d)$/.exec(next?.lower ?? '');
  if (week) return { from: at, to: at + 3, edtf: weekInterval(year, Number(week[1])), precision: 'week' };
  // 2026/4/7: between slashes, month and day may be written with one digit.
  const least = mark?.text === '/' && tokens[at + 3]?.text === '/' ? 1 : 2;
  const month = digits(next, least, 2);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const day = digits(tokens[at + 4], least, 2);
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

/** 14.02.2025, 2025.02.14: one token, because of its points. */
function dottedDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const parts = (tokens[at]?.text ?? '').split('.');
  if (parts.length !== 3) return undefined;
  const [year = '', middle = '', last = ''] = (parts[0]?.length ?? 0) > 2 ? parts : parts.reverse();
  const [month, day] = [Number(middle), Number(last)];
  if (!/^(?:19|20)\d\d$/.test(year) || middle.length > 2 || last.length > 2) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { from: at, to: at + 1, edtf: `${year}-${two(month)}-${two(day)}`, precision: 'day' };
}

/** 12 March 2025, 3–17 June 2025, 30 May–2 June, 7th of May, 1 to 7 May. */
export function dayMonth(tokens: readonly Token[], at: number): DateTokens | undefined {
  const first = dayNumber(tokens, at);
  if (!first) return undefined;
  const until =
    isMark(tokens[first.to], '–-—') || isWord(tokens[first.to], 'to', 'and')
      ? dayNumber(tokens, first.to + 1)
      : undefined;
  const last = until ?? first;
  const hyphened = until ? undefined : hyphenedDate(tokens, at);
  if (hyphened) return hyphened;
  const point = isMark(tokens[last.to], '.') && attached(tokens[last.to]);
  const between = point || isWord(tokens[last.to], 'of') ? 1 : 0;
  const month = monthOf(tokens, last.to + between);
  if (!month) return undefined;
  const year = yearAfter(tokens, month.to) ?? shortYearAfter(tokens, month.to);
  // "It sold 20. April was good."
  if (point && !year) return undefined;
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

/** The 26 of "20 Apr 26", behind an abbreviated month: nothing that it could count follows. */
function shortYearAfter(tokens: readonly Token[], at: number): { year: number; to: number } | undefined {
  const month = tokens[at - 1];
  const next = tokens[at + 1];
  if (month?.text.length !== 3) return undefined;
  if (next?.kind === 'word' && !isStopWord(next)) return undefined;
  return shortYear(tokens, at);
}

/** 20-Apr-26, 20-Apr-2026. */
function hyphenedDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const day = dayOf(tokens[at]);
  const month = isMark(tokens[at + 1], '-‑') ? monthOf(tokens, at + 2) : undefined;
  if (day === undefined || month?.to !== at + 3 || !isMark(tokens[at + 3], '-‑')) return undefined;
  for (let i = at + 1; i < at + 5; i++) if (!attached(tokens[i])) return undefined;
  const year = shortYear(tokens, at + 4);
  if (!year) return undefined;
  return {
    from: at,
    to: year.to,
    edtf: `${year.year}-${two(month.month)}-${two(day)}`,
    precision: 'day',
  };
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
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (token === undefined) return false;
  if (attached(token) && before !== undefined && !isMark(before, '([{/–-—‑\'’"“,;:*~>|')) return false;
  if (attached(token) && isMark(before, '-‑/') && attached(before) && tokens[at - 2]?.kind === 'number')
    return false;
  if (next?.text === 's' && attached(next)) return true;
  if (isMark(next, '%‰+°') || followsAsUnit(tokens, at + 1)) return false;
  if (next?.kind === 'word' && attached(next) && next.text !== 's') return false;
  return Number(token.text) >= 1900 || isWord(before, 'in', 'since', 'of', 'by', 'from', 'until');
}
