import type { Mention } from '../claims';
import type { Reading } from './reading';
import type { Rule } from './rule';
import { sentencesIn, wordsBefore } from './sentences';

export const forecastConflict: Rule = {
  id: 'forecast-conflict',
  family: 'arithmetic',
  severity: 'information',
  summary: 'A forecast that the present, as the report states it, already exceeds.',
  *check(reading) {
    const claimsOf = claimsByMention(reading);
    for (const sentence of sentencesIn(reading)) {
      if (!MAY_FORESEE.test(sentence.text)) continue;
      for (const part of sentence.parts) {
        // The qualifier, as in “will exceed $50 billion”, belongs to the figure.
        const { core, span, text } = part.mention.figure;
        if (!FORESEES.test(wordsBefore(sentence, part) + text.slice(0, core.start - span.start))) continue;
        const present = (claimsOf.get(part.mention) ?? []).find(other =>
          exceeds(reading, other, part.mention),
        );
        if (!present) continue;
        yield {
          span: part.mention.figure.span,
          message: `The forecast “${part.mention.figure.text}” is below the present: the report already gives “${present.figure.text}”.`,
          related: [{ span: present.figure.span, message: 'The present value' }],
        };
      }
    }
  },
};

/** A cheap look, which turns most sentences away. */
const MAY_FORESEE =
  /\b(?:will|would|could|may|might|(?:expected|likely|forecast|set|projected|course) to)\b/i;
const FORESEES =
  /\b(?:will|would|could|may|might|expected to|likely to|forecast to|set to|projected to|on course to)\s+(?:(?:then|soon|finally|again|probably|also)\s+)?(?:exceed|reach|surpass|pass|top|hit|rise to|grow to|climb to|increase to)\s+(?:about |some |more than |over )?$/i;

function claimsByMention({ claims }: Reading): ReadonlyMap<Mention, readonly Mention[]> {
  const byMention = new Map<Mention, readonly Mention[]>();
  for (const { mentions } of claims) for (const mention of mentions) byMention.set(mention, mentions);
  return byMention;
}

/** True for a present value, stated as a fact, that lies above all that the forecast allows. */
function exceeds(reading: Reading, present: Mention, forecast: Mention): boolean {
  const [now, then] = [present.figure.quantity, forecast.figure.quantity];
  const written = then.qualifier === 'over' || then.qualifier === 'at-least' ? then.value : then.range.high;
  return (
    present !== forecast &&
    reading.isFactual(present.figure) &&
    now.unit === then.unit &&
    now.kind === then.kind &&
    present.role === 'level' &&
    now.range.low > written
  );
}
