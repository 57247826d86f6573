// Restores the structure of a flattened paste: headings, list items and paragraphs get their marks and lines back, and
// page furniture goes. No other word is lost.
import type { TextEdit } from '../text/edits';
import { furnitureIn } from './furniture';
import type { Report, Section } from './report';

/** The mark of a heading that lost it; the first level is left to the document's title. */
export function headingMark(section: Section): string {
  return '#'.repeat(Math.min(6, Math.max(2, section.depth + 1)));
}

/** The edits that restore the whole report; none for one whose structure is whole. */
export function restoreEdits(report: Report): TextEdit[] {
  const furniture = furnitureIn(report).map(({ removal }) => removal);
  const lineBreak = /\r\n|\r|\n/.exec(report.text)?.[0] ?? '\n';
  const edits: TextEdit[] = furniture.map(span => ({ span, newText: '' }));
  const isRemoved = (offset: number) => furniture.some(span => span.start <= offset && offset < span.end);
  for (const section of report.sections) {
    const { heading } = section;
    if (heading && heading.level === 0 && !isRemoved(heading.span.start)) {
      edits.push(
        ...headingEdits(report.text, section, heading.span.start, heading.gluedAt !== undefined, lineBreak),
      );
    }
    for (const block of section.blocks) {
      if (isRemoved(block.span.start)) continue;
      const start = block.span.start;
      if (block.gluedAt !== undefined) edits.push({ span: { start, end: start }, newText: lineBreak });
      else if (block.kind === 'paragraph' && block.listDepth === 0 && needsBlankLine(report.text, start)) {
        edits.push({ span: { start, end: start }, newText: lineBreak });
      }
    }
  }
  return withoutOverlaps(edits);
}

function headingEdits(
  text: string,
  section: Section,
  start: number,
  glued: boolean,
  lineBreak: string,
): TextEdit[] {
  const before = glued ? lineBreak + lineBreak : needsBlankLine(text, start) ? lineBreak : '';
  // A bold heading gives up its emphasis, a numbered one keeps its number.
  return [{ span: { start, end: start }, newText: `${before}${headingMark(section)} ` }];
}

/** True when text stands on the line right above. */
function needsBlankLine(text: string, start: number): boolean {
  const above = text.slice(Math.max(0, start - 400), start);
  return (
    above.trim() !== '' &&
    /\S[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(above) &&
    !/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(above)
  );
}

function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = -1;
  return ordered.filter(({ span }) => {
    if (span.start < end) return false;
    end = Math.max(end, span.end);
    return true;
  });
}
