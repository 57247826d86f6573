// What is paid beside what it is compared with: "$42.50 for each share, a premium of 70% to the last price of $25.00".
import { type Interval, meets } from '../figures';
import { divide } from '../figures/interval';
import { alike } from './amounts';
import { KIND } from './kinds';
import { isLevel } from './levels';
import type { Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBefore, wordsBetween } from './sentences';

const NAMED_BEFORE = /\b(premium|discount) of (?:about |some |around |nearly |almost |over )?$/i;
const NAMED_AFTER = /^\s+(premium|discount)\b/i;
const TO_PRICE = /^(?:\s+(?:premium|discount))?\s+(?:to|over|on|above|below|from|against)\s+[^,;.%]{0,60}$/i;
/** "24% above the closing price of $25". */
const BESIDE_PRICE =
  /^\s+(above|over|more than|higher than|below|under|less than|lower than)\s+[^,;.%]{0,40}\b(?:price|close|offer|bid|value|level|average|rate|quote|estimate)\s+(?:of|at)\s+$/i;
const ABOVE = /^(?:premium|above|over|more|higher)/i;
/** Amounts further apart than this are no prices of one thing. */
const FURTHEST = 4;
const SLACK = 0.5;

/** What may be paid for a thing stands at most so many figures before its premium. */
const MOST_BEFORE = 100;

export function checkPremiums(sentence: Sentence): readonly Found[] {
  if ((sentence.kinds & KIND.percent) === 0) return NONE;
  return sentence.parts.flatMap((percent, i) => premiumFound(sentence, percent, i) ?? NONE);
}

const NONE: readonly Found[] = [];

function premiumFound(sentence: Sentence, percent: Part, index: number): Found | undefined {
  const { figure } = percent.mention;
  if (figure.quantity.kind !== 'percent' || figure.ends) return undefined;
  const price = sentence.parts[index + 1];
  if (!price?.mention.money || !isLevel(price)) return undefined;
  const way = wayOf(sentence, percent, price);
  if (way === undefined) return undefined;
  const before = sentence.parts.slice(Math.max(0, index - MOST_BEFORE), index);
  const [paid, ...more] = before.filter(part => mayBePaid(part, price));
  if (!paid || more.length > 0 || fits(percent, way, paid, price)) return undefined;
  const { low, high } = excess(way, paid, price);
  return {
    span: figure.span,
    message: `“${figure.text}” does not fit: “${paid.mention.figure.text}” is ${((low + high) / 2).toFixed(0)}% ${ABOVE.test(way) ? 'above' : 'below'} “${price.mention.figure.text}”.`,
    related: [paid, price].map(part => ({
      span: part.mention.figure.span,
      message: 'One of the two prices',
    })),
  };
}

function wayOf(sentence: Sentence, percent: Part, price: Part): string | undefined {
  const between = wordsBetween(sentence, percent, price);
  const named =
    NAMED_BEFORE.exec(wordsBefore(sentence, percent, 30)) ??
    NAMED_AFTER.exec(wordsAfter(sentence, percent, 12));
  return named ? (TO_PRICE.test(between) ? named[1] : undefined) : BESIDE_PRICE.exec(between)?.[1];
}

function mayBePaid(part: Part, price: Part): boolean {
  const [a, b] = [part.mention.figure.quantity.value, price.mention.figure.quantity.value];
  return isLevel(part) && isOneMoney(part, price) && a < FURTHEST * b && b < FURTHEST * a;
}

/** "$31 a share" and "a close of $25" are prices of one thing. */
function isOneMoney({ mention: a }: Part, { mention: b }: Part): boolean {
  const [one, other] = [a.figure.quantity.unit.split('/'), b.figure.quantity.unit.split('/')];
  return (
    alike(a, b) || (a.money && b.money && one[0] === other[0] && (one.length === 1 || other.length === 1))
  );
}

/** By how many percent what is paid is above, or below, the price: all that the roundings allow. */
function excess(way: string, paid: Part, price: Part): Interval {
  const { low, high } = divide(paid.mention.figure.quantity.range, price.mention.figure.quantity.range);
  return ABOVE.test(way)
    ? { low: (low - 1) * 100, high: (high - 1) * 100 }
    : { low: (1 - high) * 100, high: (1 - low) * 100 };
}

function fits(percent: Part, way: string, paid: Part, price: Part): boolean {
  const { low, high } = excess(way, paid, price);
  return meets({ low: low - SLACK, high: high + SLACK }, percent.mention.figure.quantity.range);
}
