import type { Row, Table } from '../markdown/block';
import type { Event, PartKind, Section } from '../report/report';
import { enclosingSections } from '../report/sections';
import { lacksName, sourceColumn } from '../report/source-column';
import { isTotalRow, rowSpan } from '../report/tables';
import { announces } from '../report/titles';
import { citeFix } from './cite-fix';
import type { Rule } from './rule';
import { rowsOfSums } from './tables';

/** Tables of opinions and expectations need no source. */
const OPINIONS: ReadonlySet<PartKind> = new Set([
  'judgments',
  'predictions',
  'decisions',
  'risks',
  'sources',
]);

export const missingSource: Rule = {
  id: 'missing-source',
  family: 'verification',
  severity: 'warning',
  summary: 'An event or a row of data that names no source at all.',
  *check(reading) {
    const { report, sourced } = reading;
    const isSourced = ({ source, span, titleSpan }: Event) =>
      source !== undefined || reading.hasSource(span) || sourced.covers(titleSpan);
    const open = report.events.filter(event => !isSourced(event));
    // A text that gives no event a source tells its own story; only a part of events promises more.
    const someSourced = open.length < report.events.length;
    for (const event of open) {
      if (reading.figuresIn(event.span).length === 0) continue;
      if (!someSourced && !isUnderEvents(reading.sectionAt(event.span))) continue;
      yield {
        span: event.titleSpan,
        message: `The event “${event.title}” names no source.`,
        fixes: [citeFix(reading, event.titleSpan)],
      };
    }
    const sums = rowsOfSums(reading);
    for (const section of report.sections) {
      if (OPINIONS.has(section.part)) continue;
      for (const block of section.blocks) {
        if (block.kind !== 'table') continue;
        for (const row of rowsWithoutSource(block)) {
          const first = row.cells[0]?.span ?? row.span;
          if (
            sums.has(row) ||
            isEvent(row, reading.eventAt(first)) ||
            sourced.covers(rowSpan(row)) ||
            reading.figuresIn(rowSpan(row)).length === 0
          )
            continue;
          yield {
            span: first,
            message: `The row “${row.cells[0]?.prose.text.trim() ?? ''}” names no source.`,
            fixes: [citeFix(reading, first)],
          };
        }
      }
    }
  },
};

/** True for a row that is an event itself: as such it has been asked for its source. */
function isEvent(row: Row, event: Event | undefined): boolean {
  return event !== undefined && event.span.start >= row.span.start && event.span.end <= row.span.end;
}

/** True below a heading that says that events follow. */
function isUnderEvents(section: Section | undefined): boolean {
  return (
    section !== undefined && [...enclosingSections(section)].some(({ title }) => announces(title, 'events'))
  );
}

/** Rows whose source cell is empty or holds a dash or the like, in a table that has a column for sources. */
function rowsWithoutSource(table: Table): Row[] {
  const column = sourceColumn(table);
  if (column === undefined) return [];
  return table.rows.filter(row => {
    const cell = row.cells[column];
    return !isTotalRow(row) && cell !== undefined && lacksName(cell);
  });
}
