// Values beside mentions: where one stands right beside two mentions, they are likely one claim.
import { type Mention, oddsOfDigits, periodRelation } from '../claims';
import { firstFrom } from '../text/scopes';
import type { Reading } from './reading';

/** A value beside two mentions tells nothing where their words have next to nothing in common. */
const LEAST_SHARED = 2;

/** No companion tells more. */
export const MOST_BY_COMPANIONS = 1.7;

/**
 * What it tells for two mentions of prose that another value stands right beside both: "16.5 times the €98 million" and
 * "at 16.5 times its €980 million". A logarithm of odds, half of what the digits of that value tell; 0 when none does.
 */
export function oddsOfCompanions(reading: Reading, a: Mention, b: Mention): number {
  if (a.figure.cell || b.figure.cell || periodRelation(a, b) === 'apart') return 0;
  if (reading.likeness.of(a, b).shared < LEAST_SHARED) return 0;
  const others = nextTo(reading, b);
  const told = nextTo(reading, a).flatMap(({ figure: { quantity } }) => {
    const { kind, unit, value } = quantity;
    const isShared = others.some(
      ({ figure: { quantity: other } }) =>
        other.kind === kind && other.unit === unit && other.value === value,
    );
    return isShared && value !== 100 ? [oddsOfDigits(value) / 2] : [];
  });
  return Math.max(0, ...told);
}

/** The mentions right before and after one in its sentence. */
function nextTo({ report, mentions }: Reading, { figure }: Mention): readonly Mention[] {
  const at = firstFrom(report.figures, figure.span.start, other => other.span.start);
  return [mentions[at - 1], mentions[at + 1]].flatMap(other =>
    other &&
    other.figure.block === figure.block &&
    other.figure.sentence.start === figure.sentence.start &&
    !other.figure.spelled &&
    !other.figure.ends
      ? [other]
      : [],
  );
}
