import type { Judgment, Prediction } from '../report/report';
import type { Span } from '../text/span';
import type { Reading } from './reading';
import type { Fix, Found, Rule } from './rule';

const LEVELS = ['High', 'Medium', 'Low'] as const;

export const incompleteJudgment: Rule = {
  id: 'incomplete-judgment',
  family: 'text',
  severity: 'information',
  summary: 'A judgment without a confidence level, or a prediction without a horizon or a confidence level.',
  *check(reading) {
    const { judgments, predictions } = reading.report;
    const graded = judgments.some(({ confidence }) => confidence !== undefined);
    for (const judgment of judgments) {
      if (judgment.confidence !== undefined || !(graded || isHeaded(reading, judgment, /judge?ments?/i)))
        continue;
      yield found(reading, judgment, 'This judgment states no confidence level.', true);
    }
    const levelled = predictions.some(({ confidence }) => confidence !== undefined);
    const dated = predictions.some(({ horizon }) => horizon !== undefined);
    for (const prediction of predictions) {
      const headed = isHeaded(reading, prediction, /\bpredict|\bforecast/i);
      const noLevel = prediction.confidence === undefined && (levelled || headed);
      const noHorizon = prediction.horizon === undefined && (dated || headed);
      if (!noLevel && !noHorizon) continue;
      const lacks = [noHorizon ? 'horizon' : '', noLevel ? 'confidence level' : '']
        .filter(Boolean)
        .join(' and no ');
      yield found(reading, prediction, `This prediction states no ${lacks}.`, noLevel);
    }
  },
};

/** True when the heading of the part says that judgments or predictions follow. */
function isHeaded(reading: Reading, part: Judgment | Prediction, words: RegExp): boolean {
  const section = reading.sectionAt(part.span);
  return [section, section?.parent].some(one => one !== undefined && words.test(one.title));
}

function found(reading: Reading, part: Judgment | Prediction, message: string, lacksLevel: boolean): Found {
  const row = reading.rowAt(part.span);
  const fixes =
    lacksLevel && !row ? LEVELS.map(level => addLevel(reading.report.text, part.span, level)) : [];
  // In a table its words stand in a cell, which need not be the row's first.
  const cell = row?.cells.find(({ prose }) => prose.text.includes(part.text.slice(0, 20)));
  return { span: firstWords(reading.report.text, cell?.span ?? part.span), message, fixes };
}

function firstWords(text: string, span: Span): Span {
  const content = text.slice(span.start, span.end);
  const lead = /^[\s>*+#|_-]*(?:\d{1,3}[.)]\s+)?[*_]*/.exec(content)?.[0].length ?? 0;
  const words = /^\S+(?:[ \t]+[^\s|]+){0,5}/.exec(content.slice(lead))?.[0].length ?? 0;
  return { start: span.start + lead, end: span.start + lead + words };
}

function addLevel(text: string, span: Span, level: string): Fix {
  const firstLine = /^[^\r\n]*/.exec(text.slice(span.start, span.end))?.[0].trimEnd() ?? '';
  const isHeading = firstLine.startsWith('#');
  const at = isHeading
    ? span.start + firstLine.length
    : span.start + text.slice(span.start, span.end).trimEnd().length;
  const newText = isHeading ? ` (${level} confidence)` : ` (Confidence: ${level})`;
  return {
    kind: 'edits',
    title: `Add “${newText.trim()}”`,
    edits: [{ span: { start: at, end: at }, newText }],
    certain: false,
  };
}
