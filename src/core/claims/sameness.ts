// How likely two mentions make one claim, whatever their values are.
import type { CellPlace } from '../report/report';
import { remember } from '../text/remember';
import type { Mention } from './claim';
import { periodRelation, shareSubject } from './compare';
import type { Likeness } from './likeness';
import { contentWords } from './stems';

/**
 * What each sign adds to the logarithm of the odds. Fitted by logistic regression to amounts that reports state twice, told
 * from amounts of one kind and size that are two things.
 */
const BY = {
  none: -3.3,
  /** For each unit of weight of the words beside both, and of the rarest one of them. */
  shared: 0.19,
  rarest: 0.36,
  /** For each unit of weight of the words beside one that the other has in its setting. */
  aside: 0.17,
  covered: 1.25,
  otherMeasure: -0.8,
  sameSubject: 0.65,
  samePeriod: 1.3,
  otherPeriod: -0.9,
  /** The dates of two events are not always those of their figures. */
  otherEventDate: -1.15,
  asideAspect: -0.3,
  otherAspect: -0.5,
  sameNoun: 0.5,
  percent: -0.45,
  bare: -2,
  otherColumn: -3,
  oneInTable: -0.5,
  bothInTables: -1.15,
  listed: -2.3,
  parallel: -1.05,
} as const;

/** The natural logarithm of the odds that two comparable mentions make one claim, before their values are compared. */
export function oddsOfOneClaim(a: Mention, b: Mention, likeness: Likeness, parallel: boolean): number {
  const { near, rarest, aside, covered } = likeness;
  return (
    BY.none +
    near * BY.shared +
    rarest * BY.rarest +
    aside * BY.aside +
    covered * BY.covered +
    ofMeasure(a, b) +
    (shareSubject(a, b) ? BY.sameSubject : 0) +
    ofPeriod(a, b) +
    ofAspect(a, b) +
    ofKind(a, b) +
    ofPlace(a, b) +
    (isBare(a) || isBare(b) ? BY.bare : 0) +
    (isOfOtherColumn(a, b) || isOfOtherColumn(b, a) ? BY.otherColumn : 0) +
    (parallel ? BY.parallel : 0)
  );
}

function ofMeasure(a: Mention, b: Mention): number {
  return a.measure !== undefined && b.measure !== undefined && a.measure !== b.measure ? BY.otherMeasure : 0;
}

function ofPeriod(a: Mention, b: Mention): number {
  const relation = periodRelation(a, b);
  if (relation === 'same') return BY.samePeriod;
  if (relation !== 'apart') return 0;
  return a.dated && b.dated ? BY.otherEventDate : BY.otherPeriod;
}

function ofAspect(a: Mention, b: Mention): number {
  if (a.aspect === b.aspect) return 0;
  return a.aspect === '' || b.aspect === '' ? BY.asideAspect : BY.otherAspect;
}

function ofKind({ figure: { quantity: a } }: Mention, { figure: { quantity: b } }: Mention): number {
  if (a.kind === 'percent') return BY.percent;
  return a.kind === 'count' && a.unit !== '' && a.unit === b.unit ? BY.sameNoun : 0;
}

/** "31 beds" is no number in the column "Hospitals". */
function isOfOtherColumn({ figure: { quantity } }: Mention, { figure }: Mention): boolean {
  const { cell } = figure;
  if (quantity.kind !== 'count' || quantity.unit === '' || !cell) return false;
  if (quantity.unit === figure.quantity.unit) return false;
  const noun = contentWords(quantity.unit).at(-1);
  return noun !== undefined && !remember(labels, cell, () => labelsOf(cell)).has(noun);
}

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

function ofPlace({ figure: a }: Mention, { figure: b }: Mention): number {
  if (a.cell && b.cell) return BY.bothInTables;
  if (a.cell || b.cell) return BY.oneInTable;
  const listed =
    a.section === b.section && (a.block === b.block || (a.block.kind === 'item' && b.block.kind === 'item'));
  return listed ? BY.listed : 0;
}
