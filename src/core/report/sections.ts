// Groups blocks under their headings and tells which part of the report each section is.
import type { Block, Heading } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import type { PartKind, Section } from './report';
import { partOfTitle } from './titles';

/** The sections in text order; the first has no heading when the text starts without one. */
export function readSections(blocks: readonly Block[], textLength: number): Section[] {
  const sections: Section[] = [];
  const open: Section[] = [];
  const marked = blocks.some(block => block.kind === 'heading' && block.level > 0);
  const titled = blocks.filter(block => block.kind === 'heading' && block.level === 1).length === 1;
  let heading: Heading | undefined;
  let content: Block[] = [];
  const close = (end: number) => {
    if (heading || content.length > 0) {
      const start = heading?.span.start ?? content[0]?.span.start ?? 0;
      sections.push(
        enterSection(open, heading, content, { start, end }, marked, titled && sections.length === 0),
      );
    }
    content = [];
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      close(block.span.start);
      heading = block;
    } else content.push(block);
  }
  close(textLength);
  return sections;
}

function enterSection(
  open: Section[],
  heading: Heading | undefined,
  blocks: readonly Block[],
  span: Section['span'],
  marked: boolean,
  isFirstOfOneTitle: boolean,
): Section {
  const title = heading ? bareTitle(heading.prose.text) : '';
  const own = heading ? partOfTitle(title) : 'other';
  const depth = heading ? depthOf(heading, own, open, marked) : 0;
  while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
  const parent = open.at(-1);
  // The only main heading, at the top, names the document; it announces no part.
  const isDocumentTitle = isFirstOfOneTitle && heading?.level === 1;
  const part = isDocumentTitle ? 'other' : own !== 'other' ? own : (parent?.part ?? 'other');
  const section: Section = { heading, depth, part, title, parent, blocks, span };
  if (heading) open.push(section);
  return section;
}

/**
 * A heading that lost its mark has no level. Among marked headings it stands one below the last of them. Where no
 * heading has a mark, one that announces a new part is a main heading and any other stands below it.
 */
function depthOf(heading: Heading, own: PartKind, open: readonly Section[], marked: boolean): number {
  if (heading.level > 0) return heading.level;
  if (marked) {
    const last = open.findLast(section => (section.heading?.level ?? 0) > 0);
    return (last?.depth ?? 0) + 1;
  }
  const main = open[0];
  return own === 'other' && main && main.part !== 'other' ? 2 : own !== 'other' && main?.part === own ? 2 : 1;
}

/** The section itself and those around it, innermost first. */
export function* enclosingSections(section: Section): Iterable<Section> {
  for (let at: Section | undefined = section; at; at = at.parent) yield at;
}

/** End of a section with all the sections under it. */
export function endWithChildren(sections: readonly Section[], index: number): number {
  const section = sections[index];
  if (!section) return 0;
  let last = index;
  while ((sections[last + 1]?.depth ?? 0) > section.depth) last++;
  return sections[last]?.span.end ?? section.span.end;
}
