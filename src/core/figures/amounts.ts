// An amount: sign, currency, number, scale and unit, without qualifier: "-$4.7 bn", "20 feet", "30亿元", "3.3x".
import { type CurrencySigns, dollarPrefix, isCurrencySymbol, isWeakCode } from './currencies';
import { type Decimal, negate, plus, times, toNumber } from './decimal';
import { readDigits } from './digits';
import { isClassifier, readHanMeasure } from './han-measure';
import { hanNumber, hanScale } from './han-numbers';
import {
  type Measure,
  moneyMeasure,
  plainMeasure,
  readCurrency,
  readMeasure,
  withDenominators,
} from './measure';
import { fraction, readAndFraction, readWords, type Writing } from './number-words';
import { scaleAfterDigits, scaleWord } from './scales';
import type { Token } from './tokens';
import { words } from './words';

/** What the reading of one text carries along. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly signs: CurrencySigns;
  /** A cell of a table: brackets make a number negative. */
  readonly isCell: boolean;
}

export interface Amount {
  /** Tokens [from, to), sign and currency included; `end` is the offset behind the last character. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Offsets of number and scale. */
  readonly numeralStart: number;
  readonly numeralEnd: number;
  /** The token with which the number begins. */
  readonly numberAt: number;
  /** As written, without scale; with its sign. */
  readonly value: Decimal;
  /** Power of ten of the last place written, without scale. */
  readonly place: number;
  readonly writing: Writing;
  /** Power of ten of the scale. */
  readonly power: number;
  readonly scale: string | undefined;
  readonly measure: Measure | undefined;
  /** A currency sign or code stands before the number. */
  readonly prefixed: boolean;
  readonly signed: boolean;
  readonly grouped: boolean;
  /** "$65+ billion": a plus before the scale or unit. */
  readonly openAbove: boolean;
  /** "$40 billion USD dollars", "$5 million billion": something is said twice. */
  readonly doubled: boolean;
}

interface Numeral {
  readonly to: number;
  readonly value: Decimal;
  readonly place: number;
  readonly writing: Writing;
  readonly grouped: boolean;
  readonly scaleAt: number | undefined;
}

const VULGAR = new Map<string, readonly [number, number]>([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
  ['⅖', [2, 5]],
  ['⅗', [3, 5]],
  ['⅘', [4, 5]],
  ['⅙', [1, 6]],
  ['⅚', [5, 6]],
  ['⅐', [1, 7]],
  ['⅛', [1, 8]],
  ['⅜', [3, 8]],
  ['⅝', [5, 8]],
  ['⅞', [7, 8]],
  ['⅑', [1, 9]],
  ['⅒', [1, 10]],
]);

export function isVulgarFraction(token: Token): boolean {
  return VULGAR.has(token.text);
}

/** The amount whose number begins at token `at`; `floor` is the first token that no earlier figure has taken. */
export function readAmount(scan: Scan, at: number, floor: number): Amount | undefined {
  const { tokens } = scan;
  const numeral = readNumeral(scan, at);
  if (!numeral) return undefined;
  const prefix = readPrefix(scan, at, floor);
  const scaled = readScale(scan, numeral, prefix.code !== undefined);
  const weak = prefix.weak && scaled.power === 0 && !numeral.grouped && numeral.place === 0;
  const code = weak ? undefined : prefix.code;
  const start = tokens[at]?.start ?? 0;
  const numeralEnd = tokens[scaled.to - 1]?.end ?? start;
  const measured = readUnitOf(scan, { numeral, scaled, code, at, floor });
  const from = weak
    ? at
    : scan.text.startsWith('百分之', start - 3) && at >= floor + 2
      ? at - 2
      : prefix.from;
  return {
    from,
    to: measured.to,
    end: measured.end,
    numeralStart: start,
    numeralEnd,
    numberAt: at,
    value: prefix.negative && !weak ? negate(numeral.value) : numeral.value,
    place: numeral.place,
    writing: numeral.writing,
    power: scaled.power,
    scale: scaled.text,
    measure: measured.measure,
    prefixed: code !== undefined,
    signed: prefix.signed && !weak,
    grouped: numeral.grouped,
    openAbove: scaled.plus || measured.open === true,
    doubled: measured.doubled || scaled.doubled,
  };
}

// -------------------------------------------------------------------------------------------------------------- numbers

function readNumeral(scan: Scan, at: number): Numeral | undefined {
  const { tokens } = scan;
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') return readDigitNumeral(tokens, at);
  const vulgar = VULGAR.get(token.text);
  if (vulgar)
    return {
      to: at + 1,
      value: fraction(...vulgar),
      place: -2,
      writing: 'fraction',
      grouped: false,
      scaleAt: undefined,
    };
  if (token.kind === 'han-number') return readHanNumeral(scan, at);
  const words = readWords(tokens, at);
  if (!words) return undefined;
  const half = words.writing === 'words' ? readAndFraction(tokens, words.to) : undefined;
  if (half)
    return {
      to: half.to,
      value: plus(words.value, half.value),
      place: -1,
      writing: 'words',
      grouped: false,
      scaleAt: words.scaleAt,
    };
  return {
    to: words.to,
    value: words.value,
    place: words.place,
    writing: words.writing,
    grouped: false,
    scaleAt: words.scaleAt,
  };
}

function readDigitNumeral(tokens: readonly Token[], at: number): Numeral | undefined {
  const digits = readDigits(tokens[at]?.text ?? '');
  if (!digits) return undefined;
  const { value, grouped } = digits;
  const next = tokens[at + 1];
  const vulgar = next?.kind === 'mark' ? VULGAR.get(next.text) : undefined;
  if (vulgar) return digitNumeral(at + 2, plus(value, fraction(...vulgar)), -2, grouped);
  const simple = readSlash(tokens, at);
  if (simple)
    return { to: at + 3, value: simple, place: -2, writing: 'fraction', grouped, scaleAt: undefined };
  const mixed = next?.kind === 'number' && value.exponent === 0 ? readSlash(tokens, at + 1) : undefined;
  if (mixed) return digitNumeral(at + 4, plus(value, mixed), -2, grouped);
  const joined =
    tokens[at + 1]?.lower === 'and' && value.exponent === 0 ? readSlash(tokens, at + 2) : undefined;
  if (joined) return digitNumeral(at + 5, plus(value, joined), -2, grouped);
  const power = exponentAfter(tokens, at + 1);
  if (power)
    return digitNumeral(
      power.to,
      { digits: value.digits, exponent: value.exponent + power.power },
      value.exponent + power.power,
      grouped,
    );
  const half = readAndFraction(tokens, at + 1);
  if (half) return digitNumeral(half.to, plus(value, half.value), -1, grouped);
  return digitNumeral(at + 1, value, value.exponent, grouped);
}

/** "e6" and "e-6" glued to a number. */
function exponentAfter(tokens: readonly Token[], at: number): { power: number; to: number } | undefined {
  const [letter, sign, number] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (letter?.kind !== 'word' || letter.spaced || letter.lower.charAt(0) !== 'e') return undefined;
  if (/^e\d{1,2}$/.test(letter.lower)) return { power: Number(letter.lower.slice(1)), to: at + 1 };
  const signed =
    letter.lower === 'e' &&
    (sign?.text === '-' || sign?.text === '+') &&
    !sign.spaced &&
    number?.kind === 'number' &&
    !number.spaced &&
    /^\d{1,2}$/.test(number.text);
  return signed ? { power: Number(sign.text + number.text), to: at + 3 } : undefined;
}

function digitNumeral(to: number, value: Decimal, place: number, grouped: boolean): Numeral {
  return { to, value, place, writing: 'digits', grouped, scaleAt: undefined };
}

const DENOMINATORS = new Set(words('2 3 4 5 6 7 8 9 10 12 16 20 32 64 100 1000'));

/** "3/4": a proper fraction with a usual denominator, nothing glued before or behind. */
function readSlash(tokens: readonly Token[], at: number): Decimal | undefined {
  const [over, slash, under, after] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (
    (slash?.text !== '/' && slash?.text !== '⁄') ||
    under?.kind !== 'number' ||
    under.spaced !== slash.spaced
  )
    return undefined;
  if (
    !over ||
    !DENOMINATORS.has(under.text) ||
    !/^\d{1,3}$/.test(over.text) ||
    Number(over.text) >= Number(under.text) ||
    over.text === '0'
  )
    return undefined;
  if (after && !after.spaced && (after.kind === 'number' || after.text === '/')) return undefined;
  if (!over.spaced && tokens[at - 1]?.text === '/') return undefined;
  return fraction(Number(over.text), Number(under.text));
}

/** A numeral in characters counts only with a scale in it and a unit, or a measure word, behind it: 三十亿元, 五个. */
function readHanNumeral(scan: Scan, at: number): Numeral | undefined {
  const { text, tokens } = scan;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || before?.text.endsWith('第') || (before?.kind === 'number' && !token.spaced)) return undefined;
  const number = hanNumber(token.text);
  if (!number) return undefined;
  const unit = readHanMeasure(text, token.end);
  const percent = text.startsWith('百分之', token.start - 3);
  const long = token.text.length > 1 && /[十百千万萬亿億兆]/.test(token.text);
  if (!unit && !percent && !isClassifier(text, token.end) && !(long && toNumber(number.value) >= 100))
    return undefined;
  if (unit?.unit === 's' && !long && token.text.length > 1) return undefined;
  return {
    to: at + 1,
    value: number.value,
    place: number.place,
    writing: 'words',
    grouped: false,
    scaleAt: undefined,
  };
}

// --------------------------------------------------------------------------------------------------------------- prefix

interface Prefix {
  readonly from: number;
  readonly code: string | undefined;
  readonly weak: boolean;
  readonly negative: boolean;
  readonly signed: boolean;
}

const MINUS = '-−–‑';

/** Sign and currency before a number: "$", "US$", "-$", "$-", "EUR ", "Rs.", "minus". */
function readPrefix({ tokens, signs }: Scan, at: number, floor: number): Prefix {
  let from = at;
  let code: string | undefined;
  let weak = false;
  let sign = signBefore(tokens, from, floor);
  if (sign !== 0) from--;
  const before = tokens[from - 1];
  if (from > floor && before && !(sign !== 0 && tokens[from]?.spaced)) {
    if (before.kind === 'mark' && isCurrencySymbol(before.text)) {
      from--;
      code = signs.ofSymbol(before.text);
      const letters = tokens[from - 1];
      if (from > floor && letters?.kind === 'word') {
        const glued = tokens[from]?.spaced === false;
        const dollar = before.text === '$';
        const prefixed = dollar
          ? prefixBefore(letters, glued)
          : glued
            ? signs.ofLetters(letters.text)
            : undefined;
        if (prefixed !== undefined) {
          code = prefixed;
          from--;
        }
      }
    } else if (
      before.kind === 'word' &&
      signs.ofLetters(before.text) !== undefined &&
      !isGluedToWord(tokens, from - 1)
    ) {
      code = signs.ofLetters(before.text);
      weak = isWeakCode(before.text);
      from--;
    } else if (before.text === '.' && tokens[from - 2]?.text === 'Rs' && from - 1 > floor) {
      code = signs.ofLetters('Rs');
      from -= 2;
    } else if (before.kind === 'han' && before.text.endsWith('人民币')) code = 'CNY';
  }
  if (sign === 0 && code !== undefined) {
    sign = signBefore(tokens, from, floor);
    if (sign !== 0) from--;
  }
  if (sign === 0 && from > floor && ['minus', 'negative'].includes(tokens[from - 1]?.lower ?? '')) {
    sign = -1;
    from--;
  }
  return { from, code, weak, negative: sign < 0, signed: sign !== 0 };
}

/** "US$", "c$"; apart only where the letters are no other word: "US $", "hk $", "c $". */
function prefixBefore(letters: Token, glued: boolean): string | undefined {
  if (glued) return dollarPrefix(letters.text) ?? dollarPrefix(letters.text.toUpperCase());
  return SPACED_PREFIXES.has(letters.lower) ? dollarPrefix(letters.text.toUpperCase()) : undefined;
}

const SPACED_PREFIXES = new Set(['us', 'hk', 'nz', 'c', 'au', 'nt']);

function isGluedToWord(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    tokens[at]?.spaced === false &&
    before !== undefined &&
    (before.kind === 'word' || '-/&'.includes(before.text))
  );
}

/** -1 or 1 when a sign is glued before token `at` and nothing is glued before the sign, else 0. */
function signBefore(tokens: readonly Token[], at: number, floor: number): number {
  const sign = tokens[at - 1];
  if (at <= floor || sign?.kind !== 'mark' || tokens[at]?.spaced) return 0;
  const negative = MINUS.includes(sign.text);
  if (!negative && sign.text !== '+') return 0;
  const before = tokens[at - 2];
  const free =
    sign.spaced ||
    before === undefined ||
    (before.kind === 'mark' && '([|/~≈:;,"“'.includes(before.text)) ||
    (before.kind === 'mark' && isCurrencySymbol(before.text) && at - 2 >= floor);
  return free ? (negative ? -1 : 1) : 0;
}

// ---------------------------------------------------------------------------------------------------------------- scale

interface Scaled {
  readonly to: number;
  readonly power: number;
  readonly text: string | undefined;
  readonly plus: boolean;
  readonly doubled: boolean;
}

/** The scale after a number: "billion", "bn", "k", "hundred million", 亿, 万亿; a plus or hyphen may stand between. */
function readScale({ text, tokens }: Scan, numeral: Numeral, money: boolean): Scaled {
  let to = numeral.to;
  let power = 0;
  let scaleText: string | undefined;
  let doubled = false;
  if (numeral.scaleAt !== undefined)
    scaleText = text.slice(tokens[numeral.scaleAt]?.start, tokens[numeral.to - 1]?.end);
  const open = tokens[to]?.text === '+' && !tokens[to]?.spaced;
  let next = open ? to + 1 : to;
  const first = tokens[next];
  if (first?.kind === 'han-number') {
    const han = hanScale(first.text);
    const unit = readHanMeasure(text, first.start);
    if (han !== undefined && !(unit && unit.to > first.end))
      return { to: next + 1, power: han, text: first.text, plus: open, doubled: false };
    return { to: open ? next : to, power: 0, text: scaleText, plus: open, doubled: false };
  }
  for (let steps = 0; steps < 3; steps++) {
    const hyphen = tokens[next]?.text === '-' && !tokens[next]?.spaced && tokens[next + 1]?.spaced === false;
    const token = tokens[hyphen ? next + 1 : next];
    if (token?.kind !== 'word') break;
    const isFirst = steps === 0 && numeral.writing !== 'words';
    const found = isFirst
      ? scaleAfterDigits(
          token.text,
          token.lower,
          !token.spaced && !hyphen,
          money || moneyFollows(tokens, hyphen ? next + 2 : next + 1),
        )
      : scaleWord(token.lower);
    if (found === undefined || (isFirst && !scaleStands(tokens, hyphen ? next + 1 : next, money, found)))
      break;
    if (power > 3 && found > 3) doubled = true;
    if (numeral.writing === 'words' && power === 0 && found !== undefined && numeral.scaleAt !== undefined)
      doubled = true;
    power += found;
    next = hyphen ? next + 2 : next + 1;
    to = next;
    scaleText = scaleText === undefined ? token.text : `${scaleText} ${token.text}`;
    if (!scaleWord(token.lower)) break;
  }
  if (power === 0 && open) return { to: numeral.to, power, text: scaleText, plus: false, doubled };
  return { to, power, text: scaleText, plus: open && power > 0, doubled };
}

function moneyFollows(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.text === '€' || token?.text === '£' || (token?.kind === 'word' && MONEY_AFTER.has(token.lower))
  );
}

const MONEY_AFTER = new Set(
  words(`
  usd eur gbp dollars euros pounds yuan rmb yen rupees cny jpy inr chf sek nok dkk`),
);

const LENGTHWISE = new Set(
  words(`
  long wide tall deep high thick away apart sprint final relay race hurdles freestyle below above
  underground radius depth tower wave resolution x × telescope dash rotor yacht pool`),
);
const SCREENS = new Set(
  words(`
  tv tvs video resolution display displays screen monitor monitors content streaming ultra uhd camera
  television televisions projector film`),
);

/** "5m long" is a length, "4K TV" a name, "5 m people" is not written. */
function scaleStands(tokens: readonly Token[], at: number, money: boolean, power: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || token.text.length > 2) return true;
  if (token.text === 'm' && !money) {
    if (LENGTHWISE.has(next?.lower ?? '')) return false;
    return !(next?.text === '/' || next?.text === '²' || next?.text === '-');
  }
  if (token.text === 'K' && SCREENS.has(next?.lower ?? '')) return false;
  if (power === 9 && token.text === 'b' && next?.text === '/') return false;
  return true;
}

// ----------------------------------------------------------------------------------------------------------------- unit

interface UnitOf {
  readonly numeral: Numeral;
  readonly scaled: Scaled;
  readonly code: string | undefined;
  readonly at: number;
  readonly floor: number;
}

interface Measured {
  readonly measure: Measure | undefined;
  readonly to: number;
  readonly end: number;
  readonly doubled: boolean;
  /** "100+ GWh": a plus before the unit. */
  readonly open?: boolean;
}

function readUnitOf(scan: Scan, { numeral, scaled, code, at }: UnitOf): Measured {
  const { text, tokens, signs } = scan;
  const endOf = (to: number) => tokens[to - 1]?.end ?? 0;
  const number = {
    scaled: scaled.power > 0 || numeral.scaleAt !== undefined,
    grouped: numeral.grouped,
    fraction: numeral.writing === 'fraction' && tokens[at]?.kind === 'word',
    at,
  };
  const han = hanUnit(scan, scaled.to);
  if (han)
    return {
      measure:
        code === undefined ? han : { ...han, kind: 'money', unit: han.kind === 'money' ? han.unit : code },
      ...hanEnd(tokens, scaled.to, han.to),
      doubled: false,
    };
  if (text.startsWith('百分之', (tokens[at]?.start ?? 0) - 3))
    return {
      measure: plainMeasure('percent', '%', scaled.to, 'percent'),
      to: scaled.to,
      end: endOf(scaled.to),
      doubled: false,
    };
  if (code !== undefined) {
    const again = readCurrency(tokens, scaled.to, { ...number, scaled: true }, signs);
    const same =
      again &&
      again.kind === 'money' &&
      again.factor.exponent === 0 &&
      again.to > scaled.to &&
      !(tokens[scaled.to]?.kind === 'word' && tokens[scaled.to]?.text === 'p')
        ? again
        : undefined;
    const doubled = same !== undefined;
    const measure = withDenominators(
      tokens,
      moneyMeasure(same && same.unit !== code && code === 'USD' ? same.unit : code, same?.to ?? scaled.to),
    );
    return { measure, to: measure.to, end: endOf(measure.to), doubled };
  }
  const open = tokens[scaled.to]?.text === '+' && !tokens[scaled.to]?.spaced ? 1 : 0;
  const closes =
    tokens[scaled.to]?.text === ')' && !tokens[scaled.to]?.spaced && tokens[at - 1]?.text === '(' ? 1 : 0;
  const measure = readMeasure(tokens, scaled.to + open + closes, number, signs);
  if (closes > 0 && measure?.kind !== 'percent')
    return { measure: undefined, to: scaled.to, end: endOf(scaled.to), doubled: false };
  if (!measure) return { measure, to: scaled.to, end: endOf(scaled.to), doubled: false };
  const rate = withDenominators(tokens, measure);
  return { measure: rate, to: rate.to, end: endOf(rate.to), doubled: false, open: open > 0 };
}

function hanUnit({ text, tokens }: Scan, at: number): Measure | undefined {
  const token = tokens[at];
  if (
    token?.kind !== 'han' &&
    token?.kind !== 'han-number' &&
    !(token?.kind === 'word' && '円'.includes(token.text))
  )
    return undefined;
  return readHanMeasure(text, token.start);
}

/** A Chinese unit may end inside a token: the rest of that token is passed over. */
function hanEnd(tokens: readonly Token[], at: number, end: number): { to: number; end: number } {
  let to = at;
  while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to++;
  return { to, end };
}

/** An amount in base units. */
export function baseValue(value: Decimal, power: number, measure: Measure | undefined): number {
  const scaled = { digits: value.digits, exponent: value.exponent + power };
  const exact = measure ? times(scaled, measure.factor) : scaled;
  return toNumber(exact) / (measure?.divisor ?? 1);
}
