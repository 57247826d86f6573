import {
  comparable,
  type Mention,
  oddsOfOneClaim,
  periodRelation,
  significantDigits,
  standApart,
} from '../claims';
import { meets, spellLike } from '../figures';
import type { PartKind } from '../report/report';
import { remember } from '../text/remember';
import type { Steps } from '../text/steps';
import { MOST_BY_COMPANIONS, weightOfCompanions } from './companions';
import { eachPairAmong, eachPairOfAll } from './pairs';
import { isAmount, type Reading } from './reading';
import type { Fix, Rule } from './rule';
import { oddsOfSlip } from './slip';

/** The logarithm of the odds from which two values are called a conflict. */
const NEEDED = -0.2;
/** Digits alone tell nothing of two amounts that are less likely than this to make one claim. */
const LEAST = -2.2;
/** Of many values, two have like digits by chance: for each time as many, so much more must speak for a slip. */
const CROWD = 0.5;
/** Another value that fits a claim nearly as well shows that the words tell of several things. */
const RIVAL = 0.5;
/** The other of two values that stand together may be less sure by so much. */
const SURER = 1;
/** What it tells that two sentences of one period are the same word for word. */
const BY_WORDING = 2;
/** What a weight in words of which rare ones count 3 is in odds. */
const BY_WEIGHT = 0.3;
/** A measure of one subject with more values than this is a series or a breakdown. */
const MOST_VALUES = 3;
/** Values further apart than this are two things rather than two versions of one. */
const WIDEST_RATIO = 1.6;
/** A word in more places than this tells little of what a figure is. */
const MOST_PLACES = 14;

export const valueConflict: Rule = {
  id: 'value-conflict',
  family: 'units',
  severity: 'error',
  summary: 'Two mentions of one claim that differ beyond rounding and beyond what their qualifiers allow.',
  *check(reading) {
    for (const [a, b] of yield* conflicts(reading)) {
      const [weak, strong] = support(reading, a) < support(reading, b) ? [a, b] : [b, a];
      yield {
        span: weak.figure.span,
        message: `“${weak.figure.text}” here, “${strong.figure.text}” elsewhere, for the same ${weak.measure ?? strong.measure ?? 'claim'}${of(weak, strong)}.`,
        related: [{ span: strong.figure.span, message: `Here it is “${strong.figure.text}”` }],
        fixes: [useOther(weak, strong)],
      };
    }
  },
};

function of(weak: Mention, strong: Mention): string {
  const subject = weak.subjects[0] ?? strong.subjects[0];
  return subject === undefined ? '' : ` of ${subject}`;
}

interface Pair {
  readonly a: Mention;
  readonly b: Mention;
  /** The logarithm of the odds that both make one claim, and that they do and one is a slip. */
  readonly sameness: number;
  readonly evidence: number;
  readonly conflict: boolean;
}

/** Pairs that make one claim with two values, each mention in the likeliest pair alone. */
function* conflicts(reading: Reading): Steps<readonly (readonly [Mention, Mention])[]> {
  const best = new Map<Mention, Pair[]>();
  for (const pair of yield* pairs(reading))
    for (const mention of [pair.a, pair.b]) remember(best, mention, () => []).push(pair);
  const likely = new Set<Pair>();
  for (const [mention, own] of best) {
    const needed = NEEDED + CROWD * Math.log(valuesBeside(mention, own));
    for (const pair of own) {
      if (pair.conflict && pair.sameness >= LEAST && pair.evidence >= needed) likely.add(pair);
    }
  }
  const told = new Set<Mention>();
  const found: (readonly [Mention, Mention])[] = [];
  for (const pair of [...likely].sort((x, y) => y.evidence - x.evidence)) {
    yield;
    const { a, b, sameness } = pair;
    if (told.has(a) || told.has(b)) continue;
    if (isSetApart(reading, a, b, sameness) || isSetApart(reading, b, a, sameness)) continue;
    if (hasRival(best.get(a) ?? [], pair, b) || hasRival(best.get(b) ?? [], pair, a)) continue;
    told.add(a).add(b);
    found.push([a, b]);
  }
  return found;
}

/** How many other values a mention might be confused with. */
function valuesBeside(mention: Mention, pairs: readonly Pair[]): number {
  return new Set(pairs.map(({ a, b }) => (a === mention ? b : a).figure.quantity.value)).size;
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
      rival.sameness > pair.sameness - RIVAL &&
      rival.evidence > pair.evidence - RIVAL &&
      ![rival.a, rival.b].some(
        one => one === other || meets(one.figure.quantity.range, other.figure.quantity.range),
      ),
  );
}

/** Mentions that may make one claim: a rare word beside both, or the same digits in another order. */
function* pairs(reading: Reading): Steps<readonly Pair[]> {
  const groups = new Map<string, Mention[]>();
  const sorted = new Map<string, string>();
  const add = (key: string, mention: Mention) => remember(groups, key, () => []).push(mention);
  for (const mention of reading.mentions) {
    if (!isStated(mention)) continue;
    for (const word of reading.likeness.near(mention))
      if (reading.likeness.frequency(word) <= MOST_PLACES) add(word, mention);
    const digits = significantDigits(mention.figure.quantity.value);
    if (digits.length >= 2)
      add(
        remember(sorted, digits, () => [...digits].sort().join('')),
        mention,
      );
  }
  yield;
  const seen = new Map<Mention, Set<Mention>>();
  const isNew = (a: Mention, b: Mention) => {
    const met = remember(seen, a, () => new Set());
    const fresh = !met.has(b);
    met.add(b);
    return fresh;
  };
  const found: Pair[] = [];
  const compare = (a: Mention, b: Mention) => {
    const pair = mayDiffer(a, b) && isNew(a, b) ? pairOf(reading, a, b) : undefined;
    if (pair) found.push(pair);
  };
  for (const group of groups.values()) {
    yield;
    eachPairOfAll(group.slice(0, 2 * MOST_PLACES), compare);
  }
  // A claim that is stated very often has no rare words.
  for (const { mentions } of reading.claims) {
    const stated = mentions.filter(isStated);
    const values = new Set(stated.map(({ figure }) => figure.quantity.value)).size;
    if (stated.length <= MOST_PLACES || values < 2 || values > MOST_VALUES) continue;
    yield;
    eachPairAmong(stated, compare);
  }
  return found;
}

/** The header of values that others have taken the place of. */
const REPLACED =
  /^\W*(?:old|previous(?:ly)?|prior|before|former(?:ly)?|earlier|was|original(?:ly)?|first (?:reported|published|estimate))\b/i;

function isStated({ figure, role, measure }: Mention): boolean {
  const { kind } = figure.quantity;
  if (role === 'change' || role === 'previous' || figure.ends || figure.spelled) return false;
  if (REPLACED.test(figure.cell?.table.header.cells[figure.cell.column]?.prose.text ?? '')) return false;
  return isAmount(kind) || (kind === 'percent' && measure !== undefined);
}

/** True for amounts in two places whose values do not agree. */
function mayDiffer(a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (one.value <= 0 || other.value <= 0 || a.role !== b.role) return false;
  return !meets(one.range, other.range) && standApart(a, b);
}

function pairOf(reading: Reading, a: Mention, b: Mention): Pair | undefined {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  const isComparable = comparable(a, b);
  if (!isComparable && !areCounts(a, b)) return undefined;
  const slip = oddsOfSlip(one.value, other.value);
  const swapped = slip > 3;
  // Counts whose digits changed places may count the same under two nouns: "spectators", "people".
  if (!isComparable && !swapped) return undefined;
  const likeness = reading.likeness.of(a, b);
  // The date of an event is not always that of its figures.
  const relation = swapped && !(a.dated && b.dated) ? 'unknown' : periodRelation(a, b);
  const verbatim = relation === 'same' && reading.likeness.areVerbatim(a, b) ? BY_WORDING : 0;
  const most = oddsOfOneClaim(a, b, likeness, false) + verbatim;
  // Too unlikely for a conflict, or for the rival of one: it only counts among the values that there are.
  if (most < LEAST - RIVAL || most + slip + MOST_BY_COMPANIONS * BY_WEIGHT < NEEDED - RIVAL)
    return { a, b, sameness: most, evidence: most + slip, conflict: false };
  const parallel = reading.likeness.areParallel(a, b);
  const conflict =
    isNear(a, b) &&
    !parallel &&
    (one.kind !== 'percent' || a.measure === b.measure) &&
    relation !== 'apart' &&
    [a, b].every(mention => isAsserted(reading, mention, swapped));
  const sameness = parallel ? oddsOfOneClaim(a, b, likeness, true) + verbatim : most;
  const told = sameness + slip;
  const evidence = conflict && told < NEEDED ? told + weightOfCompanions(reading, a, b) * BY_WEIGHT : told;
  return { a, b, sameness, evidence, conflict };
}

function isNear({ figure: { quantity: a } }: Mention, { figure: { quantity: b } }: Mention): boolean {
  return Math.max(a.value, b.value) < WIDEST_RATIO * Math.min(a.value, b.value);
}

function areCounts(a: Mention, b: Mention): boolean {
  return isCount(a) && isCount(b);
}

function isCount({ figure, money }: Mention): boolean {
  return figure.quantity.kind === 'count' && !money;
}

/** Words for what only might be, and for a value that takes the place of another on purpose. */
const OPEN =
  /\b(?:could|might|may|would|if|unless|whether|assum\w+|suppos\w+|scenario|expect\w*|target\w*|goal|forecast\w*|guidance|restat\w+|revis\w+|originally|first published|previously reported|adjusted|pro forma|instead)\b/;
const OPEN_PARTS: ReadonlySet<PartKind> = new Set(['predictions', 'decisions']);

/** @param swapped advice and forecasts name facts too, which digits in another order are known by */
function isAsserted(reading: Reading, { figure }: Mention, swapped: boolean): boolean {
  if (figure.cell) return swapped || !OPEN_PARTS.has(figure.section.part);
  const sentence = reading.report.text.slice(
    figure.sentence.start,
    Math.min(figure.sentence.end, figure.sentence.start + 600),
  );
  return (swapped || !OPEN_PARTS.has(figure.section.part)) && !OPEN.test(sentence);
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
