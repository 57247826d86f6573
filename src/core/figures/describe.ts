// Says in plain English what a quantity means.
import type { Quantity } from './figure';

export function describeQuantity(quantity: Quantity): string {
  return `${quantity.value} ${quantity.unit}`.trim();
}
