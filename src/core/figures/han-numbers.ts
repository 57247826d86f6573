// Chinese and Japanese numerals and scales: 三十亿, 两千, 30亿, 1.2万亿.
import { type Decimal, decimal, isZero, plus, times } from './decimal';
import type { Token } from './tokens';

const DIGITS = new Map([...'〇一二三四五六七八九'].map((character, i) => [character, i] as const));
DIGITS.set('零', 0).set('两', 2).set('兩', 2).set('俩', 2).set('仨', 3);
// As contracts and invoices write them.
for (const [i, character] of [...'壹贰叁肆伍陆柒捌玖'].entries()) DIGITS.set(character, i + 1);
DIGITS.set('貳', 2).set('陸', 6);
const SMALL_SCALES = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['拾', 1],
  ['佰', 2],
  ['仟', 3],
]);
const LARGE_SCALES = new Map([
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
  ['兆', 12],
]);

/** The power of ten of characters that only scale: 万 4, 亿 8, 万亿 12, 百万 6; undefined when a digit is among them. */
export function hanScale(characters: string): number | undefined {
  let power = 0;
  for (const character of characters) {
    const scale = SMALL_SCALES.get(character) ?? LARGE_SCALES.get(character);
    if (scale === undefined) return undefined;
    power += scale;
  }
  return power;
}

export interface HanNumber {
  readonly value: Decimal;
  /** The power of ten of the last place written. */
  readonly place: number;
}

const MOST_CHARACTERS = 40;

/** The value of a numeral in characters; undefined when they make none ("二〇二四", "千" alone, "一" alone is 1). */
export function hanNumber(characters: string): HanNumber | undefined {
  if (characters.length > MOST_CHARACTERS || characters.includes('半')) return undefined;
  if (hanScale(characters) !== undefined && !/^[十拾]/.test(characters)) return undefined;
  let total = decimal(0);
  let section = decimal(0);
  let digit: number | undefined;
  let place = 0;
  /** The scale right before the digit: the 五 of 四百五 is fifty. */
  let above = 0;
  const rest = () => decimal(digit ?? 0, Math.max(above - 1, 0));
  for (const character of characters) {
    const value = DIGITS.get(character);
    const small = SMALL_SCALES.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      above = digit === undefined && value > 0 ? place : 0;
      digit = value;
      place = Math.max(above - 1, 0);
    } else if (small !== undefined) {
      if (!digit && !isZero(section) && small > place && place > 0) return undefined;
      // 一万零十二: the 零 is no digit of the ten.
      section = plus(section, decimal(digit || 1, small));
      digit = undefined;
      place = small;
    } else {
      const large = LARGE_SCALES.get(character) ?? 0;
      // 三亿四万 is no 三亿四千万.
      if (above > 3) above = 0;
      section = plus(section, rest());
      digit = undefined;
      total = isZero(section) ? times(total, decimal(1, large)) : addScaled(total, section, large);
      section = decimal(0);
      place = large;
    }
  }
  return { value: plus(total, plus(section, rest())), place };
}

/** 一万二千亿: a larger scale multiplies what stands before it; 三亿五千万: a smaller one is added. */
function addScaled(total: Decimal, section: Decimal, power: number): Decimal {
  const atScale = times(section, decimal(1, power));
  const larger = !isZero(total) && String(total.digits).length + total.exponent <= power;
  return larger ? times(plus(total, section), decimal(1, power)) : plus(total, atScale);
}

/** What leaves a number open to both sides of one: 七八十, 十七八, 两三百万, 三五. */
const NEIGHBOURS =
  /^(|.*[十百千万萬亿億])(一二|[二两兩]三|三四|四五|五六|六七|七八|八九|三五)([十百千万萬亿億]*)$/;

/** The lower and the higher number of two neighbouring digits. */
export function hanNeighbours(characters: string): readonly [HanNumber, HanNumber] | undefined {
  const [, before, digits, scale] = NEIGHBOURS.exec(characters) ?? [];
  if (digits === undefined) return undefined;
  const [low, high] = [...digits].map(digit => hanNumber(`${before}${digit}${scale}`));
  return low && high ? [low, high] : undefined;
}

const SHARED_SCALE = /^[^百千万萬亿億]+([百千万萬亿億]+)$/;

/** The scale of the second number that the first has too: the 百 of 五至六百, the 万 of 二十到三十万. */
export function sharedScale(low: string, high: string): number | undefined {
  const scale = SHARED_SCALE.exec(high)?.[1];
  return scale === undefined || SHARED_SCALE.test(low) || /[百千万萬亿億]/.test(low)
    ? undefined
    : hanScale(scale);
}

/** 余, 多 or 几 between a number and its scale: 500余万, 十几亿. */
export function isHanMore(tokens: readonly Token[], at: number): boolean {
  const more = tokens[at];
  const scale = tokens[at + 1];
  return more?.kind === 'han' && '余餘多来來几幾'.includes(more.text) && scale?.kind === 'han-number';
}

/** 数 or 几 before a scale: 数十亿, 几百. */
export function isSeveral(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const scale = tokens[at];
  if (before?.kind !== 'han' || scale?.kind !== 'han-number') return false;
  return '数數几幾'.includes(before.text.slice(-1)) && hanScale(scale.text) !== undefined;
}

/** The 3000万 of 2亿3000万, the 6千 of 25万6千: digits with a lower scale right behind a higher one. */
export function lowerScales(
  tokens: readonly Token[],
  at: number,
  power: number,
): { value: Decimal; place: number; to: number } | undefined {
  let found: { value: Decimal; place: number; to: number } | undefined;
  let above = power;
  for (let to = at; ; to += 2) {
    const [number, scale] = [tokens[to], tokens[to + 1]];
    if (number?.kind !== 'number' || number.spaced || scale?.kind !== 'han-number' || scale.spaced)
      return found;
    const own = hanScale(scale.text);
    const value = number.run?.value;
    if (!value || own === undefined || own === 0 || own >= above) return found;
    const part = times(value, decimal(1, own));
    found = { value: found ? plus(found.value, part) : part, place: value.exponent + own, to: to + 2 };
    above = own;
  }
}
