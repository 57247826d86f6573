// Entries: the units that report parts are made of, in whichever form the author wrote them – a heading with its
// text, a list item, a paragraph with a bold lead.
import type { Heading, ProseBlock } from '../markdown/block';
import type { Span } from '../text/span';
import { type FieldKind, readFields } from './fields';
import type { Field, Section } from './report';

export interface Entry {
  readonly form: 'heading' | 'item' | 'lead';
  /** The words that name the entry: a heading, bold words at the start, or the text before the first field. */
  readonly lead: Field;
  /** True when a mark (heading, bold) sets the lead off from the text. */
  readonly marked: boolean;
  /** The text after the lead and before the first field. */
  readonly body: Field | undefined;
  readonly fields: ReadonlyMap<FieldKind, Field>;
  readonly span: Span;
  readonly section: Section;
}

/** The entries of a section: the section itself when it has a heading, then its list items and bold leads. */
export function entriesOf(section: Section): Entry[] {
  const groups: ProseBlock[][] = [];
  for (const block of section.blocks) {
    if (block.kind === 'table' || block.kind === 'footnote') continue;
    const last = groups.at(-1);
    const continues =
      last?.[0]?.kind === 'item' ? continuesItem(block) : last !== undefined && continuesLead(block);
    if (startsEntry(block) || (!continues && block.kind === 'item')) groups.push([block]);
    else if (continues) last?.push(block);
  }
  return groups.flatMap(group => entryOf(group, section) ?? []);
}

/** A section's heading with all of its text, as an entry. */
export function headingEntry(section: Section, heading: Heading, end: number): Entry {
  const prose = section.blocks.filter(
    (block): block is ProseBlock => block.kind !== 'table' && block.kind !== 'footnote',
  );
  const { body, fields } = readFields(prose.map(block => ({ prose: block.prose, from: 0 })));
  const lead = {
    text: heading.prose.text,
    span: heading.prose.toSpan({ start: 0, end: heading.prose.text.length }),
  };
  return {
    form: 'heading',
    lead,
    marked: true,
    body,
    fields,
    span: { start: section.span.start, end },
    section,
  };
}

function startsEntry(block: ProseBlock): boolean {
  return block.kind === 'item'
    ? block.listDepth === 1
    : block.kind === 'paragraph' && block.listDepth === 0 && boldLead(block) !== undefined;
}

function continuesItem(block: ProseBlock): boolean {
  return (
    (block.kind === 'paragraph' && block.listDepth > 0) || (block.kind === 'item' && block.listDepth > 1)
  );
}

/** A paragraph after one with a bold lead belongs to it only when it is one of its labelled fields. */
function continuesLead(block: ProseBlock): boolean {
  return block.kind === 'paragraph' && readFields([{ prose: block.prose, from: 0 }]).startsWithField;
}

/** Length of the bold words at the start of a block. */
function boldLead(block: ProseBlock): number | undefined {
  const mark = block.prose.marks.find(candidate => candidate.kind === 'strong');
  if (!mark || mark.at.start > 0 || mark.at.end > 200 || mark.at.end === 0) return undefined;
  return mark.at.end;
}

function entryOf(group: readonly ProseBlock[], section: Section): Entry | undefined {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) return undefined;
  const bold = boldLead(first);
  const from = bold ?? 0;
  const { body, fields, startsWithField } = readFields(
    group.map((block, i) => ({ prose: block.prose, from: i === 0 ? from : 0 })),
  );
  const form = first.kind === 'item' ? 'item' : 'lead';
  const span = { start: first.span.start, end: last.span.end };
  if (bold === undefined) {
    if (startsWithField || !body)
      return {
        form,
        lead: { text: '', span: { start: span.start, end: span.start } },
        marked: false,
        body,
        fields,
        span,
        section,
      };
    return { form, lead: body, marked: false, body: undefined, fields, span, section };
  }
  const lead = { text: first.prose.text.slice(0, bold), span: first.prose.toSpan({ start: 0, end: bold }) };
  return { form, lead, marked: true, body, fields, span, section };
}
