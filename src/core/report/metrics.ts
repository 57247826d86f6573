// Key data: named measures with their values, in the rows of tables or in "Name: value" lines.
import { findDates, headerOf } from '../figures';
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import type { Prose } from '../markdown/prose';
import { flat } from '../text/lists';
import { type Entry, entriesOf, leavesOf } from './entries';
import { fieldKindOf } from './fields';
import { isHorizon } from './horizons';
import type { Field, Metric, Section } from './report';
import { sourceColumn } from './source-column';
import { cellField, columnOf, isTotalRow, NAME_HEADER, rowSpan, VALUE_HEADER } from './tables';

export function readMetrics(sections: readonly Section[]): Metric[] {
  return sections
    .flatMap(section => [
      ...section.blocks.flatMap(block => (block.kind === 'table' ? metricRows(block, section) : [])),
      ...(section.part === 'data' ? metricLines(section) : []),
    ])
    .sort((a, b) => a.span.start - b.span.start);
}

function metricRows(table: Table, section: Section): Metric[] {
  // Names without a header, or under the unit of the table, stand beside columns of values.
  const named =
    columnOf(table, NAME_HEADER) ??
    (section.part === 'data' ? (columnOf(table, /^$/) ?? unitAbove(table)) : undefined);
  const nameColumn = named ?? (section.part === 'data' ? 0 : undefined);
  const valueColumn =
    columnOf(table, VALUE_HEADER) ?? (named === undefined ? undefined : latestPeriod(table));
  if (nameColumn === undefined || valueColumn === undefined || valueColumn === nameColumn) return [];
  const sources = sourceColumn(table);
  return flat(table.rows, (row): Metric[] => {
    const name = cellField(row, nameColumn);
    if (!name || (isTotalRow(row) && !NAMES_TOTAL.test(name.text))) return [];
    const cell = row.cells[valueColumn];
    const value = {
      text: cell?.prose.text.trim() ?? '',
      span: cell?.span ?? { start: row.span.end, end: row.span.end },
    };
    return [{ name: bareTitle(name.text), value, source: cellField(row, sources), span: rowSpan(row) }];
  });
}

/** "Total revenue of the clubs": a measure by itself, rather than the sum of the rows. */
const NAMES_TOTAL = /^total \p{Ll}+ (?:of|for|in|at|from|by|per)\s/iu;

/** "£ million" above the names of the rows. */
function unitAbove(table: Table): number | undefined {
  return headerOf(table.header.cells[0]?.prose.text.trim() ?? '').unit === undefined ? undefined : 0;
}

/** The column of the latest period, whichever way they run: "2023 | 2024 | 2025", "FY25 | FY24". */
function latestPeriod(table: Table): number | undefined {
  let latest: number | undefined;
  let start = '';
  table.header.cells.forEach((cell, column) => {
    const period = periodOf(cell.prose.text.trim());
    if (period === undefined || (latest !== undefined && period <= start)) return;
    latest = column;
    start = period;
  });
  return latest;
}

/** The EDTF value of a header that is a period and nothing else; "Week 27" has its number, and is earlier than any date. */
function periodOf(header: string): string | undefined {
  const [date] = findDates(header);
  const isWhole = date?.span.start === 0 && date.span.end === header.length;
  const number = /\d{1,3}$/.exec(header)?.[0] ?? '';
  return isWhole || isHorizon(header) ? (date?.edtf ?? number.padStart(4, '0')) : undefined;
}

function metricLines(section: Section): Metric[] {
  const leaves = [...leavesOf(entriesOf(section), entry => !isNameAndValue(entry.prose.text))];
  const lines = flat(leaves, ({ entry }) => lineOf(entry) ?? []);
  const isList = lines.filter(({ line }) => VALUE.test(line.value)).length * 2 >= lines.length;
  return isList ? lines.map(({ metric }) => metric) : [];
}

const NAME_AND_VALUE = /^\s*(\S[^:：\n]{1,120}?)\s*(?::(?=\s)|：|\s[–—=|](?=\s))\s*(\S[^\n]*)/u;
/** A value starts with a figure, after a qualifier at most, or says that it is missing. */
const VALUE =
  /^(?:(?:about|around|approx(?:imately|\.)?|over|under|up to|at least|at most|more than|less than|nearly|almost|some|roughly|between|from|the) )?(?:[~≈<>±+−–-]\s?)?(?:[A-Z]{1,3}\s?)?[\p{Sc}]?\s?\d|^(?:n\/?a|tb[acd]|to be \w+|not \w+|unknown|pending|[–—-]|\.\.)(?:\b|\s|$)|^⚠/iu;
const SOURCE_NOTE = /\s*[([](?:data )?sources?\s?[:：]\s*([^()[\]]{2,200})[)\]]\s*$/i;

/** True for a line such as "Vacancy rate: 4.5%". */
export function isNameAndValue(text: string): boolean {
  const line = NAME_AND_VALUE.exec(text.slice(0, 400));
  return (
    line !== null && VALUE.test(line[2] ?? '') && fieldKindOf(line[1] ?? '') !== 'source' && !isTold(line)
  );
}

const MOST_WORDS = 14;

/** "Ore had a good month. Shipments: 3 million tonnes …", "The order book is thin: 137 capes are …": text, no line of data. */
function isTold([, name = '', value = '']: readonly string[]): boolean {
  const [first = ''] = value.replace(SOURCE_NOTE, '').split(/[.;](?:\s|$)/, 1);
  return /[.!?]\s/.test(name) || first.split(/\s+/).length > MOST_WORDS;
}

/** "**$6.42** – wheat, a bushel": a figure that stands before what it measures. */
function valueFirst({ prose, marked, lead, body, fields, span }: Entry): ReturnType<typeof lineOf> {
  const isFigure = marked && /\d/.test(lead.text) && !/\p{L}{3,} \p{L}{3,} \p{L}{3,}/u.test(lead.text);
  const name = body?.text.replace(/^[\s:：–—=|-]+/, '').split(/[.;](?:\s|$)/, 1)[0] ?? '';
  if (!isFigure || !VALUE.test(lead.text) || VALUE.test(name) || name.split(/\s+/).length > MOST_WORDS)
    return undefined;
  if (!/^\s*[:：–—=|-]\s/.test(prose.text.slice(prose.text.indexOf(lead.text) + lead.text.length)))
    return undefined;
  const value = { text: lead.text, span: lead.span };
  return {
    metric: { name: bareTitle(name), value, source: fields.get('source'), span },
    line: { value: lead.text },
  };
}

function lineOf(entry: Entry): { metric: Metric; line: { value: string } } | undefined {
  const { prose } = entry;
  const first = valueFirst(entry);
  if (first) return first;
  const line = NAME_AND_VALUE.exec(prose.text.slice(0, 1000));
  const [whole, name = '', value = ''] = line ?? [];
  if (
    whole === undefined ||
    (line && isTold(line)) ||
    fieldKindOf(name) === 'source' ||
    !(VALUE.test(value) || /\d/.test(value))
  )
    return undefined;
  const noted = SOURCE_NOTE.exec(value);
  const text = noted ? value.slice(0, noted.index) : value;
  const start = whole.length - value.length;
  const source =
    noted?.[1] === undefined
      ? entry.fields.get('source')
      : fieldAt(prose, start + value.lastIndexOf(noted[1]), noted[1]);
  return {
    metric: { name: bareTitle(name), value: fieldAt(prose, start, text.trimEnd()), source, span: entry.span },
    line: { value },
  };
}

function fieldAt(prose: Prose, start: number, text: string): Field {
  return { text, span: prose.toSpan({ start, end: start + text.length }) };
}
