// Sentences with the mentions that stand in them, and the stretches of prose that rules read for themselves.
import type { Mention, Place } from '../claims';
import type { ProseBlock, Table } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import type { Section } from '../report/report';
import { type Sought, soughtWithin } from '../text/beginnings';
import { remember } from '../text/remember';
import { firstFrom } from '../text/scopes';
import type { Span } from '../text/span';
import { type Kinds, kindsOf } from './kinds';
import type { Reading } from './reading';
import { signsIn } from './signs';

/** The mentions of one sentence of prose or one cell, with offsets into its text. */
export interface Sentence {
  readonly text: string;
  readonly parts: readonly Part[];
  /** What kinds of figures its parts are, and which of these more than one is. */
  readonly kinds: Kinds;
  readonly several: Kinds;
  /** The words that somebody looks for which may stand in it, or in what follows. */
  readonly words: Sought;
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
  return remember(known, reading, () => readSentences(reading));
}

function readSentences({ mentions, places }: Reading): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (let from = 0, to = 0; from < mentions.length; from = to) {
    const place = places[from];
    while (to < mentions.length && places[to]?.sentence === place?.sentence) to++;
    if (place) sentences.push(sentenceOf(place, mentions.slice(from, to), places));
  }
  return sentences;
}

function sentenceOf(
  { prose, sentence: { start, end } }: Place,
  group: readonly Mention[],
  places: readonly Place[],
): Sentence {
  const text = prose.text.slice(start, end);
  const follows = breaksAt(prose.text, end) ? prose.text.slice(end, end + FOLLOWS).replaceAll('\n', ' ') : '';
  const parts = group.map(mention => {
    const place = places[mention.index];
    return { mention, start: (place?.start ?? start) - start, end: (place?.end ?? start) - start };
  });
  return {
    text,
    parts,
    ...kindsOf(parts),
    words: soughtWithin(prose, start, end + follows.length),
    follows,
    toSpan: span => prose.toSpan({ start: start + span.start, end: start + span.end }),
  };
}

/** True where a line ends, but for spaces. */
function breaksAt(text: string, end: number): boolean {
  let at = end;
  while (text[at] === ' ') at++;
  return text[at] === '\n';
}

/** So much of what follows is enough to see how a sentence goes on. */
const FOLLOWS = 60;

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

/** "children under five": a number in words that tells of whom, not by how much. */
export function isSpelledCount({ mention: { figure } }: Part): boolean {
  return figure.spelled && figure.quantity.kind === 'count' && figure.scale === undefined;
}
