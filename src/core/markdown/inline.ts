// Reads the inline Markdown of a block into prose. Marks go, words stay, and every character knows its place.
//
// markdown-it's inline tokens carry no offsets, so the marks are found here; the rules are CommonMark's, simplified
// where only the look of the result would differ.
import type { Span } from '../text/span';
import { compose, plainProse, type RawMark, type Replacement } from './compose';
import { type DelimiterRun, flanks, resolveEmphasis } from './emphasis';
import { OBJECT, type Prose } from './prose';

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()[\]|"`\\\uFFFC]{1,2000}/iy;
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/y;
const TAG =
  /<(?:\/?[a-zA-Z][^<>]{0,2000}|[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]{0,2000}|[^\s<>@]{1,200}@[^\s<>@]{1,200})>/y;
const CITED_KEY = /(?:^|[\s;[-])@\{?([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_/])?)/gu;

/** What every mark has; most cells and many paragraphs have none. */
const MAY_HAVE_MARKS = /[\\`<[*_~&]|http|www/i;

/**
 * The prose of the source text that stands at `pieces`, which are joined by line breaks.
 * @param decodeEntity gives the characters of a character reference such as `&nbsp;`
 */
export function readInline(
  source: string,
  pieces: readonly Span[],
  decodeEntity: (entity: string) => string,
): Prose {
  const [first = { start: 0, end: 0 }] = pieces;
  const raw =
    pieces.length === 1
      ? source.slice(first.start, first.end)
      : pieces.map(piece => source.slice(piece.start, piece.end)).join('\n');
  if (!MAY_HAVE_MARKS.test(raw)) return plainProse(raw, pieces);
  const { replacements, marks } = new InlineScanner(raw, decodeEntity).scan();
  return compose(raw, pieces, replacements, marks);
}

class InlineScanner {
  private readonly replacements: Replacement[] = [];
  private readonly marks: RawMark[] = [];
  private readonly delimiters: DelimiterRun[] = [];
  private readonly openLinks: {
    readonly close: number;
    readonly end: number;
    readonly start: number;
    readonly url: string | undefined;
  }[] = [];
  private readonly closers: ReadonlyMap<number, number>;
  private readonly fences = new Map<number, number[]>();
  private commentsEnd = false;

  constructor(
    private readonly raw: string,
    private readonly decodeEntity: (entity: string) => string,
  ) {
    this.closers = matchBrackets(raw);
    for (const run of raw.includes('`') ? raw.matchAll(/`+/g) : []) {
      const starts = this.fences.get(run[0].length) ?? [];
      starts.push(run.index);
      this.fences.set(run[0].length, starts);
    }
    for (const starts of this.fences.values()) starts.reverse();
  }

  scan(): { replacements: readonly Replacement[]; marks: readonly RawMark[] } {
    let at = 0;
    while (at < this.raw.length) at = this.step(at);
    for (const pair of resolveEmphasis(this.delimiters)) {
      this.replacements.push({ ...pair.opener, by: '' }, { ...pair.closer, by: '' });
      if (pair.strong) {
        const outer = { start: pair.opener.start, end: pair.closer.end };
        this.marks.push({ kind: 'strong', outer, inner: { start: pair.opener.end, end: pair.closer.start } });
      }
    }
    this.replacements.sort((a, b) => a.start - b.start);
    this.marks.sort((a, b) => a.outer.start - b.outer.start);
    return { replacements: this.replacements, marks: this.marks };
  }

  /** Reads what starts at `at` and gives the offset after it. */
  private step(at: number): number {
    const link = this.openLinks.at(-1);
    if (link && at === link.close) return this.closeLink();
    switch (this.raw[at]) {
      case '\\':
        return this.escape(at);
      case '`':
        return this.code(at);
      case '<':
        return this.tag(at);
      case '!':
        return this.raw[at + 1] === '[' ? this.image(at) : at + 1;
      case '[':
        return this.bracket(at);
      case '*':
      case '_':
      case '~':
        return this.delimiter(at);
      case '&':
        return this.entity(at);
      case 'h':
      case 'H':
      case 'w':
      case 'W':
        return this.address(at);
      default:
        return at + 1;
    }
  }

  private replace(start: number, end: number, by: string): number {
    this.replacements.push({ start, end, by });
    return end;
  }

  private escape(at: number): number {
    if (!PUNCTUATION.test(this.raw[at + 1] ?? '')) return at + 1;
    this.replace(at, at + 1, '');
    return at + 2;
  }

  private code(at: number): number {
    let end = at;
    while (this.raw[end] === '`') end++;
    const starts = this.fences.get(end - at) ?? [];
    while ((starts.at(-1) ?? Infinity) < end) starts.pop();
    const close = starts.at(-1);
    return close === undefined ? end : this.replace(at, close + (end - at), OBJECT);
  }

  private tag(at: number): number {
    if (this.raw.startsWith('<!--', at) && !this.commentsEnd) {
      const end = this.raw.indexOf('-->', at + 4);
      if (end >= 0) return this.replace(at, end + 3, '');
      this.commentsEnd = true;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(this.raw)?.[0];
    if (!tag) return at + 1;
    const isAddress = /^<[^\s>]*[:@]/.test(tag) && !/^<\/?[a-z][a-z0-9]*[\s>]/i.test(tag);
    return this.replace(at, at + tag.length, isAddress ? OBJECT : /^<br\b/i.test(tag) ? ' ' : '');
  }

  private image(at: number): number {
    const close = this.closers.get(at + 1);
    const target = close === undefined ? undefined : linkTarget(this.raw, close + 1);
    return target ? this.replace(at, target.end, OBJECT) : at + 1;
  }

  private bracket(at: number): number {
    const close = this.closers.get(at);
    if (close === undefined) return at + 1;
    const inner = { start: at + 1, end: close };
    const outer = { start: at, end: close + 1 };
    const label = close - at > 1000 ? '' : this.raw.slice(at + 1, close);
    if (/^\^[^\s\]]+$/.test(label)) {
      this.marks.push({ kind: 'footnote', key: label.slice(1), outer, inner });
      return this.replace(at, close + 1, '');
    }
    const target = linkTarget(this.raw, close + 1);
    const keys = target ? [] : [...label.matchAll(CITED_KEY)].flatMap(match => match[1] ?? []);
    if (keys.length > 0) {
      this.marks.push({ kind: 'citation', keys, outer, inner });
      return this.replace(at, close + 1, '');
    }
    if (!target) return at + 1;
    this.openLinks.push({ close, end: target.end, start: at, url: target.url });
    return this.replace(at, at + 1, '');
  }

  private closeLink(): number {
    const link = this.openLinks.pop();
    if (!link) return this.raw.length;
    const inner = { start: link.start + 1, end: link.close };
    this.marks.push({ kind: 'link', url: link.url, outer: { start: link.start, end: link.end }, inner });
    return this.replace(link.close, link.end, '');
  }

  private delimiter(at: number): number {
    const mark = this.raw[at];
    let end = at;
    while (this.raw[end] === mark) end++;
    if (mark !== '~' || end - at === 2) {
      const before = this.raw[at - 1] ?? ' ';
      const after = this.raw[end] ?? ' ';
      this.delimiters.push({ mark: mark ?? '', start: at, end, ...flanks(mark === '_', before, after) });
    }
    return end;
  }

  private entity(at: number): number {
    ENTITY.lastIndex = at;
    const entity = ENTITY.exec(this.raw)?.[0];
    if (!entity) return at + 1;
    const decoded = this.decodeEntity(entity);
    return decoded === entity ? at + 1 : this.replace(at, at + entity.length, decoded);
  }

  private address(at: number): number {
    const second = this.raw[at + 1];
    if (second !== 't' && second !== 'T' && second !== 'w' && second !== 'W') return at + 1;
    if (/[\p{L}\p{N}]/u.test(this.raw[at - 1] ?? '')) return at + 1;
    ADDRESS.lastIndex = at;
    const address = ADDRESS.exec(this.raw)?.[0].replace(/[.,;:!?*_'”’]{1,5}$/, '');
    return address ? this.replace(at, at + address.length, OBJECT) : at + 1;
  }
}

/** Offset of the closing bracket of every `[`. */
function matchBrackets(raw: string): ReadonlyMap<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    const char = raw[i];
    if (char === '\\') i++;
    else if (char === '[') open.push(i);
    else if (char === ']') {
      const start = open.pop();
      if (start !== undefined) closers.set(start, i);
    }
  }
  return closers;
}

/** Reads `(url "title")` or `[label]` after a link's text. */
function linkTarget(raw: string, at: number): { end: number; url: string | undefined } | undefined {
  if (raw[at] === '[') {
    const end = raw.slice(at, at + 1000).indexOf(']');
    return end > 0 ? { end: at + end + 1, url: undefined } : undefined;
  }
  if (raw[at] !== '(') return undefined;
  const window = raw.slice(at, at + 4000);
  const match =
    /^\(\s*(?:<([^<>\n]*)>|((?:\\.|[^\s()\\]|\([^\s()]*\))*))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/.exec(
      window,
    );
  return match ? { end: at + match[0].length, url: match[1] ?? match[2] } : undefined;
}
