// Figures that the text derives from others need no source of their own when their inputs have one.
import { comparable, type Mention } from '../claims';
import { type Interval, meets } from '../figures';
import type { CellPlace } from '../report/report';
import { atEnd } from '../text/at-end';
import { firstFrom } from '../text/scopes';
import { isFromTable } from './derived-from-tables';
import { isAmount, type Reading } from './reading';
import { saysTotal } from './tables';

/** More amounts than this are not combined: a page of data derives anything. */
const MOST_INPUTS = 24;

/** True when the figure is a sum, difference, share, growth or ratio of figures near it that have a source. */
export function isDerived(reading: Reading, mention: Mention): boolean {
  const { quantity } = mention.figure;
  const near = [...reading.near(mention), ...pointedTo(reading, mention)].slice(0, MOST_INPUTS);
  if (isWorkedOut(reading.report.text, mention, near)) return true;
  if (isFromTable(reading, mention, tight(mention))) return true;
  switch (quantity.kind) {
    case 'percent':
    case 'multiple':
    case 'points':
    case 'ratio':
      return isRatioOfTwo(near, asShare(mention));
    default: {
      const inputs =
        mention.role === 'total' || mention.role === 'maximum' ? reading.amountsOf(mention) : near;
      const alike = inputs
        .filter(other => isAlike(other, mention) && isBacked(reading, other))
        .slice(0, MOST_INPUTS);
      return (
        isSumOfTwo(alike, tight(mention)) ||
        isQuotientOfCells(near, mention) ||
        isProduct(near, mention) ||
        isShareOf(near, alike, mention)
      );
    }
  }
}

/** A cell, or an amount that has a source here or elsewhere. */
function isBacked(reading: Reading, mention: Mention): boolean {
  const { cell, span } = mention.figure;
  return cell !== undefined || reading.sourced.covers(span) || reading.isSourcedElsewhere(mention);
}

/** "That left €23 million": what a sentence that points back works out is worked out from the amounts before it. */
const POINTS_BACK =
  /^(?:that|this|which|it all|together they) (?:left|leaves|makes?|made|gives?|gave|adds? up|comes?|came|works? out|amounts?|equals?|is equivalent)\b/i;
const MOST_POINTED_TO = 6;

function pointedTo(reading: Reading, { figure }: Mention): readonly Mention[] {
  const { figures, text } = reading.report;
  if (figure.cell || !POINTS_BACK.test(text.slice(figure.sentence.start, figure.sentence.start + 40)))
    return [];
  const at = firstFrom(figures, figure.block.span.start, other => other.span.start);
  return reading.mentions.slice(Math.max(0, at - MOST_POINTED_TO), at);
}

/** What says that an amount is worked out from others, right before it. */
const WORKS_OUT = atEnd(
  /\b(?:impl(?:y|ies|ied|ying)|equivalent to|works? out at|(?:is|are|would be) worth|comes? to|equals?|equal to)\s+(?:(?:a|an|about|around|some|roughly|over|above|below|up to|value|equity|price|multiple|total|of|the|for)\s+)*/i,
);
/** "120 of its 400 ships, or 30%": right or wrong, a share of what stands before it. */
const OR_SHARE = atEnd(
  /,\s+(?:or|i\.e\.|that is)\s+(?:(?:about|around|some|roughly|almost|nearly|just|over|under)\s+)*/i,
);
/** "NOK 2.0 billion, about €172 million", "¥38 billion ($250 million)": the same in another currency. */
const CONVERTED = /^\s*(?:,|\(|or\b)\s*(?:(?:or|about|around|some|roughly|equal to|i\.e\.)\s+)*$/i;
/** "€40 a sack makes €800 a tonne": the price of one thing from that of another. */
const MAKES =
  /^(?:\s+(?:a|an|per|each)\s+[\p{L}-]+)?\s*,?\s*(?:(?:which|that)\s+)?(?:makes?|is|gives?|means)\s+(?:(?:about|around|some|roughly)\s+)*$/iu;
/** "96 million sacks, or 5.76 million tonnes": one amount of things in two units. */
const OR_ELSE =
  /^(?:\s+[\p{L}-]+){0,3}?\s*,?\s*\(?(?:or|i\.e\.|that is|equal to)\s+(?:(?:about|around|some|roughly)\s+)*$/iu;

function isWorkedOut(text: string, mention: Mention, near: readonly Mention[]): boolean {
  const { figure, money } = mention;
  const start = Math.max(figure.sentence.start, figure.span.start - 60);
  const inputs = near.filter(
    other =>
      other.figure.sentence.start === figure.sentence.start && other.figure.span.end <= figure.span.start,
  );
  const before = inputs.at(-1);
  if (
    inputs.length > 1 &&
    figure.quantity.kind === 'percent' &&
    OR_SHARE.test(text.slice(start, figure.span.start))
  )
    return true;
  if (before && WORKS_OUT.test(text.slice(start, figure.span.start))) return true;
  const unit = before?.figure.quantity.unit;
  if (!before || unit === figure.quantity.unit) return false;
  const between = text.slice(before.figure.span.end, figure.span.start);
  if (!money || !before.money) return areMeasures(before, mention) && OR_ELSE.test(between);
  return CONVERTED.test(between) || (figure.quantity.unit.includes('/') && MAKES.test(between));
}

/** Two amounts of what is counted, weighed or measured: no shares or lengths of time. */
function areMeasures(a: Mention, b: Mention): boolean {
  return [a, b].every(
    ({ money, figure: { quantity } }) => !money && quantity.unit !== '' && isAmount(quantity.kind),
  );
}

/** True for amounts of one kind; "$440 a year" may be the difference of two that are not said to be a year's. */
function isAlike(a: Mention, b: Mention): boolean {
  const plain = ({ figure }: Mention) => figure.quantity.unit.replace(/\/yr$/, '');
  return comparable(a, b) || (a.money && b.money && plain(a) === plain(b));
}

function currency({ figure }: Mention): string | undefined {
  return figure.quantity.unit.split('/')[0];
}

/** Only cells of one row, or a cell and the total of its column: among many cells some two always fit. */
function canCombine(a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.cell, b.figure.cell];
  if (one?.row === other?.row) return true;
  return (
    one !== undefined &&
    other !== undefined &&
    one.column === other.column &&
    (isTotal(one) || isTotal(other))
  );
}

function isTotal({ row }: CellPlace): boolean {
  return saysTotal(row.cells[0]?.prose.text ?? '');
}

/** The value as written, without what the qualifier opens: "over $40 billion" is no sum of everything. */
function tight({ figure: { quantity } }: Mention): Interval {
  const slack = Math.abs(quantity.value) * 0.01;
  return {
    low: Math.max(quantity.range.low, quantity.value - slack),
    high: Math.min(quantity.range.high, quantity.value + slack),
  };
}

function asShare(mention: Mention): Interval {
  const { low, high } = tight(mention);
  return mention.figure.quantity.kind === 'multiple' ? { low: low * 100, high: high * 100 } : { low, high };
}

/** True when two of the inputs add up to the amount, or differ by it. */
function isSumOfTwo(inputs: readonly Mention[], amount: Interval): boolean {
  const values = inputs.map(input => input.figure.quantity.value);
  const ranges = inputs.map(tight);
  return ranges.some((one, i) =>
    ranges.some((other, k) => {
      const [a, b] = [inputs[i], inputs[k]];
      if (k <= i || !a || !b || !canCombine(a, b)) return false;
      const difference = Math.abs((values[i] ?? 0) - (values[k] ?? 0));
      return (
        meets({ low: one.low + other.low, high: one.high + other.high }, amount) ||
        meets({ low: difference, high: difference }, amount)
      );
    }),
  );
}

/** "A bed at Mirasol earned 5.5 million": what a row of the table before gives for each of the things that it counts. */
function isQuotientOfCells(inputs: readonly Mention[], mention: Mention): boolean {
  if (mention.figure.cell) return false;
  const { qualifier, range, value } = mention.figure.quantity;
  // A quotient is rarely given to the last digit.
  const slack = Math.abs(value) * 0.005;
  const amount =
    qualifier === undefined
      ? { low: Math.min(range.low, value - slack), high: Math.max(range.high, value + slack) }
      : tight(mention);
  return inputs.some(
    a =>
      a.figure.cell !== undefined &&
      (isAlike(a, mention) || (a.money && mention.money && currency(a) === currency(mention))) &&
      inputs.some(
        b =>
          a !== b &&
          a.figure.cell?.row === b.figure.cell?.row &&
          b.figure.quantity.kind === 'count' &&
          b.figure.quantity.value > 1 &&
          meets(scaled(tight(a), 1 / b.figure.quantity.value), amount),
      ),
  );
}

/** "At 360,000 crates and $16.85 we pay some $6.1 million": a price times what is bought, in one sentence. */
function isProduct(near: readonly Mention[], { figure, money }: Mention): boolean {
  if (!money || figure.cell) return false;
  const others = near.filter(other => other.figure.sentence.start === figure.sentence.start);
  return others.some(
    price =>
      price.money &&
      others.some(
        ({ money: isPaid, figure: { quantity } }) =>
          !isPaid &&
          isAmount(quantity.kind) &&
          quantity.value > 1 &&
          meets(scaled(tight(price), quantity.value), figure.quantity.range),
      ),
  );
}

/** "65% of the cost (€4.80 of €7.40)": the part that a share of a whole makes. */
function isShareOf(near: readonly Mention[], wholes: readonly Mention[], { figure }: Mention): boolean {
  const isNear = (other: Mention) => other.figure.sentence.start === figure.sentence.start;
  const shares = near.filter(other => isNear(other) && other.figure.quantity.kind === 'percent');
  return wholes.some(
    whole =>
      isNear(whole) &&
      shares.some(share =>
        meets(scaled(share.figure.quantity.range, whole.figure.quantity.value / 100), figure.quantity.range),
      ),
  );
}

function scaled({ low, high }: Interval, by: number): Interval {
  return { low: low * by, high: high * by };
}

function isRatioOfTwo(inputs: readonly Mention[], share: Interval): boolean {
  return inputs.some(a =>
    inputs.some(b => a !== b && canCombine(a, b) && comparable(a, b) && isRatio(a, b, share)),
  );
}

/** True when the share of one in the other, or the growth from one to the other, is so many percent. */
function isRatio(a: Mention, b: Mention, percent: Interval): boolean {
  const whole = b.figure.quantity.value;
  const part = a.figure.quantity.value;
  if (whole === 0) return false;
  const share = (part / whole) * 100;
  const fits = (value: number) => meets({ low: value - 0.5, high: value + 0.5 }, percent);
  // A part and its total are not subtracted from each other.
  if (a.figure.cell?.row !== b.figure.cell?.row) return fits(share);
  return fits(share) || fits(Math.abs(share - 100)) || fits(Math.abs(part - whole));
}
