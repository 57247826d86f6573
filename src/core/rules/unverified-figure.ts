import { citedAt } from '../sources/cite';
import { needsConfirmation } from './backing';
import { citeFix } from './cite-fix';
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
      if (!caveat || !needsConfirmation(reading, mention) || citedAt(reading.report, figure.span)) continue;
      yield {
        span: figure.span,
        message: `“${figure.text}” is not confirmed: the report says “${caveat.text.trim()}”. Cite a source that states it, or keep the caveat wherever the figure is repeated.`,
        related: [{ span: caveat.span, message: 'The caveat that covers the figure' }],
        fixes: [citeFix(reading, figure.span)],
      };
    }
  },
};
