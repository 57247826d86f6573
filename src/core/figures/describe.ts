// Says in plain English words what a quantity means, for readers who do not write software.
import { currencyName } from './currencies';
import type { Qualifier, Quantity } from './figure';
import { plainNumber, SCALE_NAMES, scaledNumber, shift } from './numbers';

const LEADS: Readonly<Record<Qualifier, string>> = {
  exactly: 'exactly ',
  about: 'about ',
  over: 'more than ',
  'at-least': 'at least ',
  under: 'less than ',
  'at-most': 'at most ',
  nearly: 'nearly ',
  range: '',
};

/**
 * What a quantity means, in one line without Markdown: "about 30,000,000,000 US dollars (30 billion), anything from
 * 28.5 to 31.5 billion".
 */
export function describeQuantity(quantity: Quantity): string {
  const open = describeRange(quantity);
  return `${describeAmount(quantity)}${open === '' ? '' : `, ${open}`}`;
}

function describeAmount(quantity: Quantity): string {
  const { kind, qualifier, range, value } = quantity;
  const lead = qualifier === undefined ? '' : LEADS[qualifier];
  if (qualifier === 'range')
    return `from ${scaledNumber(stated(quantity, range.low))} to ${scaledNumber(stated(quantity, range.high))}${unitAfter(quantity)}`;
  if (kind === 'ratio') return lead + ratioWords(value);
  if (kind === 'multiple' && value === 0.5) return `${lead}half as much`;
  const number = stated(quantity, value);
  const compact = Math.abs(number) >= 1e6 ? ` (${scaledNumber(number)})` : '';
  const missing = kind === 'money' && quantity.unit === '' ? ', no currency given' : '';
  return `${lead}${plainNumber(number)}${unitAfter(quantity)}${compact}${missing}`;
}

/** The unit in words: "gigawatts", "US dollars per barrel". Money's name is its currency's; " per …" may follow. */
function unitAfter({ kind, unit, unitName }: Quantity): string {
  const [base = '', ...per] = unit.split('/');
  const rate = unitName?.startsWith(' per ') ? unitName : per.map(each => ` per ${each}`).join('');
  if (kind === 'money') return base === '' ? rate : ` ${currencyName(base)}${rate}`;
  const name = unitName ?? unit;
  return name === '' ? '' : ` ${name}`;
}

function ratioWords(value: number): string {
  return value <= 1
    ? `${plainNumber(round(value * 100, 3))} in every 100`
    : `${plainNumber(round(value, 4))} to 1`;
}

function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** A value in the unit in which the text has it, so that 84 euros per megawatt-hour stay 84. */
function stated(quantity: Quantity, value: number): number {
  if (!quantity.stated || quantity.value === 0 || !Number.isFinite(value)) return value;
  const whole = shift(quantity.stated.value, quantity.stated.power);
  return whole === quantity.value ? value : round((value / quantity.value) * whole, 12);
}

/** "anything from 29.5 to 30.5 billion": told only where the words leave room that a reader may not expect. */
function describeRange(quantity: Quantity): string {
  const { range, qualifier } = quantity;
  if (
    qualifier !== undefined &&
    qualifier !== 'about' &&
    qualifier !== 'nearly' &&
    Number.isFinite(range.high) === false
  )
    return '';
  if (qualifier === 'range' || qualifier === 'exactly' || qualifier === 'under' || qualifier === 'at-most')
    return '';
  const [low, high] = [stated(quantity, range.low), stated(quantity, range.high)];
  if (low === high || !Number.isFinite(low) || !Number.isFinite(high)) return '';
  if (qualifier === undefined && (quantity.stated?.power ?? 0) === 0 && quantity.kind !== 'ratio') return '';
  return `anything from ${inScale(low, high)}`;
}

/** Two numbers in the scale of the larger: "29.5 to 30.5 billion". */
function inScale(low: number, high: number): string {
  const scale = SCALE_NAMES.find(({ power }) => Math.abs(high) >= 10 ** power);
  const shown = (value: number) => plainNumber(round(scale ? shift(value, -scale.power) : value, 6));
  return `${shown(low)} to ${shown(high)}${scale ? ` ${scale.long}` : ''}`;
}
