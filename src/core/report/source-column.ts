// The column of a table that names the source of each row: by its header, or by what its cells hold.
import type { Cell, Table } from '../markdown/block';
import { Known } from '../text/identity';
import { flat } from '../text/lists';
import { remember } from '../text/remember';
import { columnOf, SOURCE_HEADER } from './tables';

const HEADER =
  /^(?:(?:data|main|primary|original) )?(?:sources?|evidence|references?|refs?\.?|origin|documentation|provenance|attribution|based on|according to|reported by|tie-out|citations?|data from|where (?:(?:it|this|they) comes? )?from|taken from|reported in|said by)(?: \(?s?\)?)?$/i;

/** A cell that names no source: empty, or with a sign for that. */
export function lacksName({ prose }: Cell): boolean {
  return /^(?:[-–—−?]|n\/?a|none|tb[acd])?$/i.test(prose.text.trim()) && prose.marks.length === 0;
}

const known = new Known<{ readonly column: number | undefined }>();

/** Index of the source column, if the table has one. */
export function sourceColumn(table: Table): number | undefined {
  return remember(known, table.identity, () => ({ column: readColumn(table) })).column;
}

function readColumn(table: Table): number | undefined {
  const named = columnOf(table, SOURCE_HEADER) ?? columnOf(table, HEADER);
  if (named !== undefined) return named;
  const columns = table.header.cells.map((_, column) => column).slice(1);
  return columns.find(column => {
    const cells = flat(table.rows, row => row.cells[column] ?? []);
    if (cells.filter(namesSource).length * 2 <= cells.length) return false;
    return cells.filter(({ prose }) => prose.text.trim() !== '' || prose.marks.length > 0).length > 1;
  });
}

/** True for a cell that is nothing but a citation, a footnote, a link or "Source: …". */
function namesSource({ prose }: Cell): boolean {
  if (/^\s*sources?\s?[:：]/i.test(prose.text)) return true;
  if (prose.marks.length === 0) return false;
  const linked = prose.marks.reduce(
    (sum, mark) => sum + (mark.kind === 'strong' ? 0 : mark.at.end - mark.at.start),
    0,
  );
  const cited = prose.marks.some(mark => mark.kind !== 'strong');
  return cited && prose.text.replace(/[\s;,.()]/g, '').length <= linked + 2;
}
