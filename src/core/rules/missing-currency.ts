import { currencySigns } from './currency-sign';
import type { Rule } from './rule';

export const missingCurrency: Rule = {
  id: 'missing-currency',
  family: 'units',
  severity: 'warning',
  summary: 'An amount of money that names no currency.',
  *check(reading) {
    const sign = currencySigns(reading);
    for (const { figure, money, measure } of reading.mentions) {
      if (!money || figure.quantity.kind === 'money') continue;
      const start = figure.core.start;
      yield {
        span: figure.span,
        message: `“${figure.text}” is an amount of money (${measure ?? 'money'}) without a currency.`,
        fixes:
          sign === undefined
            ? []
            : [
                {
                  kind: 'edits',
                  title: `Write it in the report’s usual currency: ${sign}${reading.report.text.slice(start, figure.core.end)}`,
                  edits: [{ span: { start, end: start }, newText: sign }],
                  certain: false,
                },
              ],
      };
    }
  },
};
