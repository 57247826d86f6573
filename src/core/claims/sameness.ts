// How likely two mentions make one claim, whatever their values are: the one measure of it for all rules. What their
// digits tell, and how sure a rule must be, each rule adds.
import type { CellPlace } from '../report/report';
import { once, remember } from '../text/remember';
import type { Mention } from './claim';
import { isWhole, periodRelation, shareSubject } from './compare';
import type { Likeness } from './likeness';
import { contentWords, stemsIn } from './stems';

/**
 * What each sign adds to the logarithm of the odds: a logistic regression by `test/support/fit-sameness.ts`, which tells
 * amounts that a report states twice, and labelled conflicts, from amounts of one kind that are two things.
 *
 * It was fitted to labelled reports, nine of which are in `test/fixtures/corpus`: fiction written for tests. A fit to the
 * 121 of today gives every weight above the line within half a unit. Those below it stand against the fit: such pairs
 * are few or one-sided in the reports, and well-edited text of offices, companies and governments has many that are not
 * one claim, so that they were set by hand to leave it alone.
 */
export const WEIGHTS = {
  none: -3.3,
  /** For each unit of weight of the words beside both, and of the rarest one of them. */
  shared: 0.19,
  rarest: 0.36,
  /** For each unit of weight of the words beside one that the other has in its setting. */
  aside: 0.17,
  /** For all of the words beside the one that says less. */
  covered: 1.25,
  otherMeasure: -0.8,
  sameSubject: 0.65,
  samePeriod: 1.3,
  otherPeriod: -1.4,
  /** The dates of events are not always those of their figures. */
  otherEventDate: -0.9,
  asideAspect: -0.3,
  /** Both the most, or both the whole. */
  sameBound: 0.6,
  sameNoun: 0.5,
  percent: -0.45,
  oneInTable: -0.5,
  bothInTables: -1.15,
  listed: -2.3,
  // ------------------------------------------------------------------------------------------------------ set by hand
  otherAspect: -0.5,
  otherRole: -0.8,
  bare: -2,
  otherColumn: -3,
  parallel: -1.05,
} as const;

/** Something about two mentions that speaks for one claim or against it. */
export type Sign = Exclude<keyof typeof WEIGHTS, 'none'>;

/**
 * The natural logarithm of the odds that two comparable mentions make one claim, before their values are compared.
 * @param parallel that their words run alike: see `LikenessReader.areParallel`
 * @param weights what each sign adds: with 1 for a sign alone, how much of it the two show
 */
export function oddsOfOneClaim(
  a: Mention,
  b: Mention,
  likeness: Likeness,
  parallel: boolean,
  weights: Readonly<Record<keyof typeof WEIGHTS, number>> = WEIGHTS,
): number {
  let odds = weights.none;
  odds += weights.shared * likeness.near;
  odds += weights.rarest * likeness.rarest;
  odds += weights.aside * likeness.aside;
  odds += weights.covered * likeness.covered;
  if (a.measure !== undefined && b.measure !== undefined && a.measure !== b.measure)
    odds += weights.otherMeasure;
  if (shareSubject(a, b)) odds += weights.sameSubject;
  const relation = periodRelation(a, b);
  if (relation === 'same') odds += weights.samePeriod;
  if (relation === 'apart') odds += a.dated && b.dated ? weights.otherPeriod : weights.otherEventDate;
  const isAspectOpen = a.aspect === '' || b.aspect === '';
  if (a.aspect !== b.aspect) odds += isAspectOpen ? weights.asideAspect : weights.otherAspect;
  if (a.role !== b.role && !(isWhole(a) && isWhole(b))) odds += weights.otherRole;
  if (a.role === b.role && (a.role === 'maximum' || a.role === 'total')) odds += weights.sameBound;
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (one.kind === 'percent') odds += weights.percent;
  if (one.kind === 'count' && one.unit !== '' && one.unit === other.unit) odds += weights.sameNoun;
  if (isBare(a) || isBare(b)) odds += weights.bare;
  if (isOfOtherColumn(a, b) || isOfOtherColumn(b, a)) odds += weights.otherColumn;
  const cells = (a.figure.cell ? 1 : 0) + (b.figure.cell ? 1 : 0);
  if (cells === 1) odds += weights.oneInTable;
  if (cells === 2) odds += weights.bothInTables;
  if (cells === 0 && areListed(a, b)) odds += weights.listed;
  if (parallel) odds += weights.parallel;
  return odds;
}

/** "31 beds" is no number in the column "Hospitals". */
function isOfOtherColumn({ figure: { quantity } }: Mention, { figure }: Mention): boolean {
  const { cell } = figure;
  if (quantity.kind !== 'count' || quantity.unit === '' || !cell) return false;
  if (quantity.unit === figure.quantity.unit) return false;
  const noun = nounOf(quantity.unit);
  return noun !== '' && !remember(labels, cell, () => labelsOf(cell)).has(noun);
}

/** "180 beds" is no number in the column "Hospitals" of a table that has a column "Beds". */
export function isOfNamedColumn({ figure: { quantity } }: Mention, { figure: { cell } }: Mention): boolean {
  const noun = quantity.kind === 'count' && cell ? nounOf(quantity.unit) : '';
  if (noun === '' || !cell) return false;
  const { cells } = cell.table.header;
  return cells.some(({ prose }, i) => i !== cell.column && prose.of(stemsIn).words.at(-1) === noun);
}

/** What a count counts, as a stem; '' when it has none. */
const nounOf = once((unit: string) => contentWords(unit).at(-1) ?? '');

const labels = new WeakMap<CellPlace, ReadonlySet<string>>();

/** The content words of a cell's row, column and table. */
function labelsOf({ row, table, column, caption }: CellPlace): ReadonlySet<string> {
  const texts = [row.cells[0]?.prose.text, table.header.cells[column]?.prose.text, caption.slice(0, 200)];
  return new Set(contentWords(texts.join(' ')));
}

/** Numbers of paragraphs, pages and the like are left over in prose without a noun. */
function isBare({ figure: { cell, quantity, scale }, money }: Mention): boolean {
  return !cell && !money && quantity.kind === 'count' && quantity.unit === '' && scale === undefined;
}

/** Two items of one list, or two sentences of one paragraph, tell of several things one by one. */
function areListed({ figure: a }: Mention, { figure: b }: Mention): boolean {
  return (
    a.section === b.section && (a.block === b.block || (a.block.kind === 'item' && b.block.kind === 'item'))
  );
}
