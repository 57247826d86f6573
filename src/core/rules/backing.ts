// Which figures need a source at all.
import type { Mention } from '../claims';
import type { Reading } from './reading';

/** True for a figure that states a checkable fact: not foreseen, advised, asked or merely spelled in passing. */
export function needsBacking(reading: Reading, mention: Mention): boolean {
  // "a 10-year contract" says what it is.
  if (mention.figure.quantity.kind === 'duration') return false;
  return reading.isFactual(mention.figure) && !isInPassing(mention);
}

/** The same under a caveat: there, plans are doubted as much as facts, and the length of a contract with them. */
export function needsConfirmation(reading: Reading, mention: Mention): boolean {
  const { quantity, spelled } = mention.figure;
  if (quantity.kind === 'duration' && spelled) return false;
  return reading.isInFactualPart(mention.figure) && !isInPassing(mention);
}

/** "eight customers", "nearly three times", "hundred-billion-dollar": words in passing rather than data. */
function isInPassing({ figure }: Mention): boolean {
  const { spelled, scale, text } = figure;
  return spelled && (scale === undefined || /^(?:tens|hundreds?|thousands|millions|billions)/i.test(text));
}
