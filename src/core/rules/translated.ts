// Whether a report is likely to stand on texts in Chinese, Japanese or Korean, whose number words go by powers of 10,000.
import { remember } from '../text/remember';
import type { Reading } from './reading';

const CURRENCIES: ReadonlySet<string> = new Set(['CNY', 'JPY', 'KRW', 'TWD', 'HKD']);
const SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const PLACE =
  /\b(?:Chin(?:a|ese)|Japan(?:ese)?|Korean?s?|Taiwan(?:ese)?|Hong Kong|Beijing|Shanghai|Shenzhen|Guangzhou|Tokyo|Osaka|Seoul|Taipei)\b/;

const known = new WeakMap<Reading, boolean>();

/** True when the report writes in these scripts, counts in their currencies or speaks of these countries. */
export function isFromEastAsia(reading: Reading): boolean {
  return remember(known, reading, () => {
    const { text, figures } = reading.report;
    return (
      figures.some(({ quantity }) => CURRENCIES.has(quantity.unit.split('/')[0] ?? '')) ||
      SCRIPT.test(text) ||
      PLACE.test(text)
    );
  });
}
