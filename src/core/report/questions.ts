// Open questions: what the report asks and does not answer.
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { type Entry, entriesOf, leavesOf, textOf } from './entries';
import type { Question, Section } from './report';
import { sentencesOf } from './sentences';
import { cellField, columnsOf, rowSpan, wordiestColumn } from './tables';

export function readQuestions(sections: readonly Section[]): Question[] {
  return sections.flatMap(section => {
    if (section.part !== 'questions') return [];
    const isAsked = section.heading && section.parent?.part === 'questions' && asks(section.title);
    if (isAsked) return [{ text: section.title, span: section.span }];
    return [
      ...[...leavesOf(entriesOf(section), isTopic)].flatMap(({ entry }) =>
        entry.form === 'paragraph' && !entry.marked ? questionsIn(entry) : (questionOf(entry) ?? []),
      ),
      ...section.blocks.flatMap(block => (block.kind === 'table' ? questionRows(block) : [])),
    ];
  });
}

function questionOf(entry: Entry): Question | undefined {
  const named = entry.marked && entry.body && /[:：.]\s*$/.test(entry.lead.text) && asks(entry.body.text);
  const text = bareTitle(named ? (entry.body?.text ?? '') : textOf(entry)).replace(/^[:：–—\s-]+/, '');
  return text === '' || (entry.form !== 'item' && !asks(text)) ? undefined : { text, span: entry.span };
}

/** Every sentence of a paragraph that asks. */
function questionsIn({ prose }: Entry): Question[] {
  return sentencesOf(prose.text).flatMap(({ start, end }): Question[] => {
    const text = bareTitle(prose.text.slice(start, end));
    return asks(text) ? [{ text, span: prose.toSpan({ start, end }) }] : [];
  });
}

/** A topic with its questions under it. */
function isTopic(entry: Entry): boolean {
  return !asks(textOf(entry)) && entry.children.some(child => asks(textOf(child)));
}

function asks(text: string): boolean {
  return /[?？]["”’)]?\s*$/.test(text);
}

function questionRows(table: Table): Question[] {
  const column = columnsOf(table).question ?? wordiestColumn(table, []);
  return table.rows.flatMap((row): Question[] => {
    const field = cellField(row, column);
    return field ? [{ text: bareTitle(field.text), span: rowSpan(row) }] : [];
  });
}
