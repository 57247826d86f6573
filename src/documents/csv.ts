// Comma-separated values and their kin: one table, with the numbers of its rows.
import Papa from 'papaparse';
import type { SourceDocument } from '../core';
import { decodeText } from './decode';
import { MarkdownWriter } from './writer';

export function readCsv(bytes: Uint8Array, path: string): SourceDocument {
  const source = decodeText(bytes);
  const rows = Papa.parse<string[]>(source, { delimiter: delimiterOf(source) }).data;
  const filled = rows
    .map((cells, index) => ({ cells, number: index + 1 }))
    .filter(({ cells }) => cells.some(cell => cell.trim()));
  const writer = new MarkdownWriter();
  const begin = Math.max(
    0,
    filled.findIndex(({ cells }) => !isNote(cells)),
  );
  const notes = filled.slice(0, begin);
  // What stands in one cell above the header is the table's title and notes.
  for (const { cells } of notes) writer.paragraph(cells.join(' '));
  const table = filled.slice(begin);
  writer.table(
    table.map(({ cells }) => cells),
    table.map(({ number }) => number),
  );
  return { path, format: 'csv', title: notes[0]?.cells.join(' ').trim(), ...writer.finish() };
}

const DELIMITERS = [',', ';', '\t', '|'];
/** How many rows tell what parts the values. */
const FIRST_ROWS = 20;

/** What makes the most rows of one width. */
function delimiterOf(source: string): string {
  const best = { delimiter: ',', rows: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    for (const { length } of Papa.parse<string[]>(source, { delimiter, preview: FIRST_ROWS }).data)
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    const rows = Math.max(0, ...widths.values());
    if (rows > best.rows) Object.assign(best, { delimiter, rows });
  }
  return best.delimiter;
}

/** A row of a table of several columns with words in its first one alone. */
function isNote(cells: readonly string[]): boolean {
  return cells.slice(1).every(cell => !cell.trim());
}
