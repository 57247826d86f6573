// Amounts for each of several: "€336 million for 14 aircraft, or €24 million apiece", "1.9 tenants a tower".
import type { Mention } from '../claims';
import { meets, spellLike } from '../figures';
import { divide } from '../figures/interval';
import { baseUnit, isAmount, sameNoun, singular, valuesOf } from './amounts';
import type { Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBefore } from './sentences';

export function* ratioPerOne(sentence: Sentence): Iterable<Found> {
  const { parts } = sentence;
  for (let i = 2; i < parts.length; i++) {
    const ratio = parts[i];
    if (!ratio || ratio.mention.figure.ends) continue;
    const { kind, unit } = ratio.mention.figure.quantity;
    const near = parts.slice(Math.max(0, i - 6), i);
    if (kind === 'money') yield* moneyEach(sentence, ratio, near);
    else if (kind === 'count' && unit === '') yield* ratioOfCounts(sentence, ratio, near);
    else if (kind === 'count') {
      yield* countPerOne(sentence, ratio, near);
      yield* oneForMany(sentence, ratio, near);
    }
  }
}

/** "T for N things, or U each". */
function* moneyEach(sentence: Sentence, each: Part, near: readonly Part[]): Iterable<Found> {
  const { quantity } = each.mention.figure;
  const isRestated = /[,(–—]\s*(?:or|i\.e\.|that is,?)\s+(?:about |some )?$/i.test(
    wordsBefore(sentence, each, 30),
  );
  const isBeside =
    /[,(–—]\s*$/.test(wordsBefore(sentence, each, 3)) &&
    /^[^,;:.)]{0,20}(?:[,;:.)]|$)/.test(wordsAfter(sentence, each, 22));
  if (!isRestated && !isBeside) return;
  const one = perOne(sentence, each);
  if (one === undefined) return;
  const totals = near.filter(
    part =>
      part.mention.money &&
      isAmount(part.mention) &&
      part.mention.figure.quantity.unit === baseUnit(quantity.unit),
  );
  const counts = near.filter(
    part =>
      part.mention.figure.quantity.kind === 'count' &&
      isAmount(part.mention) &&
      !part.mention.money &&
      (one === '' || sameNoun(singular(part.mention.figure.quantity.unit), one)),
  );
  const [total] = totals;
  const [count] = counts;
  // "5,200 humanoids after 1,300": a bare number may count what another noun names.
  const unnamed = count?.mention.figure.quantity.unit === '' && near.some(part => isOtherCount(part, count));
  if (!total || totals.length !== 1 || !count || counts.length !== 1 || unnamed) return;
  yield* check(each.mention, total.mention, count.mention);
}

function isOtherCount(part: Part, count: Part): boolean {
  const { kind, unit } = part.mention.figure.quantity;
  return part !== count && kind === 'count' && unit !== '' && !part.mention.money;
}

/** The noun of "€24 million a ship", '' for "€24 million each", undefined for an amount that is for nothing in particular. */
function perOne(sentence: Sentence, { end, start }: Part): string | undefined {
  const own = /\s(?:a|an|per|for each)\s+([\p{L}-]{3,})$/iu.exec(sentence.text.slice(start, end))?.[1];
  const after = wordsAfter(sentence, { start, end }, 40);
  if (/^\s*(?:each|apiece|a piece)\b/i.test(after)) return '';
  const noun = own ?? /^\s*(?:a|an|per|for each)\s+([\p{L}-]{3,})\b/iu.exec(after)?.[1];
  return noun === undefined || TIMES.test(noun) ? undefined : noun.toLowerCase();
}

/** "1.9 tenants a tower" beside the number of both. */
function* countPerOne(sentence: Sentence, ratio: Part, near: readonly Part[]): Iterable<Found> {
  const { quantity, spelled } = ratio.mention.figure;
  if (spelled) return;
  const per =
    /^\s*(?:[\p{L}-]+\s+){0,2}?(?:a|an|per|for each|for every|to each|to every|to a|on each)\s+([\p{L}-]{3,})\b/iu.exec(
      wordsAfter(sentence, ratio, 60),
    );
  const one = per?.[1]?.toLowerCase();
  if (one === undefined || TIMES.test(one)) return;
  const countOf = (noun: string) =>
    near.filter(
      part =>
        part.mention.figure.quantity.kind === 'count' &&
        isAmount(part.mention) &&
        part.mention.figure.quantity.unit !== '' &&
        sameNoun(singular(part.mention.figure.quantity.unit), noun),
    );
  const totals = countOf(quantity.unit);
  const counts = countOf(one);
  const [total] = totals;
  const [count] = counts;
  if (!total || !count || totals.length !== 1 || counts.length !== 1 || total === count) return;
  yield* check(ratio.mention, total.mention, count.mention);
}

const ONE_FOR = /\b(?:one|an?) ([\p{L}-]{3,}) (?:for|per|to) (?:every |each )?(?:about |some )?$/iu;

/** "96 buses for 420,000 residents, one bus for every 4,400 people": the other way round. */
function* oneForMany(sentence: Sentence, many: Part, near: readonly Part[]): Iterable<Found> {
  if (many.mention.figure.spelled) return;
  const one = ONE_FOR.exec(wordsBefore(sentence, many, 50))?.[1]?.toLowerCase();
  if (one === undefined || TIMES.test(one)) return;
  const counts = near.filter(({ mention }) => isLargeCount(mention));
  const [first, second] = counts;
  if (!first || !second || counts.length !== 2) return;
  const [of, total] = isCalled(first, one) ? [first, second] : [second, first];
  if (!isCalled(of, one) || isCalled(total, one)) return;
  yield* check(many.mention, total.mention, of.mention);
}

function isLargeCount(mention: Mention): boolean {
  return mention.figure.quantity.kind === 'count' && isAmount(mention) && !mention.figure.spelled;
}

function isCalled({ mention }: Part, noun: string): boolean {
  const { unit } = mention.figure.quantity;
  return unit !== '' && sameNoun(singular(unit), noun);
}

const RATIO_OF = /\b(?:an?|the|their|its) (?:[\p{L}-]+ ){0,2}ratio of\s+(?:about |some |just )?$/iu;

/** "21,400 sites have 34,240 tenants, a tenancy ratio of 1.6": the one over the other, whichever is named first. */
function* ratioOfCounts(sentence: Sentence, ratio: Part, near: readonly Part[]): Iterable<Found> {
  const { quantity, spelled, scale } = ratio.mention.figure;
  if (spelled || scale !== undefined) return;
  if (!RATIO_OF.test(wordsBefore(sentence, ratio, 60))) return;
  const [first, second, other] = near.filter(part => part.mention.figure.quantity.kind === 'count');
  if (!first || !second || other || first.mention.money || second.mention.money) return;
  const units = [first, second].map(part => part.mention.figure.quantity.unit);
  if (units.includes('') || units[0] === units[1]) return;
  const [a, b] = [first, second].map(({ mention }) => valuesOf(mention));
  if (!a || !b || [divide(a, b), divide(b, a)].some(right => meets(right, quantity.range))) return;
  // The one that is nearer to what is stated was meant.
  const size = first.mention.figure.quantity.value / second.mention.figure.quantity.value;
  const isFirstOver =
    Math.abs(Math.log(size / quantity.value)) <= Math.abs(Math.log(1 / size / quantity.value));
  const [total, count] = isFirstOver ? [first, second] : [second, first];
  yield* check(ratio.mention, total.mention, count.mention);
}

const TIMES = /^(?:day|week|month|year|hour|minute|second|quarter|night|season|time|head|share)s?$/;

function* check(ratio: Mention, total: Mention, count: Mention): Iterable<Found> {
  if (!isRatio(ratio, total, count)) yield ratioFound(ratio, total, count);
}

/** True when one amount over another is what a ratio states. */
export function isRatio(ratio: Mention, total: Mention, count: Mention): boolean {
  return meets(divide(valuesOf(total), valuesOf(count)), ratio.figure.quantity.range);
}

export function ratioFound(ratio: Mention, total: Mention, count: Mention): Found {
  const value = total.figure.quantity.value / count.figure.quantity.value;
  // Whole units are written out: one that is rounded to tens may not fit again.
  const rounded = value >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  const newText = spellLike(rounded, ratio.figure);
  return {
    span: ratio.figure.span,
    message: `“${ratio.figure.text}” does not fit: “${total.figure.text}” over “${count.figure.text}” is ${newText}.`,
    related: [
      { span: total.figure.span, message: 'The whole amount' },
      { span: count.figure.span, message: 'Over how many' },
    ],
    fixes: [
      {
        kind: 'edits',
        title: `Write ${newText}`,
        edits: [{ span: ratio.figure.core, newText }],
        certain: false,
      },
    ],
  };
}
