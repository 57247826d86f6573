// Writes a value in the manner of another figure, for fixes: the same currency sign, scale, spacing and unit.
import type { Figure } from './figure';
import { findFigures } from './find';
import { plainNumber, shift, withoutExponent } from './numbers';
import { spellQuantity } from './spell';

/**
 * The value (in base units of `like`) written as `like` is written, without its qualifier: "$3.5 billion" for
 * 3,500,000,000 like "about $30 billion". It is not rounded, so reading it back gives the value; where the scale of
 * `like` no longer suits, the next one is taken ("$3.1 billion" like "$300 million"). A range, or a number in words,
 * is written as one number in digits.
 */
export function spellLike(value: number, like: Figure): string {
  const special =
    like.quantity.kind === 'ratio'
      ? ratioLike(value, like)
      : like.quantity.kind === 'multiple'
        ? multipleLike(value, like)
        : undefined;
  if (special !== undefined) return special;
  const written = inItsManner(value, like);
  return like.inherited || readsAs(written, value, like) ? written : plainly(value, like);
}

/** A compound measure or a number with a fraction behind its unit cannot be copied: what would not read back is not written. */
function readsAs(written: string, value: number, like: Figure): boolean {
  const [again, another] = findFigures(written);
  if (!again || another || again.quantity.kind !== like.quantity.kind) return false;
  return Math.abs(again.quantity.value - value) <= Math.abs(value) * 1e-9;
}

function plainly(value: number, { quantity: { kind, unit } }: Figure): string {
  return spellQuantity({ kind, value, unit: kind === 'count' ? '' : unit });
}

function inItsManner(value: number, like: Figure): string {
  const { before, numeral, after } = pieces(like);
  const sign = value < 0 && !before.includes('(') ? '-' : '';
  const positive = value >= 0 && before.includes('(');
  const [lead, tail] = positive ? [before.replace('(', ''), after.replace(')', '')] : [before, after];
  return sign + lead + numberLike(Math.abs(value), like, numeral) + tail;
}

interface Pieces {
  readonly before: string;
  readonly numeral: string;
  readonly after: string;
}

/** What stands before and after the number in the core, signs left out. */
function pieces(like: Figure): Pieces {
  const at = like.span.start;
  const core = like.text.slice(like.core.start - at, like.core.end - at);
  const [from, to] = [like.numeral.start - like.core.start, like.numeral.end - like.core.start];
  const before = core
    .slice(0, from)
    .replace(/(?:minus|negative)[\s-]+|[-−–‑+]/gi, '')
    .replace(/^plus or $/i, 'plus or minus ');
  return { before, numeral: core.slice(from, to), after: core.slice(to) };
}

// -------------------------------------------------------------------------------------------------------------- numbers

const FAMILIES: readonly (readonly (readonly [string, number])[])[] = [
  [
    ['thousand', 3],
    ['million', 6],
    ['billion', 9],
    ['trillion', 12],
  ],
  [
    ['Thousand', 3],
    ['Million', 6],
    ['Billion', 9],
    ['Trillion', 12],
  ],
  [
    ['m', 6],
    ['bn', 9],
    ['tn', 12],
  ],
  [
    ['mn', 6],
    ['bn', 9],
    ['tn', 12],
  ],
  [
    ['M', 6],
    ['B', 9],
    ['T', 12],
  ],
];

interface Scale {
  readonly text: string;
  readonly power: number;
}

function numberLike(value: number, like: Figure, numeral: string): string {
  const factor = unitFactor(like);
  const inUnit = factor === 1 ? value : Number((value / factor).toPrecision(12));
  const scale = fittingScale(inUnit, scaleOf(like), numeral);
  const number = digitsLike(shift(inUnit, -scale.power), numeral, scale);
  if (scale.text === '') return number;
  const written = like.scale ?? '';
  const glue = /[\s-]*$/.exec(numeral.slice(0, Math.max(0, numeral.lastIndexOf(written))))?.[0] ?? ' ';
  return number + glue + scale.text;
}

/** The scale as written, and its power of ten; a header's scale has no text. */
function scaleOf(like: Figure): Scale {
  const power = like.quantity.stated?.power ?? 0;
  if (like.scale === undefined) return { text: '', power };
  if (power > 0) return { text: like.scale, power };
  const [one] = findFigures(`$1 ${like.scale.toLowerCase().replace(/^[a-z]$/, letter => letter)}`);
  return { text: like.scale, power: one ? Math.round(Math.log10(one.quantity.value)) : 0 };
}

/** Another scale of the same manner where the number would be a thousand and more, or less than one. */
function fittingScale(value: number, scale: Scale, numeral: string): Scale {
  const own = shift(value, -scale.power);
  if (scale.text === '' || value === 0 || (own >= 1 && (own < 1000 || numeral.includes(',')))) return scale;
  const family = FAMILIES.find(names =>
    names.some(([text, power]) => text === scale.text && power === scale.power),
  );
  const fitting = family?.filter(([, power]) => value >= 10 ** power).at(-1);
  return fitting ? { text: fitting[0], power: fitting[1] } : scale;
}

/** Base units in one unit as written: 1e9 for "GW". */
function unitFactor(like: Figure): number {
  const { stated, value } = like.quantity;
  if (stated && stated.value !== 0 && like.ends === undefined) {
    const whole = shift(stated.value, stated.power);
    return whole === value ? 1 : Number((value / whole).toPrecision(12));
  }
  const { before, after } = pieces(like);
  return findFigures(`${before}1${after}`)[0]?.quantity.value ?? 1;
}

/** Thousands apart unless the other number leaves them together; without a scale, as many decimals as it has. */
function digitsLike(value: number, numeral: string, scale: Scale): string {
  const digits = /\d[\d.,]*/.exec(numeral)?.[0] ?? '';
  const decimals = digits.includes('.') ? digits.length - digits.lastIndexOf('.') - 1 : 0;
  const needed = withoutExponent(value).split('.')[1]?.length ?? 0;
  const text = /^\d{4,}/.test(digits) && !digits.includes(',') ? withoutExponent(value) : plainNumber(value);
  if (scale.text !== '' || decimals <= needed) return text;
  return `${text}${needed === 0 ? '.' : ''}${'0'.repeat(decimals - needed)}`;
}

// --------------------------------------------------------------------------------------------------- ratios, multiples

const FRACTIONS = new Map<number, string>([
  [1 / 2, 'half'],
  [1 / 3, 'a third'],
  [2 / 3, 'two-thirds'],
  [1 / 4, 'a quarter'],
  [3 / 4, 'three-quarters'],
  [1 / 5, 'a fifth'],
  [2 / 5, 'two-fifths'],
  [3 / 5, 'three-fifths'],
  [4 / 5, 'four-fifths'],
  [1 / 10, 'a tenth'],
]);

/** "a third", "1 in 8" and "3:1" in their own manner where the value allows it, else a percentage or number. */
function ratioLike(value: number, like: Figure): string {
  const close = (other: number) => Math.abs(value - other) <= Math.abs(value) * 1e-9;
  const { text } = like;
  if (/\bin\b|\bof\b/.test(text) && /\d/.test(text) && value > 0 && close(1 / Math.round(1 / value))) {
    return text.includes('-in-') ? `1-in-${Math.round(1 / value)}` : `1 in ${Math.round(1 / value)}`;
  }
  if (text.includes(':')) return `${plainNumber(value)}:1`;
  const words = [...FRACTIONS].find(([fraction]) => close(fraction))?.[1];
  return words !== undefined && like.spelled
    ? words
    : `${plainNumber(Number((value * 100).toPrecision(12)))}%`;
}

const STEMS = new Map([
  [2, 'doubl'],
  [3, 'tripl'],
  [4, 'quadrupl'],
  [5, 'quintupl'],
  [0.5, 'halv'],
]);
const FOLDS = new Map([
  [2, 'two'],
  [3, 'three'],
  [4, 'four'],
  [5, 'five'],
  [6, 'six'],
  [7, 'seven'],
  [8, 'eight'],
  [9, 'nine'],
  [10, 'ten'],
]);

/** "tripled" like "doubled", "threefold" like "twofold"; undefined where digits or "times" do. */
function multipleLike(value: number, like: Figure): string | undefined {
  const core = like.text.slice(like.core.start - like.span.start).toLowerCase();
  if (/fold$/.test(core) && !/\d/.test(core))
    return FOLDS.has(value) ? `${FOLDS.get(value)}fold` : `${plainNumber(value)}-fold`;
  const ending = /^(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)(ed|es|ing)$/.exec(core)?.[1];
  if (ending !== undefined && STEMS.has(value)) return `${STEMS.get(value)}${ending}`;
  return ending !== undefined || core === 'twice' ? `${plainNumber(value)} times` : undefined;
}
