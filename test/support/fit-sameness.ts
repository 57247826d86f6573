// Fits the weights of `oddsOfOneClaim` to labelled reports and prints them beside those that it has:
//
//   npm run build:tests && node out/support/fit-sameness.js [FOLDER…]
//
// It reads test/fixtures/corpus and every folder that is named: reports NAME.md, each with its labels in NAME.gold.json.
// An amount of two digits or more that a report states twice is taken for one claim, and so are the two values of a
// labelled conflict. Two values that could be taken for versions of one, being of like size or having the same digits, are
// taken for two things, unless a label says that one of them is wrong.
import fs from 'node:fs';
import path from 'node:path';
import { analyze } from '../../src/core';
import {
  comparable,
  LikenessReader,
  type Mention,
  sameScaleSlip,
  significantDigits,
  standApart,
} from '../../src/core/claims';
import { placesOf } from '../../src/core/claims/places';
import { oddsOfOneClaim, type Sign, WEIGHTS } from '../../src/core/claims/sameness';
import { meets } from '../../src/core/figures';
import { overlaps, type Span } from '../../src/core/text/span';
import { type Example, fitLogistic } from './logistic';

/** Values further apart are no two versions of one. */
const WIDEST_RATIO = 1.6;
/** Pairs whose words have less in common than this weight teach nothing that is not known. */
const LEAST_SHARED = 1;
const LEAST_DIGITS = 2;

type Place = string | { readonly quote: string; readonly nth?: number };
interface Label {
  readonly rule: string | readonly string[];
  readonly at: Place | readonly Place[];
}

/** What the labels of a report say of its values. */
interface Labelled {
  /** The places of each conflict of two values. */
  readonly conflicts: readonly (readonly Span[])[];
  /** Places with a value that is wrong, or that a wrong one is told by. */
  readonly doubtful: readonly Span[];
}

function examplesIn(folder: string): Example[] {
  return fs
    .readdirSync(folder)
    .filter(file => file.endsWith('.gold.json'))
    .flatMap(file => {
      const text = fs.readFileSync(path.join(folder, file.replace('.gold.json', '.md')), 'utf8');
      const gold = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as {
        findings: readonly Label[];
      };
      return examplesOf(text, labelledIn(text, gold.findings));
    });
}

function labelledIn(text: string, labels: readonly Label[]): Labelled {
  const placed = labels.map(({ rule, at }) => ({
    rules: [rule].flat().join(' '),
    spans: [at].flat().flatMap(place => spanOf(text, place)),
  }));
  const spansOf = (rules: RegExp) => placed.filter(one => rules.test(one.rules)).map(({ spans }) => spans);
  return {
    conflicts: spansOf(/\b(?:value|magnitude)-conflict/),
    doubtful: spansOf(/mismatch|conflict|unit-kind|implausible/).flat(),
  };
}

function spanOf(text: string, place: Place): Span[] {
  const { quote, nth = 1 } = typeof place === 'string' ? { quote: place } : place;
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(quote, start + 1);
  return start < 0 ? [] : [{ start, end: start + quote.length }];
}

type Weight = keyof typeof WEIGHTS;
const ALL = Object.keys(WEIGHTS) as Weight[];
const SIGNS = ALL.filter((weight): weight is Sign => weight !== 'none');

/** Weights by which the odds are how much of one sign two mentions show. */
function alone(sign: Sign): Record<Weight, number> {
  return Object.fromEntries(ALL.map(weight => [weight, weight === sign ? 1 : 0])) as Record<Weight, number>;
}

function examplesOf(text: string, labelled: Labelled): Example[] {
  const { report, mentions } = analyze(text);
  const likeness = new LikenessReader(report, mentions, placesOf(mentions));
  const stated = mentions.filter(isStated);
  return stated.flatMap((a, i) =>
    stated.slice(i + 1).flatMap(b => {
      const holds = isOneClaim(a, b, labelled);
      const like = likeness.of(a, b);
      if (holds === undefined || like.near + like.aside < LEAST_SHARED) return [];
      const parallel = likeness.areParallel(a, b);
      const amounts = SIGNS.map(sign => [sign, oddsOfOneClaim(a, b, like, parallel, alone(sign))] as const);
      return [{ signs: new Map(amounts.filter(([, amount]) => amount !== 0)), holds }];
    }),
  );
}

function isStated({ figure, role }: Mention): boolean {
  const { kind, value } = figure.quantity;
  const isOfTwo = role === 'change' || role === 'previous' || figure.ends !== undefined;
  return (
    !isOfTwo && !figure.spelled && value > 0 && !['points', 'multiple', 'ratio', 'duration'].includes(kind)
  );
}

/** Whether two mentions make one claim; undefined where that cannot be told. */
function isOneClaim(a: Mention, b: Mention, { conflicts, doubtful }: Labelled): boolean | undefined {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  const ratio = Math.max(one.value, other.value) / Math.min(one.value, other.value);
  if (ratio >= WIDEST_RATIO && sameScaleSlip(one, other) === undefined) return undefined;
  if (!comparable(a, b) || !standApart(a, b)) return undefined;
  const isIn = (spans: readonly Span[], { figure }: Mention) =>
    spans.some(span => overlaps(span, figure.span));
  const isEqual = one.value === other.value;
  if (!isEqual && conflicts.some(spans => isIn(spans, a) && isIn(spans, b))) return true;
  if (isIn(doubtful, a) || isIn(doubtful, b)) return undefined;
  if (isEqual) return significantDigits(one.value).length >= LEAST_DIGITS || undefined;
  return meets(one.range, other.range) ? undefined : false;
}

const folders = ['test/fixtures/corpus', ...process.argv.slice(2)];
const examples = folders.flatMap(examplesIn);
const same = examples.filter(({ holds }) => holds).length;
const weights = fitLogistic(examples);
console.log(`${same} pairs of mentions that make one claim, ${examples.length - same} that do not`);
for (const [sign, now] of Object.entries(WEIGHTS))
  console.log(`  ${sign}: ${weights.get(sign)?.toFixed(2) ?? 'never seen'}, // now ${now}`);
