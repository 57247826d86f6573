import { type DateMention, findDates } from '../figures';
import type { Prose } from '../markdown/prose';
import type { Section } from '../report/report';
import { remember } from '../text/remember';
import { daysOf, isWeekday, lastDayOfMonth, weekdayLike, weekdayOf } from './calendar';
import { checkDistances, checkExtensions, checkTerms } from './date-distances';
import { checkCounted, checkCovered, checkOrder } from './date-order';
import { checkPeriods } from './date-periods';
import { yearByHeading } from './date-years';
import type { Reading } from './reading';
import type { Fix, Found, Rule } from './rule';
import { passagesIn } from './sentences';
import { DIGIT } from './signs';

export const dateConflict: Rule = {
  id: 'date-conflict',
  family: 'arithmetic',
  severity: 'warning',
  summary:
    'Dates that cannot all hold: a wrong weekday, a day that does not exist, an end before its start, a duration that its ends contradict.',
  *check(reading) {
    const dated = datedPassages(reading);
    const year = usualYear(dated);
    const years = yearsOfDays(dated);
    const isRight = dated.flatMap(({ prose, dates }) =>
      dates.flatMap(date => fitsYear(prose.text, date, year) ?? []),
    );
    const sure = isRight.filter(right => right).length * 2 >= Math.max(isRight.length, 1);
    for (const passage of dated) {
      yield;
      for (const date of passage.dates) {
        if (!date.exists) yield checkDay(passage, date);
        else if (date.precision === 'day') {
          const known = years.get(date.edtf) ?? yearByHeading(passage.section, date.edtf);
          yield checkWeekday(passage, date, known ?? year, sure || known !== undefined);
        }
      }
      yield* checkPeriods(reading, passage);
      if (passage.dates.length < 2) continue;
      yield* checkExtensions(reading, passage);
      yield* checkDistances(reading, passage);
      yield* checkTerms(reading, passage);
      yield* checkOrder(passage);
      yield* checkCounted(passage);
    }
    yield* checkCovered(reading, dated);
  },
};

/** A stretch of prose with its dates, whose offsets are in the prose. */
export interface Dated {
  readonly prose: Prose;
  readonly dates: readonly DateMention[];
  readonly section: Section;
}

function datedPassages(reading: Reading): Dated[] {
  const dated: Dated[] = [];
  for (const { prose, section, signs } of passagesIn(reading)) {
    if ((signs & DIGIT) === 0) continue;
    const dates = prose.of(findDates);
    if (dates.length > 0) dated.push({ prose, dates, section });
  }
  return dated;
}

// ------------------------------------------------------------------------------------------------ days that do not exist

function checkDay({ prose }: Dated, date: DateMention): Found | undefined {
  const wrong = date.edtf.split('/').find(part => {
    const last = lastDayOfMonth(part);
    return last !== undefined && Number(part.slice(8, 10)) > last;
  });
  const last = wrong === undefined ? undefined : lastDayOfMonth(wrong);
  if (wrong === undefined || last === undefined) return undefined;
  const day = wrong.slice(8, 10).replace(/^0/, '');
  const span = prose.toSpan(date.span);
  const at = date.text.search(new RegExp(`(?<!\\d)0?${day}(?!\\d)`));
  const number = { start: date.span.start + at, end: date.span.start + at + day.length };
  const fixes: Fix[] =
    at < 0
      ? []
      : [
          {
            kind: 'edits',
            title: `Write ${last}, the month’s last day`,
            edits: [{ span: prose.toSpan(number), newText: String(last) }],
            certain: false,
          },
        ];
  return { span, message: `There is no “${date.text}”: that month has ${last} days.`, fixes };
}

// --------------------------------------------------------------------------------------------------------- weekdays

const CORRECTION = 60;

/** "(Monday)" or ", Mon." right after a date. */
const WEEKDAY_AFTER =
  /^,?\s*[(（]?\s*(Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?\s*[)）]?/i;

/** @param date of a day that there is */
function checkWeekday(
  { prose }: Dated,
  date: DateMention,
  year: string | undefined,
  sureOfYear: boolean,
): Found | undefined {
  const told = weekdayAt(prose.text, date);
  const day = told && daysOf(date.edtf.replace('XXXX', year ?? 'XXXX'))?.first;
  if (!told || day === undefined) return undefined;
  const right = weekdayOf(day);
  if (isWeekday(told.text, right)) return undefined;
  // A date without its year may be any year's, unless most of them fit the report's.
  if (date.edtf.startsWith('XXXX') && !sureOfYear) return undefined;
  // Whoever names the right day beside it quotes a mistake.
  if (prose.text.slice(date.span.end, date.span.end + CORRECTION).includes(right)) return undefined;
  const newText = weekdayLike(right, told.text);
  return {
    span: prose.toSpan({
      start: Math.min(told.start, date.span.start),
      end: Math.max(told.start + told.length, date.span.end),
    }),
    message: `${date.text.replace(/^\p{L}+,?\s+(?=\d|\p{Lu})/u, '')}${date.edtf.startsWith('XXXX') ? ` ${year}` : ''} is a ${right}, not a ${told.text}.`,
    fixes: [
      {
        kind: 'edits',
        title: `Write ${newText}`,
        edits: [{ span: prose.toSpan({ start: told.start, end: told.start + told.text.length }), newText }],
        certain: false,
      },
    ],
  };
}

interface Weekday {
  readonly text: string;
  readonly start: number;
  /** With the bracket around it. */
  readonly length: number;
}

function weekdayAt(text: string, date: DateMention): Weekday | undefined {
  if (date.weekday !== undefined) {
    const at = date.text.toLowerCase().indexOf(date.weekday.toLowerCase());
    const written = date.text.slice(at, at + date.weekday.length);
    return at < 0 ? undefined : { text: written, start: date.span.start + at, length: written.length };
  }
  const after = WEEKDAY_AFTER.exec(text.slice(date.span.end, date.span.end + 20));
  if (!after) return undefined;
  const word = /\p{L}+/u.exec(after[0]);
  if (!word || !/[(,]/.test(after[0])) return undefined;
  return { text: word[0], start: date.span.end + word.index, length: after[0].length - word.index };
}

/** Whether the weekday beside a date without a year is right in the report's usual year; undefined for other dates. */
function fitsYear(text: string, date: DateMention, year: string | undefined): boolean | undefined {
  if (!date.edtf.startsWith('XXXX') || date.precision !== 'day' || year === undefined) return undefined;
  const day = daysOf(date.edtf.replace('XXXX', year))?.first;
  const told = weekdayAt(text, date);
  return day === undefined || told === undefined ? undefined : isWeekday(told.text, weekdayOf(day));
}

/** The year of most full dates; undefined when the report has fewer than two of one year. */
function usualYear(dated: readonly Dated[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { dates } of dated)
    for (const { edtf } of dates)
      if (/^\d{4}-\d\d-\d\d/.test(edtf))
        counts.set(edtf.slice(0, 4), (counts.get(edtf.slice(0, 4)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= 2 ? most[0] : undefined;
}

/** The year of a day that the report also gives in full, by the day without its year; none where it gives several. */
function yearsOfDays(dated: readonly Dated[]): ReadonlyMap<string, string> {
  const years = new Map<string, Set<string>>();
  for (const { dates } of dated)
    for (const { edtf } of dates)
      if (/^\d{4}-\d\d-\d\d$/.test(edtf))
        remember(years, `XXXX${edtf.slice(4)}`, () => new Set()).add(edtf.slice(0, 4));
  return new Map(
    [...years].flatMap(([day, of]): [string, string][] => {
      const [year] = of;
      return of.size === 1 && year !== undefined ? [[day, year]] : [];
    }),
  );
}
