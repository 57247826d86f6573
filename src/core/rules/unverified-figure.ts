import type { Mention } from '../claims';
import { citedAt } from '../sources/cite';
import { needsBacking } from './backing';
import { citeFix } from './cite-fix';
import type { Reading } from './reading';
import type { Rule } from './rule';

export const unverifiedFigure: Rule = {
  id: 'unverified-figure',
  family: 'verification',
  severity: 'warning',
  summary:
    'A figure that the report itself calls unconfirmed, by a caveat in its title, its row, its source line or its sentence.',
  *check(reading) {
    for (const mention of reading.mentions) {
      const { figure } = mention;
      const caveat = reading.caveatAt(figure.span);
      if (!caveat || !needsBacking(reading, mention) || citedAt(reading.report, figure.span)) continue;
      if (isFirmElsewhere(reading, mention)) continue;
      yield {
        span: figure.span,
        message: `“${figure.text}” is not confirmed: the report says “${caveat.text.trim()}”. Cite a source that states it, or keep the caveat wherever the figure is repeated.`,
        related: [{ span: caveat.span, message: 'The caveat that covers the figure' }],
        fixes: [citeFix(reading, figure.span)],
      };
    }
  },
};

/** Smaller amounts are too often equal by chance. */
const TELLING_AMOUNT = 1e6;

/** True when the same amount stands elsewhere with a source and without a caveat. */
function isFirmElsewhere(reading: Reading, mention: Mention): boolean {
  if (mention.figure.quantity.value < TELLING_AMOUNT) return false;
  return reading
    .sameValue(mention)
    .some(({ figure }) => !reading.caveatAt(figure.span) && reading.sourced.covers(figure.span));
}
