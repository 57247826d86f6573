import type { Mention } from '../claims';
import { type QuantityKind, spellLike } from '../figures';
import type { PlacedFigure } from '../report/report';
import { changesIn } from './changes';
import { continuedSentences, newChangesIn } from './continued';
import { remarksOnValues } from './growth-remarks';
import { areMixed, KIND } from './kinds';
import { moneyAsShare } from './money-as-share';
import { PHYSICAL, physicalKind } from './physical-kinds';
import { pointsAsPercent, pointsIn, pointsOfBefore } from './points-as-percent';
import type { Fix, Found, Rule } from './rule';
import { type Part, type Sentence, sentencesIn, wordsBefore } from './sentences';
import { gridsIn } from './tables';
import { type OddUnit, oddUnits } from './unit-columns';

export const unitKind: Rule = {
  id: 'unit-kind',
  family: 'units',
  severity: 'error',
  summary:
    'A unit of the wrong kind for its measure: energy for power, money for a share, percent for percentage points.',
  *check(reading) {
    const known = new Set<Mention>();
    const points = new Set<number>();
    let last: Sentence | undefined;
    for (const sentence of sentencesIn(reading)) {
      const { kinds, several } = sentence;
      for (const found of last && (last.several & KIND.percent) !== 0 ? pointsOfBefore(last, sentence) : []) {
        points.add(found.span.start);
        yield found;
      }
      last = sentence;
      const told = new Set<Part>();
      if ((kinds & MAY_BE_WRONG) !== 0)
        for (const part of sentence.parts) {
          const found = part.mention.money ? moneyAsShare(sentence, part) : wrongPhysical(sentence, part);
          if (!found) continue;
          told.add(part);
          if (!part.mention.money) known.add(part.mention);
          yield found;
        }
      if (sentence.parts.length < 2) continue;
      yield;
      if ((several & KIND.percent) !== 0)
        for (const found of pointsAsPercent(reading, sentence)) {
          points.add(found.span.start);
          yield found;
        }
      if (areMixed(kinds & MEASURES)) yield* mixedMeasures(sentence);
      if ((kinds & POWER_AND_ENERGY) !== POWER_AND_ENERGY) continue;
      const physical = sentence.parts.filter(isPowerOrEnergy);
      yield* mixedPairs(sentence, physical, told);
      yield* oddInList(sentence, physical, told);
    }
    for (const sentence of continuedSentences(reading))
      for (const found of pointsIn(newChangesIn(sentence))) if (!points.has(found.span.start)) yield found;
    for (const remark of remarksOnValues(reading))
      for (const found of pointsIn(changesIn(remark))) if (!points.has(found.span.start)) yield found;
    yield;
    for (const grid of gridsIn(reading))
      for (const unit of oddUnits(grid)) if (!known.has(unit.odd)) yield oddUnitFound(unit);
  },
};

const POWER_AND_ENERGY = KIND.power | KIND.energy;
const MEASURES = KIND.mass | KIND.area | KIND.volume | KIND.length;
const MAY_BE_WRONG = KIND.money | PHYSICAL;

function wrongPhysical(sentence: Sentence, part: Part): Found | undefined {
  const { figure } = part.mention;
  const expected = physicalKind(sentence, part);
  if (!expected) return undefined;
  const newText =
    expected.symbol === undefined
      ? undefined
      : withSymbol(figure.text.slice(figure.core.start - figure.span.start), expected.symbol);
  return {
    span: figure.inherited ? (unitCellSpan(part) ?? figure.span) : figure.span,
    message: `“${shownWithUnit(part)}” has a unit of ${expected.is}, but ${expected.because} is ${expected.wants}.`,
    fixes: rewritten(figure, newText),
  };
}

/** Words that make two figures the ends of one change, part and whole, or values compared. */
const JOINS =
  /^(?: (?:in|of) (?:19|20)\d\d)? to (?:about |around )?$|^ of (?:the|its|their|a total of) (?:total )?$|^(?: (?:in|of) (?:19|20)\d\d)?,? (?:\S+ )?(?:more|less|higher|lower) than (?:the |its )?$|^[^;.]{0,30}, or \S+ of (?:\S+ ){1,4}of $/i;
const NAMES_POWER = /\b(?:capacity|peak|load|installed|rated|connection)\b/i;

/** "from 350 GW to 322 GWh": power beside energy where both must be one. */
function* mixedPairs(
  sentence: Sentence,
  physical: readonly Part[],
  told: ReadonlySet<Part>,
): Iterable<Found> {
  for (const [i, one] of physical.entries()) {
    const other = physical[i + 1];
    if (!other || told.has(one) || told.has(other)) continue;
    const [a, b] = [one.mention.figure.quantity, other.mention.figure.quantity];
    if (a.kind === b.kind || !JOINS.test(joint(sentence, one, other))) continue;
    const wanted = NAMES_POWER.test(wordsBefore(sentence, one, 60)) ? 'power' : 'energy';
    const [wrong, right] = a.kind === wanted ? [other, one] : [one, other];
    const { figure } = wrong.mention;
    const newText = withSymbol(
      figure.text.slice(figure.core.start - figure.span.start),
      wanted === 'power' ? '*W' : '*Wh',
    );
    yield {
      span: figure.span,
      message: `“${figure.text}” is ${figure.quantity.kind}, but “${right.mention.figure.text}” beside it is ${wanted}: only one of the units can be right.`,
      related: [{ span: right.mention.figure.span, message: 'The other unit' }],
      fixes: rewritten(figure, newText),
    };
  }
}

/** Words that put two values of one thing beside each other. */
const SETS_BESIDE =
  /^(?: (?:in|of) (?:19|20)\d\d)?,? (?:to|against|after|compared with|compared to|from) (?:about |around |some )?$/i;

/** "the sown area shrank from 1.36 million hectares to 1.21 million tonnes": the two ends measure different things. */
function* mixedMeasures(sentence: Sentence): Iterable<Found> {
  for (const [i, one] of sentence.parts.entries()) {
    const other = sentence.parts[i + 1];
    if (!other || !isMeasure(one) || !isMeasure(other)) continue;
    const [a, b] = [one.mention.figure, other.mention.figure];
    const joined = joint(sentence, one, other);
    if (a.quantity.kind === b.quantity.kind || !SETS_BESIDE.test(joined)) continue;
    // "3 million tonnes over 400 km, after 2 million tonnes": the value before is of the same kind.
    if (sentence.parts[i - 1]?.mention.figure.quantity.kind === b.quantity.kind) continue;
    if (
      /\b(?:to|from)\b/.test(joined) &&
      !/\bfrom\s+(?:about |some )?$/i.test(wordsBefore(sentence, one, 12))
    )
      continue;
    const wanted = /\b(?:area|acreage|land|floor ?space)\b/i.test(wordsBefore(sentence, one, 90))
      ? 'area'
      : undefined;
    const [wrong, right] = a.quantity.kind !== wanted && wanted !== undefined ? [a, b] : [b, a];
    yield {
      span: wrong.span,
      message: `“${wrong.text}” is ${articleFor(wrong.quantity.kind)}, but “${right.text}” beside it is ${articleFor(right.quantity.kind)}: only one of the units can be right.`,
      related: [{ span: right.span, message: 'The other unit' }],
    };
  }
}

function isMeasure({ mention: { figure } }: Part): boolean {
  const { kind, unit } = figure.quantity;
  return (
    (KIND[kind] & MEASURES) !== 0 && !unit.includes('/') && figure.ends === undefined && !figure.inherited
  );
}

function articleFor(kind: QuantityKind): string {
  return kind === 'area' ? 'an area' : `a ${kind}`;
}

/** What joins the items of a list of amounts: "39.5 GW in January, 22.1 GW in March and 31.2 GWh in April". */
const LISTS = /^(?: (?:in|for|from|of|at) [^,;.()]{1,40})?,? (?:and )?$/;
const STORES = /\b(?:batter\w+|stor(?:e|es|ed|age|ing)|hours?|packs?|cells?)\b/i;

/** Three amounts of a list, two of power and one of energy, or the other way round. */
function* oddInList(sentence: Sentence, physical: readonly Part[], told: ReadonlySet<Part>): Iterable<Found> {
  if (physical.length < 3 || STORES.test(sentence.text)) return;
  for (const [i, last] of physical.entries()) {
    const [first, middle] = [physical[i - 2], physical[i - 1]];
    if (
      !first ||
      !middle ||
      !LISTS.test(joint(sentence, first, middle)) ||
      !LISTS.test(joint(sentence, middle, last))
    )
      continue;
    const kind = (part: Part) => part.mention.figure.quantity.kind;
    const three = [first, middle, last];
    const odd = three.find(one => three.filter(other => kind(other) === kind(one)).length === 1);
    const right = three.find(one => odd && kind(one) !== kind(odd));
    if (!odd || !right || told.has(odd)) continue;
    const { figure } = odd.mention;
    const newText = withSymbol(
      figure.text.slice(figure.core.start - figure.span.start),
      kind(right) === 'power' ? '*W' : '*Wh',
    );
    yield {
      span: figure.span,
      message: `“${figure.text}” is ${kind(odd)}, but the other amounts of the list are ${kind(right)}, such as “${right.mention.figure.text}”.`,
      related: [{ span: right.mention.figure.span, message: 'The other unit' }],
      fixes: rewritten(figure, newText),
    };
  }
}

function oddUnitFound({ odd: { figure }, right }: OddUnit): Found {
  const { kind } = right.figure.quantity;
  const newText = withSymbol(
    figure.text.slice(figure.core.start - figure.span.start),
    kind === 'power' ? '*W' : '*Wh',
  );
  return {
    span: figure.span,
    message: `“${figure.text}” is ${figure.quantity.kind}, but the other amounts of its column are ${kind}, such as “${right.figure.text}”.`,
    related: [{ span: right.figure.span, message: 'The other unit' }],
    fixes: rewritten(figure, newText),
  };
}

function isPowerOrEnergy({ mention }: Part): boolean {
  const { kind, unit } = mention.figure.quantity;
  return (
    mention.figure.ends === undefined &&
    ((kind === 'power' && unit === 'W') || (kind === 'energy' && unit === 'Wh'))
  );
}

function joint(sentence: Sentence, one: Part, other: Part): string {
  return other.start - one.end > 90 ? '' : sentence.text.slice(one.end, other.start);
}

/** The unit of a bare number in a table is the header's or the row's. */
function unitCellSpan({ mention }: Part): Found['span'] | undefined {
  const place = mention.figure.cell;
  const unit = place?.row.cells.find(cell => /^[kMGT]?Wh?$/.test(cell.prose.text.trim()));
  return unit && place ? { start: unit.span.start, end: place.cell.span.end } : undefined;
}

function shownWithUnit({ mention: { figure } }: Part): string {
  return figure.inherited
    ? `${figure.text} ${spellLike(figure.quantity.value, figure) === figure.text ? (figure.quantity.unitName ?? '') : ''}`.trim()
    : figure.text;
}

/** "31 GW" with the symbol "GWh": only the unit's letters change. */
function withSymbol(text: string, symbol: string): string | undefined {
  const unit = /([kMGT])(?:Wh?|bps|B)(?![\p{L}])/u.exec(text);
  return unit
    ? text.slice(0, unit.index) + symbol.replace('*', unit[1] ?? '') + text.slice(unit.index + unit[0].length)
    : undefined;
}

/** A unit that comes from a header cannot be mended in the figure's own words. */
function rewritten(figure: PlacedFigure, newText: string | undefined): Fix[] {
  if (newText === undefined || figure.inherited) return [];
  return [
    { kind: 'edits', title: `Write ${newText}`, edits: [{ span: figure.core, newText }], certain: false },
  ];
}
