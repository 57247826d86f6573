// Numbers that reach or identify someone or something: telephones, street addresses, ages, serial numbers.
import { wordClass } from './lexicon';
import type { Token } from './tokens';
import { words } from './words';

const STREETS = wordClass(
  words(
    'street st avenue ave road rd boulevard blvd lane drive square plaza parkway highway terrace way court crescent quay',
  ),
);

/** "350 Fifth Avenue", "9 E 71st St", "90049 ZIP code": capitals and ordinals up to a word for a street. */
export function isAddress(tokens: readonly Token[], to: number): boolean {
  const number = tokens[to - 1];
  if (tokens[to]?.kind !== 'word' || (number?.kind === 'word' && number.text === number.lower)) return false;
  if (tokens[to]?.lower === 'zip') return tokens[to + 1]?.lower === 'code';
  for (let i = to; i < to + 5; i++) {
    const token = tokens[i];
    if (token?.kind === 'number' || (token?.kind === 'word' && !token.spaced)) continue;
    if (token?.kind !== 'word' || token.text.charAt(0) === token.lower.charAt(0)) return false;
    if (i > to && token.is(STREETS)) return true;
  }
  return false;
}

/** "Armstrong, 25, said". */
export function isAge(tokens: readonly Token[], from: number, to: number): boolean {
  const name = tokens[from - 2];
  const comma = tokens[from - 1];
  const number = tokens[from];
  const next = tokens[to];
  if (comma?.text !== ',' || next?.text !== ',' || number?.kind !== 'number' || number.text.length !== 2)
    return false;
  return name?.kind === 'word' && name.text !== name.lower && tokens[to + 1]?.kind === 'word';
}

/** "+44 20 7946 0123", "007", a run of ten digits and more. */
export function isIdentifier(tokens: readonly Token[], from: number, to: number): boolean {
  const number = tokens[from];
  if (number?.kind !== 'number' || to !== from + 1) return false;
  if (number.text.length > 1 && number.text.startsWith('0')) return /^0\d/.test(number.text);
  return number.text.length >= 10 && /^\d+$/.test(number.text);
}

/** "555-", "1-800", "0": what a national number begins with, a mark glued behind; not in the middle of such a row. */
function beginsPhone(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.kind !== 'mark' || next.spaced || !'-)‑'.includes(next.text)) return false;
  if (tokens[at]?.spaced === false && tokens[at - 1]?.text === next.text && tokens[at - 2]?.kind === 'number')
    return false;
  const text = tokens[at]?.text ?? '';
  return text.length === 3 || text === '1' || text === '0';
}

/** "0303 555 0142". */
function beginsWithZero(tokens: readonly Token[], at: number): boolean {
  const code = tokens[at];
  const next = tokens[at + 1];
  if (code?.kind !== 'number' || code.text.charCodeAt(0) !== 48) return false;
  return /^0\d{2,4}(?: |$)/.test(code.text) && next?.kind === 'number' && next.spaced;
}

const LONG_ROW = 4;

/** The token after a row of four numbers and more, hyphens glued between them: "978-3-16-148410-0"; `at` for any other. */
export function skipSerial(tokens: readonly Token[], at: number): number {
  let to = at + 1;
  let numbers = 1;
  while (
    tokens[to]?.text === '-' &&
    !tokens[to]?.spaced &&
    tokens[to + 1]?.kind === 'number' &&
    !tokens[to + 1]?.spaced
  ) {
    to += 2;
    numbers++;
  }
  return numbers >= LONG_ROW ? to : at;
}

/** The token after a phone number that begins at `at` ("+44 20 7946 0123", "(555) 123-4567"), or `at`. */
export function skipPhone(tokens: readonly Token[], at: number): number {
  const international = tokens[at]?.text === '+' && tokens[at + 1]?.spaced === false;
  if (!international && !beginsPhone(tokens, at) && !beginsWithZero(tokens, at)) return at;
  let i = international ? at + 1 : at;
  let groups = 0;
  let digits = 0;
  for (; i < tokens.length && groups < 8; i++) {
    const token = tokens[i];
    if (token?.kind === 'number' && /^[\d ]+$/.test(token.text) && token.text.length <= 12) {
      groups += token.text.split(' ').length;
      digits += token.text.replaceAll(' ', '').length;
    } else if (
      !(token?.kind === 'mark' && '()-‑'.includes(token.text)) ||
      (groups > 0 && token.spaced && token.text !== '(')
    )
      break;
  }
  const enough = international ? groups >= 3 && digits >= 9 : groups >= 3 && digits >= 10;
  return enough && digits <= 15 ? i : at;
}
