// The first months of a year as a period: "9M 2025", "9M results".
import type { Token } from './tokens';
import { words } from './words';

const OF_MONTHS = new Set(
  words(
    `revenue revenues sales turnover profit profits income results result earnings ebitda ebit margin margins net gross operating figures report presentation costs`,
  ),
);

/** "9M 2025", "9M = January–September", "9M results": the first nine months, as banks count them. */
export function isMonths(tokens: readonly Token[], from: number): boolean {
  const [number, letter, next] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (!number || !['3', '6', '9', '12'].includes(number.text) || letter?.text !== 'M' || letter.spaced)
    return false;
  return /^(?:19|20)\d\d$/.test(next?.text ?? '') || next?.text === '=' || OF_MONTHS.has(next?.lower ?? '');
}
