// Exact decimal arithmetic: what is written in digits is never rounded by the machine until it becomes a number.

/** digits × 10^exponent. The digits are a number as long as that is exact, and a bigint beyond. */
export interface Decimal {
  readonly digits: number | bigint;
  readonly exponent: number;
}

export function decimal(digits: number | bigint, exponent = 0): Decimal {
  return { digits: typeof digits === 'bigint' ? narrowed(digits) : digits, exponent };
}

/** The decimal of a run of ASCII digits. */
export function decimalOfDigits(run: string, exponent = 0): Decimal {
  return { digits: run.length <= 15 ? Number(run) : BigInt(run), exponent };
}

/** The decimal that a finite number prints as: 0.1 is one tenth. */
export function decimalOf(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: value, exponent: 0 };
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return decimal(BigInt(whole + fraction), Number(exponent) - fraction.length);
}

/** Powers of ten that numbers hold exactly: one rounding in a product or quotient then gives the nearest number. */
const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20, 1e21, 1e22,
];

/** The nearest number to the exact value. */
export function toNumber({ digits, exponent }: Decimal): number {
  return numberOf(digits, exponent);
}

/** The nearest number to digits × 10^exponent. */
export function numberOf(digits: number | bigint, exponent: number): number {
  const power = POWERS[Math.abs(exponent)];
  if (power === undefined || typeof digits === 'bigint') return Number(`${digits}e${exponent}`);
  return exponent < 0 ? digits / power : digits * power;
}

export function isZero(value: Decimal): boolean {
  return Number(value.digits) === 0;
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return decimal(scaledTo(a, exponent) + scaledTo(b, exponent), exponent);
}

export function times(a: Decimal, b: Decimal): Decimal {
  if (b.digits === 1 && b.exponent === 0) return a;
  const exponent = a.exponent + b.exponent;
  if (typeof a.digits === 'number' && typeof b.digits === 'number') {
    const digits = a.digits * b.digits;
    if (Number.isSafeInteger(digits)) return { digits, exponent };
  }
  return decimal(BigInt(a.digits) * BigInt(b.digits), exponent);
}

export function negate({ digits, exponent }: Decimal): Decimal {
  return { digits: Number(digits) === 0 ? 0 : -digits, exponent };
}

function scaledTo(value: Decimal, exponent: number): bigint {
  return BigInt(value.digits) * 10n ** BigInt(value.exponent - exponent);
}

function narrowed(digits: bigint): number | bigint {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : digits;
}

/** Exact sum of numbers as they print: 0.1 + 0.2 is 0.3. An infinite term, or a sum too spread out, is added as a number. */
export function exactSum(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (Number.isSafeInteger(sum) && values.every(Number.isSafeInteger)) return sum;
  const near = values.every(
    value => Number.isFinite(value) && Math.abs(value) < 1e60 && (value === 0 || Math.abs(value) > 1e-60),
  );
  return near ? toNumber(values.reduce((total, value) => plus(total, decimalOf(value)), decimal(0))) : sum;
}

/** Exact product of two numbers as they print; as a number when one is not finite. */
export function exactProduct(a: number, b: number): number {
  return Number.isFinite(a) && Number.isFinite(b) ? toNumber(times(decimalOf(a), decimalOf(b))) : a * b;
}

/** A result of floating-point arithmetic without the noise of its last bits: 0.30000000000000004 is 0.3. */
export function tidy(value: number): number {
  if (Number.isSafeInteger(value) || !Number.isFinite(value)) return value;
  const micros = Math.round(value * 1e6);
  const rounded = micros / 1e6;
  if (Number.isSafeInteger(micros) && Math.abs(rounded - value) <= Math.abs(value) * 1e-15) return rounded;
  return Number(value.toPrecision(15));
}
