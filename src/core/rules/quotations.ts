// Whether a place stands inside quotation marks, where somebody else speaks.
import type { Span } from '../text/span';

const REACH = 160;

/** What stands in its line before and after the quotation that holds a place; undefined where none does. */
export function aroundQuotation(
  text: string,
  span: Span,
): { readonly before: string; readonly after: string } | undefined {
  const before =
    text
      .slice(Math.max(0, span.start - REACH), span.start)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(span.end, span.end + REACH).split('\n')[0] ?? '';
  const opening = Math.max(before.lastIndexOf('"'), before.lastIndexOf('“'), before.lastIndexOf('„'));
  const closing = after.search(/["”“]/);
  return opening >= 0 && closing >= 0 && isOpen(before, opening)
    ? { before: before.slice(0, opening), after: after.slice(closing + 1) }
    : undefined;
}

/** False when the mark closes a quotation: straight marks look alike at both ends. */
function isOpen(before: string, at: number): boolean {
  if (before[at] !== '"') return !before.slice(at).includes('”');
  return /^$|[\s([–—:]/.test(before.slice(Math.max(0, at - 1), at));
}
