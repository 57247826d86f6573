import {
  comparable,
  isOfNamedColumn,
  type Likeness,
  type Mention,
  oddsOfDigits,
  oddsOfOneClaim,
  scaleSlipOf,
  significantDigits,
  sizeBeside,
  standApart,
} from '../claims';
import { meets, spellLike } from '../figures';
import { plainNumber } from '../figures/numbers';
import { gather, once } from '../text/remember';
import { areCounts, sameNoun } from './amounts';
import { oddsOfChance } from './chance';
import { MOST_BY_COMPANIONS, oddsOfCompanions } from './companions';
import { isDoubtful } from './doubt';
import { eachPairAmong } from './pairs';
import { isPowerTold, isRateOfOther, lacksScale, pairKey, toldApart } from './power-told';
import { isAmount, type Reading } from './reading';
import type { Fix, Rule } from './rule';
import { isFromEastAsia } from './translated';

/** The logarithm of the odds from which two mentions are taken for one claim. */
const NEEDED = 0.2;
/** Slips by a thousand or a million come from scale words, by ten from 亿 and 兆 or a moved point; others are rarer. */
const BY_POWER: Readonly<Record<number, number>> = { 1: 0, 2: -1.1, 3: -0.7, 6: -1.2 };
/** How much surer than by the words around them two mentions can be of one claim: equal digits come by chance, too. */
const MOST_BY_DIGITS = 2;
/** A count without a scale word is not a word away from one a thousand times as large. */
const BARE_COUNT = -0.8;
const BY_OTHER_POWERS = -1.7;

export const magnitudeConflict: Rule = {
  id: 'magnitude-conflict',
  family: 'units',
  severity: 'error',
  summary:
    'Two mentions of one claim that differ by a power of ten, such as a translated 亿 read as “billion”.',
  *check(reading) {
    for (const group of byDigits(reading)) {
      yield;
      const conflicts: Slip[] = [];
      const apart = toldApart(group);
      eachPairAmong(group, (a, b) => {
        const slip = slipOf(reading, a, b);
        if (slip && !apart.has(pairKey(a, b))) conflicts.push(slip);
      });
      if (conflicts.length === 0) continue;
      const others = partners(conflicts);
      const surest = surestOf(conflicts);
      const support = supportIn(reading, group);
      const reported = new Set<Mention>();
      for (const { a, b } of conflicts) {
        if (reported.has(a) || reported.has(b)) continue;
        const [strong, weak] = support(a) < support(b) ? [b, a] : [a, b];
        reported.add(weak);
        const wrong = (others.get(strong) ?? []).filter(other => amountOf(other) === amountOf(weak));
        const right = (others.get(weak) ?? []).filter(other => amountOf(other) === amountOf(strong));
        yield {
          span: weak.figure.span,
          message: messageFor(reading, weak, strong),
          doubtful: isDoubtful(surest.get(pairKey(weak, strong)) ?? NEEDED, weak, strong),
          related: right.map(other => ({
            span: other.figure.span,
            message: `Here it is “${other.figure.text}”`,
          })),
          fixes: fixesFor(weak, strong, wrong),
        };
      }
    }
  },
};

const firstDigits = once((value: number) => significantDigits(Number(value.toPrecision(2))));

/** Mentions with the same first digits at different scales. */
function* byDigits(reading: Reading): Iterable<readonly Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of reading.mentions) {
    const { figure } = mention;
    const { kind, value } = figure.quantity;
    const isPlain =
      kind === 'count' &&
      figure.quantity.unit === '' &&
      figure.scale === undefined &&
      !figure.cell &&
      Math.abs(value) < 1000;
    if (figure.ends || figure.spelled || isPlain || value === 0) continue;
    if (!isAmount(kind)) continue;
    gather(groups, firstDigits(value), mention);
  }
  for (const group of groups.values()) if (new Set(group.map(amountOf)).size > 1) yield group;
}

function amountOf({ figure }: Mention): number {
  return figure.quantity.value;
}

function isBelowZero(mention: Mention): boolean {
  return amountOf(mention) < 0;
}

/** What speaks against digits that are equal by rounding only, and against values of which neither is stated exactly. */
const LOOSE = -1.8;

/** What a word beside both adds to one digit that both have. */
const BY_NAME = 0.35;
/** What it tells that a paragraph has three digits or more twice: several things that it goes through differ in theirs. */
const BY_PARAGRAPH = 1.2;
const EXACT = oddsOfDigits(123);
/** What speaks against a fact and a forecast, and against two nouns of one number. */
const OTHER_MOOD = -0.5;
const OTHER_NOUN = -1.1;

function isExact(a: Mention, b: Mention): boolean {
  const [one, other] = [sizeBeside(a, b), sizeBeside(b, a)];
  return significantDigits(one.value) === significantDigits(other.value) && !meets(one.range, other.range);
}

/** True where the text tells that two mentions a power of ten apart are two amounts. */
function areTwoAmounts(reading: Reading, a: Mention, b: Mention, power: number): boolean {
  return (
    !reading.likeness.shareLabels(a, b) ||
    lacksScale(reading.report, a, b, power) ||
    isPowerTold(reading, a, power) ||
    isPowerTold(reading, b, power) ||
    isRateOfOther(reading.report, a, b) ||
    isRateOfOther(reading.report, b, a)
  );
}

/** The logarithm of the odds that one of two mentions of one claim is off by a power of ten; undefined where it cannot be. */
function oddsOfPowerSlip(reading: Reading, a: Mention, b: Mention, power: number): number | undefined {
  const likeness = reading.likeness.of(a, b);
  const counts = countedAlike(a, b, likeness);
  if (counts === undefined) return undefined;
  const digits = Math.min(oddsOfDigits(a.figure.quantity.value), oddsOfDigits(b.figure.quantity.value));
  // One digit is equal by chance, unless a word beside both says the same.
  const isNamed = digits === 0 && likeness.near > 0;
  const power10 = oddsOfPower(Math.abs(power), a, b);
  // A paragraph goes through amounts of several things, of which one digit tells nothing.
  if (digits === 0 && a.figure.block === b.figure.block && !isOfOneMeasure(a, b)) return undefined;
  const known = (isNamed ? BY_NAME : digits) + power10 + (isExact(a, b) ? 0 : LOOSE) + counts;
  const goesOn = a.figure.block === b.figure.block && digits >= EXACT ? BY_PARAGRAPH : 0;
  return known + goesOn + oddsOfOneClaim(a, b, likeness, false) - oddsOfChance(reading, a);
}

function isOfOneMeasure(a: Mention, b: Mention): boolean {
  return a.measure !== undefined && a.measure === b.measure;
}

/** A pair that makes one claim off by a power of ten, with the logarithm of the odds that it does. */
interface Slip {
  readonly a: Mention;
  readonly b: Mention;
  readonly odds: number;
}

function slipOf(reading: Reading, a: Mention, b: Mention): Slip | undefined {
  const power = scaleSlipOf(a, b);
  if (power === undefined || !standApart(a, b)) return undefined;
  if (!areCounts(a, b) && !comparable(a, b)) return undefined;
  const told = oddsOfPowerSlip(reading, a, b, power);
  if (told === undefined || told + MOST_BY_COMPANIONS < NEEDED) return undefined;
  const facts = reading.isFactual(a.figure) === reading.isFactual(b.figure) ? 0 : OTHER_MOOD;
  const odds = told + facts + oddsOfCompanions(reading, a, b);
  if (odds < NEEDED || areTwoAmounts(reading, a, b, power)) return undefined;
  const sameness = oddsOfOneClaim(a, b, reading.likeness.of(a, b), false);
  return { a, b, odds: Math.min(odds, sameness + MOST_BY_DIGITS) };
}

function oddsOfPower(power: number, a: Mention, b: Mention): number {
  const isBare =
    power === 3 && areCounts(a, b) && (a.figure.scale === undefined || b.figure.scale === undefined);
  return (BY_POWER[power] ?? BY_OTHER_POWERS) + (isBare ? BARE_COUNT : 0);
}

/**
 * What the nouns of two counts say, 0 for other amounts; undefined when they count different things. "1.6 million adults"
 * and "16 million adult patients" count the same people where the words around agree.
 */
function countedAlike(a: Mention, b: Mention, { covered }: Likeness): number | undefined {
  if (!areCounts(a, b)) return 0;
  if (isOfNamedColumn(a, b) || isOfNamedColumn(b, a)) return undefined;
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (sameNoun(one.unit, other.unit)) return one.unit === other.unit ? 0 : OTHER_NOUN;
  return covered >= 0.6 ? OTHER_NOUN : undefined;
}

/** The most that any conflict of two values tells, by their key. */
function surestOf(conflicts: readonly Slip[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { a, b, odds } of conflicts) {
    const key = pairKey(a, b);
    most.set(key, Math.max(odds, most.get(key) ?? odds));
  }
  return most;
}

/** The mentions that each one conflicts with, in the order of the pairs. */
function partners(conflicts: readonly Slip[]): ReadonlyMap<Mention, readonly Mention[]> {
  const found = new Map<Mention, Mention[]>();
  for (const { a, b } of conflicts) {
    gather(found, a, b);
    gather(found, b, a);
  }
  return found;
}

/** How well the report supports a value: a currency, a source and agreeing mentions count. */
function supportIn(reading: Reading, group: readonly Mention[]): (mention: Mention) => number {
  const agreeing = new Map<number, number>();
  for (const mention of group) agreeing.set(amountOf(mention), (agreeing.get(amountOf(mention)) ?? 0) + 1);
  return ({ figure, money }) => {
    const currency = money && figure.quantity.kind === 'count' ? 0 : 4;
    const source = reading.sourced.covers(figure.span) && !reading.caveatAt(figure.span) ? 1 : 0;
    return currency + source + (agreeing.get(figure.quantity.value) ?? 0);
  };
}

function messageFor(reading: Reading, weak: Mention, strong: Mention): string {
  const power = Math.abs(scaleSlipOf(weak, strong) ?? 0);
  const factor = plainNumber(10 ** power);
  const larger = Math.abs(amountOf(weak)) > Math.abs(amountOf(strong)) ? 'larger' : 'smaller';
  const cause =
    power === 1 && weak.figure.scale !== undefined && isFromEastAsia(reading)
      ? ' A likely cause: 亿 is 100 million, so 300亿 is 30 billion, not 300 billion.'
      : '';
  return `“${weak.figure.text}” is ${factor} times ${larger} than “${strong.figure.text}”, which the report gives for the same ${weak.measure ?? strong.measure ?? 'claim'}.${cause}`;
}

function fixesFor(weak: Mention, strong: Mention, wrong: readonly Mention[]): Fix[] {
  const rewrite = (mention: Mention) => ({
    span: mention.figure.core,
    newText: spellLike(
      isBelowZero(mention) === isBelowZero(strong) ? amountOf(strong) : -amountOf(strong),
      mention.money && mention.figure.quantity.kind === 'count' ? strong.figure : mention.figure,
    ),
  });
  const own = rewrite(weak);
  const { newText } = own;
  const here: Fix = { kind: 'edits', title: `Write ${newText} here`, edits: [own], certain: false };
  if (wrong.length < 2) return [here];
  const everywhere: Fix = {
    kind: 'edits',
    title: `Write ${newText} at all ${wrong.length} mentions`,
    edits: wrong.map(other => (other === weak ? own : rewrite(other))),
    certain: false,
  };
  return [here, everywhere];
}
