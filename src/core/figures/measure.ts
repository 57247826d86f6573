// What a number measures: percent, points, times, money, a physical unit.
import { type Decimal, decimal } from './decimal';
import type { QuantityKind } from './figure';
import type { Token } from './tokens';

/** What a number measures. */
export interface Measure {
  readonly kind: QuantityKind;
  /** As in `Quantity.unit`. */
  readonly unit: string;
  readonly factor: Decimal;
  readonly divisor: number;
  readonly name: string;
  /** The token after it. */
  readonly to: number;
}

const ONE = decimal(1);

export function plainMeasure(
  kind: QuantityKind,
  unit: string,
  to: number,
  name = '',
  factor: Decimal = ONE,
): Measure {
  return { kind, unit, factor, divisor: 1, name, to };
}

/** A measure of the shape that all have: engines are slow to read objects of several. */
export function measureOf({ kind, unit, factor, divisor, name, to }: Measure): Measure {
  return { kind, unit, factor, divisor, name, to };
}

export function moneyMeasure(code: string, to: number, factor: Decimal = ONE): Measure {
  return { kind: 'money', unit: code, factor, divisor: 1, name: '', to };
}

/** What the reader of a measure needs to know of the number before it. */
export interface NumberBefore {
  /** A scale stands after the number. */
  readonly scaled: boolean;
  /** The token of the number: what stands before it can tell what "points" and "pounds" are. */
  readonly at: number;
  readonly grouped: boolean;
  /** No decimals or fraction: "five times a week", but "two and a half times". */
  readonly whole: boolean;
  /** A fraction in words: "a quarter point" is of a percentage point. */
  readonly fraction?: boolean;
}

/** A hyphen with nothing around it. */
export function isGluedHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === 'mark' &&
    (token.text === '-' || token.text === '‑') &&
    !token.spaced &&
    tokens[at + 1]?.spaced === false
  );
}
