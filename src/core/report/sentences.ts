// Cuts prose into sentences.

import { mayHave, type Sought, soughtWithin } from '../text/beginnings';
import { endOfRun, kindAt, LOWER, SPACE } from '../text/letters';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { fieldKindOf, mayEndLabel } from './fields';

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'e.g i.e vs cf ca approx est incl excl no nos fig tab vol pp inc corp co ltd plc bros st mt dr mr mrs ms prof gen sen ' +
    'rep gov jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k e.u u.n'
  ).split(' '),
);
/** The longest abbreviation has fewer letters and stops than this. */
const TOO_LONG = 8;
// A colon is looked at because a field's label ("Core Facts:") starts a sentence even where no full stop ends the last.
const STOP = /[.!?。！？\n:]/g;
const LABEL_BEFORE = /(?<=\s)\p{Lu}\p{L}{1,20}(?: \p{L}{2,20}){0,2}$/u;

/** The sentences of a text as half-open spans in it, without the space between them. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    const first = endOfRun(text, start, SPACE);
    if (end > first) sentences.push({ start: first, end });
    start = end;
  };
  STOP.lastIndex = 0;
  while (STOP.test(text)) {
    const stop = STOP.lastIndex - 1;
    const mark = text[stop];
    if (mark === ':') {
      const label = isSpaceAt(text, stop + 1) ? labelStart(text, stop) : undefined;
      if (label !== undefined && label > start) push(label);
    } else if (mark === '\n') {
      if (!continuesAcross(text, stop)) push(stop);
    } else {
      const end = endOfStop(text, stop);
      if (end === undefined || (mark === '.' && !endsSentence(text, stop, end))) continue;
      STOP.lastIndex = end;
      push(end);
    }
  }
  push(text.length);
  return sentences;
}

const NONE: readonly Span[] = [];

/** The sentences in which one of the words that somebody looks for may stand. */
export function sentencesWith(words: Sought, wording: Wording): readonly Span[] {
  if (!mayHave(words, wording)) return NONE;
  return wording
    .of(sentencesOf)
    .filter(({ start, end }) => (soughtWithin(wording, start, end) & words) !== 0);
}

/** A line that was only wrapped: the next one goes on in lower case or with a number, or the last one has a comma. */
function continuesAcross(text: string, lineBreak: number): boolean {
  const before = text.slice(Math.max(0, lineBreak - 3), lineBreak).trimEnd();
  const next = /^\s*(\S)/.exec(text.slice(lineBreak + 1, lineBreak + 40))?.[1] ?? '';
  return !/[.!?。！？:：]$/.test(before) && (/[\p{Ll}\p{N}\p{Sc}(]/u.test(next) || before.endsWith(','));
}

/** Where a stop ends with the quotes and brackets that close behind it; undefined where it ends nothing. */
function endOfStop(text: string, stop: number): number | undefined {
  const isWide = WIDE.includes(text.charAt(stop));
  let end = stop + 1;
  while (end < stop + 4 && CLOSING.includes(text[end] ?? ' ')) end++;
  if (end >= text.length || isSpaceAt(text, end) || WIDE.includes(text.charAt(end))) return end;
  return isWide ? stop + 1 : undefined;
}

const WIDE = '。！？';
const CLOSING = '"”’)]';

function isSpaceAt(text: string, at: number): boolean {
  return kindAt(text, at) === SPACE;
}

/** Where the label of a field that ends at a colon starts; undefined when the words before it are no label. */
function labelStart(text: string, colon: number): number | undefined {
  if (!mayEndLabel(text, colon)) return undefined;
  const words = LABEL_BEFORE.exec(text.slice(Math.max(0, colon - 64), colon))?.[0].split(' ') ?? [];
  for (let skip = 0; skip < words.length; skip++) {
    const label = words.slice(skip).join(' ');
    if (/^\p{Lu}/u.test(label) && fieldKindOf(label) !== undefined) return colon - label.length;
  }
  return undefined;
}

function endsSentence(text: string, stop: number, end: number): boolean {
  if (isAbbreviation(text, stop)) return false;
  return (kindAt(text, endOfRun(text, end, SPACE)) & LOWER) === 0;
}

/** True for an abbreviation or a lone letter before a stop. */
function isAbbreviation(text: string, stop: number): boolean {
  let start = stop;
  while (start > 0 && text[start - 1] !== '(' && !isSpaceAt(text, start - 1)) {
    if (stop - --start >= TOO_LONG) return false;
  }
  const word = text.slice(start, stop).toLowerCase();
  return ABBREVIATIONS.has(word) || (word.length === 1 && word !== word.toUpperCase());
}

/** The sentence that holds an offset; the empty span there when none does. */
export function sentenceAt(sentences: readonly Span[], offset: number): Span {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return sentences[low] ?? { start: offset, end: offset };
}
