import type { ProseBlock } from '../markdown/block';
import { headingMarks } from '../report/restore';
import type { Rule } from './rule';

export const flattenedStructure: Rule = {
  id: 'flattened-structure',
  family: 'text',
  severity: 'information',
  summary: 'A heading or list item that a paste has glued to the text before it.',
  *check({ report }) {
    const markOf = headingMarks(report);
    for (const section of report.sections) {
      const blocks = [...(section.heading ? [section.heading] : []), ...section.blocks];
      for (const block of blocks) {
        if (block.gluedAt === undefined || block.kind === 'table') continue;
        const isHeading = block.kind === 'heading';
        const name = NAMES[block.kind];
        const words = firstWords(block);
        const lineBreak = report.text.includes('\r\n') ? '\r\n' : '\n';
        const gap = block.kind === 'item' ? lineBreak : lineBreak + lineBreak;
        const newText = isHeading ? `${gap}${markOf(section)} ` : gap;
        yield {
          span: { start: block.gluedAt, end: words },
          message: `A ${name} is glued to the text before it.`,
          fixes: [
            {
              kind: 'edits',
              title: `Split it off as a ${name}`,
              edits: [{ span: { start: block.gluedAt, end: block.gluedAt }, newText }],
              certain: true,
            },
          ],
        };
      }
    }
  },
};

const NAMES = {
  heading: 'heading',
  item: 'list item',
  paragraph: 'paragraph',
  footnote: 'footnote',
} as const;

/** Source offset after the heading, or after the first words of an item. */
function firstWords({ kind, prose }: ProseBlock): number {
  const words =
    kind === 'heading' ? prose.text : (/^\s*\S+(?:\s+\S+){0,2}/.exec(prose.text)?.[0] ?? prose.text);
  return prose.toSpan({ start: 0, end: words.length }).end;
}
