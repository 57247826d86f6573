// Growth a year between two values that lie years apart: "from $4.0 billion in 2020 to $5.2 billion in 2025, 5.4% a year".
import type { Mention } from '../claims';
import { type Interval, meets, spellLike } from '../figures';
import { negate } from '../figures/interval';
import { changesIn } from './changes';
import { type Ends, isLength, joinsGrowth } from './growth';
import { KIND } from './kinds';
import { levelsOf } from './levels';
import type { Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';
import type { Grid } from './tables';

const YEARLY_AFTER =
  /^\s*\(?(?:(?:a|per|each|every) (?:year|annum)\b|annual(?:ly|i[sz]ed)?\b|yearly\b|p\.\s?a\.|compound\b|cagr\b)/i;
const YEARLY_BEFORE =
  /\b(?:(?:annual(?:ly|i[sz]ed)?|yearly|compound(?:ed)?)\s+(?:[\p{L}-]+\s+){0,4}|cagr\s+)(?:of|by|at|was|is)?\s*(?:about |some |around |nearly |over )?$/iu;
/** Of something else than the two values, or of a part of the time. */
const OF_ELSE = /\b(?:real|organic|underlying|prices?|volumes?|target(?:ed)?|planned|inflation)\b/i;
const YEAR = /(?<![\d.,/–-])(?:FY ?)?((?:19|20)\d\d)(?![\d/–-]|[.,]\d)/g;
const SECONDS_A_YEAR = 31_557_600;
const LONGEST = 60;
/** Rounded ends, part years and plain averages leave a yearly growth so far from the one computed, in percentage points. */
const SLACK = 0.6;

/** The yearly growth that the two values of its sentence and the years between them contradict. */
export function checkYearlyGrowth(sentence: Sentence): Found | undefined {
  if ((sentence.kinds & KIND.percent) === 0 || sentence.parts.length < 3) return undefined;
  const yearly = sentence.parts.filter(part => isYearly(sentence, part));
  const [growth, another] = yearly;
  if (!growth || another) return undefined;
  const changes = changesIn(sentence).filter(change => !change.growth);
  const [ends, more] = changes;
  const years = yearsIn(sentence);
  if (!ends || more || years === undefined || !standsBy(sentence, growth, ends)) return undefined;
  const { range, kind } = ends.from.mention.figure.quantity;
  if (range.low <= 0 || kind === 'percent') return undefined;
  const [from, to] = [levelsOf(ends.from, ends.to), levelsOf(ends.to, ends.from)];
  const stated = growth.mention.figure.quantity.range;
  if (meets(sized(yearlyGrowth(from, to, years)), sized(stated))) return undefined;
  return yearlyFound(growth.mention, [ends.from.mention, ends.to.mention], years);
}

function isYearly(sentence: Sentence, part: Part): boolean {
  const { quantity, ends } = part.mention.figure;
  return (
    quantity.kind === 'percent' &&
    ends === undefined &&
    (YEARLY_AFTER.test(wordsAfter(sentence, part, 20)) || YEARLY_BEFORE.test(wordsBefore(sentence, part, 60)))
  );
}

/** Right before the first value or right behind the last, with no other statement between. */
function standsBy(sentence: Sentence, growth: Part, { from, to }: Ends): boolean {
  const isFirst = growth.start < from.start;
  const words = isFirst ? wordsBetween(sentence, growth, from) : wordsBetween(sentence, to, growth);
  return joinsGrowth(words) && !OF_ELSE.test(wordsBefore(sentence, growth, 40) + words);
}

/** How many years a sentence names between its values: by their two years, or by a length of time. */
function yearsIn(sentence: Sentence): number | undefined {
  const years = new Set([...sentence.text.matchAll(YEAR)].map(([, year]) => Number(year)));
  const [first, second] = years;
  const lengths = sentence.parts.filter(isLength);
  const [length, another] = lengths;
  if (years.size === 2 && first && second && lengths.length === 0) return inReach(Math.abs(second - first));
  if (years.size > 1 || !length || another || length.mention.figure.quantity.qualifier) return undefined;
  const spanned = length.mention.figure.quantity.value / SECONDS_A_YEAR;
  return inReach(Math.round(spanned * 2) / 2);
}

function inReach(years: number): number | undefined {
  return years >= 2 && years <= LONGEST ? years : undefined;
}

/** In percent, compound or as a plain average. */
function yearlyGrowth(from: Interval, to: Interval, years: number): Interval {
  const rates = [to.low / from.high, to.high / from.low].flatMap(ratio => [
    (ratio ** (1 / years) - 1) * 100,
    ((ratio - 1) / years) * 100,
  ]);
  return { low: Math.min(...rates) - SLACK, high: Math.max(...rates) + SLACK };
}

/** The size of a change, whichever way it goes. */
function sized(change: Interval): Interval {
  return change.high <= 0 ? negate(change) : change;
}

function yearlyFound(
  { figure }: Mention,
  [{ figure: a }, { figure: b }]: readonly [Mention, Mention],
  years: number,
): Found {
  const ratio = b.quantity.value / a.quantity.value;
  const right = Math.abs((ratio ** (1 / years) - 1) * 100);
  const newText = spellLike(Number(right.toFixed(right < 10 ? 1 : 0)), figure);
  return {
    span: figure.span,
    message: `“${figure.text}” a year does not fit: from “${a.text}” to “${b.text}” in ${years} years is ${newText} a year.`,
    related: [
      { span: a.span, message: 'The start value' },
      { span: b.span, message: 'The end value' },
    ],
    fixes: [
      {
        kind: 'edits',
        title: `Write ${newText}, the yearly growth between the end values`,
        edits: [{ span: figure.core, newText }],
        certain: false,
      },
    ],
  };
}

const YEARLY_HEADER = /\bcagr\b|\b(?:annual|yearly) growth\b|\bgrowth (?:p\.\s?a\.|(?:a|per) year)/i;
const YEAR_HEADER = /^\W*(?:FY ?|CY ?)?((?:19|20)\d\d)[ae]?\W*$/i;

/** Columns of yearly growth between two columns of years, where most rows fit. */
export function* checkYearlyColumns(grid: Grid): Iterable<Found> {
  for (const [column, header] of grid.headers.entries()) {
    if (column === 0 || !YEARLY_HEADER.test(header)) continue;
    const dated = grid.headers.flatMap((text, at) => {
      const year = YEAR_HEADER.exec(text)?.[1];
      return year === undefined ? [] : [{ at, year: Number(year) }];
    });
    const [first, last] = [dated.at(0), dated.at(-1)];
    const named = [...header.matchAll(YEAR)].map(([, year]) => Number(year));
    if (
      !first ||
      !last ||
      last.year - first.year < 2 ||
      named.some(year => year !== first.year && year !== last.year)
    )
      continue;
    const years = last.year - first.year;
    const checks = grid.rows.flatMap(({ cells }) => {
      const [growth, from, to] = [cells[column], cells[first.at], cells[last.at]];
      if (growth?.figure.quantity.kind !== 'percent' || !from || !to) return [];
      const [a, b] = [from.figure.quantity, to.figure.quantity];
      if (a.range.low <= 0 || b.range.low <= 0 || a.kind !== b.kind) return [];
      const holds = meets(yearlyGrowth(a.range, b.range, years), growth.figure.quantity.range);
      return [{ growth, from, to, holds }];
    });
    const wrong = checks.filter(({ holds }) => !holds);
    if (checks.length - wrong.length < 2 || wrong.length * 2 > checks.length - wrong.length) continue;
    for (const { growth, from, to } of wrong) yield yearlyFound(growth, [from, to], years);
  }
}
