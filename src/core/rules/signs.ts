// What kinds of characters a text has, read in one pass: rules look only where something is that they ask about.

/** A digit from 0 to 9. */
export const DIGIT = 1;
/** "5.2", "1,000", "1’000": two digits with a mark of numbers right between them. */
export const PARTED = 2;
/** A dash as it stands in ranges. */
export const DASH = 4;
export const PERCENT = 8;
/** Two points or commas in a row. */
export const DOTS = 16;
/** A currency's sign other than the dollar's. */
export const CURRENCY = 32;
export const DOLLAR = 64;
/** A letter beyond Latin: of Greek, Cyrillic and the like, or of Chinese, Japanese and Korean. */
export const OTHER_SCRIPT = 128;

/** A point or another mark that parts the digits of numbers. */
const MARK = 256;

const BY_CHARACTER: readonly (readonly [string, number])[] = [
  ['0123456789', DIGIT],
  ['–', DASH],
  ['%', PERCENT],
  ['€£¥₹₩', CURRENCY],
  ['$', DOLLAR],
  [".,'’", MARK],
];
/** By code unit. */
const signs = new Uint16Array(0x10000);
for (const [characters, sign] of BY_CHARACTER)
  for (const character of characters) signs[character.charCodeAt(0)] = sign;
for (const [first, last] of [
  [0x370, 0x1fff],
  [0x2e80, 0xfaff],
] as const)
  signs.fill(OTHER_SCRIPT, first, last + 1);

const DOT = 0x2e;
const COMMA = 0x2c;

function isPoint(code: number): boolean {
  return code === DOT || code === COMMA;
}

/** The kinds of characters in a text, as bits. */
export function signsIn(text: string): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const sign = signs[code] ?? 0;
    found |= sign;
    if (sign !== MARK) continue;
    if (isDigit(text, i - 1) && isDigit(text, i + 1)) found |= PARTED;
    if (isPoint(code) && isPoint(text.charCodeAt(i + 1))) found |= DOTS;
  }
  return found;
}

function isDigit(text: string, at: number): boolean {
  return signs[text.charCodeAt(at)] === DIGIT;
}
