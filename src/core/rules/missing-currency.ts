import type { PlacedFigure } from '../report/report';
import { currencySigns } from './currency-sign';
import type { Rule } from './rule';

export const missingCurrency: Rule = {
  id: 'missing-currency',
  family: 'units',
  severity: 'warning',
  summary: 'An amount of money that names no currency.',
  *check(reading) {
    const sign = currencySigns(reading);
    let before: PlacedFigure | undefined;
    for (const { figure, money, measure } of reading.mentions) {
      const last = before;
      if (figure.quantity.kind === 'money') before = figure;
      if (!money || figure.quantity.kind === 'money' || leavesCurrencyOut(reading.report.text, figure, last))
        continue;
      const start = figure.core.start;
      if (namesCurrency(reading.report.text, figure) || isQuoted(reading.report.text, figure)) continue;
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

/** "NLK 96 billion", "1.9 billion crowns": a code or name stands there, though it is no currency that is known. */
function namesCurrency(text: string, { core, span }: PlacedFigure): boolean {
  const before = text.slice(Math.max(0, core.start - 6), core.start);
  const after = text.slice(span.end, span.end + 16);
  return (
    /(?<![\p{L}\p{N}])\p{Lu}{3}[ \u00a0]?$/u.test(before) ||
    /^ (?:crowns?|dollars?|pesos?|francs?|dinars?|pounds?|marks?)\b/i.test(after)
  );
}

/** "The fund paid 20 million euros, and the city another 5 million.": what is said again is left out. */
function leavesCurrencyOut(
  text: string,
  { span, sentence }: PlacedFigure,
  before: PlacedFigure | undefined,
): boolean {
  if (before?.sentence !== sentence || !/\p{Ll}{3}$/u.test(before.text)) return false;
  return /\b(?:another|a further|the other)\s$/i.test(text.slice(Math.max(0, span.start - 12), span.start));
}

/** “well above a billion”: nothing may be put into somebody's words. */
function isQuoted(text: string, { span }: PlacedFigure): boolean {
  return (
    /["“„«]$/.test(text.slice(0, span.start).slice(-1)) &&
    /^[.,]?["”“»]/.test(text.slice(span.end, span.end + 2))
  );
}
