// Key data: rows of tables that give a value to a named measure.
import { bareTitle } from '../markdown/flattened';
import type { Metric, Section } from './report';
import { cellField, columnOf, isTotalRow, NAME_HEADER, rowSpan, SOURCE_HEADER, VALUE_HEADER } from './tables';

export function readMetrics(sections: readonly Section[]): Metric[] {
  return sections.flatMap(section =>
    section.blocks.flatMap(block => {
      if (block.kind !== 'table') return [];
      const nameColumn = columnOf(block, NAME_HEADER) ?? (section.part === 'data' ? 0 : undefined);
      const valueColumn = columnOf(block, VALUE_HEADER);
      if (nameColumn === undefined || valueColumn === undefined || valueColumn === nameColumn) return [];
      const sourceColumn = columnOf(block, SOURCE_HEADER);
      return block.rows.flatMap((row): Metric[] => {
        const name = cellField(row, nameColumn);
        if (!name || isTotalRow(row)) return [];
        const cell = row.cells[valueColumn];
        const value = {
          text: cell?.prose.text.trim() ?? '',
          span: cell?.span ?? { start: row.span.end, end: row.span.end },
        };
        return [
          { name: bareTitle(name.text), value, source: cellField(row, sourceColumn), span: rowSpan(row) },
        ];
      });
    }),
  );
}
