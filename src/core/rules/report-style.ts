// How a report mostly writes its amounts, so that fixes look like the rest of it.
import type { SpellingStyle } from '../figures';
import type { Reading } from './reading';

/** The style of most scaled figures: "billion", "bn" or "B". */
export function usualScale(reading: Reading): NonNullable<SpellingStyle['scale']> {
  const counts = { long: 0, short: 0, capital: 0 };
  for (const { figure } of reading.mentions) {
    const scale = figure.scale ?? '';
    if (/^(?:million|billion|trillion)s?$/i.test(scale)) counts.long++;
    else if (/^(?:m|mn|bn|tn)$/.test(scale)) counts.short++;
    else if (/^(?:M|B|T)$/.test(scale)) counts.capital++;
  }
  if (counts.capital > Math.max(counts.long, counts.short)) return 'capital';
  return counts.short > counts.long ? 'short' : 'long';
}
