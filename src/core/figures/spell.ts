// Writes a value as English has it: "$30 billion", "£1.2bn", "5 GW", "12.5%", "3.3x", "1,200".
import type { Quantity } from './figure';
import { plainNumber, type ScaleStyle, scaledNumber, shift } from './numbers';

/** How a report writes quantities. Every part may be left out. */
export interface SpellingStyle {
  /** "$30 billion" (long, the default), "$30bn" (short), "$30B" (capital). */
  readonly scale?: ScaleStyle;
  /** White space between a number and the symbol of a physical unit: "5 GW" (the default) or "5GW". */
  readonly space?: boolean;
  /** "5%" (sign, the default) or "5 percent" (word). */
  readonly percent?: 'sign' | 'word';
}

const SIGNS = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['JPY', '¥'],
  ['INR', '₹'],
  ['KRW', '₩'],
  ['CNY', 'RMB '],
  ['AUD', 'A$'],
  ['CAD', 'C$'],
  ['HKD', 'HK$'],
  ['NZD', 'NZ$'],
  ['SGD', 'S$'],
  ['BRL', 'R$'],
  ['TWD', 'NT$'],
]);

const PREFIXES = [
  ['P', 15],
  ['T', 12],
  ['G', 9],
  ['M', 6],
  ['k', 3],
] as const;
const PREFIXED = new Set(['W', 'Wh', 'B', 'Hz']);

/** The spelling of a value in base units. It is not rounded; a unit without a usual spelling follows as it is. */
export function spellQuantity(
  quantity: Pick<Quantity, 'kind' | 'value' | 'unit'>,
  style: SpellingStyle = {},
): string {
  const { kind, value, unit } = quantity;
  if (value < 0) return `-${spellQuantity({ kind, value: -value, unit }, style)}`;
  const [base = '', ...per] = unit.split('/');
  const rate = per.map(each => `/${each}`).join('');
  switch (kind) {
    case 'money':
      return `${SIGNS.get(base) ?? (base === '' ? '' : `${base} `)}${scaledNumber(value, style.scale)}${rate}`;
    case 'percent':
      return `${plainNumber(value)}${style.percent === 'word' ? ' percent' : '%'}`;
    case 'points':
      return `${plainNumber(value)} ${unit === 'bp' ? 'basis points' : 'percentage points'}`;
    case 'multiple':
      return `${plainNumber(value)}x`;
    case 'count':
      return scaledNumber(value, style.scale);
    case 'ratio':
      return value <= 1
        ? `${plainNumber(Number((value * 100).toPrecision(12)))}%`
        : `${plainNumber(value)}:1`;
    default:
      return physical(value, base, style.space ?? true) + rate;
  }
}

function physical(value: number, base: string, space: boolean): string {
  const prefix = PREFIXED.has(base) ? PREFIXES.find(([, power]) => value >= 10 ** power) : undefined;
  const number = plainNumber(prefix ? shift(value, -prefix[1]) : value);
  return `${number}${space && base !== '' ? ' ' : ''}${prefix?.[0] ?? ''}${base}`;
}
