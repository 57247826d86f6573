// Sentences with the mentions that stand in them, and the stretches of prose that rules read for themselves.
import { type Mention, proseOf } from '../claims';
import type { ProseBlock, Table } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import type { Section } from '../report/report';
import { remember } from '../text/remember';
import { firstFrom } from '../text/scopes';
import type { Span } from '../text/span';
import type { Reading } from './reading';
import { signsIn } from './signs';

/** The mentions of one sentence of prose or one cell, with offsets into its text. */
export interface Sentence {
  readonly text: string;
  readonly parts: readonly Part[];
  /** What follows when only a line break ended it: the sentence may go on there. */
  readonly follows: string;
  toSpan(span: Span): Span;
}

/** A mention, and where its figure stands in the sentence. */
export interface Part extends Span {
  readonly mention: Mention;
}

const known = new WeakMap<Reading, readonly Sentence[]>();
const knownPassages = new WeakMap<Reading, readonly Passage[]>();

/** Every sentence and cell that holds a figure, in text order. */
export function sentencesIn(reading: Reading): readonly Sentence[] {
  return remember(known, reading, () => [...readSentences(reading)]);
}

function* readSentences(reading: Reading): Iterable<Sentence> {
  let group: Mention[] = [];
  for (const mention of reading.mentions) {
    const first = group[0];
    const same =
      first?.figure.block === mention.figure.block &&
      first.figure.sentence.start === mention.figure.sentence.start;
    if (first && !same) {
      yield sentenceOf(first, group);
      group = [];
    }
    group.push(mention);
  }
  if (group[0]) yield sentenceOf(group[0], group);
}

function sentenceOf(first: Mention, group: readonly Mention[]): Sentence {
  const prose = proseOf(first.figure);
  const start = prose.fromSource(first.figure.sentence.start);
  const end = prose.fromSource(first.figure.sentence.end);
  const text = prose.text.slice(start, end);
  const after = prose.text.slice(end, end + 60);
  const follows = /^ *\n/.test(after) ? after.replaceAll('\n', ' ') : '';
  const parts = group.map(mention => ({
    mention,
    start: prose.fromSource(mention.figure.span.start) - start,
    end: prose.fromSource(mention.figure.span.end - 1) + 1 - start,
  }));
  return {
    text,
    parts,
    follows,
    toSpan: span => prose.toSpan({ start: start + span.start, end: start + span.end }),
  };
}

/** The words of a sentence between two of its parts. */
export function wordsBetween(sentence: Sentence, a: Part, b: Part): string {
  return sentence.text.slice(a.end, b.start);
}

/** A few words before and after a part. */
export function wordsBefore(sentence: Sentence, { start }: Span, most = 60): string {
  return sentence.text.slice(Math.max(0, start - most), start);
}

export function wordsAfter(sentence: Sentence, { end }: Span, most = 60): string {
  const words = sentence.text.slice(end, end + most);
  return end + most > sentence.text.length ? (words + sentence.follows).slice(0, most) : words;
}

/** A stretch of prose: a block's or a cell's. */
export interface Passage {
  readonly prose: Prose;
  readonly section: Section;
  readonly block: ProseBlock | Table;
  /** 'header' for the cells of a table's first row. */
  readonly kind: 'prose' | 'cell' | 'header';
  /** What kinds of characters stand in it. */
  readonly signs: number;
}

/** All prose of a report in text order, except the definitions of footnotes and the list of sources. */
export function passagesIn(reading: Reading): readonly Passage[] {
  return remember(knownPassages, reading, () => readPassages(reading));
}

function readPassages({ report }: Reading): readonly Passage[] {
  const passages: Passage[] = [];
  for (const section of report.sections) {
    const add = (prose: Prose, block: Passage['block'], kind: Passage['kind']) => {
      passages.push({ prose, section, block, kind, signs: prose.of(signsIn) });
    };
    if (section.heading) add(section.heading.prose, section.heading, 'prose');
    if (section.part === 'sources') continue;
    for (const block of section.blocks) {
      if (block.kind === 'footnote') continue;
      if (block.kind !== 'table') {
        add(block.prose, block, 'prose');
        continue;
      }
      for (const { prose } of block.header.cells) add(prose, block, 'header');
      for (const row of block.rows) for (const { prose } of row.cells) add(prose, block, 'cell');
    }
  }
  return passages;
}

/** The mentions whose figures share code units with a span. */
export function mentionsAt(reading: Reading, span: Span): readonly Mention[] {
  const found: Mention[] = [];
  let at = firstFrom(reading.report.figures, span.start, figure => figure.span.end);
  for (; at < reading.mentions.length; at++) {
    const mention = reading.mentions[at];
    if (!mention || mention.figure.span.start >= span.end) break;
    if (mention.figure.span.end > span.start) found.push(mention);
  }
  return found;
}
