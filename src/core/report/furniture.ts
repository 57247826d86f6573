// Page furniture: the words of buttons, counters and captions that a web page leaves in a pasted text.
import type { Prose } from '../markdown/prose';
import type { Span } from '../text/span';
import type { Report } from './report';

const DECORATION = '[\\p{Extended_Pictographic}\\uFE0F\\u200D•·\\s]*';
const FURNITURE = new RegExp(
  `^${DECORATION}(?:${[
    '(?:\\d[\\d,.]*[km]? )?(?:comments?|likes?|shares?|views?|reactions?|reposts?|claps?|followers?|replies)(?: ?\\(\\d[\\d,.]*[km]?\\)|: ?\\d[\\d,.]*)?',
    '(?:about |approx\\. )?\\d+[- ]min(?:ute)?s?(?: read(?:ing)?(?: time)?)?',
    'reading time:? ?(?:about |approx\\.? |~)?\\d+ ?min(?:ute)?s?',
    '(?:share|print|save|bookmark|follow|subscribe|sign up|log ?in|like|reply|listen|download pdf|copy link|read more|see more|show more|back to top|skip to (?:main )?content)(?: (?:this(?: (?:article|post|story|page))?|us|now|here|article|post))?',
    '(?:share|follow us|follow|post|tweet|discuss) (?:on|via|with) [\\p{L}\\p{N} /,&]{1,40}',
    'subscribe to (?:our|the|my) [\\p{L} ]{1,40}|sign up for (?:our|the) [\\p{L} ]{1,40}|join (?:our|the) (?:newsletter|mailing list)',
    'advertisement|sponsored(?: content)?|related (?:articles|posts|stories|reading)|recommended for you|you may also like|most (?:read|popular)|trending now|leave a (?:comment|reply)|(?:all|cookie) (?:settings|preferences)|accept (?:all )?cookies|view in browser|unsubscribe',
  ].join('|')})${DECORATION}[.!→»>]?$`,
  'iu',
);

const SEPARATOR = /\s+[·•|]\s+/gu;
const LONGEST = 160;

export interface Furniture {
  readonly span: Span;
  /** What goes when it is deleted: with its separator, or with its line. */
  readonly removal: Span;
}

/** Every run of furniture in the report, in text order. */
export function furnitureIn(report: Report): Furniture[] {
  return report.blocks.flatMap(block => {
    if ((block.kind !== 'paragraph' && block.kind !== 'heading') || block.prose.text.length > LONGEST)
      return [];
    return runsIn(block.prose).map(run => {
      const isWhole = run.start === 0 && run.end === block.prose.text.length;
      const span = block.prose.toSpan(run);
      const removal = isWhole
        ? wholeLines(report.text, block.span)
        : withSeparator(report.text, span, run.start === 0);
      return { span, removal };
    });
  });
}

/** Neighbouring pieces between separators that are furniture, as one span of prose each. */
function runsIn({ text }: Prose): Span[] {
  const cuts = [...text.matchAll(SEPARATOR)];
  const starts = [0, ...cuts.map(cut => cut.index + cut[0].length)];
  const ends = [...cuts.map(cut => cut.index), text.length];
  const runs: Span[] = [];
  let open: Span | undefined;
  starts.forEach((start, i) => {
    const end = ends[i] ?? text.length;
    if (FURNITURE.test(text.slice(start, end))) open = { start: open?.start ?? start, end };
    else if (open) {
      runs.push(open);
      open = undefined;
    }
  });
  return open ? [...runs, open] : runs;
}

/** The lines of a block with the line break after them, or before them at the end of the text. */
function wholeLines(text: string, span: Span): Span {
  const after = /^[ \t]*(?:\r\n|\r|\n){0,2}/.exec(text.slice(span.end, span.end + 100))?.[0].length ?? 0;
  if (span.end + after < text.length) return { start: span.start, end: span.end + after };
  const before =
    /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(Math.max(0, span.start - 100), span.start))?.[0].length ?? 0;
  return { start: span.start - before, end: span.end };
}

function withSeparator(text: string, span: Span, isFirst: boolean): Span {
  if (isFirst) {
    const after = /^\s+[·•|]\s+/u.exec(text.slice(span.end, span.end + 20))?.[0].length ?? 0;
    return { start: span.start, end: span.end + after };
  }
  const before = /\s+[·•|]\s+$/u.exec(text.slice(Math.max(0, span.start - 20), span.start))?.[0].length ?? 0;
  return { start: span.start - before, end: span.end };
}
