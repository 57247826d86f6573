// Text edits: the only way in which anything changes a report.
import type { Span } from './span';

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all edits; spans are offsets in the text before any of them. Insertions at one place keep
 * the order in which they are given.
 * @throws RangeError when two edits overlap or an edit lies outside the text, so that no text is lost quietly.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order,
  );
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    const { start, end } = edit.span;
    if (start < at || end < start || end > text.length)
      throw new RangeError('overlapping or misplaced text edit');
    result += text.slice(at, start) + edit.newText;
    at = end;
  }
  return result + text.slice(at);
}
