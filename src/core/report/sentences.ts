// Cuts prose into sentences.
import type { Span } from '../text/span';

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|vs|cf|ca|approx|est|incl|excl|no|nos|fig|tab|vol|pp|inc|corp|co|ltd|plc|bros|st|mt|dr|mr|mrs|ms|prof|gen|sen|rep|gov|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|u\.s|u\.k|e\.u|u\.n|\p{Lu})$/iu;
const END = /[.!?。！？]["”’)\]]{0,3}(?=\s|$|[。！？])|[。！？]|\n/g;

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
    const end = match.index + (match[0] === '\n' ? 0 : match[0].length);
    if (match[0].startsWith('.') && !endsSentence(text, match.index, end)) continue;
    push(end);
  }
  push(text.length);
  return sentences;
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
