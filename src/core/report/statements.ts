// Which of a part's entries are its statements: every list item, and paragraphs that are set as items are.
import type { Span } from '../text/span';
import { gradesOthers, takeConfidence } from './confidence';
import { type Entry, type Grouped, textOf } from './entries';
import { startsWithWatch } from './questions';
import { sentencesOf } from './sentences';

/** Longer paragraphs argue; they are not set one by one as items are. */
const LONGEST = 400;
/** … nor are the sentences of a longer text statements by themselves. */
const MOST_TEXT = 2000;

/**
 * The entries that are statements. Paragraphs are where a number or a level sets them off, or a bold lead; where that
 * is so for half of them, the others beside them are statements too.
 * @param byBold false where a bold lead alone makes no statement
 */
export function statements(
  leaves: readonly Grouped[],
  isGraded: (leaf: Grouped) => boolean,
  byBold = true,
): Grouped[] {
  const isSet = (leaf: Grouped) => {
    const { entry } = leaf;
    return (
      (byBold && entry.marked && entry.lead.text !== '') || isNumbered(entry.prose.text) || isGraded(leaf)
    );
  };
  const named = leaves
    .flatMap(leaf => bySentence(leaf, isGraded))
    .filter(
      ({ entry }) => textOf(entry) !== '' && !(entry.form === 'paragraph' && startsWithWatch(textOf(entry))),
    );
  const paragraphs = named.filter(({ entry }) => entry.form !== 'item');
  const isRun = paragraphs.length > 1 && paragraphs.filter(isSet).length * 2 >= paragraphs.length;
  const isStatement = named.map(leaf => leaf.entry.form === 'item' || isSet(leaf));
  return named.filter(({ entry }, i) => {
    const isBeside = isRun && (isStatement[i - 1] || isStatement[i + 1]);
    const isShort = entry.prose.text.length <= LONGEST && !/[:：]\s*$/.test(textOf(entry));
    return isStatement[i] || (isBeside && isShort && /\p{L}/u.test(entry.prose.text));
  });
}

/** A paragraph as its sentences, where most of these are statements by themselves. */
export function bySentence(leaf: Grouped, isGraded: (leaf: Grouped) => boolean): Grouped[] {
  const { entry } = leaf;
  if (entry.form !== 'paragraph' || entry.marked || entry.prose.text.length > MOST_TEXT) return [leaf];
  const sentences = withNotes(entry.lead.text).map(({ start, end }): Entry => {
    const from = entry.prose.text.indexOf(entry.lead.text) + start;
    const lead = {
      text: entry.lead.text.slice(start, end),
      span: entry.prose.toSpan({ start: from, end: from + end - start }),
    };
    return { ...entry, lead, fields: new Map(), children: [], span: lead.span };
  });
  const statementsAmong = sentences.filter(one => isGraded({ ...leaf, entry: one })).length;
  if (statementsAmong < 2 || statementsAmong < sentences.length * 0.6) return [leaf];
  return sentences.map(one => ({ ...leaf, entry: one }));
}

/** The sentences of a text, each with the note of its confidence where that stands after its stop. */
function withNotes(text: string): Span[] {
  const spans: Span[] = [];
  for (const span of sentencesOf(text)) {
    const before = spans.at(-1);
    if (before && gradesOthers(text.slice(span.start, span.end)))
      spans[spans.length - 1] = { start: before.start, end: span.end };
    else spans.push(...gradedClauses(text, span));
  }
  return spans;
}

/** "Ports merge (high confidence); ferries stay (medium confidence).": clauses that have a level each are two statements. */
function gradedClauses(text: string, span: Span): Span[] {
  const clauses: Span[] = [];
  let start = span.start;
  for (const { index } of text.slice(span.start, span.end).matchAll(/;\s/g)) {
    clauses.push({ start, end: span.start + index });
    start = span.start + index + 2;
  }
  clauses.push({ start, end: span.end });
  const isGraded = (clause: Span) =>
    takeConfidence(text.slice(clause.start, clause.end)).confidence !== undefined;
  return clauses.length > 1 && clauses.every(isGraded) ? clauses : [span];
}

/** "5.1 …", "(a) …", "J2. …". */
export function isNumbered(text: string): boolean {
  return /^\s*(?:\d{1,2}(?:\.\d{1,2})+\s|[(（]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[)）.]\s|\p{Lu}{1,2}\d{1,2}[.):]\s|[①-⑳]|#\d)/u.test(
    text.slice(0, 20),
  );
}
