// Exact decimal arithmetic: what is written in digits is never rounded by the machine until it becomes a number.

/** digits × 10^exponent. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

export function decimal(digits: bigint | number, exponent = 0): Decimal {
  return { digits: BigInt(digits), exponent };
}

/** The decimal that a finite number prints as: 0.1 is one tenth. */
export function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** The nearest number to the exact value. */
export function toNumber(value: Decimal): number {
  return Number(`${value.digits}e${value.exponent}`);
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: scaledTo(a, exponent) + scaledTo(b, exponent), exponent };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

export function negate(a: Decimal): Decimal {
  return { digits: -a.digits, exponent: a.exponent };
}

function scaledTo(value: Decimal, exponent: number): bigint {
  return value.digits * 10n ** BigInt(value.exponent - exponent);
}

/** Exact sum of numbers as they print: 0.1 + 0.2 is 0.3. An infinite term, or a sum too spread out, is added as a number. */
export function exactSum(values: readonly number[]): number {
  const small = values.every(
    value => Number.isFinite(value) && Math.abs(value) < 1e60 && (value === 0 || Math.abs(value) > 1e-60),
  );
  if (!small) return values.reduce((sum, value) => sum + value, 0);
  return toNumber(values.reduce((sum, value) => plus(sum, decimalOf(value)), decimal(0)));
}

/** Exact product of two numbers as they print; as a number when one is not finite. */
export function exactProduct(a: number, b: number): number {
  return Number.isFinite(a) && Number.isFinite(b) ? toNumber(times(decimalOf(a), decimalOf(b))) : a * b;
}
