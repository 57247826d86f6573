import type { Mention } from '../claims';
import type { PlacedFigure } from '../report/report';
import { currencySigns } from './currency-sign';
import type { Reading } from './reading';
import type { Rule } from './rule';
import { gridsIn } from './tables';

export const missingCurrency: Rule = {
  id: 'missing-currency',
  family: 'units',
  severity: 'warning',
  summary: 'An amount of money that names no currency.',
  *check(reading) {
    const sign = currencySigns(reading);
    const { text } = reading.report;
    const amongMoney = amountsAmongMoney(reading);
    let before: PlacedFigure | undefined;
    for (const mention of reading.mentions) {
      const { figure, money, measure } = mention;
      const last = before;
      if (figure.quantity.kind === 'money') before = figure;
      if (figure.quantity.kind === 'money' || !(money || amongMoney.has(mention))) continue;
      if (leavesCurrencyOut(text, figure, last) || namesCurrency(text, figure) || isQuoted(text, figure))
        continue;
      const { start, end } = figure.core;
      yield {
        span: figure.span,
        message: `“${figure.text}” is an amount of money (${measure ?? 'money'}) without a currency.`,
        fixes:
          sign === undefined
            ? []
            : [
                {
                  kind: 'edits',
                  title: `Write it in the report’s usual currency: ${sign}${text.slice(start, end)}`,
                  edits: [{ span: { start, end: start }, newText: sign }],
                  certain: false,
                },
              ],
      };
    }
  },
};

/** Bare cells such as "60 million", where all other figures of their row and of their column are money. */
function amountsAmongMoney(reading: Reading): ReadonlySet<Mention> {
  const found = new Set<Mention>();
  for (const { rows } of gridsIn(reading))
    for (const { cells } of rows)
      for (const [column, cell] of cells.entries()) {
        if (!cell || !isBare(cell)) continue;
        const ofColumn = rows.map(row => row.cells[column]);
        if (areMoney(cells, cell) && areMoney(ofColumn, cell)) found.add(cell);
      }
  return found;
}

function isBare({ figure: { quantity, scale }, money }: Mention): boolean {
  return !money && quantity.kind === 'count' && quantity.unit === '' && scale !== undefined;
}

/** True when there are other figures, and all are money. */
function areMoney(cells: readonly (Mention | undefined)[], own: Mention): boolean {
  const others = cells.filter(cell => cell !== undefined && cell !== own);
  return others.length > 0 && others.every(other => other?.figure.quantity.kind === 'money');
}

/** "NLK 96 billion", "1.9 billion crowns": a code or name stands there, though it is no currency that is known. */
function namesCurrency(text: string, { core, span }: PlacedFigure): boolean {
  const before = text.slice(Math.max(0, core.start - 6), core.start);
  const after = text.slice(span.end, span.end + 16);
  return (
    /(?<![\p{L}\p{N}])\p{Lu}{3}[ \u00a0]?$|\p{Sc}\($/u.test(before) ||
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
