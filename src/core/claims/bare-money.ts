// Whether a number without a currency is an amount of money, by its measure and the words around it.
import type { QuantityKind } from '../figures';
import type { PlacedFigure } from '../report/report';
import type { Around } from './circumstances';
import type { MeasureWord } from './measures';
import { isPayment } from './payments';
import { isNextTo, type Spot } from './spot';

/**
 * True for money, and for a bare amount whose measure or payment is counted in money.
 * @param figures the figures of the report, in text order
 * @param index where the spot's figure is among them
 */
export function isMoney(
  figures: readonly PlacedFigure[],
  index: number,
  spot: Spot,
  measure: MeasureWord | undefined,
  around: Around,
): boolean {
  const { figure } = spot;
  const { quantity, scale } = figure;
  if (quantity.kind !== 'count') return quantity.kind === 'money';
  const next = figures[index + 1];
  const isOfMeasure = quantity.unit === '' && scale !== undefined && measure?.money === true;
  if (isOfMeasure && !isCounted(figures, index, spot, measure, around)) return true;
  return (
    isBareNumber(figure) &&
    (isPaid(figures, index, spot) || isWholeOfMoney(spot, next) || isComparedWithMoney(spot, next))
  );
}

/** True when the words around a bare amount tell that it counts things, though a measure of money is named. */
function isCounted(
  figures: readonly PlacedFigure[],
  index: number,
  spot: Spot,
  measure: MeasureWord,
  { before, after }: Around,
): boolean {
  return (
    PAYERS.test(after) ||
    OF_MANY.test(after) ||
    BY_WHOM.test(before) ||
    isOfClauseBefore(spot, measure) ||
    isOfNext(spot, measure) ||
    isNounOfOther(spot, measure, figures[index - 1]) ||
    isInNumbers(spot) ||
    isTraded(spot, figures[index - 1], figures[index + 1]) ||
    spot.labels.some(({ prose }) => COUNTS.test(prose.text)) ||
    ((OF_THAT.test(after) || BASE.test(before)) && countsLike(figures, index)) ||
    countsOn(figures, index, spot, measure)
  );
}

/** "2.31 million now pay by meter", "0.3 million did": so many who do it. */
const PAYERS = /^ (?:\p{L}+ )?(?:pay|spend|invest|owe|earn|charge|borrow)\b|^ (?:do|did)\b/u;
/** "8.3 million of them have a smartphone", "1.4 million who were asked": many things, not much money. */
const OF_MANY = /^ (?:of (?:them|these|those)|who|whom)\b/;
/** "An app which 1.1 million use": so many who do it. */
const BY_WHOM = /(?<!\bof )\b(?:which|whom) (?:about |some |nearly |over )?$/;
/** "205 million of it found a buyer": the same is counted as before. */
const OF_THAT = /^ of (?:it|that|this)\b/;
/** What a value is compared with follows these words. */
const BASE =
  /\b(?:from|to|than|against|with|by|twice|double|half|triple|times)\s+(?:the |its |their )?(?:about |some |nearly |only |just )?$/i;

/** "A client pays 5,900 a month; 8.3 million of them have a smartphone": the clause before tells of another thing. */
function isOfClauseBefore({ figure, prose, start }: Spot, measure: MeasureWord): boolean {
  return !figure.cell && prose.text.slice(measure.end, start).includes(';');
}

/** "It still covers 1.7 million, at a cost of €88 million": what is measured behind a comma is another amount. */
function isOfNext({ figure, prose, end }: Spot, measure: MeasureWord): boolean {
  if (figure.cell || measure.start < end) return false;
  const between = prose.text.slice(end, measure.start);
  // "520 million, more than revenue" is compared with it.
  return /[,)]| and /.test(between) && !/\bthan (?:\p{Ll}+ )?$/u.test(between);
}

/** "33 per cent (7.6 million) own it with a loan": a share, in numbers. */
function isInNumbers({ prose, start }: Spot): boolean {
  return /(?:%|\bper ?cent)\s?\($/.test(prose.text.slice(Math.max(0, start - 12), start));
}

/** The label of what is counted: "Number of payments". */
const COUNTS = /^(?:the )?(?:number|no\.|count|volume) of\b|\((?:number|no\.|units)\)/i;

/** "It carried 92 million for £3.1 billion": what is had for money. */
function isTraded(
  { figure, prose, start, end }: Spot,
  before: PlacedFigure | undefined,
  after: PlacedFigure | undefined,
): boolean {
  const between = (from: number, to: number) =>
    /^ for (?:the |its |just |only )?$/.test(prose.text.slice(from, to));
  return [before, after].some(
    other =>
      other?.quantity.kind === 'money' &&
      isNextTo(other, figure) &&
      (other === before
        ? between(prose.fromSource(other.span.end), start)
        : between(end, prose.fromSource(other.span.start))),
  );
}

/** "12.6 billion payments, 34.5 million a day": the measure is what another number counts. */
function isNounOfOther(spot: Spot, measure: MeasureWord, other: PlacedFigure | undefined): boolean {
  if (other?.quantity.kind !== 'count' || spot.figure.cell || !isNextTo(other, spot.figure)) return false;
  const from = spot.prose.fromSource(other.core.end);
  return from <= measure.start && measure.start <= from + 1;
}

/** "4.26 million nights, up 6.5% from 4.00 million": a bare amount that is compared with a count counts the same. */
function countsLike(figures: readonly PlacedFigure[], index: number): boolean {
  const figure = figures[index];
  for (let i = index - 1; figure && i >= 0; i--) {
    const other = figures[i];
    if (!other || !isNextTo(other, figure)) return false;
    const { kind, unit } = other.quantity;
    if (kind === 'count') return unit !== '';
    if (kind !== 'percent' && kind !== 'points' && kind !== 'multiple') return false;
  }
  return false;
}

/** How many figures before a number are looked at. */
const NEAR = 8;

/** "It cost $21 million and makes 36 million jars, at first 27 million": a count stands between the amount and its measure. */
function countsOn(
  figures: readonly PlacedFigure[],
  index: number,
  { figure, prose }: Spot,
  measure: MeasureWord,
): boolean {
  if (figure.cell) return false;
  for (let i = index - 1; i >= index - NEAR; i--) {
    const other = figures[i];
    if (!other || !isNextTo(other, figure)) return false;
    if (other.scale === undefined) continue;
    const { kind, unit } = other.quantity;
    const isOfThings = kind === 'count' ? unit !== '' && !NAMES_MONEY.test(unit) : isAmountOfStuff(kind);
    return (
      isOfThings &&
      other.scale.toLowerCase() === figure.scale?.toLowerCase() &&
      measure.end <= prose.fromSource(other.span.start)
    );
  }
  return false;
}

/** Money of an unnamed country is no count of things: "2.99 billion crowns: 1.7 billion in wind". */
const NAMES_MONEY = /^(?:crown|dollar|peso|franc|dinar|pound|mark)s?\b/i;

/** What is weighed or measured as goods are. */
function isAmountOfStuff(kind: QuantityKind): boolean {
  return kind === 'mass' || kind === 'volume' || kind === 'energy' || kind === 'area' || kind === 'length';
}

/** "380 crore", or a number that is long enough for money: no small count and no year. */
function isBareNumber({ quantity: { unit, value }, scale, spelled }: PlacedFigure): boolean {
  return unit.replace(/^\/\w+$/, '') === '' && !spelled && (scale !== undefined || value >= LONG);
}

const LONG = 10_000;

/** How far the words may stand that say what a number is paid for. */
const FOR_WHAT = 160;

/** True when the words right around a bare number say that it is money. */
function isPaid(
  figures: readonly PlacedFigure[],
  index: number,
  { figure, prose, start, end, reach }: Spot,
): boolean {
  return isPayment(
    prose.text.slice(Math.max(reach.start, start - FOR_WHAT), start),
    prose.text.slice(end, Math.min(reach.end, end + FOR_WHAT)),
    countsBefore(figures, index),
    figures
      .slice(Math.max(0, index - NEAR), index)
      .some(other => other.block === figure.block && other.quantity.kind === 'money'),
  );
}

/** True when things are counted or goods are weighed before a figure in its sentence. */
function countsBefore(figures: readonly PlacedFigure[], index: number): boolean {
  const figure = figures[index];
  for (let i = index - 1; figure && i >= index - NEAR; i--) {
    const other = figures[i];
    if (!other || !isNextTo(other, figure)) return false;
    const { kind, unit } = other.quantity;
    if ((kind === 'count' && unit !== '') || isAmountOfStuff(kind)) return true;
  }
  return false;
}

/** "96 million, of which $61 million": the whole of an amount of money is money. */
function isWholeOfMoney({ prose, end }: Spot, next: PlacedFigure | undefined): boolean {
  if (next?.quantity.kind !== 'money') return false;
  const between = prose.text.slice(end, prose.fromSource(next.span.start));
  return /^,? (?:\(|– |— )?(?:of which|of that,?|including) $/.test(between);
}

const COMPARES =
  /^,? (?:(?:up |down )?from|after|against|compared (?:with|to)|on top of|in addition to) (?:the |its |their )?$/;

/** "fell to 1.9 million from £2.4 million": what is compared with money on the same scale is money. */
function isComparedWithMoney({ prose, end, figure }: Spot, next: PlacedFigure | undefined): boolean {
  if (next?.quantity.kind !== 'money' || figure.scale === undefined || next.scale !== figure.scale)
    return false;
  return COMPARES.test(prose.text.slice(end, prose.fromSource(next.span.start)));
}
