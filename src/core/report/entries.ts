// Entries: the units that report parts are made of, in whichever form the author wrote them – a heading with its
// text, a list item with the items under it, a paragraph.
import type { Block, Heading, ProseBlock } from '../markdown/block';
import { portionMark } from '../markdown/flattened';
import { movedSpan } from '../markdown/moved';
import { isPageWords } from '../markdown/page-words';
import type { Prose } from '../markdown/prose';
import { type Move, RunMemory } from '../markdown/runs';
import { flat } from '../text/lists';
import type { Span } from '../text/span';
import { titleDateAtEnd, titleThenDate } from './dated';
import {
  type FieldKind,
  fieldKindOf,
  type Labelled,
  leadingKind,
  movedField,
  movedFields,
  type Piece,
  readFields,
  startsWithLabel,
} from './fields';
import type { Field, Section } from './report';

export interface Entry {
  readonly form: 'heading' | 'item' | 'paragraph';
  /** Its first block. */
  readonly prose: Prose;
  /** The words that name the entry: a heading, bold words at the start, or the text before the first field. */
  readonly lead: Field;
  /** True when a mark (heading, bold) sets the lead off from the text. */
  readonly marked: boolean;
  /** The text after the lead and before the first field. */
  readonly body: Field | undefined;
  readonly fields: ReadonlyMap<FieldKind, Field>;
  /** Items under it that are no fields of it; for a line that introduces a list, the items of the list. */
  readonly children: readonly Entry[];
  readonly span: Span;
}

/** An entry with the labels of the groups that it stands in, the innermost first. */
export interface Grouped {
  readonly entry: Entry;
  readonly labels: readonly string[];
}

/** What a page left behind is no entry; it is never longer. */
const LONGEST_PAGE_WORDS = 160;

const known = new RunMemory<readonly Entry[]>(readEntries, movedEntries);

/** The entries of a section's blocks, outermost first; they are read once for all who ask. */
export function entriesOf({ blocks }: { readonly blocks: readonly Block[] }): readonly Entry[] {
  return known.of(blocks);
}

function movedEntries(entries: readonly Entry[], { by, before, now }: Move): readonly Entry[] {
  const proses = new Map<Prose, Prose>();
  before.forEach((block, i) => {
    const other = now[i];
    if (block.kind !== 'table' && other && other.kind !== 'table') proses.set(block.prose, other.prose);
  });
  const moved = (entry: Entry): Entry => ({
    ...entry,
    ...movedFields(entry, by),
    prose: proses.get(entry.prose) ?? entry.prose.moved(by),
    lead: movedField(entry.lead, by),
    children: entry.children.map(moved),
    span: movedSpan(entry.span, by),
  });
  return entries.map(moved);
}

/** "**Guidance for 2026**" right above a table. */
export function isCaption({ form, marked, body, prose }: Entry, blocks: readonly Block[]): boolean {
  if (form !== 'paragraph' || !marked || body) return false;
  const at = blocks.findIndex(block => block.kind === 'paragraph' && block.prose === prose);
  return blocks[at + 1]?.kind === 'table';
}

/** What stands in a list or run of paragraphs, below the labels of groups; `isGroup` tells a label from an entry. */
export function* leavesOf(
  entries: readonly Entry[],
  isGroup: (entry: Entry) => boolean,
  labels: readonly string[] = [],
): Iterable<Grouped> {
  for (const entry of entries) {
    if (entry.children.length > 0 && (isIntroduction(entry) || isGroup(entry)))
      yield* leavesOf(entry.children, isGroup, [labelOf(entry), ...labels]);
    else yield { entry, labels };
  }
}

/** A line that ends with a colon and only introduces the list under it. */
function isIntroduction(entry: Entry): boolean {
  return entry.children.length > 0 && /[:：]\s*$/.test(entry.body?.text ?? entry.lead.text);
}

function labelOf(entry: Entry): string {
  return entry.lead.text.replace(/[\s:：.]+$/, '');
}

/** Lead and body of an entry as one text. */
export function textOf(entry: Entry): string {
  const { lead, body } = entry;
  return body ? `${lead.text} ${body.text}` : lead.text;
}

const fieldsOfRuns = new RunMemory<Labelled>(readBlocks, (labelled, { by }) => movedFields(labelled, by));

function readBlocks(blocks: readonly Block[]): Labelled {
  const prose = blocks.filter(
    (block): block is ProseBlock => block.kind !== 'table' && block.kind !== 'footnote',
  );
  return readFields(prose.map(block => ({ prose: block.prose, from: 0 })));
}

/** A section's heading with all of its text, as an entry. */
export function headingEntry(section: Section, heading: Heading, end: number): Entry {
  const { prose } = heading;
  return {
    form: 'heading',
    prose,
    lead: { text: prose.text, span: prose.toSpan({ start: 0, end: prose.text.length }) },
    marked: true,
    // Most headings are turned away by their words, before anybody asks what stands under them.
    get body() {
      return fieldsOfRuns.of(section.blocks).body;
    },
    get fields() {
      return fieldsOfRuns.of(section.blocks).fields;
    },
    children: [],
    span: { start: section.span.start, end },
  };
}

interface Draft {
  readonly blocks: ProseBlock[];
  readonly children: Draft[];
}

/** "Table 3. Scenarios" above a table. */
function isNumberedCaption(block: Block, next: Block | undefined): boolean {
  return (
    next?.kind === 'table' &&
    block.kind === 'paragraph' &&
    /^(?:table|exhibit|figure|fig\.|chart|box) \d/i.test(block.prose.text)
  );
}

function readEntries(blocks: readonly Block[]): Entry[] {
  const roots: Draft[] = [];
  /** The items that are open, outermost first, with their depth in lists. */
  let open: { draft: Draft; depth: number }[] = [];
  let before: Block | undefined;
  for (const [i, block] of blocks.entries()) {
    if (isNumberedCaption(block, blocks[i + 1])) {
      before = block;
      continue;
    }
    if (block.kind === 'table' || block.kind === 'footnote' || block.kind === 'heading') open = [];
    else if (block.kind === 'item') {
      const last = roots.at(-1);
      if (block.listDepth === 1 && last && last.blocks.at(-1) === before && introduces(last, block))
        open = [{ draft: last, depth: 0 }];
      const draft = { blocks: [block], children: [] };
      open = open.filter(one => one.depth < block.listDepth);
      (open.at(-1)?.draft.children ?? roots).push(draft);
      open.push({ draft, depth: block.listDepth });
    } else if (block.prose.text.length > LONGEST_PAGE_WORDS || !isPageWords(block.prose.text)) {
      const holder =
        block.listDepth > 0 ? open.findLast(one => one.depth <= block.listDepth)?.draft : undefined;
      const owner = holder ?? fieldOwner(block, roots) ?? titleOwner(block, roots);
      if (owner) owner.blocks.push(block);
      else {
        roots.push({ blocks: [block], children: [] });
        open = [];
      }
    }
    before = block;
  }
  return flat(roots, draft => entryOf(draft) ?? []);
}

/** A line that ends with a colon, or "For investors", introduces the list under it; a paragraph holds labelled items. */
function introduces({ blocks: [first] }: Draft, item: ProseBlock): boolean {
  if (first?.kind !== 'paragraph') return false;
  const { text } = first.prose;
  return /[:：]\s*$|^for\s\p{L}[^.!?\n]{1,60}$/iu.test(text) || startsWithLabel(item.prose.text.slice(0, 60));
}

/**
 * A paragraph that starts with a label belongs to the entry before it. A source line after a list covers the whole
 * list, so it belongs to the last item only where that item has other fields.
 */
function fieldOwner(block: ProseBlock, roots: readonly Draft[]): Draft | undefined {
  const last = roots.at(-1);
  if (!last || !startsWithLabel(block.prose.text.slice(0, 60))) return undefined;
  // The same label again starts another entry.
  const kind = leadingKind(block.prose.text);
  if (last.blocks.some((one, i) => (i > 0 || !boldLead(one.prose)) && leadingKind(one.prose.text) === kind))
    return undefined;
  const [first, more] = last.blocks;
  const isSource = /^\W*(?:\p{L}+ )?(?:sources?|references?)\b/iu.test(block.prose.text);
  if (first?.kind !== 'item' || more || !isSource) return last;
  const { fields } = readFields([{ prose: first.prose, from: 0 }]);
  return fields.size > 0 && !fields.has('source') ? last : undefined;
}

/** "(1) Norvik buys a harbour (12 March 2026)" on a line of its own: the paragraph under it tells of it. */
function titleOwner(block: ProseBlock, roots: readonly Draft[]): Draft | undefined {
  const last = roots.at(-1);
  const [title, more] = last?.blocks ?? [];
  if (!last || title?.kind !== 'paragraph' || more || last.children.length > 0) return undefined;
  return isDatedTitle(title.prose.text) && !isDatedTitle(block.prose.text) ? last : undefined;
}

function isDatedTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE || /[.!?]\s/.test(text)) return false;
  const atEnd = titleDateAtEnd(text);
  return titleThenDate(text)?.rest === text.length || (atEnd !== undefined && !/[(（]/.test(atEnd.title));
}

const LONGEST_TITLE = 160;

function entryOf({ blocks, children }: Draft): Entry | undefined {
  const [first] = blocks;
  if (!first) return undefined;
  const areFields = children.map(isField);
  const fieldDrafts = children.filter((_, i) => areFields[i]);
  const rest = flat(children, (child, i) => (areFields[i] ? [] : (entryOf(child) ?? [])));
  const bold = boldLead(first.prose);
  const opening = portionMark(first.prose.text);
  const pieces: Piece[] = [
    ...blocks.map((block, i) => ({ prose: block.prose, from: i === 0 ? (bold ?? opening) : 0 })),
    ...fieldDrafts.flatMap(child => child.blocks.map(block => ({ prose: block.prose, from: 0 }))),
  ];
  const { body, fields, startsWithField } = readFields(pieces);
  const span = { start: first.span.start, end: endOf({ blocks, children }) };
  const form = first.kind === 'item' ? 'item' : 'paragraph';
  const asEntry = (lead: Field, marked: boolean, after: Field | undefined): Entry => {
    return { form, prose: first.prose, lead, marked, body: after, fields, children: rest, span };
  };
  if (bold !== undefined) {
    const lead = {
      text: first.prose.text.slice(opening, bold).trim(),
      span: first.prose.toSpan({ start: opening, end: bold }),
    };
    return asEntry(lead, true, body);
  }
  const none = { text: '', span: { start: span.start, end: span.start } };
  const titled = startsWithField ? fields.get('title') : undefined;
  if (titled) return asEntry(titled, true, undefined);
  return startsWithField || !body ? asEntry(none, false, body) : asEntry(body, false, undefined);
}

function isField(draft: Draft): boolean {
  return draft.children.length === 0 && startsWithLabel(draft.blocks[0]?.prose.text.slice(0, 60) ?? '');
}

function endOf({ blocks, children }: Draft): number {
  const last = children.at(-1);
  const own = blocks.at(-1)?.span.end ?? 0;
  return last ? Math.max(own, endOf(last)) : own;
}

const BRACKETED_LEAD = /^【[^【】]{1,40}】(?=\s*\S)/;

/** Length of the words in bold or in 【brackets】 at the start of a block, unless they are the label of a field. */
function boldLead(prose: Prose): number | undefined {
  const bracketed = prose.text.startsWith('【') ? BRACKETED_LEAD.exec(prose.text.slice(0, 60)) : null;
  if (bracketed) return bracketed[0].length;
  const mark = prose.marks.find(candidate => candidate.kind === 'strong');
  const opening = portionMark(prose.text);
  if (!mark || mark.at.start > opening + 2 || mark.at.end > 200 || mark.at.end === 0) return undefined;
  const before = prose.text.slice(opening, mark.at.start);
  if (/[\p{L}\p{N}]/u.test(before)) return undefined;
  const words = prose.text.slice(mark.at.start, mark.at.end);
  const isClosed =
    /[:：.]\s*$/.test(words) || /^\s?[:：–—]/.test(prose.text.slice(mark.at.end, mark.at.end + 2));
  const isLabel = isClosed && fieldKindOf(words.replace(/[\s:：.]+$/, '')) !== undefined;
  return isLabel ? undefined : mark.at.end;
}
