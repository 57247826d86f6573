// Compares two mentions of one claim.
import { meets } from '../figures';
import type { Mention } from './claim';

/** False only when both tell a period and the two have nothing in common. */
export function agreeOnPeriod(a: Mention, b: Mention): boolean {
  if (a.periods.length === 0 || b.periods.length === 0) return true;
  return a.periods.some(one => b.periods.some(other => one.startsWith(other) || other.startsWith(one)));
}

/**
 * The power of ten (3 for ×1000) by which two values differ when their digits agree within rounding;
 * undefined when they differ otherwise or not at all.
 */
export function sameScaleSlip(a: Mention, b: Mention): number | undefined {
  const one = a.figure.quantity;
  const other = b.figure.quantity;
  if (one.value === 0 || other.value === 0 || one.value < 0 !== other.value < 0) return undefined;
  if (meets(one.range, other.range)) return undefined;
  const power = Math.round(Math.log10(one.value / other.value));
  if (power === 0) return undefined;
  const factor = 10 ** power;
  const scaled = { low: other.value * factor, high: other.value * factor };
  const digits = { low: one.value * (1 - 1e-9), high: one.value * (1 + 1e-9) };
  return meets(scaled, digits) ? power : undefined;
}
