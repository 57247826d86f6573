// Writes quantities in the report's own style.
import type { Figure, Quantity } from './figure';

/** How a report writes quantities of one kind. */
export interface SpellingStyle {
  /** "$30 billion" (false) or "$30bn" (true). */
  readonly short?: boolean;
}

export function spellQuantity(
  quantity: Pick<Quantity, 'value' | 'unit'>,
  _style: SpellingStyle = {},
): string {
  return `${quantity.value} ${quantity.unit}`.trim();
}

/** The value written as `like` is written: same currency sign, scale words, decimals and unit. */
export function spellLike(value: number, like: Figure): string {
  return `${value} ${like.quantity.unit}`.trim();
}
