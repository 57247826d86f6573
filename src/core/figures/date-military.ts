// Dates as armed forces and agencies write them: 20APR26, 20 APR 26, 201430Z APR 26, 201430ZAPR26.
import { monthNumber, two } from './calendar';
import { attached, type DateTokens, dayOf, digits, shortYear } from './date-parts';
import type { Token } from './tokens';

/** Letters and digits that follow the day or the hour: the letter of a zone, a month in capitals, a year. */
const AFTER = /^([A-Z]??)([A-Z]{3})?((?<=[A-Z]{3})(?:20)?\d\d)?$/;

/** Day, perhaps the hour with the letter of its zone, month in capitals and year. */
export function militaryDate(tokens: readonly Token[], at: number): DateTokens | undefined {
  const hasClock = tokens[at]?.text.length === 6;
  const day = hasClock ? dayOfClock(tokens[at]) : dayOf(tokens[at]);
  const next = tokens[at + 1];
  if (day === undefined || next?.kind !== 'word' || next.text === next.lower) return undefined;
  if (hasClock && !attached(next)) return undefined;
  const [, zone = '', ownMonth, ownYear] = AFTER.exec(next.text) ?? [];
  if (zone !== '' && !hasClock) return undefined;
  let to = at + 2;
  const letters = ownMonth ?? tokens[to++]?.text ?? '';
  const month = /^[A-Z]{3}$/.test(letters) ? monthNumber(letters.toLowerCase()) : undefined;
  const written =
    ownYear === undefined ? shortYear(tokens, to) : { year: Number(ownYear.padStart(4, '20')), to };
  if (month === undefined || !written || (ownMonth === undefined && zone === '')) return undefined;
  const { year } = written;
  return { from: at, to: written.to, edtf: `${year}-${two(month)}-${two(day)}`, precision: 'day' };
}

/** The day of "201430": the 20th, at 14:30. */
function dayOfClock(token: Token | undefined): number | undefined {
  const value = digits(token, 6, 6);
  if (value === undefined || Math.floor(value / 100) % 100 > 23 || value % 100 > 59) return undefined;
  const day = Math.floor(value / 10000);
  return day >= 1 && day <= 31 ? day : undefined;
}
