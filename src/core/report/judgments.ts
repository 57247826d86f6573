// Judgments, predictions, decisions and open questions: what the author thinks, expects, advises and asks.
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { confidenceAlone, confidenceIn, horizonIn, withoutConfidence } from './confidence';
import { type Entry, entriesOf } from './entries';
import type { Decision, Field, Judgment, PartKind, Prediction, Question, Section } from './report';
import { CONFIDENCE_HEADER, cellField, columnOf, HORIZON_HEADER, rowSpan } from './tables';

const JUDGMENT_HEADER =
  /\bjudge?ments?\b|\bfindings?\b|\bconclusions?\b|\bassessments?\b|\bviews?\b|\btakeaways?\b|\bstatements?\b/i;
const PREDICTION_HEADER = /\bpredictions?\b|\bforecasts?\b|\bexpect|\boutlook\b|\bwhat\b|\bscenario\b/i;

export function readJudgments(sections: readonly Section[]): Judgment[] {
  return inPart(sections, 'judgments').flatMap(section => [
    ...entriesOf(section).flatMap(judgmentOf),
    ...tablesOf(section).flatMap(table => {
      const text = columnOf(table, JUDGMENT_HEADER) ?? 0;
      const confidence = columnOf(table, CONFIDENCE_HEADER);
      return table.rows.flatMap((row): Judgment[] => {
        const field = cellField(row, text);
        const level = confidenceAlone(cellField(row, confidence)?.text ?? '');
        return field ? [{ text: bareTitle(field.text), confidence: level, span: rowSpan(row) }] : [];
      });
    }),
  ]);
}

function judgmentOf(entry: Entry): Judgment[] {
  const all = [entry.lead, entry.body].flatMap(field => field?.text ?? []).join(' ');
  const confidence = confidenceIn(all) ?? confidenceAlone(entry.fields.get('confidence')?.text ?? '');
  // A bold lead may be nothing but the level, or a title of the judgment that belongs to it.
  const leadIsLevel = entry.marked && confidenceIn(entry.lead.text) !== undefined && entry.body !== undefined;
  const text = bareTitle(withoutConfidence(leadIsLevel ? (entry.body?.text ?? '') : all));
  return text === '' ? [] : [{ text, confidence, span: entry.span }];
}

export function readPredictions(sections: readonly Section[]): Prediction[] {
  return inPart(sections, 'predictions').flatMap(section => [
    ...headedPrediction(section),
    ...entriesOf(section).flatMap(predictionOf),
    ...tablesOf(section).flatMap(predictionRows),
  ]);
}

/** "### 1 year (High confidence)" with the prediction as its text. */
function headedPrediction(section: Section): Prediction[] {
  const horizon = horizonIn(section.title);
  if (!section.heading || horizon === undefined) return [];
  const text = section.blocks.flatMap(block =>
    block.kind === 'paragraph' && block.listDepth === 0 ? block.prose.text.trim() : [],
  );
  const first = text[0];
  const last = section.blocks.findLast(block => block.kind === 'paragraph');
  if (first === undefined) return [];
  const span = { start: section.heading.span.start, end: last?.span.end ?? section.span.end };
  return [{ text: first, horizon, confidence: confidenceIn(section.title), span }];
}

function predictionOf(entry: Entry): Prediction[] {
  const inherited = horizonIn(entry.section.title);
  const confidenceField = confidenceAlone(entry.fields.get('confidence')?.text ?? '');
  if (entry.marked && entry.body) {
    const horizon = horizonIn(entry.lead.text) ?? entry.fields.get('horizon')?.text ?? inherited;
    const all = `${entry.lead.text} ${entry.body.text}`;
    const text = horizonIn(entry.lead.text) === undefined ? all : entry.body.text;
    return [
      {
        text: bareTitle(withoutConfidence(text).replace(/^[:：–—\s-]+/, '')),
        horizon,
        confidence: confidenceIn(all) ?? confidenceField,
        span: entry.span,
      },
    ];
  }
  const text = entry.lead.text || (entry.body?.text ?? '');
  const colon = /^([^:：]{1,80})[:：]\s+/.exec(text);
  const horizon = colon ? horizonIn(colon[1] ?? '') : undefined;
  const rest = horizon !== undefined && colon ? text.slice(colon[0].length) : text;
  const level = confidenceIn(text) ?? confidenceField;
  if (entry.form === 'lead' || rest.trim() === '') return [];
  return [
    {
      text: bareTitle(withoutConfidence(rest)),
      horizon: horizon ?? inherited,
      confidence: level,
      span: entry.span,
    },
  ];
}

function predictionRows(table: Table): Prediction[] {
  const horizonColumn = columnOf(table, HORIZON_HEADER);
  const textColumn = columnOf(table, PREDICTION_HEADER);
  if (horizonColumn === undefined || textColumn === undefined || horizonColumn === textColumn) return [];
  const confidenceColumn = columnOf(table, CONFIDENCE_HEADER);
  return table.rows.flatMap((row): Prediction[] => {
    const text = cellField(row, textColumn);
    const horizon = cellField(row, horizonColumn)?.text.replace(/^(?:within|by)\s+/i, '');
    const confidence = confidenceAlone(cellField(row, confidenceColumn)?.text ?? '');
    return text ? [{ text: bareTitle(text.text), horizon, confidence, span: rowSpan(row) }] : [];
  });
}

export function readDecisions(sections: readonly Section[]): Decision[] {
  return inPart(sections, 'decisions').flatMap(section => {
    const headed = section.heading && section.parent?.part === 'decisions' ? section.title : undefined;
    return entriesOf(section).flatMap((entry): Decision[] => {
      if (entry.form !== 'item') return [];
      const named =
        entry.marked && /:\s*$/.test(entry.lead.text) && entry.body
          ? entry.lead.text.replace(/:\s*$/, '')
          : undefined;
      const text = textOf(named === undefined ? [entry.lead, entry.body] : [entry.body]);
      return text === '' ? [] : [{ text, audience: headed ?? named, span: entry.span }];
    });
  });
}

export function readQuestions(sections: readonly Section[]): Question[] {
  return inPart(sections, 'questions').flatMap(section => [
    ...entriesOf(section).flatMap((entry): Question[] => {
      const text = entry.form === 'item' ? textOf([entry.lead, entry.body]) : '';
      return text === '' ? [] : [{ text, span: entry.span }];
    }),
    ...section.blocks.flatMap((block): Question[] =>
      block.kind === 'paragraph' && block.listDepth === 0 && block.prose.text.trim().endsWith('?')
        ? [{ text: block.prose.text.trim(), span: block.span }]
        : [],
    ),
  ]);
}

function textOf(fields: readonly (Field | undefined)[]): string {
  return bareTitle(fields.flatMap(field => field?.text ?? []).join(' '));
}

function inPart(sections: readonly Section[], part: PartKind): Section[] {
  return sections.filter(section => section.part === part);
}

function tablesOf(section: Section): Table[] {
  return section.blocks.filter(block => block.kind === 'table');
}
