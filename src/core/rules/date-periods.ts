// Periods that end before they start, and durations that the two ends of their period contradict.
import type { Mention } from '../claims';
import type { DateMention } from '../figures';
import type { Span } from '../text/span';
import { type Days, daysOf } from './calendar';
import type { Dated } from './date-conflict';
import type { Reading } from './reading';
import type { Found } from './rule';
import { mentionsAt } from './sentences';

/** Two dates that the words make the start and end of one period; offsets in the prose. */
interface Period extends Span {
  readonly from: Days;
  readonly to: Days;
  readonly texts: readonly [string, string];
  /** Both ends are bare years. */
  readonly years: boolean;
  /** "between" or "from" stands before it. */
  readonly opened: boolean;
}

export function* checkPeriods(reading: Reading, { prose, dates }: Dated): Iterable<Found> {
  const { text } = prose;
  for (const period of periodsIn(text, dates)) {
    if (period.to.last < period.from.first) {
      if (isReversed(text, period))
        yield {
          span: prose.toSpan(period),
          message: `This period ends (${period.texts[1]}) before it starts (${period.texts[0]}).`,
        };
      continue;
    }
    yield* checkDuration(reading, prose, period);
  }
}

function* periodsIn(text: string, dates: readonly DateMention[]): Iterable<Period> {
  for (let i = 0; i < dates.length; i++) {
    const [date, next] = [dates[i], dates[i + 1]];
    if (!date) continue;
    const period =
      date.precision === 'interval' && date.edtf.includes('/')
        ? intervalOf(text, date)
        : next && periodBetween(text, date, next);
    if (period) yield period;
  }
}

function intervalOf(text: string, date: DateMention): Period | undefined {
  const [first = '', second = ''] = date.edtf.split('/');
  const texts = endsOf(date.text);
  const period = texts[0] === texts[1] ? undefined : periodOf(first, second);
  if (!period || /[A-Z]{2}|\bFY/.test(date.text)) return undefined;
  const opened = OPENER.test(wordsBefore(text, date));
  return { ...period, ...date.span, texts, years: /^\d{4}$/.test(first), opened };
}

function periodBetween(text: string, date: DateMention, next: DateMention): Period | undefined {
  if (date.fiscal || next.fiscal || next.edtf.includes('/')) return undefined;
  const before = wordsBefore(text, date);
  if (!joins(text.slice(date.span.end, next.span.start), before)) return undefined;
  const [first = ''] = date.edtf.split('/');
  const period = periodOf(first, next.edtf);
  return (
    period && {
      ...period,
      start: date.span.start - (OPENER.exec(before)?.[0].length ?? 0),
      end: next.span.end,
      texts: [date.text, next.text],
      years: date.precision === 'year' && next.precision === 'year',
      opened: true,
    }
  );
}

const OPENER = /\b(?:between|from)\s+(?:(?:the )?(?:end|start|beginning) of\s+)?$/i;

function wordsBefore(text: string, { span }: DateMention): string {
  return text.slice(Math.max(0, span.start - 40), span.start);
}

/** "between A and B", "from A to B", "from its founding in A to its sale in B", "A – B". */
function joins(between: string, before: string): boolean {
  if (/^\s?[–—]\s?$/.test(between)) return true;
  if (/\bbetween\s+$/i.test(before)) return /^\s+and\s+$/.test(between);
  const to =
    /^,?\s+(?:right )?(?:to|until|till|through|up to)\s+(?:(?:the )?(?:end|start|beginning) of\s+)?$/i.test(
      between,
    );
  if (to) return true;
  if (STARTED.test(before) && AND_ENDS.test(between)) return true;
  return (
    /\bfrom\b[\w\s'’]*$/i.test(before) &&
    /^,?\s+(?:to|until)\s+(?:(?:its|their|his|her|the)\s+(?:[\w-]+\s+){1,3}(?:in|on)\s+)$/i.test(between)
  );
}

/** "was launched on A and ends on B". */
const STARTED = /\b(?:launched|started|starts|began|begins|opened|opens|runs|signed) (?:on|in)\s+$/i;
const AND_ENDS =
  /^,? and (?:(?:is|was|will|to|had) )*(?:end|ends|ended|expire[sd]?|close[sd]?|finish|finishe[sd]|run[s]? out) (?:on|in)\s+$/i;

function periodOf(first: string, second: string): Pick<Period, 'from' | 'to'> | undefined {
  const year = /^\d{4}/.exec(second)?.[0] ?? /^\d{4}/.exec(first)?.[0] ?? '2000';
  const bothUnknown = first.startsWith('XXXX') && second.startsWith('XXXX');
  const from = daysOf(first.replace('XXXX', year));
  const to = daysOf(second.replace('XXXX', year));
  // "20 December to 5 January" without years crosses into the next one.
  if (!from || !to || (bothUnknown && to.last < from.first)) return undefined;
  if (first.startsWith('XXXX') !== second.startsWith('XXXX') && to.last < from.first) return undefined;
  return { from, to };
}

function endsOf(text: string): readonly [string, string] {
  const [first = text, second = text] = text.split(
    /\s*(?:[–—]|\bto\b|\buntil\b|\bthrough\b|(?<=\d)-(?=\d))\s*/,
  );
  return [first, second];
}

/** What may go from a later date to an earlier one: something moved, compared or counted back. */
const MOVED =
  /\b(?:bring|brought|mov(?:e[sd]?|ing)|pull(?:s|ed)?|shift(?:s|ed)?|advanc(?:e[sd]?|ing)|forward|revis(?:e[sd]?|ing)|chang(?:e[sd]?|ing)|accelerat\w+|earlier|target|deadline|(?<!buy-?)back|compar\w+|cut|shorten\w*|reduc\w+|down|fell|fall|drop\w*|declin\w*|decreas\w*|differ\w*)\b/i;

function isReversed(text: string, period: Period): boolean {
  if (!period.opened && period.years) return false;
  return !MOVED.test(text.slice(Math.max(0, period.start - 80), period.start));
}

// -------------------------------------------------------------------------------------------------------- durations

/** The words that may stand between a duration and its period: "an 18-month construction period runs", ", ". */
const BEFORE_PERIOD =
  /^(?:[\s-][\p{L}'’-]+){0,5},?\s*(?:[(:–—]\s*)?(?:(?:counted|measured|(?:which|that) (?:ran|runs|lasted|lasts|went|goes|was held|took place))\s+(?=from|between))?(?:(?:from|between|for)\s+(?:(?:its|their|his|her|the)\s+(?:[\p{L}-]+\s+){1,3}(?:in|on)\s+)?)?$/iu;
const AFTER_PERIOD =
  /^(?:\s*[,(]\s*(?:or |after |i\.e\. |that is,? |a total of |a period of |a span of |lasting |for )?|,?\s+(?:lasts?|lasted|takes?|took|is|was|ran|runs)(?: for)?\s+)$/i;
/** "a 90-day process. It was opened on", "the two-year pilot began in" before its two days. */
const RUNS =
  /^[\s-](?:[\p{L}-]+\s?){1,3}(?:(?:[.,;]\s+(?:it|this|which|the \p{L}+)|,? (?:that|which))\s|(?<=\s))(?:was |were |is |has been )?(?:launched|started|starts|began|begins|opened|opens|runs|ran)\s(?:on |from |in )?$/iu;
const BREAKS =
  /\b(?:with|at|after|before|on|and|but|which|that|as|than|in|by|since|every|each|per|over|of|then|ago|old|later|followed|preceded)\b/i;
export const REACH = 70;

/** A duration right before or after its period: "for 60 days, from February 2 to April 24, 2026". */
function* checkDuration(reading: Reading, prose: Dated['prose'], period: Period): Iterable<Found> {
  const { text } = prose;
  const around = prose.toSpan({
    start: Math.max(0, period.start - REACH),
    end: Math.min(text.length, period.end + REACH),
  });
  for (const mention of mentionsAt(reading, around)) {
    const { figure } = mention;
    if (figure.quantity.kind !== 'duration' || figure.quantity.qualifier !== undefined) continue;
    const start = prose.fromSource(figure.span.start);
    const end = prose.fromSource(figure.span.end - 1) + 1;
    if (!belongs(text, { start, end }, period) || fits(mention, period)) continue;
    yield {
      span: figure.span,
      message: `“${figure.text}” does not fit its period: from ${period.texts[0]} to ${period.texts[1]} are ${lengthOf(period, figure.text)}.`,
      related: [{ span: prose.toSpan(period), message: 'The period' }],
    };
  }
}

function belongs(text: string, figure: Span, period: Period): boolean {
  if (/\b(?:from|to)\s+$/i.test(text.slice(Math.max(0, figure.start - 8), figure.start))) return false;
  if (figure.end <= period.start) {
    const between = text.slice(figure.end, period.start);
    if (RUNS.test(between)) return /-/.test(text.slice(figure.start, figure.end + 1));
    return (
      BEFORE_PERIOD.test(between) &&
      !BREAKS.test(
        between.replace(/(?:,\s*(?:which|that)\s+(?:\p{L}+\s+){1,2})?\b(?:from|between)\b.*$/iu, ''),
      )
    );
  }
  return (
    (AFTER_PERIOD.test(text.slice(period.end, figure.start)) || isOfTitle(text, figure, period)) &&
    !/^[\s-]*(?:after|before|later|earlier|old|ago|of|for)\b/i.test(text.slice(figure.end, figure.end + 12))
  );
}

/** "Strike at Norvik (24 June–2 July 2026). The 14-day walkout cost", "For 39 days no train ran": what the title dates, in the sentence after it. */
function isOfTitle(text: string, figure: Span, period: Period): boolean {
  const between = text.slice(period.end, figure.start);
  if (/^\)[.:]?\s+For (?:all |a total of )?$/.test(between))
    return !/^ (?:(?:a|per|each|every)\b|of\b)/.test(text.slice(figure.end, figure.end + 8));
  return (
    /^(?:\)[.:]?|\.)\s+(?:The|This|Its|Their)\s+$|^[;,]\s(?:the|this|its|their)\s$/.test(between) &&
    /-/.test(text.slice(figure.start, figure.end + 1)) &&
    !/\b(?:average|usual|normal|first|last|second|moving|rolling)\b/i.test(between)
  );
}

const DAY = 86_400;
const MONTH = 2_629_800;

/** Both ends may count or not, and each may lie anywhere in its month or year. */
export function fits({ figure }: Mention, { from, to }: Pick<Period, 'from' | 'to'>): boolean {
  if (/\b(?:business|working|trading)\b/i.test(figure.text)) return true;
  const { range, value } = figure.quantity;
  const unit = value >= 11 * MONTH && !/day|week/i.test(figure.text) ? MONTH : DAY;
  const shortest = (to.first - from.last - 1) * DAY;
  const longest = (to.last - from.first + 1) * DAY;
  const slack = Math.max(unit === MONTH ? MONTH / 2 : DAY * 0.5, value * 0.02);
  return range.high + slack >= shortest && range.low - slack <= longest;
}

/** In the words of the length as written. */
export function lengthOf({ from, to }: Pick<Period, 'from' | 'to'>, written: string): string {
  const days = (to.first + to.last) / 2 - (from.first + from.last) / 2;
  if (/day|week/i.test(written)) return `about ${Math.round(days)} days`;
  const months = Math.round(days / 30.44);
  return /year|yr/i.test(written) && months >= 12
    ? `about ${Number((days / 365.25).toFixed(1))} years`
    : `about ${months} months`;
}
