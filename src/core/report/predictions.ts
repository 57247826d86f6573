// Predictions: what is to come, by when, and how sure the author is.
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { confidenceAlone, confidenceIn, takeConfidence } from './confidence';
import { type Entry, entriesOf, type Grouped, headingEntry, leavesOf, textOf } from './entries';
import { horizonOf, horizonWithin, isHorizon, leadingHorizon, shownHorizon } from './horizons';
import type { Prediction, Section } from './report';
import { isNumbered, statements } from './statements';
import { cellField, columnsOf, rowSpan, wordiestColumn } from './tables';

export function readPredictions(sections: readonly Section[]): Prediction[] {
  return sections.flatMap(section => {
    const tables = section.blocks.flatMap(block =>
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
  const horizon = horizonOf(section.title);
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
  if (section.parent?.part !== 'predictions') return undefined;
  const read = predictionOf({
    entry: { ...entry, lead: { ...entry.lead, text: section.title }, body: undefined },
    labels: [],
  });
  const isStatement =
    isNumbered(section.heading.prose.text) || entry.fields.has('horizon') || entry.fields.has('confidence');
  return read && (isStatement || read.horizon !== undefined) ? [{ ...read, span }] : undefined;
}

function predictionEntries(section: Section): Prediction[] {
  const leaves = [...leavesOf(entriesOf(section), isGroup, [section.title])];
  return statements(leaves, leaf => isTimed(leaf.entry)).flatMap(leaf => predictionOf(leaf) ?? []);
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
    takeOdds(textOf(entry)).odds !== undefined ||
    leadingHorizon(bareTitle(textOf(entry))) !== undefined ||
    takeConfidence(textOf(entry)).confidence !== undefined
  );
}

function predictionOf({ entry, labels }: Grouped): Prediction | undefined {
  const { fields, span } = entry;
  const timed = timedLead(entry);
  const graded = takeConfidence(timed?.rest ?? textOf(entry));
  // Behind the level may stand another lead: "[High] By 2030: …".
  const inner = timed ? undefined : leadingHorizon(graded.text);
  const stated = bareTitle(
    (inner ? graded.text.slice(inner.rest) : graded.text).replace(/^[:：–—|.\s-]+/, ''),
  );
  const { text, odds } =
    graded.confidence === undefined && timed?.confidence === undefined
      ? takeOdds(stated)
      : { text: stated, odds: undefined };
  if (text === '') return undefined;
  const field = fields.get('horizon')?.text ?? fields.get('date')?.text;
  const noted =
    graded.note !== undefined && isHorizon(graded.note) ? shownHorizon(graded.note) : horizonInBrackets(text);
  const level = fields.get('confidence')?.text;
  return {
    text: noted === undefined ? text : text.replace(BRACKETED_END, '').trim(),
    horizon:
      timed?.horizon ??
      inner?.horizon ??
      (field === undefined ? undefined : shownHorizon(field)) ??
      noted ??
      labels.map(horizonOf).find(horizon => horizon !== undefined) ??
      horizonWithin(text),
    confidence:
      (level === undefined ? undefined : confidenceAlone(level)) ??
      timed?.confidence ??
      graded.confidence ??
      odds ??
      labels
        .map(label => takeConfidence(label).confidence ?? confidenceAlone(label))
        .find(one => one !== undefined),
    span,
  };
}

/** "… shuts – 75%": a share at the very end, set off from the text, is its probability. */
const ODDS =
  /\s*(?:\s[–—-]|[.,;:([])\s?(\d{1,3}(?:[–-]\d{1,3})? ?%)(?: (?:sure|likely|certain|confident|odds|chance|probability|confidence))?[)\]]?\.?$/;

/** "Base case (60%): 9 million tonnes": a scenario's probability stands behind its name. */
const CASE = /^([^:：()]{2,40}?)\s*[(（](\d{1,3}(?:[–-]\d{1,3})? ?%)[^()（）]{0,20}[)）](?=\s*[:：.–—])/;

/** "70%: Norvik sells." */
const LEADING_ODDS =
  /^\s*((?:about |around |~|> ?|< ?)?\d{1,3}(?:[–-]\d{1,3})? ?%)\s*(?:[:：|]|[–—-](?=\s))\s*(?=\S)/;

/** A text without its probability, and that probability. */
function takeOdds(text: string): { text: string; odds: string | undefined } {
  const leading = LEADING_ODDS.exec(text.slice(0, 40));
  if (leading) return { text: text.slice(leading[0].length), odds: leading[1] };
  const named = CASE.exec(text.slice(0, 80));
  if (named) return { text: (named[1] ?? '') + text.slice(named[0].length), odds: named[2] };
  const end = ODDS.exec(text);
  return end ? { text: text.slice(0, end.index).trim(), odds: end[1] } : { text, odds: undefined };
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
        confidence: takeConfidence(entry.lead.text.replace(/[:：.]\s*$/, ''), true).confidence,
        rest: entry.body.text,
      };
  }
  const text = bareTitle(textOf(entry));
  const found = leadingHorizon(text);
  return found && { ...found, rest: text.slice(found.rest) };
}

const BRACKETED_END = /\s*[([]([^()[\]]{2,50})[)\]]\s*[.]?\s*$/;

function horizonInBrackets(text: string): string | undefined {
  const inside = BRACKETED_END.exec(text.slice(-60))?.[1];
  return inside !== undefined && isHorizon(inside) ? shownHorizon(inside) : undefined;
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
  return table.rows.flatMap((row): Prediction[] => {
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
