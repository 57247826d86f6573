import { type Interval, meets, spellLike } from '../figures';
import { itemsWithin } from '../text/scopes';
import { alike } from './amounts';
import { type Change, changesIn, mayTellChange } from './changes';
import { checkComparisons } from './comparisons';
import { continuedSentences, newChangesIn } from './continued';
import type { Growth } from './growth';
import { remarksOnValues } from './growth-remarks';
import { checkChangeColumns } from './growth-tables';
import { checkYearlyColumns, checkYearlyGrowth } from './growth-yearly';
import { isLevel, levelsOf, likelyChange, percentChange } from './levels';
import { checkPremiums } from './premiums';
import type { Found, Related, Rule } from './rule';
import { type Part, type Sentence, sentencesIn, wordsBefore, wordsBetween } from './sentences';
import { gridsIn } from './tables';

export const growthMismatch: Rule = {
  id: 'growth-mismatch',
  family: 'arithmetic',
  severity: 'error',
  summary:
    'A growth word, multiple or percentage that its two end values contradict, in direction or in size.',
  *check(reading) {
    for (const sentence of [...sentencesIn(reading), ...remarksOnValues(reading)]) {
      if (!mayTellChange(sentence)) continue;
      yield;
      const told = new Set<number>();
      for (const change of changesIn(sentence)) {
        const found = checkChange(sentence, change);
        if (found && !told.has(found.span.start)) yield found;
        if (found) told.add(found.span.start);
      }
      const others = [checkComparisons(sentence), ...checkPremiums(sentence), checkYearlyGrowth(sentence)];
      for (const found of others) if (found && !told.has(found.span.start)) yield found;
    }
    for (const sentence of continuedSentences(reading)) {
      yield;
      for (const change of newChangesIn(sentence)) yield checkChange(sentence.joined, change);
    }
    yield;
    for (const grid of gridsIn(reading)) {
      yield* checkChangeColumns(grid);
      yield* checkYearlyColumns(grid);
    }
  },
};

function checkChange(sentence: Sentence, { from, to, growth, direction }: Change): Found | undefined {
  const start = from.mention.figure.quantity;
  const end = to.mention.figure.quantity;
  if (start.range.low <= 0 || end.range.low <= 0) return undefined;
  const first = levelsOf(from, to);
  const last = levelsOf(to, from);
  const fell = last.high < first.low;
  const rose = last.low > first.high;
  const isComparable =
    growth && (start.kind !== 'percent' || growth.part.mention.figure.quantity.kind === 'multiple');
  const ends = `from “${from.mention.figure.text}” to “${to.mention.figure.text}”`;
  if (isComparable && !agrees(growth, first, last)) {
    if (isOfOthers(sentence, growth, from, to) || isPartOf(sentence, from, to)) return undefined;
    const { figure } = growth.part.mention;
    const change = ((last.low + last.high) / (first.low + first.high) - 1) * 100;
    return {
      span: figure.span,
      message: `“${figure.text}” does not fit its end values: ${ends} is a change of ${change > 0 && growth.sign < 0 ? '+' : ''}${inWords(change)}%.`,
      related: endsOf(from, to),
      fixes: growthFixes(growth, change),
    };
  }
  const contradicts = direction && ((direction.sign > 0 && fell) || (direction.sign < 0 && rose));
  if ((growth && !isComparable) || !contradicts || differInScale(from, to)) return undefined;
  const words = sentence.text.slice(direction.start, direction.end);
  return {
    span: sentence.toSpan({ start: direction.start, end: Math.max(from.end, to.end) }),
    message: `“${words}” does not fit its end values: ${ends} is a ${rose ? 'rise' : 'fall'}.`,
    related: endsOf(from, to),
  };
}

function endsOf(from: Part, to: Part): Related[] {
  return [from, to].map(part => ({
    span: part.mention.figure.span,
    message: `The ${part === from ? 'start' : 'end'} value`,
  }));
}

/** So far before a base another value that is compared with it may stand, in UTF-16 code units. */
const OTHERS_WITHIN = 300;

/** "487 million, 95% of the budget of 512 million and 24.6% more than the 391 million of 2024": the growth is that to another value. */
function isOfOthers(sentence: Sentence, growth: Growth, from: Part, to: Part): boolean {
  // "from A to B" and "B, up from A" name both ends.
  if (/\bfrom\b/i.test(wordsBefore(sentence, from, 30))) return false;
  const near = { start: from.start - OTHERS_WITHIN, end: from.start };
  return itemsWithin(sentence.parts, near, part => part).some(
    part =>
      part !== to &&
      isLevel(part) &&
      (alike(part.mention, to.mention) || (part.mention.money && from.mention.money)) &&
      agrees(growth, levelsOf(from, part), levelsOf(part, from)),
  );
}

/** "46 of 310 last year, or 15%": no change, but what the one is of the other. */
function isPartOf(sentence: Sentence, from: Part, to: Part): boolean {
  return to.start < from.start && /^ (?:out )?of (?:the |its |all )?$/.test(wordsBetween(sentence, to, from));
}

/** "from $29 million to $196 million" broken over lines: one end lost its scale. */
function differInScale(a: Part, b: Part): boolean {
  return (a.mention.figure.scale === undefined) !== (b.mention.figure.scale === undefined);
}

export function inWords(change: number): string {
  return change.toFixed(Math.abs(change) < 10 ? 1 : 0).replace('-', '−');
}

/** The growth that the end values give, in the words of the one that stands there. */
function growthFixes({ part, sign }: Growth, change: number): NonNullable<Found['fixes']> {
  const { figure } = part.mention;
  if (figure.quantity.kind !== 'percent' || Math.sign(change) !== sign) return [];
  const decimals = /\d[.,](\d+)/.exec(figure.text)?.[1]?.length ?? 0;
  const newText = spellLike(Number(Math.abs(change).toFixed(decimals)), figure);
  return [
    {
      kind: 'edits',
      title: `Write ${newText}, the change between the end values`,
      edits: [{ span: figure.core, newText }],
      certain: false,
    },
  ];
}

/** "cut the loaf from 250 g to 200 g, a hidden increase of 25%": what one gets less of costs so much more. */
function isOfPrice(from: Interval, to: Interval, stated: Interval): boolean {
  const opposite = percentChange(to, from);
  const isOpposite = to.high < from.low ? stated.low > 0 : from.high < to.low && stated.high < 0;
  const same = likelyChange(from, to);
  return isOpposite && meets(opposite, stated) && !meets({ low: -same.high, high: -same.low }, stated);
}

function isTens({ mention }: Part): boolean {
  const { value, stated } = mention.figure.quantity;
  return stated?.power === 0 && value % 10 === 0 && Math.abs(value) >= 30;
}

/** True when some reading of the growth fits some values of both ends. */
function agrees({ part, sign }: Growth, from: Interval, to: Interval): boolean {
  const { kind, range: written, qualifier } = part.mention.figure.quantity;
  const range = kind === 'ratio' ? { low: written.low * 100, high: written.high * 100 } : written;
  if (kind === 'percent' || kind === 'ratio') {
    const positive = range.low >= 0;
    const stated = sign > 0 || !positive ? range : { low: -range.high, high: -range.low };
    // A round number of tens is often given for what is near it.
    const slack = stated.high - stated.low > 0 && isTens(part) ? Math.abs(stated.low) * 0.06 : 0.5;
    return meets(likelyChange(from, to, slack), stated) || isOfPrice(from, to, stated);
  }
  const ratio = { low: to.low / from.high, high: to.high / from.low };
  const slack = qualifier === undefined ? 0.02 : 0.05;
  const widened = { low: ratio.low * (1 - slack), high: ratio.high * (1 + slack) };
  // "Increased N times" may mean to N times or by N times.
  const readings = [
    range,
    { low: range.low + 1, high: range.high + 1 },
    { low: 1 / range.high, high: 1 / range.low },
  ];
  return readings.slice(0, sign > 0 ? 2 : 3).some(reading => meets(reading, widened));
}
