import type { Mention } from '../claims';
import type { Table } from '../markdown/block';
import { furnitureIn } from '../report/furniture';
import type { PlacedFigure, Report, Section } from '../report/report';
import { enclosingSections } from '../report/sections';
import { isTotalRow } from '../report/tables';
import { isSummaryTitle } from '../report/titles';
import { Cover } from '../text/cover';
import { remember } from '../text/remember';
import { needsBacking } from './backing';
import { citeFix } from './cite-fix';
import { isDerived } from './derived';
import { missingSource } from './missing-source';
import { aroundQuotation } from './quotations';
import type { Reading } from './reading';
import type { Rule } from './rule';
import { saysTotal } from './tables';
import { isToldElsewhere } from './told-elsewhere';

export const uncitedFigure: Rule = {
  id: 'uncited-figure',
  family: 'verification',
  severity: 'information',
  summary:
    'A factual figure with no source in its event, row, sentence or paragraph, nor at any other place that states it.',
  *check(reading) {
    // A row or event without any source is reported once, for all its figures.
    const spokenFor = new Set([...missingSource.check(reading)].map(found => found?.span.start));
    const furniture = new Cover(furnitureIn(reading.report).map(({ span }) => span));
    const dataTables = new Map<Table, boolean>();
    const sourcedTables = new Map<Table, boolean>();
    for (const mention of reading.mentions) {
      const { figure } = mention;
      if (furniture.covers(figure.span)) continue;
      if (figure.cell && isDataTable(dataTables, figure.cell.table)) continue;
      yield;
      if (!lacksSource(reading, mention) || isTotalOfSourced(sourcedTables, reading, figure)) continue;
      const title = reading.eventAt(figure.span)?.titleSpan ?? figure.cell?.row.cells[0]?.span;
      if (title && spokenFor.has(title.start)) continue;
      yield {
        span: figure.span,
        message: `“${figure.text}” has no source: neither here nor at another mention does the report say where it comes from.`,
        fixes: [citeFix(reading, figure.span)],
      };
    }
  },
};

function lacksSource(reading: Reading, mention: Mention): boolean {
  const { figure } = mention;
  if (figure.cell && isTotalRow(figure.cell.row)) return false;
  if (figure.block.kind === 'heading' || reading.sourced.covers(figure.span)) return false;
  if (isClass(figure) || reading.caveatAt(figure.span) || reading.isSourcedElsewhere(mention)) return false;
  if (isSummarized(reading, figure) || !needsBacking(reading, mention)) return false;
  // In quotation marks somebody else says it: 'the claim that it "holds 63% of the market"'.
  const { text } = reading.report;
  if (isNote(text, figure) || aroundQuotation(text, figure.span)) return false;
  return !isDerived(reading, mention) && !isToldElsewhere(reading, mention);
}

/** Rows of data are the business of missing-source; a table of prose is read like prose. */
function isDataTable(known: Map<Table, boolean>, table: Table): boolean {
  const answer = known.get(table);
  if (answer !== undefined) return answer;
  const cells = table.rows.flatMap(row => row.cells.slice(1)).map(cell => cell.prose.text.trim());
  const filled = cells.filter(cell => cell !== '');
  const isData = filled.filter(cell => cell.length < 24 && /\d/.test(cell)).length * 2 >= filled.length;
  known.set(table, isData);
  return isData;
}

/** A total needs no source where its parts have theirs. */
function isTotalOfSourced(known: Map<Table, boolean>, reading: Reading, { cell }: PlacedFigure): boolean {
  if (!cell || !saysTotal(cell.row.cells[0]?.prose.text ?? '')) return false;
  const { table } = cell;
  return remember(known, table, () => table.rows.some(({ span }) => reading.hasSource(span)));
}

const summaries = new WeakMap<Section, boolean>();

/** A summary says again what the report tells with its sources; one that gives sources of its own is read like the rest. */
function isSummarized(reading: Reading, { section, cell }: PlacedFigure): boolean {
  if (cell) return false;
  return remember(
    summaries,
    section,
    () =>
      !reading.hasSource(section.span) &&
      [...enclosingSections(section)].some(
        one => isSummaryTitle(one.title) && !holdsMost(reading.report, one),
      ),
  );
}

const sizes = new WeakMap<Report, ReadonlyMap<Section, number>>();

/** "Annual Performance Summary" above all sections is the report's title. */
function holdsMost(report: Report, one: Section): boolean {
  const within = remember(sizes, report, () => sizesOf(report.sections)).get(one) ?? 0;
  return within > MOST_OF_SUMMARY && within * 2 > report.sections.length;
}

/** How many sections each one holds, itself among them. */
function sizesOf(sections: readonly Section[]): ReadonlyMap<Section, number> {
  const sizes = new Map<Section, number>();
  for (const section of sections)
    for (const one of enclosingSections(section)) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  return sizes;
}

const MOST_OF_SUMMARY = 5;

/** A small bare number that fills its cell is a class, a phase or a rank. */
function isClass({ cell, quantity, text, scale, inherited }: PlacedFigure): boolean {
  return (
    cell !== undefined &&
    quantity.kind === 'count' &&
    quantity.unit === '' &&
    scale === undefined &&
    !inherited &&
    Number.isInteger(quantity.value) &&
    Math.abs(quantity.value) < 10 &&
    cell.cell.prose.text.trim() === text
  );
}

const EXPLAINS =
  /\b(?:one|1|an?) [\p{L}-]+ (?:of [\p{L}\d-]+ )?(?:is|equals|means|holds|weighs|counts as|=)|\b(?:1 (?:\S+ ){1,4}|one \S+ of \S+ )(?:takes|makes|yields|needs|gives|contains)\b|\s=\s|\b(?:are|is) (?:converted|expressed|quoted|stated|given) (?:at|in)\b|\bstands? for (?!\d)/iu;
/** A cheap look for what it has besides a word. */
const MAY_EXPLAIN =
  /\b(?:one|1|an?) \S+ (?:of \S+ )?(?:is|equals|means|holds|weighs|counts as|=)|\b(?:1 (?:\S+ ){1,4}|one \S+ of \S+ )(?:takes|makes|yields|needs|gives|contains)\b|\s=\s|\b(?:are|is) (?:converted|expressed|quoted|stated|given) |\bstands? for (?!\d)/i;

/** "A note on numbers: …", "1 lakh is 100,000" and paragraphs in italics explain, they do not assert. */
function isNote(text: string, { block, sentence }: PlacedFigure): boolean {
  if (block.kind === 'table') return false;
  const source = text.slice(block.span.start, block.span.start + 400);
  const isItalic =
    block.kind === 'paragraph' &&
    /^([*_])(?!\1)/.test(source) &&
    /[^*_][*_]$/.test(text.slice(block.span.end - 2, block.span.end));
  if (isItalic || /^[\s>*_-]*(?:a )?(?:notes?|definitions?|methodology)\b/i.test(source)) return true;
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300));
  return MAY_EXPLAIN.test(words) && EXPLAINS.test(words);
}
