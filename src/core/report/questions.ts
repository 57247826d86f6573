// Open questions: what the report asks and does not answer.
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import type { Prose } from '../markdown/prose';
import { flat } from '../text/lists';
import { type Entry, entriesOf, leavesOf, textOf } from './entries';
import type { Question, Section } from './report';
import { sentencesOf } from './sentences';
import { cellField, columnOf, columnsOf, rowSpan, SOURCE_HEADER, wordiestColumn } from './tables';

export function readQuestions(sections: readonly Section[]): Question[] {
  return flat(sections, section => {
    const { heading } = section;
    const inTitle = heading ? watchedIn(heading.prose) : [];
    if (inTitle.length > 0) return inTitle;
    if (section.part !== 'questions') return entriesOf(section).flatMap(watched);
    const isAsked = section.heading && section.parent?.part === 'questions' && asks(section.title);
    if (isAsked) return [{ text: section.title, span: section.span }];
    const leaves = [...leavesOf(entriesOf(section), isTopic)].filter(
      ({ entry }) => !ANSWERS.test(entry.prose.text),
    );
    const isList = leaves.some(({ entry }) => entry.form === 'item');
    return [
      ...leaves.flatMap(({ entry }) => {
        if (entry.form !== 'paragraph' || entry.marked) return questionOf(entry) ?? [];
        return isList ? questionsIn(entry) : inParagraph(entry);
      }),
      ...section.blocks.flatMap(block => (block.kind === 'table' ? questionRows(block) : [])),
    ];
  });
}

/** "A: In May.", "A2. In May.": what answers a reader. */
const ANSWERS = /^\s*A\d{0,2}\s?[:.]\s/;

function questionOf(entry: Entry): Question | undefined {
  const named = entry.marked && entry.body && /[:：.]\s*$/.test(entry.lead.text) && asks(entry.body.text);
  const text = bareTitle(named ? (entry.body?.text ?? '') : textOf(entry)).replace(
    /^[:：–—\s-]+|[;；,](?: (?:and|or))?$/g,
    '',
  );
  return text === '' || (entry.form !== 'item' && !asks(text)) ? undefined : { text, span: entry.span };
}

/** "**Watch:** fees at Sundby; the vote on 3 June": a line that names what to watch, in whichever part. */
function watched(entry: Entry): Question[] {
  if (entry.form !== 'paragraph') return [];
  return watchedIn(entry.prose);
}

function watchedIn(prose: Prose): Question[] {
  const label = WATCH.exec(prose.text.slice(0, 60));
  return label && label[0].length < prose.text.length ? piecesFrom(prose, label[0].length) : [];
}

/** True for a line that names what to watch. */
export function startsWithWatch(text: string): boolean {
  return WATCH.test(text.slice(0, 60));
}

const WATCH =
  /^(?:\W|\d)*(?:(?:what |points |issues |things |next )?to (?:watch|follow|monitor)(?: next)?|watch(?: ?(?:list|for|next|points|items))?|what we (?:watch|are watching)|open (?:questions|points|issues)|still open)\s*[:：]\s*/i;

/** The sentences of a paragraph that ask; where none does, what its semicolons separate. */
function inParagraph(entry: Entry): Question[] {
  const asked = questionsIn(entry);
  const { text } = entry.prose;
  if (asked.length === 0 && areLines(text)) return linesOf(entry.prose);
  if (asked.length === 0 && areIndirect(entry.prose)) return piecesFrom(entry.prose, 0);
  const isList = asked.length === 0 && (/;\s|；/.test(text) || areNames(text)) && !REMARK.test(text);
  return isList ? piecesFrom(entry.prose, WATCH.exec(entry.prose.text.slice(0, 60))?.[0].length ?? 0) : asked;
}

/** "How the union votes. Whether the mills pay.": sentences that ask without a question mark, and none that does not. */
function areIndirect(prose: Prose): boolean {
  return prose
    .of(sentencesOf)
    .every(({ start, end }) =>
      /^\W*(?:whether|if|who|whose|which|what|where|when|why|how)\s[^:：,]+$/i.test(
        prose.text.slice(start, end),
      ),
    );
}

/** Short lines under each other that end without a stop, as items do. */
function areLines(text: string): boolean {
  const lines = text.split('\n');
  return (
    lines.length > 1 &&
    lines.every(line => line.length < 100 && /^\p{Lu}/u.test(line) && !/[.,;:]\s*$/.test(line))
  );
}

function linesOf(prose: Prose): Question[] {
  return [...prose.text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    text: bareTitle(line),
    span: prose.toSpan({ start: index, end: index + line.length }),
  }));
}

/** "The royalty. The tax bill. The new government.": sentences that only name something. */
function areNames(text: string): boolean {
  const sentences = text.split(/[.。]\s*/).filter(one => one !== '');
  return sentences.length > 1 && sentences.every(one => /^\W*The (?:\S+ ){0,6}\S+$/.test(one));
}

/** A remark on the report itself, which stands behind its last part. */
const REMARK =
  /^\W*(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|clarifications?|notes?|disclosures?|disclaimer)\b/i;

/** What semicolons separate in a text, or else its sentences. */
function piecesFrom(prose: Prose, from: number): Question[] {
  const rest = prose.text.slice(from);
  const pieces = /;\s|；/.test(rest)
    ? [...rest.matchAll(/[^;；]+/g)].map(match => ({
        start: match.index,
        end: match.index + match[0].length,
      }))
    : sentencesOf(rest);
  return flat(pieces, ({ start, end }): Question[] => {
    const text = bareTitle(rest.slice(start, end).replace(/^\s*(?:and|or) /, '')).replace(/\.$/, '');
    return text === '' ? [] : [{ text, span: prose.toSpan({ start: from + start, end: from + end }) }];
  });
}

/** "Nobody knows whether rail can carry it.", "Whether rail can carry it is not known." */
const UNKNOWN =
  /^\W*(?:(?:nobody|no one) (?:knows|can (?:say|tell)|has (?:yet )?(?:said|told|explained|decided))|(?:whether|how|when|why|who|what|which|where)\b.{4,200}\b(?:is|are|remains?) (?:as yet |still |yet )?(?:not (?:yet )?(?:known|clear|settled|decided)|un(?:known|clear|certain|resolved|settled|decided)|open|to be seen)(?=\W*$)|(?:we|i) (?:do not|don['’]t|cannot|can['’]t) (?:yet )?(?:know|say|tell)|it (?:is|remains) (?:unclear|unknown|open|uncertain|not (?:yet )?(?:clear|known)))\b/i;

/** Every sentence of a paragraph that asks. */
function questionsIn({ prose }: Entry): Question[] {
  return prose.of(sentencesOf).flatMap(({ start, end }): Question[] => {
    const text = bareTitle(prose.text.slice(start, end)).replace(/^[–—-]\s+/, '');
    return asks(text) || UNKNOWN.test(text) ? [{ text, span: prose.toSpan({ start, end }) }] : [];
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
  // What has sources is known: a table in the answer to a question.
  const isKnown = columnOf(table, SOURCE_HEADER) !== undefined;
  const column = columnsOf(table).question ?? (isKnown ? undefined : wordiestColumn(table, []));
  return flat(table.rows, (row): Question[] => {
    const field = cellField(row, column);
    return field ? [{ text: bareTitle(field.text), span: rowSpan(row) }] : [];
  });
}
