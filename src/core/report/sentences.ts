// Cuts prose into sentences.
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { fieldKindOf } from './fields';

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|vs|cf|ca|approx|est|incl|excl|no|nos|fig|tab|vol|pp|inc|corp|co|ltd|plc|bros|st|mt|dr|mr|mrs|ms|prof|gen|sen|rep|gov|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|u\.s|u\.k|e\.u|u\.n|\p{Lu})$/iu;
// A colon is looked at because a field's label ("Core Facts:") starts a sentence even where no full stop ends the last.
const END = /[.!?。！？]["”’)\]]{0,3}(?=\s|$|[。！？])|[。！？]|\n|:(?=\s)/g;
const LABEL_BEFORE = /(?<=\s)\p{Lu}\p{L}{1,20}(?: \p{L}{2,20}){0,2}$/u;

/** The sentences of a text as half-open spans in it, without the space between them. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    const lead = /^\s*/.exec(text.slice(start, Math.min(end, start + 1000)))?.[0].length ?? 0;
    if (end > start + lead) sentences.push({ start: start + lead, end });
    start = end;
  };
  for (const match of text.matchAll(END)) {
    if (match[0] === ':') {
      const label = labelStart(text, match.index);
      if (label !== undefined && label > start) push(label);
      continue;
    }
    const end = match.index + (match[0] === '\n' ? 0 : match[0].length);
    if (match[0] === '\n' && continuesAcross(text, match.index)) continue;
    if (match[0].startsWith('.') && !endsSentence(text, match.index, end)) continue;
    push(end);
  }
  push(text.length);
  return sentences;
}

/**
 * The sentences in which a pattern is found.
 * @param pattern with the flag g
 */
export function sentencesWith(pattern: RegExp, text: string, wording: Wording): readonly Span[] {
  const places = Array.from(text.matchAll(pattern), ({ index }) => index);
  if (places.length === 0) return [];
  let next = 0;
  return wording.of(sentencesOf).filter(({ start, end }) => {
    while ((places[next] ?? Infinity) < start) next++;
    return (places[next] ?? Infinity) < end;
  });
}

/** A line that was only wrapped: the next one goes on in lower case or with a number, or the last one has a comma. */
function continuesAcross(text: string, lineBreak: number): boolean {
  const before = text.slice(Math.max(0, lineBreak - 3), lineBreak).trimEnd();
  const next = /^\s*(\S)/.exec(text.slice(lineBreak + 1, lineBreak + 40))?.[1] ?? '';
  return !/[.!?。！？:：]$/.test(before) && (/[\p{Ll}\p{N}\p{Sc}(]/u.test(next) || before.endsWith(','));
}

/** Where the label of a field that ends at a colon starts; undefined when the words before it are no label. */
function labelStart(text: string, colon: number): number | undefined {
  const words = LABEL_BEFORE.exec(text.slice(Math.max(0, colon - 64), colon))?.[0].split(' ') ?? [];
  for (let skip = 0; skip < words.length; skip++) {
    const label = words.slice(skip).join(' ');
    if (/^\p{Lu}/u.test(label) && fieldKindOf(label) !== undefined) return colon - label.length;
  }
  return undefined;
}

function endsSentence(text: string, stop: number, end: number): boolean {
  if (ABBREVIATION.test(text.slice(Math.max(0, stop - 8), stop))) return false;
  const next = /^\s*(\S)/.exec(text.slice(end, end + 20))?.[1];
  return next === undefined || !/\p{Ll}/u.test(next);
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
