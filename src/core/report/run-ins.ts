// Run-in heads: parts that the first words of their paragraphs announce, without headings: "**What happened.** …",
// "Our view: …", "**Q: Who is involved?** A: …", or an item with the part's entries under it.
import type { Block, Item, Paragraph, ProseBlock } from '../markdown/block';
import { headingTitle } from '../markdown/flattened';
import { Identity } from '../text/identity';
import { flat } from '../text/lists';
import { remember } from '../text/remember';
import type { PartKind } from './report';
import { partOfTitle } from './titles';

/** A part without a heading of its own. */
export interface RunIn {
  readonly title: string;
  readonly part: PartKind;
  readonly blocks: readonly Block[];
}

/** Fewer parts than this make no sequence of them. */
const PARTS_NEEDED = 2;
const MOST_WORDS = 6;
const LONGEST = 80;

const QUESTION = /^\s*Q(?:uestion)?\s?\d{0,2}\s?[.:)]\s*/i;
const ANSWER = /^[\s:.–—-]*(?:A(?:nswer)?\s?\d{0,2}\s?[.:)]\s*)?/;
const LABEL = /^\p{Lu}[^.:：?!\n]{2,40}(?::(?=\s)|：)/u;

interface Head {
  readonly form: 'item' | 'question' | 'words';
  readonly title: string;
  readonly part: PartKind;
  /** Length of the head within the block's text; undefined when it is all of it. */
  readonly length: number | undefined;
}

/** What stands before the first run-in head, and the parts after it; undefined when the blocks have no such parts. */
export function runInsOf(
  blocks: readonly Block[],
): { readonly before: readonly Block[]; readonly runIns: readonly RunIn[] } | undefined {
  const sure = blocks.map((block, i) => headOf(block, blocks[i + 1]));
  const parts = new Set(flat(sure, head => (head && head.part !== 'other' ? head.part : [])));
  // A line of its own above a list needs no other beside it.
  const ofList = sure.some(
    (head, i) => head?.length === undefined && head && blocks[i]?.kind === 'paragraph',
  );
  if (parts.size < PARTS_NEEDED && !ofList) return undefined;
  const forms = new Set(flat(sure, head => head?.form ?? []));
  const heads = sure.map((head, i) => head ?? headBeside(blocks[i], blocks[i + 1], forms));
  const first = heads.findIndex(head => head !== undefined);
  const runIns: { title: string; part: PartKind; blocks: Block[] }[] = [];
  for (let i = first; i < blocks.length; i++) {
    const [block, head] = [blocks[i], heads[i]];
    if (!block) continue;
    if (head) runIns.push({ title: head.title, part: head.part, blocks: [] });
    const rest =
      head?.length === undefined || block.kind === 'table' ? undefined : restOf(block, head.length);
    if (!head || rest) runIns.at(-1)?.blocks.push(rest ?? block);
  }
  return { before: blocks.slice(0, first), runIns };
}

function headOf(block: Block, next: Block | undefined): Head | undefined {
  if (block.kind === 'item')
    return headOfList(block, next) ?? (block.ordered ? headInCapitals(block) : undefined);
  if (block.kind !== 'paragraph' || block.listDepth > 0) return undefined;
  const { text } = block.prose;
  const ofList = headAboveList(text, next);
  if (ofList) return ofList;
  const length = leadLength(block);
  if (length === undefined || length > LONGEST) return undefined;
  const words = headingTitle(text.slice(0, length)).replace(/[\s:：.]+$/, '');
  const title = words.replace(QUESTION, '');
  const isAsked = title !== words;
  const form = title.endsWith('?') ? 'question' : 'words';
  if (title.split(/\s+/).length > MOST_WORDS && form === 'words') return undefined;
  const part = partOfTitle(title.replace(/\?$/, ''));
  if (part === 'sources' || (part === 'other' && !isAsked)) return undefined;
  return { form, title, part, length: length + answerMark(text, length) };
}

/** The words of a heading without the mark of a question: "Q: What happened?" asks what happened. */
export function withoutQuestionMark(title: string): string {
  const words = title.replace(QUESTION, '');
  return words === title ? title : words.replace(/\?$/, '');
}

/** The blocks that answer a question, without the mark of the answer. */
export function withoutAnswerMark(blocks: readonly Block[]): readonly Block[] {
  const [first, ...others] = blocks;
  if (first?.kind !== 'paragraph') return blocks;
  const length = /^\s*A/.test(first.prose.text) ? answerMark(first.prose.text, 0) : 0;
  const rest = length > 0 ? restOf(first, length) : first;
  return rest ? [rest, ...others] : others;
}

function answerMark(text: string, from: number): number {
  return ANSWER.exec(text.slice(from, from + 20))?.[0].length ?? 0;
}

/**
 * A head whose words announce no part: an item with a list or a bold question beside others, or who is addressed:
 * "**How does it end?** …", "**For lessors.** …".
 */
function headBeside(
  block: Block | undefined,
  next: Block | undefined,
  forms: ReadonlySet<Head['form']>,
): Head | undefined {
  if (block?.kind === 'item') {
    const title = forms.has('item') ? titleOfItem(block, next) : undefined;
    return title === undefined ? undefined : { form: 'item', title, part: 'other', length: undefined };
  }
  if (block?.kind !== 'paragraph' || block.listDepth > 0 || block.prose.marks[0]?.kind !== 'strong')
    return undefined;
  const { text } = block.prose;
  const length = leadLength(block) ?? LONGEST;
  const title = headingTitle(text.slice(0, length)).replace(/[\s:：.]+$/, '');
  const form = title.endsWith('?') ? 'question' : 'words';
  const isHead = form === 'question' ? forms.has('question') : /^for\s+\p{L}/iu.test(title);
  return isHead && length < LONGEST
    ? { form, title, part: 'other', length: length + answerMark(text, length) }
    : undefined;
}

/** Length of the bold words or the label that a paragraph starts with and goes on from. */
function leadLength({ prose: { text, marks } }: Paragraph): number | undefined {
  const [mark] = marks;
  if (mark?.kind !== 'strong' || mark.at.start > 0) return LABEL.exec(text.slice(0, LONGEST))?.[0].length;
  const isClosed =
    /[:：.?!]\s*$/.test(text.slice(0, mark.at.end)) || /^\s?[:：–—]/.test(text.slice(mark.at.end));
  return isClosed && mark.at.end < text.length ? mark.at.end : undefined;
}

/** "- Judgments" above items that stand deeper, or "2. JUDGMENTS." above a list of another kind. */
function headOfList(block: Block, next: Block | undefined): Head | undefined {
  const title = titleOfItem(block, next);
  const part = title === undefined ? 'other' : partOfTitle(title);
  if (title === undefined || part === 'other' || part === 'sources') return undefined;
  return { form: 'item', title, part, length: undefined };
}

/** The words of an item that has a list under it. */
function titleOfItem(block: Block, next: Block | undefined): string | undefined {
  if (block.kind !== 'item' || next?.kind !== 'item' || block.listDepth > 1) return undefined;
  if (next.listDepth <= block.listDepth && !(block.ordered && !next.ordered)) return undefined;
  const title = headingTitle(block.prose.text).replace(/[\s:：.]+$/, '');
  return title.split(/\s+/).length > MOST_WORDS ? undefined : title;
}

/** "Players and what they want:" above a list. */
function headAboveList(text: string, next: Block | undefined): Head | undefined {
  if (next?.kind !== 'item' || text.length > LONGEST || !/^\p{Lu}[^:：]*[:：]\s*$/u.test(text))
    return undefined;
  const title = headingTitle(text).replace(/[\s:：]+$/, '');
  const part = title.split(/\s+/).length > MOST_WORDS ? 'other' : partOfTitle(title);
  return part === 'other' || part === 'sources'
    ? undefined
    : { form: 'words', title, part, length: undefined };
}

const CAPITALS = /^(\p{Lu}[\p{Lu} &/-]{3,40})[.:：]\s+(?=\S)/u;

/** "1. SITUATION. On 3 July …": a numbered part that goes on in its line. */
function headInCapitals({ prose, listDepth }: Item): Head | undefined {
  const [lead, title] = CAPITALS.exec(prose.text.slice(0, LONGEST)) ?? [];
  if (lead === undefined || title === undefined || listDepth > 1) return undefined;
  return { form: 'words', title, part: partOfTitle(title), length: lead.length };
}

const known = new WeakMap<ProseBlock, Paragraph>();

/** The text without its head. */
function restOf(block: ProseBlock, length: number): Paragraph | undefined {
  const prose = block.prose.text.slice(length).trim() === '' ? undefined : block.prose;
  return (
    prose &&
    remember(known, block, () => ({
      kind: 'paragraph',
      prose: prose.from(length),
      span: { start: prose.toSource(length), end: block.span.end },
      gluedAt: undefined,
      quoteDepth: block.quoteDepth,
      identity: new Identity(),
      listDepth: 0,
    }))
  );
}
