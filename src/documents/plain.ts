// Markdown and plain text: the file itself, so that an offset in it is an offset in the file.
import type { Landmark, SourceDocument } from '../core';
import { parseBlocks } from '../core/markdown/parse';
import { decodeText } from './decode';
import { boundedText } from './limits';

export function readMarkdown(bytes: Uint8Array, path: string): SourceDocument {
  const text = boundedText(decodeText(bytes));
  const landmarks = headings(text);
  return { path, format: 'markdown', title: landmarks[0]?.title, text, landmarks };
}

/** Indented text is no code in a text file: a no-break space begins no code block, and keeps the offsets. */
export function readPlainText(bytes: Uint8Array, path: string): SourceDocument {
  const text = boundedText(decodeText(bytes)).replace(/^(?:\t| (?= {3}| {0,2}\t))/gm, '\u00a0');
  const landmarks = headings(text);
  return { path, format: 'text', title: landmarks[0]?.title, text, landmarks };
}

/** The headings of Markdown text as landmarks. */
export function headings(text: string): (Landmark & { kind: 'heading' })[] {
  return parseBlocks(text).flatMap(block =>
    block.kind === 'heading' ? [{ kind: block.kind, at: block.span.start, title: block.prose.text }] : [],
  );
}
