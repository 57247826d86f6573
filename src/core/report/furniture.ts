// Page furniture: the words of buttons, counters and captions that a web page leaves in a pasted text.
import type { ProseBlock } from '../markdown/block';
import { isPageWords } from '../markdown/page-words';
import { flat } from '../text/lists';
import { remember } from '../text/remember';
import type { Span } from '../text/span';
import type { Report } from './report';

const BREADCRUMB = /^\s*(?:home|start ?page|front page)\s*[›»>/]\s*\S.{0,120}$/iu;
const SEPARATOR = /\n|\s+[·•|]\s+|[ \t]{3,}/gu;
/** A cheap look for one, which most texts have none of. */
const MAY_SEPARATE = /[\n·•|]|[ \t]{3}/;
const LONGEST_LINE = 160;
/** A block of more than this is no masthead or footer. */
const LONGEST_BLOCK = 600;

export interface Furniture {
  readonly span: Span;
  /** What goes when it is deleted: with its separator, or with its line. */
  readonly removal: Span;
}

const known = new WeakMap<Report, readonly Furniture[]>();

/** Every run of furniture in the report, in text order; several rules ask for it. */
export function furnitureIn(report: Report): readonly Furniture[] {
  return remember(known, report, () => readFurniture(report));
}

function readFurniture(report: Report): readonly Furniture[] {
  const found = flat(report.blocks, block => {
    if (block.kind === 'table' || block.kind === 'footnote' || block.prose.text.length > LONGEST_BLOCK)
      return [];
    if (block.kind === 'item' && block.prose.text.length > 40) return [];
    const isPart = block.kind === 'item' || (block.kind === 'heading' && block.level > 0);
    return block.prose.of(isPart ? runsInItem : runsIn).map(run => furnitureAt(report.text, block, run));
  });
  // A line break between two of them goes with the first.
  let end = 0;
  return found.map(({ span, removal }) => {
    const start = Math.min(Math.max(removal.start, end), span.start);
    end = removal.end;
    return { span, removal: { start, end } };
  });
}

/** Neighbouring pieces between separators that are furniture, as one span of prose for each line. */
function runsIn(text: string): Span[] {
  const cuts = MAY_SEPARATE.test(text) ? [...text.matchAll(SEPARATOR)] : [];
  const runs: Span[] = [];
  let open: Span | undefined;
  const close = () => {
    if (open) runs.push(open);
    open = undefined;
  };
  for (let i = 0; i <= cuts.length; i++) {
    const before = cuts[i - 1];
    const start = before ? before.index + before[0].length : 0;
    const end = cuts[i]?.index ?? text.length;
    if (before?.[0] === '\n') close();
    const from = end - start > LONGEST_LINE ? undefined : furnitureFrom(text, start, end);
    if (from === undefined) close();
    else open = { start: open?.start ?? from, end };
  }
  close();
  return runs;
}

/** A list item, or a heading with its mark, is furniture only when it cannot be anything else. */
function runsInItem(text: string): Span[] {
  return isPlain(text) ? runsIn(text).filter(run => run.start === 0 && run.end === text.length) : [];
}

function isPlain(text: string): boolean {
  return /\(\d+\)|\bmin read\b|\bcomment\b|\bsubscribe(?: now| to (?:our|my)\b|\W*$)/i.test(text);
}

/** Where the furniture of a piece starts: at its start, or where a masthead runs into "Follow us". */
function furnitureFrom(text: string, start: number, end: number): number | undefined {
  const piece = text.slice(start, end);
  if (isPageWords(piece) || BREADCRUMB.test(piece)) return start;
  const tail = MAY_HAVE_TAIL.test(piece) ? TAIL.exec(piece) : null;
  const from = tail ? start + tail.index + 1 : undefined;
  return from !== undefined &&
    /^(?:follow us|share this|print (?:this|page)|view in|subscribe now|read \d)/i.test(
      text.slice(from, end),
    ) &&
    isPageWords(text.slice(from, end))
    ? from
    : undefined;
}

const TAIL = /\s((?:follow|share|print|view|subscribe|read)\s[\p{L}\d,]+(?: [\p{L}\d]+)?)$/iu;
const MAY_HAVE_TAIL = /\s(?:follow us|share this|print (?:this|page)|view in|subscribe now|read \d)/i;

function furnitureAt(text: string, block: ProseBlock, run: Span): Furniture {
  const { prose } = block;
  const span = prose.toSpan(run);
  if (run.start === 0 && run.end === prose.text.length)
    return { span, removal: wholeLines(text, block.span) };
  const startsLine = run.start === 0 || prose.text[run.start - 1] === '\n';
  const endsLine = run.end === prose.text.length || prose.text[run.end] === '\n';
  if (startsLine && endsLine) return { span, removal: oneLine(text, span) };
  return { span, removal: withSeparator(text, span, startsLine) };
}

/** The lines of a block with the line break after them, or before them at the end of the text. */
function wholeLines(text: string, span: Span): Span {
  const after = /^[ \t]*(?:\r\n|\r|\n){0,2}/.exec(text.slice(span.end, span.end + 100))?.[0].length ?? 0;
  if (span.end + after < text.length) return { start: span.start, end: span.end + after };
  const before =
    /(?:(?:\r\n|\r|\n)[ \t]*){0,2}$/.exec(text.slice(Math.max(0, span.start - 100), span.start))?.[0]
      .length ?? 0;
  return { start: span.start - before, end: span.end };
}

/** A line of a paragraph, with its line break. */
function oneLine(text: string, span: Span): Span {
  const lineStart =
    Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  const after = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(text.slice(span.end, span.end + 200))?.[0].length;
  if (after !== undefined) return { start: lineStart, end: span.end + after };
  const before = /(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, lineStart - 2), lineStart))?.[0].length ?? 0;
  return { start: lineStart - before, end: span.end };
}

function withSeparator(text: string, span: Span, isFirst: boolean): Span {
  if (isFirst) {
    const after = /^(?:\s+[·•|]\s+|[ \t]{3,})/u.exec(text.slice(span.end, span.end + 20))?.[0].length ?? 0;
    return { start: span.start, end: span.end + after };
  }
  const before =
    /(?:\s+[·•|]\s+|\s+)$/u.exec(text.slice(Math.max(0, span.start - 20), span.start))?.[0].length ?? 0;
  return { start: span.start - before, end: span.end };
}
