// Where a word or a run of Chinese characters ends in a text.
import { codeAt, isDigit, isHan, isHighSurrogate, isLetter, isLetterCode } from './characters';
import { endOfNumber } from './digit-runs';
import { words } from './words';

/** Letters, then letters and digits; an apostrophe inside. A currency code ends before a digit: "USD4". */
export function endOfWord(text: string, at: number): number {
  let end = at;
  let digits = false;
  while (end < text.length) {
    while (isLetterCode(codeAt(text, end))) end++;
    const code = codeAt(text, end);
    if (code === 32) return end;
    if (isDigit(code)) {
      if (!digits && endsBeforeDigits(text, at, end)) return end;
      digits = true;
    } else if (code === 0x27 || code === 0x2019) {
      if (!isLetter(text, codeAt(text, end + 1), end + 1)) return end;
    } else if (!isLetter(text, code, end) && code !== 0xb2 && code !== 0xb3) return end;
    end += isHighSurrogate(code) ? 2 : 1;
  }
  return Math.min(end, text.length);
}

const PREFIX_WORDS = new Set(
  words('Rs RMB kr Kr euro ca DKr NKr SKr SFr Sfr Fr KSh Ksh Php RM Rp Dhs MEUR MUSD MSEK MNOK MDKK MCHF'),
);

function endsBeforeDigits(text: string, at: number, end: number): boolean {
  const letters = text.slice(at, end);
  // "$US55", "$A82": the Australian way.
  if (text.charAt(at - 1) === '$') return letters.length <= 2;
  if (letters !== 'R' && letters !== 'PS') return PREFIX_WORDS.has(letters) || CURRENCY_CODES.has(letters);
  // Rand, and the news agencies' way of writing £, only where it must be money: R2, R7 and PS5 are names.
  const numberEnd = endOfNumber(text, end);
  MONEY_SCALE.lastIndex = numberEnd;
  return MONEY_SCALE.test(text) || text.slice(end, numberEnd).includes(',');
}

const MONEY_SCALE = / ?(?:m|mn|bn|tn|million|billion|trillion)\b/y;

/** The ISO 4217 codes that the running engine knows. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const HAN_NUMERALS = '〇零一二三四五六七八九十百千万萬亿億兆两兩俩仨半壹贰貳叁肆伍陆陸柒捌玖拾佰仟';

/** True for a character with which Chinese writes numbers. */
export function isHanNumeral(text: string, at: number): boolean {
  return HAN_NUMERALS.includes(text.charAt(at));
}

/** Numerals, or other characters, as the first is. */
export function endOfHan(text: string, at: number): number {
  const numeral = isHanNumeral(text, at);
  let end = at + 1;
  while (end < text.length && isHan(text.charCodeAt(end)) && isHanNumeral(text, end) === numeral) end++;
  return end;
}
