// Which figures need a source at all.
import type { Mention } from '../claims';
import type { Reading } from './reading';

/** True for a figure that states a checkable fact: not foreseen, advised, asked or merely spelled in passing. */
export function needsBacking(reading: Reading, { figure }: Mention, durations?: 'durations too'): boolean {
  const { quantity, spelled, scale } = figure;
  if (!reading.isFactual(figure)) return false;
  // "a 10-year contract" says what it is; where figures are doubted, its length is doubted too.
  if (quantity.kind === 'duration' && (durations === undefined || spelled)) return false;
  // "eight customers", "nearly three times", "hundred-billion-dollar": words in passing rather than data.
  return !(
    spelled &&
    (scale === undefined || /^(?:tens|hundreds?|thousands|millions|billions)/i.test(figure.text))
  );
}
