// Predictions: what is to come, by when, and how sure the author is.
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { flat } from '../text/lists';
import { confidenceAlone, confidenceIn, takeConfidence } from './confidence';
import { type Entry, entriesOf, type Grouped, headingEntry, isCaption, leavesOf, textOf } from './entries';
import {
  deadlineTitle,
  horizonOf,
  horizonOfTitle,
  horizonWithin,
  isHorizon,
  leadingHorizon,
  SEPARATOR_BEHIND,
  shownHorizon,
} from './horizons';
import { takeNote, takeOdds } from './prediction-notes';
import type { Prediction, Section } from './report';
import { scenariosIn } from './scenarios';
import { isNumbered, statements } from './statements';
import { cellField, columnsOf, rowSpan, wordiestColumn } from './tables';

/** The predictions of a report; scenarios are such only where it commits itself to nothing else. */
export function readPredictions(sections: readonly Section[]): Prediction[] {
  const stated = statedIn(sections);
  return stated.length > 0 ? stated : flat(sections, scenariosIn);
}

function statedIn(sections: readonly Section[]): Prediction[] {
  return flat(sections, section => {
    const tables = flat(section.blocks, block =>
      block.kind === 'table' ? predictionRows(block, section) : [],
    );
    if (section.part !== 'predictions') return tables;
    const headed = headedPrediction(section);
    return [...(headed ?? predictionEntries(section)), ...tables];
  });
}

/** "### 1 year (High confidence)" with the prediction as its text, or "### Norvik sells (by 2027)". */
function headedPrediction(section: Section): Prediction[] | undefined {
  if (!section.heading) return undefined;
  const entry = headingEntry(section, section.heading, section.span.end);
  const horizon = horizonOf(section.title) ?? deadlineTitle(section.title);
  const paragraphs = section.blocks.filter(block => block.kind === 'paragraph' && block.listDepth === 0);
  const last = section.blocks.findLast(block => block.kind === 'paragraph');
  const span = { start: section.heading.span.start, end: last?.span.end ?? section.span.end };
  if (horizon !== undefined) {
    const [first] = paragraphs;
    if (
      first?.kind !== 'paragraph' ||
      section.blocks.some(block => block.kind === 'item') ||
      leadingHorizon(first.prose.text)
    )
      return undefined;
    const graded = takeConfidence(first.prose.text);
    const confidence =
      confidenceIn(section.title) ?? takeConfidence(section.title).confidence ?? graded.confidence;
    return [{ text: bareTitle(graded.text), horizon, confidence, span }];
  }
  // What stands right above a table says what the table shows.
  if (section.parent?.part !== 'predictions' || section.blocks[0]?.kind === 'table') return undefined;
  const read = predictionOf({
    entry: { ...entry, lead: { ...entry.lead, text: section.title }, body: undefined },
    labels: [],
  });
  const isStatement =
    isNumbered(section.heading.prose.text) || entry.fields.has('horizon') || entry.fields.has('confidence');
  return read && (isStatement || read.horizon !== undefined) ? [{ ...read, span }] : undefined;
}

function predictionEntries(section: Section): Prediction[] {
  const label = section.title.replace(/^(?:prediction|forecast|outlook)s?\s*[,:–—-]?\s*(?=\S)/i, '');
  const leaves = [...leavesOf(entriesOf(section), isGroup, [label])];
  return statements(
    leaves.filter(({ entry }) => !isCaption(entry, section.blocks)),
    leaf => isTimed(leaf.entry) || leaf.labels.some(one => horizonOf(one) !== undefined),
  ).flatMap(leaf => predictionOf(leaf) ?? []);
}

/** A horizon or level, alone, with the predictions for it under it. */
function isGroup(entry: Entry): boolean {
  if (entry.body) return false;
  const { text } = entry.lead;
  if (
    horizonOf(text) !== undefined ||
    takeConfidence(text).text === '' ||
    confidenceAlone(text) !== undefined
  )
    return true;
  return /[:：]$/.test(text) || (!/[.!?]$/.test(text) && text.split(/\s+/).length <= 4);
}

function isTimed(entry: Entry): boolean {
  if (entry.fields.has('horizon') || entry.fields.has('confidence')) return true;
  return (
    BY_WHEN.test(textOf(entry)) ||
    takeOdds(textOf(entry)).odds !== undefined ||
    leadingHorizon(bareTitle(textOf(entry))) !== undefined ||
    takeConfidence(textOf(entry)).confidence !== undefined
  );
}

/** "By 2028 we expect …", "Within five years half of the jobs are gone.": a sentence that starts with its horizon. */
const BY_WHEN =
  /^\W*(?:and |but )?(?:by|within|before|over|until) (?=(?:\S+ ){0,4}\S*(?:\d{4}|years?|months?|weeks?|quarters?|decade)\b)/i;

function predictionOf({ entry, labels }: Grouped): Prediction | undefined {
  const { fields, span } = entry;
  const timed = timedLead(entry);
  const { note, text: unnoted } = takeNote(timed?.rest ?? textOf(entry));
  const graded = takeConfidence(unnoted);
  // Behind the level may stand another lead: "[High] By 2030: …".
  const inner = timed ? undefined : leadingHorizon(graded.text);
  const stated = bareTitle(
    (inner ? graded.text.slice(inner.rest) : graded.text).replace(/^[:：–—|.\s-]+/, ''),
  ).replace(/\s*[–—|]$/, '');
  const level = note?.confidence ?? graded.confidence ?? timed?.confidence;
  const { text, odds } = level === undefined ? takeOdds(stated) : { text: stated, odds: undefined };
  if (text === '') return undefined;
  const field = fields.get('horizon')?.text ?? fields.get('date')?.text;
  const own = BY_WHEN.test(text) ? horizonWithin(text) : undefined;
  const ownNote = graded.note !== undefined && isHorizon(graded.note) ? graded.note : undefined;
  return {
    text,
    horizon:
      timed?.horizon ??
      inner?.horizon ??
      [field, note?.horizon, ownNote].flatMap(words => (words === undefined ? [] : shownHorizon(words)))[0] ??
      own ??
      labels.map(horizonOf).find(horizon => horizon !== undefined) ??
      horizonWithin(text) ??
      labels.map(horizonOfTitle).find(horizon => horizon !== undefined),
    confidence:
      confidenceAlone(fields.get('confidence')?.text ?? '') ??
      level ??
      odds ??
      labels
        .map(label => takeConfidence(label).confidence ?? confidenceAlone(label))
        .find(one => one !== undefined),
    span,
  };
}

interface TimedText {
  readonly horizon: string;
  readonly confidence: string | undefined;
  readonly rest: string;
}

/** A lead that is a horizon, set off by emphasis or by a colon, dash or comma. */
function timedLead(entry: Entry): TimedText | undefined {
  if (entry.marked && entry.body) {
    const horizon = horizonOf(entry.lead.text);
    if (horizon !== undefined)
      return {
        horizon,
        confidence: takeConfidence(entry.lead.text.replace(SEPARATOR_BEHIND, ''), true).confidence,
        rest: entry.body.text,
      };
  }
  const text = bareTitle(textOf(entry));
  const found = leadingHorizon(text);
  return found && { ...found, rest: text.slice(found.rest) };
}

/** A column with fewer characters in a cell, on average, states nothing. */
const SENTENCE = 20;

function predictionRows(table: Table, section: Section): Prediction[] {
  const columns = columnsOf(table);
  const { horizon, confidence, question } = columns;
  if (question !== undefined || horizon === undefined) return [];
  const isPart = section.part === 'predictions';
  const others = [horizon, confidence, columns.player];
  const named = others.includes(columns.prediction) ? undefined : columns.prediction;
  const explicit = table.header.cells.findIndex(cell =>
    /\bpredict|\bforecast|\bexpect|\bcalls?\b|\bwhat\b/i.test(cell.prose.text),
  );
  if (!isPart && !(explicit >= 0 && confidence !== undefined)) return [];
  const text =
    explicit >= 0 && !others.includes(explicit)
      ? explicit
      : (named ?? wordiestColumn(table, others, SENTENCE));
  return flat(table.rows, (row): Prediction[] => {
    const field = cellField(row, text);
    if (!field) return [];
    const graded = takeConfidence(field.text);
    const when = cellField(row, horizon)?.text;
    return [
      {
        text: bareTitle(graded.text),
        horizon: when === undefined ? undefined : shownHorizon(when),
        confidence: confidenceAlone(cellField(row, confidence)?.text ?? '') ?? graded.confidence,
        span: rowSpan(row),
      },
    ];
  });
}
