import { affinity, type Mention } from '../claims';
import { citedAt } from '../sources/cite';
import { needsBacking } from './backing';
import { citeFix } from './cite-fix';
import type { Reading } from './reading';
import type { Fix, Rule } from './rule';

/** Words that two mentions of one amount must share; percentages and small counts are equal by chance more often. */
const WORDS_NEEDED = 2;
const WORDS_NEEDED_FOR_COMMON = 3;

export const droppedCaveat: Rule = {
  id: 'dropped-caveat',
  family: 'verification',
  severity: 'warning',
  summary: 'A mention without the caveat that another mention of the same claim carries.',
  *check(reading) {
    for (const mention of reading.mentions) {
      const { figure } = mention;
      if (
        reading.cautionedElsewhere(mention).length === 0 ||
        reading.caveatAt(figure.span) ||
        !needsBacking(reading, mention) ||
        citedAt(reading.report, figure.span)
      )
        continue;
      const origin = cautionedMention(reading, mention);
      const caveat = origin && reading.caveatAt(origin.figure.span);
      if (!origin || !caveat) continue;
      yield {
        span: figure.span,
        message: `“${figure.text}” stands here as a fact, but elsewhere the report says “${caveat.text.trim()}” of it.`,
        related: [{ span: origin.figure.span, message: 'The mention with its caveat' }],
        fixes: [carryOver(figure.span.start), citeFix(reading, figure.span)],
      };
    }
  },
};

/** Another mention of the claim that a caveat covers; undefined when one stands elsewhere with a source of its own. */
function cautionedMention(reading: Reading, mention: Mention): Mention | undefined {
  const { kind, value } = mention.figure.quantity;
  const isCommon =
    kind === 'percent' ||
    kind === 'points' ||
    kind === 'multiple' ||
    (kind === 'count' && Math.abs(value) < 100);
  const needed = isCommon ? WORDS_NEEDED_FOR_COMMON : WORDS_NEEDED;
  return reading
    .cautionedElsewhere(mention)
    .find(other => affinity(mention, other, reading.context) >= needed);
}

function carryOver(at: number): Fix {
  return {
    kind: 'edits',
    title: 'Carry the caveat over: “reportedly”',
    edits: [{ span: { start: at, end: at }, newText: 'reportedly ' }],
    certain: false,
  };
}
