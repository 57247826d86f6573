// Which figures need a source at all.
import type { Mention } from '../claims';
import type { Reading } from './reading';

/** True for a figure that states a checkable fact: not foreseen, advised, asked or merely spelled in passing. */
export function needsBacking(reading: Reading, mention: Mention): boolean {
  // "a 10-year contract" says what it is.
  if (mention.figure.quantity.kind === 'duration') return false;
  // A register of risks sets thresholds rather than telling what is.
  if (mention.figure.section.part === 'risks') return false;
  return reading.isFactual(mention.figure) && !isInPassing(mention) && !isLevel(reading.report.text, mention);
}

/** The same under a caveat: there, plans are doubted as much as facts, and the length of a contract with them. */
export function needsConfirmation(reading: Reading, mention: Mention): boolean {
  const { quantity, spelled } = mention.figure;
  if (quantity.kind === 'duration' && spelled) return false;
  return reading.isInFactualPart(mention.figure) && !isInPassing(mention);
}

/** "Confidence: 85%", "(60% probability)": how sure the author is, which no source tells. */
function isLevel(text: string, { figure: { span, quantity } }: Mention): boolean {
  if (quantity.kind !== 'percent') return false;
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const after = text.slice(span.end, span.end + 16);
  return (
    /\b(?:confidence|probability|likelihood|conviction|certainty|odds|chance)\b[\s:：=(*_of]*$/i.test(
      before,
    ) ||
    /^\s*(?:confidence|probability|likelihood|conviction|certainty|odds|chance|likely|sure)\b/i.test(after)
  );
}

/** "eight customers", "nearly three times", "hundred-billion-dollar": words in passing rather than data. */
function isInPassing({ figure }: Mention): boolean {
  const { spelled, scale, text } = figure;
  return spelled && (scale === undefined || /^(?:tens|hundreds?|thousands|millions|billions)/i.test(text));
}
