// Digits that make no number: groups that do not fit, two points, one digit too many.
import { readDigits } from '../figures/digits';
import { plainNumber } from '../figures/numbers';

/** A broken quantity where it stands in a text, and the readings that it may have. */
export interface Broken {
  readonly start: number;
  readonly text: string;
  readonly message: string;
  readonly readings: readonly string[];
}

export const SCALE = 'thousand|million|billion|trillion|crore|lakh|bn|tn|mn|mln|bln';
/** A scale, or the letter of one. */
export const SCALE_OR_LETTER = `${SCALE}|[mMbBkK]`;
export const NUMBER = String.raw`\d[\d.,'’]*`;

const GROUPED = /(?=\d)(?<![\p{L}\d.,'’/:#§[^-])(\d{1,3}(?:[.,'’]\d+){2,})(?![\p{L}\d/:-]|[.,'’]\d)/gu;
const MENTIONS_PLACES =
  /\b(?:pages?|pp?\.|notes?|figures?|tables?|items?|sections?|chapters?|nos?\.|numbers?|lines?|articles?|versions?|rows?|steps?|questions?|paragraphs?|clauses?|v\.?)\s*$/i;

export function* brokenDigits(text: string): Iterable<Broken> {
  for (const match of text.matchAll(GROUPED)) {
    const [run] = match;
    if (readDigits(run) || !isBrokenNumber(run)) continue;
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    if (MENTIONS_PLACES.test(before)) continue;
    const marks = new Set(run.replace(/\d/g, ''));
    const alone = marks.size === 1 && marks.has(',');
    // Bare digits with commas may be a list: only an amount can be broken.
    if (
      alone &&
      !/\p{Sc}\s?$/u.test(before) &&
      !/^\s?(?:%|\p{Ll}{3,}|(?:million|billion)\b)/u.test(
        text.slice(match.index + run.length, match.index + run.length + 12),
      )
    )
      continue;
    yield {
      start: match.index,
      text: run,
      message: `“${run}” is no number: its groups of digits do not fit.`,
      readings: readingsOf(run),
    };
  }
}

/** "€2.4.5 million": what a sign or a scale stands beside is an amount, which has one point. */
const TWO_POINTS = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:\p{Sc}\s?\d{1,3}\.\d{1,2}\.\d{1,2}|\d{1,3}\.\d{1,2}\.\d{1,2}(?=\s(?:${SCALE})|\s?%))(?![\p{L}\d]|[.,]\d)`,
  'gu',
);

export function* twoPoints(text: string): Iterable<Broken> {
  for (const match of text.matchAll(TWO_POINTS))
    yield {
      start: match.index,
      text: match[0],
      message: `“${match[0]}” is no number: it has two decimal points.`,
      readings: [],
    };
}

/** Not a date, a version, an address or a list: two kinds of separators, apostrophes, or groups of two and three. */
function isBrokenNumber(run: string): boolean {
  const groups = run.split(/[.,'’]/);
  if (/['’]/.test(run)) return true;
  if (run.includes(',') && run.includes('.')) return true;
  return (
    run.includes(',') &&
    groups.some(group => group.length === 2) &&
    groups.every(group => group.length <= 3) &&
    (new Set(groups.map(group => group.length)).size > 1 || groups.length > 2)
  );
}

/** All digits regrouped in threes; with a different last separator, also as a decimal. */
function readingsOf(run: string): string[] {
  const mark = run.match(/[.,'’]/)?.[0] ?? ',';
  const last = run.match(/[.,'’](?=\d+$)/)?.[0];
  const digits = run.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  const grouped = plainNumber(Number(digits)).replaceAll(',', mark === '.' ? ',' : mark);
  if (last === mark || last === undefined) return [grouped];
  const at = run.lastIndexOf(last);
  const whole = plainNumber(Number(run.slice(0, at).replace(/\D/g, ''))).replaceAll(
    ',',
    mark === '.' ? ',' : mark,
  );
  return [grouped, `${whole}.${run.slice(at + 1)}`].filter(reading => readDigits(reading) !== undefined);
}

const THOUSANDS = /(?=[1-9])(?<![\p{L}\d.,'’/:#§[-])([1-9]\d{0,2},\d{4})(?![\p{L}\d/:-]|[.,]\d)/gu;

/** "3,5000 employees": one digit too many behind the comma. */
export function* oneDigitTooMany(text: string): Iterable<Broken> {
  for (const match of text.matchAll(THOUSANDS)) {
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    if (MENTIONS_PLACES.test(before) || !(/\p{Sc}\s?$/u.test(before) || /^\s\p{Ll}{4,}/u.test(after)))
      continue;
    if (/\d,\d{1,2}(?!\d)|\d,\d{4}(?!\d)/.test(text.slice(0, match.index).slice(-2000))) continue;
    const digits = match[0].replace(',', '');
    yield {
      start: match.index,
      text: match[0],
      message: `“${match[0]}” is no number: four digits stand behind its comma.`,
      readings: [plainNumber(Number(digits))],
    };
  }
}
