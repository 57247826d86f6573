// What the columns of a table hold, by their headers.
import type { Cell, Row, Table } from '../markdown/block';
import { spanOf } from '../text/span';
import type { Field } from './report';

export const SOURCE_HEADER =
  /^(?:(?:data |original |main |primary )?sources?|references?|refs?\.?|cited from|origin)$/i;
export const CONFIDENCE_HEADER = /\bconfidence\b|\bcertainty\b|\bconviction\b/i;
export const HORIZON_HEADER = /\bhorizon\b|\btime ?frame\b|^by when$|^timing$|^when$/i;
export const DATE_HEADER = /^(?:date|day|when|announced|date announced|announcement date|time|month)$/i;
export const VALUE_HEADER = /^(?:values?|figures?|amounts?|numbers?|level|latest|data|result|reading)\b/i;
export const NAME_HEADER =
  /^(?:key )?(?:metrics?|indicators?|measures?|items?|kpis?|data points?|parameters?|statistics?)$/i;

/** Index of the first column whose header matches. */
export function columnOf(table: Table, header: RegExp): number | undefined {
  const index = table.header.cells.findIndex(cell => header.test(cell.prose.text.trim()));
  return index < 0 ? undefined : index;
}

/** The cell's text as a field; undefined when the row has no such cell or it is empty. */
export function cellField(row: Row, column: number | undefined): Field | undefined {
  const cell = column === undefined ? undefined : row.cells[column];
  return cell && cell.prose.text.trim() !== '' ? fieldOf(cell) : undefined;
}

export function fieldOf(cell: Cell): Field {
  return { text: cell.prose.text.trim(), span: cell.span };
}

/** A row that sums up the others. */
export function isTotalRow(row: Row): boolean {
  const name = row.cells[0]?.prose.text.trim().toLowerCase() ?? '';
  return /^(?:grand |sub-?)?totals?\b|^all\b|^sum\b|^overall$|^combined$/.test(name);
}

/** Span from the first to the last cell of a row. */
export function rowSpan(row: Row): { start: number; end: number } {
  const first = row.cells[0]?.span ?? row.span;
  const last = row.cells.at(-1)?.span ?? row.span;
  return spanOf(Math.min(first.start, row.span.start), Math.max(last.end, first.end));
}
