// Numbers in Chinese characters where they stand: with the unit or measure word that makes them one, decimals, fractions.
import { type Decimal, decimal, plus, times, toNumber } from './decimal';
import { fraction } from './fractions';
import { comparesWith, isClassifier, readHanMeasure, skipMore, takesThousand } from './han-measure';
import { type HanNumber, hanNeighbours, hanNumber, hanScale, isHanMore, isSeveral } from './han-numbers';
import type { Numeral } from './numerals';
import type { Scan } from './scan';
import { isWall, type Token } from './tokens';

/** A numeral in characters counts only with a scale in it and a unit, or a measure word, behind it: 三十亿元, 五个. */
export function readHanNumeral(scan: Scan, at: number): Numeral | undefined {
  const { text, tokens } = scan;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || before?.text.endsWith('第') || (before?.kind === 'number' && !token.spaced)) return undefined;
  const isShare = /[百千万]分之$/.test(text.slice(Math.max(0, token.start - 3), token.start));
  if (isShare && token.text === '百') return hanNumeral(at + 1, decimal(100), 0);
  // 登陆, 拾起: alone, the characters of contracts are words.
  if (FORMAL.test(token.text) && tokens[at + 1]?.text !== '又') return undefined;
  const vague = isSeveral(tokens, at) ? hanScale(token.text) : undefined;
  if (vague !== undefined) return { ...hanNumeral(at + 1, decimal(1, vague), 0), writing: 'vague' };
  if (token.text === '半') return hanHalf(text, token, at);
  const part = hanFraction(tokens, at) ?? hanDiscount(text, token, at) ?? spreadNumeral(tokens, at);
  if (part) return part;
  const whole =
    timesDoubled(text, token) ??
    hanNeighbours(token.text)?.[1] ??
    hanNumber(token.text) ??
    roundSum(text, token);
  const decimals = whole && hanDecimals(tokens, at + 1);
  const end = decimals ? (tokens[at + 2]?.end ?? token.end) : token.end;
  const mixed = whole && hanParts(tokens, at, whole.value);
  if (mixed) return mixed;
  const number = decimals
    ? scaled({ value: plus(whole.value, decimals.value), place: decimals.value.exponent }, decimals.scale)
    : takesThousand(text, token.end)
      ? inThousands(hanNumber(token.text.slice(0, -1)))
      : whole;
  if (!number) return undefined;
  const unit = readHanMeasure(text, skipMore(text, end));
  const long = token.text.length > 1 && /[十百千万萬亿億兆拾佰仟]/.test(token.text);
  if (token.text === '一' && unit?.unit === '°') return undefined;
  if (!unit && !isShare && !standsForItself(scan, at, decimals ? at + 3 : at + 1, end)) {
    if (!long || toNumber(number.value) < 100) return undefined;
  }
  if (unit?.unit === 's' && !long && token.text.length > 1) return undefined;
  return hanNumeral(decimals ? at + 3 : at + 1, number.value, number.place);
}

/** 三千 八百 九十六 万: from the highest scale to the lowest, white space between. */
function spreadNumeral(tokens: readonly Token[], at: number): Numeral | undefined {
  let characters = tokens[at]?.text ?? '';
  let to = at + 1;
  for (let next = tokens[to]; next?.kind === 'han-number' && to < at + MOST_PARTS; next = tokens[++to]) {
    const [highest, last] = [highestScale(next.text), hanScale(characters.slice(-1)) ?? 0];
    if (hanScale(next.text) === undefined && highest >= last) break;
    characters += next.text;
  }
  const number = to > at + 1 ? hanNumber(characters) : undefined;
  return number && toNumber(number.value) >= 100 ? hanNumeral(to, number.value, number.place) : undefined;
}

const MOST_PARTS = 10;

function highestScale(characters: string): number {
  return Math.max(...[...characters].map(character => hanScale(character) ?? 0));
}

const FORMAL = /^[壹贰貳叁肆伍陆陸柒捌玖拾佰仟]$/;

/** A word for reaching a sum; not the 过 of 通过. */
const REACHED = /(?:^|[^通经經])[破超過过達达近逾约約上]$/;

/**
 * 跌破千亿港元, 上百万元, 百余家: a scale is the sum where a word for reaching it stands before or 余 behind; not the unit of
 * 单位：百万元.
 */
function roundSum(text: string, { text: characters, start, end }: Token): HanNumber | undefined {
  const power = hanScale(characters);
  const behind = skipMore(text, end);
  const isReached = REACHED.test(text.slice(Math.max(0, start - 2), start));
  if (power === undefined || (!isReached && behind === end)) return undefined;
  const counts = isClassifier(text, behind) || readHanMeasure(text, behind) !== undefined;
  return counts || (isReached && power > 4) ? { value: decimal(1, power), place: power } : undefined;
}

/** 翻一番, 翻了两番: doubled once, twice. */
function timesDoubled(text: string, { text: numeral, start, end }: Token): HanNumber | undefined {
  const doublings = '一两三四'.indexOf(numeral) + 1;
  const isDoubling = text.startsWith('翻', start - 1) || text.startsWith('翻了', start - 2);
  if (doublings === 0 || numeral.length !== 1 || !isDoubling || text.charAt(end) !== '番') return undefined;
  return { value: decimal(2 ** doublings), place: 0 };
}

/** A measure word, or 多 before a scale, stands behind (五个, 十多万), another number (一到五个), or nothing in all the text. */
function standsForItself({ text, tokens }: Scan, at: number, to: number, end: number): boolean {
  const start = tokens[at]?.start ?? 0;
  if (isClassifier(text, skipMore(text, end)) || isHanMore(tokens, at + 1)) return true;
  // 三点五分 is a time of day.
  if (to > at + 1 && !'分刻钟鐘'.includes(text.charAt(end) || '-')) return true;
  if (isWall(tokens[at - 1]) && isWall(tokens[to])) return true;
  if (BOUND.test(text.slice(Math.max(0, start - 2), start)) || comparesWith(text, start, end)) return true;
  const [link, high] = [tokens[to], tokens[to + 1]];
  if (link?.text !== '到' && link?.text !== '至') return false;
  return (
    high?.kind === 'han-number' &&
    (isClassifier(text, high.end) ||
      readHanMeasure(text, high.end) !== undefined ||
      /[百千万萬亿億]$/.test(high.text))
  );
}

const BOUND = /(?:[大小等高低多少]于|超过|不到|不足|至少|最少|至多|最多|高达|多达|未满)$/;

/** 半年, 半成, 半公斤, 半数: half of a unit; not the 半 of 上半年, 半年报. */
function hanHalf(text: string, { start, end }: Token, at: number): Numeral | undefined {
  if ('上下前后後大小多另对對'.includes(text.charAt(start - 1) || '-')) return undefined;
  if (text.charAt(end) === '数' || text.charAt(end) === '數')
    return { ...hanNumeral(at + 1, fraction(1, 2), 0), end: end + 1, writing: 'fraction' };
  const unit = readHanMeasure(text, end);
  return unit && !'报報度期制线線'.includes(text.charAt(unit.to) || '-')
    ? hanNumeral(at + 1, decimal(5, -1), -1)
    : undefined;
}

/** The 千 of 一百千瓦 is the unit's: a hundred thousand watts, not 1,100. */
function inThousands(number: HanNumber | undefined): HanNumber | undefined {
  return number && { value: times(number.value, decimal(1, 3)), place: number.place + 3 };
}

/** 点五 behind a whole number, and the scale of 点七亿. */
function hanDecimals(
  tokens: readonly Token[],
  at: number,
): { readonly value: Decimal; readonly scale: number } | undefined {
  const [point, digits] = [tokens[at], tokens[at + 1]];
  if ((point?.text !== '点' && point?.text !== '點') || digits?.kind !== 'han-number' || digits.spaced)
    return undefined;
  const [, run = '', scaleText = ''] = /^([零一二三四五六七八九]{1,9})(.{0,4})$/.exec(digits.text) ?? [];
  const scale = hanScale(scaleText);
  if (run === '' || scale === undefined) return undefined;
  const values = [...run].map(character => '零一二三四五六七八九'.indexOf(character));
  return { value: decimal(Number(values.join('')), -values.length), scale };
}

function scaled({ value, place }: HanNumber, power: number): HanNumber {
  return power === 0 ? { value, place } : { value: times(value, decimal(1, power)), place: place + power };
}

/** 八五折: at 85 percent of the price. */
function hanDiscount(text: string, token: Token, at: number): Numeral | undefined {
  const [tens, ones] = [...token.text].map(character => '一二三四五六七八九'.indexOf(character) + 1);
  if (token.text.length !== 2 || !tens || !ones || text.charAt(token.end) !== '折') return undefined;
  return hanNumeral(at + 1, decimal(tens * 10 + ones, -1), -1);
}

/** 三分之二, 百万分之五, 一半. A 百, 千 or 万 alone before 分之 makes percentages. */
function hanFraction(tokens: readonly Token[], at: number): Numeral | undefined {
  const [under, of, over] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (under?.text === '一半') return { ...hanNumeral(at + 1, fraction(1, 2), 0), writing: 'fraction' };
  if (!under || of?.kind !== 'han') return undefined;
  if (under.kind !== 'number' && under.kind !== 'han-number') return undefined;
  if (of.text !== '分之' || !over || over.spaced || under.text.length + over.text.length > 9)
    return undefined;
  const power = under.kind === 'number' ? undefined : hanScale(under.text);
  const whole = power === undefined ? integerAt(under) : decimal(1, power);
  const part = integerAt(over);
  if (!whole || !part || '百千万萬'.includes(under.text) || part.exponent < 0) return undefined;
  const [n, d] = [toNumber(part), toNumber(whole)];
  if (n === 0 || d === 0 || (n >= d && power !== undefined)) return undefined;
  return { ...hanNumeral(at + 3, fraction(n, d), 0), writing: 'fraction' };
}

function integerAt(token: Token): Decimal | undefined {
  if (token.kind === 'number') return token.run?.value;
  return token.kind === 'han-number' ? hanNumber(token.text)?.value : undefined;
}

/** 16分之5, 3又千分之23 with a whole number before the fraction, and 两个半小时. */
export function hanParts(tokens: readonly Token[], at: number, whole: Decimal): Numeral | undefined {
  if (tokens[at + 1]?.text === '分之') return hanFraction(tokens, at);
  if (
    tokens[at + 1]?.text === '个' &&
    tokens[at + 2]?.text === '半' &&
    readHanMeasure(tokens[at + 3]?.text ?? '', 0)
  )
    return hanNumeral(at + 3, plus(whole, decimal(5, -1)), -1);
  const part = tokens[at + 1]?.text === '又' ? hanFraction(tokens, at + 2) : undefined;
  return part && { ...part, value: plus(whole, part.value) };
}

function hanNumeral(to: number, value: Decimal, place: number): Numeral {
  return { to, value, place, writing: 'words', grouped: false, scaleAt: undefined };
}
