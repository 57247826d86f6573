// Dates such as 06/05/2026, whose order of day and month only another date beside them tells.

const SLASHED = /(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\d/]|\.\d)/g;

/** Which number comes first in the dates of texts that stand side by side; undefined when they do not tell, or tell both. */
export type DateOrder = 'day' | 'month' | undefined;

/** The order in which texts that belong together write their dates. */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  const orders = new Set<DateOrder>();
  for (const text of texts) {
    if (!/\d[/.]\d/.test(text)) continue;
    for (const [, first, , second] of text.matchAll(SLASHED)) {
      if (Number(first) > 12) orders.add('day');
      else if (Number(second) > 12) orders.add('month');
    }
  }
  const [order] = orders;
  return orders.size === 1 ? order : undefined;
}

/** The text with its ambiguous dates written year first; it keeps its length. */
export function inOrder(text: string, order: DateOrder): string {
  if (order === undefined) return text;
  return text.replace(SLASHED, (all, first: string, _mark, second: string, year: string) => {
    if (Number(first) > 12 || Number(second) > 12) return all;
    return order === 'day' ? `${year}/${second}/${first}` : `${year}/${first}/${second}`;
  });
}
