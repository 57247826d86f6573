import type { Rule } from './rule';

export const raggedTable: Rule = {
  id: 'ragged-table',
  family: 'text',
  severity: 'warning',
  summary: 'A table row with more or fewer cells than its header.',
  *check({ report }) {
    for (const block of report.blocks) {
      if (block.kind !== 'table') continue;
      const wanted = block.header.cells.length;
      for (const row of block.rows) {
        const has = row.cells.length;
        if (has === wanted) continue;
        const last = row.cells.at(-1);
        const kept = row.cells[wanted - 1];
        const closed = report.text[row.span.end - 1] === '|';
        const pad = {
          span: { start: row.span.end, end: row.span.end },
          newText: `${closed ? '' : ' |'}${'  |'.repeat(Math.max(0, wanted - has))}`,
        };
        const merged = kept &&
          last && {
            span: { start: kept.span.start, end: last.span.end },
            newText: report.text.slice(kept.span.start, last.span.end).replace(/\s*(?<!\\)\|\s*/g, ' – '),
          };
        yield {
          span: row.span,
          message: `This row has ${has} cells, its header ${wanted}.`,
          fixes: [
            has < wanted
              ? { kind: 'edits', title: 'Add empty cells at its end', edits: [pad], certain: false }
              : {
                  kind: 'edits',
                  title: 'Merge the last cells',
                  edits: merged ? [merged] : [],
                  certain: false,
                },
          ],
        };
      }
    }
  },
};
