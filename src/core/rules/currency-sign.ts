// The currency that a report mostly uses, as it writes it before an amount.
import type { Reading } from './reading';

/** The most frequent currency mark before amounts ("$", "RMB ", "₹"); undefined when no amount has one. */
export function currencySigns(reading: Reading): string | undefined {
  const counts = new Map<string, number>();
  for (const { figure } of reading.mentions) {
    if (figure.quantity.kind !== 'money') continue;
    const written = reading.report.text.slice(figure.core.start, figure.core.end);
    const sign = /^[^\d\s.,+−-]{1,4} ?(?=\d)/.exec(written)?.[0];
    if (sign) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
