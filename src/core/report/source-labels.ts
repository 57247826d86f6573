// Sources behind a label: "Source: …", "Data sources: …", "(Source: …)".
import type { Prose } from '../markdown/prose';
import { mayHave, seek } from '../text/beginnings';
import { fieldKindOf } from './fields';
import type { Field } from './report';

/** Only so much of a source line is read for names; a longer one is text that lost its line breaks. */
export const LONGEST_LINE = 1000;

/** What a label ends with; the look behind stands after the first word, so that few places need it. */
const SOURCE_LABEL =
  /(?:sources?|references?|data(?=:[^\d\n]{3,80}(?:\.|$)))(?<=(?:^|[\s(（〔【[.;。；])(?:sources?|references?|data))(?: (?:for|of) (?:\p{L}+ ){0,3}\p{L}+)?\s?[:：]\s*/giu;
/** A word that may belong to it: "Data source:". */
const WORD_BEFORE = /(?<=^|[\s(（〔【[.;。；])\p{L}+ $/u;
const LONGEST_WORD = 60;

/** A cheap look for a label, which turns nearly every text away. */
const MAY_LABEL = /(?:sources?|references?|data)(?: (?:for|of) [^:：\n]{1,60})?\s?[:：]/iu;
const LABELS = seek('source reference data');

/** Offset after the label when a block starts with "Source:". */
export function sourceLabel(text: string): number | undefined {
  const label = /^\s*((?:\p{L}+ )?\p{L}+?)(?: (?:for|of) (?:\p{L}+ ){0,3}\p{L}+)?\s?[:：]\s*/u.exec(
    text.slice(0, 60),
  );
  return label && fieldKindOf(label[1] ?? '') === 'source' ? label[0].length : undefined;
}

/** "Source: …" at the start of a block, a line or brackets, or after a sentence. `alone` when it opens the prose. */
export function labelledSources(prose: Prose): { readonly field: Field; readonly alone: boolean }[] {
  if (!mayHave(LABELS, prose) || !MAY_LABEL.test(prose.text)) return [];
  return prose.of(labelledIn).map(({ text, span, alone }) => ({
    field: { text, span: prose.toSpan(span) },
    alone,
  }));
}

function labelledIn(text: string): (Field & { readonly alone: boolean })[] {
  return [...text.matchAll(SOURCE_LABEL)].flatMap(match => {
    const word =
      WORD_BEFORE.exec(text.slice(Math.max(0, match.index - LONGEST_WORD), match.index))?.[0] ?? '';
    const label = match.index - word.length;
    const start = match.index + match[0].length;
    const end =
      start + endOfSource(text.slice(start, start + LONGEST_LINE), OPENING.includes(text[label - 1] ?? ' '));
    if (end <= start) return [];
    const words = text.slice(start, end).trim();
    return [{ text: words, span: { start, end }, alone: sourceLabel(text) !== undefined && label === 0 }];
  });
}

const OPENING = '(（〔【[';
const CLOSING = ')）〕】]';

/** Length of a source's text: to the end of its line, or of the brackets in which it stands. */
function endOfSource(text: string, bracketed: boolean): number {
  const lineEnd = text.indexOf('\n');
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  if (!bracketed) return line.trimEnd().length;
  let depth = 0;
  for (let i = 0; i < line.length; i++) {
    if (OPENING.includes(line[i] ?? ' ')) depth++;
    else if (CLOSING.includes(line[i] ?? ' ') && depth-- === 0) return i;
  }
  return line.trimEnd().length;
}
