// How the dates and periods of two mentions relate, as far as they are known.
import { once } from '../text/remember';

/** `same`: one and the same; `meets`: they have days in common; `unknown`: one of them tells too little. */
export type PeriodRelation = 'same' | 'meets' | 'apart' | 'unknown';

interface Days {
  /** Undefined when the year is unknown. */
  readonly year: number | undefined;
  /** The first and the last day, counted from the start of the year in months of 31 days. */
  readonly first: number;
  readonly last: number;
}

const YEAR = 372;
const END = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Compares two EDTF dates or periods. */
export function relationOf(a: string, b: string): PeriodRelation {
  const one = daysOf(a);
  const other = a === b ? one : daysOf(b);
  if (!one || !other) return 'unknown';
  const known = one.year !== undefined && other.year !== undefined;
  // "in June" and "June 2025" may be one month; two dates without their years tell little.
  const shift = known ? ((one.year ?? 0) - (other.year ?? 0)) * YEAR : 0;
  const [first, last] = [one.first + shift, one.last + shift];
  if (first > other.last || last < other.first) return 'apart';
  const [length, otherLength] = [last - first + 1, other.last - other.first + 1];
  const alike = Math.max(length, otherLength) <= Math.min(length, otherLength) * 1.2;
  return alike && Math.abs(first - other.first) <= Math.max(1, length * 0.1) ? 'same' : 'meets';
}

const UNTOLD = 'untold';
const readOnce = once((edtf: string) => readDays(edtf) ?? UNTOLD);

function daysOf(edtf: string): Days | undefined {
  const days = readOnce(edtf);
  return days === UNTOLD ? undefined : days;
}

function readDays(edtf: string): Days | undefined {
  const [from = '', to = from] = edtf.split('/');
  const [first, last] = [END.exec(from), END.exec(to)];
  if (!first || !last) return undefined;
  const year = first[1] === 'XXXX' ? undefined : Number(first[1]);
  const years = year === undefined || last[1] === 'XXXX' ? 0 : Number(last[1]) - year;
  const start = (Number(first[2] ?? 1) - 1) * 31 + Number(first[3] ?? 1);
  const month = Number(last[2] ?? 12);
  return { year, first: start, last: years * YEAR + (month - 1) * 31 + Number(last[3] ?? 31) };
}
