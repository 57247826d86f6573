// Numbers as people read them: "30,000,000,000", "30 billion". Exact in decimals.

export const SCALE_NAMES = [
  { power: 12, long: 'trillion', short: 'tn', capital: 'T' },
  { power: 9, long: 'billion', short: 'bn', capital: 'B' },
  { power: 6, long: 'million', short: 'm', capital: 'M' },
] as const;

export type ScaleStyle = 'long' | 'short' | 'capital';

/** A number times a power of ten, exact in decimals. */
export function shift(value: number, power: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + power}`);
}

/** All digits of a number, thousands apart: "30,000,000,000", "0.816"; "∞" for what has no end. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-∞' : '∞';
  const [whole = '0', fraction] = withoutExponent(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** The digits of a number that is not negative, without an exponent. */
export function withoutExponent(value: number): string {
  const [mantissa = '0', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? digits + '0'.repeat(point - digits.length)
    : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A number with the largest scale that leaves a digit before the point: "30 billion", "1.2m", "950". */
export function scaledNumber(value: number, style: ScaleStyle = 'long'): string {
  if (value < 0) return `-${scaledNumber(-value, style)}`;
  const scale = Number.isFinite(value) ? SCALE_NAMES.find(({ power }) => value >= 10 ** power) : undefined;
  if (!scale) return plainNumber(value);
  const number = plainNumber(shift(value, -scale.power));
  return style === 'long' ? `${number} ${scale.long}` : `${number}${scale[style]}`;
}
