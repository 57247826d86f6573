// Digits with separators: what a run such as "1,234.5", "1 234,5", "12,34,567" or "0,816" says.
import { type Decimal, decimal, decimalOfDigits } from './decimal';

export interface DigitRun {
  readonly value: Decimal;
  /** Thousands are set apart, as in "1,234". */
  readonly grouped: boolean;
}

const FULL_WIDTH = /[０-９．，]/;
const MOST_DIGITS = 40;

/** The value of a run of digits and separators; undefined when it makes no sense ("1,00.000", "26.5.1", "12,34,5"). */
export function readDigits(run: string): DigitRun | undefined {
  const simple = readPlain(run) ?? readThousands(run);
  if (simple) return simple;
  if (run.length > MOST_DIGITS) return undefined;
  const narrow = FULL_WIDTH.test(run) ? run.normalize('NFKC') : run;
  const text = narrow.includes(' ') ? narrow.replace(/ ?([,.]) ?/g, '$1') : narrow;
  if (PLAIN.test(text)) return { value: decimalOfDigits(text), grouped: false };
  const parts = text.split(/[^0-9]/);
  const separators = [...text].filter(c => c < '0' || c > '9');
  const last = separators.at(-1) ?? '';
  const earlier = separators.slice(0, -1);
  const thousands = earlier[0];
  if (earlier.some(c => c !== thousands)) return undefined;
  const tail = parts.at(-1) ?? '';
  if (thousands !== undefined && last !== thousands) {
    return isGrouped(parts.slice(0, -1), thousands) && isDecimalMark(last)
      ? withFraction(parts.slice(0, -1).join(''), tail, true)
      : undefined;
  }
  if (
    thousands === undefined &&
    isDecimalMark(last) &&
    !(last === ',' && (parts[0] ?? '').length > 3) &&
    !(last === ',' && tail.length === 3 && /^[1-9]\d{0,2}$/.test(parts[0] ?? ''))
  )
    return withFraction(parts[0] ?? '', tail, false);
  return isGrouped(parts, last) ? { value: decimalOfDigits(parts.join('')), grouped: true } : undefined;
}

/** The usual case, quickly: up to fifteen digits with at most one point among them. */
function readPlain(run: string): DigitRun | undefined {
  if (run.length > 15) return undefined;
  let digits = 0;
  let point = -1;
  for (let i = 0; i < run.length; i++) {
    const code = run.charCodeAt(i);
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
    else if (code === 46 && point < 0) point = i;
    else return undefined;
  }
  return { value: decimal(digits, point < 0 ? 0 : point + 1 - run.length), grouped: false };
}

/** The next usual case: "1,234" and "12,345,678". */
function readThousands(run: string): DigitRun | undefined {
  const first = run.indexOf(',');
  if (run.length > 19 || first < 1 || first > 3 || run.length % 4 !== first || run.charCodeAt(0) === 48)
    return undefined;
  let digits = 0;
  for (let i = 0; i < run.length; i++) {
    const code = run.charCodeAt(i);
    const isComma = i % 4 === first;
    if (isComma ? code !== 44 : code < 48 || code > 57) return undefined;
    if (!isComma) digits = digits * 10 + code - 48;
  }
  return { value: decimal(digits), grouped: true };
}

const PLAIN = /^\d+$/;

function isDecimalMark(mark: string): boolean {
  return mark === '.' || mark === ',';
}

function withFraction(whole: string, fraction: string, grouped: boolean): DigitRun {
  return { value: decimalOfDigits(whole + fraction, -fraction.length), grouped };
}

/** Groups of three after one to three digits; with commas also the Indian way, twos before a last three. */
function isGrouped(parts: readonly string[], mark: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.at(-1) ?? '';
  if (first.length < 1 || first.length > 3 || last.length !== 3 || (first.startsWith('0') && rest.length > 0))
    return false;
  if (rest.every(group => group.length === 3)) return true;
  return mark === ',' && first.length <= 2 && rest.slice(0, -1).every(group => group.length === 2);
}
