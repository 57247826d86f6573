// What ends before it begins, told in two statements, days outside the period that they are counted in, and events dated outside the period that the report says it covers.
import type { DateMention } from '../figures';
import type { Event, Section } from '../report/report';
import { firstFrom, itemsWithin } from '../text/scopes';
import type { Span } from '../text/span';
import { type Days, daysOf } from './calendar';
import type { Dated } from './date-conflict';
import type { Reading } from './reading';
import type { Found } from './rule';

const BEGINS =
  /\b(?:stopped|halted|closed|shut(?: down)?|suspended|interrupted|began|begun|started|opened|launched|broke out|entered|seized|blocked)\b[^.;]{0,40}?\b(?:on|in|since|from)\s+(?:\p{L}+day,?\s+)?$/iu;
const ENDS =
  /\b(?:resumed?|restarted|re-?opened|ended|finished|completed|concluded|restored|returned|lifted|called off|came back)\b[^.;,]{0,25}?\b(?:on|in|by)\s+(?:\p{L}+day,?\s+)?$/iu;
/** What came before the other is told after it on purpose. */
const BACK = /\b(?:had|before|previous(?:ly)?|earlier|last time|former)\b/i;
const REACH = 70;
const MOST_APART = 130;

/** "stopped on 2 December; production resumed on 28 November". */
export function* checkOrder({ prose, dates }: Dated): Iterable<Found> {
  const { text } = prose;
  for (const [i, first] of dates.entries()) {
    const next = dates[i + 1];
    if (!next || next.span.start - first.span.end > MOST_APART) continue;
    const [begin, end] = [daysIn(first), daysIn(next)];
    if (!begin || !end || end.last >= begin.first) continue;
    const before = text.slice(Math.max(0, first.span.start - REACH), first.span.start);
    const between = text.slice(first.span.end, next.span.start);
    if (!BEGINS.test(before) || !ENDS.test(between) || BACK.test(between) || /\n\s*\n/.test(between))
      continue;
    yield {
      span: prose.toSpan(next.span),
      message: `${next.text} comes before ${first.text}: this ends before it begins.`,
      related: [{ span: prose.toSpan(first.span), message: 'Where it begins' }],
    };
  }
}

/** Behind a day: "…, the third in", "…, its second strike of". */
const ONE_OF =
  /^, (?:the|its|their|our|his|her) (?:(?:first|second|third|fourth|fifth|sixth|last|latest|only|\d(?:st|nd|rd|th))\b)(?: \p{L}+){0,3} (?:in|of|during) (?:the )?$/u;

/** "9 April 2026, the third strike in the first quarter of 2026": a day that lies outside the period it is counted in. */
export function* checkCounted({ prose, dates }: Dated): Iterable<Found> {
  for (const [i, day] of dates.entries()) {
    const period = dates[i + 1];
    if (!period || !ONE_OF.test(prose.text.slice(day.span.end, period.span.start))) continue;
    const [one, all] = [daysIn(day), daysIn(period)];
    if (!one || !all || (one.first <= all.last && one.last >= all.first)) continue;
    // "the first in 2030, the fourth in 2033": another of them, in its own year.
    if (one.last - one.first >= all.last - all.first) continue;
    yield {
      span: prose.toSpan(period.span),
      message: `${day.text} is not in ${period.text}.`,
      related: [{ span: prose.toSpan(day.span), message: 'The day' }],
    };
  }
}

function daysIn({ edtf }: DateMention): Days | undefined {
  const [from = '', to = from] = edtf.split('/');
  const [first, last] = [daysOf(from), daysOf(to)];
  return first && last ? { first: first.first, last: last.last } : undefined;
}

const COVERS =
  /\b(?:covers?|covering|covered|(?<!\b(?!the|this|reporting|review|reference|in)[\p{L}-]+ )period|review(?:s|ed)?|(?:week|month|quarter) (?:of|from|under review)|events? (?:of|in|from|between))\b[^.\n]{0,30}$/iu;
/** Up to this many blocks say what a report covers. */
const FIRST = 8;

/** Events outside the period that the opening of the report, or the heading above them, states; none where most of them lie elsewhere. */
export function* checkCovered({ report }: Reading, dated: readonly Dated[]): Iterable<Found> {
  const period = coveredPeriod(report.blocks[FIRST]?.span.start ?? report.text.length, dated);
  const told = new Set<Event>();
  for (const [i, section] of report.sections.entries()) {
    const own = headedPeriod(section, dated);
    if (own)
      yield* outsideOf(
        own,
        itemsWithin(report.events, withInner(report.sections, section, i), event => event.span),
        dated,
        told,
      );
  }
  if (period) yield* outsideOf(period, report.events, dated, told);
}

function* outsideOf(
  period: Covered,
  all: readonly Event[],
  dated: readonly Dated[],
  told: Set<Event>,
): Iterable<Found> {
  const events = all.flatMap(event => {
    const days = event.date === undefined ? undefined : daysOf(event.date);
    return days ? [{ event, days }] : [];
  });
  const outside = events.filter(({ days }) => days.last < period.days.first || days.first > period.days.last);
  if (outside.length * 3 > events.length) return;
  for (const { event } of outside) {
    const place = told.has(event) ? undefined : placeOf(event, dated);
    told.add(event);
    if (place)
      yield {
        span: place,
        message: `This event is dated outside the period that the report covers, ${period.text}.`,
        related: [{ span: period.span, message: 'The period of the report' }],
      };
  }
}

/** From a section's start to the end of the last one under it; a title of all the report stands for its own section. */
function withInner(sections: readonly Section[], { depth, span }: Section, index: number): Span {
  if (depth < 2) return span;
  let end = span.end;
  for (let i = index + 1; (sections[i]?.depth ?? 0) > depth; i++) end = sections[i]?.span.end ?? end;
  return { start: span.start, end };
}

interface Covered {
  readonly days: Days;
  readonly text: string;
  readonly span: Span;
}

/** The one month, quarter or other part of a year that a heading names, and nothing after or before it. */
function headedPeriod({ heading }: Section, dated: readonly Dated[]): Covered | undefined {
  if (!heading) return undefined;
  const at = firstFrom(dated, heading.span.start, ({ prose }) => prose.toSource(0));
  const found = dated[at];
  const [date, another] = found?.dates ?? [];
  if (!found || !date || another || found.prose.toSource(0) >= heading.span.end) return undefined;
  const days = daysIn(date);
  if (!days || date.fiscal || date.precision === 'day' || date.precision === 'year') return undefined;
  const before = found.prose.text.slice(0, date.span.start);
  if (/\b(?:after|before|since|until|by|next|from|beyond|outlook|ahead)\b/i.test(before)) return undefined;
  return { days, text: date.text, span: found.prose.toSpan(date.span) };
}

function coveredPeriod(end: number, dated: readonly Dated[]): Covered | undefined {
  for (const { prose, dates } of dated) {
    if (prose.toSource(0) >= end) return undefined;
    for (const date of dates) {
      const days = daysIn(date);
      const before = prose.text.slice(Math.max(0, date.span.start - REACH), date.span.start);
      if (days && date.precision !== 'day' && date.precision !== 'year' && COVERS.test(before))
        return { days, text: date.text, span: prose.toSpan(date.span) };
    }
  }
  return undefined;
}

/** Where an event's date stands. */
function placeOf({ span, date }: Event, dated: readonly Dated[]) {
  const from = Math.max(0, firstFrom(dated, span.start, ({ prose }) => prose.toSource(0)) - 1);
  for (const { prose, dates } of dated.slice(from, from + 6)) {
    for (const mention of dates) {
      const place = prose.toSpan(mention.span);
      if (mention.edtf === date && place.start >= span.start && place.end <= span.end) return place;
    }
  }
  return undefined;
}
