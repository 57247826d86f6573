// Mentions that may make one claim with two values, and how likely it is that they do and one is a slip.
import {
  comparable,
  type Mention,
  oddsOfOneClaim,
  periodRelation,
  significantDigits,
  standApart,
  type Term,
} from '../claims';
import { meets } from '../figures';
import type { PartKind } from '../report/report';
import { CLAUSE_JOINTS } from '../text/english';
import { once, remember } from '../text/remember';
import type { Steps } from '../text/steps';
import { areCounts } from './amounts';
import { MOST_BY_COMPANIONS, oddsOfCompanions } from './companions';
import { pointsBack } from './definite';
import { eachPairAmong, eachPairOfAll } from './pairs';
import { isAmount, type Reading, tellsKind } from './reading';
import { areSwapped, oddsOfSlip } from './slip';

/** The logarithm of the odds from which two values are called a conflict. */
export const NEEDED = -0.2;
/** Another value that fits a claim nearly as well shows that the words tell of several things. */
export const RIVAL = 0.5;
/** Digits alone tell nothing of two amounts that are less likely than this to make one claim. */
const LEAST = -2.2;
/** More digits that changed places tell something of them too. */
const LEAST_OF_SWAPPED = -3.2;
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
/** Digits that changed places tell less where they set the values far apart. */
const FAR = 2.2;
/** The words around a value that is also in a table have this part of its row's label, unless its digits changed places. */
const LEAST_OF_LABEL = 0.4;
/** A word in more places than this tells little of what a figure is. */
const MOST_PLACES = 14;

export interface Pair {
  readonly a: Mention;
  readonly b: Mention;
  /** The logarithm of the odds that both make one claim, and that they do and one is a slip. */
  readonly sameness: number;
  readonly evidence: number;
  readonly conflict: boolean;
  /** The least sameness of a conflict. */
  readonly least: number;
}

/** Mentions that may make one claim: a rare word beside both, or the same digits in another order. */
export function* valuePairs(reading: Reading): Steps<readonly Pair[]> {
  const groups = new Map<Term | string, Mention[]>();
  const sorted = new Map<string, string>();
  const add = (key: Term | string, mention: Mention) => remember(groups, key, () => []).push(mention);
  for (const mention of reading.mentions) {
    if (!isStated(mention) || tellsKind(reading.report, mention.figure)) continue;
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
  const seen: (Set<number> | undefined)[] = [];
  const isNew = (a: Mention, b: Mention) => {
    let met = seen[a.index];
    if (!met) seen[a.index] = met = new Set();
    return met.size < met.add(b.index).size;
  };
  const found: Pair[] = [];
  const compare = (a: Mention, b: Mention) => {
    const pair = mayDiffer(a, b) && mayCompare(a, b) && isNew(a, b) ? pairOf(reading, a, b) : undefined;
    if (pair) found.push(pair);
  };
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    yield;
    eachPairOfAll(group.slice(0, 2 * MOST_PLACES), compare);
  }
  // A claim that is stated very often has no rare words.
  for (const { mentions } of reading.claims) {
    if (mentions.length <= MOST_PLACES) continue;
    const stated = mentions.filter(
      mention => isStated(mention) && !tellsKind(reading.report, mention.figure),
    );
    const values = new Set(stated.map(({ figure }) => figure.quantity.value)).size;
    if (stated.length <= MOST_PLACES || values < 2 || values > MOST_VALUES) continue;
    yield;
    eachPairAmong(stated, compare);
  }
  return found;
}

const isReplaced = once((header: string) => REPLACED.test(header));

/** The header of values that others have taken the place of. */
const REPLACED =
  /^\W*(?:old|previous(?:ly)?|prior|before|former(?:ly)?|earlier|was|original(?:ly)?|first (?:reported|published|estimate))\b/i;

function isStated({ figure, role, measure }: Mention): boolean {
  const { kind } = figure.quantity;
  const { cell } = figure;
  if (role === 'change' || role === 'previous' || figure.ends || figure.spelled) return false;
  if (cell && isReplaced(cell.table.header.cells[cell.column]?.prose.text ?? '')) return false;
  return isAmount(kind) || (kind === 'percent' && measure !== undefined);
}

/** "1.22 million shells, three-quarters of the total": what a share is told of is a part, and the whole another amount. */
const IS_PART =
  /^[^.;:]{0,40},\s(?:[^.;:,]{0,25}\s)?(?:\d[\d.]*\s?(?:%|per ?cent|percent)|half|(?:two-|three-)?(?:thirds?|quarters?|fifths?|tenths?))\s+of\s+(?:the\s(?:total|whole)|all)\b/i;

function isPart(text: string, { figure }: Mention): boolean {
  return (
    !figure.cell &&
    IS_PART.test(text.slice(figure.span.end, Math.min(figure.sentence.end, figure.span.end + 100)))
  );
}

function mayCompare(a: Mention, b: Mention): boolean {
  return comparable(a, b) || areCounts(a, b);
}

/** True for amounts in two places whose values do not agree. */
function mayDiffer(a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (one.value === other.value || one.value <= 0 || other.value <= 0) return false;
  if (meets(one.range, other.range) || !standApart(a, b)) return false;
  return a.role === b.role || areSwapped(one.value, other.value);
}

function pairOf(reading: Reading, a: Mention, b: Mention): Pair | undefined {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  const isComparable = comparable(a, b);
  const slip = oddsOfSlip(one.value, other.value);
  const swapped = slip > 3;
  // Counts whose digits are alike may count the same under two nouns: "spectators", "people".
  if (!isComparable && slip < 0) return undefined;
  const nouns = isComparable || swapped ? 0 : OTHER_NOUN;
  const likeness = reading.likeness.of(a, b);
  // The date of an event is not always that of its figures.
  const relation = swapped && !(a.dated && b.dated) ? 'unknown' : periodRelation(a, b);
  const verbatim = relation === 'same' && reading.likeness.areVerbatim(a, b) ? BY_WORDING : 0;
  const pointing =
    likeness.near > 0 && (lacksWhatItMeans(reading, a) || lacksWhatItMeans(reading, b)) ? BY_POINTING : 0;
  const told = verbatim + nouns + pointing;
  const most = oddsOfOneClaim(a, b, likeness, false) + told;
  // Too unlikely for a conflict, or for the rival of one: it only counts among the values that there are.
  const near = isNear(a, b);
  const least = near && areSwapped(one.value, other.value) ? LEAST_OF_SWAPPED : LEAST;
  if (most < least - RIVAL || most + slip + MOST_BY_COMPANIONS < NEEDED - RIVAL)
    return { a, b, sameness: most, evidence: most + slip, conflict: false, least };
  const parallel = reading.likeness.areParallel(a, b);
  const wide = isWideSwap(a, b);
  const conflict =
    (near || wide) &&
    !parallel &&
    isPart(reading.report.text, a) === isPart(reading.report.text, b) &&
    (one.kind !== 'percent' || a.measure === b.measure) &&
    relation !== 'apart' &&
    isOfRow(reading, a, b, swapped) &&
    isOfRow(reading, b, a, swapped) &&
    isAsserted(reading, a, swapped) &&
    isAsserted(reading, b, swapped);
  const sameness = parallel ? oddsOfOneClaim(a, b, likeness, true) + told : most;
  const sum = sameness + slip - (wide ? FAR : 0);
  const evidence = conflict && sum < NEEDED ? sum + oddsOfCompanions(reading, a, b) : sum;
  return { a, b, sameness, evidence, conflict, least };
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
  return Math.max(a.value, b.value) < WIDEST_RATIO * Math.min(a.value, b.value);
}

/** "181,000" beside "118,000", "$6.18 billion" beside "$8.16 billion": further apart, and of one size still. */
function isWideSwap(a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.quantity.value, b.figure.quantity.value];
  return (
    !isNear(a, b) && areSwapped(one, other) && Math.floor(Math.log10(one)) === Math.floor(Math.log10(other))
  );
}

/** A table names its values: one whose row is about something else is none that a slip could have come from. */
function isOfRow(reading: Reading, inRow: Mention, other: Mention, swapped: boolean): boolean {
  const told = reading.likeness.labelWithin(inRow, other);
  return swapped ? told > 0 : told >= LEAST_OF_LABEL;
}

/** Words for what only might be, and for a value that takes the place of another on purpose. */
const OPEN =
  /\b(?:could(?! not\b)|might|may|would|if|unless|whether|assum\w+|suppos\w+|scenario|expect\w*|target\w*|goal|forecast\w*|guidance|restat\w+|revis\w+|originally|first published|previously reported|adjusted|pro forma|instead)\b/;
const SENTENCE = 600;
const NEXT_CLAUSE = new RegExp(`;|,\\s+(?:${CLAUSE_JOINTS})\\s`);
const OPEN_PARTS: ReadonlySet<PartKind> = new Set(['predictions', 'decisions']);

/**
 * Decisions of a court or an office are facts that have a source.
 * @param swapped advice and forecasts name facts too, which digits in another order are known by
 */
function isAsserted(reading: Reading, { figure }: Mention, swapped: boolean): boolean {
  const isFact = swapped || !OPEN_PARTS.has(figure.section.part) || reading.sourced.covers(figure.span);
  if (figure.cell) return isFact;
  if (pointsBack(reading.report, figure)) return true;
  if (!isFact) return false;
  const { text } = reading.report;
  const start = Math.max(figure.sentence.start, figure.span.start - SENTENCE);
  const end = Math.min(figure.sentence.end, figure.span.end + SENTENCE);
  const [clause = ''] = text.slice(figure.span.end, end).split(NEXT_CLAUSE);
  return !OPEN.test(text.slice(start, figure.span.start) + clause);
}
