// Figures whose claim stands elsewhere with a source, though with another value, unit or scale: what is wrong there is told
// by other rules, and the claim has its source.
import {
  comparable,
  type Mention,
  oddsOfDigits,
  oddsOfOneClaim,
  significantDigits,
  standApart,
  type Term,
} from '../claims';
import { meets } from '../figures';
import { remember } from '../text/remember';
import type { Reading } from './reading';
import { oddsOfSlip } from './slip';
import { isNear, NEEDED } from './value-pairs';

/** The logarithm of the odds from which two mentions of the same digits are taken for one claim. */
const BY_DIGITS = -0.5;
/** The logarithm of the odds that two values of one kind make one claim, where the one allows the other. */
const BY_WORDS = 0;
/** A word or number in more places than this tells little of what a figure is. */
const MOST_PLACES = 14;
const MOST_OF_DIGITS = 40;

/** The mentions that a source covers, by the words beside them and by their digits. */
interface Sourced {
  readonly byWord: ReadonlyMap<Term, readonly Mention[]>;
  readonly byDigits: ReadonlyMap<string, readonly Mention[]>;
}

const known = new WeakMap<Reading, Sourced>();
const NOBODY: readonly Mention[] = [];

/** True when another mention of a figure's claim has a source, or a caveat. */
export function isToldElsewhere(reading: Reading, mention: Mention): boolean {
  const isDoubted = (other: Mention) => standApart(mention, other) && isOfSameDigits(reading, mention, other);
  if (reading.cautionedElsewhere(mention).some(isDoubted)) return true;
  const { byWord, byDigits } = remember(known, reading, () => readSourced(reading));
  if (byDigits.size === 0) return false;
  const alike = byDigits.get(significantDigits(mention.figure.quantity.value)) ?? [];
  if (alike.some(other => standApart(mention, other) && isOfSameDigits(reading, mention, other))) return true;
  const met = new Set<Mention>();
  for (const word of reading.likeness.near(mention))
    for (const other of byWord.get(word) ?? NOBODY) {
      if (!mayBeOtherValue(mention, other) || met.has(other)) continue;
      met.add(other);
      if (standApart(mention, other) && isOtherValue(reading, mention, other)) return true;
    }
  return false;
}

function readSourced(reading: Reading): Sourced {
  const byWord = new Map<Term, Mention[]>();
  const byDigits = new Map<string, Mention[]>();
  for (const mention of reading.mentions) {
    const { span, quantity, spelled, ends } = mention.figure;
    if (spelled || ends || !reading.sourced.covers(span)) continue;
    add(byDigits, significantDigits(quantity.value), mention, MOST_OF_DIGITS);
    for (const word of reading.likeness.near(mention))
      if (reading.likeness.frequency(word) <= MOST_PLACES) add(byWord, word, mention);
  }
  return { byWord, byDigits };
}

function add<K>(groups: Map<K, Mention[]>, key: K, mention: Mention, most = MOST_PLACES): void {
  const group = groups.get(key);
  if (!group) groups.set(key, [mention]);
  else if (group.length < most) group.push(mention);
}

/** "450 MW" beside "450 MWh", "€39 million" beside "€390 million", "209%" beside "209" in a column of percentages. */
function isOfSameDigits(reading: Reading, a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  const isUnit = one.unit === '' || other.unit === '';
  const isEnergy = ['power', 'energy'].includes(one.kind) && ['power', 'energy'].includes(other.kind);
  if (!comparable(a, b) && !isEnergy && !(isUnit && !a.money && !b.money)) return false;
  const told = oddsOfDigits(one.value) + oddsOfOneClaim(a, b, reading.likeness.of(a, b), false);
  return told >= BY_DIGITS;
}

/** True for comparable amounts near each other, or of which one allows the other. */
function mayBeOtherValue(a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (one.value <= 0 || other.value <= 0) return false;
  return (isNear(a, b) || meets(one.range, other.range)) && comparable(a, b);
}

/** Another value of one claim, which may be a slip or may be allowed by "above 100%". */
function isOtherValue(reading: Reading, a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  const isAllowed = meets(one.range, other.range);
  const slip = isAllowed ? 0 : oddsOfSlip(one.value, other.value);
  const likeness = reading.likeness.of(a, b);
  const isLikely = (parallel: boolean) =>
    oddsOfOneClaim(a, b, likeness, parallel) + slip >= (isAllowed ? BY_WORDS : NEEDED);
  // That their words run alike only makes it less likely.
  return isLikely(false) && (!reading.likeness.areParallel(a, b) || isLikely(true));
}
