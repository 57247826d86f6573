import { comparable, type Mention, oddsOfOneClaim } from '../claims';
import { type Interval, meets, spellLike } from '../figures';
import { divide, subtract } from '../figures/interval';
import type { Steps } from '../text/steps';
import { isDoubtful } from './doubt';
import type { Reading } from './reading';
import type { Fix, Rule } from './rule';
import { areSwapped } from './slip';
import { Company } from './value-company';
import { isNear, NEEDED, type Pair, valuePairs } from './value-pairs';

/** The other of two values that stand together may be less sure by so much. */
const SURER = 2;
/** Another value that fits a claim nearly as well shows that the words tell of several things. */
const RIVAL = 0.5;

export const valueConflict: Rule = {
  id: 'value-conflict',
  family: 'units',
  severity: 'error',
  summary: 'Two mentions of one claim that differ beyond rounding and beyond what their qualifiers allow.',
  *check(reading) {
    for (const { a, b, odds } of yield* conflicts(reading)) {
      const [weak, strong] = support(reading, a) < support(reading, b) ? [a, b] : [b, a];
      yield {
        span: weak.figure.span,
        message: `“${weak.figure.text}” here, “${strong.figure.text}” elsewhere, for the same ${weak.measure ?? strong.measure ?? 'claim'}${of(weak, strong)}.`,
        related: [{ span: strong.figure.span, message: `Here it is “${strong.figure.text}”` }],
        fixes: [useOther(weak, strong)],
        doubtful: isDoubtful(odds, a, b),
      };
    }
  },
};

function of(weak: Mention, strong: Mention): string {
  const subject = weak.subjects[0] ?? strong.subjects[0];
  return subject === undefined ? '' : ` of ${subject}`;
}

interface Conflict {
  readonly a: Mention;
  readonly b: Mention;
  /** The logarithm of the odds that they are one claim and one of them is a slip. */
  readonly odds: number;
}

/** Pairs that make one claim with two values, each mention in the likeliest pair alone. */
function* conflicts(reading: Reading): Steps<readonly Conflict[]> {
  const pairs = yield* valuePairs(reading);
  const company = new Company(reading, pairs);
  const likely: { readonly pair: Pair; readonly odds: number }[] = [];
  for (const pair of pairs.near) {
    if (!pair.conflict || pair.evidence < NEEDED) continue;
    yield;
    const odds = pair.evidence - company.against(pair);
    if (odds >= NEEDED) likely.push({ pair, odds });
  }
  const told = new Set<Mention>();
  const found: Conflict[] = [];
  for (const { pair, odds } of likely.sort((x, y) => y.odds - x.odds)) {
    yield;
    const { a, b, sameness } = pair;
    if (told.has(a) || told.has(b)) continue;
    if (isSetApart(reading, a, b, sameness) || isSetApart(reading, b, a, sameness)) continue;
    if (isChangeTold(reading, a, b) || isChangeTold(reading, b, a)) continue;
    if (isShareTold(reading, a, b) || isShareTold(reading, b, a)) continue;
    if (hasRival(company.of(a), pair, b) || hasRival(company.of(b), pair, a)) continue;
    told.add(a).add(b);
    found.push({ a, b, odds });
  }
  return found;
}

/** "It sold 9 million of its 36 million shares" beside the one, 27 million elsewhere: what lies between the two is told. */
function isChangeTold(reading: Reading, here: Mention, other: Mention): boolean {
  if (areSwapped(here.figure.quantity.value, other.figure.quantity.value)) return false;
  const [one, two] = [here.figure.quantity.range, other.figure.quantity.range];
  const size = sizeOf(subtract(one, two));
  if (size.low <= 0) return false;
  const beside = reading.beside(here).filter(third => isOfOneRow(third, here) && comparable(third, other));
  return beside.some(
    third =>
      isWithin(third.figure.quantity, size) &&
      // "2.6 billion, 300 million less than the 2.9 billion of March": the change is one to another value that stands there.
      !beside.some(
        fourth =>
          fourth !== third &&
          isWithin(third.figure.quantity, sizeOf(subtract(one, fourth.figure.quantity.range))),
      ),
  );
}

/** The interval without its sign, where it lies on one side of zero. */
function sizeOf({ low, high }: Interval): Interval {
  return high < 0 ? { low: -high, high: -low } : { low, high };
}

/** "The region has 92% of the wind (34.1 GW)", 31.4 GW elsewhere; "1,290, or 67%", 1,920 elsewhere: the one is that part of the other. */
function isShareTold(reading: Reading, here: Mention, other: Mention): boolean {
  const { sentence, quantity, span } = here.figure;
  const [ofHere, ofOther] = [
    divide(other.figure.quantity.range, quantity.range),
    divide(quantity.range, other.figure.quantity.range),
  ];
  return reading.beside(here).some(({ figure: share }) => {
    if (share.quantity.kind !== 'percent' || share.sentence.start !== sentence.start) return false;
    const { low, high } = share.quantity.range;
    const told = { low: low / 100, high: high / 100 };
    const isRightBehind = share.span.start >= span.end && share.span.start < span.end + BEHIND;
    return meets(told, ofHere) || (isRightBehind && meets(told, ofOther));
  });
}

/** ", or about ". */
const BEHIND = 12;

/** Other rows of a table are about other things. */
function isOfOneRow({ figure: a }: Mention, { figure: b }: Mention): boolean {
  return a.cell?.row === b.cell?.row;
}

/** An amount that is stated as exactly as the two that it lies between. */
function isWithin({ value }: { readonly value: number }, { low, high }: Interval): boolean {
  return low <= value && value <= high;
}

/** Where the one stands, the value of the other is given for another thing: the two are told apart there. */
function isSetApart(reading: Reading, here: Mention, other: Mention, sameness: number): boolean {
  return reading
    .beside(here)
    .some(
      third =>
        comparable(third, other) &&
        isNear(third, other) &&
        meets(third.figure.quantity.range, other.figure.quantity.range) &&
        oddsOfOneClaim(third, other, reading.likeness.of(third, other), false) > sameness - SURER,
    );
}

/** True when a third value fits a mention nearly as well as the other of the pair does. */
function hasRival(pairs: readonly Pair[], pair: Pair, other: Mention): boolean {
  return pairs.some(
    rival =>
      rival !== pair &&
      isOfLikeSize(rival.a, rival.b) &&
      rival.sameness > pair.sameness - RIVAL &&
      rival.evidence > pair.evidence - RIVAL &&
      ![rival.a, rival.b].some(
        one => one === other || meets(one.figure.quantity.range, other.figure.quantity.range),
      ),
  );
}

/** A value a hundred times as large is none that a figure could be mistaken for. */
function isOfLikeSize({ figure: { quantity: a } }: Mention, { figure: { quantity: b } }: Mention): boolean {
  return Math.max(a.value, b.value) < 100 * Math.min(a.value, b.value);
}

function support(reading: Reading, { figure }: Mention): number {
  return (
    (reading.sourced.covers(figure.span) ? 1 : 0) +
    (figure.cell ? 2 : 0) +
    (reading.caveatAt(figure.span) ? -2 : 0)
  );
}

function useOther(weak: Mention, strong: Mention): Fix {
  const newText = spellLike(strong.figure.quantity.value, weak.figure);
  return {
    kind: 'edits',
    title: `Write ${newText} here`,
    edits: [{ span: weak.figure.core, newText }],
    certain: false,
  };
}
