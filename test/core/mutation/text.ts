// Reads a correct report by plain patterns of its own, so that the checker is not its own judge.
import type { Span } from '../../../src/core';

export interface Amount {
  readonly span: Span;
  /** "€", "$", "£" or ''. */
  readonly currency: string;
  /** The digits as written, and where they stand. */
  readonly digits: string;
  readonly number: Span;
  readonly value: number;
  /** "million", "%", "MW" … or ''. */
  readonly unit: string;
}

const AMOUNT =
  /([$€£])?(?<![\d.,–-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(billion|million|thousand(?: TEU)?|percentage points|GWh|MWh|GW|MW|days|bn|bps|pp|m|p|%)(?![\p{L}]))?/gu;

/** The amounts in a stretch of the text; years and numbers of days in dates are none. */
export function amountsIn(text: string, { start, end }: Span): Amount[] {
  return [...text.slice(start, end).matchAll(AMOUNT)].flatMap(match => {
    const [whole, currency = '', digits = '', unit = ''] = match;
    const from = start + match.index;
    const isYear = /^(?:19|20)\d\d$/.test(digits) && unit === '' && currency === '';
    if (isYear) return [];
    return {
      span: { start: from, end: from + whole.length },
      currency,
      digits,
      number: { start: from + currency.length, end: from + currency.length + digits.length },
      value: Number(digits.replaceAll(',', '')),
      unit,
    };
  });
}

/** What two mentions of one amount have in common. */
export function keyOf({ currency, value, unit }: Amount): string {
  return `${currency}${value}${unit}`;
}

/** Lines of prose: no headings, rows of tables or definitions of footnotes. */
export function proseLines(text: string): Span[] {
  return linesOf(text).filter(
    line => !/^\s*(?:$|#|\||\[\^[^\]]+\]:|<!--)/.test(text.slice(line.start, line.end)),
  );
}

export function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The sentences of a line. */
export function sentencesOf(text: string, line: Span): Span[] {
  return [...text.slice(line.start, line.end).matchAll(/\S.*?(?:[.!?](?:\[\^\w+\])*(?=\s|$)|$)/g)].map(
    match => ({
      start: line.start + match.index,
      end: line.start + match.index + match[0].length,
    }),
  );
}

export interface Cell {
  readonly span: Span;
  /** Undefined for a cell that is no plain number. */
  readonly value: number | undefined;
}

/** The cells of each table, header and rows, without the delimiter row. */
export function tablesOf(text: string): Cell[][][] {
  const tables: Cell[][][] = [];
  let previous = -2;
  for (const line of linesOf(text)) {
    const source = text.slice(line.start, line.end);
    if (!source.startsWith('|')) continue;
    if (line.start !== previous + 1) tables.push([]);
    previous = line.end;
    if (!/^[|\s:-]+$/.test(source)) tables.at(-1)?.push(cellsOf(source, line.start));
  }
  return tables;
}

function cellsOf(source: string, at: number): Cell[] {
  return [...source.matchAll(/\|([^|]*)(?=\|)/g)].map(match => {
    const inner = match[1] ?? '';
    const shown = inner.replaceAll('*', '').trim();
    const start = at + match.index + 1 + inner.indexOf(shown);
    const value = /^-?\d[\d,]*(?:\.\d+)?$/.test(shown) ? Number(shown.replaceAll(',', '')) : undefined;
    return { span: { start, end: start + shown.length }, value };
  });
}
