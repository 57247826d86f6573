// Confidence levels and horizons, as judgments and predictions state them.

const LEVEL =
  '(?:very |medium[- ]to[- ]|medium[- ])?(?:high|medium|moderate|low)|\\d{1,3} ?%|certain|likely|unlikely';
const BEFORE = new RegExp(`\\b(${LEVEL})(?: |-)(?:confidence|certainty|conviction|probability)\\b`, 'i');
const AFTER = new RegExp(
  `\\b(?:confidence|certainty|conviction|probability)(?: level)?(?: is|:|：| ?[–—=-])? *(${LEVEL})\\b`,
  'i',
);
const ALONE = new RegExp(`^[\\s(\\[]*(${LEVEL})[\\s)\\]]*$`, 'i');

/** The level that a text states ("High confidence", "Confidence: medium"), with a capital; undefined when none. */
export function confidenceIn(text: string): string | undefined {
  const level = BEFORE.exec(text)?.[1] ?? AFTER.exec(text)?.[1];
  return level && capitalise(level);
}

/** The level in a cell or in brackets that hold nothing else. */
export function confidenceAlone(text: string): string | undefined {
  const level = ALONE.exec(text.slice(0, 60))?.[1];
  return level ? capitalise(level) : confidenceIn(text);
}

function capitalise(level: string): string {
  return level.charAt(0).toUpperCase() + level.slice(1).toLowerCase();
}

const CONFIDENCE_NOTE =
  /\s*[([][^()[\]]{0,60}\b(?:confidence|certainty|conviction|probability)\b[^()[\]]{0,60}[)\]]/gi;

/** A text without the bracketed note of its confidence. */
export function withoutConfidence(text: string): string {
  return text.replace(CONFIDENCE_NOTE, '').trim();
}

const PERIOD =
  /\b(?:19|20)\d\d\b|\bFY ?\d\d|\b(?:\d+|one|two|three|five|ten|few|several)(?:[–-]\d+)?[ -](?:years?|months?|quarters?|weeks?|days?)\b|\b(?:short|medium|mid|near|long)[ -]term\b|\b(?:this|next|coming) (?:year|quarter|month|decade)\b/i;

/** The horizon that a lead states, as written, without brackets, colon or a leading "Within" or "By". */
export function horizonIn(lead: string): string | undefined {
  const horizon = withoutConfidence(lead)
    .replace(/[.:：]\s*$/, '')
    .replace(/^(?:within|by)\s+(?:the\s+)?/i, '')
    .trim();
  return horizon.length <= 60 && PERIOD.test(horizon) ? horizon : undefined;
}
