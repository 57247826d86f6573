// When the values of a sentence are told of: which of two is the earlier one, and whether they are a year apart.
import { seek } from '../text/beginnings';
import { capitalised, MONTH_NAMES, MONTH_STARTS, MONTHS } from '../text/english';
import { firstFrom } from '../text/scopes';
import { type Part, type Sentence, wordsAfter, wordsBefore } from './sentences';

/** Words that tell a time, or how long: "the same quarter of", "2024", "just five years". For patterns without case. */
export const WHEN = `(?:(?:the \\p{L}+(?= (?:year|quarter|season|period)\\b)|the|this|that|last|past|previous|prior|preceding|same|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|its|just|only|under|less than|more than|about|around|first|second|third|fourth|final|full|whole|entire|early|late|end of|start of|beginning of|mid-?|single|fiscal|financial|calendar|corresponding|comparable|year-ago|prior-year|\\d{1,2}|[-–])\\s*)*(?:years?|quarters?|months?|weeks?|days?|hours?|decades?|half|halves|period|seasons?|time|once|(?:19|20)\\d\\d|(?:FY|CY|Q|H)[ ’']?\\d|spring|summer|autumn|winter|(?:${MONTH_STARTS})\\p{L}*)(?![\\p{L}-]| (?:average|mean|high|low|peak|trend|plan|target|total)\\b)`;

/** "a year earlier", "in the previous quarter": the value beside it is the earlier one of two. */
export const EARLIER = String.raw`(?:(?:a|one|twelve|two|three|five|ten|\d{1,2}) (?:years?|quarters?|months?|weeks?|decades?) (?:earlier|before|ago|previously)|(?:the )?(?:year|quarter|month|week|season) before|(?:last|(?:in |for |during )?(?:the )?(?:same (?:period|quarter|month|half|week|time)(?: of| in)? )?(?:the )?(?:previous|prior|preceding|last)) (?:financial |fiscal |business |reporting )?(?:year|quarter|month|week|season|period)|previously)`;
const EARLIER_AFTER = new RegExp(String.raw`^(?:\s+\p{L}+){0,3}?\s*,?\s+(?:in |at |of )?${EARLIER}\b`, 'iu');
/** What stands for the thing that is told of. */
export const IT =
  '(?:it|they|this|that|these|there|the (?:figure|number|total|value|amount|sum|count|level|tally|same))';
const EARLIER_BEFORE = new RegExp(
  String.raw`(?:^|[,;.(]\s*|\b(?:and|but|while)\s+)(?:in |at )?${EARLIER},?\s+${IT}\s+(?:\p{L}+\s+){1,3}$|\b${IT}\s+had\s+(?:\p{L}+\s+){1,3}$|(?:^|[,;.(]\s*|\b(?:and|but|while)\s+)(?:${EARLIER}|the (?:previous|preceding|last) \p{L}+)\s+(?:had\s+)?(?:saw|seen|had|was|were|been|brought|showed|shown|managed|recorded|reported|yielded|counted|drew|drawn)\s+(?:\p{L}+\s+)?$`,
  'iu',
);
const TELLS_EARLIER = seek('earlier before ago previous previously prior preceding last had');

/** True when words beside a value say that it is the earlier one of two: "a year earlier it was 40". */
export function isToldAsEarlier(sentence: Sentence, part: Part): boolean {
  // All that is told may be of last year.
  return isOfEarlier(sentence, part) && !LAST_AFTER.test(untilNext(sentence, part));
}

const LAST_AFTER = /^[^,;:.()]{0,30}?\blast (?:\p{L}+ )?(?:year|quarter|month|week|season|period)\b/iu;

function isOfEarlier(sentence: Sentence, part: Part): boolean {
  if ((sentence.words & TELLS_EARLIER) === 0) return false;
  return (
    EARLIER_AFTER.test(untilNext(sentence, part)) || EARLIER_BEFORE.test(wordsBefore(sentence, part, 70))
  );
}

/** What stands between a value and the one after it. */
function untilNext(sentence: Sentence, part: Part): string {
  const next = sentence.parts[firstFrom(sentence.parts, part.end, other => other.start)];
  return wordsAfter(sentence, part, Math.min(60, next ? next.start - part.end : 60));
}

interface Time {
  /** Above all years for "now", below them for "a year earlier". */
  readonly year: number | undefined;
  readonly month: number | undefined;
  /** A half or a quarter of the year. */
  readonly isPart: boolean;
}

const NOW = 9999;
const THEN = 0;
/** In small letters but for months: "May" is a month and "may" is none. */
const DATE = String.raw`(?:in|at|by|on|for|of|until|till) (?:the )?(?:(?:end|start|beginning|middle|spring|summer|autumn|fall|winter) of |mid-|early |late |\d{1,2} |(?:\p{Ll}+ ){1,2})?(?:(${capitalised(MONTHS)})(?: ((?:19|20)\d\d))?|(?:FY ?|CY ?|[QH][1-4] )?((?:19|20)\d\d))`;
const NOW_WORDS = '(now|today|currently|this (?:year|quarter|month|week|season|spring|summer|autumn|winter))';
const AFTER = new RegExp(
  `^(?:(?!\\b(?:and|but|while)\\b)[^;:.|,()]){0,30}?\\b(?:${DATE}|${NOW_WORDS})\\b`,
  'u',
);
const BEFORE = new RegExp(
  `(?:^|[,;.(–]\\s*|\\b(?:and|but|while)\\s+)(?:${DATE.replace('(?:in|at', '(?:[Ii]n|[Aa]t')}|${NOW_WORDS.replace('now|today', '[Nn]ow|[Tt]oday')}),?\\s[^;:.|\\d]{0,50}$`,
  'u',
);
/** "costs now 40": right before the value. */
const NOW_BEFORE = /\b(now|today|currently)[, ](?:\p{L}+ ){0,4}$/u;

/** "Last winter the shelter took in 640" */
const OPENS_WITH_LAST =
  /^last (?:year|quarter|month|week|season|spring|summer|autumn|winter),?\s[^;:.|\d]{0,50}$/i;

/** The time of which a value is told, by the words behind it, or else by those before it. */
function timeOf(sentence: Sentence, part: Part): Time | undefined {
  if (isOfEarlier(sentence, part)) return { year: THEN, month: undefined, isPart: false };
  const after = AFTER.exec(untilNext(sentence, part));
  if (after) return timeFrom(after);
  const words = sinceLast(sentence, part);
  if (OPENS_WITH_LAST.test(words)) return { year: THEN, month: undefined, isPart: false };
  if (NOW_BEFORE.test(words)) return { year: NOW, month: undefined, isPart: false };
  const before = BEFORE.exec(words);
  return before ? timeFrom(before) : undefined;
}

function timeFrom([words, month, ofMonth, year, now]: RegExpExecArray): Time {
  const written = ofMonth ?? year;
  return {
    year: now !== undefined ? NOW : written === undefined ? undefined : Number(written),
    month: month === undefined ? undefined : MONTH_NAMES.indexOf(month.toLowerCase()),
    isPart: /\b(?:half|quarter|months|[QH][1-4])\b/.test(words),
  };
}

/** What stands between a value and the one before it. */
function sinceLast(sentence: Sentence, part: Part): string {
  const last = sentence.parts[firstFrom(sentence.parts, part.start, other => other.start) - 1];
  return wordsBefore(sentence, part, Math.min(80, last ? part.start - last.end : 80));
}

/** True when the first of two values is told of an earlier time than the second: in the order of the calendar, where both times say as much. */
export function isBefore(sentence: Sentence, first: Part, second: Part): boolean {
  const [earlier, later] = [timeOf(sentence, first), timeOf(sentence, second)];
  if (!earlier || !later || later.year === THEN || earlier.year === NOW) return false;
  if (later.year === NOW || earlier.year === THEN) return true;
  if (earlier.isPart !== later.isPart) return false;
  if (later.year !== undefined && earlier.year !== undefined && later.year !== earlier.year)
    return later.year > earlier.year;
  const isAlike = later.year === earlier.year || earlier.year === undefined;
  return isAlike && later.month !== undefined && earlier.month !== undefined && later.month > earlier.month;
}

const YEAR_BACK =
  /\b(?:a|one) year (?:earlier|before|ago)|\b(?:previous|prior|preceding|last)[- ](?:financial |fiscal |business )?year|\byear before|\byear-ago|\((?:(?:FY|CY|[HQ][1-4]) ?)?(?:(?:19|20)\d\d|(?<=FY|CY)\d\d):/i;

/** True when a sentence tells that two values are a year apart. */
export function areYearApart(sentence: Sentence, from: Part, to: Part): boolean {
  const [earlier, later] = [timeOf(sentence, from), timeOf(sentence, to)];
  if (earlier?.year && later?.year && later.year < NOW)
    return later.year - earlier.year === 1 && later.month === earlier.month;
  return YEAR_BACK.test(sentence.text.slice(Math.max(0, from.start - 30), from.end + 50));
}
