// Which amounts can be added and compared, and what each may be.
import type { Mention } from '../claims';
import { exactly, type Interval, meets, type QuantityKind } from '../figures';

/** True when two figures measure the same kind of thing in the same unit; a missing noun or currency fits any. */
export function alike(a: Mention, b: Mention): boolean {
  const one = a.figure.quantity;
  const other = b.figure.quantity;
  if (a.money !== b.money || (!a.money && one.kind !== other.kind)) return false;
  if (one.kind === 'count' && other.kind === 'count') return sameNoun(one.unit, other.unit);
  return one.unit === other.unit || one.unit === '' || other.unit === '';
}

/** What a rate is of, without what it is per: "USD" of "USD/yr". */
export function baseUnit(unit: string): string {
  const at = unit.indexOf('/');
  return at < 0 ? unit : unit.slice(0, at);
}

/** "ship" and "ships" are one noun, and so are "member households" and "households". */
export function sameNoun(a: string, b: string): boolean {
  if (a === '' || b === '') return true;
  const [one, other] = [singular(a), singular(b)];
  return one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`);
}

export function singular(noun: string): string {
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun;
}

const NOT_ADDED = new Set<QuantityKind>(['multiple', 'ratio', 'points', 'temperature', 'speed', 'frequency']);

/** A single number that is not a price, multiple, ratio, range or vague word: what a sum or a share is made of. */
export function isAmount(mention: Mention): boolean {
  return isAddable(mention) && !/\/(?!(?:yr|mo|wk|d|h)$)/.test(mention.figure.quantity.unit);
}

/** Prices too: what a thing costs is the sum of what its parts cost in it. */
export function isAddable({ figure }: Mention): boolean {
  return figure.ends === undefined && !NOT_ADDED.has(figure.quantity.kind);
}

/**
 * The values that a figure of a sentence allows. Whole things counted one by one are exact, and short round amounts
 * ("$5 billion") are mostly meant as they stand: a quarter of a unit either way.
 */
export function valuesOf(mention: Mention): Interval {
  const { figure } = mention;
  const { value, range, qualifier, stated } = figure.quantity;
  if (figure.cell || qualifier !== undefined || !stated || !Number.isInteger(stated.value)) return range;
  if (isCountedOut(mention)) return exactly(value);
  if (Math.abs(stated.value) >= 100) return range;
  return { low: (range.low + value) / 2, high: (range.high + value) / 2 };
}

/** True for whole things that were counted one by one: "71 aircraft". */
export function isCountedOut({ figure }: Mention): boolean {
  const { kind, value, qualifier, stated } = figure.quantity;
  return (
    kind === 'count' &&
    figure.scale === undefined &&
    qualifier === undefined &&
    stated?.power === 0 &&
    Number.isInteger(value) &&
    (value < 1000 || value % 10 !== 0)
  );
}

/**
 * True when two intervals of rounded values have a value in common. A rounded value may be its lower end but never its
 * upper one, so that two such intervals that only touch have none.
 */
export function overlap(a: Interval, b: Interval): boolean {
  if (!meets(a, b)) return false;
  const touching = (high: number, low: number) => Math.abs(high - low) <= Math.abs(low) * 1e-9;
  const points = a.low === a.high || b.low === b.high;
  return points || !(touching(a.high, b.low) || touching(b.high, a.low));
}

/** True for two numbers of things, neither of which is money. */
export function areCounts(a: Mention, b: Mention): boolean {
  return !a.money && !b.money && a.figure.quantity.kind === 'count' && b.figure.quantity.kind === 'count';
}
