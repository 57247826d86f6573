// Number words of other languages and numberings after digits: "30亿", "1,4 Mrd.", "4.1 milhões", "6 lakh".

import { toNumber } from '../figures/decimal';
import { readDigits } from '../figures/digits';
import { shift } from '../figures/numbers';
import { ALPHANUMERIC, endOfRun } from '../text/letters';
import { onceOfWord } from '../text/remember';
import type { Span } from '../text/span';
import { Wording } from '../text/wording';
import { OTHER_SCRIPT, signsIn } from './signs';

export interface ForeignNumber extends Span {
  /** As written: "30亿". */
  readonly text: string;
  readonly word: string;
  readonly value: number;
  /** 'indian' for lakh and crore, which are English words where the report uses them. */
  readonly numbering: 'han' | 'word' | 'indian';
}

const WORDS: readonly (readonly [number, string])[] = [
  [
    3,
    'Tsd|Tausend|tys|тыс|mille|mila|mil(?!\\s+(?:mill|milh|mio))|duizend|tusen|bin|tuhat|tuhatta|þúsund|ezer|nghìn|ngàn|ribu',
  ],
  [
    6,
    'Mio|Millionen|milhão|milhões|milhoes|millón|millones|milione|milioni|miljoen|miljoner|millioner|milionů|milionów|млн|milyon|juta|miljoonaa?|milljón(?:ir|a)?|millió|milioane|triệu',
  ],
  [
    9,
    'Mrd|Mia|Milliarden?|mil\\s+milhões|mil\\s+millones|bilhão|bilhões|bilhoes|milliards?|miliardi?|miliardo|mld|miljard|miljarder|milliarder|miliard|miliardów|млрд|milyar|miliar|miljardia?|milljarð(?:ar|ur|a)?|milliárd|miliarde|tỷ|tỉ',
  ],
  [
    12,
    'Bio|Billionen|trilhão|trilhões|trilhoes|billones|bilioni?|biljoen|biljoner|триллион|трлн|trilyun|triliun|biljoona[a]?|nghìn\\s+tỷ',
  ],
  [5, 'lakhs?|lacs?'],
  [7, 'crores?|cr'],
];
const POWERS = new Map(WORDS.map(([power], i) => [`w${i}`, power]));
const LATIN = new RegExp(
  `(?=\\d)(?<![\\p{L}\\p{N}.,])(\\d[\\d.,'’\\u00a0 ]{0,20})[ \\u00a0-]?(?:${WORDS.map(([, words], i) => `(?<w${i}>${words})`).join('|')})(?![\\p{L}\\p{N}])(\\.?)`,
  'gu',
);
const HAN =
  /(?=\d)(?<![\p{L}\p{N}.,])(\d[\d.,]{0,20})\s?([十百千]?[万萬亿億兆][亿億]?|千(?!\p{Script=Han})|억|조|만)/gu;
/** Words for currencies right behind a Chinese, Japanese or Korean number, with their ISO 4217 codes. */
const HAN_CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['人民币', 'CNY'],
  ['人民幣', 'CNY'],
  ['元', 'CNY'],
  ['美元', 'USD'],
  ['欧元', 'EUR'],
  ['歐元', 'EUR'],
  ['港元', 'HKD'],
  ['日元', 'JPY'],
  ['日圓', 'JPY'],
  ['円', 'JPY'],
  ['英镑', 'GBP'],
  ['韩元', 'KRW'],
  ['원', 'KRW'],
]);

/** The word for a currency with which a text begins, and its code. */
export function hanCurrency(text: string): { readonly word: string; readonly code: string } | undefined {
  for (const length of [3, 2, 1]) {
    const word = text.slice(0, length);
    const code = HAN_CURRENCIES.get(word);
    if (code !== undefined) return { word, code };
  }
  return undefined;
}

const HAN_POWERS = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['萬', 4],
  ['만', 4],
  ['亿', 8],
  ['億', 8],
  ['억', 8],
  ['兆', 12],
  ['조', 12],
]);

const IS_WORD = new RegExp(`^(?:${WORDS.map(([, words]) => words).join('|')})$`, 'u');
/** True for a number word, or the first of several. */
const startsNumber = onceOfWord((word: string) => IS_WORD.test(word));

/** True where such a word stands right behind the digits of a number. */
function mayBeLatin(text: string): boolean {
  for (let at = 1; at < text.length; at++) {
    if (!isDigit(text, at - 1) || isDigit(text, at)) continue;
    if (".,'’".includes(text.charAt(at))) at++;
    if ('\u00a0 -'.includes(text.charAt(at))) at++;
    const end = endOfRun(text, at, ALPHANUMERIC);
    if (end > at && startsNumber(text, at, end)) return true;
  }
  return false;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

const NONE: readonly ForeignNumber[] = [];

/** Every foreign number of a text, in order; offsets in the text. */
export function foreignNumbersIn(text: string, wording = new Wording(text)): readonly ForeignNumber[] {
  const isHan = (wording.of(signsIn) & OTHER_SCRIPT) !== 0 && /[十百千万萬亿億兆억조만]/u.test(text);
  const isLatin = mayBeLatin(text);
  if (!isHan && !isLatin) return NONE;
  const found: ForeignNumber[] = [];
  if (isHan) {
    for (const match of text.matchAll(HAN)) {
      const [all, digits = '', word = ''] = match;
      const power = [...word].reduce((sum, character) => sum + (HAN_POWERS.get(character) ?? 0), 0);
      const value = scaledValue(digits, power);
      if (value !== undefined)
        found.push({
          text: all,
          word,
          value,
          numbering: 'han',
          start: match.index,
          end: match.index + all.length,
        });
    }
  }
  for (const match of isLatin ? text.matchAll(LATIN) : []) {
    const group = Object.entries(match.groups ?? {}).find(([, word]) => word !== undefined);
    if (!group) continue;
    const [name, word = ''] = group;
    const power = POWERS.get(name) ?? 0;
    const value = scaledValue((match[1] ?? '').trim(), power);
    // The point of "Mrd." that ends the sentence stays.
    const closes = /^(?:\s+["“(]?\p{Lu}|\s*$)/u.test(
      text.slice(match.index + match[0].length, match.index + match[0].length + 4),
    );
    const length = match[0].endsWith('.') && closes ? match[0].length - 1 : match[0].length;
    if (value === undefined) continue;
    found.push({
      text: match[0].slice(0, length),
      word,
      value,
      numbering: power === 5 || power === 7 ? 'indian' : 'word',
      start: match.index,
      end: match.index + length,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function scaledValue(digits: string, power: number): number | undefined {
  const run = readDigits(digits.replace(/[\s\u00a0]/g, '').replace(/[.,]$/, ''));
  return run && shift(toNumber(run.value), power);
}
