// What is found where parts do not make their total: a wrong total, or a single figure that makes the sum hold once it
// moves its decimal point, which then is the wrong one.
import type { Mention } from '../claims';
import { exactly, spellLike } from '../figures';
import { add } from '../figures/interval';
import { plainNumber } from '../figures/numbers';
import { overlap } from './amounts';
import type { Found } from './rule';

export interface ScaleSlip {
  readonly mention: Mention;
  /** The power of ten by which the figure is too large; negative when it is too small. */
  readonly power: number;
}

const POWERS = [1, 2, 3, 6, -1, -2, -3, -6];
/** Among many parts one fits by chance. */
const MOST_PARTS = 40;

/** The one part, or the total, that makes the sum hold when it is larger or smaller by a power of ten. */
export function scaleSlipIn(total: Mention, parts: readonly Mention[]): ScaleSlip | undefined {
  if (parts.length > MOST_PARTS) return undefined;
  const sum = add(...parts.map(rangeOf));
  const stated = rangeOf(total);
  const fitting = POWERS.flatMap(power => [
    ...parts
      .filter(part => overlap(withScale(sum, part, power), stated))
      .map(mention => ({ mention, power })),
    ...(overlap(sum, scaled(stated, power)) ? [{ mention: total, power }] : []),
  ]);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** From a thousand on another word of scale was meant; below, a decimal point moved, and a number written out again is no vaguer. */
const WORDS_OF_SCALE = 3;

type Range = Mention['figure']['quantity']['range'];

function rangeOf({ figure }: Mention): Range {
  return figure.quantity.range;
}

function withScale(sum: Range, part: Mention, power: number): Range {
  const own = rangeOf(part);
  const other = scaled(
    Math.abs(power) < WORDS_OF_SCALE && power < 0 ? exactly(part.figure.quantity.value) : own,
    power,
  );
  return { low: sum.low - own.low + other.low, high: sum.high - own.high + other.high };
}

function scaled({ low, high }: Range, power: number): Range {
  return { low: low / 10 ** power, high: high / 10 ** power };
}

export function slipFound({ mention, power }: ScaleSlip, total: Mention): Found {
  const right = mention.figure.quantity.value / 10 ** power;
  const times = `${plainNumber(10 ** Math.abs(power))} times too ${power > 0 ? 'large' : 'small'}`;
  return cellFound(mention, right, mention === total ? [] : [total], ` It is ${times}.`);
}

/** The finding at a figure that breaks the sums of some totals, with the value by which they hold as its fix. */
export function cellFound(mention: Mention, value: number, totals: readonly Mention[], cause = ''): Found {
  const newText = spellLike(value, mention.figure);
  const sums = totals.map(total => `“${total.figure.text}”`).join(' and ');
  return {
    span: mention.figure.span,
    message: `“${mention.figure.text}” does not add up${sums === '' ? ' with its parts' : ` to ${sums}`}; ${newText} would.${cause}`,
    related: totals.map(total => ({ span: total.figure.span, message: 'The total' })),
    fixes: [
      {
        kind: 'edits',
        title: `Write ${newText}`,
        edits: [{ span: mention.figure.core, newText }],
        certain: false,
      },
    ],
  };
}

/** The finding at a stated total, with the parts' sum as its fix. */
export function sumFound(total: Mention, parts: readonly Mention[], value: number): Found {
  const newText = spellLike(value, total.figure);
  const listed = parts.map(part => part.figure.text).join(' + ');
  return {
    span: total.figure.span,
    message: `The parts add up to ${newText}, not “${total.figure.text}”: ${listed}.`,
    related: parts.map(part => ({ span: part.figure.span, message: 'A part of the total' })),
    fixes: [
      {
        kind: 'edits',
        title: `Write ${newText}, the sum of the parts`,
        edits: [{ span: total.figure.core, newText }],
        certain: false,
      },
    ],
  };
}
