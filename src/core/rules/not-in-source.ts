import { nameOfSource } from '../sources/passage';
import { citeFix } from './cite-fix';
import type { Rule } from './rule';
import { contradictions, isMissing } from './verdict';

export const notInSource: Rule = {
  id: 'not-in-source',
  family: 'verification',
  severity: 'warning',
  summary: 'A figure that its cited source, which is attached, does not state in any form.',
  *check(reading) {
    for (const mention of reading.evidence ? reading.mentions : []) {
      if (!isMissing(reading, mention) || contradictions(reading, mention).length > 0) continue;
      const cited = reading.evidence?.citedBy(mention).documents ?? [];
      const names = cited.map(({ document }) => `“${nameOfSource(document)}”`).join(' and ');
      yield {
        span: mention.figure.span,
        message: `“${mention.figure.text}” is not in ${names}, which is cited for it: neither as it stands nor rounded, in a range or by figures that give it.`,
        fixes: [citeFix(reading, mention.figure.span)],
      };
    }
  },
};
