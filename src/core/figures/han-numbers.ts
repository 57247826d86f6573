// Chinese and Japanese numerals and scales: 三十亿, 两千, 30亿, 1.2万亿.
import { type Decimal, decimal, isZero, plus, times } from './decimal';

const DIGITS = new Map([...'〇一二三四五六七八九'].map((character, i) => [character, i] as const));
DIGITS.set('零', 0).set('两', 2).set('兩', 2);
const SMALL_SCALES = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
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

/** The value of a numeral in characters; undefined when they make none ("二〇二四", "千" alone, "一" alone is 1). */
export function hanNumber(characters: string): HanNumber | undefined {
  if (characters.length > 20 || (hanScale(characters) !== undefined && !characters.startsWith('十')))
    return undefined;
  let total = decimal(0);
  let section = decimal(0);
  let digit: number | undefined;
  let place = 0;
  for (const character of characters) {
    const value = DIGITS.get(character);
    const small = SMALL_SCALES.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      place = 0;
    } else if (small !== undefined) {
      section = plus(section, decimal(digit ?? 1, small));
      digit = undefined;
      place = small;
    } else {
      const large = LARGE_SCALES.get(character) ?? 0;
      section = plus(section, decimal(digit ?? 0));
      digit = undefined;
      total = isZero(section) ? times(total, decimal(1, large)) : addScaled(total, section, large);
      section = decimal(0);
      place = large;
    }
  }
  return { value: plus(total, plus(section, decimal(digit ?? 0))), place };
}

/** 一万二千亿: a larger scale multiplies what stands before it; 三亿五千万: a smaller one is added. */
function addScaled(total: Decimal, section: Decimal, power: number): Decimal {
  const atScale = times(section, decimal(1, power));
  const larger = !isZero(total) && String(total.digits).length + total.exponent <= power;
  return larger ? times(plus(total, section), decimal(1, power)) : plus(total, atScale);
}
