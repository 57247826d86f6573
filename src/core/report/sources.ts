// Sources that the report names, in whichever form, with the text that each covers.
import type { Block, Table } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import { flat } from '../text/lists';
import { remember } from '../text/remember';
import { overlaps, type Span } from '../text/span';
import type { Steps } from '../text/steps';
import { attributionsIn } from './attributions';
import { eventScopes } from './events';
import { habitualBrackets } from './habitual-brackets';
import { type NumberedReferences, numberedReferences, referencesIn } from './numbered-references';
import type { Event, Field, Section, SourceName, SourceNote } from './report';
import { endWithChildren } from './sections';
import { lacksName, sourceColumn } from './source-column';
import { LONGEST_LINE, labelledSources, sourceLabel } from './source-labels';
import { fieldOf, isTotalRow, rowSpan } from './tables';
import { isOnlyCounted, namesNobody } from './vague';

/** Every source note of the report, in text order. */
export function* readSources(sections: readonly Section[], events: readonly Event[]): Steps<SourceNote[]> {
  const notes: SourceNote[] = [];
  const finder = eventScopes(events);
  const titles = footnoteTitles(sections);
  const references = numberedReferences(sections);
  const whole = { start: sections[0]?.span.start ?? 0, end: sections.at(-1)?.span.end ?? 0 };
  for (const [index, section] of sections.entries()) {
    yield;
    const widen = (scope: Span): Span[] => {
      const event = finder.innermost({ start: scope.start, end: scope.start });
      return event ? [scope, event.span] : [scope];
    };
    if (section.heading) {
      const scope = { start: section.span.start, end: endWithChildren(sections, index) };
      notes.push(...markNotes(section.heading.prose, titles, () => [scope]));
    }
    section.blocks.forEach((block, i) => {
      if (block.kind === 'footnote') return;
      if (block.kind === 'table') {
        notes.push(...tableNotes(block, titles, references));
        return;
      }
      const covered = [block.span, ...introducedBy(section, i)];
      notes.push(
        ...markNotes(block.prose, titles, () => flat(covered, widen)),
        ...referencesIn(block.prose, references, () => flat(covered, widen)),
      );
      const lines = labelledSources(block.prose).map(({ field, alone }) =>
        noteOf('line', field, widen(alone ? coveredBy(section, i) : noted(section, i))),
      );
      const isInLine = (note: SourceNote) => lines.some(line => overlaps(line.span, note.span));
      notes.push(...lines, ...attributionsIn(block.prose, whole).filter(note => !isInLine(note)));
    });
  }
  yield;
  notes.push(...habitualBrackets(sections, notes));
  const starts = new Set(notes.map(note => note.span.start));
  for (const event of events) {
    if (event.source && !starts.has(event.source.span.start))
      notes.push(noteOf('line', event.source, [event.span]));
  }
  return notes.sort((a, b) => a.span.start - b.span.start);
}

/** The table, unless it has a column of its own for sources, or, behind a colon, the list that a block introduces. */
function introducedBy({ blocks }: Section, index: number): Span[] {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (next?.kind === 'table') return sourceColumn(next) === undefined ? [next.span] : [];
  if (block?.kind !== 'paragraph' || next?.kind !== 'item' || !/[:：]\s*$/.test(block.prose.text)) return [];
  const after = blocks.slice(index + 1).findIndex(other => other.kind !== 'item');
  const last = blocks[after < 0 ? blocks.length - 1 : index + after] ?? next;
  return [{ start: next.span.start, end: last.span.end }];
}

/** What footnotes say, by their keys: the names of the sources that they are. */
type Titles = ReadonlyMap<string, string>;

function footnoteTitles(sections: readonly Section[]): Titles {
  const titles = new Map<string, string>();
  for (const section of sections) {
    for (const block of section.blocks) {
      const title =
        block.kind === 'footnote' ? block.prose.text.trim().replace(/\s+/g, ' ').replace(/\.$/, '') : '';
      if (block.kind === 'footnote' && title !== '')
        titles.set(block.key, title.length > 80 ? `${title.slice(0, 79)}…` : title);
    }
  }
  return titles;
}

/**
 * A source line covers the text before it: back to the heading where its section has no other, else the paragraph, list
 * or table that it stands behind.
 */
function coveredBy(section: Section, index: number): Span {
  const { blocks } = section;
  const isOnly = remember(lineCounts, section, () => blocks.filter(isSourceLine).length) < 2;
  let start = index;
  while (
    start > 0 &&
    (isOnly ? !endsSources(section, start - 1, index) : reachesBack(section, start - 1, index))
  )
    start--;
  return {
    start: blocks[start]?.span.start ?? 0,
    end: blocks[index]?.span.end ?? 0,
  };
}

/** "Notes: rounded. Source: port office." right behind a table speaks for the table too. */
function noted({ blocks }: Section, index: number): Span {
  const [table, note] = [blocks[index - 1], blocks[index]];
  const start = note?.span.start ?? 0;
  const isNote =
    table?.kind === 'table' && note?.kind === 'paragraph' && /^\W*notes?\b/i.test(note.prose.text);
  return { start: isNote ? table.span.start : start, end: note?.span.end ?? start };
}

/** How many source lines a section has. */
const lineCounts = new WeakMap<Section, number>();

function isSourceLine(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && sourceLabel(block.prose.text) !== undefined;
}

/** A table with a column of its own for sources needs none that stands behind other text. */
function endsSources({ blocks }: Section, at: number, line: number): boolean {
  const block = blocks[at];
  return block?.kind === 'table' && at < line - 1 && sourceColumn(block) !== undefined;
}

/** True for the block right before a source line, for the other items of its list, and for what introduces these or a table. */
function reachesBack({ blocks }: Section, at: number, line: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (isSourceLine(block)) return false;
  if (at === line - 1) return true;
  if (next?.kind === 'item') return block?.kind === 'item' || block?.kind === 'paragraph';
  return next?.kind === 'table' && block?.kind === 'paragraph';
}

function markNotes(prose: Prose, titles: Titles, scopes: () => readonly Span[]): SourceNote[] {
  if (prose.marks.length === 0) return [];
  return flat(prose.marks, (mark): SourceNote[] => {
    if (mark.kind === 'strong') return [];
    if (mark.kind === 'link') {
      const name = prose.text.slice(mark.at.start, mark.at.end).trim();
      const names = [{ name, key: undefined, span: prose.toSpan(mark.at), url: mark.url }];
      return [{ kind: 'link', span: mark.span, text: name, names, scopes: scopes() }];
    }
    const keys = mark.kind === 'citation' ? mark.keys : [mark.key];
    const names = keys.map(
      (key): SourceName => ({ name: titles.get(key) ?? key, key, span: mark.span, url: undefined }),
    );
    return [{ kind: mark.kind, span: mark.span, text: keys.join(', '), names, scopes: scopes() }];
  });
}

/** Source cells cover their rows, and so do links, footnotes and citations in other cells. */
function tableNotes(table: Table, titles: Titles, references: NumberedReferences): SourceNote[] {
  const column = sourceColumn(table);
  const inHeader = flat(table.header.cells, cell => markNotes(cell.prose, titles, () => [table.span]));
  // A total rests on what its parts rest on.
  const totals = table.rows.filter(isTotalRow).map(rowSpan);
  const sourced = table.rows.find(row => row.cells.some((cell, i) => i === column && !lacksName(cell)));
  const inRows = flat(table.rows, row => {
    const scopes = row === sourced ? [rowSpan(row), ...totals] : [rowSpan(row)];
    return flat(row.cells, (cell, i) => {
      const marks = [
        ...markNotes(cell.prose, titles, () => scopes),
        ...(i === column ? [] : referencesIn(cell.prose, references, () => scopes)),
      ];
      const isSource =
        i === column && !lacksName(cell) && marks.length === 0 && /[\p{L}\p{N}]/u.test(cell.prose.text);
      if (isSource) return [noteOf('cell', fieldOf(cell), scopes)];
      return [...marks, ...labelledSources(cell.prose).map(({ field }) => noteOf('line', field, scopes))];
    });
  });
  return [...inHeader, ...inRows];
}

function noteOf(kind: SourceNote['kind'], field: Field, scopes: readonly Span[]): SourceNote {
  return { kind, span: field.span, text: field.text, names: sourceNames(field), scopes };
}

/** "Amazon official announcement, Bloomberg reports (original note: …)" names two sources. */
function sourceNames(field: Field): SourceName[] {
  const text = field.text
    .slice(0, LONGEST_LINE)
    .replace(/[(（][^()（）]{0,300}[)）]/g, note => ' '.repeat(note.length));
  const separator = text.includes(';') ? /;/g : /[,，、]\s+(?=\p{Lu}[\p{L}&.-]*\s+\p{L})/gu;
  const names: SourceName[] = [];
  let start = 0;
  for (const cut of [
    ...[...text.matchAll(separator)].map(match => ({ at: match.index, end: match.index + match[0].length })),
    { at: text.length, end: text.length },
  ]) {
    const name = text.slice(start, cut.at).trim().replace(/\.$/, '');
    if (/\p{L}/u.test(name) && !namesNobody(name) && !isOnlyCounted(name))
      names.push({ name, key: undefined, span: field.span, url: undefined });
    start = cut.end;
  }
  return names;
}
