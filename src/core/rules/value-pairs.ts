// Mentions that may make one claim with two values, and how likely it is that they do and one is a slip.
import {
  comparable,
  type Mention,
  oddsOfOneClaim,
  periodRelation,
  significantDigits,
  standApart,
} from '../claims';
import { meets } from '../figures';
import { gather, once } from '../text/remember';
import type { Steps } from '../text/steps';
import { areCounts } from './amounts';
import { pointsBack } from './definite';
import { eachPairAmong, eachPairOfAll } from './pairs';
import type { Reading } from './reading';
import { areSwapped, oddsOfSlip } from './slip';
import { isAsserted, isHandedOut, isPart, isStated } from './value-stated';

/** The logarithm of the odds from which two values are called a conflict. */
export const NEEDED = -0.3;
/** Digits alone tell nothing of two amounts that are less likely than this to make one claim. */
const LEAST = -3.2;
/** What it tells that two sentences of one period are the same word for word. */
const BY_WORDING = 2;
/** What it tells that one points back to an amount, which the report has nowhere else. */
const BY_POINTING = 1.3;
/** A measure of one subject with more values than this is a series or a breakdown. */
const MOST_VALUES = 3;
/** Values further apart than this are two things rather than two versions of one. */
const WIDEST_RATIO = 1.6;
/** What two nouns tell against one claim. */
const OTHER_NOUN = -1.2;
/** Percentages of one measure are many, and near each other. */
const PERCENT = -1;
/** Digits that changed places tell less where they set the values far apart. */
const FAR = 2.2;
/** A word in more places than this tells little of what a figure is. */
const MOST_PLACES = 14;
/** Some stand beside two figures in one place. */
const MOST_COMPARED = 2 * MOST_PLACES;
/** Words beside one that stand around the other tell of one thing where they weigh so much together. */
const ASIDE = 5;

export interface Pair {
  readonly a: Mention;
  readonly b: Mention;
  /** The logarithm of the odds that both make one claim, and that they do and one is a slip. */
  readonly sameness: number;
  readonly evidence: number;
  /** False where the text tells that they are two claims, or that one of them is none. */
  readonly conflict: boolean;
}

/** Pairs of mentions that may make one claim. */
export interface Pairs {
  /** Those with values of which one may be a slip of the other. */
  readonly near: readonly Pair[];
  /** By each mention of the others, the ones that it makes a pair with: read only where it is in doubt. */
  readonly far: ReadonlyMap<Mention, readonly Mention[]>;
}

/** Mentions that may make one claim: a rare word beside both, or the same digits in another order. */
export function* valuePairs(reading: Reading): Steps<Pairs> {
  const { likeness } = reading;
  const stated = reading.mentions.filter(mention => isStated(reading, mention));
  const values = Float64Array.from(stated, ({ figure }) => figure.quantity.value);
  const groups = groupsOf(reading, stated);
  yield;
  const seen: (Set<number> | undefined)[] = [];
  const isNew = (a: Mention, b: Mention) => {
    let met = seen[a.index];
    if (!met) seen[a.index] = met = new Set();
    return met.size < met.add(b.index).size;
  };
  const near: Pair[] = [];
  const far = new Map<Mention, Mention[]>();
  const compare = (a: Mention, b: Mention) => {
    if (!mayDiffer(a, b) || !mayCompare(a, b) || !isNew(a, b)) return;
    if (!isNear(a, b) && !isWideSwap(a, b)) {
      gather(far, a, b);
      gather(far, b, a);
      return;
    }
    const pair = pairOf(reading, a, b);
    if (pair) near.push(pair);
  };
  for (const group of groups.all) {
    if (group.length < 2) continue;
    yield;
    const few = group.slice(0, MOST_COMPARED).flatMap(index => stated[index] ?? []);
    eachPairOfAll(few, compare);
  }
  for (let i = 0; i < stated.length; i++) {
    const mention = stated[i];
    if (!mention) continue;
    yield;
    for (const word of likeness.setting(mention))
      for (const index of groups.byWord[word] ?? NOBODY) {
        // Nearly all are told by their values alone.
        const other = areNear(values[i] ?? 0, values[index] ?? 0) ? stated[index] : undefined;
        if (other && isSlipAside(reading, mention, other)) compare(...inOrder(mention, other));
      }
  }
  // A claim that is stated very often has no rare words.
  for (const { mentions } of reading.claims) {
    if (mentions.length <= MOST_PLACES) continue;
    const own = mentions.filter(mention => isStated(reading, mention));
    const values = new Set(own.map(({ figure }) => figure.quantity.value)).size;
    if (own.length <= MOST_PLACES || values < 2 || values > MOST_VALUES) continue;
    yield;
    eachPairAmong(own, compare);
  }
  return { near, far };
}

const NOBODY: readonly number[] = [];

/** Some of the mentions, as their indexes, by what stands beside them. */
interface Groups {
  /** By a word that the report has in few places: the first mentions that have it beside them. */
  readonly byWord: readonly (readonly number[] | undefined)[];
  /** These, and those whose values have the same digits in any order. */
  readonly all: readonly (readonly number[])[];
}

function groupsOf({ likeness }: Reading, stated: readonly Mention[]): Groups {
  const all: number[][] = [];
  const byWord: (number[] | undefined)[] = [];
  const byDigits = new Map<string, number[]>();
  const newGroup = (index: number) => {
    const group = [index];
    all.push(group);
    return group;
  };
  stated.forEach((mention, index) => {
    for (const word of likeness.near(mention)) {
      const group = byWord[word];
      if (group) {
        if (group.length < MOST_COMPARED) group.push(index);
      } else if (likeness.frequency(word) <= MOST_PLACES) byWord[word] = newGroup(index);
    }
    const digits = significantDigits(mention.figure.quantity.value);
    if (digits.length < 2) return;
    const key = sorted(digits);
    const group = byDigits.get(key);
    if (group) group.push(index);
    else byDigits.set(key, newGroup(index));
  });
  return { byWord, all };
}

const sorted = once((digits: string) => [...digits].sort().join(''));

export function inOrder(a: Mention, b: Mention): [Mention, Mention] {
  return a.index < b.index ? [a, b] : [b, a];
}

function mayCompare(a: Mention, b: Mention): boolean {
  return comparable(a, b) || areCounts(a, b);
}

/** True for amounts in two places whose values do not agree. */
function mayDiffer(a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (one.value === other.value || one.value <= 0 || other.value <= 0) return false;
  if (meets(one.range, other.range) || !standApart(a, b)) return false;
  return a.role === b.role || isSlipOfOpenRole(a, b) || areSwapped(one.value, other.value);
}

/** One place may leave out that an amount is the first of several, or their sum. */
function isSlipOfOpenRole(a: Mention, b: Mention): boolean {
  const isOpen = a.role === 'level' || b.role === 'level';
  return isOpen && oddsOfSlip(a.figure.quantity.value, b.figure.quantity.value) > 0;
}

/** True for near values a slip apart, where what stands beside the one is what the sentence, title or heading of the other tells. */
function isSlipAside(reading: Reading, a: Mention, b: Mention): boolean {
  return (
    oddsOfSlip(a.figure.quantity.value, b.figure.quantity.value) > 0 &&
    mayDiffer(a, b) &&
    mayCompare(a, b) &&
    reading.likeness.of(a, b).aside >= ASIDE
  );
}

/** @param a the one that stands first */
export function pairOf(reading: Reading, a: Mention, b: Mention): Pair | undefined {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  const isComparable = comparable(a, b);
  const slip = oddsOfSlip(one.value, other.value);
  const swapped = slip > 3;
  // Counts whose digits are alike may count the same under two nouns: "spectators", "people".
  if (!isComparable && slip < 0) return undefined;
  const likeness = reading.likeness.of(a, b);
  // The date of an event is not always that of its figures.
  const relation = swapped && !(a.dated && b.dated) ? 'unknown' : periodRelation(a, b);
  const verbatim = relation === 'same' && reading.likeness.areVerbatim(a, b) ? BY_WORDING : 0;
  const pointing =
    likeness.near > 0 && (lacksWhatItMeans(reading, a) || lacksWhatItMeans(reading, b)) ? BY_POINTING : 0;
  const told =
    verbatim + pointing + (isComparable || swapped ? 0 : OTHER_NOUN) + (one.kind === 'percent' ? PERCENT : 0);
  const most = oddsOfOneClaim(a, b, likeness, false) + told;
  const wide = isWideSwap(a, b);
  const odds = slip - (wide ? FAR : 0);
  // Too unlikely for a conflict: it only counts among the values that there are.
  if (most < LEAST || most + odds < NEEDED)
    return { a, b, sameness: most, evidence: most + odds, conflict: false };
  const parallel = reading.likeness.areParallel(a, b);
  const conflict =
    (isNear(a, b) || wide) &&
    !parallel &&
    isPart(reading, a) === isPart(reading, b) &&
    (one.kind !== 'percent' || a.measure === b.measure) &&
    relation !== 'apart' &&
    (swapped || !(isHandedOut(reading, a) || isHandedOut(reading, b))) &&
    reading.likeness.shareLabels(a, b) &&
    !reading.areOfOtherPlayers(a, b) &&
    isAsserted(reading, a, swapped) &&
    isAsserted(reading, b, swapped);
  const sameness = parallel ? oddsOfOneClaim(a, b, likeness, true) + told : most;
  return { a, b, sameness, evidence: sameness + odds, conflict };
}

/** True for a mention that points back to an amount that stands nowhere else. */
function lacksWhatItMeans(reading: Reading, mention: Mention): boolean {
  return (
    mention.figure.quantity.kind !== 'percent' &&
    pointsBack(reading.report, mention.figure) &&
    !reading.isStatedElsewhere(mention)
  );
}

export function isNear({ figure: { quantity: a } }: Mention, { figure: { quantity: b } }: Mention): boolean {
  return areNear(a.value, b.value);
}

function areNear(a: number, b: number): boolean {
  return Math.max(a, b) < WIDEST_RATIO * Math.min(a, b);
}

/** "181,000" beside "118,000", "$6.18 billion" beside "$8.16 billion": further apart, and of one size still. */
function isWideSwap(a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.quantity.value, b.figure.quantity.value];
  return (
    !isNear(a, b) && areSwapped(one, other) && Math.floor(Math.log10(one)) === Math.floor(Math.log10(other))
  );
}
